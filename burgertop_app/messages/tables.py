"""The page about tables in words: rounds, names on seats, figures, and what a move by hand would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, listed, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, time

    from burgertop_app.domain.events import Round
    from burgertop_app.domain.seating import (
        CountChange,
        Misfit,
        SwapEffect,
        SwapStory,
    )

MOST_CHANGES = 2
PARTICLES = frozenset(
    (
        *("van", "von", "der", "den", "de", "het", "ten", "ter", "te", "'t", "op", "aan", "in"),
        *("la", "le", "el", "al", "bin", "ibn", "da", "do", "dos", "di", "du", "y", "e"),
    )
)


def initials(name: str) -> str:
    """Two letters for a seat: of the first name and of the family name, without "van der"."""
    parts = [part for part in name.replace("-", " ").split() if part.casefold() not in PARTICLES]
    letters = [next((sign for sign in part if sign.isalpha()), "") for part in parts]
    found = [letter.upper() for letter in letters if letter]
    return "".join(found[:1] + found[1:][-1:])


def clock(value: time | None) -> str:
    """A time of day as people say it: 9.30; "" for none."""
    return f"{value.hour}.{value.minute:02d}" if value is not None else ""


def hours(turn: Round) -> str:
    """When a round is: 9.30–10.15; "" when that is not known."""
    if turn.starts_at is None:
        return ""
    end = turn.starts_at.hour * 60 + turn.starts_at.minute + turn.minutes
    return f"{clock(turn.starts_at)}–{end // 60 % 24}.{end % 60:02d}"


def round_words(no: int) -> str:
    """The name of a round."""
    return _("Round {no}").format(no=no)


def meeting_words(on: date | None, place: str, counts: Sequence[int]) -> str:
    """Day, place, people, tables and rounds in one line."""
    people, tables, rounds = counts
    parts = (
        _capital(day(on, "full")).rsplit(" ", 1)[0] if on else _("No day yet"),
        place.split(",")[0],
        ngettext("{count} person", "{count} people", people).format(count=number(people)),
        ngettext("{count} table", "{count} tables", tables).format(count=number(tables)),
        ngettext("{count} round", "{count} rounds", rounds).format(count=number(rounds)),
    )
    return " · ".join(part for part in parts if part)


def door_words(name: str, no: str, tables: str) -> str:
    """Who is in, with the number and the tables in order of the rounds."""
    if not tables:
        return _("{name} (number {number}) is present.").format(name=name, number=no)
    said = _("{name} (number {number}) is present. Table {tables}.")
    return said.format(name=name, number=no, tables=tables)


def walk_in_words(name: str, no: str, tables: Sequence[int | None]) -> str:
    """Who walked in, and where they sit in each round; None is a round that is full, 0 one they miss."""
    said = " · ".join(str(table) if table else "–" for table in tables)
    if not tables:
        return door_words(name, no, "")
    if all(table is None for table in tables):
        return _(
            "{name} (number {number}) is present. There is no free seat yet: repair the plan, or put a chair "
            "in the room."
        ).format(name=name, number=no)
    told = door_words(name, no, said)
    full = [str(no) for no, table in enumerate(tables, 1) if table is None]
    if not full:
        return told
    more = ngettext(
        "Round {rounds} has no free seat yet: repair the plan, or put a chair in the room.",
        "Rounds {rounds} have no free seat yet: repair the plan, or put a chair in the room.",
        len(full),
    )
    return f"{told} {more.format(rounds=listed(full))}"


def feature_words(name: str) -> str:
    """A feature as a heading: "leeftijd" is "Leeftijd"."""
    return _capital(name)


def misfit_words(misfit: Misfit) -> tuple[str, str]:
    """Where something does not fit, and what: "Ronde 1, tafel 4" and "65+: 5 (eerlijk: 2 of 3)"."""
    where = _("Round {round}, table {table}").format(round=misfit.round + 1, table=misfit.table + 1)
    what = _("{value}: {count} (fair: {fair})").format(
        value=misfit.value or _("unknown"), count=misfit.count, fair=fair_words(misfit.low, misfit.high)
    )
    return where, what


def swap_words(story: SwapStory, name: Callable[[int], str], person: int) -> tuple[str, ...]:
    """What a swap does in two or three sentences: counts that are not fair, and who meets again.

    Args:
        story: what the swap does.
        name: how to call the person with that index.
        person: the index of the one who is moved.
    """
    partner = story.effect.partner
    lines = [_change_words(change) for change in _telling(story.changes)]
    if not lines:
        lines.append(_("Both tables stay as mixed as can be."))
    again = ((person, story.person_meets_again), (partner, story.partner_meets_again))
    met = [_again_words(name(one), [name(other) for other in known]) for one, known in again if known]
    rules = [_("This breaks a rule.")] if story.breaks else []
    if story.effect.leaders > 0:
        met.append(_("A facilitator is one they had before."))
    return (*rules, *lines, " ".join(met) or _("They meet nobody again."))


def effect_words(effect: SwapEffect) -> tuple[str, str]:
    """What a change of seats does to the mix and to meeting again, in a few words each."""
    return mix_words(effect.excess), repeat_words(effect.repeats)


def mix_words(change: int) -> str:
    """A change in persons outside the fair number."""
    if not change:
        return _("stays as good")
    said = (
        ngettext("{count} unfair seat fewer", "{count} unfair seats fewer", -change)
        if change < 0
        else ngettext("{count} unfair seat more", "{count} unfair seats more", change)
    )
    return said.format(count=abs(change))


def repeat_words(change: int) -> str:
    """A change in how often people meet again."""
    if not change:
        return _("stays the same")
    return _("{count} fewer").format(count=-change) if change < 0 else _("{count} more").format(count=change)


def _telling(changes: Sequence[CountChange]) -> list[CountChange]:
    """The changes that make or mend something unfair, the unfair ones first."""
    worse = [change for change in changes if not change.low <= change.after <= change.high]
    mended = [
        change for change in changes if change not in worse and not change.low <= change.before <= change.high
    ]
    return (worse + mended)[:MOST_CHANGES]


def _change_words(change: CountChange) -> str:
    return _("Table {table}: {value} from {before} to {after} (fair: {fair}).").format(
        table=change.table + 1,
        value=change.value or _("unknown"),
        before=change.before,
        after=change.after,
        fair=fair_words(change.low, change.high),
    )


def _again_words(name: str, others: Sequence[str]) -> str:
    if len(others) > 1:
        return _("{name} meets {count} people again.").format(name=name, count=len(others))
    return _("{name} meets {other} again.").format(name=name, other=others[0])


def fair_words(low: int, high: int) -> str:
    """The fair number: "2", "2 or 3" or "2 to 4"."""
    if low == high:
        return str(low)
    said = _("{low} or {high}") if high == low + 1 else _("{low} to {high}")
    return said.format(low=low, high=high)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
