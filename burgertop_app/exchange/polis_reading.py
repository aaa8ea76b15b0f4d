"""Statements and votes from the files of a Polis export, or from a sheet with a voter per row."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.opinion_intake import (
    IntakeProblem,
    IntakeTrouble,
    OpinionReading,
    ReadStatement,
    ReadVote,
)
from burgertop_app.domain.opinions import LAST_NUMBER, LONGEST_STATEMENT
from burgertop_app.domain.sheets import Remark
from burgertop_app.exchange.polis_export import found_files
from burgertop_app.exchange.polis_files import PARTICIPANT, Kind, understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from burgertop_app.exchange.polis_files import PolisFile

WORDS = {
    **dict.fromkeys(("1", "1.0", "+1", "eens", "agree", "ja", "yes"), 1),
    **dict.fromkeys(("-1", "-1.0", "\u22121", "oneens", "disagree", "nee", "no"), -1),
    **dict.fromkeys(("0", "0.0", "-0", "pas", "pass", "geen mening"), 0),
}
MILLISECONDS_FROM = 10**11
_SHOWN = 60


def read_polis(paths: Sequence[Path], known: Mapping[int, str]) -> OpinionReading:
    """Everything in these files, whatever their order and names.

    Args:
        paths: files of an export, the folder or zip they are in, or a sheet with a voter per row and a
            statement per column.
        known: the statements that are there already, by number.

    Raises:
        NotFound: there is no such file.
        InvalidInput: a file is no table or not one of an export, two are the same, or no statement is known.
    """
    files = [understood(one) for one in found_files(paths)]
    _refuse_double(files)
    if all(file.kind is Kind.OTHER for file in files):
        raise InvalidInput("polis_nothing", file=paths[0].name)
    reading = _Reading(files, known)
    return reading.whole()


class _Reading:
    """The files while they are read."""

    def __init__(self, files: Sequence[PolisFile], known: Mapping[int, str]) -> None:
        self._files = {file.kind: file for file in files}
        used = [file for file in files if file.kind is not Kind.OTHER]
        self._names = tuple(file.name for file in used)
        self._sha256 = hashlib.sha256(b"".join(sorted(file.raw for file in used))).hexdigest()
        self._known = known
        self._problems: list[IntakeProblem] = []
        self._remarks = [remark for file in files for remark in file.remarks]

    def whole(self) -> OpinionReading:
        """Everything that was read."""
        title, intro = self._summary()
        statements = self._statements()
        numbers = self._known.keys() | statements.keys()
        if not numbers:
            raise InvalidInput("polis_no_statements", file=self._names[0])
        votes = sorted(self._votes(numbers), key=lambda vote: (_moment(vote), vote.row))
        times = Counter((vote.voter, vote.number) for vote in votes)
        return OpinionReading(
            self._names,
            self._sha256,
            title,
            intro,
            tuple(statements[number] for number in sorted(statements)),
            tuple(votes),
            tuple(self._problems),
            tuple(self._remarks),
            again=sum(times.values()) - len(times),
            reversed=_reversed(statements.values(), votes),
        )

    def _summary(self) -> tuple[str, str]:
        file = self._files.get(Kind.SUMMARY)
        told = {row[0].casefold(): ",".join(row[1:]) for _number, row in file.rows} if file else {}
        return told.get("topic", "").strip(), told.get("conversation-description", "").strip()

    def _statements(self) -> dict[int, ReadStatement]:
        found: dict[int, ReadStatement] = {}
        file = self._files.get(Kind.COMMENTS)
        for row, cells in file.lines() if file else ():
            number = _number(cells["comment-id"])
            text = " ".join(cells["comment-body"].split())
            trouble = self._trouble(number, text, found)
            if trouble is not None or number is None:
                said = cells["comment-id"] if trouble is IntakeTrouble.NUMBER else text or cells["comment-id"]
                self._wrong(file, row, trouble or IntakeTrouble.NUMBER, said)
                continue
            found[number] = ReadStatement(
                row,
                number,
                text,
                _number(cells.get("moderated", "").removeprefix("-")) == 1
                and cells["moderated"].startswith("-"),
                _number(cells.get("agrees", "")),
                _number(cells.get("disagrees", "")),
            )
        return found

    def _trouble(
        self, number: int | None, text: str, found: Mapping[int, ReadStatement]
    ) -> IntakeTrouble | None:
        troubles = (
            (number is None, IntakeTrouble.NUMBER),
            (number in found, IntakeTrouble.TWICE),
            (not text, IntakeTrouble.EMPTY),
            (len(text) > LONGEST_STATEMENT, IntakeTrouble.LONG),
            (number in self._known and self._known.get(number or 0) != text, IntakeTrouble.OTHER),
        )
        return next((trouble for wrong, trouble in troubles if wrong), None)

    def _votes(self, numbers: set[int]) -> Iterator[ReadVote]:
        listed, matrix = self._files.get(Kind.VOTES), self._files.get(Kind.MATRIX)
        if listed is not None and matrix is not None:
            self._remarks.append(Remark("polis_both", (("used", listed.name), ("left", matrix.name))))
        if listed is not None:
            yield from self._listed(listed, numbers)
        elif matrix is not None:
            yield from self._matrix(matrix, numbers)

    def _listed(self, file: PolisFile, numbers: set[int]) -> Iterator[ReadVote]:
        for row, cells in file.lines():
            voter, number = _number(cells["voter-id"]), _number(cells["comment-id"])
            said = WORDS.get(cells["vote"].casefold())
            if voter is None:
                self._wrong(file, row, IntakeTrouble.VOTER, cells["voter-id"], "voter-id")
            elif number not in numbers or number is None:
                self._wrong(file, row, IntakeTrouble.STATEMENT, cells["comment-id"], "comment-id")
            elif said is None:
                self._wrong(file, row, IntakeTrouble.VALUE, cells["vote"], "vote")
            else:
                yield ReadVote(row, voter, number, said, _time(cells.get("timestamp", "")))

    def _matrix(self, file: PolisFile, numbers: set[int]) -> Iterator[ReadVote]:
        columns = {place: _number(head) for place, head in enumerate(file.header) if head not in PARTICIPANT}
        for place, number in columns.items():
            if place and number is not None and number not in numbers:
                self._wrong(file, 1, IntakeTrouble.STATEMENT, file.header[place], file.header[place])
        for row, cells in file.rows:
            voter = _number(cells[0])
            if voter is None:
                self._wrong(file, row, IntakeTrouble.VOTER, cells[0], file.header[0])
                continue
            for place, number in columns.items():
                cell = cells[place].strip() if place < len(cells) else ""
                if not place or not cell or number not in numbers or number is None:
                    continue
                said = WORDS.get(cell.casefold())
                if said is None:
                    self._wrong(file, row, IntakeTrouble.VALUE, cell, file.header[place])
                else:
                    yield ReadVote(row, voter, number, said)

    def _wrong(
        self, file: PolisFile | None, row: int, trouble: IntakeTrouble, value: str, column: str = ""
    ) -> None:
        name = file.name if file else ""
        self._problems.append(IntakeProblem(name, row, trouble, value[:_SHOWN], column))


def _refuse_double(files: Sequence[PolisFile]) -> None:
    for kind, times in Counter(file.kind for file in files).items():
        if times > 1 and kind is not Kind.OTHER:
            raise InvalidInput("polis_twice", kind=kind.value)


def _number(text: str) -> int | None:
    bare = text.strip().removesuffix(".0")
    return int(bare) if bare.isascii() and bare.isdigit() and int(bare) <= LAST_NUMBER else None


def _time(text: str) -> datetime | None:
    bare = text.strip().removesuffix(".0")
    if not (bare.isascii() and bare.isdigit()) or len(bare) > len(str(MILLISECONDS_FROM)) + 2:
        return None
    moment = int(bare)
    return datetime.fromtimestamp(moment / 1000 if moment >= MILLISECONDS_FROM else moment, UTC)


def _moment(vote: ReadVote) -> float:
    return vote.given_at.timestamp() if vote.given_at else 0.0


def _reversed(statements: Iterable[ReadStatement], votes: Sequence[ReadVote]) -> bool:
    """Whether the counts with the statements fit the votes much better when these are turned round."""
    last = {(vote.voter, vote.number): vote.said for vote in votes}
    said = Counter((number, said) for (_voter, number), said in last.items())
    straight = crossed = 0
    for one in statements:
        if one.agrees is not None and one.disagrees is not None:
            agree, disagree = said[one.number, 1], said[one.number, -1]
            straight += abs(agree - one.agrees) + abs(disagree - one.disagrees)
            crossed += abs(disagree - one.agrees) + abs(agree - one.disagrees)
    return 2 * crossed < straight
