"""People who stand in a sheet twice, numbers given twice, and homes that are shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.addresses import address_key
from burgertop_app.domain.importing import (
    EMPTY,
    HOUSEHOLD,
    KEEP,
    NEW_NUMBER,
    SEPARATE,
    SKIP_ROW,
    Finding,
    Problem,
)
from burgertop_app.domain.people_import import Field, person_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from burgertop_app.domain.importing import Draft
    from burgertop_app.domain.people_import import Rules


def doubles(drafts: Sequence[Draft], titles: Mapping[str, str], rules: Rules) -> list[Problem]:
    """What two rows, or a row and the process, have in common that they should not.

    `titles` gives the header per slot. A double is told at the later row and names the earlier.
    """
    found = list(_numbers(drafts, titles, rules)) if Field.NUMBER in titles else []
    if Field.NAME in titles:
        found += _names(drafts, titles, rules)
    homes = [
        address_key(*(draft.values.get(part, "") for part in (Field.ADDRESS, Field.POSTCODE, Field.PLACE)))
        for draft in drafts
    ]
    found += _people(drafts, homes, titles, rules)
    return found


def _numbers(drafts: Sequence[Draft], titles: Mapping[str, str], rules: Rules) -> Iterator[Problem]:
    taken = {number.casefold() for number in rules.taken}
    first: dict[str, int] = {}
    for draft in drafts:
        number = draft.values[Field.NUMBER]
        plain = number.casefold()
        if not number:
            continue
        params = (("row", first[plain]),) if plain in first else ()
        first.setdefault(plain, draft.row)
        if params or plain in taken:
            code = "number_twice" if params else "number_taken"
            finding = Finding(code, (NEW_NUMBER, SKIP_ROW), params=params, free=True)
            yield Problem(draft.row, titles[Field.NUMBER], Field.NUMBER, number, finding)


def _names(drafts: Sequence[Draft], titles: Mapping[str, str], rules: Rules) -> Iterator[Problem]:
    blank = Finding("name_blank", (EMPTY, SKIP_ROW), free=True)
    for draft in drafts:
        if not draft.values.get(Field.NAME) and not _named(draft, rules):
            yield Problem(draft.row, titles[Field.NAME], Field.NAME, "", blank)


def _named(draft: Draft, rules: Rules) -> bool:
    """Whether the list of invitations knows the name."""
    letter = rules.letters.get(draft.values.get(Field.CODE, ""))
    return letter is not None and bool(letter.name)


def _people(
    drafts: Sequence[Draft], homes: Sequence[str], titles: Mapping[str, str], rules: Rules
) -> Iterator[Problem]:
    people: dict[str, int] = {}
    shared: dict[str, int] = {}
    where = titles.get(Field.ADDRESS) or titles.get(Field.POSTCODE, "")
    for draft, home in zip(drafts, homes, strict=True):
        given = draft.values
        name = given.get(Field.NAME, "")
        key = person_key(name, home, given.get(Field.EMAIL, ""), given.get(Field.PHONE, ""))
        if draft.values.get(Field.CODE) in rules.letters:
            continue
        if key and (key in people or key in rules.known_people):
            params = (("row", people[key]),) if key in people else ()
            code = "person_twice" if params else "person_known"
            finding = Finding(code, (SKIP_ROW, KEEP), params=params)
            yield Problem(draft.row, titles[Field.NAME], Field.NAME, name, finding)
        elif home in shared:
            finding = Finding(
                "same_address", (HOUSEHOLD, SEPARATE, SKIP_ROW), HOUSEHOLD, (("row", shared[home]),)
            )
            yield Problem(draft.row, where, Field.ADDRESS, given.get(Field.ADDRESS, ""), finding)
        people.setdefault(key, draft.row)
        if home:
            shared.setdefault(home, draft.row)
