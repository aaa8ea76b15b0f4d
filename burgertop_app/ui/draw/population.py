"""The dialog that makes quotas of population figures, with the places that follow beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout

from burgertop_app.domain.drawing import QuotaForm
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.population import Width, pasted
from burgertop_app.domain.population_areas import matched
from burgertop_app.i18n import _, number
from burgertop_app.messages.population import width_words
from burgertop_app.ui.draw.population_rows import (
    FigureRow,
    Sheet,
    figure_words,
    places_text,
    seen_shares,
    share_text,
)
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import ChoiceField, LineField
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QLayout, QWidget

    from burgertop_app.domain.draw_views import DrawSetup
    from burgertop_app.domain.population_areas import Area, Figures

NUMBERS, PERCENTAGES = "numbers", "percentages"
WIDE, HIGH, TALL, DATE, MOST_AREAS = 760, 720, 260, 190, 400


class PopulationDialog(Panel):
    """Asks for a figure per group and shows at once how many places that gives.

    Args:
        read: lets the organiser choose a file, and gives its figures to `take` or a mistake to `fail`.
    """

    def __init__(
        self,
        parent: QWidget | None,
        setup: DrawSetup,
        today: date,
        read: Callable[[PopulationDialog], object],
    ) -> None:
        self._setup, self._read = setup, read
        self._figures: Figures | None = None
        shares = seen_shares(setup.form.lines)
        self.sheet = Sheet(setup.form.lines, setup.seats, setup.supply, shares, percentages=bool(shares))
        self.kind = Segmented(
            ((NUMBERS, _("Numbers of residents")), (PERCENTAGES, _("Percentages"))), _("What the figures are")
        )
        self.area = ChoiceField[int](_("Area"), [])
        self.area.hide()
        self.table = self._table()
        self.width_ = ChoiceField(
            _("Room around the share"), [(width, width_words(width)) for width in Width]
        )
        self.source = LineField(
            _("Source of the figures on residents"), placeholder=_("for example CBS 2025")
        )
        self.day = DateField(_("Date of the figures"), optional=True, month=today)
        self.wrong = words("", "late", wrap=True)
        super().__init__(parent, _("Quotas from population figures"), self._body(), _("Use these places"))
        box = self.layout()
        if isinstance(box, QVBoxLayout):
            box.setStretch(1, 1)
        self.resize(WIDE, HIGH)
        self._begin(setup)

    @property
    def form(self) -> QuotaForm:
        """The quotas that follow, with where the figures come from."""
        return QuotaForm(lines=self.sheet.after, source=self.source.value(), source_date=self.day.value())

    def type_in(self, pair: tuple[str, str], text: str) -> None:
        """Take a figure that was typed."""
        self._take({pair: text})

    def paste(self) -> None:
        """Take figures from the clipboard."""
        pairs = [(entry.feature, entry.value) for entry in self.sheet.entries]
        try:
            found = pasted(QApplication.clipboard().text(), pairs)
        except BurgertopError as error:
            self._complain(explain(error))
            return
        if any("%" in text for text in found.values()):
            self._on_kind(PERCENTAGES)
        self._take(found)

    def open_file(self) -> None:
        """Take figures from a file."""
        self._read(self)

    @Slot(object)
    def take(self, figures: Figures) -> None:
        """Take the figures of a file that belong to the groups; with several areas one can be chosen."""
        self._figures = figures
        areas = self._areas()
        self.area.offer([(place, _area_words(area)) for place, area in enumerate(areas)])
        self.area.setVisible(bool(areas))
        self._on_kind(NUMBERS)
        self._match()

    @Slot(object)
    def fail(self, error: Exception) -> None:
        """Tell why a file cannot be used."""
        self._complain(explain(error))

    def _body(self) -> QLayout:
        said = _(
            "Fill in how many residents each group has, or which part they are. The places follow the share; "
            "per feature they always add up to what the panel needs. Empty or a dot means unknown."
        )
        buttons = row(
            self.kind,
            None,
            secondary(_("Paste"), self.paste, "clipboard-paste"),
            secondary(_("From a file…"), self.open_file, "upload"),
            gap=Space.S,
        )
        below = row(self.source, self.day, gap=Space.M)
        below.setStretch(0, 1)
        self.day.setFixedWidth(DATE)
        self.table.setMinimumHeight(TALL)
        body = column(
            words(said, "muted", wrap=True),
            buttons,
            self.area,
            self.table,
            self.wrong,
            self.width_,
            holder(below),
            gap=Space.M,
        )
        body.setStretchFactor(self.table, 1)
        return body

    def _begin(self, setup: DrawSetup) -> None:
        source = setup.quota_set
        self.source.put(source.source if source else "")
        self.day.put(source.source_date if source else None)
        self.kind.put(PERCENTAGES if self.sheet.percentages else NUMBERS)
        self.width_.put(Width.ROUNDED)
        self.kind.chosen.connect(self._on_kind)
        self.width_.changed.connect(self._on_width)
        self.area.changed.connect(lambda _place: self._match())
        for kept in (self.source, self.day):
            kept.changed.connect(lambda _said: self._show())
        self._show()

    def _table(self) -> RecordTable[FigureRow]:
        columns = (
            Column[FigureRow]("value", _("Group"), lambda each: each.entry.value, stretch=True),
            Column[FigureRow](
                "figure",
                _("Residents"),
                lambda each: each.typed,
                width=120,
                align=Align.RIGHT,
                edit=lambda each, text: self.type_in(each.key, text),
            ),
            Column[FigureRow](
                "share", _("Share"), lambda each: each.share, text=share_text, width=84, align=Align.RIGHT
            ),
            Column[FigureRow](
                "places",
                _("Places"),
                lambda each: each.entry.low,
                text=places_text,
                width=92,
                align=Align.RIGHT,
            ),
            Column[FigureRow](
                "supply",
                _("Registered"),
                lambda each: each.supply,
                text=lambda each: number(each.supply),
                width=104,
                align=Align.RIGHT,
            ),
        )
        look = TableLook[FigureRow](row_height=30, foot=False, heading=lambda each: each.note or None)
        return RecordTable(_("Population figures per group"), columns, key=lambda each: each.key, look=look)

    def _areas(self) -> tuple[Area, ...]:
        if self._figures is None:
            return ()
        return self._figures.around(self._setup.municipality)[:MOST_AREAS]

    def _match(self) -> None:
        if self._figures is None:
            return
        pairs = [(entry.feature, entry.value) for entry in self.sheet.entries]
        areas = self._areas()
        area = areas[self.area.value() or 0] if areas else None
        found = matched(self._figures, pairs, area, self._setup.municipality)
        self._take(figure_words(found))
        if not found:
            self._complain(_("No figure of this file belongs to one of your groups. Type them in."))

    def _take(self, figures: dict[tuple[str, str], str]) -> None:
        try:
            self.sheet = self.sheet.with_typed(figures)
        except BurgertopError as error:
            self._complain(explain(error))
            return
        self._show()

    def _on_kind(self, kind: str) -> None:
        self.kind.put(kind)
        self.sheet = replace(self.sheet, percentages=kind == PERCENTAGES)
        self._show()

    def _on_width(self, width: Width) -> None:
        self.sheet = replace(self.sheet, width=width)
        self._show()

    def _show(self) -> None:
        self.table.put(self.sheet.rows)
        self._complain("\n".join(self.sheet.complaints))
        told = bool(self.source.value()) and self.day.valid
        changed = self.sheet.after != self.sheet.entries
        self.yes.setEnabled(told and not self.sheet.complaints and changed)
        missing = _("Fill in the source; it is printed in the protocol.") if changed and not told else ""
        self.source.complain(missing if not self.source.value() else "")

    def _complain(self, said: str) -> None:
        self.wrong.setText(said)
        self.wrong.setVisible(bool(said))


def _area_words(area: Area) -> str:
    return _("{name} ({kind})").format(name=area.name, kind=area.kind) if area.kind else area.name
