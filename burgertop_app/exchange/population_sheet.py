"""Population figures from a sheet: a list of groups, or the key figures of Statistics Netherlands per area.

The key figures of districts and neighbourhoods ("kerncijfers wijken en buurten") come under three sets of
column names: those of the workbook (a_inw, a_15_24), of StatLine (AantalInwoners_5, k_15Tot25Jaar_9) and of
the map (aantal_inwoners, percentage_personen_15_tot_25_jaar). Unknown is ".", blank or -99997.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.population import amount
from burgertop_app.domain.population_areas import Area, Figures, Topic
from burgertop_app.exchange.workbooks import read_table

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from burgertop_app.domain.sheets import Row, Table

_FEATURE = ("feature", "kenmerk", "category", "categorie")
_GROUP = ("value", "waarde", "groep", "group", "name", "naam")
_AMOUNT = ("count", "aantal", "inwoners", "residents", "share", "aandeel", "percentage", "percent", "%")
_NAMES = ("regio", "wijkenenbuurten", "buurtnaam", "wijknaam", "gemeentenaam", "naam", "gebied")
_KINDS = ("recs", "soortregio")
_HOME = ("gmnaam", "gemeentenaam")
_FIXED = {
    **dict.fromkeys(("ainw", "aantalinwoners", "inwoners"), (Topic.RESIDENTS, "all")),
    **dict.fromkeys(("aman", "mannen"), (Topic.SEX, "men")),
    **dict.fromkeys(("avrouw", "vrouwen"), (Topic.SEX, "women")),
    **dict.fromkeys(("aopllg", "aoplbvm", "opleidingsniveaulaag"), (Topic.SCHOOLING, "low")),
    **dict.fromkeys(("aoplmd", "aoplhvm", "opleidingsniveaumiddelbaar"), (Topic.SCHOOLING, "middle")),
    **dict.fromkeys(("aoplhg", "aoplhw", "opleidingsniveauhoog"), (Topic.SCHOOLING, "high")),
}
_AGE = (
    re.compile(r"[ap](\d\d)(\d\d)"),
    re.compile(r"(?:k|percentagepersonen|percentage|aantalinwoners)?(\d{1,3})tot(\d{1,3})jaar"),
)
_OLDER = re.compile(
    r"(?:[ap](\d\d)oo|(?:k|percentagepersonen|percentage|aantalinwoners)?(\d{1,3})jaar(?:en|of)ouder)"
)
_BAND = re.compile(r"[ap]_\d\d_\d\d")
_LEAST = 2
"""So many known key figures make a sheet one of areas."""

About = tuple[Topic, str]


def read_figures(path: Path) -> Figures:
    """The figures in a CSV file or workbook.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it is neither a list of groups nor one of areas, or a cell is no figure.
    """
    return figures_from(read_table(path))


def figures_from(table: Table) -> Figures:
    """The figures in a table that was read.

    Raises:
        InvalidInput: as `read_figures`.
    """
    keys = [_key(title) for title in table.header]
    known = [_about(key) for key in keys]
    name = next((keys.index(key) for key in _NAMES if key in keys), None)
    if name is not None and len([about for about in known if about]) >= _LEAST:
        return Figures(areas=_areas(table, keys, known, name))
    titles = [title.casefold() for title in table.header]
    group = next((titles.index(key) for key in _GROUP if key in titles), None)
    figure = next((titles.index(key) for key in _AMOUNT if key in titles), None)
    if group is None or figure is None:
        raise InvalidInput("population_columns", file=table.name, header=", ".join(table.header))
    feature = next((titles.index(key) for key in _FEATURE if key in titles), None)
    return Figures(
        groups=tuple(
            ("" if feature is None else row[feature], row[group], _cell(table, number, row, figure))
            for number, row in zip(table.numbers, table.rows, strict=True)
            if row[group]
        )
    )


def _areas(table: Table, keys: list[str], known: list[About | None], name: int) -> tuple[Area, ...]:
    kind = next((keys.index(key) for key in _KINDS if key in keys), None)
    home = next((keys.index(key) for key in _HOME if key in keys and keys.index(key) != name), None)
    places = {about: place for place, about in reversed(list(enumerate(known))) if about is not None}
    parts = {place for place in places.values() if keys[place].startswith(("percentage", "p"))}
    return tuple(
        Area(
            row[name],
            kind="" if kind is None else row[kind],
            municipality="" if home is None else row[home],
            figures=tuple(
                (*about, _weighed(table, number, row, place, places if place in parts else None))
                for about, place in sorted(places.items(), key=lambda each: each[1])
            ),
        )
        for number, row in zip(table.numbers, table.rows, strict=True)
        if row[name]
    )


def _weighed(
    table: Table, number: int, row: Row, place: int, places: dict[About, int] | None
) -> Fraction | None:
    """A figure; a percentage as people, when the number of residents is known."""
    found = _cell(table, number, row, place)
    if places is None or found is None or (Topic.RESIDENTS, "all") not in places:
        return found
    people = _cell(table, number, row, places[Topic.RESIDENTS, "all"])
    return None if people is None else found * people / 100


def _cell(table: Table, number: int, row: Row, place: int) -> Fraction | None:
    try:
        return amount(row[place])
    except InvalidInput as error:
        raise InvalidInput(
            "population_cell", file=table.name, row=number, column=table.header[place], value=row[place]
        ) from error


def _about(key: str) -> About | None:
    if key in _FIXED:
        return _FIXED[key]
    if found := _OLDER.fullmatch(key):
        return Topic.AGE, f"{int(found[1] or found[2])}+"
    for place, pattern in enumerate(_AGE):
        if found := pattern.fullmatch(key):
            return Topic.AGE, f"{int(found[1])}-{int(found[2]) - place}"
    return None


def _key(title: str) -> str:
    """A column's name without capitals, marks and the number that StatLine puts behind it."""
    bare = title if _BAND.fullmatch(title.casefold()) else re.sub(r"_\d+$", "", title)
    return "".join(mark for mark in bare.casefold() if mark.isalnum())
