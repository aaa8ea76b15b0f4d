"""The representativity statement: in the advice, as a document of its own, and what of it left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.inviting import InvitationRound
from burgertop_app.domain.papers.representation import (
    FeatureShares,
    Representation,
    RepresentationPaper,
    Stage,
    StageKind,
    ValueShares,
)
from burgertop_app.domain.processes import Process
from burgertop_app.engines.representativity.disclosure import FEW
from burgertop_app.engines.representativity.protecting import rounded
from burgertop_app.i18n import _, day, number, percent, speaking
from burgertop_app.messages.representation import GAP, gap_sentences
from burgertop_app.services import stage_figures
from burgertop_app.services.printing import shared
from burgertop_app.storage import feature_store, invitation_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.inviting import ResponseLine
    from burgertop_app.domain.representing import StatementNotes
    from burgertop_app.services.stage_figures import FeatureFigures, Group, Pair, StageFigures
    from burgertop_app.storage.unit_of_work import Store


def paper(store: Store, process_id: UUID, made_at: datetime) -> RepresentationPaper:
    """The statement as a document of its own.

    Raises:
        NotPossible: there are no quotas, or nobody registered.
    """
    process = store.get(Process, process_id)
    with speaking(process.language):
        shown = representation(store, process)
        if shown is None:
            raise NotPossible("statement_nothing")
        return RepresentationPaper(masthead=shared.masthead(store, process, made_at), shown=shown)


def representation(store: Store, process: Process) -> Representation | None:
    """Who was there and who was not, protected; None before there are quotas and people."""
    notes = stage_figures.notes_of(store, process.id)
    found = stage_figures.figures(store, process.id, notes)
    if not found.groups or not feature_store.quota_lines(store, process.id):
        return None
    invited = _invited(store, process.id, found)
    stages = _stages(found, invited)
    features = tuple(_feature(one, invited) for one in found.features)
    gaps = gap_sentences(stages, features)
    return Representation(
        stages=stages,
        features=features,
        gaps=gaps,
        balanced="" if gaps else _balanced(features),
        source=feature_store.quota_source(store, process.id),
        response=_response(invited),
        done=notes.done,
        unknown=(*_unknown(found, invited), *_withheld(store, process.id, found, notes)),
    )


def keep(store: Store, process_id: UUID) -> None:
    """Keep what a statement that leaves now says, so that a later one does not differ by a few people."""
    notes = stage_figures.notes_of(store, process_id)
    found = stage_figures.figures(store, process_id, notes)
    figures = {(one.feature, one.stage): one for one in notes.published}
    figures |= {(one.feature, one.stage): one for one in found.published()}
    published = tuple(figures.values())
    merging = {**notes.merging, **found.merging}
    if not notes.revision:
        notes = store.add(notes)
    if (dict(notes.merging), notes.published) != (merging, published):
        store.change(notes, merging=merging, published=published)


class _Invited:
    """The letters that went out: how many, how many were answered with yes, and per feature the counts.

    `registered` is how many people of each value registered, with a letter or without.
    """

    def __init__(self, lines: Sequence[ResponseLine], area: str, registered: Mapping[Pair, int]) -> None:
        self._registered = registered
        self.letters = sum(line.letters for line in lines if not line.feature)
        self.yes = sum(line.yes for line in lines if not line.feature)
        self._counts: dict[str, dict[str, int]] = {}
        for line in lines:
            if feature := line.feature or area:
                self._counts.setdefault(feature, {})[line.value] = line.letters

    def shares(self, figures: FeatureFigures) -> tuple[float | None, ...]:
        """Per group its part of the letters; all None where the list did not tell it.

        Or where of some group nearly everyone with a letter registered: then the letters tell of those who
        did. With a few more in each group whoever counts back can always be one person off.
        """
        counts = self._counts.get(figures.feature, {})
        people = [sum(counts.get(value, 0) for value in heap) for heap in figures.heaps]
        came = [sum(self._registered[figures.feature, value] for value in heap) for heap in figures.heaps]
        told = sum(counts.values())
        if not told or sum(people) < told:
            return (None,) * len(people)
        if any(letters - registered < FEW for letters, registered in zip(people, came, strict=True)):
            return (None,) * len(people)
        return tuple(rounded(each, told, 1) / 100 for each in people)

    def knows(self, figures: FeatureFigures) -> bool:
        """Whether the list told this feature."""
        return figures.feature in self._counts


def _invited(store: Store, process_id: UUID, found: StageFigures) -> _Invited | None:
    """None when nobody was invited by letter, or nearly all of them registered."""
    rounds = store.find(InvitationRound, process_id=process_id)
    areas = {made.area_feature for made in rounds}
    if not rounds:
        return None
    pool = next((group for group in found.groups if group.kind is StageKind.REGISTERED), None)
    area = areas.pop() if len(areas) == 1 else ""
    known = _Invited(invitation_store.response(store, process_id), area, pool.counts if pool else Counter())
    return None if known.letters - (len(pool.members) if pool else 0) < FEW else known


def _stages(found: StageFigures, invited: _Invited | None) -> tuple[Stage, ...]:
    letters = (Stage(kind=StageKind.INVITED, people=invited.letters),) if invited else ()
    return (
        Stage(kind=StageKind.POPULATION, people=None),
        *letters,
        *(
            Stage(kind=group.kind, people=len(group.members), note=group.title, on=group.on)
            for group in found.groups
        ),
    )


def _feature(figures: FeatureFigures, invited: _Invited | None) -> FeatureShares:
    letters = [invited.shares(figures)] if invited else []
    columns = [
        tuple(None if part is None else round(part, 2) for part in figures.population),
        *letters,
        *(tuple(None if share is None else share / 100 for share in shown.shares) for shown in figures.shown),
    ]
    return FeatureShares(
        feature=figures.feature,
        values=tuple(
            ValueShares(value=value, shares=tuple(column[place] for column in columns))
            for place, value in enumerate(figures.values)
        ),
        steps=(*(1 for _column in columns[: 1 + len(letters)]), *(shown.step for shown in figures.shown)),
    )


def _response(invited: _Invited | None) -> str:
    if invited is None:
        return ""
    return _("Of the {letters} people who got a letter, {yes} registered: {rate}.").format(
        letters=number(invited.letters), yes=number(invited.yes), rate=percent(invited.yes / invited.letters)
    )


def _balanced(features: Sequence[FeatureShares]) -> str:
    """What may be said when no group fell short; nothing while there is nothing to compare."""
    known = [line for one in features for line in one.values if line.shares[0] is not None]
    if not any(share is not None for line in known for share in line.shares[1:]):
        return ""
    return _(
        "No group that is shown lay more than {points} percentage points from its part of the residents."
    ).format(points=number(round(GAP * 100)))


def _unknown(found: StageFigures, invited: _Invited | None) -> tuple[str, ...]:
    """What the list with invitations did not tell."""
    if invited is None:
        return ()
    known = [one.feature for one in found.features if invited.knows(one)]
    if len(known) == len(found.features):
        return ()
    if not known:
        return (_("Of the invited people we know none of these features."),)
    return (_("Of the invited people we only know: {features}.").format(features=", ".join(known)),)


def _withheld(store: Store, process_id: UUID, found: StageFigures, notes: StatementNotes) -> tuple[str, ...]:
    """What is left out or made rough so that nobody can be recognised, in words."""
    said: list[str] = []
    held = dict.fromkeys(line.feature for line in feature_store.quota_lines(store, process_id))
    shown = {one.feature for one in found.features}
    special = [each for each in held if not notes.may_show(each)]
    small = [each for each in held if each not in shown and each not in special]
    if special:
        said.append(
            _("Not shown, because it is sensitive and no ground was recorded: {features}.").format(
                features=", ".join(special)
            )
        )
    if small:
        said.append(
            _("Not shown, because the groups are too small or changed meanwhile: {features}.").format(
                features=", ".join(small)
            )
        )
    for place, group in enumerate(found.groups):
        said += _rough(group, [(one.feature, one.shown[place].step) for one in found.features])
    if any(None in one.shown[place].shares for one in found.features for place in range(len(found.groups))):
        said.append(_("A dash means: too few people to show, or it would tell who they are."))
    return tuple(said)


def _rough(group: Group, steps: Sequence[tuple[str, int]]) -> list[str]:
    said = []
    where = _where(group)
    for step in (5, 10):
        features = [feature for feature, to in steps if to == step]
        if features:
            said.append(
                _("{stage}: rounded to {share} for {features}, so that nobody can be recognised.").format(
                    stage=where, share=percent(step / 100), features=", ".join(features)
                )
            )
    hidden = [feature for feature, to in steps if to == 0]
    if hidden:
        said.append(
            _("{stage}: no figures for {features}, because they would tell who was missing.").format(
                stage=where, features=", ".join(hidden)
            )
        )
    return said


def _where(group: Group) -> str:
    match group.kind:
        case StageKind.REGISTERED:
            return _("Registered")
        case StageKind.DRAWN:
            return _("Drawn")
        case _:
            return _("Present on {day}").format(day=day(group.on)) if group.on else group.title
