"""What is written of a card and a theme: entered, laid in a theme, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.card_history import CardSignOff, CardSuccession
from burgertop_app.domain.cards_text import counted, plain, refuse_unfit
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.events import Event
from burgertop_app.domain.opinions import Statement
from burgertop_app.domain.outcomes import (
    Apart,
    Card,
    CardAuthor,
    CardProposal,
    CardText,
    CardTheme,
    Duplicate,
    ScreenCard,
    Standing,
    Theme,
)
from burgertop_app.storage import outcome_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.requests import NewCard
    from burgertop_app.storage.unit_of_work import Store

UNPLACED = "0"
"""The first part of the label of a card that came from no table."""
COPIES = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters that tell a copy of the workspace in its labels; I and O look like digits."""
MOST = 9_999
"""A label with a larger number was not counted but typed, or comes from a copy that once counted so."""


def add(
    store: Store, process_id: UUID, request: NewCard, meeting: UUID | None, labels: Labels | None = None
) -> Card:
    """Keep one card with its words, authors and theme; `labels` are shared by cards added together.

    Raises:
        InvalidInput: it has no words or far too many, or its label is in use.
    """
    said = plain(request.text)
    words, times = (said, request.times) if request.times else counted(said)
    refuse_unfit(words)
    labels = labels or Labels(store, process_id)
    card = store.add(
        Card(
            id=store.new_id(),
            process_id=process_id,
            label=labels.give(request.label.strip(), request.table_no),
            kind=request.kind,
            addressee=request.addressee,
            times=times,
            event_id=request.event_id or meeting,
            table_no=request.table_no,
            round_no=request.round_no,
        )
    )
    store.add(CardText(id=store.new_id(), card_id=card.id, version=1, text=words, by=store.actor))
    for author in request.authors:
        store.add(CardAuthor(id=store.new_id(), card_id=card.id, participation_id=author))
    if request.theme_id:
        lay(store, card.id, request.theme_id, "")
    return card


class Labels:
    """Gives out the labels of one process within one transaction, such as "3-19" for a card of table 3.

    A second laptop puts letters of its own before the serial number, "3-B19", so that both count on.
    """

    def __init__(self, store: Store, process_id: UUID) -> None:
        labels = outcome_store.card_labels(store, process_id)
        self._copy = _letters(store.lane)
        self._taken = {label.casefold() for label in labels}
        self._last: dict[str, int] = {}
        for label in labels:
            self._note(label)

    def next(self, table_no: int | None) -> str:
        """The label that the next card of this table gets; it is not given out yet."""
        prefix = UNPLACED if table_no is None else f"{table_no}"
        return f"{prefix}-{self._copy}{self._last.get(prefix, 0) + 1:02d}"

    def give(self, wanted: str, table_no: int | None) -> str:
        """Give out `wanted`, or the next label of this table.

        Raises:
            InvalidInput: `wanted` is in use; "a-1" and "A-1" are one label.
        """
        if wanted and wanted.casefold() in self._taken:
            raise InvalidInput("card_label_taken", label=wanted)
        label = wanted or self.next(table_no)
        self._taken.add(label.casefold())
        self._note(label)
        return label

    def _note(self, label: str) -> None:
        prefix, hyphen, last = label.upper().rpartition("-")
        serial = last.removeprefix(self._copy)
        ours = hyphen and last.startswith(self._copy) and serial.isascii() and serial.isdigit()
        if ours and int(serial) <= MOST:
            self._last[prefix] = max(self._last.get(prefix, 0), int(serial))


def _letters(lane: int) -> str:
    """The letters of a copy: none for the first, then A to Z, AA and so on."""
    found = ""
    while lane:
        lane, at = divmod(lane - 1, len(COPIES))
        found = COPIES[at] + found
    return found


def meeting(store: Store, process_id: UUID, today: date) -> UUID | None:
    """The meeting that cards come from unless told otherwise: the last one held, else the first."""
    events = store.find(Event, order_by="on", process_id=process_id)
    held = [event for event in events if event.on is not None and event.on <= today]
    chosen = held[-1] if held else next(iter(events), None)
    return chosen.id if chosen else None


def tie(store: Store, card_id: UUID, theme_id: UUID | None, reason: str) -> None:
    """Let a card lie in one theme, or in none; where it lay before stays in the history."""
    now = store.now()
    held = store.find(CardTheme, card_id=card_id, until=None)
    if theme_id is not None and [tie.theme_id for tie in held] == [theme_id]:
        return
    for tie in held:
        store.change(tie, until=now, reason=reason or tie.reason)
    if theme_id is not None:
        lay(store, card_id, theme_id, reason)


def lay(store: Store, card_id: UUID, theme_id: UUID, reason: str) -> None:
    """Let a card that lies in no theme lie in one."""
    store.add(
        CardTheme(
            id=store.new_id(),
            card_id=card_id,
            theme_id=theme_id,
            since=store.now(),
            by=store.actor,
            reason=reason,
        )
    )


def refuse_twice(themes: Sequence[Theme], title: str) -> None:
    """Refuse a title that a theme has.

    Raises:
        InvalidInput: theme_exists.
    """
    if any(theme.title.casefold() == title.strip().casefold() for theme in themes):
        raise InvalidInput("theme_exists", title=title.strip())


def next_label(store: Store, process_id: UUID, table_no: int | None) -> str:
    """The label that the next card of this table will get, such as "3-19"."""
    return Labels(store, process_id).next(table_no)


def active_themes(store: Store, process_id: UUID) -> tuple[Theme, ...]:
    """The themes in use, in the organiser's order."""
    return store.find(Theme, order_by="position", process_id=process_id, standing=Standing.ACTIVE)


def add_theme(store: Store, process_id: UUID, title: str) -> Theme:
    """Keep a new theme, as the last column."""
    position = len(store.find(Theme, process_id=process_id))
    return store.add(Theme(id=store.new_id(), process_id=process_id, title=title.strip(), position=position))


def take_back(store: Store, card: Card) -> None:
    """Remove a card that was just entered, with its words; the log remembers them.

    Raises:
        NotPossible: a proposal, a statement or another card rests on it, or its table agreed with it, by now.
    """
    texts = store.find(CardText, card_id=card.id)
    rests = (
        store.count(CardProposal, card_id=card.id)
        + store.count(Statement, card_id=card.id)
        + store.count(Duplicate, of_id=card.id)
        + store.count(CardSuccession, earlier_id=card.id)
        + store.count(CardSuccession, later_id=card.id)
        + store.count(CardSignOff, text_id=[text.id for text in texts])
    )
    if rests:
        raise NotPossible("card_in_use", label=card.label)
    remove(store, card)


def remove(store: Store, card: Card) -> None:
    """Remove a card on which nothing rests, with all that hangs on it."""
    for apart in store.find(Apart, of_id=card.id):
        store.remove(apart)
    for kind in (CardTheme, CardAuthor, Duplicate, Apart, ScreenCard, CardText):
        for kept in store.find(kind, card_id=card.id):
            store.remove(kept)
    store.remove(card)
