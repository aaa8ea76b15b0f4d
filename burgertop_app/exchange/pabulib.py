"""Budgets and votes as `.pb` files, the format in which participatory budgets are kept in public.

A file has the sections META, PROJECTS and VOTES, each with a row of column names below its title, fields
divided by semicolons; see `pb_votes` for the kinds of ballots and `pb_limits` for what holds besides the
budget. Votes for one project are approvals of one, and are written as such.

Source: https://pabulib.org/format.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from burgertop_app.domain.budgeting import MOST_AMOUNT, BudgetLimits, BudgetProblem, BudgetProject
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange import pb_limits
from burgertop_app.exchange.exports import whole
from burgertop_app.exchange.pb_sections import Line, fault, sections
from burgertop_app.exchange.pb_votes import APPROVAL, KINDS, NO_POINTS, ORDINAL, POINTED, POINTS, Ballots

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

SECTIONS = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"), "VOTES": ("voter_id", "vote")}
CENTS = 100
_SHOWN = 40


@dataclass(frozen=True)
class PublicBudget:
    """What a `.pb` file says: the problem, the voter of each ballot, all of META, the kind of votes."""

    problem: BudgetProblem
    voters: tuple[str, ...]
    meta: Mapping[str, str]
    kind: str = APPROVAL


def read_approvals(path: Path) -> PublicBudget:
    """The budget in a `.pb` file whose ballots are for a project or not; errors as `read_pb`.

    Raises:
        InvalidInput: its ballots have points or an order.
    """
    budget = read_pb(path)
    if budget.problem.points:
        raise InvalidInput("pb_for_or_not", file=path.name, kind=budget.kind)
    return budget


def read_pb(path: Path) -> PublicBudget:
    """The budget in a `.pb` file, amounts in cents.

    Raises:
        NotFound: there is no such file.
        InvalidInput: a section, column, number or vote is missing or wrong; the error names file and line.
    """
    return _Reading(path).budget()


def write_pb(path: Path, budget: PublicBudget, winners: frozenset[int] | None = None) -> None:
    """Write a budget whole or not at all; with `winners` it says which projects are selected.

    The numbers of projects and votes, the budget and the kind of votes follow from the problem; the rest of
    META is as it was.

    Raises:
        InvalidInput: the file is open elsewhere, or cannot be written there.
    """
    with whole(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, delimiter=";", lineterminator="\n")
        writer.writerows(_rows(budget, winners))


def _rows(budget: PublicBudget, winners: frozenset[int] | None) -> Iterator[Sequence[str]]:
    problem = budget.problem
    counted = {
        "num_projects": str(len(problem.projects)),
        "num_votes": str(len(problem.ballots)),
        "budget": _written(problem.budget, problem.unit),
        "vote_type": budget.kind,
    }
    codes = [project.code for project in problem.projects]
    counted |= pb_limits.written(problem.limits, codes, lambda cents: _written(cents, problem.unit))
    yield ("META",)
    yield SECTIONS["META"]
    yield from {**budget.meta, **counted}.items()
    yield ("PROJECTS",)
    more = (*(("score",) if problem.points else ()), *(("selected",) if winners is not None else ()))
    yield (*SECTIONS["PROJECTS"], "votes", "name", "area", *more)
    scores, supporters = problem.scores(), problem.supporters()
    for place, project in enumerate(problem.projects):
        score = (str(scores[place]),) if problem.points else ()
        chosen = (str(int(place in winners)),) if winners is not None else ()
        cost = _written(project.cost, problem.unit)
        yield (
            *(project.code, cost, str(len(supporters[place]))),
            *(project.name, project.area, *score, *chosen),
        )
    yield ("VOTES",)
    pointed = budget.kind in POINTED
    yield (*SECTIONS["VOTES"], *((POINTS,) if pointed else ()))
    for number, (voter, choices) in enumerate(zip(budget.voters, problem.ballots, strict=True)):
        given = (",".join(map(str, problem.points[number])) or NO_POINTS,) if pointed else ()
        yield voter, ",".join(codes[one] for one in choices), *given


def _written(amount: int, unit: int) -> str:
    """An amount without needless decimals, with a point."""
    return f"{Decimal(amount) / unit:f}"


class _Reading:
    """One file while it is read."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._lines = sections(path, SECTIONS)
        self._meta = {
            line.fields["key"].strip().casefold(): line.fields["value"].strip()
            for line in self._lines["META"]
        }

    def budget(self) -> PublicBudget:
        """Everything that was read.

        Raises:
            InvalidInput: something is missing or wrong.
        """
        kind = self._meta.get("vote_type", "").casefold()
        if kind not in KINDS:
            raise InvalidInput("pb_vote_type", file=self._name, kind=kind[:_SHOWN] or "–")
        projects = self._projects()
        places = {project.code: place for place, project in enumerate(projects)}
        ballots = Ballots(self._name, kind, places, self._most_points() if kind in POINTED else None)
        for line in self._lines["VOTES"]:
            ballots.take(line)
        voters = ballots.choices
        self._refuse_count("num_projects", len(projects))
        self._refuse_count("num_votes", len(voters))
        problem = BudgetProblem(
            self._amount(self._meta.get("budget", ""), self._line_of("budget"), "budget"),
            projects,
            tuple(voters.values()),
            self._limits(places),
            unit=CENTS,
            points=tuple(ballots.points),
        )
        told = kind if kind in (*POINTED, ORDINAL) else APPROVAL
        return PublicBudget(problem, tuple(voters), self._meta, told)

    def _projects(self) -> tuple[BudgetProject, ...]:
        found: dict[str, BudgetProject] = {}
        for line in self._lines["PROJECTS"]:
            project = self._project(line)
            if project.code in found:
                raise fault("pb_project_twice", self._name, line.number, project=project.code[:_SHOWN])
            found[project.code] = project
        return tuple(found.values())

    def _project(self, line: Line) -> BudgetProject:
        code = line.fields["project_id"].strip()
        if not code or "," in code:
            raise fault("pb_project", self._name, line.number, project=code[:_SHOWN])
        cost = self._amount(line.fields["cost"], line.number, "cost")
        fields = line.fields
        return BudgetProject(code, cost, fields.get("name", "").strip(), fields.get("area", "").strip())

    def _amount(self, text: str, number: int, field: str) -> int:
        try:
            cents = Decimal(text.strip()) * CENTS
            whole_cents = int(cents)
        except (InvalidOperation, OverflowError, ValueError) as error:
            raise fault("pb_amount", self._name, number, field=field, value=text.strip()[:_SHOWN]) from error
        if cents != whole_cents or not 0 < whole_cents <= MOST_AMOUNT:
            raise fault("pb_amount", self._name, number, field=field, value=text.strip()[:_SHOWN])
        return whole_cents

    def _limits(self, places: Mapping[str, int]) -> BudgetLimits:
        def amount(text: str) -> int:
            return self._amount(text, self._line_of(pb_limits.CEILINGS), pb_limits.CEILINGS)

        field = pb_limits.CEILINGS
        try:
            ceilings = pb_limits.ceilings(self._meta.get(field, ""), amount)
            field = pb_limits.APART
            apart = pb_limits.apart(self._meta.get(field, ""), places)
        except (ValueError, RecursionError) as error:
            raise fault("pb_limits", self._name, self._line_of(field), field=field) from error
        return BudgetLimits(ceilings, apart, self._whole(pb_limits.SUPPORT) or 0)

    def _most_points(self) -> int | None:
        return self._whole("max_sum_points")

    def _whole(self, field: str) -> int | None:
        text = self._meta.get(field, "")
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or len(text) > len(str(MOST_AMOUNT)):
            raise fault("pb_number", self._name, self._line_of(field), field=field, value=text[:_SHOWN])
        return int(text)

    def _refuse_count(self, field: str, found: int) -> None:
        """A file that says how much is in it must have so much: else a part of it is gone."""
        told = self._meta.get(field)
        if told is not None and told != str(found):
            raise fault(
                "pb_count", self._name, self._line_of(field), field=field, told=told[:_SHOWN], found=found
            )

    def _line_of(self, key: str) -> int:
        return next(
            (line.number for line in self._lines["META"] if line.fields["key"].strip().casefold() == key), 1
        )
