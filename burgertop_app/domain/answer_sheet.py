"""A reply workbook: what the college is asked, what came back in it, and what may be taken over."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.requests import DispositionForm
from burgertop_app.domain.responses import CouncilNeed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.responses import Disposal, Disposition
    from burgertop_app.domain.sheets import Remark

FORMAT = 1
_LETTERS = "bcdfghjklmnpqrst"


class AnswerField(StrEnum):
    """What a column of a reply workbook holds, in the order in which they stand."""

    NUMBER = "number"
    TEXT = "text"
    DISPOSAL = "disposal"
    REASON = "reason"
    OWNER = "owner"
    BUDGET = "budget"
    DUE = "due"
    COUNCIL = "council"
    POLICY = "policy"
    KEY = "key"


ANSWERED = tuple(
    use for use in AnswerField if use not in (AnswerField.NUMBER, AnswerField.TEXT, AnswerField.KEY)
)
"""The columns that the college fills in."""


@dataclass(frozen=True)
class Wording:
    """Words that were offered, and the last version of the advice in which they stand."""

    text_id: UUID
    title: str
    version: int


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A recommendation that is asked: its wordings, the newest first, and the answer that counts."""

    recommendation_id: UUID
    number: int
    wordings: tuple[Wording, ...]
    before: Disposition | None = None

    @property
    def key(self) -> str:
        """Eight letters that go along with the row; no spreadsheet program takes them for a number."""
        return row_key(self.recommendation_id)

    @property
    def title(self) -> str:
        """The words that were offered last."""
        return self.wordings[0].title


@dataclass(frozen=True, kw_only=True)
class ReplySheet:
    """What a reply workbook is made from; `term` explains the last day, `contact` whom to ask."""

    advice_id: UUID
    advice_title: str
    version: int
    sha256: str
    organisation: str
    language: str
    made_on: date
    asked: tuple[Asked, ...]
    term: str = ""
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What the hidden sheet says: for which version of which advice the workbook was made.

    `texts` has the hash of the words of each row, by key.
    """

    format: int
    advice_id: str
    advice_title: str
    version: int
    sha256: str
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetRow:
    """A row as it came back: its number in the file, its cells by what they hold, and cells beside them.

    `formulas` are the columns in which a formula stands instead of words.
    """

    row: int
    cells: Mapping[AnswerField, str]
    formulas: frozenset[AnswerField] = frozenset()
    beside: tuple[tuple[str, str], ...] = ()

    def get(self, use: AnswerField) -> str:
        """The words in a column; "" when there is no such column."""
        return self.cells.get(use, "")

    @property
    def answered(self) -> bool:
        """Whether the college filled anything in."""
        return any(self.get(use) for use in ANSWERED) or bool(self.formulas & set(ANSWERED))

    @property
    def loose(self) -> bool:
        """Whether somebody wrote words of their own here, outside the rows of the recommendations."""
        named = self.get(AnswerField.NUMBER) or self.get(AnswerField.KEY)
        return not self.answered and not named and bool(self.get(AnswerField.TEXT))


@dataclass(frozen=True, kw_only=True)
class CameBack:
    """A workbook that was read, before anything is held against the advice."""

    name: str
    columns: frozenset[AnswerField]
    rows: tuple[SheetRow, ...]
    stamp: Stamp | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadAnswer:
    """An answer as it was read; without a disposal the organiser must choose one."""

    disposal: Disposal | None
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    budget: str = ""
    council: CouncilNeed = CouncilNeed.UNKNOWN
    policy: str = ""

    def form(self, disposal: Disposal) -> DispositionForm:
        """The answer to keep."""
        return DispositionForm(
            disposal=disposal,
            reason=self.reason,
            owner=self.owner,
            due_on=self.due_on,
            budget=self.budget,
            council=self.council,
            policy=self.policy,
        )


class Standing(StrEnum):
    """How a row stands to what was kept before."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    MISSING = "missing"
    PROBLEM = "problem"


@dataclass(frozen=True, kw_only=True)
class Pick:
    """To take a row over: as the answer to which wording of which recommendation, and as what."""

    recommendation_id: UUID
    text_id: UUID
    number: int
    disposal: Disposal


@dataclass(frozen=True, kw_only=True)
class ReplyLine:
    """A row of the workbook, or a recommendation without one, with what may be done about it.

    Attributes:
        place: its number in the proposal, from 0.
        row: the row in the file; None when there is none.
        number: of the recommendation; None while nobody knows which one.
        answer: what was read; None when there is nothing to take over.
        offers: what the organiser may choose, besides leaving it out.
        proposed: what happens without a choice; None leaves it out.
        open: whether the organiser must choose.
    """

    place: int
    row: int | None
    number: int | None
    title: str
    standing: Standing
    answer: ReadAnswer | None = None
    before: Disposition | None = None
    offers: tuple[Pick, ...] = ()
    proposed: Pick | None = None
    open: bool = False
    notes: tuple[Remark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReplyProposal:
    """What reading a workbook would do; nothing is kept. `version` is the one it was made for, if known."""

    advice_id: UUID
    file: str
    content: bytes
    lines: tuple[ReplyLine, ...]
    version: int | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the file, as proof of what came in."""
        return hashlib.sha256(self.content).hexdigest()

    def chosen(self, picks: Mapping[int, Pick | None]) -> dict[int, Pick]:
        """What is taken over, by the number of the line; `picks` has what the organiser chose."""
        found = {line.place: picks.get(line.place, line.proposed) for line in self.lines}
        return {place: pick for place, pick in found.items() if pick is not None}

    def waiting(self, picks: Mapping[int, Pick | None]) -> tuple[ReplyLine, ...]:
        """The lines that need a choice and have none."""
        return tuple(line for line in self.lines if line.open and line.place not in picks)


def row_key(recommendation_id: UUID) -> str:
    """The letters by which a row of a workbook is known."""
    digest = hashlib.sha256(recommendation_id.bytes).hexdigest()[:8]
    return "".join(_LETTERS[int(mark, 16)] for mark in digest)


def text_hash(title: str) -> str:
    """The hash of the words of a recommendation, whatever the white space."""
    return hashlib.sha256(" ".join(title.split()).encode()).hexdigest()
