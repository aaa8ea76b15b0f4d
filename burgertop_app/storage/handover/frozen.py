"""What is fixed for good and cannot be merged: a hand-over that would bend it is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from burgertop_app.domain.errors import NotPossible
from burgertop_app.storage.handover.cells import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground
    from burgertop_app.storage.handover.order import Key
    from burgertop_app.storage.handover.writes import Write, Writes

FIXED: Final[Mapping[str, frozenset[str]]] = {
    "advice_version": frozenset({"content", "sha256", "version", "frozen_at"}),
    "ballot": frozenset({"rule", "method", "sha256"}),
    "budget_vote": frozenset({"sha256"}),
    "draw": frozenset({"seed", "drawn_number", "secret", "lottery_sha256", "quotas_sha256", "pool_sha256"}),
    "draw_entry": frozenset({"number", "leaf", "salt", "outcome"}),
    "draw_file": frozenset({"sha256"}),
    "progress_report": frozenset({"content", "sha256"}),
}
"""Columns that are written once."""

SEALED: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "budget_vote": (
        "frozen_at",
        frozenset({"title", "cents", "rule", "completion", "support", "ceilings", "apart"}),
    ),
    "survey": ("sent_at", frozenset({"questions", "anonymous"})),
}
"""By which column something is fixed, and what it fixes."""

QUIET: Final = frozenset({"at", "since", "until", "by", "made_at", "position", "made_on", "salt"})
"""Columns over which nobody needs to choose: the last word counts."""

FEW: Final = 10
"""So many numbers of papers are named."""

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
    seal, fixed = SEALED.get(name, ("", frozenset()))
    for sealing, writing in ((ours, theirs), (theirs, ours)):
        if any((w.after or {}).get(seal) is not None for w in sealing):
            changed = {c for c in fixed if here[c] != there[c] and any(w.wrote(c) for w in writing)}
            if changed:
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
        NotPossible: `handover_two_draws`, `handover_two_ballots`, `handover_two_versions`,
            `handover_two_budgets`, `handover_two_reports`, `handover_two_replacements`, or
            `handover_counted`, slips were entered beside a count, or `handover_two_papers`, one voter has a
            paper with other choices on each.
    """
    for name, (scope, code, standing) in ONE.items():
        _two(ground, name, scope, code, standing)
    _counted(ground)
    _papers(ground)


def _two(ground: Ground, name: str, scope: str, code: str, standing: Callable[[Cells], object]) -> None:
    came = ground.touched.get(name, set())
    if not came:
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
    """A vote that was opened and neither counted nor withdrawn."""
    return True if row["frozen_at"] is not None and row["closed_at"] is None and _stands(row) else None


def _stands(row: Cells) -> object:
    return True if row["withdrawn_at"] is None else None


def _numbered(row: Cells) -> object:
    return None if row["withdrawn_reason"] else row["number"]


def _counted(ground: Ground) -> None:
    """Refuse slips that were entered on one laptop while the other counted without them."""
    votes, ballots = table("ballot_vote"), table("ballot")
    came = ground.touched.get("ballot_vote", set())
    counted = ballots.c.closed_at.is_not(None) & ballots.c.withdrawn_at.is_(None)
    for ballot in map(dict, ground.connection.execute(select(ballots).where(counted)).mappings()):
        ours, theirs = (
            any((write.after or {}).get("closed_at") is not None for write in side.get(ballot["id"], ()))
            for side in (ground.ours, ground.theirs)
        )
        if not ours and not theirs:
            continue
        asked = select(votes).where(votes.c.ballot_id == ballot["id"])
        rows = [dict(row) for row in ground.connection.execute(asked).mappings()]
        late = [row for row in rows if ours and row["id"] in came and _side(ground.news, ground.theirs, row)]
        late += [row for row in rows if theirs and _side(ground.own, ground.ours, row)]
        if late:
            raise NotPossible("handover_counted", title=ballot["title"], laptop=ground.handover.site.name)


def _papers(ground: Ground) -> None:
    """Refuse two papers of one voter for other projects: nobody can see which one was handed in."""
    came = ground.touched.get("budget_paper", set())
    if not came:
        return
    papers, intakes = table("budget_paper"), table("budget_intake")
    asked = (
        select(papers.c.id, papers.c.voter, papers.c.choices, intakes.c.budget_id)
        .join(intakes, papers.c.intake_id == intakes.c.id)
        .where(intakes.c.withdrawn_at.is_(None))
        .order_by(papers.c.id)
    )
    chosen: dict[tuple[object, str], list[tuple[bool, frozenset[str]]]] = {}
    for row_id, voter, choices, budget_id in ground.connection.execute(asked):
        chosen.setdefault((budget_id, voter), []).append((row_id in came, frozenset(choices)))
    numbers = [
        voter
        for (_budget, voter), some in chosen.items()
        if any(new for new, _choices in some) and len({choices for _new, choices in some}) > 1
    ]
    if numbers:
        told = ", ".join(sorted(numbers)[:FEW])
        raise NotPossible("handover_two_papers", numbers=told, laptop=ground.handover.site.name)


def _side(wrote: Callable[[Key], bool], writes: Writes, row: Cells) -> bool:
    """Whether a row was written on this side, alone or with many."""
    return wrote((row["site_id"], row["seq"])) or bool(writes.get(row["id"]))


ONE: Final[Mapping[str, tuple[str, str, Callable[[Cells], object]]]] = {
    "advice_version": ("advice_id", "handover_two_versions", lambda row: row["version"]),
    "ballot": ("process_id", "handover_two_ballots", _open),
    "budget_vote": ("process_id", "handover_two_budgets", _stands),
    "draw": ("process_id", "handover_two_draws", _counts),
    "progress_report": ("process_id", "handover_two_reports", _numbered),
    "replacement": ("draw_id", "handover_two_replacements", lambda row: row["running"]),
}
"""What may stand once at a time: in what, the sentence, and what of a row stands (None: nothing)."""
