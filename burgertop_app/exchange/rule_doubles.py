"""Rules of a table plan that say a thing twice: the second would contradict the first, or add nothing."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.exchange.rule_text import Rule

ONCE: dict[str, tuple[str, ...]] = {
    "lock": ("person", "round"),
    "table": ("table",),
    "mixing": ("attribute", "value"),
    "weight": ("attribute",),
    "topic": ("name", "round"),
    "choice": ("person", "round"),
    "earlier": ("plan",),
    "sizes": ("round",),
}
"""What a rule of a kind is about: two about the same would contradict each other."""

IN_ANY_ORDER = ("people", "rounds", "tables", "properties", "apart", "absent")


def refuse_doubles(rules: Sequence[Rule], rounds: int) -> None:
    """What can be said once only is said once: else the last one would silently count.

    Other rules may be about the same people, but no two of them say the very same.

    Raises:
        InvalidInput: naming the lines of both.
    """
    usual = next((rule.fields.get("round") for rule in rules if rule.kind == "topic"), None)
    seen: dict[tuple[str, str], int] = {}
    for rule in rules:
        about = (rule.kind, str(_about(rule, usual, rounds)))
        if about in seen:
            raise rule.fault("seating_rule_again", earlier=seen[about])
        seen[about] = rule.line


def _about(rule: Rule, usual: object, rounds: int) -> list[object]:
    """What a rule is about, the same for two that are about the same.

    A choice without a round is for the round of the first topic; a rule without rounds holds in all of them.
    """
    given = dict(rule.fields)
    if rule.kind == "choice":
        given.setdefault("round", usual)
    if rule.kind == "earlier":
        given["plan"] = PurePath(str(given.get("plan")))
    if rule.kind in ONCE:
        return [str(given.get(name)) for name in ONCE[rule.kind]]
    given.setdefault("rounds", list(range(1, rounds + 1)))
    return [(name, _plain(name, given[name])) for name in sorted(given)]


def _plain(name: str, value: object) -> list[str]:
    """A value, or the values of a list, as text; sorted where their order says nothing."""
    values = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    return sorted(set(values)) if name in IN_ANY_ORDER else values
