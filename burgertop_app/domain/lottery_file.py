"""`lottery.json`: the lottery and the drawn number as one object, and its hash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burgertop_app.domain.canonical import decimals, sha256, trillionths
from burgertop_app.domain.draws import Certificate, DrawRules, KeptOut, Lottery
from burgertop_app.domain.drop_out import drop_out_from_json
from burgertop_app.domain.errors import BurgertopError, CheckFailed
from burgertop_app.domain.quotas import Quota, Quotas, quota_json

if TYPE_CHECKING:
    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draw_protocol import DrawnNumber

FORMAT = 1
OPEN_KEYS = ("lottery_sha256", "rehearsal", "seed", "drawn_number")


def quotas_json(lottery: Lottery) -> list[Json]:
    """The quotas in the order they were given."""
    return [quota_json(quota) for quota in lottery.quotas.items]


def closed_json(lottery: Lottery) -> dict[str, Json]:
    """Everything that `lottery_sha256` covers."""
    rules = lottery.rules
    return {
        "format": FORMAT,
        "method": rules.method,
        "seats": rules.seats,
        "engine": lottery.engine,
        "quotas": quotas_json(lottery),
        "household_columns": [*rules.household_columns],
        "keep_in": [*rules.keep_in],
        "keep_out": [{"id": kept.number, "reason": kept.reason} for kept in rules.keep_out],
        "attempt": lottery.attempt,
        "earlier_attempts": [*lottery.earlier_attempts],
        "number_source": lottery.number_source,
        "drop_out": lottery.drop_out.as_json(),
        "pool_sha256": lottery.pool_sha256,
        "quotas_sha256": lottery.quotas_sha256,
        "certificate": {
            "min_probability": decimals(lottery.certificate.min_probability),
            "upper_bound": decimals(lottery.certificate.upper_bound),
        },
        "exact_probabilities": {number: decimals(chance) for number, chance in lottery.exact},
        "portfolio": [[decimals(weight), [*panel]] for weight, panel in lottery.portfolio],
        "panels": [[*panel] for panel in lottery.panels],
    }


def lottery_sha256(lottery: Lottery) -> str:
    """The hash that is published before the number exists."""
    return sha256(closed_json(lottery))


def lottery_json(lottery: Lottery, *, rehearsal: bool, drawn: DrawnNumber | None = None) -> dict[str, Json]:
    """The whole of `lottery.json`; without a number yet, the seed is empty and the number null."""
    return closed_json(lottery) | {
        "lottery_sha256": lottery_sha256(lottery),
        "rehearsal": drawn.rehearsal if drawn else rehearsal,
        "seed": drawn.seed if drawn else "",
        "drawn_number": drawn.number if drawn else None,
    }


def object_sha256(found: dict[str, Json]) -> str:
    """The hash of the object in a `lottery.json`, over all but what the draw adds.

    Raises:
        CheckFailed: there is something in it that canonical JSON does not have.
    """
    try:
        return sha256({key: value for key, value in found.items() if key not in OPEN_KEYS})
    except (TypeError, ValueError) as error:
        raise CheckFailed("verify_lottery_format", part=str(error)[:80]) from error


def lottery_from_json(found: dict[str, Any]) -> Lottery:
    """The lottery in the object of a `lottery.json`.

    Raises:
        CheckFailed: something lacks or is not what it should be.
    """
    try:
        return _lottery(found)
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError, BurgertopError) as error:
        raise CheckFailed("verify_lottery_format", part=str(error)[:80]) from error


def _lottery(found: dict[str, Any]) -> Lottery:
    if found["format"] != FORMAT:
        raise ValueError(found["format"])
    certificate = found["certificate"]
    return Lottery(
        rules=DrawRules(
            seats=int(found["seats"]),
            method=str(found["method"]),
            household_columns=tuple(found["household_columns"]),
            keep_in=tuple(found["keep_in"]),
            keep_out=tuple(KeptOut(kept["id"], kept["reason"]) for kept in found["keep_out"]),
        ),
        quotas=Quotas(
            tuple(
                Quota(line["feature"], line["value"], int(line["low"]), int(line["high"]))
                for line in found["quotas"]
            )
        ),
        engine=str(found["engine"]),
        pool_sha256=str(found["pool_sha256"]),
        quotas_sha256=str(found["quotas_sha256"]),
        certificate=Certificate(
            trillionths(certificate["min_probability"]), trillionths(certificate["upper_bound"])
        ),
        exact=tuple(
            (number, trillionths(chance)) for number, chance in sorted(found["exact_probabilities"].items())
        ),
        portfolio=tuple((trillionths(weight), tuple(panel)) for weight, panel in found["portfolio"]),
        panels=tuple(tuple(panel) for panel in found["panels"]),
        attempt=int(found["attempt"]),
        earlier_attempts=tuple(found["earlier_attempts"]),
        number_source=str(found["number_source"]),
        drop_out=drop_out_from_json(found["drop_out"]),
    )
