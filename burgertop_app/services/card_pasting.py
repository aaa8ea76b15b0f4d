"""Cards out of a list that somebody pastes: first what will become of it, then all of it or nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import text_has_bsn
from burgertop_app.domain.cards_import import CardField
from burgertop_app.domain.cards_paste import rows_of
from burgertop_app.domain.cards_text import LONGEST, counted, plain
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.guesses import flat
from burgertop_app.domain.processes import Process
from burgertop_app.domain.requests import NewCard
from burgertop_app.exchange import card_sheet, recipes
from burgertop_app.exchange.card_values import read_count, read_place
from burgertop_app.i18n import LANGUAGES
from burgertop_app.messages.cards import card_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.services.context import Context

_SHAPES = {
    CardField.NUMBER: re.compile(r"\d{1,4}-\d{1,4}", re.ASCII),
    CardField.TABLE: re.compile(r"(?:tafel|table)\s*\d{1,3}", re.ASCII),
    CardField.ROUND: re.compile(r"(?:ronde|round)\s*\d{1,3}", re.ASCII),
    CardField.COUNT: re.compile(r"\d{1,3}\s*[x×]|[x×]\s*\d{1,3}", re.ASCII),
}
_BY_HEADER = {word: use for use, words in card_sheet.HEADERS.items() for word in words.split()}
Names = dict[CardField, "Mapping[str, str]"]


class CardPasting:
    """Looks at what somebody pastes."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def look(
        self, process_id: UUID, text: str, stays: NewCard, *, paragraphs: bool = False
    ) -> tuple[NewCard, ...]:
        """The cards that a pasted list would become; nothing is kept.

        Columns are known by their heading, else by what is in them; what is in no known column goes behind
        the words of the card, so that nothing is lost.

        Args:
            process_id: the process.
            text: what was pasted.
            stays: table, round, kind and addressee of a card that does not name its own.
            paragraphs: lines belong together until an empty line comes.

        Raises:
            InvalidInput: it is empty or far too long.
        """
        found = rows_of(text, paragraphs=paragraphs)
        names = self._names(process_id) if found.tables else {}
        rows, uses = _columns(found.rows, names)
        return tuple(_card(row, uses, names, stays) for row in rows if any(row))

    def _names(self, process_id: UUID) -> Names:
        """The codes of kinds and addressees by their names in any language, in small letters."""
        with self._work.reading() as store:
            recipe = recipes.from_snapshot(store.get(Process, process_id).recipe)
        kinds: dict[str, str] = {}
        addressees: dict[str, str] = {}
        for spoken in LANGUAGES:
            said = card_words(recipe, spoken)
            kinds |= {name.casefold(): code for code, name in said.kinds}
            addressees |= {name.casefold(): code for code, name in said.addressees}
        return {CardField.KIND: kinds, CardField.ADDRESSEE: addressees}


def checked(cards: Sequence[NewCard]) -> tuple[NewCard, ...]:
    """The cards, when every one of them can be kept.

    Raises:
        InvalidInput: one has no words, far too many, or a citizen service number.
    """
    for line, card in enumerate(cards, 1):
        if text_has_bsn(card.text):
            raise InvalidInput("paste_bsn", line=line)
        if len(card.text) > LONGEST:
            raise InvalidInput("paste_card_long", line=line, letters=len(card.text), most=LONGEST)
    return tuple(cards)


def recounted(card: NewCard, text: str) -> NewCard:
    """The card with other words; a count in them counts, else it stays as often as it was."""
    words, times = counted(plain(text))
    return replace(card, text=words, times=times if times > 1 else card.times or 1)


def _columns(
    rows: Sequence[tuple[str, ...]], names: Names
) -> tuple[Sequence[tuple[str, ...]], tuple[CardField, ...]]:
    """The rows without their heading, and what each column holds."""
    wide = max(map(len, rows))
    even = [(*row, *("",) * (wide - len(row))) for row in rows]
    if wide == 1:
        return even, (CardField.TEXT,)
    uses = [_BY_HEADER.get(flat(title), CardField.IGNORE) for title in even[0]]
    if CardField.TEXT in uses and len(even) > 1:
        even = even[1:]
    else:
        uses = [_guess([row[place] for row in even if row[place]], names) for place in range(wide)]
    once: list[CardField] = []
    for use in uses:
        once.append(CardField.IGNORE if use in once else use)
    if CardField.TEXT not in once:
        free = [place for place, use in enumerate(once) if use is CardField.IGNORE] or [0]
        once[max(free, key=lambda place: sum(len(row[place]) for row in even))] = CardField.TEXT
    return even, tuple(once)


def _guess(cells: Sequence[str], names: Names) -> CardField:
    """What a column without a heading holds, by what stands in all of its cells."""
    small = [cell.casefold() for cell in cells]
    if not cells:
        return CardField.IGNORE
    for use, codes in names.items():
        if all(cell in codes for cell in small):
            return use
    fitting = (use for use, shape in _SHAPES.items() if all(shape.fullmatch(cell) for cell in small))
    return next(fitting, CardField.IGNORE)


def _card(row: Sequence[str], uses: Sequence[CardField], names: Names, stays: NewCard) -> NewCard:
    given: dict[CardField, str] = {
        use: cell for use, cell in zip(uses, row, strict=True) if use is not CardField.IGNORE
    }
    over = [cell for use, cell in zip(uses, row, strict=True) if use is CardField.IGNORE and cell]
    kind, addressee = (
        names.get(use, {}).get(given.get(use, "").casefold(), "")
        for use in (CardField.KIND, CardField.ADDRESSEE)
    )
    told = read_count(given.get(CardField.COUNT, "").strip("xX× ")).text
    table, turn = (read_place(given.get(use, "")).text for use in (CardField.TABLE, CardField.ROUND))
    understood = {
        CardField.TABLE: table,
        CardField.ROUND: turn,
        CardField.COUNT: told,
        CardField.KIND: kind,
        CardField.ADDRESSEE: addressee,
    }
    over += [given[use] for use, known in understood.items() if given.get(use) and not known]
    words, times = _often(plain(given.get(CardField.TEXT, "")), int(told or 1))
    return NewCard(
        text=" · ".join(filter(None, (words, *map(plain, over)))),
        times=times,
        table_no=int(table) if table else stays.table_no,
        round_no=int(turn) if turn else stays.round_no,
        kind=kind or stays.kind,
        addressee=addressee or stays.addressee,
        theme=given.get(CardField.THEME, ""),
        label=given.get(CardField.NUMBER, ""),
    )


def _often(text: str, told: int) -> tuple[str, int]:
    """The words and how often they count; a count in the words that is not the one of the column stays."""
    words, times = counted(text)
    return (words, max(times, told)) if 1 in (times, told) or times == told else (text, told)
