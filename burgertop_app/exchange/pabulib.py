"""Budgets and votes as `.pb` files, the format in which participatory budgets are kept in public.

A file has the sections META, PROJECTS and VOTES, each with a row of column names below its title, fields
divided by semicolons. Approval votes are read, where each ballot names the projects it is for, and votes for
one project, which are approvals of one. Votes with points (cumulative, scoring) or an order (ordinal) are
refused: they say more than for or not, and counting them as approvals would throw that away.

Source: https://pabulib.org/format.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from burgertop_app.domain.budgeting import MOST_AMOUNT, BudgetLimits, BudgetProblem, BudgetProject
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.exports import whole
from burgertop_app.exchange.pb_sections import Line, fault, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

SECTIONS = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"), "VOTES": ("voter_id", "vote")}
CENTS = 100
_APPROVAL = "approval"
KINDS = (_APPROVAL, "choose-1")
_SHOWN = 40


@dataclass(frozen=True)
class PublicBudget:
    """What a `.pb` file says: the problem, the voter of each ballot, and everything in META."""

    problem: BudgetProblem
    voters: tuple[str, ...]
    meta: Mapping[str, str]


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
        "vote_type": _APPROVAL,
    }
    if problem.limits.support:
        counted["min_project_score_threshold"] = str(problem.limits.support)
    yield ("META",)
    yield SECTIONS["META"]
    yield from {**budget.meta, **counted}.items()
    yield ("PROJECTS",)
    yield (*SECTIONS["PROJECTS"], "votes", "name", "area", *(("selected",) if winners is not None else ()))
    for place, (project, ballots) in enumerate(zip(problem.projects, problem.supporters(), strict=True)):
        chosen = (str(int(place in winners)),) if winners is not None else ()
        cost = _written(project.cost, problem.unit)
        yield (project.code, cost, str(len(ballots)), project.name, project.area, *chosen)
    yield ("VOTES",)
    yield SECTIONS["VOTES"]
    for voter, choices in zip(budget.voters, problem.ballots, strict=True):
        yield voter, ",".join(problem.projects[one].code for one in choices)


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
        voters = self._voters({project.code: place for place, project in enumerate(projects)})
        self._refuse_count("num_projects", len(projects))
        self._refuse_count("num_votes", len(voters))
        problem = BudgetProblem(
            self._amount(self._meta.get("budget", ""), self._line_of("budget"), "budget"),
            projects,
            tuple(voters.values()),
            BudgetLimits(support=self._support()),
            unit=CENTS,
        )
        return PublicBudget(problem, tuple(voters), self._meta)

    def _projects(self) -> tuple[BudgetProject, ...]:
        found: dict[str, BudgetProject] = {}
        for line in self._lines["PROJECTS"]:
            project = self._project(line)
            if project.code in found:
                raise fault("pb_project_twice", self._name, line.number, project=project.code[:_SHOWN])
            found[project.code] = project
        return tuple(found.values())

    def _voters(self, places: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
        """The choices of each voter, by place in the file."""
        found: dict[str, tuple[int, ...]] = {}
        for line in self._lines["VOTES"]:
            voter = line.fields["voter_id"].strip()
            if not voter or voter in found:
                raise fault("pb_voter", self._name, line.number, voter=voter[:_SHOWN])
            found[voter] = self._choices(line, places)
            if len(found[voter]) > 1 and self._meta["vote_type"].casefold() != _APPROVAL:
                raise fault("pb_vote_more", self._name, line.number)
        return found

    def _project(self, line: Line) -> BudgetProject:
        code = line.fields["project_id"].strip()
        if not code or "," in code:
            raise fault("pb_project", self._name, line.number, project=code[:_SHOWN])
        cost = self._amount(line.fields["cost"], line.number, "cost")
        fields = line.fields
        return BudgetProject(code, cost, fields.get("name", "").strip(), fields.get("area", "").strip())

    def _choices(self, line: Line, places: Mapping[str, int]) -> tuple[int, ...]:
        named = [name.strip() for name in line.fields["vote"].split(",") if name.strip()]
        for at, name in enumerate(named):
            if name not in places:
                raise fault("pb_vote_unknown", self._name, line.number, project=name[:_SHOWN])
            if name in named[:at]:
                raise fault("pb_vote_twice", self._name, line.number, project=name[:_SHOWN])
        return tuple(places[name] for name in named)

    def _amount(self, text: str, number: int, field: str) -> int:
        try:
            cents = Decimal(text.strip()) * CENTS
            whole_cents = int(cents)
        except (InvalidOperation, OverflowError, ValueError) as error:
            raise fault("pb_amount", self._name, number, field=field, value=text.strip()[:_SHOWN]) from error
        if cents != whole_cents or not 0 < whole_cents <= MOST_AMOUNT:
            raise fault("pb_amount", self._name, number, field=field, value=text.strip()[:_SHOWN])
        return whole_cents

    def _support(self) -> int:
        text = self._meta.get("min_project_score_threshold", "") or "0"
        if not (text.isascii() and text.isdigit()) or len(text) > len(str(MOST_AMOUNT)):
            number = self._line_of("min_project_score_threshold")
            raise fault(
                "pb_number", self._name, number, field="min_project_score_threshold", value=text[:_SHOWN]
            )
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
