"""The editors in the middle: title page, a part in words, all recommendations, the appendices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, day, minute, ngettext, number
from burgertop_app.messages.advice import heading, help_line
from burgertop_app.messages.signing import sign_off_sentence, unsigned_sentence
from burgertop_app.ui.advice.writing import RichField
from burgertop_app.ui.kit.buttons import link, small
from burgertop_app.ui.kit.fields import TextField
from burgertop_app.ui.kit.layout import clear, column, holder, row, rule, words

if TYPE_CHECKING:
    from burgertop_app.domain.advice import AdviceVersion, SectionKind
    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.ui.advice.found import AdviceFound

LONG = 18


class TitleEditor(QWidget):
    """The title, and the versions that were fixed."""

    retitled = Signal(str)
    document_wanted = Signal(object)
    """An `AdviceVersion` whose document is asked for."""
    compare_wanted = Signal(object)
    """An `AdviceVersion` to compare with another."""
    named_wanted = Signal()
    """A copy with names of the version that says what the advice says now."""

    def __init__(self) -> None:
        super().__init__()
        self.title = TextField(_("Title of the advice"), _refuse_untitled, lines=2)
        self.title.editor.setMaximumHeight(62)
        self.title.saved.connect(lambda said: self.retitled.emit(" ".join(str(said).split())))
        self._versions = QVBoxLayout()
        self._versions.setSpacing(10)
        self._note = words(
            _("A fixed version never changes. You can always get its document again, exactly as it was."),
            "muted",
            wrap=True,
        )
        self.setLayout(
            column(
                words(_("Title page"), "heading"),
                self.title,
                8,
                words(_("Fixed versions"), "field"),
                self._note,
                self._versions,
                None,
            )
        )

    def put(self, found: AdviceFound) -> None:
        """Show the title and versions of the advice."""
        self.title.put(found.advice.title if found.advice else "")
        clear(self._versions)
        for version in reversed(found.versions):
            self._versions.addWidget(self._version(version, found))
        if not found.versions:
            self._versions.addWidget(words(_("No version is fixed yet."), "muted"))

    def _version(self, version: AdviceVersion, found: AdviceFound) -> QWidget:
        when = minute(version.frozen_at.astimezone(), "medium")
        title = words(_("Version {version}").format(version=version.version), "strong")
        code = " ".join(version.sha256[place : place + 4] for place in range(0, 16, 4))
        said = words(
            _("Fixed on {moment}. Control code {code}.").format(moment=when, code=code), "small", wrap=True
        )
        offered = [
            words(
                _("Offered to {to} on {date}.").format(to=offer.to, date=day(offer.on)),
                "small",
                wrap=True,
            )
            for offer in found.offered(version)
        ]
        get = small(_("Pdf…"), partial(self.document_wanted.emit, version), "download")
        get.setEnabled(version.attachment_id is not None)
        if version.attachment_id is None:
            get.setToolTip(_("No document was kept with this version."))
        get.setAccessibleName(_("Document of version {version}").format(version=version.version))
        compare = small(_("What changed…"), partial(self.compare_wanted.emit, version), "arrow-left-right")
        compare.setAccessibleName(_("What changed since version {version}").format(version=version.version))
        signed = words(_signed(version, found), "small", wrap=True)
        gets: list[QWidget] = [compare, get]
        if found.fixed is not None and version.id == found.fixed.id:
            gets.insert(0, small(_("With names…"), self.named_wanted.emit, "users"))
        return holder(column(rule(), row(title, None, *gets), said, signed, *offered, gap=2))


class SectionEditor(QWidget):
    """One part in words."""

    written = Signal(object, str)
    """A `SectionKind` and its text."""

    def __init__(self, kind: SectionKind) -> None:
        super().__init__()
        self.kind = kind
        self.opened: str | None = None
        """The text with which it was opened, for the way back."""
        self.text = RichField("", lines=LONG)
        self.text.editor.setAccessibleName(heading(kind))
        self.text.saved.connect(lambda said: self.written.emit(kind, str(said)))
        self.setFocusProxy(self.text)
        box = column(words(heading(kind), "heading"), words(help_line(kind), "muted", wrap=True), self.text)
        box.setStretchFactor(self.text, 1)
        self.setLayout(box)

    def put(self, found: AdviceFound) -> None:
        """Show the text."""
        kept = found.sections.get(self.kind, "")
        self.opened = kept if self.opened is None else self.opened
        self.text.put(kept)


class ListEditor(QWidget):
    """All recommendations: add, make from proposals, and put withdrawn ones back."""

    add_wanted = Signal()
    take_over_wanted = Signal()
    chosen = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._told = words("", "muted", wrap=True)
        self.add = small(_("New recommendation…"), self.add_wanted.emit, "plus")
        self.take_over = small(
            _("Make recommendations of carried proposals"), self.take_over_wanted.emit, "list-checks"
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.setLayout(
            column(
                words(_("Recommendations"), "heading"),
                self._told,
                row(self.add, None),
                row(self.take_over, None),
                8,
                self._lines,
                None,
            )
        )

    def put(self, found: AdviceFound) -> None:
        """Show the recommendations, those withdrawn below."""
        count = len(found.counting)
        self._told.setText(
            ngettext(
                "The advice has {count} recommendation.", "The advice has {count} recommendations.", count
            ).format(count=number(count))
        )
        self.take_over.setVisible(found.waiting > 0)
        self.take_over.setText(
            ngettext(
                "Make a recommendation of {count} carried proposal",
                "Make recommendations of {count} carried proposals",
                found.waiting,
            ).format(count=number(found.waiting))
        )
        self.add.setEnabled(not found.withdrawn)
        self.take_over.setEnabled(not found.withdrawn)
        clear(self._lines)
        for line in found.counting:
            self._lines.addWidget(self._line(line))
        gone = [line for line in found.lines if line.recommendation.withdrawn_reason]
        if gone:
            self._lines.addSpacing(12)
            self._lines.addWidget(words(_("Withdrawn"), "field"))
        for line in gone:
            self._lines.addWidget(self._withdrawn(line))

    def _line(self, line: RecommendationLine) -> QWidget:
        number_of = line.recommendation.number
        show = link(str(number_of), partial(self.chosen.emit, line.recommendation.id))
        show.setAccessibleName(_("Recommendation {number}").format(number=number_of))
        show.setFixedWidth(32)
        made = row(show, words(line.text.title, "small", wrap=True))
        made.setStretch(1, 1)
        return holder(made)

    def _withdrawn(self, line: RecommendationLine) -> QWidget:
        kept = line.recommendation
        said = words(f"{kept.number}. {line.text.title}", "muted", wrap=True)
        why = words(kept.withdrawn_reason, "small", wrap=True)
        back = small(_("Put back"), partial(self.restore_wanted.emit, line), "rotate-ccw")
        made = row(column(said, why, gap=2), back)
        made.setStretch(0, 1)
        return holder(made)


class AppendixNote(QWidget):
    """What stands in the appendices by itself."""

    cards_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        show = link(_("To the cards"), self.cards_wanted.emit)
        self.setLayout(
            column(
                words(_("Appendices"), "heading"),
                words(
                    _(
                        "All cards come at the end of the advice by themselves, word for word and by theme."
                        " No name of a participant stands in it. Once a version is fixed you can make a copy"
                        " with the names of those who agreed, under More."
                    ),
                    "small",
                    wrap=True,
                ),
                row(show, None),
                None,
            )
        )


def _signed(version: AdviceVersion, found: AdviceFound) -> str:
    """How the members agreed to a version, or why they were not asked."""
    signed = next((kept for kept in found.rounds if kept.id == version.sign_off_id), None)
    if signed is not None:
        return sign_off_sentence(signed)
    return unsigned_sentence(version.unsigned_reason) or _("The members were not asked about this version.")


def _refuse_untitled(text: str) -> None:
    if not text:
        raise InvalidInput("advice_title_empty")
