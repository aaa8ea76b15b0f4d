"""The outlook of a draw in plain sentences: can it be done, what is tight, what stands in the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.preflight import Bound
from burgertop_app.domain.quota_shares import scarce
from burgertop_app.i18n import _, listed, ngettext, number
from burgertop_app.messages.draws import (
    clash_sentence,
    hopeless_reason,
    hopeless_words,
    obstacle_sentence,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.draw_views import DrawSetup, Lacking
    from burgertop_app.domain.preflight import Easing, Preflight, Relaxation, Supply

MOST_SCARCE = 2
MOST_SHOWN = 4
SUPERSEDED = "superseded"
HASH = re.compile(r"\b[0-9a-f]{64}\b")


class Tone(StrEnum):
    """How a finding is meant."""

    FINE = "fine"
    NOTE = "note"
    TIGHT = "tight"
    WRONG = "wrong"
    BUSY = "busy"


@dataclass(frozen=True)
class Finding:
    """One sentence about the draw; `numbers` are the people it is about."""

    tone: Tone
    words: str
    strong: str = ""
    numbers: tuple[str, ...] = ()


def findings(setup: DrawSetup, quick: Preflight | None, thorough: Preflight | None) -> tuple[Finding, ...]:
    """Everything there is to say before a draw, what stands in the way first."""
    if not setup.people:
        return (Finding(Tone.WRONG, _("Nobody registered yet. Import people first.")),)
    if setup.lacking:
        return (*_lacking(setup.lacking), *_homes(setup))
    if quick is None:
        return (Finding(Tone.BUSY, _("We are looking at people and quotas.")), *_homes(setup))
    found = [*_supply(quick), *_together(quick, thorough)]
    if not quick.obstacles:
        found += map(_scarce, scarce(quick.supplies)[:MOST_SCARCE])
    return (*found, *_homes(setup), *_zero(thorough))


def verdict(found: Sequence[Finding]) -> tuple[Tone, str]:
    """One word for all of it."""
    tones = {finding.tone for finding in found}
    if Tone.WRONG in tones:
        return Tone.WRONG, _("not yet")
    if Tone.BUSY in tones:
        return Tone.BUSY, _("looking…")
    return Tone.FINE, _("yes, you can draw")


def easing_sentence(relaxation: Relaxation) -> str:
    """A way out as a proposal: "education practical: at least 17 instead of 18 (1 seat)"."""
    changes = _begun(listed([_easing(each) for each in relaxation.easings]))
    cost = ngettext("{count} seat", "{count} seats", relaxation.cost).format(count=number(relaxation.cost))
    return _("{changes} ({cost})").format(changes=changes, cost=cost)


def withdrawn_words(reason: str) -> str:
    """Why a draw no longer counts."""
    return _("A later calculation took its place.") if reason == SUPERSEDED else reason


def grouped(digest: str, size: int = 8) -> str:
    """A hash in groups, so that people can compare it aloud."""
    return " ".join(digest[at : at + size] for at in range(0, len(digest), size))


def legible(sentence: str) -> str:
    """The sentence with every hash in it in groups, so that it can break over lines."""
    return HASH.sub(lambda found: grouped(found[0]), sentence)


def number_words(drawn: int) -> str:
    """A drawn number as it stands in the protocol: 007."""
    return f"{drawn:03d}"


def _lacking(lacking: Sequence[Lacking]) -> list[Finding]:
    numbers = tuple(dict.fromkeys(each.number for each in lacking))
    said = ngettext(
        "One person cannot take part in the draw yet.",
        "{count} people cannot take part in the draw yet.",
        len(numbers),
    )
    found = [Finding(Tone.WRONG, said.format(count=number(len(numbers))), numbers=numbers)]
    for each in lacking[:MOST_SHOWN]:
        told = _("Number {number} has no value for {feature}.")
        if each.value:
            told = _("Number {number} has “{value}” for {feature}; the quotas do not know that group.")
        words = told.format(number=each.number, feature=each.feature, value=each.value)
        found.append(Finding(Tone.NOTE, words, numbers=(each.number,)))
    return found


def _supply(quick: Preflight) -> list[Finding]:
    found = [Finding(Tone.WRONG, _begun(obstacle_sentence(each))) for each in quick.obstacles]
    if not found:
        groups = len(quick.supplies)
        said = ngettext(
            "The group has enough people.", "All {count} groups have enough people.", groups
        ).format(count=number(groups))
        found.append(Finding(Tone.FINE, said))
    return found


def _together(quick: Preflight, thorough: Preflight | None) -> list[Finding]:
    found: list[Finding] = []
    if thorough is None and quick.possible is not False:
        found.append(Finding(Tone.BUSY, _("We are finding out whether all of it is possible together.")))
    elif thorough is not None and thorough.possible:
        found.append(Finding(Tone.FINE, _("There are panels that meet all quotas at once.")))
    elif thorough is not None and thorough.clash is not None and not quick.obstacles:
        found.append(Finding(Tone.WRONG, clash_sentence(thorough.clash, thorough.seats)))
    elif not quick.obstacles:
        found.append(Finding(Tone.WRONG, _("No panel meets all quotas together.")))
    return found


def _scarce(supply: Supply) -> Finding:
    quota = supply.quota
    seats = _("{low} to {high}").format(low=quota.low, high=quota.high)
    if quota.low == quota.high:
        seats = str(quota.low)
    return Finding(
        Tone.TIGHT,
        _(
            "{people} people for {seats} seats. If some cancel, there is little choice for a replacement."
        ).format(people=supply.people, seats=seats),
        strong=_begun(_("{feature} {value} is tight:").format(feature=quota.feature, value=quota.value)),
    )


def homes_words(homes: Sequence[Sequence[str]]) -> str:
    """How many addresses are shared, and by how many people; the rule on addresses is about them."""
    if not homes:
        return _("Nobody who registered shares an address with another.")
    said = ngettext(
        "{people} people share one address.", "{people} people share {count} addresses.", len(homes)
    )
    return said.format(people=number(sum(map(len, homes))), count=number(len(homes)))


def _homes(setup: DrawSetup) -> list[Finding]:
    if not setup.homes:
        return []
    homes = len(setup.homes)
    numbers = tuple(each for home in setup.homes for each in home)
    said = ngettext(
        "At one address several people registered.",
        "At {count} addresses several people registered.",
        homes,
    ).format(count=number(homes))
    rule = _("They can be in the panel together.")
    if setup.choices.households:
        rule = _("At most one per address comes into the panel.")
    return [Finding(Tone.NOTE, f"{said} {rule}", numbers=numbers)]


def _zero(thorough: Preflight | None) -> list[Finding]:
    if thorough is None or not thorough.possible:
        return []
    if not thorough.hopeless:
        return [Finding(Tone.FINE, _("Nobody is without a chance."))]
    numbers = tuple(each for heap in thorough.hopeless for each in heap.numbers)
    said = ngettext(
        "One person can be in no panel.", "{count} people can be in no panel.", len(numbers)
    ).format(count=number(len(numbers)))
    found = [Finding(Tone.TIGHT, said, numbers=numbers)]
    for heap in thorough.hopeless[:MOST_SCARCE]:
        reason = hopeless_reason(heap.clash, thorough.seats) if heap.clash.demands else ""
        found.append(Finding(Tone.NOTE, f"{hopeless_words(heap)}. {reason}".strip(), numbers=heap.numbers))
    return found


def _begun(said: str) -> str:
    """A sentence that begins with somebody's own word for a feature, with a capital."""
    return said[:1].upper() + said[1:]


def _easing(easing: Easing) -> str:
    demand = easing.demand
    said = _("{feature} {value}: at least {new} instead of {old}")
    if demand.bound is Bound.HIGH:
        said = _("{feature} {value}: at most {new} instead of {old}")
    return said.format(feature=demand.feature, value=demand.value, new=easing.number, old=demand.number)
