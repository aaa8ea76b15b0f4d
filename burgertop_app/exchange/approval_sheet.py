"""Papers of a budget vote from a sheet: a voter per row, and which projects the paper is for."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from burgertop_app.domain.budget_views import PaperProblem, PaperReading, PaperTrouble
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.exchange.opening import contents
from burgertop_app.exchange.pabulib import read_approvals
from burgertop_app.exchange.workbooks import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from burgertop_app.domain.sheets import Table

VOTERS = ("voter", "voter_id", "stemmer", "nummer", "number", "briefje", "paper")
LISTS = ("vote", "votes", "stem", "stemmen", "keuze", "keuzes", "voor")
YES = ("1", "x", "v", "ja", "yes", "j", "y", "1.0", "✓")
NO = ("", "0", "nee", "no", "n", "0.0", "-")
_SHOWN = 40


def read_papers(path: Path, codes: Sequence[str], taken: set[str]) -> PaperReading:
    """The papers in a sheet or a `.pb` file.

    Args:
        path: the file; what ends in .pb is read as such, and then refused as a whole when a line is wrong.
        codes: the projects that can be voted for.
        taken: the numbers of papers that are there already.

    Raises:
        NotFound: there is no such file.
        InvalidInput: it is no sheet, or has no column for voters or projects.
    """
    sha256 = hashlib.sha256(contents(path)).hexdigest()
    rows = _public(path) if path.suffix.casefold() == ".pb" else None
    problems: list[PaperProblem] = []
    unused = 0
    if rows is None:
        rows, unused = _sheet(read_table(path), codes, problems)
    papers: dict[str, tuple[str, ...]] = {}
    for row, voter, choices in rows:
        unknown = next((code for code in choices if code not in codes), None)
        trouble = _trouble(voter, taken, papers) or (None if unknown is None else PaperTrouble.PROJECT)
        if trouble is None:
            papers[voter] = choices
        else:
            said = unknown if trouble is PaperTrouble.PROJECT else voter
            problems.append(PaperProblem(row, trouble, str(said)[:_SHOWN]))
    problems.sort(key=lambda problem: problem.row)
    return PaperReading(path.name, sha256, tuple(papers.items()), tuple(problems), unused)


def _trouble(voter: str, taken: set[str], papers: Mapping[str, tuple[str, ...]]) -> PaperTrouble | None:
    if not voter or not any(mark.isdigit() for mark in voter) or " " in voter:
        return PaperTrouble.VOTER
    if voter in papers:
        return PaperTrouble.TWICE
    return PaperTrouble.BEFORE if voter in taken else None


def _public(path: Path) -> list[tuple[int, str, tuple[str, ...]]]:
    budget = read_approvals(path)
    names = [project.code for project in budget.problem.projects]
    return [
        (row, voter, tuple(names[one] for one in choices))
        for row, (voter, choices) in enumerate(zip(budget.voters, budget.problem.ballots, strict=True), 1)
    ]


def _sheet(
    table: Table, codes: Sequence[str], problems: list[PaperProblem]
) -> tuple[list[tuple[int, str, tuple[str, ...]]], int]:
    """The papers, and how many rows at the end hold no more than a number: nobody handed those in."""
    heads = [head.casefold().strip() for head in table.header]
    columns = {place: head for place, head in enumerate(table.header) if head in codes}
    listed = next((place for place, head in enumerate(heads) if head in LISTS), None)
    if heads[0] not in VOTERS or (not columns and listed is None):
        raise InvalidInput("budget_sheet_columns", file=table.name)
    found = []
    cells = [*columns] or ([] if listed is None else [listed])
    used = max((at for at, row in enumerate(table.rows, 1) if any(row[place] for place in cells)), default=0)
    for number, row in zip(table.numbers[:used], table.rows[:used], strict=True):
        strange = next((row[place] for place in columns if row[place].casefold() not in (*YES, *NO)), None)
        if strange is not None:
            problems.append(PaperProblem(number, PaperTrouble.MARK, strange[:_SHOWN]))
            continue
        chosen = [code for place, code in columns.items() if row[place].casefold() in YES]
        if not columns and listed is not None:
            chosen = [part.strip() for part in row[listed].replace(";", ",").split(",") if part.strip()]
        found.append((number, row[0].removesuffix(".0"), tuple(dict.fromkeys(chosen))))
    return found, len(table.rows) - used
