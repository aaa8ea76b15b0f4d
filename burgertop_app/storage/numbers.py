"""Numbers of people and cards: every site gives them out from ranges of its own.

A workspace starts in lane 0. A copy that is worked in on its own gets another lane, so that two copies
do not hand out the same number. Lane 0 of a series holds 1–9 999, lane 1 holds 10 001–19 999, and so on; a
site that runs out goes on `LANES` lanes further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from burgertop_app.storage.rows.everywhere import NumberRangeRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from burgertop_app.storage.sites import Site

LANES = 100
BLOCK = 10_000
WIDE = {"person": 1_000_000}
"""Series of which one site may need more than `BLOCK` at once, by their first word."""


def take(connection: Connection, site: Site, series: str, count: int) -> tuple[int, ...]:
    """The next `count` numbers of `series` for `site`, rising; never given out again."""
    taken: list[int] = []
    while len(taken) < count:
        following, last = _range(connection, site, series)
        some = range(following, min(last, following + count - len(taken) - 1) + 1)
        taken += some
        _move(connection, site, series, following=some.stop)
    return tuple(taken)


def _range(connection: Connection, site: Site, series: str) -> tuple[int, int]:
    """The range in use, or the next one when that is full."""
    rows = NumberRangeRow
    found = connection.execute(
        select(rows.following, rows.last).where(
            rows.site_id == site.id, rows.series == series, rows.following <= rows.last
        )
    ).first()
    if found is not None:
        return found.following, found.last
    used = connection.execute(
        select(func.count()).where(rows.site_id == site.id, rows.series == series)
    ).scalar_one()
    block = WIDE.get(series.partition(" ")[0], BLOCK)
    first = (site.lane + used * LANES) * block
    fresh: dict[str, Any] = {
        "site_id": site.id,
        "series": series,
        "first": first + 1,
        "last": first + block - 1,
        "following": first + 1,
    }
    connection.execute(insert(rows).values(fresh))
    return first + 1, first + block - 1


def _move(connection: Connection, site: Site, series: str, *, following: int) -> None:
    rows = NumberRangeRow
    connection.execute(
        update(rows)
        .where(rows.site_id == site.id, rows.series == series, rows.following <= rows.last)
        .values(following=following)
    )
