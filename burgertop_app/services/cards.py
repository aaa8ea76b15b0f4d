"""Cards: entering, rewording, sorting and withdrawing; nothing that was said is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.card_history import CardSignOff, agreed
from burgertop_app.domain.cards_text import plain, refuse_unfit, split_count
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import Card, CardText, CardTheme, Standing, Theme
from burgertop_app.services import card_keeping, card_signing, rewording
from burgertop_app.storage import outcome_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.outcome_views import CardLine, CardStory, WordingLine
    from burgertop_app.domain.requests import NewCard
    from burgertop_app.services.context import Context


class Cards:
    """What an organiser does with the cards of a process."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def lines(self, process_id: UUID) -> tuple[CardLine, ...]:
        """Every card of the process with its present words and theme, in order of label."""
        with self._work.reading() as store:
            return outcome_store.card_lines(store, process_id)

    def next_label(self, process_id: UUID, table_no: int | None) -> str:
        """The label that the next card of this table will get, such as "3-19"."""
        with self._work.reading() as store:
            return card_keeping.next_label(store, process_id, table_no)

    def add(self, process_id: UUID, request: NewCard) -> Change:
        """Keep one card.

        Raises:
            InvalidInput: it has no words, or its label is in use.
        """
        with self._work.writing("cards.add") as store:
            card = card_keeping.add(
                store, process_id, request, card_keeping.meeting(store, process_id, self._today())
            )
        return changed(Topic.CARDS, row=card.id)

    def take_back(self, card_id: UUID) -> Change:
        """Undo that a card was entered: it goes altogether, its label is free again.

        Raises:
            NotPossible: a proposal or another card rests on it by now.
        """
        with self._work.writing("cards.take_back") as store:
            card_keeping.take_back(store, store.get(Card, card_id))
        return changed(Topic.CARDS, Topic.THEMES)

    def add_many(self, process_id: UUID, requests: Sequence[NewCard]) -> Change:
        """Keep all cards of an import or none; themes that do not exist yet are made.

        Raises:
            InvalidInput: a card has no words, or a label is in use.
        """
        return self.add_list(process_id, requests)[0]

    def add_list(self, process_id: UUID, requests: Sequence[NewCard]) -> tuple[Change, tuple[UUID, ...]]:
        """Keep all of these cards or none; their ids come back in the same order.

        Raises:
            InvalidInput: a card has no words or far too many, or a label is in use.
        """
        kept: list[UUID] = []
        with self._work.writing("cards.import") as store:
            labels = card_keeping.Labels(store, process_id)
            themes = {
                theme.title.casefold(): theme.id for theme in card_keeping.active_themes(store, process_id)
            }
            meeting = card_keeping.meeting(store, process_id, self._today())
            for request in requests:
                card = card_keeping.add(store, process_id, request, meeting, labels)
                kept.append(card.id)
                title = request.theme.strip()
                if title and title.casefold() not in themes:
                    themes[title.casefold()] = card_keeping.add_theme(store, process_id, title).id
                if title and request.theme_id is None:
                    card_keeping.lay(store, card.id, themes[title.casefold()], "")
        return changed(Topic.CARDS, Topic.THEMES), tuple(kept)

    def take_back_list(self, card_ids: Sequence[UUID]) -> Change:
        """Undo that a list was entered: all of these cards go, or none; themes that it made stay.

        Raises:
            NotPossible: a proposal or another card rests on one of them by now.
        """
        with self._work.writing("cards.take_back") as store:
            for card_id in card_ids:
                card_keeping.take_back(store, store.get(Card, card_id))
        return changed(Topic.CARDS, Topic.THEMES)

    def some(self, process_id: UUID, card_ids: Sequence[UUID]) -> tuple[CardLine, ...]:
        """These cards with their present words and theme, in order of label."""
        with self._work.reading() as store:
            return outcome_store.card_lines(store, process_id, card_ids)

    def reword(
        self, card_id: UUID, text: str, reason: str = "", *, typing: bool = False, typing_error: bool = False
    ) -> Change:
        """Give a card better words; the earlier ones stay readable.

        Args:
            card_id: the card.
            text: the words; "(2x)" counts it twice.
            reason: why the words changed; needed once the table agreed with them.
            typing: the organiser is still at it: a wording of a moment ago is put right instead of kept
                beside this one. What was written at the table, or agreed by it, always stays.
            typing_error: nothing but typing errors is put right.

        Raises:
            InvalidInput: there are no words or far too many, or the table agreed and no reason is given.
            NotPossible: the card went on in another one.
        """
        with self._work.writing("cards.reword") as store:
            card = store.get(Card, card_id)
            _refuse_gone_on(card)
            words, times = split_count(plain(text))
            refuse_unfit(words)
            wordings = store.find(CardText, order_by="version", card_id=card_id)
            latest, held = wordings[-1], card_signing.held(store, card_id)
            now = agreed(wordings, held)
            if (
                words != latest.text
                and now.how in card_signing.STANDS
                and not (reason.strip() or typing_error)
            ):
                raise InvalidInput("card_agreed_reason", label=card.label)
            ours = typing and latest.version > 1 and latest.id not in held and rewording.fresh(store, latest)
            if ours and latest.typing_error == typing_error:
                store.change(latest, text=words, reason=reason.strip() or latest.reason, by=store.actor)
            elif words != latest.text:
                store.add(
                    CardText(
                        id=store.new_id(),
                        card_id=card_id,
                        version=latest.version + 1,
                        text=words,
                        reason=reason.strip(),
                        by=store.actor,
                        typing_error=typing_error,
                    )
                )
            if times > 1 and times != card.times:
                store.change(card, times=times)
        return changed(Topic.CARDS, row=card_id)

    def take_back_wording(self, card_id: UUID) -> Change:
        """Undo the last rewording; the words before it count again, the log remembers both.

        Raises:
            NotPossible: these are the first words, or the table agreed with them by now.
        """
        with self._work.writing("cards.unword") as store:
            latest = store.find(CardText, order_by="version", card_id=card_id)[-1]
            if latest.version == 1 or store.count(CardSignOff, text_id=latest.id):
                raise NotPossible("card_in_use", label=store.get(Card, card_id).label)
            store.remove(latest)
        return changed(Topic.CARDS, row=card_id)

    def describe(self, card_id: UUID, *, kind: str, addressee: str, times: int) -> Change:
        """Change what sort of card it is, for whom, and how often it was said."""
        with self._work.writing("cards.describe") as store:
            store.change(store.get(Card, card_id), kind=kind, addressee=addressee, times=times)
        return changed(Topic.CARDS, row=card_id)

    def withdraw(self, card_id: UUID, reason: str) -> Change:
        """Take a card out of the count; it stays readable with the reason.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: it went on in another card, which counts in its place.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("cards.withdraw") as store:
            card = store.get(Card, card_id)
            _refuse_gone_on(card)
            store.change(card, standing=Standing.WITHDRAWN, withdrawn_reason=reason.strip())
        return changed(Topic.CARDS, row=card_id)

    def restore(self, card_id: UUID) -> Change:
        """Put a withdrawn card back.

        Raises:
            NotPossible: it went on in another card, which counts in its place.
        """
        with self._work.writing("cards.restore") as store:
            card = store.get(Card, card_id)
            _refuse_gone_on(card)
            store.change(card, standing=Standing.ACTIVE, withdrawn_reason="")
        return changed(Topic.CARDS, row=card_id)

    def move(self, card_ids: Sequence[UUID], theme_id: UUID | None, reason: str = "") -> Change:
        """Put cards in a theme, or in none; where they lay before stays in the history."""
        with self._work.writing("cards.move") as store:
            for card_id in card_ids:
                card_keeping.tie(store, card_id, theme_id, reason)
        return changed(Topic.CARDS, Topic.THEMES)

    def place(self, where: Mapping[UUID, UUID | None]) -> Change:
        """Put every card in the theme beside it (None: no theme), for example to undo a move."""
        with self._work.writing("cards.move") as store:
            for card_id, theme_id in where.items():
                card_keeping.tie(store, card_id, theme_id, "")
        return changed(Topic.CARDS, Topic.THEMES)

    def story(self, card_id: UUID) -> CardStory:
        """Every wording, theme and proposal that the card has had, with when and why."""
        with self._work.reading() as store:
            return outcome_store.card_story(store, card_id)

    def wordings(self, card_id: UUID) -> tuple[WordingLine, ...]:
        """Every wording the card has had, the oldest first."""
        with self._work.reading() as store:
            return outcome_store.card_wordings(store, card_id)

    def themes(self, process_id: UUID) -> tuple[Theme, ...]:
        """The themes in use, in the organiser's order."""
        with self._work.reading() as store:
            return card_keeping.active_themes(store, process_id)

    def add_theme(self, process_id: UUID, title: str) -> Change:
        """Make a theme.

        Raises:
            InvalidInput: the title is empty or in use.
        """
        with self._work.writing("themes.add") as store:
            card_keeping.refuse_twice(card_keeping.active_themes(store, process_id), title)
            theme = card_keeping.add_theme(store, process_id, title)
        return changed(Topic.THEMES, row=theme.id)

    def edit_theme(self, theme_id: UUID, *, title: str, description: str) -> Change:
        """Give a theme another name or explanation.

        Raises:
            InvalidInput: the title is empty or in use.
        """
        with self._work.writing("themes.edit") as store:
            theme = store.get(Theme, theme_id)
            others = [
                other for other in card_keeping.active_themes(store, theme.process_id) if other.id != theme_id
            ]
            card_keeping.refuse_twice(others, title)
            store.change(theme, title=title.strip(), description=description)
        return changed(Topic.THEMES, Topic.CARDS, row=theme_id)

    def order_themes(self, theme_ids: Sequence[UUID]) -> Change:
        """Put the columns of the wall in this order."""
        with self._work.writing("themes.order") as store:
            for position, theme_id in enumerate(theme_ids):
                store.change(store.get(Theme, theme_id), position=position)
        return changed(Topic.THEMES)

    def withdraw_theme(self, theme_id: UUID) -> Change:
        """Take a theme off the wall; its cards have no theme any more."""
        with self._work.writing("themes.withdraw") as store:
            for tie in store.find(CardTheme, theme_id=theme_id, until=None):
                store.change(tie, until=store.now())
            store.change(store.get(Theme, theme_id), standing=Standing.WITHDRAWN)
        return changed(Topic.THEMES, Topic.CARDS)

    def restore_theme(self, theme_id: UUID, card_ids: Sequence[UUID] = ()) -> Change:
        """Put a theme back on the wall, with these cards in it.

        Raises:
            InvalidInput: another theme has its name by now.
        """
        with self._work.writing("themes.restore") as store:
            theme = store.get(Theme, theme_id)
            card_keeping.refuse_twice(card_keeping.active_themes(store, theme.process_id), theme.title)
            store.change(theme, standing=Standing.ACTIVE)
            for card_id in card_ids:
                card_keeping.tie(store, card_id, theme_id, "")
        return changed(Topic.THEMES, Topic.CARDS)


def _refuse_gone_on(card: Card) -> None:
    if card.standing is Standing.WENT_ON:
        raise NotPossible("card_went_on", label=card.label)
