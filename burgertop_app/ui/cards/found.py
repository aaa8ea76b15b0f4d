"""What the page about cards reads: the cards, the themes, the words of the form, tables and rounds."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from burgertop_app.domain.cards_text import natural
from burgertop_app.domain.outcomes import Standing
from burgertop_app.i18n import ngettext, number
from burgertop_app.messages.cards import CardWords, card_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from burgertop_app.domain.outcome_views import CardLine, ProposalLine
    from burgertop_app.domain.outcomes import Theme
    from burgertop_app.services.house import Services

KIND_ICONS = {
    "recommendation": "flag",
    "tip": "lightbulb",
    "statement": "message-square",
    "question": "circle-question-mark",
}


NO_WORDS = CardWords((), ())


@dataclass(frozen=True)
class CardsFound:
    """Everything on the page; `next_label` belongs to the table chosen in the entry strip."""

    lines: tuple[CardLine, ...] = ()
    themes: tuple[Theme, ...] = ()
    proposals: tuple[ProposalLine, ...] = ()
    words: CardWords = NO_WORDS
    tables: tuple[int, ...] = ()
    rounds: tuple[int, ...] = ()
    next_label: str = ""

    @cached_property
    def counting(self) -> tuple[CardLine, ...]:
        """The cards that were not withdrawn, merged or split."""
        return tuple(line for line in self.lines if counts(line))

    def with_lines(self, changed: Sequence[CardLine]) -> CardsFound:
        """The same with these cards in place of those with their ids, or added in order of label."""
        lines = list(self.lines)
        for line in changed:
            place = bisect_left(lines, _in_order(line), key=_in_order)
            known = place < len(lines) and lines[place].card.id == line.card.id
            lines[place : place + known] = [line]
        return replace(
            self,
            lines=tuple(lines),
            tables=_numbers(self.tables, (line.card.table_no for line in changed)),
            rounds=_numbers(self.rounds, (line.card.round_no for line in changed)),
        )

    def labelled(self, label: str) -> CardLine | None:
        """The card with that label, if it is there."""
        return next((line for line in self.lines if line.card.label == label), None)

    def line(self, card_id: UUID | None) -> CardLine | None:
        """The card with that id, if it is there."""
        return None if card_id is None else self._by_id.get(card_id.int)

    @cached_property
    def _by_id(self) -> dict[int, CardLine]:
        """Every card by its id: the page asks for each of them, so that looking through all is too slow."""
        return {line.card.id.int: line for line in self.lines}


def read(house: Services, process: UUID, table_no: int | None, before: CardsFound) -> CardsFound:
    """Read everything; runs on the write lane. What is as `before` is the very same, so the wall sees it."""
    known = {line.card.id: line for line in before.lines}
    lines = tuple(_same(known.get(line.card.id), line) for line in house.cards.lines(process))
    events = house.meetings.events(process)
    tables = {table.no for event in events for table in house.meetings.tables(event.id)}
    rounds = {kept.no for event in events for kept in house.meetings.rounds(event.id)}
    return CardsFound(
        lines=lines,
        themes=house.cards.themes(process),
        proposals=house.proposals.lines(process),
        words=card_words(house.processes.recipe(process)),
        tables=tuple(
            sorted(tables | {line.card.table_no for line in lines if line.card.table_no is not None})
        ),
        rounds=tuple(
            sorted(rounds | {line.card.round_no for line in lines if line.card.round_no is not None})
        ),
        next_label=house.cards.next_label(process, table_no),
    )


def _same(before: CardLine | None, now: CardLine) -> CardLine:
    return before if before is not None and before == now else now


def _in_order(line: CardLine) -> tuple[tuple[int, str], ...]:
    return natural(line.card.label)


def _numbers(known: Sequence[int], more: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(sorted({*known, *(no for no in more if no is not None)}))


def counts(line: CardLine) -> bool:
    """Whether the card was not withdrawn, merged or split."""
    return line.card.standing is Standing.ACTIVE


def kind_icon(kind: str) -> str:
    """The picture of a kind of card."""
    return KIND_ICONS.get(kind, "sticky-note")


def _doubled(counting: tuple[CardLine, ...]) -> str:
    """How often things were said, when cards that say the same or "(2x)" make that another number."""
    repeated = {frozenset((line.card.label, *line.same)) for line in counting if line.same}
    ideas = len(counting) - sum(len(heap) - 1 for heap in repeated)
    return (
        ngettext("{count} different", "{count} different", ideas).format(count=number(ideas))
        if repeated
        else ""
    )


def counted(found: CardsFound, shown: int) -> str:
    """The sentence above the page: how many cards, tables, rounds, and how many are in view."""
    counting = found.counting
    with_theme = sum(line.theme_id is not None for line in counting)
    tables = len({line.card.table_no for line in counting} - {None})
    rounds = len({line.card.round_no for line in counting} - {None})
    in_view = ngettext("{count} in view", "{count} in view", shown).format(count=number(shown))
    parts = [
        ngettext("{count} card", "{count} cards", len(counting)).format(count=number(len(counting))),
        _doubled(counting),
        ngettext("{count} table", "{count} tables", tables).format(count=number(tables)) if tables else "",
        ngettext("{count} round", "{count} rounds", rounds).format(count=number(rounds)) if rounds else "",
        ngettext("{count} has a theme", "{count} have a theme", with_theme).format(count=number(with_theme)),
        "" if shown == len(counting) else in_view,
    ]
    return " · ".join(filter(None, parts)) if counting else ""
