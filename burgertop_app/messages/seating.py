"""A table plan in words: how good it is, what does not fit, what a move by hand would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.seating import BrokenKind
from burgertop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from burgertop_app.domain.seating import (
        BrokenRule,
        CountChange,
        Misfit,
        SeatingBounds,
        SeatingFigures,
        SeatingProblem,
        SwapEffect,
    )


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
        fair=_fair(misfit.low, misfit.high),
    )


def change_words(change: CountChange) -> str:
    """One count that a swap changes: "Table 4: leeftijd 65+ from 3 to 4 (fair: 2 to 3)."."""
    return _("Table {table}: {attribute} {value} from {before} to {after} (fair: {fair}).").format(
        table=change.table + 1,
        attribute=change.attribute,
        value=_value(change.value),
        before=change.before,
        after=change.after,
        fair=_fair(change.low, change.high),
    )


def effect_words(effect: SwapEffect) -> str:
    """What a swap does: where to, what it does to the mix, and to meeting people again."""
    where = _("To table {table}.").format(table=effect.table + 1)
    return f"{where} {_mix_words(effect.excess)} {_again_words(effect.repeats)}"


def _mix_words(change: int) -> str:
    if not change:
        return _("The mix stays as good.")
    fewer = ngettext(
        "{count} person fewer outside the fair number.",
        "{count} people fewer outside the fair number.",
        abs(change),
    )
    more = ngettext(
        "{count} person more outside the fair number.",
        "{count} people more outside the fair number.",
        abs(change),
    )
    return (fewer if change < 0 else more).format(count=abs(change))


def _again_words(change: int) -> str:
    if not change:
        return _("As many people meet again.")
    fewer = ngettext("One meeting again fewer.", "{count} meetings again fewer.", abs(change))
    more = ngettext("One meeting again more.", "{count} meetings again more.", abs(change))
    return (fewer if change < 0 else more).format(count=abs(change))


def _tables_words(problem: SeatingProblem) -> str:
    sizes = problem.sizes[0]
    if any(sorted(other) != sorted(sizes) for other in problem.sizes):
        rounds = len(problem.sizes)
        return ngettext("{count} round", "{count} rounds", rounds).format(count=rounds)
    low, high = min(sizes), max(sizes)
    return ngettext("{count} table of {size}", "{count} tables of {size}", len(sizes)).format(
        count=len(sizes), size=_fair(low, high)
    )


def _fair(low: int, high: int) -> str:
    return str(low) if low == high else _("{low} to {high}").format(low=low, high=high)


def _value(value: str) -> str:
    return value or _("unknown")
