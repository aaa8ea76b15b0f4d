"""Statements and votes as the files of a Polis export; what stands in each is told in `polis_files`."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from burgertop_app.domain.opinions import AGREE, DISAGREE
from burgertop_app.domain.outcomes import Standing
from burgertop_app.exchange.exports import whole
from burgertop_app.exchange.polis_files import COMMENTS, PARTICIPANT, SUMMARY, VOTES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from burgertop_app.domain.opinions import OpinionPoll, Statement, StatementVote, VoteTable

Cell = str | int


def write_comments(path: Path, statements: Sequence[Statement], votes: VoteTable, at: datetime) -> None:
    """Write comments.csv; who wrote a statement is not kept, so `author-id` is empty.

    Raises:
        InvalidInput: the file cannot be written there.
    """
    columns = {number: place for place, number in enumerate(votes.statements)}

    def counted(number: int, said: int) -> int:
        place = columns.get(number)
        return 0 if place is None else sum(row[place] == said for row in votes.said)

    seconds, moment = int(at.timestamp()), at.isoformat()
    rows = (
        (
            *(seconds, moment, one.number, ""),
            *(counted(one.number, AGREE), counted(one.number, DISAGREE)),
            *(1 if one.standing is Standing.ACTIVE else -1, one.text),
        )
        for one in statements
    )
    _write(path, COMMENTS, rows)


def write_votes(path: Path, votes: Iterable[StatementVote], numbers: Mapping[object, int]) -> None:
    """Write votes.csv with every vote in the order of statements and voters, the last one last.

    Args:
        path: where to.
        votes: what was said.
        numbers: of the statements, by their id.

    Raises:
        InvalidInput: the file cannot be written there.
    """
    ordered = sorted(votes, key=lambda vote: (numbers[vote.statement_id], vote.voter, vote.place))
    rows = (
        (
            int(vote.given_at.timestamp()) if vote.given_at else "",
            vote.given_at.isoformat() if vote.given_at else "",
            *(numbers[vote.statement_id], vote.voter, vote.said),
        )
        for vote in ordered
    )
    _write(path, VOTES, rows)


def write_participants(path: Path, votes: VoteTable, groups: Mapping[int, int]) -> None:
    """Write participants-votes.csv; `groups` has the group of each voter who has one.

    Raises:
        InvalidInput: the file cannot be written there.
    """
    rows = (
        (
            *(voter, groups.get(voter, ""), 0),
            sum(cell is not None for cell in row),
            *(row.count(AGREE), row.count(DISAGREE)),
            *("" if cell is None else cell for cell in row),
        )
        for voter, row in zip(votes.voters, votes.said, strict=True)
    )
    _write(path, (*PARTICIPANT, *map(str, votes.statements)), rows)


def write_summary(path: Path, poll: OpinionPoll, votes: VoteTable, groups: int, in_picture: int) -> None:
    """Write summary.csv.

    Raises:
        InvalidInput: the file cannot be written there.
    """
    counts = (len(votes.voters), in_picture, "", len(votes.statements), groups)
    told: tuple[Cell, ...] = (poll.title, "", "", *counts, poll.intro)
    _write(path, (), tuple(zip(SUMMARY, told, strict=True)))


def names() -> tuple[str, ...]:
    """The names of the files."""
    return tuple(kind.value for kind in Kind if kind is not Kind.OTHER)


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        if header:
            writer.writerow(header)
        writer.writerows(rows)
