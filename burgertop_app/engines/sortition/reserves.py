"""The reserve list: who comes next when a panel member cannot come, in an order nobody chose."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.lottery_file import lottery_sha256

if TYPE_CHECKING:
    from burgertop_app.domain.draw_protocol import DrawnNumber
    from burgertop_app.domain.draws import Entry, Lottery, Pool

Counts = Counter[tuple[str, str]]


def reserve_list(lottery: Lottery, pool: Pool, drawn: DrawnNumber, size: int) -> tuple[str, ...]:
    """At most `size` numbers, in the order in which they are to be asked.

    The rule: every panel member is taken to be equally likely to drop out, so the list must at each length
    mirror the panel. Each place goes to the person with whom the list's shares of all values come nearest
    to those of the panel (sum of squares); among equals the lowest SHA-256 of state and number wins. The
    state is SHA-256 of lottery hash, seed (or number drawn by hand), "reserve", the running number and the
    state before, line by line; the first one before is the hash of the panel. Nobody of a household that is
    in the panel or on the list, and nobody kept out, can be on it.
    """
    panel = lottery.panels[drawn.number]
    seats = _counted([pool.by_number[number] for number in panel], pool)
    closed = {pool.by_number[number].household for number in panel} - {""}
    waiting = [
        entry
        for entry in pool.entries
        if entry.number not in lottery.rules.barred and entry.number not in set(panel)
    ]
    digest, state = lottery_sha256(lottery), hashlib.sha256(canonical([*panel])).hexdigest()
    chosen: list[Entry] = []
    while len(chosen) < size:
        waiting = [entry for entry in waiting if entry.household not in closed]
        if not waiting:
            break
        state = _state(digest, drawn.source, len(chosen) + 1, state)
        so_far = _counted(chosen, pool)
        following = min(
            waiting,
            key=lambda entry: (
                _miss(entry, so_far, seats, len(chosen) + 1, len(panel), pool),
                _rank(state, entry.number),
            ),
        )
        chosen.append(following)
        waiting.remove(following)
        closed |= {following.household} - {""}
    return tuple(entry.number for entry in chosen)


def _counted(entries: list[Entry], pool: Pool) -> Counts:
    return Counter(pair for entry in entries for pair in pool.declared(entry).items())


def _miss(entry: Entry, so_far: Counts, seats: Counts, length: int, size: int, pool: Pool) -> int:
    """What adding `entry` does to the distance between list and panel.

    The distance is the sum over values of (number on the list · size - seats in the panel · length)².
    """
    before = [so_far[pair] * size - seats[pair] * length for pair in pool.declared(entry).items()]
    return sum((gap + size) ** 2 - gap**2 for gap in before)


def _state(digest: str, source: str, running: int, before: str) -> str:
    return hashlib.sha256(f"{digest}\n{source}\nreserve\n{running}\n{before}".encode()).hexdigest()


def _rank(state: str, number: str) -> str:
    return hashlib.sha256(f"{state}\n{number}".encode()).hexdigest()
