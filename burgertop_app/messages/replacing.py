"""Sentences about reserves, the call list and replacements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.calling import CallOutcome
from burgertop_app.i18n import _, day, listed, mark, ngettext, percent
from burgertop_app.messages.draw_outlook import Finding, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from burgertop_app.domain.call_views import CallList, Effect, Proposal
    from burgertop_app.domain.calling import CallAttempt
    from burgertop_app.domain.drop_out import DropOut
    from burgertop_app.domain.replacing import Miss, Step

_OUTCOMES = {
    CallOutcome.NO_ANSWER: mark("no answer"),
    CallOutcome.CALL_BACK: mark("call back"),
    CallOutcome.YES: mark("says yes"),
    CallOutcome.NO: mark("says no"),
}


def outcome_words(outcome: CallOutcome) -> str:
    """What came of a call, in a word or two."""
    return _(_OUTCOMES[outcome])


def attempt_words(attempt: CallAttempt) -> str:
    """One call in a line: day, outcome, and the note."""
    on = day(attempt.at.astimezone().date(), "medium")
    said = _("{day}: {outcome}").format(day=on, outcome=outcome_words(attempt.outcome))
    return _("{said} ({note})").format(said=said, note=attempt.note) if attempt.note else said


def tally_words(found: CallList) -> str:
    """How far calling is: "9 say yes, 2 must still answer, 1 seat is open"."""
    parts = [
        ngettext("{count} says yes", "{count} say yes", found.yes).format(count=found.yes),
        ngettext("{count} must still answer", "{count} must still answer", found.waiting).format(
            count=found.waiting
        ),
    ]
    if found.open_seats:
        parts.append(open_words(found.open_seats))
    return listed(parts)


def open_words(seats: int) -> str:
    """How many seats are open."""
    return ngettext("{count} seat is open", "{count} seats are open", seats).format(count=seats)


def drop_out_words(rates: DropOut) -> str:
    """What the reserve list counts on, and where that comes from."""
    told = percent(rates.overall / 1000)
    if not rates.learnt:
        return _(
            "The reserve list assumes that {rate} of the people drop out, equally many in each group. That "
            "is an assumption: there are too few earlier processes to learn from."
        ).format(rate=told)
    return ngettext(
        "The reserve list counts on {rate} who drop out, learnt from {count} answer in {processes} earlier "
        "processes, with a rate for each group.",
        "The reserve list counts on {rate} who drop out, learnt from {count} answers in {processes} earlier "
        "processes, with a rate for each group.",
        rates.people,
    ).format(rate=told, count=rates.people, processes=rates.processes)


def reserve_rule_words() -> str:
    """How the reserve list and replacements follow from the draw, for the protocol."""
    return _(
        "The order of the list follows from the code of the lottery and the seed. Each place goes to whoever "
        "most lowers the number of people that groups are expected to lack when members drop out. A "
        "replacement is the first on the list with whom the quotas can still be met as well as possible."
    )


def drop_out_hint(rates: DropOut) -> str:
    """The same in a few words, beside the number of reserves."""
    told = percent(rates.overall / 1000)
    if not rates.learnt:
        return _("Counts on {rate} who drop out: an assumption.").format(rate=told)
    return ngettext(
        "Counts on {rate} who drop out, learnt from {count} process.",
        "Counts on {rate} who drop out, learnt from {count} processes.",
        rates.processes,
    ).format(rate=told, count=rates.processes)


def proposal_title(found: Proposal) -> str:
    """Who would join."""
    if not found.joined:
        return _("Nobody can join")
    return ngettext("Number {numbers} joins", "Numbers {numbers} join", len(found.joined)).format(
        numbers=listed(found.joined)
    )


def proposal_findings(found: Proposal, places: Mapping[str, int]) -> tuple[Finding, ...]:
    """A proposal in plain sentences: where people come from, what it does to the quotas, what is left."""
    told = [_origin(number, places) for number in found.joined]
    told += _skipped(found, places)
    if not found.misses:
        told.append(Finding(Tone.FINE, _("With this, all quotas are met.")))
    told += [Finding(Tone.WRONG, miss_sentence(miss)) for miss in found.misses]
    if found.misses:
        said = _("Nobody who can still join restores this. It is the smallest miss that is possible.")
        told.append(Finding(Tone.NOTE, said))
    if found.still_open:
        said = ngettext(
            "For {count} seat there is nobody left to ask. It stays empty.",
            "For {count} seats there is nobody left to ask. They stay empty.",
            found.still_open,
        )
        told.append(Finding(Tone.WRONG, said.format(count=found.still_open)))
    return tuple(told)


def effect_words(effect: Effect) -> tuple[str, str, str, str, str]:
    """The cells of an effect: group, what was agreed, and people before, while seats are open, and after."""
    group = _("{feature}: {value}").format(feature=effect.feature, value=effect.value)
    agreed = str(effect.low)
    if effect.low != effect.high:
        agreed = _("{low} to {high}").format(low=effect.low, high=effect.high)
    return group, agreed, str(effect.before), str(effect.now), str(effect.after)


def miss_sentence(miss: Miss) -> str:
    """Which quota is missed, and by how many people."""
    if miss.short:
        said = ngettext(
            "{feature}: {value} has {people}, which is {count} too few.",
            "{feature}: {value} has {people}, which is {count} too few.",
            miss.short,
        )
        return said.format(feature=miss.feature, value=miss.value, people=miss.count, count=miss.short)
    said = ngettext(
        "{feature}: {value} has {people}, which is {count} too many.",
        "{feature}: {value} has {people}, which is {count} too many.",
        miss.over,
    )
    return said.format(feature=miss.feature, value=miss.value, people=miss.count, count=miss.over)


def step_sentence(step: Step) -> str:
    """One replacement by number."""
    if not step.left:
        return _("Replacement {running}: {joined} took a seat that was open.").format(
            running=step.running, joined=listed(step.joined)
        )
    return _("Replacement {running}: {joined} came for {left}.").format(
        running=step.running, joined=listed(step.joined), left=listed(step.left)
    )


def public_step_sentence(running: int, at: date, seats: int, filled: int, *, met: bool) -> str:
    """One replacement as everyone may know it: how many seats, and if the quotas hold; it names nobody."""
    said = ngettext(
        "Replacement {running}, {day}: {filled} of {seats} open seat was filled.",
        "Replacement {running}, {day}: {filled} of {seats} open seats were filled.",
        seats,
    ).format(running=running, day=day(at), filled=filled, seats=seats)
    kept = _("All quotas were met afterwards.") if met else _("Not all quotas were met afterwards.")
    return f"{said} {kept}"


def _origin(number: str, places: Mapping[str, int]) -> Finding:
    if number in places:
        said = _("Number {number} is reserve {place}.").format(number=number, place=places[number])
        return Finding(Tone.FINE, said)
    said = _(
        "Number {number} is not on the reserve list, but did register. The reserves who are left do not "
        "restore the quotas as well."
    )
    return Finding(Tone.NOTE, said.format(number=number))


def _skipped(found: Proposal, places: Mapping[str, int]) -> list[Finding]:
    """Reserves who come earlier on the list and are passed over."""
    last = max((places.get(number, len(places) + 1) for number in found.joined), default=0)
    given = found.situation
    away = {*found.joined, *given.barred, *given.left, *given.chain.members, *given.chain.left}
    passed = [str(place) for number, place in places.items() if place < last and number not in away]
    if not passed:
        return []
    said = ngettext(
        "Reserve {places} is passed over now and stays on the list: then more people would lack in a group.",
        "Reserves {places} are passed over now and stay on the list: then more people would lack in a group.",
        len(passed),
    )
    return [Finding(Tone.NOTE, said.format(places=listed(passed)))]
