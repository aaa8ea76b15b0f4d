"""Rows that are replies on letters: which letter, whether it was answered before, and what the list says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.guesses import flat
from burgertop_app.domain.importing import (
    EMPTY,
    KEEP,
    LATER,
    ON_LIST,
    OTHER,
    REPLACE,
    SKIP_ROW,
    Finding,
    Problem,
    value,
)
from burgertop_app.domain.people_import import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from burgertop_app.domain.importing import Draft
    from burgertop_app.domain.people_import import Letter, Rules

_FEATURE = f"{Field.FEATURE}:"
_OF_REPLIES = (Field.CODE, Field.ANSWER)


def replies(
    drafts: Sequence[Draft], problems: Iterable[Problem], titles: Mapping[str, str], rules: Rules
) -> list[Problem]:
    """The problems of a sheet with those of its replies; of who declines only code and answer matter."""
    declined = {draft.row for draft in drafts if draft.values.get(Field.ANSWER) == "no"}
    kept = [problem for problem in problems if problem.row not in declined or problem.slot in _OF_REPLIES]
    seen: dict[str, Draft] = {}
    for draft in drafts:
        code = draft.values.get(Field.CODE, "")
        kept += _of_row(draft, code, seen.get(code), titles, rules)
        seen.setdefault(code, draft)
    return kept


def _of_row(
    draft: Draft, code: str, earlier: Draft | None, titles: Mapping[str, str], rules: Rules
) -> Iterator[Problem]:
    declines = draft.values.get(Field.ANSWER) == "no"
    letter = rules.letters.get(code)
    title = titles.get(Field.CODE, "")
    if not code:
        if declines:
            finding = Finding("declines_without_code", (SKIP_ROW,), SKIP_ROW)
            yield Problem(draft.row, titles.get(Field.ANSWER, ""), Field.ANSWER, "", finding)
        return
    if letter is None:
        yield Problem(
            draft.row, title, Field.CODE, code, Finding("code_unknown", (EMPTY, SKIP_ROW), free=True)
        )
        return
    if earlier is not None:
        params = (("row", earlier.row), ("differs", _differences(draft, earlier)))
        yield Problem(
            draft.row, title, Field.CODE, code, Finding("code_twice", (SKIP_ROW, REPLACE), params=params)
        )
    elif letter.answered:
        yield Problem(draft.row, title, Field.CODE, code, Finding("code_answered", (SKIP_ROW, REPLACE)))
    if not declines:
        yield from _contradictions(draft, letter, titles, rules)


def _contradictions(
    draft: Draft, letter: Letter, titles: Mapping[str, str], rules: Rules
) -> Iterator[Problem]:
    """A value or a name that the list has otherwise: a person decides, at once or later."""
    for feature, listed in letter.known.items():
        slot = f"{_FEATURE}{feature}"
        said = draft.values.get(slot, "")
        if said and said != listed:
            choices = (value(said), value(listed), LATER)
            finding = Finding(ON_LIST, choices, LATER, params=(("listed", listed),))
            yield Problem(draft.row, titles[slot], slot, said, finding)
    name = draft.values.get(Field.NAME, "")
    if name and letter.name and not _same_person(name, letter.name):
        may = (KEEP, OTHER, SKIP_ROW) if rules.others else (KEEP, SKIP_ROW)
        finding = Finding("other_person", may, params=(("listed", letter.name),))
        yield Problem(draft.row, titles[Field.NAME], Field.NAME, name, finding)


def _same_person(one: str, other: str) -> bool:
    """Whether two names may be of one person: the last names are alike and no first names clash."""
    mine, theirs = (re.findall(r"\w+", name.casefold()) for name in (one, other))
    if not mine or not theirs or flat(mine[-1]) != flat(theirs[-1]):
        return False
    return flat(mine[0])[:1] == flat(theirs[0])[:1] or 1 in (len(mine), len(theirs))


def _differences(draft: Draft, earlier: Draft) -> str:
    """The slots in which two rows differ, as the organiser calls them; "" when they are alike."""
    slots = [*draft.values, *(slot for slot in earlier.values if slot not in draft.values)]
    return ", ".join(
        slot.partition(":")[2] or slot
        for slot in slots
        if slot != Field.CODE and draft.values.get(slot, "") != earlier.values.get(slot, "")
    )
