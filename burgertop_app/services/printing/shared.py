"""What several documents take from the workspace."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.papers.advice import PaperMandate
from burgertop_app.domain.papers.common import CardTheme, Masthead, PrintedCard
from burgertop_app.domain.papers.representation import (
    FeatureShares,
    Representation,
    Stage,
    StageKind,
    ValueShares,
)
from burgertop_app.domain.processes import Frame, Mandate
from burgertop_app.exchange import recipes
from burgertop_app.i18n import _, number, percent, speaking
from burgertop_app.messages.cards import card_words
from burgertop_app.services import comparing
from burgertop_app.storage import feature_store, outcome_store, stage_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.processes import Process
    from burgertop_app.domain.views import GroupShare
    from burgertop_app.messages.cards import CardWords
    from burgertop_app.storage.unit_of_work import Store

GAP = 0.05
"""How far a group may lie below its part of the population before the statement names it."""


def masthead(process: Process, made_at: datetime) -> Masthead:
    """Who speaks, about what and when."""
    return Masthead(
        organisation=process.municipality or process.title,
        process=process.title,
        made_at=made_at,
        language=process.language,
    )


def mandate(store: Store, process: Process) -> PaperMandate | None:
    """What stood fixed, what was open and what nobody knew; None when nothing was written down."""
    found = store.find(Mandate, order_by="position", process_id=process.id)
    texts = {frame: tuple(point.text for point in found if point.frame is frame) for frame in Frame}
    if not found:
        return None
    return PaperMandate(fixed=texts[Frame.FIXED], open=texts[Frame.OPEN], unknown=texts[Frame.UNKNOWN])


def representation(store: Store, process: Process) -> Representation | None:
    """Who was there and who was not, small groups merged; None before there are quotas."""
    groups = comparing.published_shares(store, process.id)
    if not groups:
        return None
    reached = stage_store.counts(store, process.id)
    stages = [
        Stage(kind=StageKind.POPULATION, people=None),
        Stage(kind=StageKind.REGISTERED, people=reached.registered),
        Stage(kind=StageKind.DRAWN, people=reached.drawn),
        Stage(kind=StageKind.PRESENT, people=reached.present),
    ]
    held = [index for index, stage in enumerate(stages) if stage.people is None or stage.people]
    gaps = tuple(_gaps(groups))
    return Representation(
        stages=tuple(stages[index] for index in held),
        features=tuple(_features(groups, held)),
        gaps=gaps,
        balanced="" if gaps else _balanced(groups),
        source=feature_store.quota_source(store, process.id),
    )


def card_themes(lines: Iterable[CardLine]) -> tuple[CardTheme, ...]:
    """Every card that counts under its theme, themes in order of the alphabet, the rest last."""
    heaps: dict[str, list[PrintedCard]] = defaultdict(list)
    for line in lines:
        if line.card.standing is Standing.ACTIVE:
            heaps[line.theme].append(printed_card(line))
    names = sorted(heaps, key=lambda name: (not name, name.casefold()))
    return tuple(CardTheme(name=name or _("No theme"), cards=tuple(heaps[name])) for name in names)


def printed_card(line: CardLine) -> PrintedCard:
    """A card as it goes on paper."""
    return PrintedCard(
        number=line.card.label, text=line.text, times=line.card.times, kind=line.card.kind, origin=""
    )


def lines_of_cards(store: Store, process: Process) -> tuple[CardLine, ...]:
    """Every card of the process with its present words; kind and addressee by the names of its form."""
    with speaking(process.language):
        said = card_words(recipes.from_snapshot(process.recipe))
    return tuple(_named(line, said) for line in outcome_store.card_lines(store, process.id))


def _named(line: CardLine, said: CardWords) -> CardLine:
    kind, addressee = said.kind(line.card.kind), said.addressee(line.card.addressee)
    return replace(line, card=replace(line.card, kind=kind, addressee=addressee))


def _features(groups: tuple[GroupShare, ...], held: list[int]) -> list[FeatureShares]:
    features = dict.fromkeys(group.feature for group in groups)
    return [
        FeatureShares(
            feature=feature,
            values=tuple(
                ValueShares(value=group.value, shares=tuple(_shares(group)[index] for index in held))
                for group in groups
                if group.feature == feature
            ),
        )
        for feature in features
    ]


def _shares(group: GroupShare) -> tuple[float | None, ...]:
    return (group.population, group.pool, group.panel, group.present)


def _balanced(groups: tuple[GroupShare, ...]) -> str:
    """What may be said when no group fell short; nothing before anybody was there."""
    known = [group for group in groups if group.present is not None and group.population is not None]
    if not known:
        return ""
    return _(
        "No group among those who were there lay more than {points} percentage points below its part of the"
        " residents."
    ).format(points=number(round(GAP * 100)))


def _gaps(groups: tuple[GroupShare, ...]) -> list[str]:
    return [
        _("{value} ({feature}): {there} of those who were there, {population} of all residents.").format(
            value=group.value,
            feature=group.feature,
            there=percent(group.present),
            population=percent(group.population),
        )
        for group in groups
        if group.present is not None
        and group.population is not None
        and group.present < group.population - GAP
    ]
