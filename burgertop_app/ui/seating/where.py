"""Where the three figures come from, in persons: beside the room, in place of the panel."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from burgertop_app.domain.events import PairKind
from burgertop_app.domain.seating import BrokenKind
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.seating import best_words, bound_words
from burgertop_app.messages.table_rules import pair_words
from burgertop_app.messages.tables import feature_words, misfit_words, round_words
from burgertop_app.ui.kit.buttons import icon_button
from burgertop_app.ui.kit.layout import clear, column, row, rule, scrolled, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating.side import WIDE

if TYPE_CHECKING:
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.seating.groups import Naming

MOST = 60
Lines = Iterator[tuple[str, str, tuple[int, object]]]
"""Heading, words below it, and the round with the table or person to show."""


class WherePanel(QFrame):
    """A list of places for one figure; a line leads to its table."""

    closed = Signal()
    wanted = Signal(int, object)
    """Show a round, with a table number or the id of a person in view."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(WIDE)
        self._title = words("", "heading", wrap=True)
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, Space.XS, 0)
        self._body.setSpacing(Space.S)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.M, Space.M, Space.M)
        top = row(self._title, icon_button("x", _("Close this panel"), self.closed.emit))
        top.setStretch(0, 1)
        box.addLayout(top)
        box.addWidget(scrolled(inside), 1)

    def put(self, room: Room, figure: int, naming: Naming) -> None:
        """Explain figure 0 (unfair seats), 1 (repeats) or 2 (broken locks)."""
        clear(self._body)
        title, sentence, lines = (_unfair, _again, _broken)[figure](room, naming)
        self._title.setText(title)
        self._body.addWidget(words(sentence, "muted", wrap=True))
        found = list(lines)
        for heading, below, target in found[:MOST]:
            self._body.addLayout(self._line(heading, below, target))
        if len(found) > MOST:
            more = ngettext("and {count} more", "and {count} more", len(found) - MOST)
            self._body.addWidget(words(more.format(count=number(len(found) - MOST)), "muted"))
        self._body.addStretch(1)

    def _line(self, heading: str, below: str, target: tuple[int, object]) -> QVBoxLayout:
        texts = column(words(heading, "strong", wrap=True), words(below, "caption", wrap=True), gap=0)
        show = icon_button(
            "arrow-right",
            _("Show {what} in the room").format(what=heading),
            lambda: self.wanted.emit(*target),
        )
        made = row(texts, show, gap=Space.XS)
        made.setStretch(0, 1)
        return column(rule(), made, gap=Space.S)


def _unfair(room: Room, _naming: Naming) -> tuple[str, str, Lines]:
    count = room.result.figures.excess if room.result else 0
    if not count:
        said = _("Every table is as mixed as can be.") if room.result else _("There is no plan to count yet.")
        return _("Unfair seats"), said, iter(())
    said = ngettext(
        "{count} person sits where the mix is not fair.",
        "{count} times somebody sits where the mix is not fair.",
        count,
    )
    return _("Unfair seats"), said.format(count=number(count)), _misfits(room)


def _misfits(room: Room) -> Lines:
    for misfit in room.result.figures.misfits if room.result else ():
        where, what = misfit_words(misfit)
        yield where, f"{feature_words(misfit.attribute)} {what}", (misfit.round + 1, misfit.table + 1)


def _again(room: Room, naming: Naming) -> tuple[str, str, Lines]:
    if room.result is None:
        return _("Meet again"), _("There is no plan to count yet."), iter(())
    found = room.result.figures
    if not found.repeats:
        return _("Meet again"), _("Nobody meets the same person twice."), iter(())
    least = bound_words(room.given.problem, room.result.bounds) if room.given else ""
    said = " ".join(filter(None, (best_words(found, room.result.bounds), least)))
    said = said or _("It is not proven whether it can be less often.")
    return _("Meet again"), said, _pairs(room, naming)


def _pairs(room: Room, naming: Naming) -> Lines:
    if room.result is None or room.given is None:
        return
    people = _people(room)
    ids = room.given.participations
    rounds = [turn for turn in room.rounds if turn.id in room.planned]
    for pair in sorted(room.result.figures.meetings, key=lambda pair: -pair.times):
        one, other = people[ids[pair.first]], people[ids[pair.second]]
        at = [
            (turn.no, table.table.no)
            for turn in rounds
            if (table := room.table_of(one.participation_id, turn.id)) is not None and other in table.people
        ]
        where = " · ".join(
            _("{round}, table {table}").format(round=round_words(no), table=table) for no, table in at
        )
        heading = _("{one} and {other}").format(one=naming.full(one), other=naming.full(other))
        yield heading, where, (at[-1][0], one.participation_id)


def _broken(room: Room, naming: Naming) -> tuple[str, str, Lines]:
    rules = room.result.figures.broken if room.result is not None else ()
    if not room.broken and not rules:
        return (
            _("Rules broken"),
            _("Every rule is kept, and everybody with a locked seat sits there."),
            iter(()),
        )
    if not room.broken:
        return _("Rules broken"), _("A new plan keeps these rules."), _rules(room, naming)
    said = ngettext(
        "{count} person sits elsewhere than the lock says. A new plan keeps it.",
        "{count} people sit elsewhere than the lock says. A new plan keeps it.",
        len(room.broken),
    )
    return (
        _("Rules broken"),
        said.format(count=number(len(room.broken))),
        chain(_rules(room, naming), _locks(room, naming)),
    )


def _rules(room: Room, naming: Naming) -> Lines:
    """The rules about people and tables that the plan does not keep."""
    given = room.given
    if room.result is None or given is None:
        return
    people = _people(room)
    people.update((line.participation_id, line) for line in room.facilitators)
    ids = given.participations + given.leaders
    rounds = [turn.no for turn in room.rounds if turn.id in room.planned]
    for breach in room.result.figures.broken:
        one = naming.full(people[ids[breach.first]])
        where, target = round_words(rounds[breach.round]), (rounds[breach.round], ids[breach.first])
        if breach.second < 0:
            yield one, _("{round}: this table does not suit").format(round=where), target
            continue
        kind = PairKind.TOGETHER if breach.kind is BrokenKind.TOGETHER else PairKind.APART
        yield pair_words(kind, one, naming.full(people[ids[breach.second]])), where, target


def _locks(room: Room, naming: Naming) -> Lines:
    people = _people(room)
    rounds = {turn.id: turn.no for turn in room.rounds}
    tables = {table.id: table.no for table in room.tables}
    for lock in room.broken:
        at = room.table_of(lock.participation_id, lock.round_id)
        said = _("{round}: sits at table {at}, locked to table {table}").format(
            round=round_words(rounds[lock.round_id]),
            at=at.table.no if at else "–",
            table=tables[lock.table_id],
        )
        who = naming.full(people[lock.participation_id])
        yield who, said, (rounds[lock.round_id], lock.participation_id)


def _people(room: Room) -> dict[object, PersonLine]:
    return {
        line.participation_id: line
        for tables in room.seated.values()
        for seated in tables
        for line in seated.people
    }
