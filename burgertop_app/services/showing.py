"""What may be shown to a full room, with everything that points at a person left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import inf
from typing import TYPE_CHECKING

from burgertop_app.domain.ballots import outcome
from burgertop_app.domain.big_screen import (
    BigScreen,
    ScreenBudget,
    ScreenExample,
    ScreenProject,
    ScreenProposal,
    ScreenPurse,
    ScreenTheme,
)
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.outcomes import Card, ScreenCard, Standing, Theme
from burgertop_app.domain.processes import Process
from burgertop_app.domain.public_names import numbered
from burgertop_app.engines.budgets.representing import represented
from burgertop_app.exchange import recipes
from burgertop_app.services import intending
from burgertop_app.services.budget_files import counted
from burgertop_app.services.site_reading import guard
from burgertop_app.storage import budget_store, outcome_store
from burgertop_app.storage.reading import under

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction
    from uuid import UUID

    from burgertop_app.domain.ballot_methods import BallotRule
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.public_names import Guard
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

GONE = "…"


def count_shown(purse: ScreenPurse, progress: Progress) -> ScreenBudget:
    """What the budget pays by the rule that was fixed; runs in another process.

    Raises:
        Cancelled: somebody stopped it.
    """
    problem = purse.problem
    outcome = counted(problem, purse.rule, purse.completion, progress)
    return ScreenBudget(
        rule=purse.rule,
        paid=tuple(purse.labels[one.project] for one in outcome.funded),
        projects=len(problem.projects),
        money=problem.budget,
        left=problem.budget - outcome.spent,
        voters=len(problem.ballots),
        served=len(problem.ballots) - represented(problem, outcome.winners).nothing,
        unit=problem.unit,
    )


class Showing:
    """What an organiser does for the big screen."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def screen(self, process_id: UUID) -> BigScreen:
        """Everything that may be shown now; a text that names somebody, or tells a number, stays out."""
        with self._work.reading() as store:
            return _screen(store, process_id)

    def purse(self, process_id: UUID) -> ScreenPurse | None:
        """The vote over a budget, to be counted; None while its rule is not fixed or no paper came in."""
        with self._work.reading() as store:
            budget = budget_store.standing(store, process_id)
            if budget is None:
                return None
            problem = budget_store.view(store, budget).problem
            if problem is None:
                return None
            known = guard(store)
        labels = tuple(
            ScreenProject(
                known.without(one.code, GONE),
                known.without(one.name, GONE),
                one.cost,
                known.without(one.area, GONE),
            )
            for one in problem.projects
        )
        return ScreenPurse(budget.rule, budget.completion, problem, labels)

    def examples(self, process_id: UUID) -> tuple[UUID, ...]:
        """The cards that were chosen as examples."""
        with self._work.reading() as store:
            return tuple(tie.card_id for tie in _held(store, process_id))

    def choose(self, process_id: UUID, card_ids: Sequence[UUID]) -> Change:
        """Let exactly these cards be shown as examples."""
        with self._work.writing("screen.examples") as store:
            held = {tie.card_id: tie for tie in _held(store, process_id)}
            for card_id, tie in held.items():
                if card_id not in card_ids:
                    store.change(tie, until=store.now())
            for card_id in dict.fromkeys(card_ids):
                if card_id not in held:
                    store.add(
                        ScreenCard(id=store.new_id(), card_id=card_id, since=store.now(), by=store.actor)
                    )
        return changed(Topic.CARDS, row=process_id)


def _screen(store: Store, process_id: UUID) -> BigScreen:
    process, known = store.get(Process, process_id), guard(store)
    chosen = {tie.card_id for tie in _held(store, process_id)}
    counts: Counter[UUID | None] = Counter()
    examples: dict[UUID | None, list[ScreenExample]] = defaultdict(list)
    left_out = 0
    for line in outcome_store.card_lines(store, process_id):
        if line.card.standing is not Standing.ACTIVE:
            continue
        counts[line.theme_id] += line.card.times
        if line.card.id in chosen:
            if _tells(known, line.text):
                left_out += 1
            else:
                examples[line.theme_id].append(ScreenExample(line.text, line.agreed.how))
    themes = store.find(Theme, order_by="position", process_id=process_id, standing=Standing.ACTIVE)
    asked = recipes.from_snapshot(process.recipe).tomorrow
    return BigScreen(
        title=known.without(process.title, GONE),
        cards=counts.total(),
        unsorted=counts[None],
        themes=tuple(
            ScreenTheme(known.without(theme.title, GONE), counts[theme.id], tuple(examples[theme.id]))
            for theme in themes
        ),
        proposals=tuple(_proposals(store, process_id, known)),
        question=asked.say(process.language) if asked else "",
        intentions=intending.shared(store, process_id),
        left_out=left_out,
    )


def _proposals(store: Store, process_id: UUID, known: Guard) -> list[ScreenProposal]:
    """Those that count, the most supported first once there are votes."""
    lines = [
        line
        for line in outcome_store.proposal_lines(store, process_id)
        if line.proposal.standing is Standing.ACTIVE
    ]
    best: dict[BallotRule | None, Fraction] = {}
    for line in lines:
        if line.count is not None and line.count.score is not None:
            best[line.rule] = max(line.count.score, best.get(line.rule, line.count.score))
    return [
        _proposal(line, known, best.get(line.rule))
        for line in sorted(lines, key=lambda line: (*_order(line), line.proposal.number))
    ]


def _proposal(line: ProposalLine, known: Guard, best: Fraction | None) -> ScreenProposal:
    count = line.count
    return ScreenProposal(
        number=line.proposal.number,
        title=known.without(line.text.title, GONE),
        in_favour=count.in_favour if count else 0,
        against=count.against if count else 0,
        blank=count.blank if count else 0,
        carried=outcome(line.rule, line.count),
        cost=line.proposal.cost,
        rule=line.rule,
        score=count.score if count else None,
        best=best if count and count.score is not None else None,
    )


def _order(line: ProposalLine) -> tuple[float, float]:
    """By place where there are places, else the largest part for it first."""
    place = line.count.place if line.count and line.count.place is not None else inf
    return place, -_share(line)


def _share(line: ProposalLine) -> float:
    cast = line.count.in_favour + line.count.against if line.count else 0
    return line.count.in_favour / cast if line.count and cast else 0.0


def _tells(known: Guard, text: str) -> bool:
    """Whether a room could know somebody by it."""
    return known.finds(text) or numbered(text)


def _held(store: Store, process_id: UUID) -> tuple[ScreenCard, ...]:
    ties = under(store, ScreenCard, Card, "card_id", process_id)
    return tuple(tie for tie in ties if tie.until is None)
