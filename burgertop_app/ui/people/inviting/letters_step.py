"""How many letters, which response is expected per area, and how the letters are shared out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burgertop_app.domain.address_list import AreaPlan
from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.inviting import missing_words
from burgertop_app.services.inviting import letters_per_area
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.drawer import facts
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.address_list import AddressList

USUAL = 1000
"""Letters that are proposed, or fewer when the list is shorter."""


@dataclass(frozen=True)
class AreaLine:
    """One area with its letters; None while they cannot be shared out."""

    plan: AreaPlan
    letters: int | None

    @property
    def hoped(self) -> float | None:
        """How many yeses may be expected."""
        return None if self.letters is None else self.letters * self.plan.expected / 1000


class LettersStep(QWidget):
    """A field for the letters, one for the expected response everywhere, and a table of areas to type in."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plan: tuple[AreaPlan, ...] = ()
        self._wrong = ""
        self.letters = NumberField(_("Letters"), low=1, high=1_000_000)
        self.everywhere = LineField(
            _("Expected response, %"), thousandths, _("Type it per area where it differs.")
        )
        for field in (self.letters, self.everywhere):
            field.setFixedWidth(190)
        self.letters.editor.textEdited.connect(self._show)  # type: ignore[attr-defined]
        self.everywhere.changed.connect(self._on_everywhere)
        self.table: RecordTable[AreaLine] = RecordTable(
            _("Letters per area"),
            self._columns(),
            key=lambda line: line.plan.name,
            counted=lambda count: ngettext("{count} area", "{count} areas", count),
            look=TableLook(row_height=33),
        )
        self._out = Card(heading=_("Rows that stay out"))
        self._out.setFixedWidth(320)
        told = _(
            "Areas where fewer people answer get more letters, so that every area may expect the same "
            "response."
        )
        top = Card(holder(row(self.letters, self.everywhere, words(told, "muted", wrap=True), gap=Space.L)))
        left = QWidget()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(top)
        column.addWidget(self.table, 1)
        box.addWidget(left, 1)
        box.addWidget(self._out)

    def put(self, listed: AddressList) -> None:
        """Show the areas of another list; what was typed for an area of the same name stays."""
        before = {area.name: area.expected for area in self.plan}
        self.plan = tuple(
            replace(area, expected=before.get(area.name, area.expected))
            for area in (AreaPlan(*size) for size in listed.areas)
        )
        homes = sum(area.homes for area in self.plan)
        if not self.letters.valid or (self.letters.value() or 0) > homes:
            self.letters.put(min(USUAL, homes))
        self.everywhere.put("5")
        self._out.empty()
        said = [(missing_words(reason), number(len(out))) for reason, out in listed.left_out.items()]
        total = listed.rows - len(listed.entries)
        rows = (_("Rows in the list"), number(listed.rows))
        self._out.add(facts([rows, (_("May be drawn"), number(len(listed.entries)))], 220))
        self._out.add(facts(said, 220) if total else words(_("None."), "muted"), None)
        self._show()

    def type_in(self, line: AreaLine, text: str) -> None:
        """Take what was typed as the expected response of one area."""
        try:
            fresh = replace(line.plan, expected=thousandths(text))
        except InvalidInput as error:
            self._wrong = explain(error)
            self.changed.emit()
            return
        self.plan = tuple(fresh if area.name == fresh.name else area for area in self.plan)
        self._show()

    @property
    def why_not(self) -> str:
        """Why one cannot go on; "" when one can."""
        if self._wrong:
            return self._wrong
        if not self.letters.valid:
            return _("Type how many letters you send.")
        try:
            letters_per_area(self.plan, self.letters.value() or 0)
        except BurgertopError as error:
            return explain(error)
        return ""

    def _on_everywhere(self, text: str) -> None:
        part = thousandths(text)
        self.plan = tuple(replace(area, expected=part) for area in self.plan)
        self._show()

    def _show(self) -> None:
        self._wrong = ""
        try:
            shared = letters_per_area(self.plan, self.letters.value() or 0)
        except BurgertopError:
            shared = {}
        self.table.put([AreaLine(area, shared.get(area.name)) for area in self.plan])
        self.changed.emit()

    def _columns(self) -> tuple[Column[AreaLine], ...]:
        right = Align.RIGHT
        return (
            Column("name", _("Area"), lambda line: line.plan.name, stretch=True, bold=True),
            Column("people", _("On the list"), lambda line: line.plan.people, width=110, align=right),
            Column("homes", _("Addresses"), lambda line: line.plan.homes, width=110, align=right),
            Column(
                "expected",
                _("Expected, %"),
                lambda line: line.plan.expected,
                text=lambda line: number(line.plan.expected / 10),
                width=120,
                align=right,
                edit=self.type_in,
            ),
            Column("letters", _("Letters"), lambda line: line.letters, width=100, align=right, bold=True),
            Column(
                "hoped",
                _("Expected yes"),
                lambda line: line.hoped,
                text=lambda line: "" if line.hoped is None else number(round(line.hoped, 1)),
                width=120,
                align=right,
            ),
        )


def thousandths(text: str) -> int:
    """A percentage as people type it, "7,5", in thousandths.

    Raises:
        InvalidInput: it is no percentage from 0,1 to 100.
    """
    try:
        part = round(float(text.replace("%", "").replace(",", ".").strip()) * 10)
    except (ValueError, OverflowError):
        raise InvalidInput("invite_percentage") from None
    if not 1 <= part <= 1000:
        raise InvalidInput("invite_percentage")
    return part
