"""Is the advice ready? What is there, what is missing, and where it can be mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain import text_access
from burgertop_app.domain.advice import SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.text_access import Finding

PLAN, ANSWER, RECOMMENDATIONS = "plan", "response", "recommendations"
MEMBERS, PICTURES = "members", "pictures"

SOFT = frozenset(
    {"sentence_long", "text_long", "costs", "roles", "link_bare", "picture_unused", "note_unused", "term"}
)
"""What makes an advice better, and without which it may go out all the same."""

BELOW_TITLE = 1
"""The level of the heading that a section has in the document."""
LEVELS = {"reason": 2}
"""The level of the heading above each text of a recommendation, where it is not 3."""


@dataclass(frozen=True)
class AdviceCheck:
    """One thing that was looked at.

    Attributes:
        code: what was looked at; `messages.advice` puts it into words.
        done: whether it is in order.
        place: the part where it can be mended: a `SectionKind`, "recommendations", "members",
            "pictures", or another page ("plan", "response").
        number: the recommendation it is about, 0 for none.
        field: which text of that recommendation, "" for the sentence or none.
        detail: the words, picture or characters it is about.
    """

    code: str
    done: bool
    place: str
    number: int = 0
    field: str = ""
    detail: str = ""

    @property
    def must(self) -> bool:
        """Whether an advice should not go out without it."""
        return self.code not in SOFT


@dataclass(frozen=True, kw_only=True)
class Writing:
    """How far the writing is: texts per part, recommendations that count, and what comes by itself.

    Attributes:
        sections: the text per part.
        lines: the recommendations that count.
        assignment: what the plan says of it.
        mandate: whether the plan says what was fixed and open.
        shares: whether the comparison with the population can be made.
        ballot: whether there was a vote.
        pictures: the numbers of the pictures that the advice has.
        signed: whether the members agreed to exactly this text.
        asked: whether they were asked about an earlier text.
        term: whether a term for the answer was agreed.
        gaps: characters that the fonts lack, per (part, number, field).
    """

    sections: Mapping[SectionKind, str]
    lines: tuple[RecommendationLine, ...] = ()
    assignment: str = ""
    mandate: bool = False
    shares: bool = False
    ballot: bool = False
    pictures: tuple[int, ...] = ()
    signed: bool = False
    asked: bool = False
    term: bool = False
    gaps: Mapping[tuple[str, int, str], str] = field(default_factory=dict)


def checks(writing: Writing) -> tuple[AdviceCheck, ...]:
    """Everything that was looked at, in the order of the document."""
    return (
        _part(writing, SectionKind.SUMMARY),
        AdviceCheck(
            "assignment", bool(_said(writing, SectionKind.ASSIGNMENT) or writing.assignment), "assignment"
        ),
        AdviceCheck("mandate", writing.mandate, PLAN),
        _part(writing, SectionKind.METHOD),
        AdviceCheck(
            "participants",
            writing.shares or bool(_said(writing, SectionKind.PARTICIPANTS)),
            SectionKind.PARTICIPANTS.value,
        ),
        AdviceCheck("recommendations", bool(writing.lines), RECOMMENDATIONS),
        *_recommendations(writing),
        _part(writing, SectionKind.OURSELVES),
        _part(writing, SectionKind.COUNCIL),
        _part(writing, SectionKind.FOLLOW_UP),
        AdviceCheck("term", writing.term, ANSWER),
        *_access(writing),
        AdviceCheck(
            "members_again" if writing.asked and not writing.signed else "members", writing.signed, MEMBERS
        ),
    )


def texts(writing: Writing) -> Iterator[tuple[str, int, str, str]]:
    """Every long text as (part, number of the recommendation or 0, field, text)."""
    for kind in SectionKind:
        yield kind.value, 0, "", writing.sections.get(kind, "")
    for line in writing.lines:
        for name in ("reason", "minority", "ourselves", "note", "costs", "roles"):
            yield RECOMMENDATIONS, line.recommendation.number, name, getattr(line.text, name)


def incomplete(line: RecommendationLine, *, ballot: bool) -> tuple[str, ...]:
    """The codes of what a recommendation lacks."""
    lacks = {
        "reason": not line.text.reason.strip(),
        "cards": not line.cards,
        "support": ballot and line.in_favour is None,
        "costs": not line.text.costs.strip(),
        "roles": not line.text.roles.strip(),
        "sentence_long": len(line.text.title.split()) > text_access.LONG_SENTENCE,
    }
    return tuple(code for code, lacking in lacks.items() if lacking)


def _recommendations(writing: Writing) -> Iterator[AdviceCheck]:
    if not writing.lines:
        return
    lacking = {line.recommendation.number: incomplete(line, ballot=writing.ballot) for line in writing.lines}
    for code in ("reason", "cards", "support", "costs", "roles", "sentence_long"):
        if code == "support" and not writing.ballot:
            continue
        numbers = [number for number, codes in lacking.items() if code in codes]
        if not numbers:
            yield AdviceCheck(code, done=True, place=RECOMMENDATIONS)
        for number in numbers:
            where = code if code in ("reason", "costs", "roles") else ""
            yield AdviceCheck(code, done=False, place=RECOMMENDATIONS, number=number, field=where)


def _access(writing: Writing) -> Iterator[AdviceCheck]:
    """What somebody who cannot see, or reads with effort, would stumble over; and what cannot be printed."""
    clean = True
    shown: set[int] = set()
    for place, number, name, text in texts(writing):
        level = LEVELS.get(name, 3) if number else BELOW_TITLE
        shown |= text_access.pictures(text)
        for found in text_access.findings(text, level, writing.pictures):
            clean = False
            yield _found(found, place, number, name)
    for (place, number, name), characters in writing.gaps.items():
        clean = False
        yield AdviceCheck("glyphs", done=False, place=place, number=number, field=name, detail=characters)
    for picture in writing.pictures:
        if picture not in shown:
            yield AdviceCheck("picture_unused", done=False, place=PICTURES, detail=str(picture))
    if clean:
        yield AdviceCheck("access", done=True, place=SectionKind.SUMMARY.value)


def _found(found: Finding, place: str, number: int, name: str) -> AdviceCheck:
    return AdviceCheck(found.code, done=False, place=place, number=number, field=name, detail=found.detail)


def _part(writing: Writing, kind: SectionKind) -> AdviceCheck:
    return AdviceCheck(kind.value, bool(_said(writing, kind)), kind.value)


def _said(writing: Writing, kind: SectionKind) -> str:
    return writing.sections.get(kind, "").strip()
