"""A table plan in words: how good it is, what does not fit, what a move by hand would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from burgertop_app.domain.seating import CountChange, Misfit, SeatingBounds, SeatingFigures, SwapEffect


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
    if figures.coincidences > bounds.coincidences:
        return told
    return " ".join((told, _("With these tables and rounds nothing better is possible.")))


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


def _fair(low: int, high: int) -> str:
    return str(low) if low == high else _("{low} to {high}").format(low=low, high=high)


def _value(value: str) -> str:
    return value or _("unknown")
