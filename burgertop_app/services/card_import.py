"""Importing cards from a sheet: every problem is known and answered before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.cards_import import CardColumns, CardRules
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import Card
from burgertop_app.domain.processes import Process
from burgertop_app.exchange import card_sheet, recipes, workbooks
from burgertop_app.i18n import LANGUAGES
from burgertop_app.messages.cards import card_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.cards_import import CardField
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.importing import Choice, ImportPlan, Key, Summary
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.requests import NewCard
    from burgertop_app.domain.sheets import Table
    from burgertop_app.messages.cards import CardWords
    from burgertop_app.services.cards import Cards
    from burgertop_app.services.context import Context


@dataclass(frozen=True)
class CardImportPlan:
    """A sheet that was looked at: what its columns are and every problem in it.

    Attributes:
        table: the sheet as it was read.
        columns: what each column holds.
        rules: what the rows were held against.
        plan: the rows and their problems.
    """

    table: Table
    columns: CardColumns
    rules: CardRules
    plan: ImportPlan


class CardImport:
    """Brings cards in from a sheet."""

    def __init__(self, context: Context, cards: Cards) -> None:
        self._work = context.work
        self._cards = cards

    def look(self, process_id: UUID, path: Path, progress: Progress) -> CardImportPlan:
        """Read the sheet in `path`, guess its columns and find every problem; nothing is kept.

        Raises:
            NotFound: there is no such file.
            InvalidInput: it is no sheet, or it holds citizen service numbers.
        """
        progress.checkpoint("reading")
        table = workbooks.read_table(path)
        return self.again(process_id, table, card_sheet.suggest(table).uses, progress)

    def again(
        self, process_id: UUID, table: Table, uses: tuple[CardField, ...], progress: Progress
    ) -> CardImportPlan:
        """The problems when the columns are used as `uses` says.

        Raises:
            InvalidInput: no column holds the text, or two hold the same.
        """
        columns, rules = CardColumns(uses), self._rules(process_id)
        return CardImportPlan(table, columns, rules, card_sheet.analyse(table, columns, rules, progress))

    def keep(
        self, process_id: UUID, looked: CardImportPlan, choices: Mapping[Key, Choice]
    ) -> tuple[Change, Summary]:
        """Keep every card of the sheet, or none.

        Raises:
            NotPossible: a problem still needs a choice.
            InvalidInput: a choice will not do, a number was given out meanwhile, or no card is left.
        """
        cards, summary = card_sheet.apply(looked.plan, looked.rules, choices)
        if not cards:
            raise InvalidInput("import_no_card_left", file=looked.table.name)
        said = self._words(process_id)
        return self._cards.add_many(process_id, [coded(card, said) for card in cards]), summary

    def _rules(self, process_id: UUID) -> CardRules:
        said = self._words(process_id)
        with self._work.reading() as store:
            taken = frozenset(card.label for card in store.find(Card, process_id=process_id))
        return CardRules(
            kinds=tuple(name for _code, name in said.kinds),
            addressees=tuple(name for _code, name in said.addressees),
            taken=taken,
            elsewhere=self._elsewhere(process_id, said),
        )

    def _elsewhere(self, process_id: UUID, said: CardWords) -> dict[str, str]:
        """What people see, by the name in any language."""
        found: dict[str, str] = {}
        for code in LANGUAGES:
            there = self._words(process_id, code)
            pairs = zip((*there.kinds, *there.addressees), (*said.kinds, *said.addressees), strict=True)
            found |= {name.casefold(): seen for (_code, name), (_same, seen) in pairs}
        return found

    def _words(self, process_id: UUID, spoken: str = "") -> CardWords:
        with self._work.reading() as store:
            return card_words(recipes.from_snapshot(store.get(Process, process_id).recipe), spoken)


def coded(card: NewCard, said: CardWords) -> NewCard:
    """The card with codes for the names that people see."""
    kinds = {name: code for code, name in said.kinds}
    addressees = {name: code for code, name in said.addressees}
    return replace(
        card,
        kind=kinds.get(card.kind, card.kind),
        addressee=addressees.get(card.addressee, card.addressee),
    )
