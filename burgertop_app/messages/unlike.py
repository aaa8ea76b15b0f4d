"""What at a meeting is not as for everybody else, in words: stays, tables, the mix, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.seating_rules import Mixing
from burgertop_app.i18n import _, listed, ngettext
from burgertop_app.messages.tables import fair_words, feature_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.events import Stay
    from burgertop_app.domain.seating_rules import ValueMixing

MOST_NAMED = 2


def stay_words(name: str, stay: Stay) -> str:
    """When somebody is there: "Fatma is there from round 2 on."."""
    said = (
        _("{name} is there in no round any more: the round they came for was taken away.")
        if not stay.first
        else _("{name} is there from round {first} on.")
        if not stay.last
        else _("{name} is there up to round {last}.")
        if stay.first == 1
        else _("{name} is there in round {first} only.")
        if stay.first == stay.last
        else _("{name} is there from round {first} up to round {last}.")
    )
    return said.format(name=name, first=stay.first, last=stay.last)


def moved_words(moved: Sequence[tuple[str, Stay]]) -> str:
    """What changed rounds mean for who is not there all day, by name; "" when it means nothing."""
    if len(moved) <= MOST_NAMED:
        return " ".join(stay_words(name, stay) for name, stay in moved)
    said = ngettext(
        "{count} person is not there all day: look under “Not there all day” whether it still holds.",
        "{count} people are not there all day: look under “Not there all day” whether it still holds.",
        len(moved),
    )
    return said.format(count=len(moved))


def waiting_words(places: Sequence[tuple[int, int]]) -> str:
    """Fixed seats that wait, each a table and a round; "" when there are none."""
    if not places:
        return ""
    named = [_("table {table} in round {round}").format(table=table, round=no) for table, no in places]
    said = ngettext(
        "The fixed seat at {places} does not count as long as they are not there.",
        "The fixed seats at {places} do not count as long as they are not there.",
        len(places),
    )
    return said.format(places=listed(named))


def seats_words(tables: Sequence[int], low: int, high: int) -> str:
    """Tables with seats of their own: "Tables 3 and 7: 2 to 4 people."."""
    said = ngettext("Table {tables}: {seats} people.", "Tables {tables}: {seats} people.", len(tables))
    return said.format(tables=listed(list(map(str, tables))), seats=fair_words(low, high))


def weight_words(feature: str, weight: float) -> str:
    """How heavy a feature counts."""
    said = _("{feature} counts more.") if weight > 1 else _("{feature} counts less.")
    return said.format(feature=feature_words(feature))


def mixing_words(rule: ValueMixing) -> str:
    """How a value is divided."""
    said = (
        _("{feature} {value}: together at as few tables as possible.")
        if rule.mixing is Mixing.TOGETHER
        else _("{feature} {value}: never just one at a table.")
    )
    return said.format(feature=feature_words(rule.attribute), value=rule.value)


def choices_words(count: int) -> str:
    """How many people chose a topic."""
    if not count:
        return _("Nobody chose a topic yet.")
    return ngettext("{count} person chose a topic.", "{count} people chose a topic.", count).format(
        count=count
    )
