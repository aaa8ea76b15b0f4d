"""The small forms behind the bar: a table, a link, a footnote, a picture, and how to mark a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.text_access import is_file_name
from burgertop_app.i18n import _, number
from burgertop_app.ui.advice.marking import pasted_rows
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import LineField, TextField
from burgertop_app.ui.kit.layout import column, grid, row, words
from burgertop_app.ui.kit.number_fields import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from burgertop_app.services.picturing import Prepared

MOST_ROWS, MOST_COLUMNS = 100, 10
ADDRESS = re.compile(r"^(https?://[^\s/.]+(\.[^\s/.]+)+\S*|mailto:[^\s@]+@[^\s@]+\.[^\s@]+)$")
BARE_ADDRESS = re.compile(r"^[\w-]+(\.[\w-]+)+(/\S*)?$")
BARE_MAIL = re.compile(r"^[^\s@/]+@[^\s@/]+\.[^\s@/]+$")
SEEN = 220


def full_address(said: str) -> str:
    """The address as it works in a link: one without a beginning gets https:// or mailto:.

    Raises:
        InvalidInput: it is no address of a page or a mailbox.
    """
    said = said.strip()
    if BARE_MAIL.match(said):
        return f"mailto:{said}"
    if BARE_ADDRESS.match(said):
        said = f"https://{said}"
    said = said.replace("(", "%28").replace(")", "%29")
    if not ADDRESS.match(said):
        raise InvalidInput("link_address")
    return said


class TableForm(Panel):
    """Asks how large a table is, or takes one that was copied from Excel or Word."""

    def __init__(self, parent: QWidget | None) -> None:
        self.down = NumberField(_("Rows below the head"), low=1, high=MOST_ROWS)
        self.across = NumberField(_("Columns"), low=2, high=MOST_COLUMNS)
        self.down.put(3)
        self.across.put(2)
        self.pasted = TextField(
            _("Or paste a table from Excel or Word here"),
            hint=_("The first row becomes the head: the words that say what stands in each column."),
            lines=5,
        )
        copied = QGuiApplication.clipboard().text()
        if pasted_rows(copied):
            self.pasted.put(copied.strip("\r\n"))
        super().__init__(
            parent,
            _("A table in the text"),
            column(row(self.across, self.down), self.pasted, gap=12),
            _("Put it in"),
        )
        for field in (self.down, self.across, self.pasted):
            field.changed.connect(self._check)
        self.across.setFocus()
        self._check()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells; the first row is the head."""
        taken = pasted_rows(self.pasted.value())
        if taken:
            return tuple(line[:MOST_COLUMNS] for line in taken[: MOST_ROWS + 1])
        down, across = self.down.value() or 1, self.across.value() or 2
        head = tuple(_("Column {number}").format(number=number(place + 1)) for place in range(across))
        return (head, *(("",) * across for _place in range(down)))

    def _check(self) -> None:
        taken = pasted_rows(self.pasted.value())
        self.pasted.complain(
            "" if taken or not self.pasted.value() else explain(InvalidInput("table_not_pasted"))
        )
        size = self.down.valid and self.across.valid
        self.yes.setEnabled(bool(taken) or (size and not self.pasted.value()))


class LinkForm(Panel):
    """Asks for the words of a link and where it leads."""

    def __init__(self, parent: QWidget | None, said: str = "") -> None:
        self._words = LineField(
            _("Words in the text"),
            hint=_("Say where it leads, for example “the plan of the municipality”, not “click here”."),
        )
        self._to = LineField(_("Address"), lambda text: full_address(text) if text else None)
        self._words.put(said)
        copied = QGuiApplication.clipboard().text().strip()
        if ADDRESS.match(copied):
            self._to.put(copied)
        super().__init__(parent, _("Link"), column(self._words, self._to, gap=12), _("Put it in"))
        for field in (self._words, self._to):
            field.changed.connect(self._check)
        (self._to if said else self._words).setFocus()
        self._check()

    @property
    def given(self) -> tuple[str, str]:
        """The words and the address."""
        return self._words.value(), full_address(self._to.value())

    @override
    def accept(self) -> None:
        if self._words.value() and self._to.value() and self._to.valid:
            super().accept()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self._words.value() and self._to.value()))


class NoteForm(Panel):
    """Asks for the text of a footnote."""

    def __init__(self, parent: QWidget | None) -> None:
        self._said = TextField(
            _("Text of the footnote"),
            hint=_("For example where it can be read. It comes at the foot of the page."),
            lines=3,
        )
        super().__init__(parent, _("Footnote"), column(self._said), _("Put it in"))
        self._said.changed.connect(self._check)
        self._said.setFocus()
        self._check()

    @property
    def given(self) -> str:
        """The text."""
        return self._said.value()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.given))


