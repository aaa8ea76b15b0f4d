"""The first format of what is published of a draw: every quota by itself, with its count in the panel.

Nothing is made in it any more. What was committed to in it stands, and stays checkable to the last byte.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.lottery_file import quotas_json
from burgertop_app.domain.quotas import quota_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draws import Lottery, Panel, Pool

FORMAT = 1


def commitment_1(made: Mapping[str, Json], lottery: Lottery) -> dict[str, Json]:
    """A commitment as the first format has it, not sealed yet."""
    same = {key: part for key, part in made.items() if key != "withheld"}
    return same | {
        "format": FORMAT,
        "quotas": quotas_json(lottery),
        "quotas_sha256": lottery.quotas_sha256,
        "drop_out": lottery.drop_out.as_json(),
    }


def quota_counts(lottery: Lottery, pool: Pool, panel: Panel) -> list[Json]:
    """Each quota with how many of `panel` it counts.

    Where all of the panel share a value though the quotas allowed another, the counts of that feature are
    null: else everyone would know that value of everyone in the panel.
    """
    found = Counter(pair for number in panel for pair in pool.declared(pool.by_number[number]).items())
    open_to = {
        feature: sum(found[feature, quota.value] > 0 for quota in lottery.quotas.of(feature))
        for feature in lottery.quotas.features
    }
    told = {
        feature: values > 1 or sum(quota.high > 0 for quota in lottery.quotas.of(feature)) == 1
        for feature, values in open_to.items()
    }
    return [
        quota_json(quota) | {"count": found[quota.feature, quota.value] if told[quota.feature] else None}
        for quota in lottery.quotas.items
    ]
