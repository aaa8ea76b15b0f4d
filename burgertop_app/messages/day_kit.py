"""The papers of a meeting in words: what each is called, and what is not ready yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.papers.day_kit import KitKind
from burgertop_app.i18n import _, listed, mark, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = {
    KitKind.DOOR_LIST: mark("Door list"),
    KitKind.ROUTE_CARDS: mark("Route cards"),
    KitKind.BADGES: mark("Name badges"),
    KitKind.SIGNS: mark("Table signs"),
    KitKind.SHEETS: mark("Table sheets"),
    KitKind.SCRIPT: mark("Script for facilitators"),
    KitKind.BLANK_CARDS: mark("Blank cards"),
    KitKind.VOTING_SLIPS: mark("Voting slips"),
    KitKind.LATE_CHANGES: mark("Slips for changed seats"),
}


def kit_words(kind: KitKind) -> str:
    """What a kind of paper is called."""
    return _(KINDS[kind])


def no_facilitators() -> str:
    """What is told when nobody leads a table."""
    return _(
        "There is no script: nobody leads a table yet. Divide the facilitators over the tables, and save "
        "again."
    )


def tables_without_leader(tables: Sequence[int], round_no: int) -> str:
    """What is told when tables have no facilitator in a round."""
    return ngettext(
        "In round {round} {count} table has no facilitator: table {tables}.",
        "In round {round} {count} tables have no facilitator: tables {tables}.",
        len(tables),
    ).format(round=round_no, count=number(len(tables)), tables=listed([str(no) for no in tables]))


def rounds_without_questions(rounds: Sequence[int]) -> str:
    """What is told when a round has no questions to put."""
    return ngettext(
        "Round {rounds} has no questions yet, so the sheets and the script have none either.",
        "Rounds {rounds} have no questions yet, so the sheets and the script have none either.",
        len(rounds),
    ).format(rounds=listed([str(no) for no in rounds]))


def rounds_without_time(rounds: Sequence[int]) -> str:
    """What is told when nobody knows when a round begins."""
    return ngettext(
        "Round {rounds} has no time yet, so the papers name no times for it.",
        "Rounds {rounds} have no time yet, so the papers name no times for them.",
        len(rounds),
    ).format(rounds=listed([str(no) for no in rounds]))
