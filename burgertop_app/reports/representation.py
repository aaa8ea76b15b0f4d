"""The representativity statement on paper: bars, the gaps named, what was done, and the whole table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.papers.representation import StageKind
from burgertop_app.i18n import _, day, number, percent
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pictures import Bars, Fill, Series
from burgertop_app.reports.pieces import Bullets, Columns, Figure, Grid, Heading, Paragraph, Role
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.representation import (
        FeatureShares,
        Representation,
        RepresentationPaper,
        Stage,
    )
    from burgertop_app.reports.pieces import Piece

_FILLS = {
    StageKind.POPULATION: Fill.OUTLINE,
    StageKind.INVITED: Fill.UPRIGHT,
    StageKind.REGISTERED: Fill.DIAGONAL,
    StageKind.DRAWN: Fill.ACCENT,
    StageKind.PRESENT: Fill.DARK,
}
_WIDE = 6
"""So many stages fit in one table."""


def representation_document(paper: RepresentationPaper) -> Document:
    """The statement as a document of its own."""
    head = paper.masthead
    explained = _(
        "This statement compares who took part with everyone who lives here, at every step: from the letter"
        " to the meeting. Groups of few people are taken together, the same way in every document."
    )
    title = _("Who took part, and who did not")
    return Document(
        title=title,
        author=head.organisation,
        language=head.language,
        made_at=head.made_at,
        running=running(head),
        foot=made_on(head),
        parts=(
            Heading(1, title, listed=False),
            Paragraph(explained, Role.LEAD),
            *representation_pieces(paper.shown),
        ),
    )


def representation_pieces(shown: Representation) -> tuple[Piece, ...]:
    """Numbers per stage, bars per feature, the gaps in words, what was done and the whole table."""
    return (
        *_stages(shown.stages),
        *((Paragraph(shown.response),) if shown.response else ()),
        *(piece for place, feature in enumerate(shown.features) for piece in _bars(shown, feature, place)),
        *_gaps(shown),
        *((Heading(2, _("What was done about it")), *body(shown.done)) if shown.done.strip() else ()),
        *((Heading(2, _("The same in numbers")), *_tables(shown)) if shown.features else ()),
        *((Bullets(shown.unknown, small=True),) if shown.unknown else ()),
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


def stage_words(stage: Stage) -> str:
    """The stage with the day of the meeting, in words."""
    if stage.kind is not StageKind.PRESENT:
        return stage_name(stage.kind)
    if stage.on is not None:
        return _("Present on {day}").format(day=day(stage.on))
    return _("Present: {meeting}").format(meeting=stage.note) if stage.note else stage_name(stage.kind)


def _stages(stages: tuple[Stage, ...]) -> tuple[Piece, ...]:
    """How many people there were at each stage; a stage of unknown size is left out."""
    counted = [stage for stage in stages if stage.people is not None]
    notes = any(stage.note for stage in counted)
    if not counted:
        return ()
    if notes or len(counted) > 4:
        rows = tuple((stage_words(stage), number(stage.people or 0), stage.note) for stage in counted)
        return (Grid((_("Step"), _("People"), _("Meeting")), rows, (40, 15, 45), "lrl", row_headers=True),)
    return (
        Columns(
            tuple(
                (
                    Paragraph(number(stage.people or 0), Role.BIG),
                    Paragraph(stage_words(stage), Role.SMALL),
                )
                for stage in counted
            )
        ),
    )


def _bars(shown: Representation, feature: FeatureShares, place: int) -> tuple[Piece, ...]:
    """Every stage, of the meetings the last with figures."""
    days = [
        at
        for at, stage in enumerate(shown.stages)
        if stage.kind is StageKind.PRESENT
        and any(line.shares[at] is not None for every in shown.features for line in every.values)
    ]
    stages = [
        at for at, stage in enumerate(shown.stages) if stage.kind is not StageKind.PRESENT or at in days[-1:]
    ]
    series = tuple(Series(stage_words(shown.stages[at]), _FILLS[shown.stages[at].kind]) for at in stages)
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
        lines="; ".join(
            f"{value}: " + ", ".join(f"{one.name} {each}" for one, each in zip(series, said, strict=True))
            for value, _shares, said in rows
        ),
    )
    return (
        Heading(3, _titled(feature.feature), listed=False),
        Figure(Bars(series, rows, longest or 1.0, legend=place == 0), alt),
    )


def _gaps(shown: Representation) -> tuple[Piece, ...]:
    if not shown.gaps:
        return (Paragraph(shown.balanced),) if shown.balanced else ()
    return (Heading(2, _("Who was missing, and who was there more")), Bullets(shown.gaps))


def _tables(shown: Representation) -> tuple[Grid, ...]:
    """One table, or with many meetings several that each begin with the residents."""
    first = [at for at, stage in enumerate(shown.stages) if stage.kind is not StageKind.PRESENT]
    days = [at for at, stage in enumerate(shown.stages) if stage.kind is StageKind.PRESENT]
    if len(shown.stages) <= _WIDE:
        return (_table(shown, [*first, *days]),)
    parts = [days[at : at + _WIDE - 1] for at in range(0, len(days), _WIDE - 1)]
    return (_table(shown, first), *(_table(shown, [0, *part]) for part in parts))


def _table(shown: Representation, stages: list[int]) -> Grid:
    rows: list[tuple[str, ...]] = []
    for feature in shown.features:
        rows.append((_titled(feature.feature),))
        rows += [(line.value, *(_percent(line.shares[at]) for at in stages)) for line in feature.values]
    return Grid(
        (_("Group"), *(_stage_head(shown.stages[at]) for at in stages)),
        tuple(rows),
        (30, *(70 / len(stages) for _stage in stages)),
        "l" + "r" * len(stages),
        row_headers=True,
    )


def _stage_head(stage: Stage) -> str:
    if stage.people is None:
        return stage_words(stage)
    return f"{stage_words(stage)} ({number(stage.people)})"


def _percent(share: float | None) -> str:
    return "–" if share is None else percent(share)


def _titled(feature: str) -> str:
    return feature[:1].upper() + feature[1:]
