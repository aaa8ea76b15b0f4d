"""The parts of an advice as the outline shows them: what each is called and whether it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.advice_checks import MEMBERS, PICTURES, RECOMMENDATIONS
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.advice import heading

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.ui.advice.found import AdviceFound

TITLE, APPENDICES = "title", "appendices"
BEFORE = (
    SectionKind.SUMMARY,
    SectionKind.ASSIGNMENT,
    SectionKind.METHOD,
    SectionKind.PARTICIPANTS,
)
AFTER = (SectionKind.OURSELVES, SectionKind.COUNCIL, SectionKind.FOLLOW_UP)


@dataclass(frozen=True)
class Part:
    """One line of the outline; `done` None where there is nothing to finish, `id` of a recommendation."""

    key: str
    words: str
    done: bool | None = None
    id: UUID | None = None
    number: int = 0

    @property
    def inner(self) -> bool:
        """Whether it stands below another."""
        return self.id is not None


def outline(found: AdviceFound) -> tuple[Part, ...]:
    """Every part in the order of the document."""
    return (
        Part(TITLE, _("Title page"), done=True),
        *(_section(found, kind) for kind in BEFORE),
        Part(RECOMMENDATIONS, _("Recommendations"), done=_all_done(found)),
        *_recommendations(found),
        *(_section(found, kind) for kind in AFTER),
        Part(APPENDICES, _("Appendices")),
        Part(PICTURES, _("Pictures")),
        Part(MEMBERS, _("Agreement of the members"), done=_done(found, MEMBERS)),
    )


def document_heading(found: AdviceFound, part: Part) -> str:
    """How the heading of a part begins in the document; "" is its first page."""
    with speaking(found.language):
        if part.id is not None:
            return f"{part.number}. "
        if part.key == RECOMMENDATIONS:
            return _("Our recommendations")
        if part.key == APPENDICES:
            return _("Appendix: all cards")
        special = {MEMBERS: _("Agreement of the members"), TITLE: "", PICTURES: ""}
        return special[part.key] if part.key in special else heading(SectionKind(part.key))


def _section(found: AdviceFound, kind: SectionKind) -> Part:
    return Part(kind.value, heading(kind), done=_done(found, kind.value))


def _recommendations(found: AdviceFound) -> tuple[Part, ...]:
    open_ones = {check.number for check in found.needed if check.number}
    return tuple(
        Part(
            RECOMMENDATIONS,
            f"{line.recommendation.number} {line.text.title}",
            done=line.recommendation.number not in open_ones,
            id=line.recommendation.id,
            number=line.recommendation.number,
        )
        for line in found.counting
    )


def _all_done(found: AdviceFound) -> bool:
    return _done(found, RECOMMENDATIONS)


def _done(found: AdviceFound, place: str) -> bool:
    return not any(check.place == place for check in found.needed)
