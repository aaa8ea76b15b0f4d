"""The page about the advice: outline, editor, and the page as it will look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.advice_checks import ANSWER, PLAN, RECOMMENDATIONS, AdviceCheck
from burgertop_app.domain.changes import Topic
from burgertop_app.i18n import _, mark
from burgertop_app.ui.advice import found as reading
from burgertop_app.ui.advice.acts import AdviceActs
from burgertop_app.ui.advice.checklist import Checklist
from burgertop_app.ui.advice.dialogs import OfferForm, OneLine
from burgertop_app.ui.advice.editors import AppendixNote, TitleEditor
from burgertop_app.ui.advice.found import AdviceFound
from burgertop_app.ui.advice.markbar import MarkBar
from burgertop_app.ui.advice.marks import MarkActs
from burgertop_app.ui.advice.member_acts import MemberActs
from burgertop_app.ui.advice.outline import Outline
from burgertop_app.ui.advice.part_editors import Editor, editor_of
from burgertop_app.ui.advice.parts import TITLE, Part, document_heading, outline
from burgertop_app.ui.advice.preview import PreviewMaker
from burgertop_app.ui.advice.recommendation import RecommendationEditor
from burgertop_app.ui.advice.version_acts import VersionActs
from burgertop_app.ui.advice.writing import RichField
from burgertop_app.ui.advice.writing_acts import WritingActs
from burgertop_app.ui.kit.buttons import menu_button, primary, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.fields import Field
from burgertop_app.ui.kit.layout import clear, column, holder, scrolled, words
from burgertop_app.ui.kit.preview import PdfPreview
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from burgertop_app.ui.desk import Desk

PAUSE = 300
"""Milliseconds that the cursor stands still before the page at the right follows it."""
CONTENTS = (264, 340)
"""Pixels that the contents are wide, at least and at most."""
SUMMARY = Part(SectionKind.SUMMARY.value, "")


class AdvicePage(Page[AdviceFound]):
    """Writing the advice, fixing versions of it, and recording that it was offered."""

    KEY, ICON, NAME = "advice", "file-text", mark("Advice")
    TOPICS = frozenset({Topic.ADVICE, Topic.PROPOSALS, Topic.BALLOTS, Topic.PLAN, Topic.PEOPLE})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found = AdviceFound()
        self.acts = AdviceActs(self)
        self.writing = WritingActs(self)
        self.members = MemberActs(self)
        self.compared = VersionActs(self)
        self.bar = MarkBar()
        self.marks = MarkActs(self, self.bar)
        self.part = SUMMARY
        self.editor: Editor | None = None
        self.outline = Outline()
        self.checklist = Checklist()
        self.preview = PdfPreview(_("How the page will look"))
        self.maker = PreviewMaker(desk)
        self.warning = words("", "warn", wrap=True)
        self._wanted: UUID | None = None
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._on_moved)
        self.head.sentence.setMinimumWidth(120)
        self._build()
        self.outline.wanted.connect(self.choose)
        self.checklist.wanted.connect(self._on_check)
        self.maker.made.connect(self._on_made)
        self.maker.warned.connect(self._on_warned)
        self.maker.failed.connect(self.fail)
        self.maker.stopped.connect(self.preview.not_made)
        self.preview.again_wanted.connect(self._on_again)

    @override
    def reading(self, process: UUID) -> Callable[[], AdviceFound]:
        house, wanted = self.desk.services, self._wanted
        return lambda: reading.read(house, process, wanted)

    @override
    def fill(self, found: AdviceFound) -> None:
        other = found.advice is None or self.found.advice is None or found.advice.id != self.found.advice.id
        if other:
            self._close_editor()
            self.preview.clear()
        self.found = found
        self.head.say(reading.sentence(found))
        self._act()
        self._stack.setCurrentIndex(1 if found.advice is None else 0)
        if found.advice is None:
            return
        self._wanted = found.advice.id
        parts = outline(found)
        self.part = next((part for part in parts if _same(part, self.part)), parts[1])
        self.outline.put(parts, self.part)
        self.checklist.put(found.checks)
        self._edit(anew=other)
        self.preview.being_made()
        self.maker.want(found)

    @override
    def focus_on(self, focus: object) -> None:
        if self.found.line(focus) is not None:
            self._go(RECOMMENDATIONS, focus)
        elif any(advice.id == focus for advice in self.found.advices):
            self.show_advice(focus)

    @override
    def leave(self) -> None:
        super().leave()
        self.writing.left(self.editor)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = CONTENTS
        self._side.setFixedWidth(min(max(self.width() // 4, least), most))

    def take_kept(self) -> None:
        """Show what is kept instead of what was typed last."""
        self.editor = None
        self.load()

    def choose(self, part: Part) -> None:
        """Edit `part` and show its page."""
        if not _same(part, self.part):
            self.part = part
            self._edit(anew=True)
        self._follow()

    def show_advice(self, advice_id: object) -> None:
        """Show another advice of this process."""
        if isinstance(advice_id, UUID) and advice_id != self._wanted:
            self._wanted = advice_id
            self.load()

    def show_later(self, row_id: UUID | None) -> None:
        """Show a row as soon as it has been read."""
        self._wanted_focus = row_id

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        contents = Card(self.outline, heading=_("Contents"))
        left.addWidget(contents, 5)
        left.addWidget(self.checklist, 3)
        self._side = side = holder(left)
        side.setFixedWidth(CONTENTS[0])
        left.setContentsMargins(0, 0, 0, 0)
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inside = QWidget()
        inside.setLayout(self._middle)
        middle = Card(
            column(self.bar, gap=0, margins=(Space.M, Space.S, Space.M, 0)), scrolled(inside), flush=True
        )
        middle.setMinimumWidth(340)
        self.preview.setMinimumWidth(316)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.preview, 1)
        right.addWidget(self.warning)
        self.warning.hide()
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        body.addWidget(side)
        body.addWidget(middle, 11)
        body.addLayout(right, 10)
        self._stack = QStackedWidget()
        self._stack.addWidget(holder(body))
        self._stack.addWidget(
            EmptyPage(
                _("Here you write the advice. Start it when you know what the panel recommends."),
                (_("Start the advice…"), self._on_new),
            )
        )
        self.content.addWidget(self._stack, 1)

    def _act(self) -> None:
        found = self.found
        if found.advice is None:
            self.head.act()
            return
        entries: list[tuple[str, str, Callable[[], object]]] = [
            (_("Versions"), "history", lambda: self._go(TITLE)),
            (_("New advice…"), "file-plus", self._on_new),
        ]
        if len(found.advices) > 1:
            entries += [
                (advice.title, "file-text", partial(self.show_advice, advice.id))
                for advice in found.advices
                if advice.id != found.advice.id
            ]
        if found.fixed is not None:
            entries.insert(1, (_("Copy with names…"), "users", self.acts.save_with_names))
        if found.restyled:
            entries.insert(1, (_("Fix version in the new house style…"), "lock", self.acts.publish))
        if not found.withdrawn:
            entries.append((_("Withdraw this advice…"), "ban", self.acts.withdraw))
        if found.versions:
            entries.append((_("Folder for the website…"), "globe", self.acts.make_site))
        document = secondary(_("Save as…"), self.acts.save, "download")
        more = menu_button(_("More"), entries)
        if found.withdrawn:
            self.head.act(more, document)
        else:
            self.head.act(more, document, self._main())

    def _main(self) -> QWidget:
        found = self.found
        if found.fixed is None:
            return primary(_("Fix version…"), self.acts.publish, "lock")
        if found.offered(found.fixed) and self.desk.offers("response"):
            return primary(_("To the answer"), lambda: self.desk.navigate("response"), "mail-check")
        return primary(_("Offer…"), self._on_offer, "handshake")

    def _edit(self, *, anew: bool) -> None:
        if anew or self.editor is None:
            self._close_editor()
            clear(self._middle)
            self.editor = editor_of(self, self.part)
            self._middle.addWidget(self.editor)
            texts = self.editor.findChildren(RichField)
            self.bar.setVisible(bool(texts) and not self.found.withdrawn)
            self.marks.follow(texts)
            for text in texts:
                text.text.cursorPositionChanged.connect(self._soon.start)
        if not isinstance(self.editor, AppendixNote):
            self.editor.put(self.found)
            self.editor.setEnabled(not self.found.withdrawn or isinstance(self.editor, TitleEditor))

    def _close_editor(self) -> None:
        """Keep what was typed last and offer a way back, while `found` is still what it was typed in."""
        for field in self.editor.findChildren(Field) if self.editor is not None else ():
            field.flush()
        self.writing.left(self.editor)
        self.editor = None

    def _go(self, key: str, part_id: object = None) -> None:
        parts = outline(self.found)
        part = next((part for part in parts if (part.key, part.id) == (key, part_id)), None)
        if part is not None:
            self.outline.put(parts, part)
            self.choose(part)

    def _on_check(self, check: AdviceCheck) -> None:
        if check.place in (PLAN, ANSWER):
            self.desk.navigate(check.place)
            return
        line = next(
            (line for line in self.found.counting if line.recommendation.number == check.number), None
        )
        self._go(check.place, line.recommendation.id if line else None)
        texts = self.editor.texts if isinstance(self.editor, RecommendationEditor) else {}
        wanted = texts.get(check.field, self.editor)
        if wanted is not None:
            wanted.setFocus()

    def _on_made(self, content: bytes) -> None:
        self.preview.put(content)
        self._follow()

    def _on_again(self) -> None:
        self.error_bar.hide()
        self.preview.being_made()
        self.maker.again()

    def _on_warned(self, warnings: tuple[str, ...]) -> None:
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))

    def _follow(self) -> None:
        heading = document_heading(self.found, self.part)
        page = self.preview.page_of(heading) if heading else 0
        if page is not None:
            self.preview.go(self._written_on(page))

    def _written_on(self, first: int) -> int:
        """The page with what is being written, from `first` on; else `first`."""
        texts = self.editor.findChildren(RichField) if self.editor is not None else []
        said = next((text.line for text in texts if text.text.hasFocus()), "")
        found = self.preview.page_with(said, first)
        return first if found is None else found

    def _on_moved(self) -> None:
        """Somebody writes elsewhere in this part: show that page, and leave the page alone otherwise."""
        texts = self.editor.findChildren(RichField) if self.editor is not None else []
        if any(text.text.hasFocus() for text in texts):
            self._follow()

    def _on_new(self) -> None:
        given = self.found.process.title if self.found.process and not self.found.advices else ""
        form = OneLine(self, _("New advice"), _("Title of the advice"), _("Start"), given)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.acts.start(form.given)

    def _on_offer(self) -> None:
        if self.found.fixed is None:
            return
        form = OfferForm(self, self.found.fixed.version, self.acts.college(), self.desk.today())
        if form.exec() == QDialog.DialogCode.Accepted:
            self.acts.offer(*form.given)


def _same(one: Part, other: Part) -> bool:
    return (one.key, one.id) == (other.key, other.id)
