"""Reading what stands on a reply: values as they were meant, ages, needs; a person decides on the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.guesses import flat
from burgertop_app.domain.people_import import Rules
from burgertop_app.exchange.people_ages import read_loose_age
from burgertop_app.exchange.people_values import feature_reader, needs_of
from burgertop_app.services.registering import check

if TYPE_CHECKING:
    from burgertop_app.domain.people import NeedKind
    from burgertop_app.domain.registration import Asked, ReplyForm


def read_feature(asked: Asked, feature: str, text: str) -> str:
    """The value that was meant: by its first letters, a synonym, an age or a year of birth; "" for nothing.

    Raises:
        InvalidInput: it cannot be a value, could be two, or tells that somebody is too young.
    """
    said = " ".join(text.split())
    if not said:
        return ""
    known = asked.features.get(feature, ())
    reading = feature_reader(feature, known, _rules(asked))(said)
    finding = reading.finding
    if finding is None:
        return reading.text
    if finding.code == "too_young":
        raise InvalidInput("reply_too_young", age=asked.rules.minimum_age)
    begun = [name for name in known if flat(name).startswith(flat(said))] if flat(said) else []
    if len(begun) == 1:
        return begun[0]
    if finding.code == "value_unknown" and finding.proposal is not None:
        return finding.proposal.value
    code = "reply_age_between" if finding.code == "birth_year_between" else "reply_value"
    raise InvalidInput(code, feature=feature, values=", ".join(known))


def read_born(asked: Asked, text: str) -> None:
    """Hold an age, year or date of birth against the youngest who may take part; it is not kept.

    Raises:
        InvalidInput: too young, or a date that does not exist.
    """
    finding = read_loose_age(text.strip(), _rules(asked)).finding if text.strip() else None
    if finding is not None:
        code = "reply_too_young" if finding.code == "too_young" else "reply_born"
        raise InvalidInput(code, age=asked.rules.minimum_age)


def read_needs(text: str) -> dict[NeedKind, str]:
    """What somebody needs, from a few words."""
    return needs_of("", text)


def checked(asked: Asked, reply: ReplyForm, name: str) -> ReplyForm:
    """The reply with every value in its known spelling; `name` is that of the list.

    Raises:
        InvalidInput: a value cannot be, somebody is too young, the name is missing or a BSN stands in a text.
        NotPossible: somebody else replied, and that is not allowed here.
    """
    if reply.other and not asked.rules.others:
        raise NotPossible("reply_others")
    read_born(asked, reply.born)
    values = {feature: read_feature(asked, feature, text) for feature, text in reply.features.items()}
    told = replace(reply, features=values, number="")
    check(told if reply.other else replace(told, name=told.name.strip() or name))
    return told


def _rules(asked: Asked) -> Rules:
    return Rules(today=asked.today, features=asked.features, minimum_age=asked.rules.minimum_age)
