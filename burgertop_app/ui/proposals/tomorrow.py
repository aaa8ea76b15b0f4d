"""What people do tomorrow: a strip to type what stands on the forms, and the list of all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.errors import sentence
from burgertop_app.ui.kit.buttons import link, primary, small
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.fields import TextField, TickField
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.errors import BurgertopError
    from burgertop_app.domain.intention_entry import IntentionLine, PastedList
    from burgertop_app.ui.kit.tables import Entry

WHO_WIDTH = 120


class TomorrowStrip(QFrame):
    """Number or table, Enter, what they do, Enter: kept, and the cursor is back at the number."""

    entered = Signal(str, str, bool)
    """Of whom, the words, and whether they may be shown."""
    paste_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.who, self.text = QLineEdit(), QLineEdit()
        self.who.setPlaceholderText(_("17 or t3"))
        self.who.setAccessibleName(_("Number of the participant, or the table"))
        self.who.setFixedWidth(WHO_WIDTH)
        self.text.setPlaceholderText(_("Type what somebody does tomorrow, then press Enter"))
        self.text.setAccessibleName(_("What somebody does tomorrow"))
        for field in (self.who, self.text):
            field.setProperty("size", "large")
        self.share = TickField(_("May be shown without a name"))
        self._told = words("", "ok", wrap=True)
        self.save = primary(_("Save"), self._on_save)
        paste = link(_("Paste a list…"), self.paste_wanted.emit, "clipboard-paste")
        self.who.returnPressed.connect(self.text.setFocus)
        self.text.returnPressed.connect(self._on_save)
        self.text.textChanged.connect(self._check)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L - 2, 10, Space.L - 2, 10)
        box.setSpacing(6)
        fields = row(
            column(words(_("Number or table"), "field"), self.who, gap=Space.XS),
            column(words(_("What they do tomorrow"), "field"), self.text, gap=Space.XS),
            column(None, self.save),
        )
        fields.setStretch(1, 1)
        box.addLayout(fields)
        below = row(self.share, self._told, paste)
        below.setStretch(1, 1)
        box.addLayout(below)
        self._check()

    def confirm(self, said: str) -> None:
        """Say what was kept."""
        self._say(said, "ok")

    def refuse(self, who: str, text: str, error: BurgertopError) -> None:
        """Put back what could not be kept, with the reason."""
        self.who.setText(who)
        self.text.setText(text)
        self._say(sentence(error), "error")
        self.who.setFocus()
        self.who.selectAll()

    def start(self) -> None:
        """Put the cursor at the number."""
        self.who.setFocus()

    def _say(self, said: str, kind: str) -> None:
        self._told.setText(said)
        self._told.setProperty("words", kind)
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)

    def _check(self) -> None:
        self.save.setEnabled(bool(self.text.text().strip()))

    def _on_save(self) -> None:
        who, text = self.who.text().strip(), self.text.text().strip()
        if text:
            self.entered.emit(who, text, self.share.value())
            self.who.clear()
            self.text.clear()
            self.who.setFocus()


class PasteForm(Panel):
    """Takes a pasted list, or begins with `rest` of one; below it stands why a line cannot be read."""

    def __init__(self, parent: QWidget | None, look: Callable[[str], PastedList], rest: str = "") -> None:
        self._look = look
        self.list = QPlainTextEdit(rest)
        self.list.setTabChangesFocus(True)
        self.list.setMinimumSize(520, 200)
        self.list.setAccessibleName(_("The list"))
        self.share = TickField(_("May be shown without a name"))
        self._told = words("", "small", wrap=True)
        self._wrong = words("", "error", wrap=True)
        explained = words(
            _(
                "A line for each: the number or the table, a tab or semicolon, and what they do. Without a"
                " number it is kept of nobody."
            ),
            "muted",
            wrap=True,
        )
        body = column(explained, self.list, self.share, self._told, self._wrong)
        super().__init__(parent, _("Paste a list"), body, _("Take over"))
        self.list.textChanged.connect(self.check)
        self.list.setFocus()
        self.check()

    @property
    def found(self) -> PastedList:
        """What the list holds now."""
        return self._look(self.list.toPlainText())

    def check(self) -> None:
        """Say how many can be taken over, and what is wrong with the rest."""
        found = self.found
        count = len(found.found)
        said = ngettext("{count} line can be taken over.", "{count} lines can be taken over.", count)
        self._told.setText(said.format(count=number(count)) if self.list.toPlainText().strip() else "")
        lines = [": ".join(filter(None, (one.line, sentence(one.error)))) for one in found.unread[:4]]
        if len(found.unread) > len(lines):
            lines.append(_("and {count} more").format(count=number(len(found.unread) - len(lines))))
        self._wrong.setText("\n".join(lines))
        self._wrong.setVisible(bool(lines))
        self.yes.setEnabled(bool(count))


class WordsForm(Panel):
    """Asks for other words of one intention."""

    def __init__(self, parent: QWidget | None, line: IntentionLine) -> None:
        self.text = TextField(_("What they do tomorrow"), lines=3)
        self.text.put(line.text)
        self.share = TickField(_("May be shown without a name"))
        self.share.put(line.share)
        super().__init__(parent, _("Other words"), column(self.text, self.share), _("Save"))
        self.text.changed.connect(lambda _text: self.yes.setEnabled(bool(self.text.value())))
        self.text.setFocus()


class TomorrowView(QWidget):
    """The strip on top, the list below it, and the papers."""

    form_wanted = Signal()
    overview_wanted = Signal()

    def __init__(self, menu: Callable[[list[IntentionLine]], Sequence[Entry]]) -> None:
        super().__init__()
        self.strip = TomorrowStrip()
        self.table = RecordTable(
            _("What people do tomorrow"),
            _columns(),
            key=lambda line: line.id,
            counted=lambda count: ngettext("{count} intention", "{count} intentions", count),
            menu=menu,
        )
        self._count = words("", "muted")
        empty = EmptyPage(
            _("Here comes what people do tomorrow. Hand out the form, and type above what came back."),
            help_link=(_("Print the form…"), self.form_wanted.emit),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        papers = row(
            self._count,
            None,
            small(_("Print the form…"), self.form_wanted.emit, "printer"),
            small(_("Overview without names…"), self.overview_wanted.emit, "file-text"),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.strip)
        box.addLayout(papers)
        box.addWidget(self._stack, 1)

    def put(self, lines: Sequence[IntentionLine]) -> None:
        """Show every intention."""
        self.table.put(lines)
        counting = [line for line in lines if line.counts]
        shown = sum(line.share and not line.erased for line in counting)
        self._count.setText(
            _("{total} intentions, of which {shown} may be shown.").format(
                total=number(len(counting)), shown=number(shown)
            )
            if lines
            else ""
        )
        self._stack.setCurrentIndex(0 if lines else 1)


def of_whom(line: IntentionLine) -> str:
    """The number or the table, "" for nobody."""
    if line.person:
        return line.person
    return _("table {number}").format(number=line.table_no) if line.table_no else ""


def _columns() -> tuple[Column[IntentionLine], ...]:
    return (
        Column("number", _("No."), lambda line: line.number, width=56, align=Align.RIGHT),
        Column("who", _("Of whom"), of_whom, width=96),
        Column(
            "text",
            _("What they do tomorrow"),
            lambda line: _("erased") if line.erased else line.text,
            stretch=True,
            tooltip=lambda line: line.text,
        ),
        Column("share", _("Show"), lambda line: _chip(line).words, chip=_chip, width=210),
        Column("wordings", _("Versions"), lambda line: line.wordings, width=84, hidden=True),
    )


def _chip(line: IntentionLine) -> Chip:
    if not line.counts:
        return Chip(_("withdrawn"), State.WAITING, "ban")
    if line.share:
        return Chip(_("may be shown"), State.OK)
    return Chip(_("for themselves"), State.NEUTRAL, "lock")


def asked(form: QDialog) -> bool:
    """Whether the organiser went on."""
    return form.exec() == QDialog.DialogCode.Accepted
