"""Who was missing and who was there more than others, in sentences made of published figures alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.papers.representation import StageKind
from burgertop_app.i18n import _, day, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.papers.representation import FeatureShares, Stage, ValueShares

GAP = 0.05
"""How far a group may lie from its part of the population before the statement names it."""


def gap_sentences(stages: Sequence[Stage], features: Sequence[FeatureShares]) -> tuple[str, ...]:
    """A sentence per group that was at some stage far below or above its part; who is missing first."""
    found = [
        (_order(gaps), _sentence(stages, feature, line, gaps))
        for feature in features
        for line in feature.values
        if (gaps := _gaps(stages, line))
    ]
    return tuple(said for _place, said in sorted(found, key=lambda one: one[0]))


def share_of(stage: Stage, share: float) -> str:
    """A share with whose it is: "9 % of the registrations"."""
    if stage.kind is StageKind.PRESENT and stage.on is not None:
        return _("{share} of who was there on {day}").format(share=percent(share), day=day(stage.on))
    said = {
        StageKind.POPULATION: _("{share} of the residents"),
        StageKind.INVITED: _("{share} of the invited people"),
        StageKind.REGISTERED: _("{share} of the registrations"),
        StageKind.DRAWN: _("{share} of the panel"),
        StageKind.PRESENT: _("{share} of who was there"),
    }
    return said[stage.kind].format(share=percent(share))


def _gaps(stages: Sequence[Stage], line: ValueShares) -> dict[int, float]:
    """Per stage with a known share how far it lies above the population; empty when it is never far."""
    population = next(
        (
            share
            for stage, share in zip(stages, line.shares, strict=True)
            if stage.kind is StageKind.POPULATION
        ),
        None,
    )
    if population is None:
        return {}
    found = {
        place: round(share - population, 4)
        for place, (stage, share) in enumerate(zip(stages, line.shares, strict=True))
        if share is not None and stage.kind is not StageKind.POPULATION
    }
    return found if any(abs(gap) > GAP for gap in found.values()) else {}


def _order(gaps: dict[int, float]) -> tuple[int, float]:
    last = gaps[max(gaps)]
    return (0 if last < -GAP else 1 if last > GAP else 2, -abs(last))


def _sentence(
    stages: Sequence[Stage], feature: FeatureShares, line: ValueShares, gaps: dict[int, float]
) -> str:
    known = [
        share_of(stage, share) for stage, share in zip(stages, line.shares, strict=True) if share is not None
    ]
    path = _("{value} ({feature}): {shares}.").format(
        value=line.value, feature=feature.feature, shares=", ".join(known)
    )
    first = next(place for place, gap in sorted(gaps.items()) if abs(gap) > GAP)
    last = gaps[max(gaps)]
    arose = _arose(stages[first].kind, few=gaps[first] < 0)
    mended = _("In the end the group was about as large as it should be.") if abs(last) <= GAP else ""
    turned = _turned(few=last < 0) if abs(last) > GAP and (last < 0) != (gaps[first] < 0) else ""
    return " ".join(filter(None, (path, arose, mended, turned)))


def _arose(kind: StageKind, *, few: bool) -> str:
    match kind:
        case StageKind.INVITED:
            return _("Too few of them were invited.") if few else _("Many of them were invited.")
        case StageKind.REGISTERED:
            return _("Fewer of them registered.") if few else _("More of them registered.")
        case StageKind.DRAWN:
            return _("Fewer of them were drawn.") if few else _("More of them were drawn.")
        case _:
            return _("Fewer of them came.") if few else _("More of them came than of others.")


def _turned(*, few: bool) -> str:
    return _("In the end there were fewer of them.") if few else _("In the end there were more of them.")
