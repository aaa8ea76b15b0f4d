"""What everyone may see of the quotas of a draw and of the counts in its panel: no small group.

Values are put together as `domain.merging` says, and a quota of a group is the sum of those of its values.
The quotas themselves are held by the hash of the lottery, and stand in the full folder.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.merging import JOIN, large, merged
from burgertop_app.domain.representing import looks_special

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draws import Panel, Pool
    from burgertop_app.domain.merging import Merging
    from burgertop_app.domain.quotas import Quotas


@dataclass(frozen=True)
class GroupSize:
    """One value of a feature: people in the pool of a draw, and seats at least."""

    feature: str
    value: str
    pool_count: int
    low: int


def sizes(quotas: Quotas, pool: Pool) -> tuple[GroupSize, ...]:
    """Every value with a quota, feature by feature."""
    found = Counter(pair for entry in pool.entries for pair in pool.declared(entry).items())
    return tuple(
        GroupSize(feature, quota.value, found[feature, quota.value], quota.low)
        for feature in quotas.features
        for quota in quotas.of(feature)
    )


def merging_of(quotas: Quotas, pool: Pool) -> Merging:
    """What may be shown of a draw from files: features that look sensitive by their names are left out."""
    groups = sizes(quotas, pool)
    plain = {feature: heaps for feature, heaps in merged(groups).items() if not looks_special(feature)}
    return large(groups, plain)


def quota_lines(quotas: Quotas, shown: Merging) -> list[Json]:
    """The quotas of the groups in `shown`, as they stand in `toezegging.json`."""
    return [
        {
            "feature": feature,
            "values": [*heap],
            "low": sum(quota.low for quota in quotas.of(feature) if quota.value in heap),
            "high": sum(quota.high for quota in quotas.of(feature) if quota.value in heap),
        }
        for feature, heaps in shown.items()
        for heap in heaps
    ]


def withheld(quotas: Quotas, shown: Merging) -> list[Json]:
    """The features of which nothing is shown."""
    return [feature for feature in quotas.features if feature not in shown]


def counted(lines: Sequence[Mapping[str, Any]], pool: Pool, panel: Panel) -> list[Json]:
    """The lines of `quota_lines` with how many of `panel` each counts."""
    found = Counter(pair for number in panel for pair in pool.declared(pool.by_number[number]).items())
    return [
        {**line, "count": sum(found[line["feature"], value] for value in line["values"])} for line in lines
    ]


def shown_in(lines: Sequence[Mapping[str, Any]]) -> Merging:
    """The groups in published lines.

    Raises:
        KeyError, TypeError: they are not what `quota_lines` makes.
    """
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines:
        found[line["feature"]] = (*found.get(line["feature"], ()), tuple(line["values"]))
    return found


def fits(shown: Merging, quotas: Quotas, pool: Pool) -> bool:
    """Whether `shown` puts each value of its features in one group, and no group is small."""
    return large(sizes(quotas, pool), shown) == shown


def line_value(line: Mapping[str, Any]) -> str:
    """The words for the values of a published line; those of the first format have one value."""
    return JOIN.join(line["values"]) if "values" in line else str(line["value"])
