"""A table plan in words: how good it is, what does not fit, what a move by hand would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.seating import BrokenKind
from burgertop_app.i18n import _, listed, ngettext
from burgertop_app.messages.tables import fair_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.seating import (
        BrokenRule,
        Misfit,
        SeatingBounds,
        SeatingFigures,
        SeatingProblem,
    )


def extent_words(problem: SeatingProblem) -> str:
    """How many people, tables and rounds: "314 people, 45 tables, 3 rounds.".

    Where rounds have other tables: "314 people, 45, 45 and 20 tables, 3 rounds.".
    """
    people, rounds = len(problem.people), len(problem.sizes)
    tables = [len(problem.in_use(number)) for number in range(rounds)]
    told = (
        ngettext("{count} person", "{count} people", people).format(count=people),
        ngettext("{count} table", "{count} tables", tables[0]).format(count=tables[0])
        if len(set(tables)) == 1
        else _("{tables} tables").format(tables=listed(list(map(str, tables)))),
        ngettext("{count} round", "{count} rounds", rounds).format(count=rounds),
    )
    return f"{', '.join(told)}."


def excess_words(figures: SeatingFigures) -> str:
    """How far the tables are from the whole group, in persons."""
    if not figures.excess:
        return _("Every table is as mixed as can be.")
    return ngettext(
        "{count} person sits outside the fair number at a table.",
        "{count} times somebody sits outside the fair number at a table.",
        figures.excess,
    ).format(count=figures.excess)


def repeat_words(figures: SeatingFigures, bounds: SeatingBounds) -> str:
    """How often people meet again, and whether it could be fewer."""
    if not figures.repeats:
        return _("Nobody meets the same person twice.")
    told = ngettext(
        "{count} time two people meet again.", "{count} times two people meet again.", figures.repeats
    ).format(count=figures.repeats)
    return f"{told} {best_words(figures, bounds)}".strip()


def best_words(figures: SeatingFigures, bounds: SeatingBounds) -> str:
    """That two people cannot meet again less often, if that is so; else ""."""
    if figures.coincidences > bounds.coincidences:
        return ""
    if figures.repeats > bounds.repeats:
        return _("Less often than now is only possible when some of them meet three times.")
    return _("With these tables and rounds nothing better is possible.")


def bound_words(problem: SeatingProblem, bounds: SeatingBounds) -> str:
    """What no plan can avoid: "5 tables of 6: at least 10 times two people meet again."; else "".

    Counted as `repeat_words` counts: a pair that meets three times meets again twice.
    """
    if not bounds.repeats:
        return ""
    return ngettext(
        "{tables}: at least {count} time two people meet again, however they are seated.",
        "{tables}: at least {count} times two people meet again, however they are seated.",
        bounds.repeats,
    ).format(tables=_tables_words(problem), count=bounds.repeats)


def broken_words(problem: SeatingProblem, rule: BrokenRule) -> str:
    """One rule that is not kept, by the numbers of the people."""
    first = problem.called(rule.first)
    where = {"round": rule.round + 1, "table": rule.table + 1, "first": first}
    if rule.kind in {BrokenKind.TABLE, BrokenKind.LOCK}:
        return _("In round {round}, {first} sits at table {table}, which does not suit.").format(**where)
    other = problem.called(rule.second)
    if rule.kind is BrokenKind.APART:
        return _("In round {round}, {first} and {other} share a table.").format(other=other, **where)
    return _("In round {round}, {first} and {other} sit apart.").format(other=other, **where)


def leader_words(figures: SeatingFigures) -> str:
    """How often somebody has a facilitator again."""
    if not figures.leader_repeats:
        return _("Nobody has the same facilitator twice.")
    return ngettext(
        "{count} time somebody has the same facilitator again.",
        "{count} times somebody has the same facilitator again.",
        figures.leader_repeats,
    ).format(count=figures.leader_repeats)


def moved_words(moved: int, printed: int) -> str:
    """How many printed seats changed."""
    return ngettext(
        "{count} of {printed} printed seats changes.", "{count} of {printed} printed seats change.", moved
    ).format(count=moved, printed=printed)


def closed_words(number: int, tables: Sequence[int]) -> str:
    """Which tables close in a round: "Round 2: tables 3 and 5 close."; tables and rounds from 0."""
    return ngettext(
        "Round {round}: table {tables} closes.", "Round {round}: tables {tables} close.", len(tables)
    ).format(round=number + 1, tables=listed([str(table + 1) for table in tables]))


def move_words(person: str, number: int, before: int, after: int) -> str:
    """Who goes where in a round: "P07, round 2: from table 3 to table 5."; -1 before is a newcomer."""
    if before < 0:
        return _("{person}, round {round}: new, at table {table}.").format(
            person=person, round=number + 1, table=after + 1
        )
    return _("{person}, round {round}: from table {before} to table {table}.").format(
        person=person, round=number + 1, before=before + 1, table=after + 1
    )


def rank_words(figures: SeatingFigures) -> str:
    """How many got which choice: "Choices: 12 first, 4 second."."""
    return _("Choices, from the first on: {counts}.").format(counts=", ".join(map(str, figures.ranks)))


def misfit_words(misfit: Misfit) -> str:
    """One misfit: "Round 1, table 4: 5 with leeftijd 65+ (fair: 2 to 3)."."""
    return _("Round {round}, table {table}: {count} with {attribute} {value} (fair: {fair}).").format(
        round=misfit.round + 1,
        table=misfit.table + 1,
        count=misfit.count,
        attribute=misfit.attribute,
        value=_value(misfit.value),
        fair=fair_words(misfit.low, misfit.high),
    )


def _tables_words(problem: SeatingProblem) -> str:
    sizes, *others = ([size for size in row if size] for row in problem.sizes)
    if any(sorted(other) != sorted(sizes) for other in others):
        rounds = len(problem.sizes)
        return ngettext("{count} round", "{count} rounds", rounds).format(count=rounds)
    low, high = min(sizes), max(sizes)
    return ngettext("{count} table of {size}", "{count} tables of {size}", len(sizes)).format(
        count=len(sizes), size=fair_words(low, high)
    )


def _value(value: str) -> str:
    return value or _("unknown")
