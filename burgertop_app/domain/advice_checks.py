"""Is the advice ready? What is there, what is missing, and where it can be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from burgertop_app.domain.outcome_views import RecommendationLine

LONG_SENTENCE = 30
"""More words than this are hard to read as one sentence."""

PLAN, RECOMMENDATIONS = "plan", "recommendations"


@dataclass(frozen=True)
class AdviceCheck:
    """One thing that was looked at.

    Attributes:
        code: what was looked at; `messages.advice` puts it into words.
        done: whether it is in order.
        place: the part where it can be mended: a `SectionKind`, "recommendations" or "plan" (another page).
        number: the recommendation it is about, 0 for none.
    """

    code: str
    done: bool
    place: str
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class Writing:
    """How far the writing is: texts per part, recommendations that count, and what comes by itself."""

    sections: Mapping[SectionKind, str]
    lines: tuple[RecommendationLine, ...] = ()
    assignment: str = ""
    mandate: bool = False
    shares: bool = False
    ballot: bool = False


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
    )


def incomplete(line: RecommendationLine, *, ballot: bool) -> tuple[str, ...]:
    """The codes of what a recommendation lacks."""
    lacks = {
        "reason": not line.text.reason.strip(),
        "cards": not line.cards,
        "support": ballot and line.in_favour is None,
        "sentence_long": len(line.text.title.split()) > LONG_SENTENCE,
    }
    return tuple(code for code, lacking in lacks.items() if lacking)


def _recommendations(writing: Writing) -> Iterator[AdviceCheck]:
    if not writing.lines:
        return
    lacking = {line.recommendation.number: incomplete(line, ballot=writing.ballot) for line in writing.lines}
    for code in ("reason", "cards", "support", "sentence_long"):
        if code == "support" and not writing.ballot:
            continue
        numbers = [number for number, codes in lacking.items() if code in codes]
        if not numbers:
            yield AdviceCheck(code, done=True, place=RECOMMENDATIONS)
        for number in numbers:
            yield AdviceCheck(code, done=False, place=RECOMMENDATIONS, number=number)


def _part(writing: Writing, kind: SectionKind) -> AdviceCheck:
    return AdviceCheck(kind.value, bool(_said(writing, kind)), kind.value)


def _said(writing: Writing, kind: SectionKind) -> str:
    return writing.sections.get(kind, "").strip()
