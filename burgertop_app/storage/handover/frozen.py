"""What is fixed for good and cannot be merged: a hand-over that would bend it is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from burgertop_app.domain.errors import NotPossible
from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.rows import Ground
    from burgertop_app.storage.handover.writes import Write

FIXED: Final[Mapping[str, frozenset[str]]] = {
    "advice_version": frozenset({"content", "sha256", "version", "frozen_at"}),
    "ballot": frozenset({"rule"}),
    "draw": frozenset({"seed", "drawn_number", "secret", "lottery_sha256", "quotas_sha256", "pool_sha256"}),
    "draw_entry": frozenset({"number", "leaf", "salt", "outcome"}),
    "draw_file": frozenset({"sha256"}),
    "progress_report": frozenset({"content", "sha256"}),
}
"""Columns that are written once."""

QUIET: Final = frozenset({"at", "since", "until", "by", "made_at", "position", "made_on", "salt"})
"""Columns over which nobody needs to choose: the last word counts."""

_DRAWN: Final = ("committed", "drawn")


def refuse(
    ground: Ground, name: str, here: Cells, there: Cells, ours: Sequence[Write], theirs: Sequence[Write]
) -> None:
    """Refuse a row of which both laptops wrote something else for good.

    Raises:
        NotPossible: `handover_frozen`.
    """
    for column in sorted(FIXED.get(name, ())):
        both = any(w.wrote(column) for w in ours) and any(w.wrote(column) for w in theirs)
        if both and here[column] != there[column]:
            raise NotPossible("handover_frozen", file=ground.file)


def refuse_twins(ground: Ground, name: str, here: Cells) -> None:
    """Refuse two rows that would become one, where each stands for good.

    Raises:
        NotPossible: `handover_frozen`.
    """
    if name in FIXED and here:
        raise NotPossible("handover_frozen", file=ground.file)


def refuse_two(ground: Ground) -> None:
    """Refuse what may stand once at a time and was made on both laptops.

    Raises:
        NotPossible: `handover_two_draws`, `handover_two_ballots`, `handover_two_versions`.
    """
    _two(ground, "draw", "process_id", "handover_two_draws", _counts)
    _two(ground, "ballot", "process_id", "handover_two_ballots", _open)
    _two(ground, "advice_version", "advice_id", "handover_two_versions", lambda row: row["version"])


def _two(ground: Ground, name: str, scope: str, code: str, standing: object) -> None:
    came = ground.touched.get(name, set())
    if not came or not callable(standing):
        return
    of = table(name)
    groups: dict[object, set[bool]] = {}
    for row in map(dict, ground.connection.execute(select(of)).mappings()):
        kind, born = standing(row), ground.births.of(name, row)
        if kind is not None and (ground.own(born) or ground.news(born)):
            groups.setdefault((row[scope], kind), set()).add(ground.news(born))
    if any(len(sides) > 1 for sides in groups.values()):
        raise NotPossible(code, file=ground.file, laptop=ground.handover.site.name)


def _counts(row: Cells) -> object:
    """A draw that stands and is no rehearsal."""
    stands = row["state"] in _DRAWN and not row["rehearsal"] and row["withdrawn_at"] is None
    return True if stands else None


def _open(row: Cells) -> object:
    return True if row["frozen_at"] is not None and row["withdrawn_at"] is None else None
