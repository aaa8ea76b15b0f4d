"""What the page of the answer shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.reminding import Sent, schedule
from burgertop_app.domain.terms import Start
from burgertop_app.services.addressing import copies

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.advice import Advice, AdviceVersion, Offer
    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.reminding import Planned
    from burgertop_app.domain.responses import Agreement, Commitment, Disposition, Reminder, Response
    from burgertop_app.domain.terms import Due
    from burgertop_app.services.house import Services
    from burgertop_app.services.receiving import TermView

WITH_COLLEGE = (AdviceState.RECEIVED, AdviceState.ANSWERED)


@dataclass(frozen=True)
class Followed:
    """One advice on its way to an answer.

    Attributes:
        agreement: the term as agreed now; a running `term` keeps its own.
        expected: the last day if the advice were received today.
        waiting: promises that the answers hold and that are not in the follow-up yet.
        planned: the reminders of the running term.
        copies: who usually gets a copy.
        college: the name of the college as it stands among the addresses.
    """

    advice: Advice
    versions: tuple[AdviceVersion, ...]
    offers: tuple[Offer, ...]
    term: TermView | None
    agreement: Agreement
    expected: Due
    lines: tuple[RecommendationLine, ...]
    reminders: tuple[Reminder, ...]
    letter: Response | None
    waiting: tuple[Commitment, ...]
    planned: tuple[Planned, ...] = ()
    copies: tuple[str, ...] = ()
    college: str = ""

    @property
    def answered(self) -> int:
        """How many recommendations have an answer."""
        return sum(line.disposition is not None for line in self.lines)

    @property
    def received(self) -> bool:
        """Whether the college has the advice."""
        return self.advice.state in WITH_COLLEGE


@dataclass(frozen=True)
class Answering:
    """Every advice of the process, and the one that is shown with what belongs to it."""

    advices: tuple[Advice, ...] = ()
    shown: Followed | None = None


def read(house: Services, process: UUID, wanted: UUID | None, today: date) -> Answering:
    """The advices of `process`; `wanted` is the id of an advice, a recommendation or an answer, if any."""
    advices = tuple(
        advice for advice in house.advising.all(process) if advice.state is not AdviceState.WITHDRAWN
    )
    if not advices:
        return Answering()
    return Answering(advices, _followed(house, process, _chosen(house, advices, wanted), today))


def holds(lines: tuple[RecommendationLine, ...], wanted: UUID | None) -> RecommendationLine | None:
    """The recommendation with this id, or with an answer with this id."""
    return next(
        (line for line in lines if wanted in (line.recommendation.id, _answer_id(line.disposition))), None
    )


def _answer_id(answer: Disposition | None) -> UUID | None:
    return answer.id if answer else None


def _chosen(house: Services, advices: tuple[Advice, ...], wanted: UUID | None) -> Advice:
    for advice in advices:
        if wanted == advice.id:
            return advice
    if wanted is not None:
        for advice in advices:
            if holds(house.responding.recommendations(advice.id), wanted):
                return advice
    open_ones = [advice for advice in advices if advice.state in (AdviceState.RECEIVED, AdviceState.OFFERED)]
    return (open_ones or list(advices))[-1]


def _from(house: Services, process: UUID, advice: Advice, today: date) -> date:
    """The day from which the term would count: today, or the offer when that was agreed."""
    offers = house.advising.offers(advice.id)
    begins = house.receiving.agreement(process).term.start
    return offers[-1].on if offers and begins is Start.OFFER else today


def _planned(
    term: TermView | None, reminders: tuple[Reminder, ...], lines: tuple[RecommendationLine, ...], today: date
) -> tuple[Planned, ...]:
    if term is None:
        return ()
    sent = [Sent(kept.on, kept.planned_on) for kept in reminders]
    waiting = any(line.disposition is None for line in lines)
    return schedule(term.due.begun, term.last, today, sent, waiting=waiting)


def _followed(house: Services, process: UUID, advice: Advice, today: date) -> Followed:
    term = house.receiving.term(advice.id)
    lines = house.responding.recommendations(advice.id)
    reminders = house.receiving.reminders(advice.id)
    addressees = house.addressing.all(process)
    return Followed(
        advice=advice,
        versions=house.advising.versions(advice.id),
        offers=house.advising.offers(advice.id),
        term=term,
        agreement=house.receiving.agreement(process),
        expected=house.receiving.expected(process, _from(house, process, advice, today)),
        lines=lines,
        reminders=reminders,
        letter=house.responding.letter(advice.id),
        waiting=house.promising.waiting(advice.id),
        planned=_planned(term, reminders, lines, today),
        copies=tuple(one.name for one in copies(addressees)),
        college=addressees[0].name,
    )
