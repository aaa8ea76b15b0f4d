"""The representativity statement on paper: bars, a table, and the gaps named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.papers.representation import StageKind
from burgertop_app.i18n import _, number, percent
from burgertop_app.reports.pictures import Bars, Fill, Series
from burgertop_app.reports.pieces import Bullets, Columns, Figure, Grid, Heading, Paragraph, Role

if TYPE_CHECKING:
    from burgertop_app.domain.papers.representation import FeatureShares, Representation, Stage
    from burgertop_app.reports.pieces import Piece

_FILLS = {
    StageKind.POPULATION: Fill.OUTLINE,
    StageKind.REGISTERED: Fill.DIAGONAL,
    StageKind.DRAWN: Fill.ACCENT,
}


def representation_pieces(shown: Representation) -> tuple[Piece, ...]:
    """Numbers per stage, bars per feature, the gaps in words and the whole table."""
    return (
        *_stages(shown.stages),
        *(piece for place, feature in enumerate(shown.features) for piece in _bars(shown, feature, place)),
        *_gaps(shown),
        Heading(2, _("The same in numbers")),
        _table(shown),
        *(
            (
                Paragraph(
                    _("Source of the population figures: {source}").format(source=shown.source), Role.SMALL
                ),
            )
            if shown.source
            else ()
        ),
    )


def stage_name(kind: StageKind) -> str:
    """The stage in a word for people."""
    return {
        StageKind.POPULATION: _("Residents"),
        StageKind.INVITED: _("Invited"),
        StageKind.REGISTERED: _("Registered"),
        StageKind.DRAWN: _("Drawn"),
        StageKind.PRESENT: _("Present"),
    }[kind]


def _stages(stages: tuple[Stage, ...]) -> tuple[Piece, ...]:
    """How many people there were at each stage; a stage of unknown size is left out."""
    counted = [stage for stage in stages if stage.people is not None]
    notes = any(stage.note for stage in counted)
    rows = tuple(
        (stage_name(stage.kind), number(stage.people or 0), *((stage.note,) if notes else ()))
        for stage in counted
    )
    if not rows:
        return ()
    if notes:
        return (Grid((_("Step"), _("People"), ""), rows, (30, 15, 55), "lrl", row_headers=True),)
    figures = tuple((Paragraph(said, Role.BIG), Paragraph(step, Role.SMALL)) for step, said in rows)
    return (Columns(figures),)


def _bars(shown: Representation, feature: FeatureShares, place: int) -> tuple[Piece, ...]:
    stages = [at for at, stage in enumerate(shown.stages) if stage.kind in _FILLS]
    series = tuple(Series(stage_name(shown.stages[at].kind), _FILLS[shown.stages[at].kind]) for at in stages)
    rows = tuple(
        (
            line.value,
            tuple(line.shares[at] for at in stages),
            tuple(_percent(line.shares[at]) for at in stages),
        )
        for line in feature.values
    )
    longest = max(
        share
        for every in shown.features
        for line in every.values
        for share in (*line.shares, 0.0)
        if share is not None
    )
    alt = _("Bars for {feature}: {lines}.").format(
        feature=feature.feature,
        lines="; ".join(f"{value}: {', '.join(said)}" for value, _shares, said in rows),
    )
    return (
        Heading(3, _titled(feature.feature), listed=False),
        Figure(Bars(series, rows, longest, legend=place == 0), alt),
    )


def _gaps(shown: Representation) -> tuple[Piece, ...]:
    if not shown.gaps:
        return (Paragraph(shown.balanced),) if shown.balanced else ()
    return (Heading(2, _("Who was missing")), Bullets(shown.gaps))


def _table(shown: Representation) -> Grid:
    rows: list[tuple[str, ...]] = []
    for feature in shown.features:
        rows.append((_titled(feature.feature),))
        rows += [(line.value, *(_percent(share) for share in line.shares)) for line in feature.values]
    stages = len(shown.stages)
    return Grid(
        (_("Group"), *(_stage_head(stage) for stage in shown.stages)),
        tuple(rows),
        (36, *(64 / stages for _stage in shown.stages)),
        "l" + "r" * stages,
        row_headers=True,
    )


def _stage_head(stage: Stage) -> str:
    if stage.people is None:
        return stage_name(stage.kind)
    return f"{stage_name(stage.kind)} ({number(stage.people)})"


def _percent(share: float | None) -> str:
    return "–" if share is None else percent(share)


def _titled(feature: str) -> str:
    return feature[:1].upper() + feature[1:]
