"""Suggestions on the page about cards: asks for them after each change, shows them, lets people accept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from burgertop_app.i18n import _
from burgertop_app.messages.suggesting import reason_words
from burgertop_app.ui.cards.suggest_box import HintBox, Suggested
from burgertop_app.ui.cards.suggest_dialogs import FirstThemesForm, SameForm
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.suggesting import FirstTheme, Suggestion
    from burgertop_app.services.sorting import Hints
    from burgertop_app.ui.cards.page import CardsPage

CALM = 200
"""Milliseconds of rest before suggestions are made anew."""


class CardSuggestions(QObject):
    """Keeps the hints for `page`; nothing is applied unless somebody chooses it."""

    def __init__(self, page: CardsPage) -> None:
        super().__init__(page)
        self._page = page
        self._hints: Hints | None = None
        self._of: UUID | None = None
        self._asking = self._again = False
        self._next: UUID | None = None
        self._open = False
        """The card that moves is the one in the panel: the next one comes there too."""
        self._box: HintBox | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CALM)
        self._timer.timeout.connect(self.look)

    def refresh(self) -> None:
        """The page was filled anew: go on to the next card, and make suggestions after a moment of rest."""
        if self._of != self._page.process:
            self._hints, self._of = None, self._page.process
        waiting, self._next = self._next, None
        if waiting is not None and self._page.wall.show_card(waiting):
            following = self._page.found.line(waiting) if self._open else None
            if following is not None:
                self._page.open_card(following)
            self._page.wall.columns[0].view.setFocus()
        self._open = False
        self._show()
        self._timer.start()

    def look(self) -> None:
        """Ask for suggestions; while an answer is on its way, ask once more after it."""
        process, sorting = self._page.process, self._page.desk.services.sorting
        if process is None:
            return
        if self._asking:
            self._again = True
            return
        self._asking = True
        task = self._page.ask(lambda: sorting.hints(process), partial(self._on_hints, process))
        task.failed.connect(self._on_failed)

    def accept(self, number: int) -> None:
        """Put the one chosen card in the theme that is suggested as `number`, and go on to the next card.

        A mere guess, which the wall does not show, is shown first and taken when the key is pressed again.
        """
        chosen = self._page.chosen
        if len(chosen) != 1:
            return
        card_id = chosen[0].card.id
        themes = self._themes(card_id)
        if number > len(themes):
            return
        if self._page.on_wall and self._page.panel.card_id != card_id and not themes[number - 1].grounded:
            self._page.open_card(chosen[0])
            return
        free = [line.card.id for line in self._page.wall.columns[0].model.lines]
        if card_id in free:
            at = free.index(card_id)
            self._open = self._page.panel.card_id == card_id
            self._next = next(iter([*free[at + 1 :], *free[:at][::-1]]), None)
        self._page.act.move([card_id], themes[number - 1].theme_id)

    def box_for(self, line: CardLine) -> QWidget:
        """The part of the panel with the suggestions for a card."""
        box = HintBox()
        box.theme_wanted.connect(lambda theme_id: self._page.act.move([line.card.id], theme_id))
        box.compare_wanted.connect(lambda: self.compare(line.card.id))
        box.leave_wanted.connect(lambda: self._leave(line.card.id))
        self._box = box
        box.destroyed.connect(partial(self._on_box_gone, id(box)))
        self._fill_box(line)
        return box

    def compare(self, card_id: UUID) -> None:
        """Show a card beside the one that it resembles, and ask whether they say the same."""
        found, other_id = self._page.found, self._double(card_id)
        line, other = found.line(card_id), found.line(other_id)
        if line is None or other is None:
            return
        form = SameForm(self._page, line, other)
        form.exec()
        if form.same is not None:
            self.decide(line, other, same=form.same)

    def decide(self, line: CardLine, other: CardLine, *, same: bool) -> None:
        """Keep whether two cards say the same, with Undo."""
        sorting, one, two = self._page.desk.services.sorting, line.card.id, other.card.id
        keep = sorting.same if same else sorting.not_same
        said = (
            _("Cards {label} and {other} count together.")
            if same
            else _("Cards {label} and {other} do not say the same.")
        )
        told = said.format(label=line.card.label, other=other.card.label)
        self._page.ask(
            lambda: keep(one, two),
            lambda _change: self._page.desk.did(
                told,
                lambda: sorting.undecide(one, two),
                lambda: keep(one, two),
                "equal" if same else "unlink",
            ),
        )

    def first_themes(self) -> None:
        """Ask for themes to begin with and show them; each waits for somebody to accept it."""
        process, sorting = self._page.process, self._page.desk.services.sorting
        if process is not None:
            self._page.ask(lambda: sorting.first_themes(process), self._offer)

    def take_over(self, title: str) -> None:
        """Make a theme that was proposed, with Undo."""
        process, cards = self._page.process, self._page.desk.services.cards
        if process is None:
            return

        def made(change: Change) -> None:
            theme_id = change.id
            if theme_id is not None:
                self._page.desk.did(
                    _("Theme {title} is on the wall.").format(title=title),
                    lambda: cards.withdraw_theme(theme_id),
                    lambda: cards.restore_theme(theme_id),
                    "plus",
                )

        self._page.ask(lambda: cards.add_theme(process, title), made)

    def _offer(self, found: tuple[FirstTheme[UUID], ...]) -> None:
        lines = {line.card.id: line for line in self._page.found.lines}
        form = FirstThemesForm(self._page, found, lines)
        form.accepted_theme.connect(self.take_over)
        form.exec()

    def _leave(self, card_id: UUID) -> None:
        line, sorting = self._page.found.line(card_id), self._page.desk.services.sorting
        if line is None:
            return
        told = _("Card {label} counts by itself again.").format(label=line.card.label)

        def left() -> tuple[Change, tuple[UUID, ...]]:
            partners = sorting.partners(card_id)
            return sorting.leave(card_id), partners

        def again(partners: tuple[UUID, ...]) -> Change:
            return [sorting.same(card_id, other) for other in partners][-1]

        def done(kept: tuple[Change, tuple[UUID, ...]]) -> None:
            change, partners = kept
            self._page.desk.changes.announce(change)
            self._page.desk.did(told, lambda: again(partners), lambda: sorting.leave(card_id), "unlink")

        self._page.ask(left, done)

    def _on_hints(self, process: UUID, hints: Hints) -> None:
        self._asking = False
        if process == self._page.process:
            self._hints = hints
            self._show()
        if self._again:
            self._again = False
            self._timer.start()

    def _on_failed(self, _error: object) -> None:
        self._asking = self._again = False

    def _on_box_gone(self, which: int) -> None:
        if self._box is not None and id(self._box) == which:
            self._box = None

    def _show(self) -> None:
        self._page.wall.hint(self._all_chips())
        line = self._page.found.line(self._page.panel.card_id)
        if line is not None:
            self._fill_box(line)

    def _fill_box(self, line: CardLine) -> None:
        if self._box is not None:
            other = self._page.found.line(self._double(line.card.id))
            self._box.put(line, self._themes(line.card.id), other.card.label if other else "")

    def _all_chips(self) -> dict[UUID, tuple[Chip, ...]]:
        """The chips of every card for which something is suggested; the others cost nothing."""
        if self._hints is None:
            return {}
        titles = self._titles()
        return {
            card_id: self._chips(line, titles)
            for card_id in dict.fromkeys((*self._hints.themes, *self._hints.doubles))
            if (line := self._page.found.line(card_id)) is not None
        }

    def _chips(self, line: CardLine, titles: Mapping[UUID, str]) -> tuple[Chip, ...]:
        best = next(self._suggested(line.card.id, titles), None)
        chips: list[Chip] = []
        if best is not None and _grounded(best):
            chips.append(Chip(titles[best.theme], State.NEUTRAL, "layers"))
        other = self._page.found.line(self._double(line.card.id))
        if other is not None:
            resembles = _("Resembles {label}").format(label=other.card.label)
            chips.append(Chip(resembles, State.NEUTRAL, "copy"))
        return tuple(chips)

    def _double(self, card_id: UUID) -> UUID | None:
        line = self._page.found.line(card_id)
        other = self._hints.doubles.get(card_id) if self._hints is not None else None
        beside = self._page.found.line(other) if other is not None else None
        known = line is not None and beside is not None and beside.card.label in line.same
        return None if known else other

    def _themes(self, card_id: UUID) -> tuple[Suggested, ...]:
        """What is suggested for a card that has no theme by now, of the themes that are there by now."""
        titles = self._titles()
        return tuple(
            Suggested(
                one.theme,
                titles[one.theme],
                reason_words(
                    [near.card.label for key in one.near if (near := self._page.found.line(key))],
                    named=one.named,
                ),
                grounded=_grounded(one),
            )
            for one in self._suggested(card_id, titles)
        )

    def _suggested(self, card_id: UUID, titles: Mapping[UUID, str]) -> Iterator[Suggestion[UUID]]:
        line = self._page.found.line(card_id)
        if self._hints is not None and line is not None and line.theme_id is None:
            yield from (one for one in self._hints.themes.get(card_id, ()) if one.theme in titles)

    def _titles(self) -> dict[UUID, str]:
        return {theme.id: theme.title for theme in self._page.found.themes}


def _grounded(one: Suggestion[UUID]) -> bool:
    """Whether there is a reason to show."""
    return bool(one.near) or one.named
