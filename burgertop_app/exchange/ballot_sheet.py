"""Slips in a sheet: a row per slip, a column per option; and the slips without numbers for a recount."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_marks import AGAINST, BLANK, FOR, refuse_marks
from burgertop_app.domain.ballot_methods import EACH, BallotRule
from burgertop_app.domain.ballot_numbers import plain
from burgertop_app.domain.ballots import VoteState
from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.domain.guesses import flat
from burgertop_app.domain.voting import ReadSlips, RowProblem, Slip
from burgertop_app.exchange.exports import write_table
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from burgertop_app.domain.ballots import Ballot, Vote
    from burgertop_app.domain.sheets import Table
    from burgertop_app.domain.voting import BallotOption

NUMBER = [
    "nummer",
    "number",
    "nr",
    "no",
    "briefje",
    "stembriefje",
    "slip",
    "briefjenummer",
    "stembriefjenummer",
    "slipnumber",
]
STATE = ["staat", "status", "geldig", "state", "soort"]
REASON = ["reden", "reason", "toelichting", "opmerking"]
STATES = {
    "": VoteState.VALID,
    "geldig": VoteState.VALID,
    "valid": VoteState.VALID,
    "blanco": VoteState.BLANK,
    "blank": VoteState.BLANK,
    "ongeldig": VoteState.INVALID,
    "invalid": VoteState.INVALID,
}
FOR_WORDS = [
    "1",
    "+",
    "voor",
    "v",
    "for",
    "f",
    "ja",
    "yes",
    "j",
    "y",
    "x",
    "akkoord",
    "instemmen",
    "ikstemin",
    "agree",
    "iagree",
    "eens",
]
AGAINST_WORDS = [
    "-1",
    "-",
    "tegen",
    "t",
    "against",
    "a",
    "nee",
    "no",
    "n",
    "bezwaar",
    "ikhebbezwaar",
    "object",
    "iobject",
    "oneens",
]
BLANK_WORDS = [
    "0",
    "blanco",
    "blank",
    "b",
    "onthouding",
    "iklaathetover",
    "iklaathetoveraananderen",
    "standaside",
    "istandaside",
]
SAID = {
    **dict.fromkeys(BLANK_WORDS, BLANK),
    **dict.fromkeys(AGAINST_WORDS, AGAINST),
    **dict.fromkeys(FOR_WORDS, FOR),
}
_LONGEST = 60


@dataclass(frozen=True)
class _Columns:
    """Where what stands."""

    number: int
    state: int | None
    reason: int | None
    options: tuple[int, ...]
    questions: tuple[tuple[str, int], ...]

    @property
    def used(self) -> set[int]:
        found = {self.number, *self.options, *(at for _name, at in self.questions)}
        return found | {at for at in (self.state, self.reason) if at is not None}


def read_slips(
    table: Table, ballot: Ballot, options: Sequence[BallotOption], taken: Collection[str] = ()
) -> ReadSlips:
    """Every slip of the sheet, and a problem for each row that cannot be used.

    Args:
        table: the sheet.
        ballot: the vote.
        options: its options in order.
        taken: the numbers that were entered in this round already.

    Raises:
        InvalidInput: a column is missing or there twice, or there is no row.
    """
    columns = _columns(table, ballot, options)
    slips: list[Slip] = []
    problems: list[RowProblem] = []
    rows: dict[str, int] = {}
    for row, number in zip(table.rows, table.numbers, strict=True):
        if not any(cell.strip() for cell in row):
            continue
        try:
            if number in table.merged:
                raise InvalidInput("vote_row_merged")
            slip = _slip(row, columns, ballot, options)
            if slip.number in rows:
                raise InvalidInput("vote_row_twice", number=slip.number, row=rows[slip.number])
            if slip.number in taken:
                raise InvalidInput("vote_number_taken", number=slip.number)
        except BurgertopError as error:
            problems.append(RowProblem(number, error))
            continue
        rows[slip.number] = number
        slips.append(slip)
    if not slips and not problems:
        raise InvalidInput("vote_sheet_empty", file=table.name)
    unused = tuple(head for at, head in enumerate(table.header) if head and at not in columns.used)
    return ReadSlips(table.name, tuple(slips), tuple(problems), unused)


def write_form(path: Path, ballot: Ballot, options: Sequence[BallotOption]) -> None:
    """Write an empty sheet to fill slips in, with the numbers that were made; errors as `write_table`."""
    questions = [one.name for one in ballot.fixed.groups]
    header = (_("number"), *(_named(one) for one in options), *questions, _("state"), _("reason"))
    rows = [(number, *("" for _head in header[1:])) for number in sorted(ballot.numbers)]
    write_table(path, header, rows)


def write_recount(path: Path, options: Sequence[BallotOption], votes: Sequence[Vote]) -> None:
    """Write what stands on every slip that counts, so that anyone can count it again.

    Numbers of slips, boxes about the voter and the order of entering are left out: nobody can find their own
    slip in it, and so nobody can be made to show how they voted.
    """
    words = {
        VoteState.VALID: _("valid"),
        VoteState.BLANK: _("blank"),
        VoteState.INVALID: _("invalid"),
    }
    rows = sorted((words[vote.state], *(_mark(vote, one) for one in options)) for vote in votes)
    write_table(path, (_("state"), *(_named(one) for one in options)), rows)


def _named(option: BallotOption) -> str:
    return f"{option.number}. {option.label}"


def _mark(vote: Vote, option: BallotOption) -> str:
    return vote.choices.get(str(option.id), "")


def _columns(table: Table, ballot: Ballot, options: Sequence[BallotOption]) -> _Columns:
    heads = [flat(head) for head in table.header]
    number = next((at for at, head in enumerate(heads) if head in NUMBER), None)
    if number is None:
        raise InvalidInput("vote_sheet_no_number", file=table.name)
    return _Columns(
        number,
        next((at for at, head in enumerate(heads) if head in STATE), None),
        next((at for at, head in enumerate(heads) if head in REASON), None),
        tuple(_option_at(table, heads, one) for one in options),
        tuple(
            (one.name, at)
            for one in ballot.fixed.groups
            for at, head in enumerate(heads)
            if head == flat(one.name)
        ),
    )


def _option_at(table: Table, heads: Sequence[str], option: BallotOption) -> int:
    wanted = {flat(str(option.number)), flat(option.label), flat(_named(option))}
    found = [at for at, head in enumerate(heads) if head in wanted]
    if not found:
        raise InvalidInput("vote_sheet_no_option", file=table.name, option=_named(option))
    if len(found) > 1:
        raise InvalidInput("vote_sheet_twice", file=table.name, option=_named(option))
    return found[0]


def _slip(row: Sequence[str], columns: _Columns, ballot: Ballot, options: Sequence[BallotOption]) -> Slip:
    number = plain(row[columns.number])
    if not number:
        raise InvalidInput("vote_number_empty")
    if ballot.numbers and number not in ballot.numbers:
        raise InvalidInput("vote_number_unknown", number=number[:_LONGEST])
    state = _state(row, columns)
    reason = row[columns.reason].strip() if columns.reason is not None else ""
    if state is VoteState.INVALID and not reason:
        raise InvalidInput("vote_invalid_reason", number=number)
    marks = {
        at: mark
        for at, place in enumerate(columns.options)
        if (mark := _read(ballot.rule, row[place].strip(), options[at])) is not None
    }
    if state is VoteState.VALID:
        _refuse(ballot, options, marks)
    elif state is VoteState.BLANK and marks:
        raise InvalidInput("vote_blank_marked", number=number)
    return Slip(
        number=number,
        state=state,
        marks=marks if state is VoteState.VALID else {},
        cells=_cells(row, columns, ballot),
        reasons={at: reason for at, mark in marks.items() if mark == AGAINST and reason},
        reason=reason if state is VoteState.INVALID else "",
    )


def _state(row: Sequence[str], columns: _Columns) -> VoteState:
    said = flat(row[columns.state]) if columns.state is not None else ""
    if said not in STATES:
        raise InvalidInput("vote_sign", sign=row[columns.state or 0][:_LONGEST])
    return STATES[said]


def _read(rule: BallotRule, cell: str, option: BallotOption) -> int | None:
    if not cell:
        return None
    number = cell.removesuffix(".0").removesuffix(",0")
    if rule in EACH:
        said = SAID.get(cell.casefold().replace(" ", ""))
        if said is None:
            raise InvalidInput("vote_cell", option=option.number, value=cell[:_LONGEST])
        return said
    if rule in (BallotRule.APPROVAL, BallotRule.TOP) and cell.casefold() in FOR_WORDS:
        return FOR
    if not (number.isascii() and number.isdigit() and len(number) <= len("9999")):
        raise InvalidInput("vote_cell", option=option.number, value=cell[:_LONGEST])
    given = int(number)
    return None if not given and rule is BallotRule.DOTS else given


def _refuse(ballot: Ballot, options: Sequence[BallotOption], marks: dict[int, int]) -> None:
    try:
        refuse_marks(ballot.fixed, len(options), marks)
    except InvalidInput as error:
        place = error.params.get("option")
        if isinstance(place, int):
            told = error.params | {"option": options[place - 1].number}
            raise InvalidInput(error.code, **told) from error
        raise


def _cells(row: Sequence[str], columns: _Columns, ballot: Ballot) -> dict[str, str]:
    boxes = {one.name: one.values for one in ballot.fixed.groups}
    found: dict[str, str] = {}
    for question, at in columns.questions:
        said = row[at].strip()
        box = _box(boxes[question], said)
        if said and box is None:
            raise InvalidInput("vote_box_unknown", question=question, box=said[:_LONGEST])
        if box is not None:
            found[question] = box
    return found


def _box(boxes: Sequence[str], said: str) -> str | None:
    """The box that is meant; spelling is forgiven as long as only one is like it: "<30" is not "30+"."""
    same = [one for one in boxes if one.casefold() == said.casefold()]
    like = same or [one for one in boxes if flat(said) and flat(one) == flat(said)]
    return like[0] if len(like) == 1 else None
