"""Sentences about a draw: what a look beforehand shows, what was checked, what was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draw_requests import Level
from burgertop_app.domain.preflight import Bound
from burgertop_app.i18n import _, mark, ngettext
from burgertop_app.messages.draw_methods import proof_sentences

if TYPE_CHECKING:
    from burgertop_app.domain.draw_requests import Checked, Verification
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.domain.preflight import Clash, Demand, Hopeless, Obstacle, Preflight, Relaxation

_OBSTACLES = {
    "seats_over_people": mark(
        "The panel has {seats} seats, but only {people} people can be drawn. Take fewer seats, or find more "
        "people."
    ),
    "keep_in_over_seats": mark(
        "{count} people are kept in, but the panel has only {seats} seats. Keep fewer people in."
    ),
    "supply_short": mark(
        "{feature}: {value} must have at least {low} seats, but only {people} people have this value. Lower "
        "the minimum, or find more people."
    ),
    "lows_over_seats": mark(
        "{feature}: the minimums add up to {total}, but the panel has {seats} seats. Lower a minimum."
    ),
    "highs_under_seats": mark(
        "{feature}: the maximums add up to {total}, but the panel has {seats} seats. Raise a maximum."
    ),
}

_CHECKED = {
    "right_hash": mark("The hash fits the lottery, and is the one in the commitment."),
    "right_chances": mark("The chances follow from the panels and their weights."),
    "right_people": mark("The pool is the one that was committed: {people} people, each with a leaf."),
    "right_quotas": mark("Every panel meets all {quotas} quotas and the rules."),
    "right_commitment": mark("The commitment says what the lottery says."),
    "right_probabilities": mark("The table of chances is right."),
    "right_number": mark("The number {number} follows from the lottery and the seed."),
    "right_panel": mark("The panel is the one with number {number}."),
    "right_reserves": mark("The reserve list is right ({reserves})."),
    "right_chain": mark("The published replacements follow from each other ({replacements})."),
    "right_replacements": mark("Every replacement is the one that had to join ({replacements})."),
    "right_opening": mark("The published opening is right."),
    "right_lottery": mark("Lottery {lottery}"),
    "right_given_quotas": mark("The quotas in {file} are those of the draw."),
    "right_given_people": mark("The people in {file} are those of the draw."),
    "right_sums": mark("Every file is to the last byte the one in the list SHA256SUMS."),
    "right_recomputed": mark("Computed again, the lottery is the same to the last byte."),
    "right_recomputed_chances": mark(
        "Computed again with {here} instead of {engine}, the lowest chance is the same within a millionth."
    ),
    "right_shape": mark("The commitment is complete: {people} people, lottery {lottery}."),
    "right_public_opening": mark(
        "The published panel was committed under number {number} and meets the quotas, by its own counts."
    ),
    "beyond_published": mark(
        "Whether the commitment was published before the number existed: compare the hash with the place "
        "where it was published."
    ),
    "beyond_protocol": mark("What the PDF of the protocol says: read it beside these results."),
    "beyond_columns": mark("Names, addresses and other columns of the sheets: they are no part of the draw."),
    "beyond_sums": mark("The files to the last byte: there is no list SHA256SUMS."),
    "beyond_others": mark("Files that are no part of the draw: {files}."),
    "beyond_number": mark("The number and the panel: they have not been drawn yet."),
    "beyond_by_hand": mark("The number itself: it was drawn by hand. Ask the witnesses."),
    "beyond_people": mark("Whether these are all the people who registered: give their list as well."),
    "beyond_recomputed": mark(
        "Whether the lottery is the one this program makes: give people and quotas to compute it again."
    ),
    "beyond_erased": mark(
        "The people, their leaves and the reserve list: {people} of them were erased since, as the law asks."
    ),
    "beyond_members": mark("Who the people are and what they declared: only the full folder has that."),
    "beyond_lottery": mark("The other 999 panels: they stay closed to protect the people in them."),
    "beyond_chances": mark("Everyone’s chance: only the full folder has the panels it follows from."),
}


def obstacle_sentence(obstacle: Obstacle) -> str:
    """Why mere counting makes a draw impossible, and what to do."""
    return _(_OBSTACLES[obstacle.code]).format(**dict(obstacle.params))


def demand_words(demand: Demand) -> str:
    """A demand in a few words: "age 16-29: at least 6"."""
    said = _("{feature} {value}: at least {number}")
    if demand.bound is Bound.HIGH:
        said = _("{feature} {value}: at most {number}")
    return said.format(feature=demand.feature, value=demand.value, number=demand.number)


def clash_sentence(clash: Clash, seats: int) -> str:
    """Which demands cannot hold together."""
    return _("These cannot all hold in a panel of {seats} from this pool: {demands}.").format(
        seats=seats, demands="; ".join(clash_words(clash))
    )


def clash_words(clash: Clash) -> list[str]:
    """Each demand of a clash in a few words."""
    words = [demand_words(demand) for demand in clash.demands]
    return [*words, _("at most one person of each household")] if clash.household else words


def relaxation_sentence(relaxation: Relaxation) -> str:
    """A way out and what it costs: "education practical: 18 → 17 (1 seat)"."""
    changes = [
        _("{demand} → {number}").format(demand=demand_words(easing.demand), number=easing.number)
        for easing in relaxation.easings
    ]
    cost = ngettext("{count} seat", "{count} seats", relaxation.cost).format(count=relaxation.cost)
    return _("{changes} ({cost})").format(changes="; ".join(changes), cost=cost)


def hopeless_words(hopeless: Hopeless) -> str:
    """Who has no chance, by number and features: "p60, p66 (male, 45-59)"."""
    return _("{numbers} ({features})").format(
        numbers=", ".join(hopeless.numbers),
        features=", ".join(value for _feature, value in hopeless.declared),
    )


def hopeless_reason(clash: Clash, seats: int) -> str:
    """Which demands leave people without a chance."""
    return _("With one of them in a panel of {seats}, these cannot all hold: {demands}.").format(
        seats=seats, demands="; ".join(clash_words(clash))
    )


def preflight_lines(found: Preflight) -> list[str]:
    """The whole outcome of a look beforehand, a sentence a line."""
    lines = [obstacle_sentence(obstacle) for obstacle in found.obstacles]
    if found.possible is None:
        lines.append(_("By counting nothing stands in the way."))
    elif found.possible:
        lines.append(
            _("A panel of {seats} from {people} people is possible.").format(
                seats=found.seats, people=found.people
            )
        )
    elif not lines:
        lines.append(_("No panel meets all quotas together."))
    if found.clash is not None and not found.obstacles:
        lines.append(clash_sentence(found.clash, found.seats))
    if found.relaxations:
        lines.append(_("A panel becomes possible with one of these changes:"))
        lines += [relaxation_sentence(relaxation) for relaxation in found.relaxations]
    elif found.possible is False and found.clash is not None:
        lines.append(_("No change of the quotas within their room makes a panel possible."))
    return lines + _chance_lines(found)


def chance_sentence(lottery: Lottery) -> str:
    """The lowest chance, and what is proven of the lottery by its method."""
    lowest, bound = lottery.certificate.min_probability / WHOLE, lottery.certificate.upper_bound / WHOLE
    return " ".join(proof_sentences(lottery.rules.method, lowest, bound))


def checked_sentence(checked: Checked) -> str:
    """One thing that was found right, or that could not be checked."""
    return _(_CHECKED[checked.code]).format(**dict(checked.params))


def verification_lines(found: Verification) -> list[str]:
    """What was checked and what could not be, a sentence a line."""
    level = _("Checked: the full folder. Everything below is right.")
    if found.level is Level.PUBLIC:
        level = _("Checked: what was made public. Everything below is right.")
    beyond = [_("Not checked, because it cannot be seen from here:")] if found.beyond else []
    return [
        level,
        *(f"  ✓ {checked_sentence(each)}" for each in found.right),
        *beyond,
        *(f"  – {checked_sentence(each)}" for each in found.beyond),
    ]


def _chance_lines(found: Preflight) -> list[str]:
    if found.possible is not True:
        return []
    if not found.hopeless:
        return [_("Everyone has a chance.")]
    people = sum(len(each.numbers) for each in found.hopeless)
    said = ngettext("One person can be in no panel:", "{count} people can be in no panel:", people).format(
        count=people
    )
    lines = [said]
    for clash in dict.fromkeys(each.clash for each in found.hopeless):
        lines += [f"  {hopeless_words(each)}" for each in found.hopeless if each.clash == clash]
        if clash.demands or clash.household:
            lines.append(hopeless_reason(clash, found.seats))
    return lines
