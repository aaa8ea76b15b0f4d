"""Languages and facilitators in the set-up: what tables ask, who needs a language, what leaders bring."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from burgertop_app.domain.table_asks import asks, brought, serving
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.table_asks import asks_words, brings_words, lacking_words, language_words
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import clear, row, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating.rules_card import names_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLayout

    from burgertop_app.domain.seating_views import Room
    from burgertop_app.ui.seating.found import TablesFound

MOST = 8


class LeadersCard(Card):
    """What tables ask and who can give it, each a sentence."""

    asks_wanted = Signal()
    asks_gone = Signal(str)
    """What no table asks any more."""
    language_wanted = Signal()
    language_gone = Signal(object)
    """The participation that may sit anywhere again."""
    brings_wanted = Signal(object)
    """A facilitator, or None to choose one."""

    def __init__(self) -> None:
        super().__init__(heading=_("Languages and facilitators"))
        self._asked, self._needed, self._leaders = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.asks = small(_("A table asks a language or skill…"), self.asks_wanted.emit, "languages")
        self.language = small(_("Somebody needs a language…"), self.language_wanted.emit, "plus")
        self.brings = small(_("What a facilitator brings…"), partial(self.brings_wanted.emit, None), "pencil")
        self._lacking = words("", "late", wrap=True)
        for heading, lines, more in (
            (_("What tables ask"), self._asked, self.asks),
            (_("Who needs another language"), self._needed, self.language),
            (_("What facilitators speak and can"), self._leaders, self.brings),
        ):
            lines.setSpacing(Space.XS)
            self.body.addWidget(words(heading, "strong"))
            self.body.addLayout(lines)
            if lines is self._asked:
                self.body.addWidget(self._lacking)
            self.body.addLayout(row(more, None))
            self.body.addSpacing(Space.M if lines is not self._leaders else 0)

    def put(self, found: TablesFound, room: Room) -> None:
        """Show what is kept."""
        self._put_asked(room)
        self._put_needed(found, room)
        self._put_leaders(room)
        self.asks.setEnabled(bool(room.tables))
        self.language.setEnabled(bool(found.coming))
        self.brings.setEnabled(bool(room.facilitators))

    def _put_asked(self, room: Room) -> None:
        clear(self._asked)
        asked = asked_of(room)
        for name, tables in asked.items():
            said, away = asks_words(name, tables), _("Take away: {what}")
            self._asked.addLayout(_line(said, away.format(what=said), partial(self.asks_gone.emit, name)))
        if not asked:
            self._asked.addWidget(words(_("Every table is in the usual language."), "muted", wrap=True))
        known = frozenset[str]().union(*(brought(one.languages, one.skills) for one in room.brings.values()))
        lacking = [name for name in asked if not asks([name]) <= known] if room.facilitators else []
        self._lacking.setText(lacking_words(lacking))
        self._lacking.setVisible(bool(lacking))

    def _put_needed(self, found: TablesFound, room: Room) -> None:
        clear(self._needed)
        names = names_for(found, room)
        tables = [table.properties for table in room.tables]
        here = {one: kept for one, kept in room.languages.items() if one in found.coming}
        for one in sorted(here, key=lambda one: names.get(one, "").casefold()):
            said = language_words(names.get(one, ""), here[one], spoken=bool(serving(here[one], tables)))
            away = _("Take away: {what}").format(what=said)
            self._needed.addLayout(_line(said, away, partial(self.language_gone.emit, one)))
        if not here:
            self._needed.addWidget(words(_("Nobody needs a table in another language."), "muted", wrap=True))
        else:
            private = _("This is nowhere printed and not on the screen in the room.")
            self._needed.addWidget(words(private, "caption", wrap=True))

    def _put_leaders(self, room: Room) -> None:
        clear(self._leaders)
        if not room.facilitators:
            none = _("There are no facilitators yet. Add them on the page People.")
            self._leaders.addWidget(words(none, "muted", wrap=True))
            return
        told = [
            (line, kept)
            for line in room.facilitators
            if (kept := room.brings.get(line.participation_id)) and (kept.languages or kept.skills)
        ]
        for line, kept in told[:MOST]:
            said = brings_words(line.name or line.number, kept.languages, kept.skills)
            change = _("Change what {name} brings").format(name=line.name or line.number)
            one = line.participation_id
            self._leaders.addLayout(_line(said, change, partial(self.brings_wanted.emit, one), "pencil"))
        if len(told) > MOST:
            more = ngettext("and {count} more", "and {count} more", len(told) - MOST)
            self._leaders.addWidget(words(more.format(count=number(len(told) - MOST)), "muted"))
        silent = len(room.facilitators) - len(told)
        if silent:
            said = ngettext(
                "Of {count} facilitator nothing is noted.",
                "Of {count} facilitators nothing is noted.",
                silent,
            )
            self._leaders.addWidget(words(said.format(count=number(silent)), "muted", wrap=True))


def asked_of(room: Room) -> dict[str, list[int]]:
    """What tables ask, each with the numbers of those tables."""
    found: dict[str, list[int]] = {}
    for table in room.tables:
        for name in table.properties:
            if asks([name]):
                found.setdefault(name, []).append(table.no)
    return dict(sorted(found.items()))


def _line(said: str, told: str, act: Callable[[], object], icon: str = "trash-2") -> QLayout:
    made = row(words(said, "small", wrap=True), icon_button(icon, told, act), gap=Space.S)
    made.setStretch(0, 1)
    return made
