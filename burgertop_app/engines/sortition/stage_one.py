"""Stage one: how many letters go to each area, and who gets one.

Letters are shared out so that every area may expect the same response for its size: an area's part is its
people divided by its expected response. Whole letters follow by largest remainder, never more than one per
home.

Who gets a letter follows from the list and the rules alone; there is no seed to choose. Anyone with the list
can do the draw again:

1. An entry is [area, home, who], with the home in its one spelling (postcode, number, addition) and `who` the
   letters and figures of name and birth, empty in a list of addresses. Equal entries count once.
2. The list is "[", the canonical JSON of every entry (no spaces, NFC, UTF-8) in the order of its bytes with
   a comma between, and "]"; `list_sha256` is its SHA-256.
3. The seed is the SHA-256 of the canonical JSON of {"areas": [[name, people, homes, expected, letters], …],
   "format": "burgertop/invitations/1", "letters": m, "list": list_sha256}, areas by name.
4. The rank of an entry is the SHA-256 of the seed, a line end and its canonical JSON.
5. In each area the entries with the lowest ranks get its letters; an entry whose home has one is passed over.

So the same list and rules give the same letters everywhere. The limit: whoever holds the list may compute
several plans before making one; every round that was made is numbered and stays in the log.
"""

from __future__ import annotations

import hashlib
from fractions import Fraction
from typing import TYPE_CHECKING

from burgertop_app.domain.address_list import DrawnLetters
from burgertop_app.domain.canonical import canonical, sha256
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.progress import UNHEARD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.address_list import AddressList, AreaPlan, ListEntry
    from burgertop_app.domain.progress import Progress

FORMAT = "burgertop/invitations/1"
OFTEN = 2_000


def letters_per_area(plan: Sequence[AreaPlan], letters: int) -> dict[str, int]:
    """How many of `letters` go to each area, by largest remainder; equal remainders by name.

    Raises:
        InvalidInput: there is no letter to send.
        NotPossible: there are more letters than homes.
    """
    homes = sum(area.homes for area in plan)
    if letters < 1:
        raise InvalidInput("invite_letters", letters=letters)
    if letters > homes:
        raise NotPossible("invite_too_many", letters=letters, homes=homes)
    full: set[str] = set()
    while True:
        shares = _shares(plan, letters, full)
        over = {area.name for area in plan if area.name not in full and shares[area.name] > area.homes}
        if not over:
            return _rounded(shares)
        full |= over


def draw_letters(
    listed: AddressList, plan: Sequence[AreaPlan], letters: int, progress: Progress = UNHEARD
) -> DrawnLetters:
    """Who gets one of `letters`, at most one per home.

    Raises:
        InvalidInput: there is no letter to send.
        NotPossible: there are more letters than homes.
        Cancelled: asked for through `progress`.
    """
    wanted = letters_per_area(plan, letters)
    marks = {entry: canonical([entry.area, entry.home, entry.who]) for entry in listed.entries}
    digest = hashlib.sha256(b"[" + b",".join(sorted(marks.values())) + b"]").hexdigest()
    seed = _seed(plan, wanted, letters, digest)
    ranked: dict[str, list[tuple[bytes, ListEntry]]] = {area.name: [] for area in plan}
    for place, (entry, mark) in enumerate(marks.items()):
        if place % OFTEN == 0:
            progress.checkpoint("ranking", place / len(marks))
        ranked[entry.area].append((hashlib.sha256(f"{seed}\n".encode() + mark).digest(), entry))
    chosen: list[ListEntry] = []
    for name in sorted(ranked):
        chosen += _lowest(ranked[name], wanted[name])
    return DrawnLetters(wanted, tuple(chosen), digest, seed)


def _shares(plan: Sequence[AreaPlan], letters: int, full: set[str]) -> dict[str, Fraction]:
    """The exact part of each area; the areas in `full` get a letter for every home."""
    left = letters - sum(area.homes for area in plan if area.name in full)
    weights = {area.name: Fraction(area.people, area.expected) for area in plan if area.name not in full}
    total = sum(weights.values(), Fraction(0))
    fixed = {area.name: Fraction(area.homes) for area in plan if area.name in full}
    return fixed | {name: left * weight / total for name, weight in weights.items()}


def _rounded(shares: Mapping[str, Fraction]) -> dict[str, int]:
    whole = {name: int(share) for name, share in shares.items()}
    left = int(sum(shares.values(), Fraction(0))) - sum(whole.values())
    by_rest = sorted(shares, key=lambda name: (whole[name] - shares[name], name))
    for name in by_rest[:left]:
        whole[name] += 1
    return {name: whole[name] for name in sorted(whole)}


def _seed(plan: Sequence[AreaPlan], wanted: Mapping[str, int], letters: int, digest: str) -> str:
    ordered = sorted(plan, key=lambda area: area.name)
    return sha256(
        {
            "format": FORMAT,
            "letters": letters,
            "list": digest,
            "areas": [
                [area.name, area.people, area.homes, area.expected, wanted[area.name]] for area in ordered
            ],
        }
    )


def _lowest(ranked: list[tuple[bytes, ListEntry]], wanted: int) -> list[ListEntry]:
    ranked.sort()
    homes: set[str] = set()
    chosen: list[ListEntry] = []
    for _rank, entry in ranked:
        if len(chosen) == wanted:
            break
        if entry.home not in homes:
            homes.add(entry.home)
            chosen.append(entry)
    return chosen
