"""A citizens' budget: projects with a cost, a rule that is fixed before the vote, papers, and the count."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.budget_views import WAYS, BudgetColumn, paper_ids
from burgertop_app.domain.budget_votes import (
    CENTS,
    BudgetIntake,
    BudgetLine,
    BudgetPaper,
    BudgetVote,
    mark_of,
    problem,
)
from burgertop_app.domain.cards_text import natural
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import Standing
from burgertop_app.engines.budgets.representing import represented
from burgertop_app.exchange.approval_sheet import read_papers
from burgertop_app.exchange.pabulib import read_approvals
from burgertop_app.services import budget_slips
from burgertop_app.services.budget_files import counted
from burgertop_app.storage import budget_store, outcome_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.ballots import Ballot
    from burgertop_app.domain.budget_views import BudgetForm, BudgetView, PaperReading
    from burgertop_app.domain.budgeting import BudgetProblem
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

LOT_BYTES = 16


def count_all(given: BudgetProblem, progress: Progress) -> tuple[BudgetColumn, ...]:
    """What every way of counting gives; runs in another process.

    Raises:
        Cancelled: the organiser pressed Cancel.
    """
    columns = []
    for rule, completion in WAYS:
        outcome = counted(given, rule, completion, progress)
        columns.append(BudgetColumn(rule, completion, outcome, represented(given, outcome.winners)))
    return tuple(columns)


class Budgets:
    """What an organiser does with a vote over a budget."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy

    def view(self, process_id: UUID) -> BudgetView | None:
        """The vote that stands with everything in it; None when there is none."""
        with self._work.reading() as store:
            budget = budget_store.standing(store, process_id)
            if budget is None:
                return None
            found = budget_store.view(store, budget)
            return found if found.fixed else replace(found, changed=_changed(store, process_id, found.lines))

    def begin(self, process_id: UUID, form: BudgetForm) -> Change:
        """Prepare a vote over every active proposal with a cost.

        Raises:
            InvalidInput: there is a vote already, no proposal has a cost, or the form is not right.
        """
        with self._work.reading() as store:
            found = _votable(store, process_id)
        lines = [self._line(process_id, line) for line in found]
        return self._begin(process_id, form, lines)

    def renew(self, budget_id: UUID) -> Change:
        """Take over the proposals as they are now: their words, costs and areas, new ones and those gone.

        Raises:
            NotPossible: the rule is fixed, or the vote was withdrawn.
            InvalidInput: no proposal has a cost, or a limit of the vote names a project that is gone.
        """
        with self._work.writing("budget.renew") as store:
            budget = _standing(store, budget_id)
            if budget.frozen_at is not None:
                raise NotPossible("budget_fixed")
            there = budget_store.lines(store, budget_id)
            found = {line.proposal.id: line for line in _votable(store, budget.process_id)}
            kept = []
            for line in there:
                now = found.pop(line.proposal_id, None) if line.proposal_id else None
                if now is not None:
                    name, cents, area = _facts(now)
                    kept.append(store.change(line, name=name, cents=cents, area=area))
                elif line.proposal_id is None:
                    kept.append(line)
                else:
                    store.remove(line)
            last = max((line.position for line in there), default=-1)
            for place, now in enumerate(found.values(), last + 1):
                kept.append(store.add(replace(self._line(budget_id, now), position=place)))
            if not kept:
                raise InvalidInput("budget_no_projects")
            ordered = sorted(kept, key=lambda line: natural(line.code))
            placed = [store.change(line, position=place) for place, line in enumerate(ordered)]
            problem(budget, placed, ())
        return changed(Topic.BUDGETS, row=budget_id)

    def begin_from_file(self, process_id: UUID, form: BudgetForm, path: Path) -> Change:
        """Prepare a vote over the projects in a `.pb` file; its votes come in after the rule is fixed.

        Raises:
            NotFound: the file is not there.
            InvalidInput: it cannot be used, or there is a vote already.
        """
        projects = read_approvals(path).problem.projects
        lines = [
            BudgetLine(
                id=self._work.new_id(),
                budget_id=process_id,
                code=project.code,
                name=project.name,
                cents=project.cost,
                area=project.area,
            )
            for project in projects
        ]
        return self._begin(process_id, form, lines)

    def amount_in(self, path: Path) -> tuple[str, int]:
        """The name and the budget, in cents, that a `.pb` file tells; errors as `begin_from_file`."""
        budget = read_approvals(path)
        return budget.meta.get("description", "").strip() or path.stem, budget.problem.budget

    def edit(self, budget_id: UUID, form: BudgetForm) -> Change:
        """Change money or rule while they are not fixed.

        Raises:
            NotPossible: the rule is fixed, or the vote was withdrawn.
            InvalidInput: the form is not right.
        """
        with self._work.writing("budget.edit") as store:
            budget = _standing(store, budget_id)
            if budget.frozen_at is not None:
                raise NotPossible("budget_fixed")
            kept = store.change(
                budget,
                title=form.title.strip(),
                cents=form.cents,
                rule=form.rule,
                completion=form.completion,
                support=form.support,
                ceilings=dict(form.ceilings),
                apart=form.apart,
            )
            problem(kept, budget_store.lines(store, budget_id), ())
        return changed(Topic.BUDGETS, row=budget_id)

    def open(self, budget_id: UUID) -> Change:
        """Fix money, projects and rule, and draw the order of equals by lot; this cannot be undone.

        Raises:
            NotPossible: it is fixed already, the vote was withdrawn, or proposals changed since it was begun.
        """
        lot = self._entropy(LOT_BYTES)
        with self._work.writing("budget.open") as store:
            budget = _standing(store, budget_id)
            if budget.frozen_at is not None:
                raise NotPossible("budget_fixed")
            lines = budget_store.lines(store, budget_id)
            _refuse_changed(store, budget.process_id, lines)
            drawn = sorted(
                lines,
                key=lambda line: hashlib.sha256(lot + line.code.encode()).digest(),
            )
            placed = [store.change(line, position=place) for place, line in enumerate(drawn)]
            store.change(budget, frozen_at=store.now(), sha256=mark_of(budget, placed))
        return changed(Topic.BUDGETS, row=budget_id)

    def withdraw(self, budget_id: UUID, reason: str) -> Change:
        """Withdraw the vote; it stays in the log with the reason, and a new one can be begun.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("budget.withdraw") as store:
            budget = _standing(store, budget_id)
            store.change(budget, withdrawn_at=store.now(), withdrawn_reason=reason.strip())
        return changed(Topic.BUDGETS)

    def look(self, budget_id: UUID, path: Path, progress: Progress) -> PaperReading:
        """Read papers from a sheet or a `.pb` file and find every problem; nothing is kept.

        Raises:
            NotFound: the file is not there.
            InvalidInput: it is no sheet of papers.
        """
        progress.checkpoint("reading")
        with self._work.reading() as store:
            codes = [line.code for line in budget_store.lines(store, budget_id)]
            taken = paper_ids(budget_store.papers(store, budget_id))
        return read_papers(path, codes, taken)

    def ballots(self, process_id: UUID) -> tuple[Ballot, ...]:
        """The votes with slips whose papers can be taken over: counted ones first, of those the last one."""
        with self._work.reading() as store:
            return budget_slips.ballots(store, process_id)

    def look_at_ballot(self, budget_id: UUID, ballot_id: UUID) -> PaperReading:
        """The slips that count in a vote over the same proposals, as papers; see `budget_slips.reading`.

        Raises:
            InvalidInput: an option of it is no project here, or its slips do not say what somebody is for.
            NotPossible: it was withdrawn or not counted yet, or slips were entered differently.
        """
        with self._work.reading() as store:
            return budget_slips.reading(store, budget_id, ballot_id)

    def take_in(self, budget_id: UUID, reading: PaperReading) -> Change:
        """Keep the papers that can be used.

        Raises:
            NotPossible: the rule is not fixed, the vote was withdrawn, or these papers came in before.
            InvalidInput: no paper can be used.
        """
        if not reading.papers:
            raise InvalidInput("budget_nothing", file=reading.source)
        with self._work.writing("budget.intake") as store:
            budget = _standing(store, budget_id)
            if budget.frozen_at is None:
                raise NotPossible("budget_not_open")
            if store.first(BudgetIntake, budget_id=budget_id, sha256=reading.sha256, withdrawn_at=None):
                raise NotPossible("budget_before", source=reading.source)
            intake = store.add(
                BudgetIntake(
                    id=store.new_id(),
                    budget_id=budget_id,
                    source=reading.source,
                    sha256=reading.sha256,
                    papers=len(reading.papers),
                    taken_at=store.now(),
                )
            )
            store.add_all(
                BudgetPaper(id=store.new_id(), intake_id=intake.id, voter=voter, choices=choices)
                for voter, choices in reading.papers
            )
        return changed(Topic.BUDGETS, row=budget_id)

    def withdraw_intake(self, intake_id: UUID, reason: str) -> Change:
        """Let papers that came in together no longer count; they stay, with the reason.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("budget.intake_withdraw") as store:
            intake = store.get(BudgetIntake, intake_id)
            store.change(intake, withdrawn_at=store.now(), withdrawn_reason=reason.strip())
        return changed(Topic.BUDGETS, row=intake.budget_id)

    def _line(self, budget_id: UUID, line: ProposalLine) -> BudgetLine:
        name, cents, area = _facts(line)
        return BudgetLine(
            id=self._work.new_id(),
            budget_id=budget_id,
            code=str(line.proposal.number),
            name=name,
            cents=cents,
            area=area,
            proposal_id=line.proposal.id,
        )

    def _begin(self, process_id: UUID, form: BudgetForm, lines: Sequence[BudgetLine]) -> Change:
        if not lines:
            raise InvalidInput("budget_no_projects")
        with self._work.writing("budget.begin") as store:
            if budget_store.standing(store, process_id) is not None:
                raise InvalidInput("budget_there")
            budget = store.add(
                BudgetVote(
                    id=store.new_id(),
                    process_id=process_id,
                    title=form.title.strip(),
                    cents=form.cents,
                    rule=form.rule,
                    completion=form.completion,
                    support=form.support,
                    ceilings=dict(form.ceilings),
                    apart=form.apart,
                )
            )
            kept = [
                store.add(replace(line, budget_id=budget.id, position=place))
                for place, line in enumerate(lines)
            ]
            problem(budget, kept, ())
        return changed(Topic.BUDGETS, row=budget.id)


