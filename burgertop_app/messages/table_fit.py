"""Whether the tables fit who is expected, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, listed, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.seating_fit import RoundFit


def fit_words(expected: int, rounds: Sequence[RoundFit]) -> str:
    """How many people and seats there are, in one go where rounds are alike, else what does not fit."""
    if not expected:
        return " ".join((_("Nobody is expected yet."), *(_seats(rounds[0]) for _one in rounds[:1])))
    said = ngettext("{count} person is expected.", "{count} people are expected.", expected)
    opening = said.format(count=number(expected))
    if len({(one.people, one.least, one.most) for one in rounds}) == 1 and rounds[0].people == expected:
        wrong = () if rounds[0].fits else (_("That does not fit."),)
        return " ".join((opening, _seats(rounds[0]), *wrong))
    if all(one.fits for one in rounds):
        return " ".join((opening, _("They fit in every round.")))
    return " ".join((opening, *(_misfit(one) for one in rounds if not one.fits)))


def chair_question(name: str, full: Sequence[int]) -> str:
    """Which rounds are full for somebody, and what can be done."""
    said = ngettext(
        "Round {rounds} has no free seat for {name}. Put a chair at the table that suits best? The others "
        "keep their seats. Or choose Repair: then people may move.",
        "Rounds {rounds} have no free seat for {name}. Put a chair at the table that suits best? The others "
        "keep their seats. Or choose Repair: then people may move.",
        len(full),
    )
    return said.format(rounds=listed(list(map(str, full))), name=name)


def chair_words(name: str, tables: Sequence[int]) -> str:
    """That somebody has a seat, and where a chair was put."""
    if not tables:
        return _("{name} has a seat in every round.").format(name=name)
    said = ngettext(
        "{name} has a seat in every round. Table {tables} has a chair more.",
        "{name} has a seat in every round. Tables {tables} have a chair more.",
        len(tables),
    )
    return said.format(name=name, tables=listed(list(map(str, tables))))


def _seats(one: RoundFit) -> str:
    return _("There are seats for {least} to {most}.").format(least=number(one.least), most=number(one.most))


def _misfit(one: RoundFit) -> str:
    said = ngettext(
        "Round {no} does not fit: {count} person is there, with seats for {least} to {most}.",
        "Round {no} does not fit: {count} people are there, with seats for {least} to {most}.",
        one.people,
    )
    return said.format(no=one.no, count=number(one.people), least=number(one.least), most=number(one.most))
