"""The year of a panel in sentences: how many advices, who leaves when, how heavy it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.year import missing
from burgertop_app.i18n import _, day, ngettext, number

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.form_rules import SurveysAYear
    from burgertop_app.domain.year import Load, Rotation, YearView


def planned_words(view: YearView) -> tuple[str, bool]:
    """How many advices are planned in the year against the rule, and whether that fits."""
    planned = view.planned()
    said = ngettext("{count} advice planned in {year}", "{count} advices planned in {year}", planned).format(
        count=number(planned), year=view.year
    )
    if view.rule is None:
        return said, True
    low, high = view.rule.low, view.rule.high
    fits = low <= planned <= high
    wanted = _("{low} to {high} are meant").format(low=number(low), high=number(high))
    if fits:
        return _("{planned}; {wanted}").format(planned=said, wanted=wanted), True
    why = _("too few to be heard all year") if planned < low else _("much to ask of the members")
    return _("{planned}; {wanted}: {why}").format(planned=said, wanted=wanted, why=why), False


def rotation_words(view: YearView, today: date) -> tuple[str, ...]:
    """Who leaves when and from when new members must be drawn; and whether seats are empty."""
    said = [_leaving(one) for one in view.rotation[:4]]
    running = sum(line.is_member(today) for line in view.members)
    if any(2 * one.leaving > running > 1 for one in view.rotation):
        said.append(
            _(
                "More than half of the panel leaves at once. Let some leave earlier or later, so that those"
                " who stay can show the new ones the way."
            )
        )
    empty = missing(view.members, view.seats, today) if view.members else 0
    if empty:
        said.append(
            ngettext(
                "{count} seat is empty: draw {count} new member.",
                "{count} seats are empty: draw {count} new members.",
                empty,
            ).format(count=number(empty))
        )
    return tuple(said)


def load_words(load: Load) -> str:
    """What members filled in about their hours; "" before anybody did."""
    if not load.answers:
        return ""
    said = _(
        "Hours a month, as filled in last: {few} less than four, {some} four to eight, {many} more."
    ).format(few=number(load.few), some=number(load.some), many=number(load.many))
    if not load.too_heavy:
        return said
    return " ".join((said, _("That is heavy for a third or more: plan less, or spread the work.")))


def surveys_words(in_year: int, rule: SurveysAYear | None) -> str:
    """How many surveys went out in a year against the rule, with a warning against asking too often."""
    said = ngettext("{count} survey this year", "{count} surveys this year", in_year).format(
        count=number(in_year)
    )
    if rule is None:
        return said
    wanted = _("{low} to {high} are meant").format(low=number(rule.low), high=number(rule.high))
    if in_year > rule.high:
        return _("{planned}; {wanted}: {why}").format(
            planned=said, wanted=wanted, why=_("people get tired of being asked")
        )
    return _("{planned}; {wanted}").format(planned=said, wanted=wanted)


def _leaving(one: Rotation) -> str:
    return ngettext(
        "On {day} {count} member leaves. Begin the draw of a new member on {draw} at the latest.",
        "On {day} {count} members leave. Begin the draw of new members on {draw} at the latest.",
        one.leaving,
    ).format(day=day(one.on), count=number(one.leaving), draw=day(one.draw_from))