def _refuse_changed(store: Store, process_id: UUID, lines: Sequence[BudgetLine]) -> None:
    """Refuse projects whose proposals were withdrawn or changed since the vote was prepared."""
    now = {line.proposal.id: _facts(line) for line in _votable(store, process_id)}
    gone = [
        line.code
        for line in lines
        if line.proposal_id is not None and now.get(line.proposal_id) != (line.name, line.cents, line.area)
    ]
    if gone:
        raise NotPossible("budget_changed", numbers=", ".join(gone))


def _votable(store: Store, process_id: UUID) -> list[ProposalLine]:
    """The proposals that count and have a cost."""
    return [
        line
        for line in outcome_store.proposal_lines(store, process_id)
        if line.proposal.standing is Standing.ACTIVE and line.proposal.cost
    ]


def _facts(line: ProposalLine) -> tuple[str, int, str]:
    """What a vote over money takes from a proposal: words, cents and area."""
    return line.text.title, (line.proposal.cost or 0) * CENTS, line.proposal.area


def _changed(store: Store, process_id: UUID, lines: Sequence[BudgetLine]) -> tuple[str, ...]:
    """Codes of proposals that are other than in these lines; none for a vote from a file."""
    there = {line.proposal_id: line for line in lines if line.proposal_id is not None}
    if not there:
        return ()
    now = {line.proposal.id: line for line in _votable(store, process_id)}
    codes = [line.code for id_, line in there.items() if id_ not in now]
    for id_, line in now.items():
        kept = there.get(id_)
        if kept is None or _facts(line) != (kept.name, kept.cents, kept.area):
            codes.append(str(line.proposal.number))
    return tuple(sorted(codes, key=natural))


def _standing(store: Store, budget_id: UUID) -> BudgetVote:
    budget = store.get(BudgetVote, budget_id)
    if budget.withdrawn_at is not None:
        raise NotPossible("budget_withdrawn")
    return budget
