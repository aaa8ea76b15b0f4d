"""Which column of the list holds what, what the data are for, and until when they are kept."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from burgertop_app.domain.address_list import ListColumns, ListField
from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.domain.requests import Keeping
from burgertop_app.i18n import _
from burgertop_app.messages.inviting import list_field_words
from burgertop_app.services.inviting import suggest_list
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import ChoiceField, LineField
from burgertop_app.ui.kit.layout import column, grid, holder, scrolled, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from burgertop_app.services.importing import Opened

EXAMPLES, LOOKED_AT = 3, 200
LONGEST = 60


class ListColumnsStep(QWidget):
    """A choice of column for each thing a list may have; examples stand below the choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._examples: list[str] = []
        self._today: date | None = None
        self.fields: dict[ListField, ChoiceField[int | None]] = {
            kind: ChoiceField(list_field_words(kind), [], hint=" ", empty="–") for kind in ListField
        }
        self.area_feature: ChoiceField[str | None] = ChoiceField(
            _("The area is the feature"),
            [],
            _("Then a reply that says otherwise is noticed."),
            empty=_("no feature"),
        )
        self.purpose = LineField(
            _("What are the data for?"), _check_purpose, _("Stands with every invited person.")
        )
        self.keep_until = DateField(
            _("Keep until"), self._check_day, hint=_("After this day you are told to erase them.")
        )
        for choice in self.fields.values():
            choice.changed.connect(self._on_chosen)
        for field in (self.purpose, self.keep_until):
            field.changed.connect(self.changed)
            field.editor.textEdited.connect(self.changed)  # type: ignore[attr-defined]
        self._lay_out()

    def put(self, opened: Opened, features: Mapping[str, tuple[str, ...]], feature: str) -> None:
        """Offer the columns of the sheet, with the likely ones chosen; `feature` is likely the area."""
        table = opened.table
        rows = table.rows[:LOOKED_AT]
        self._examples = [_cells([row[place] for row in rows]) for place in range(len(table.header))]
        options: list[tuple[int | None, str]] = list(enumerate(table.header))
        likely = suggest_list(table)
        for kind, field in self.fields.items():
            field.offer(options)
            field.put(likely.get(kind))
        self.area_feature.offer([(name, name) for name in features])
        self.area_feature.put(feature or None)
        self._on_chosen()

    def propose(self, keeping: Keeping, today: date) -> None:
        """Put a usual purpose and last day in the fields."""
        self._today = today
        self.purpose.put(keeping.purpose)
        self.keep_until.put(keeping.keep_until)

    @property
    def columns(self) -> ListColumns:
        """What was chosen.

        Raises:
            InvalidInput: nothing tells where people live, or one column is used twice.
        """
        chosen = {kind: field.value() for kind, field in self.fields.items()}
        return ListColumns({kind: place for kind, place in chosen.items() if place is not None})

    @property
    def keeping(self) -> Keeping | None:
        """For what and until when; None while that is not filled in."""
        if not (self.purpose.valid and self.keep_until.valid):
            return None
        until = self.keep_until.value()
        return None if until is None else Keeping(self.purpose.value(), until)

    @property
    def why_not(self) -> str:
        """Why one cannot go on; "" when one can."""
        try:
            self.columns  # noqa: B018 - asks whether it can be made
        except BurgertopError as error:
            return explain(error)
        if self.keeping is None:
            return _("Fill in what the data are for and until when they are kept.")
        return ""

    def _lay_out(self) -> None:
        made = list(self.fields.values())
        half = (len(made) + 1) // 2
        pairs = zip_longest(made[:half], made[half:])
        told = _("A list with addresses is enough. With names one person per address is drawn by name.")
        sentence = holder(column(words(told, "muted", wrap=True)))
        sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        columns = scrolled(holder(column(grid(pairs), None)))
        left = Card(sentence, columns, heading=_("What is in the list?"))
        side = Card(
            self.area_feature,
            self.purpose,
            self.keep_until,
            words(_("Only who is drawn is kept. The rest of the list is kept nowhere."), "muted", wrap=True),
            None,
            heading=_("Keeping the data"),
        )
        side.setFixedWidth(320)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(left, 1)
        box.addWidget(side)

    def _on_chosen(self) -> None:
        for field in self.fields.values():
            place = field.value()
            field.hint(self._examples[place] if place is not None else " ")
        self.changed.emit()

    def _check_day(self, until: date | None) -> None:
        if self._today is not None and until is not None and until < self._today:
            raise InvalidInput("import_keep_until_past", day=f"{until:%d-%m-%Y}")


def _cells(cells: list[str]) -> str:
    found = list(dict.fromkeys(cell for cell in cells if cell))[:EXAMPLES]
    text = " · ".join(found).replace("\n", " ")
    return (text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…") or " "


def _check_purpose(purpose: str) -> None:
    if not purpose:
        raise InvalidInput("import_purpose_empty")
