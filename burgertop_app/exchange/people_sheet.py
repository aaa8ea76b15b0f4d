"""People from a sheet: first look at every row and ask, then take over everything at once."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.domain.addresses import address_key, tidy_postcode
from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.importing import (
    OTHER_SLOT,
    REPLACES_SLOT,
    SEPARATE_SLOT,
    SETTLED,
    Draft,
    ImportPlan,
    Problem,
    settle,
)
from burgertop_app.domain.people_import import Columns, Field, NewPerson, Rules
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange.people_doubles import doubles
from burgertop_app.exchange.people_replies import replies
from burgertop_app.exchange.people_values import (
    feature_reader,
    needs_of,
    read_answer,
    read_born,
    read_code,
    read_consent,
    read_email,
    read_number,
)
from burgertop_app.exchange.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from burgertop_app.domain.importing import Choice, Key, Summary
    from burgertop_app.domain.people import NeedKind
    from burgertop_app.domain.people_import import Use
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.sheets import Table

_FEATURE = f"{Field.FEATURE}:"
_NEED = f"{Field.NEED}:"
_READERS: dict[Field, Callable[[str], Reading]] = {
    Field.NUMBER: read_number,
    Field.EMAIL: read_email,
    Field.CODE: read_code,
    Field.ANSWER: read_answer,
    Field.POSTCODE: lambda cell: Reading(tidy_postcode(cell)),
}


def analyse(table: Table, columns: Columns, rules: Rules, progress: Progress = UNHEARD) -> ImportPlan:
    """What importing `table` would do, with every problem and its proposed fix; nothing is kept.

    Raises:
        InvalidInput: the sheet holds citizen service numbers, or has another number of columns.
        Cancelled: the organiser pressed Cancel.
    """
    if len(columns.uses) != len(table.header):
        raise InvalidInput("import_columns_differ", file=table.name)
    refuse_bsn(table)
    read = [_readings(table, place, use, rules) for place, use in enumerate(columns.uses)]
    drafts, problems, converted = [], [], 0
    for place, row in enumerate(table.rows):
        if place % 1000 == 0:
            progress.checkpoint("checking", place / len(table.rows))
        draft = Draft(table.numbers[place], {})
        for title, use, readings, cell in zip(table.header, columns.uses, read, row, strict=True):
            reading = readings.get(cell)
            if reading is None:
                continue
            converted += reading.converted
            draft.values[_slot(use, title)] = reading.text
            if reading.finding is not None:
                shown = "" if reading.finding.code == "number_is_bsn" else cell
                problems.append(Problem(draft.row, title, use.slot, shown, reading.finding))
        drafts.append(_joined(draft))
    titles = _titles(table, columns)
    problems += doubles(drafts, titles, rules)
    problems = replies(drafts, problems, titles, rules)
    problems.sort(key=lambda problem: problem.row)
    return ImportPlan(table.name, tuple(drafts), tuple(problems), converted)


def apply(
    plan: ImportPlan, columns: Columns, rules: Rules, choices: Mapping[Key, Choice]
) -> tuple[tuple[NewPerson, ...], Summary]:
    """Everyone to add, in the order of the file, and the summary.

    Raises:
        NotPossible: a problem still needs a choice.
        InvalidInput: a chosen or typed value will not do, or two people would get one number.
    """
    readers = {use.slot: _reader(use, rules) for use in columns.uses}

    def check(problem: Problem, text: str) -> str:
        reading = readers.get(problem.slot, Reading)(text.strip())
        if reading.finding is not None or (not reading.text and text.strip()):
            raise InvalidInput("import_value", row=problem.row, column=problem.column, value=text)
        return reading.text

    drafts, summary = settle(plan, choices, check)
    _refuse_double_numbers(drafts, rules)
    return tuple(map(_person, drafts)), summary


def _readings(table: Table, place: int, use: Use, rules: Rules) -> dict[str, Reading]:
    """What each distinct cell of a column becomes."""
    if use.field is Field.IGNORE:
        return {}
    reader = _reader(use, rules)
    cells = dict.fromkeys(row[place] for row in table.rows)
    if use.field is Field.FEATURE and not rules.features.get(use.feature):
        usual = _usual_spelling([row[place] for row in table.rows])
        return {cell: _retold(reader(cell), usual[_loose(cell)], cell) for cell in cells}
    return {cell: reader(cell) for cell in cells}


def _reader(use: Use, rules: Rules) -> Callable[[str], Reading]:
    if use.field is Field.FEATURE:
        return feature_reader(use.feature, tuple(rules.features.get(use.feature, ())), rules)
    if use.field is Field.BORN:
        return partial(read_born, rules=rules)
    if use.field is Field.CONSENT:
        return partial(read_consent, today=rules.today)
    return _READERS.get(use.field, Reading)


def _loose(cell: str) -> str:
    return " ".join(cell.casefold().split())


def _usual_spelling(cells: list[str]) -> dict[str, str]:
    """Per value, capitals forgiven, the spelling that occurs most; of equals the first."""
    times: dict[str, dict[str, int]] = {}
    for cell in cells:
        spellings = times.setdefault(_loose(cell), {})
        spellings[cell] = spellings.get(cell, 0) + 1
    return {key: max(spellings, key=lambda cell: spellings[cell]) for key, spellings in times.items()}


def _retold(reading: Reading, usual: str, cell: str) -> Reading:
    if reading.finding is not None or usual == cell:
        return reading
    return Reading(usual, converted=True)


def _slot(use: Use, title: str) -> str:
    return f"{_NEED}{title}" if use.field is Field.NEED else use.slot


def _joined(draft: Draft) -> Draft:
    """The draft with name and address put together from their parts."""
    given = draft.values
    parts = [given.pop(part, "") for part in (Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME)]
    if any(parts):
        given[Field.NAME] = given.get(Field.NAME) or " ".join(filter(None, parts))
    home = [given.pop(part, "") for part in (Field.HOUSE_NUMBER, Field.ADDITION)]
    if any(home):
        given[Field.ADDRESS] = " ".join(filter(None, [given.get(Field.ADDRESS, ""), *home]))
    return draft


def _titles(table: Table, columns: Columns) -> dict[str, str]:
    named = {use.slot: title for use, title in zip(columns.uses, table.header, strict=True)}
    whole = named.get(Field.NAME) or named.get(Field.LAST_NAME) or named.get(Field.FIRST_NAME)
    return named | {Field.NAME: whole} if whole else named


def _refuse_double_numbers(drafts: tuple[Draft, ...], rules: Rules) -> None:
    seen = {number.casefold(): 0 for number in rules.taken}
    for draft in drafts:
        number = draft.values.get(Field.NUMBER, "")
        if number and number.casefold() in seen:
            raise InvalidInput("import_number_twice", row=draft.row, number=number)
        if number:
            seen[number.casefold()] = draft.row


def _person(draft: Draft) -> NewPerson:
    given = draft.values
    home = address_key(*(given.get(part, "") for part in (Field.ADDRESS, Field.POSTCODE, Field.PLACE)))
    return NewPerson(
        row=draft.row,
        number=given.get(Field.NUMBER, ""),
        name=given.get(Field.NAME, ""),
        address=given.get(Field.ADDRESS, ""),
        postcode=given.get(Field.POSTCODE, ""),
        place=given.get(Field.PLACE, ""),
        email=given.get(Field.EMAIL, ""),
        phone=given.get(Field.PHONE, ""),
        channel=given.get(Field.CHANNEL, ""),
        named_on=date.fromisoformat(given[Field.CONSENT]) if given.get(Field.CONSENT) else None,
        household="" if SEPARATE_SLOT in given else home,
        features={
            slot.removeprefix(_FEATURE): text for slot, text in given.items() if slot.startswith(_FEATURE)
        },
        needs=_needs(given),
        languages=_several(given.get(Field.LANGUAGE, "")),
        skills=_several(given.get(Field.SKILL, "")),
        code=given.get(Field.CODE, ""),
        declines=given.get(Field.ANSWER) == "no",
        other=OTHER_SLOT in given,
        replaces=REPLACES_SLOT in given,
        settled=frozenset(
            slot.removeprefix(SETTLED + _FEATURE) for slot in given if slot.startswith(SETTLED + _FEATURE)
        ),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in re.split(r"[,;/\n]", cell))))


def _needs(given: Mapping[str, str]) -> dict[NeedKind, str]:
    found: dict[NeedKind, str] = {}
    for kind, note in _told_needs(given):
        found[kind] = "; ".join(filter(None, dict.fromkeys((found.get(kind, ""), note))))
    return found


def _told_needs(given: Mapping[str, str]) -> Iterator[tuple[NeedKind, str]]:
    for slot, cell in given.items():
        if slot.startswith(_NEED):
            yield from needs_of(slot.removeprefix(_NEED), cell).items()
