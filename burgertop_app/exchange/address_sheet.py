"""Reading a list of addresses or people to invite: every row becomes an entry, or stays out for a reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.address_list import NAMES, AddressList, ListEntry, ListField, Missing
from burgertop_app.domain.addresses import address_key, tidy_postcode
from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.guesses import flat
from burgertop_app.domain.people_import import Field
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange.people_ages import ages_of
from burgertop_app.exchange.people_columns import HEADERS

if TYPE_CHECKING:
    from burgertop_app.domain.address_list import ListColumns, ListRules
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.sheets import Row, Table

OFTEN = 2_000
_POSTCODE = re.compile(r"[1-9]\d{3}")
_WORDS: dict[ListField, str] = {
    ListField.ADDRESS: HEADERS[Field.ADDRESS] + " openbareruimte naamopenbareruimte openbareruimtenaam",
    ListField.HOUSE_NUMBER: HEADERS[Field.HOUSE_NUMBER],
    ListField.ADDITION: HEADERS[Field.ADDITION],
    ListField.POSTCODE: HEADERS[Field.POSTCODE],
    ListField.PLACE: HEADERS[Field.PLACE],
    ListField.AREA: "wijk wijknaam buurt buurtnaam stadsdeel gebied gebiedsnaam kern dorpskern woonwijk "
    "neighbourhood neighborhood district ward area wijkcode buurtcode stratum",
    ListField.NAME: f"{HEADERS[Field.NAME]} {HEADERS[Field.FIRST_NAME]}",
    ListField.MIDDLE_NAME: HEADERS[Field.MIDDLE_NAME],
    ListField.LAST_NAME: HEADERS[Field.LAST_NAME],
    ListField.BORN: "geboortejaar geboortedatum birthyear birthdate dateofbirth yearofbirth gebdatum gebjaar "
    "leeftijd age",
}


def suggest_list(table: Table) -> dict[ListField, int]:
    """Which column most likely holds what, by its header; the first that fits."""
    plain = [flat(title) for title in table.header]
    found: dict[ListField, int] = {}
    for kind, words in _WORDS.items():
        known = words.split()
        places = [place for place, title in enumerate(plain) if title in known]
        free = [place for place in places if place not in found.values()]
        if free:
            found[kind] = free[0]
    return found


def read_list(
    table: Table, columns: ListColumns, rules: ListRules, file_sha256: str = "", progress: Progress = UNHEARD
) -> AddressList:
    """Everybody in `table` who may be invited; a home lies in the area of its first row.

    Raises:
        InvalidInput: it holds citizen service numbers, or nobody can be invited.
        Cancelled: the organiser pressed Cancel.
    """
    refuse_bsn(table)
    if any(place >= len(table.header) for place in columns.places.values()):
        raise InvalidInput("import_columns_differ", file=table.name)
    reader = _Reader(columns, rules)
    for place, (number, row) in enumerate(zip(table.numbers, table.rows, strict=True)):
        if place % OFTEN == 0:
            progress.checkpoint("checking", place / len(table.rows))
        reader.take(number, row)
    if not reader.entries:
        raise InvalidInput("list_nobody", file=table.name)
    left_out = {reason: tuple(rows) for reason, rows in reader.left_out.items() if rows}
    return AddressList(
        table.name, file_sha256, len(table.rows), columns.named, tuple(reader.entries), left_out
    )


class _Reader:
    """Goes through the rows and remembers homes, areas and people that it saw."""

    def __init__(self, columns: ListColumns, rules: ListRules) -> None:
        self._places = columns.places
        self._rules = rules
        self._areas: dict[str, str] = {}
        self._area_of: dict[str, str] = {}
        self._seen: set[tuple[str, str]] = set()
        self._ages: dict[str, Missing | None] = {"": None}
        self.entries: list[ListEntry] = []
        self.left_out: dict[Missing, list[int]] = {reason: [] for reason in Missing}

    def take(self, number: int, row: Row) -> None:
        """Make an entry of the row, or note why not."""
        made = self._entry(number, row)
        if isinstance(made, Missing):
            self.left_out[made].append(number)
        else:
            self.entries.append(made)

    def _entry(self, number: int, row: Row) -> ListEntry | Missing:
        address = " ".join(filter(None, (self._cell(row, kind) for kind in _ADDRESS)))
        postcode, place = self._cell(row, ListField.POSTCODE), self._cell(row, ListField.PLACE)
        home = address_key(address if ListField.ADDRESS in self._places else f"x {address}", postcode, place)
        name = " ".join(filter(None, (self._cell(row, kind) for kind in NAMES)))
        born = self._cell(row, ListField.BORN)
        area = self._area(row, postcode)
        why = self._why_not(home, area, born)
        if why is not None:
            return why
        who = flat(f"{name}{born}")
        if (home, who) in self._seen:
            return Missing.DOUBLE
        self._seen.add((home, who))
        area = self._area_of.setdefault(home, area)
        return ListEntry(number, home, area, who, name, address, tidy_postcode(postcode), place, born)

    def _why_not(self, home: str, area: str, born: str) -> Missing | None:
        if not home:
            return Missing.NO_ADDRESS
        if not area:
            return Missing.NO_AREA
        if home in self._rules.homes:
            return Missing.KNOWN_HOME
        if born not in self._ages:
            self._ages[born] = self._age(born)
        return self._ages[born]

    def _age(self, born: str) -> Missing | None:
        try:
            ages = ages_of(born, self._rules.today)
        except ValueError:
            ages = None
        if ages is None:
            return Missing.BORN_WRONG
        return Missing.TOO_YOUNG if max(ages) < self._rules.minimum_age else None

    def _area(self, row: Row, postcode: str) -> str:
        """The area in the spelling that came first; without a column the figures of the postcode."""
        if ListField.AREA not in self._places:
            figures = _POSTCODE.match(postcode)
            return figures[0] if figures else ""
        said = " ".join(self._cell(row, ListField.AREA).split())
        return self._areas.setdefault(said.casefold(), said)

    def _cell(self, row: Row, kind: ListField) -> str:
        place = self._places.get(kind)
        return "" if place is None else row[place]


_ADDRESS = (ListField.ADDRESS, ListField.HOUSE_NUMBER, ListField.ADDITION)