class PictureForm(Panel):
    """Asks for a picture and what it shows; the picture is on screen while one describes it.

    Args:
        parent: the window.
        choose: asks for a file; what it gives comes back through `show_picture` or `refuse`.
    """

    def __init__(self, parent: QWidget | None, choose: Callable[[PictureForm], object]) -> None:
        self.ready: Prepared | None = None
        self._seen = QLabel()
        self._seen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._seen.setFixedHeight(SEEN)
        self._seen.setProperty("role", "sunken")
        self._told = words(_("No picture is chosen yet."), "muted", wrap=True)
        self.pick = small(_("Choose a file…"), lambda: choose(self), "folder-open")
        self.alt = TextField(
            _("What does the picture show?"),
            hint=_(
                "This is read aloud to who cannot see it. Say in one or two sentences what matters: who or "
                "what you see, and of a chart what it tells. Do not begin with “picture of”."
            ),
            lines=2,
        )
        self.caption = LineField(
            _("Caption"), hint=_("Stands below the picture for everyone. May stay empty.")
        )
        super().__init__(
            parent,
            _("Picture"),
            column(self._seen, row(self._told, None, self.pick), self.alt, self.caption, gap=10),
            _("Put it in"),
        )
        self._told.setMinimumWidth(260)
        self.setMinimumWidth(560)
        self.alt.changed.connect(self._check)
        self.pick.setFocus()
        self._check()

    @property
    def given(self) -> tuple[str, str]:
        """What it shows, and the caption."""
        return self.alt.value(), self.caption.value()

    def show_picture(self, path: Path, ready: Prepared) -> None:
        """Show the picture that was chosen."""
        self.ready = ready
        seen = QPixmap()
        seen.loadFromData(ready.content)
        self._seen.setPixmap(
            seen.scaled(
                500,
                SEEN - 8,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        self._tell(_told_of(path, ready), "small")
        self.alt.setFocus()
        self._check()

    def refuse(self, error: object) -> None:
        """Say why the file cannot be used; what was typed stays."""
        self._tell(explain(error), "error")
        self._check()

    def _tell(self, said: str, kind: str) -> None:
        self._told.setText(said)
        self._told.setProperty("words", kind)
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)

    def _check(self) -> None:
        alt = self.alt.value()
        if alt and is_file_name(alt):
            self.alt.complain(explain(InvalidInput("picture_alt_file_name")))
            self.yes.setEnabled(False)
            return
        self.yes.setEnabled(self.ready is not None and bool(alt))


class MarkHelp(Panel):
    """Shows how a text is marked."""

    def __init__(self, parent: QWidget | None) -> None:
        lines = (
            (_("A heading"), _("## What we saw")),
            (_("A list, with a list inside"), _("- insulation\n  - first the roof\n- one desk")),
            (_("Numbers"), _("1. start\n2. go on")),
            (_("Bold"), _("This is **important**.")),
            (_("A link"), _("[the plan](https://www.waterrijk.example/plan)")),
            (_("A table"), _("| Area | Homes |\n|---|---|\n| Harbour | 120 |")),
            (_("A footnote"), _("Homes are cold.[^1]\n\n[^1]: Survey of 2025")),
        )
        shown = grid(((_at_top(name), _sample(sample)) for name, sample in lines), gap=10)
        shown.setColumnStretch(1, 1)
        told = words(
            _(
                "Use the buttons above the text, or type the marks yourself. A blank line starts a new "
                "paragraph. In a list, Enter makes the next item; Enter twice ends the list."
            ),
            "small",
            wrap=True,
        )
        super().__init__(parent, _("How to mark a text"), column(told, shown, gap=10))


def _at_top(said: str) -> QLabel:
    made = words(said, "small")
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made


def _sample(said: str) -> QLabel:
    made = words(said, "mono", wrap=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made


def kinds() -> str:
    """The files that a picture may come from, for the dialog that asks for one."""
    return _("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff);;All files (*)")


def _told_of(path: Path, ready: Prepared) -> str:
    """What was done with a picture that was chosen."""
    said = [_("{file} is fit for the document.").format(file=path.name)]
    if ready.shrunk:
        said.append(_("It was made smaller."))
    if ready.moving:
        said.append(_("Of the moving picture only the first is taken."))
    said.append(_("Data about where and when it was taken are left out."))
    return " ".join(said)
