"""Cards from a sheet: first look at every row and ask, then take over everything at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.cards_import import CardColumns, CardField, CardRules
from burgertop_app.domain.cards_text import split_count
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.guesses import flat
from burgertop_app.domain.importing import (
    NEW_NUMBER,
    SKIP_ROW,
    Draft,
    Finding,
    ImportPlan,
    Problem,
    settle,
    values,
)
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewCard
from burgertop_app.exchange.card_values import read_count, read_listed, read_place, read_text
from burgertop_app.exchange.people_values import read_number
from burgertop_app.exchange.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from burgertop_app.domain.importing import Choice, Key, Summary
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.sheets import Table

HEADERS: dict[CardField, str] = {
    CardField.TEXT: "tekst text kaarttekst idee ideeen inhoud omschrijving suggestie boodschap kaart card",
    CardField.NUMBER: "nummer nr no number kaartnummer kaartnr cardnumber id label",
    CardField.TABLE: "tafel table tafelnummer tafelnr tablenumber",
    CardField.ROUND: "ronde round rondenummer rondenr roundnumber",
    CardField.KIND: "soort kind type kaartsoort soortkaart",
    CardField.ADDRESSEE: "voor aan for geadresseerde addressee gerichtaan bestemdvoor voorwie",
    CardField.THEME: "thema theme onderwerp topic categorie category",
    CardField.COUNT: "aantal count keer times hoevaak",
}
_BY_HEADER = {word: use for use, words in HEADERS.items() for word in words.split()}


def suggest(table: Table) -> CardColumns:
    """What each column most likely is; without a known header the longest texts are the cards.

    Of two columns for one thing the header that stands first in `HEADERS` wins: "tekst" before "kaart".
    """
    best: dict[CardField, int] = {}
    for place, title in enumerate(table.header):
        use = _BY_HEADER.get(flat(title))
        if use is not None and (use not in best or _rank(table, use, place) < _rank(table, use, best[use])):
            best[use] = place
    uses = [CardField.IGNORE for _title in table.header]
    for use, place in best.items():
        uses[place] = use
    if CardField.TEXT not in uses:
        free = [place for place, use in enumerate(uses) if use is CardField.IGNORE] or [0]
        uses[max(free, key=lambda place: sum(len(row[place]) for row in table.rows))] = CardField.TEXT
    return CardColumns(tuple(uses))


def _rank(table: Table, use: CardField, place: int) -> int:
    return HEADERS[use].split().index(flat(table.header[place]))


def analyse(table: Table, columns: CardColumns, rules: CardRules, progress: Progress = UNHEARD) -> ImportPlan:
    """What importing `table` would do, with every problem and its proposed fix; nothing is kept.

    Raises:
        InvalidInput: the sheet holds citizen service numbers, or has another number of columns.
        Cancelled: the organiser pressed Cancel.
    """
    if len(columns.uses) != len(table.header):
        raise InvalidInput("import_columns_differ", file=table.name)
    refuse_bsn(table)
    readers = _readers(rules)
    titles = {str(use): title for use, title in zip(columns.uses, table.header, strict=True)}
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for place, (number, row) in enumerate(zip(table.numbers, table.rows, strict=True)):
        if place % 1000 == 0:
            progress.checkpoint("checking", place / len(table.rows))
        draft = Draft(number, {})
        for use, cell in zip(columns.uses, row, strict=True):
            if use is not CardField.IGNORE:
                problems += _read(draft, use, cell, titles[use], readers[use])
        problems += _counted(draft, titles)
        drafts.append(draft)
    problems += _doubles(drafts, titles, rules)
    problems.sort(key=lambda problem: problem.row)
    return ImportPlan(table.name, tuple(drafts), tuple(problems))


def apply(
    plan: ImportPlan, rules: CardRules, choices: Mapping[Key, Choice]
) -> tuple[tuple[NewCard, ...], Summary]:
    """Every card to add, in the order of the file, and the summary; an empty label means the next one.

    Raises:
        NotPossible: a problem still needs a choice.
        InvalidInput: a chosen or typed value will not do, or two cards would get one number.
    """
    readers = _readers(rules)

    def check(problem: Problem, text: str) -> str:
        reading = readers[CardField(problem.slot)](text.strip())
        if reading.finding is not None:
            raise InvalidInput("import_value", row=problem.row, column=problem.column, value=text)
        return reading.text

    drafts, summary = settle(plan, choices, check)
    _refuse_double_numbers(drafts, rules)
    return tuple(map(_card, drafts)), summary


def _readers(rules: CardRules) -> dict[CardField, Callable[[str], Reading]]:
    return {
        CardField.TEXT: read_text,
        CardField.NUMBER: read_number,
        CardField.TABLE: read_place,
        CardField.ROUND: read_place,
        CardField.KIND: partial(read_listed, known=rules.kinds, elsewhere=rules.elsewhere),
        CardField.ADDRESSEE: partial(read_listed, known=rules.addressees, elsewhere=rules.elsewhere),
        CardField.THEME: Reading,
        CardField.COUNT: read_count,
    }


def _read(
    draft: Draft, use: CardField, cell: str, title: str, reader: Callable[[str], Reading]
) -> Iterator[Problem]:
    reading = reader(cell)
    draft.values[use] = reading.text
    if reading.finding is not None:
        shown = "" if reading.finding.code.endswith("_bsn") else cell
        yield Problem(draft.row, title, use, shown, reading.finding)


def _counted(draft: Draft, titles: Mapping[str, str]) -> Iterator[Problem]:
    """Take the "(2x)" out of the text; with a column for it, the two must agree."""
    words, times = split_count(draft.values[CardField.TEXT])
    told = draft.values.get(CardField.COUNT, "")
    draft.values[CardField.TEXT] = words
    if times > 1 and told not in ("", "1", str(times)):
        finding = Finding("count_differs", (*values(told, str(times)), SKIP_ROW), params=(("times", times),))
        yield Problem(draft.row, titles[CardField.COUNT], CardField.COUNT, told, finding)
    elif times > 1:
        draft.values[CardField.COUNT] = str(times)


def _doubles(drafts: Sequence[Draft], titles: Mapping[str, str], rules: CardRules) -> Iterator[Problem]:
    taken = {number.casefold() for number in rules.taken}
    first: dict[str, int] = {}
    for draft in drafts:
        number = draft.values.get(CardField.NUMBER, "")
        plain = number.casefold()
        params = (("row", first[plain]),) if plain in first else ()
        if number and (params or plain in taken):
            code = "number_twice" if params else "number_taken"
            finding = Finding(code, (NEW_NUMBER, SKIP_ROW), params=params, free=True)
            yield Problem(draft.row, titles[CardField.NUMBER], CardField.NUMBER, number, finding)
        if number:
            first.setdefault(plain, draft.row)


def _refuse_double_numbers(drafts: Sequence[Draft], rules: CardRules) -> None:
    seen = {number.casefold() for number in rules.taken}
    for draft in drafts:
        number = draft.values.get(CardField.NUMBER, "")
        if number and number.casefold() in seen:
            raise InvalidInput("import_number_twice", row=draft.row, number=number)
        seen.add(number.casefold())


def _card(draft: Draft) -> NewCard:
    given = draft.values
    words, times = split_count(given[CardField.TEXT])
    table, round_no = given.get(CardField.TABLE), given.get(CardField.ROUND)
    return NewCard(
        text=words,
        times=int(given.get(CardField.COUNT) or times),
        table_no=int(table) if table else None,
        round_no=int(round_no) if round_no else None,
        kind=given.get(CardField.KIND, ""),
        addressee=given.get(CardField.ADDRESSEE, ""),
        theme=given.get(CardField.THEME, ""),
        label=given.get(CardField.NUMBER, ""),
    )
