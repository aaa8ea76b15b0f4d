"""The third step: what each column holds, what the data are for, and until when they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import Role
from burgertop_app.domain.people_import import Columns, Field, Use
from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.importing import field_words
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from burgertop_app.domain.requests import Keeping
    from burgertop_app.services.importing import Opened

EXAMPLES = 4
LOOKED_AT = 200
OF_FACILITATORS = (Field.LANGUAGE, Field.SKILL)
IGNORED = Use(Field.IGNORE)


@dataclass(frozen=True)
class ColumnLine:
    """One column of the sheet: its header, some cells, and what it is used for."""

    place: int
    title: str
    examples: str
    use: Use


class ColumnsStep(QWidget):
    """A row per column with a combo box, and two fields at the right."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[ColumnLine] = []
        self._features: tuple[str, ...] = ()
        self._role = Role.RESIDENT
        self._today: date | None = None
        self.table: RecordTable[ColumnLine] = RecordTable(
            _("Columns"),
            self._columns(),
            key=lambda line: line.place,
            counted=lambda count: ngettext("{count} column", "{count} columns", count),
            look=TableLook(row_height=Space.ROW_FIELDS),
        )
        self.purpose = LineField(
            _("What are the data for?"), _check_purpose, _("Stands with every person of this import.")
        )
        self.keep_until = DateField(
            _("Keep until"), self._check_day, hint=_("After this day you are told to erase them.")
        )
        for field in (self.purpose, self.keep_until):
            field.changed.connect(self.changed)
            field.editor.textEdited.connect(self.changed)  # type: ignore[attr-defined]
        side = Card(
            self.purpose,
            self.keep_until,
            words(
                _("Take over only what you need. A column that you leave out is not kept anywhere."),
                "muted",
                wrap=True,
            ),
            None,
            heading=_("Keeping the data"),
        )
        side.setFixedWidth(300)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.table, 1)
        box.addWidget(side)

    def put(self, opened: Opened, features: Sequence[str], role: Role) -> None:
        """Show these columns with their guessed uses."""
        self._features, self._role = tuple(features), role
        rows = opened.table.rows[:LOOKED_AT]
        self._lines = [
            ColumnLine(place, title, _examples(row[place] for row in rows), use)
            for place, (title, use) in enumerate(zip(opened.table.header, opened.uses, strict=True))
        ]
        self.table.put(self._lines)

    def propose(self, keeping: Keeping, today: date) -> None:
        """Put the usual purpose and last day in the fields."""
        self._today = today
        self.purpose.put(keeping.purpose)
        self.keep_until.put(keeping.keep_until)

    @property
    def uses(self) -> tuple[Use, ...]:
        """What each column is used for now."""
        return tuple(line.use for line in self._lines)

    @property
    def coupled(self) -> int:
        """How many columns are taken over."""
        return sum(use.field is not Field.IGNORE for use in self.uses)

    @property
    def why_not(self) -> str:
        """Why one cannot go on; "" when one can."""
        try:
            Columns(self.uses)
        except InvalidInput as error:
            return explain(error)
        if not (self.purpose.valid and self.keep_until.valid):
            return _("Fill in what the data are for and until when they are kept.")
        return ""

    def use(self, line: ColumnLine, said: str) -> None:
        """Use a column for what the words say."""
        for use in self._options(line):
            if self._words(use) == said:
                self._lines[line.place] = ColumnLine(line.place, line.title, line.examples, use)
                self.table.put(list(self._lines))
                self.changed.emit()
                return

    def _columns(self) -> tuple[Column[ColumnLine], ...]:
        return (
            Column("title", _("Column"), lambda line: line.title, width=180, bold=True),
            Column("examples", _("For example"), lambda line: line.examples, stretch=True, muted=True),
            Column(
                "use",
                _("Becomes"),
                lambda line: self._words(line.use),
                width=250,
                edit=self.use,
                choices=lambda line: [self._words(use) for use in self._options(line)],
            ),
            Column("state", "", lambda line: line.use.field is Field.IGNORE, chip=_chip, width=130),
        )

    def _options(self, line: ColumnLine) -> list[Use]:
        plain = [
            Use(field)
            for field in Field
            if field not in (Field.FEATURE, Field.IGNORE)
            and (field not in OF_FACILITATORS or self._role is Role.FACILITATOR)
        ]
        names = dict.fromkeys(
            [*self._features, *([line.use.feature] if line.use.feature else []), line.title]
        )
        return [IGNORED, *(Use(Field.FEATURE, name) for name in names), *plain]

    def _words(self, use: Use) -> str:
        if use.field is Field.FEATURE:
            return _("Feature: {name}").format(name=use.feature)
        return field_words(use.field)

    def _check_day(self, until: date | None) -> None:
        if self._today is not None and until is not None and until < self._today:
            raise InvalidInput("import_keep_until_past", day=f"{until:%d-%m-%Y}")


def _chip(line: ColumnLine) -> Chip:
    if line.use.field is Field.IGNORE:
        return Chip(_("stays out"), State.WAITING, "circle-minus")
    return Chip(_("taken over"), State.OK, "check")


def _examples(cells: Iterable[str]) -> str:
    found = dict.fromkeys(cell for cell in cells if cell)
    return " · ".join(list(found)[:EXAMPLES]).replace("\n", " ")


def _check_purpose(purpose: str) -> None:
    if not purpose:
        raise InvalidInput("import_purpose_empty")
