"""The public overview: what became of all cards, per theme and per recommendation, in counts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.papers.feedback_overview import FeedbackOverviewPaper, OverviewEnd, OverviewTheme
from burgertop_app.domain.processes import Process
from burgertop_app.domain.responses import CommitmentState, Disposal
from burgertop_app.i18n import _, speaking
from burgertop_app.services.printing import shared
from burgertop_app.services.printing.feedback_paper import next_step
from burgertop_app.services.printing.feedback_stories import gathered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.papers.feedback import Outcome
    from burgertop_app.services.printing.feedback_stories import Told
    from burgertop_app.storage.unit_of_work import Store

TAKEN_UP = (Disposal.ADOPTS, Disposal.PARTLY)


def overview_paper(store: Store, process_id: UUID, made_at: datetime, today: date) -> FeedbackOverviewPaper:
    """What became of all cards of a process that were not withdrawn."""
    process = store.get(Process, process_id)
    everything = gathered(store, process, today)
    told = everything.told
    with speaking(process.language):
        ends = _ends(told)
        promises = [promise for end in ends for promise in end.outcome.promises]
        return FeedbackOverviewPaper(
            masthead=shared.masthead(store, process, made_at),
            advice_title=everything.advices[0].title if everything.advices else process.title,
            cards=len(told),
            proposed=sum(bool(each.story.proposals) for each in told),
            advised=sum(bool(each.ends) for each in told),
            answered=sum(any(end.outcome.disposal for end in each.ends) for each in told),
            adopted=sum(any(end.outcome.disposal in TAKEN_UP for end in each.ends) for each in told),
            promises=len(promises),
            done=sum(promise.state is CommitmentState.DONE for promise in promises),
            themes=_themes(told),
            ends=ends,
            next_step=next_step(store, everything.advices),
            contact=process.contact,
        )


def _themes(told: Sequence[Told]) -> tuple[OverviewTheme, ...]:
    groups: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        groups[each.story.theme].append(each)
    return tuple(
        OverviewTheme(
            name=name or _("No theme"),
            cards=len(groups[name]),
            advised=sum(bool(each.ends) for each in groups[name]),
            recommendations=tuple(
                sorted({end.outcome.recommendation for each in groups[name] for end in each.ends})
            ),
        )
        for name in sorted(groups, key=lambda name: (not name, name.casefold()))
    )


def _ends(told: Sequence[Told]) -> tuple[OverviewEnd, ...]:
    outcomes: dict[UUID, Outcome] = {}
    cards: dict[UUID, list[str]] = defaultdict(list)
    for each in told:
        for end in each.ends:
            outcomes[end.id] = end.outcome
            cards[end.id].append(each.story.number)
    ordered = sorted(outcomes, key=lambda id_: outcomes[id_].place)
    return tuple(OverviewEnd(outcome=outcomes[id_], cards=tuple(cards[id_])) for id_ in ordered)
