"""Themes and doubles suggested for cards from a file to a file, without a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.engines.duplicates.resembling import best_earlier, resembling
from burgertop_app.engines.themes.reading import WordBook
from burgertop_app.engines.themes.suggesting import suggest
from burgertop_app.exchange.exports import whole
from burgertop_app.exchange.subjects import read_subjects
from burgertop_app.exchange.suggestion_sheet import read_cards, write_suggestions

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.progress import Progress


@dataclass(frozen=True)
class ThemesRequest:
    """Suggest themes for the cards in `cards`, learnt from those with a theme, and write them to `out`."""

    cards: Path
    out: Path

    def __post_init__(self) -> None:
        if self.cards.resolve() == self.out.resolve():
            raise InvalidInput("themes_out_is_input", file=str(self.out))


@dataclass(frozen=True)
class ThemesResult:
    """How many cards there were, how many had a theme, how many themes, and how many doubles were seen."""

    cards: int
    sorted: int
    themes: int
    doubles: int


def themes_from_files(request: ThemesRequest, progress: Progress) -> ThemesResult:
    """Read the cards, learn, and write what is suggested; nothing is written when it fails.

    Raises:
        NotFound: the file is not there.
        InvalidInput: it cannot be used, or the result cannot be written there.
        Cancelled: somebody stopped it.
    """
    progress.checkpoint("reading")
    with whole(request.out) as temporary:
        cards, themes = read_cards(request.cards)
        book = WordBook(read_subjects())
        found = suggest(book, cards, themes, progress, reasons=False)
        doubles = best_earlier(resembling(book, cards, progress))
        best = {key: tuple(one.theme for one in given) for key, given in found.items()}
        write_suggestions(temporary, cards, best, doubles)
    sorted_ones = sum(card.theme is not None for card in cards)
    return ThemesResult(len(cards), sorted_ones, len(themes), len(doubles))
