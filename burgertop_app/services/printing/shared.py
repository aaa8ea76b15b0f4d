"""What several documents take from the workspace."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.papers.advice import PaperMandate
from burgertop_app.domain.papers.common import CardTheme, Masthead, PrintedCard
from burgertop_app.domain.processes import Frame, Mandate
from burgertop_app.exchange import recipes
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.card_agreement import told_together
from burgertop_app.messages.cards import card_words
from burgertop_app.storage import look_store, outcome_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.processes import Process
    from burgertop_app.messages.cards import CardWords
    from burgertop_app.storage.unit_of_work import Store


def masthead(store: Store, process: Process, made_at: datetime) -> Masthead:
    """Who speaks, about what, when, and in which look."""
    return Masthead(
        organisation=process.municipality or process.title,
        process=process.title,
        made_at=made_at,
        language=process.language,
        look=look_store.look(store, process.id),
    )


def mandate(store: Store, process: Process) -> PaperMandate | None:
    """What stood fixed, what was open and what nobody knew; None when nothing was written down."""
    found = store.find(Mandate, order_by="position", process_id=process.id)
    texts = {frame: tuple(point.text for point in found if point.frame is frame) for frame in Frame}
    if not found:
        return None
    return PaperMandate(fixed=texts[Frame.FIXED], open=texts[Frame.OPEN], unknown=texts[Frame.UNKNOWN])


def agreement(lines: Sequence[CardLine]) -> tuple[str, dict[UUID, str]]:
    """Whether the tables agreed: a sentence about all of these cards, and a note by card that differs."""
    said, notes = told_together([line.agreed for line in lines])
    return said, {line.card.id: note for line, note in zip(lines, notes, strict=True)}


def counting(lines: Iterable[CardLine]) -> list[CardLine]:
    """The cards that count."""
    return [line for line in lines if line.card.standing is Standing.ACTIVE]


def card_themes(lines: Iterable[CardLine], notes: Mapping[UUID, str]) -> tuple[CardTheme, ...]:
    """Every card that counts under its theme, themes in order of the alphabet, the rest last.

    `notes` tells of each card whether its table agreed.
    """
    heaps: dict[str, list[PrintedCard]] = defaultdict(list)
    for line in lines:
        if line.card.standing is Standing.ACTIVE:
            heaps[line.theme].append(printed_card(line, notes.get(line.card.id, "")))
    names = sorted(heaps, key=lambda name: (not name, name.casefold()))
    return tuple(CardTheme(name=name or _("No theme"), cards=tuple(heaps[name])) for name in names)


def printed_card(line: CardLine, note: str = "") -> PrintedCard:
    """A card as it goes on paper, with the cards that it came from."""
    return PrintedCard(
        number=line.card.label,
        text=line.text,
        times=line.card.times,
        kind=line.card.kind,
        origin=came_from(line),
        note=note,
    )


def came_from(line: CardLine) -> str:
    """The labels of the cards that a card was merged or split out of, in words."""
    return _("from {cards}").format(cards=", ".join(line.earlier)) if line.earlier else ""


def lines_of_cards(store: Store, process: Process) -> tuple[CardLine, ...]:
    """Every card of the process with its present words; kind and addressee by the names of its form."""
    with speaking(process.language):
        said = card_words(recipes.from_snapshot(process.recipe))
    return tuple(_named(line, said) for line in outcome_store.card_lines(store, process.id))


def _named(line: CardLine, said: CardWords) -> CardLine:
    kind, addressee = said.kind(line.card.kind), said.addressee(line.card.addressee)
    return replace(line, card=replace(line.card, kind=kind, addressee=addressee))
