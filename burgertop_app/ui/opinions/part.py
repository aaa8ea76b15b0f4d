"""The view on opinion groups: begin a conversation, take in votes, look for groups, and see what they say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QDialog, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from burgertop_app.domain.opinion_map import group_name
from burgertop_app.i18n import _, minute, ngettext, number
from burgertop_app.messages.opinions import (
    limit_sentences,
    result_sentences,
    typical_words,
)
from burgertop_app.services.opinions import calculate
from burgertop_app.ui.intakes import add_intake
from burgertop_app.ui.kit.buttons import LINE, menu_button, primary, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.layout import clear, column, row, scrolled, words
from burgertop_app.ui.kit.pictures import Pictured
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.opinions.dots import DotMap
from burgertop_app.ui.opinions.forms import PollForm
from burgertop_app.ui.opinions.leaving import Leaving
from burgertop_app.ui.opinions.shown import figures_of, lines_of, statement_table
from burgertop_app.ui.opinions.statements import StatementActs
from burgertop_app.ui.opinions.taking import Taking
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from typing import Any

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.opinion_map import OpinionMap
    from burgertop_app.domain.opinion_views import OpinionView
    from burgertop_app.domain.opinions import OpinionPoll
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.page import Page

EMPTY, SHOWN = range(2)
PICTURE_HIGH = 400
TABLE_HIGH = 420


class OpinionPart(QStackedWidget):
    """Everything about a conversation over statements, as a view of `page`."""

    def __init__(self, page: Page[Any]) -> None:
        super().__init__()
        self._page = page
        self.view: OpinionView | None = None
        self._wanted: UUID | None = None
        self.dots = DotMap()
        self.picture = Pictured(self.dots)
        self.leaving = Leaving(page, lambda: self.view)
        self.taking = Taking(page, lambda: self.view)
        self.acts = StatementActs(page, lambda: self.view)
        self.table = statement_table(self.acts.menu)
        self.which: ChoiceField[UUID | None] = ChoiceField(_("Conversation"), [])
        self.which.changed.connect(self.show_poll)
        self.told = words("", "small", wrap=True)
        self._title, self._count = words("", "strong", wrap=True), words("", "muted", wrap=True)
        self._stale = words(_("Votes or statements changed since. Look for groups again."), "warn", wrap=True)
        self._apart = QVBoxLayout()
        self._intakes = QVBoxLayout()
        self.take = secondary(_("Take in files…"), self.taking.files, "upload")
        self.search = primary(_("Look for groups"), self.look_for_groups, "chart-scatter")
        self.menu = menu_button(_("More"), self._entries())
        self._build()

    def load(self) -> None:
        """Read the conversation that was chosen, else the last one, and show it."""
        process, opinions, wanted = self._page.process, self._page.desk.services.opinions, self._wanted

        def read() -> tuple[OpinionView | None, tuple[OpinionPoll, ...]]:
            polls = opinions.polls(process) if process is not None else ()
            chosen = next((poll for poll in polls if poll.id == wanted), polls[0] if polls else None)
            return (opinions.view(chosen.id) if chosen else None), polls

        if process is not None:
            self._page.ask(read, lambda found: self.put(*found))

    def show_poll(self, poll_id: object) -> None:
        """Show this conversation from now on."""
        if self.view is None or poll_id != self.view.poll.id:
            self._wanted = poll_id if isinstance(poll_id, UUID) else None
            self.load()

    def put(self, view: OpinionView | None, polls: tuple[OpinionPoll, ...] = ()) -> None:
        """Show a conversation, with the others to choose from; None shows how to begin one."""
        self.view = view
        self.which.setVisible(len(polls) > 1)
        self.which.offer([(poll.id, poll.title) for poll in polls])
        self.which.put(view.poll.id if view else None)
        self._title.setVisible(len(polls) < 2)
        self.setCurrentIndex(EMPTY if view is None else SHOWN)
        if view is None:
            return
        self._title.setText(view.poll.title)
        self._count.setText(_counted(view))
        self._stale.setVisible(view.stale)
        self.search.setEnabled(view.votes > 0)
        self.table.put(lines_of(view))
        found = view.found
        self._picture_card.setVisible(bool(found and found.dots))
        self.told.setText(" ".join(result_sentences(found)) if found else _waiting(view))
        if found:
            self.dots.put(found)
            self.picture.describe(figures_of(found))
        self._put_apart(view, found)
        self._put_intakes(view)

    def begin(self, title: str, intro: str = "") -> None:
        """Begin a conversation."""
        process, opinions = self._page.process, self._page.desk.services.opinions
        if process is not None:
            self._page.ask(lambda: opinions.begin(process, title, intro), self._on_begun)

    def look_for_groups(self) -> None:
        """Look for groups in the other lane, and keep what was found."""
        view, opinions = self.view, self._page.desk.services.opinions
        if view is not None:
            poll_id = view.poll.id
            self._page.request(
                _("Looking for groups…"), lambda: opinions.prepare(poll_id), calculate, opinions.keep
            )

    def withdraw(self) -> None:
        """Withdraw the conversation with a reason."""
        view, opinions = self.view, self._page.desk.services.opinions
        reason = view and self._page.desk.dialogs.reason(
            self,
            _("Withdraw this conversation?"),
            _("Statements and votes stay in the file, with your reason. Then you can begin a new one."),
            _("Withdraw"),
        )
        if view is not None and reason:
            self._page.ask(lambda: opinions.withdraw(view.poll.id, reason))

    def _build(self) -> None:
        empty = EmptyPage(
            _(
                "Here you see which people think alike. They agree, disagree or pass on statements, on paper "
                "or with Polis; you see groups without names, and what every group agrees with."
            ),
            (_("New conversation…"), self._on_new),
            (_("From the files of Polis…"), self.taking.files),
            other_link=(_("From a folder of Polis…"), self.taking.folder),
        )
        self._picture_card = Card(
            self.picture,
            words("\n".join(limit_sentences()), "caption", wrap=True),
            heading=_("Who votes alike"),
        )
        self._picture_card.body.setStretchFactor(self.picture, 1)
        self.picture.setMinimumHeight(PICTURE_HIGH)
        self.table.setMinimumHeight(TABLE_HIGH)
        self._apart_card = Card(self._apart, heading=_("What sets a group apart"))
        top = row(column(self.which, self._title, self._count, gap=2), self.menu, self.take, self.search)
        top.setStretch(0, 1)
        told = Card(top, self.told, self._stale)
        self._in_card = Card(self._intakes, heading=_("What came in"))
        upper = QGridLayout()
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(Space.M)
        upper.addWidget(self._picture_card, 0, 0)
        upper.addWidget(self._apart_card, 0, 1)
        upper.setColumnStretch(0, 1)
        upper.setColumnStretch(1, 1)
        inside = QWidget()
        down = column(told, upper, self.table, self._in_card, None, gap=Space.M, margins=(0, 0, Space.S, 0))
        inside.setLayout(down)
        self.addWidget(empty)
        self.addWidget(scrolled(inside))
        self.table.export_wanted.connect(lambda sheet: save_sheet(self._page, sheet, _("Statements")))

    def _entries(self) -> list[Entry]:
        return [
            (_("New statement…"), "plus", self.acts.write),
            (_("Statements from cards…"), "sticky-note", self.acts.pick),
            (_("Take in a folder of Polis…"), "folder-open", self.taking.folder),
            (_("Sheet to type votes into…"), "file-spreadsheet", self.leaving.form),
            LINE,
            (_("Document with the groups…"), "file-text", self.leaving.paper),
            (_("Groups to Excel…"), "table", self.leaving.workbook),
            (_("Files of Polis…"), "globe", self.leaving.polis),
            LINE,
            (_("New conversation…"), "plus", self._on_new),
            (_("Withdraw this conversation…"), "ban", self.withdraw),
        ]

    def _put_apart(self, view: OpinionView, found: OpinionMap | None) -> None:
        clear(self._apart)
        typical = found.typical if found else ()
        self._apart_card.setVisible(bool(typical))
        for group, told in enumerate(typical):
            self._apart.addWidget(words(_("Group {group}").format(group=group_name(group)), "strong"))
            for line in typical_words(told, view.text):
                self._apart.addWidget(words(line, "small", wrap=True))
            self._apart.addSpacing(Space.S)
        self._apart.addStretch(1)

    def _put_intakes(self, view: OpinionView) -> None:
        clear(self._intakes)
        self._in_card.setVisible(bool(view.intakes))
        for intake in view.intakes:
            when = minute(intake.taken_at.astimezone(), "short") if intake.taken_at else ""
            told = _("{source}: {count} votes, {moment}").format(
                source=intake.source, count=number(intake.votes), moment=when
            )
            add_intake(self._intakes, intake, told, partial(self.taking.withdraw, intake))

    def _on_begun(self, change: Change) -> None:
        self._wanted = change.id
        self.load()

    def _on_new(self) -> None:
        form = PollForm(self)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.begin(form.name.value(), form.intro.value())


def _counted(view: OpinionView) -> str:
    statements = ngettext("{count} statement", "{count} statements", len(view.counting))
    voters = ngettext("{count} voter", "{count} voters", view.voters)
    votes = ngettext("{count} vote", "{count} votes", view.votes)
    return " · ".join(
        (
            statements.format(count=number(len(view.counting))),
            voters.format(count=number(view.voters)),
            votes.format(count=number(view.votes)),
        )
    )


def _waiting(view: OpinionView) -> str:
    if view.votes:
        return _("Nobody looked for groups yet. Press “Look for groups”.")
    if view.counting:
        return _("No votes yet. Make a sheet to type votes into under “More”, or take in the files of Polis.")
    return _(
        "No statements yet. Type them under “More”, make them from cards, or take in the files of Polis."
    )
