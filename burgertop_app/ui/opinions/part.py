"""The view on opinion groups: begin a conversation, take in votes, look for groups, and see what they say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from burgertop_app.domain.opinion_map import group_name
from burgertop_app.i18n import _, minute, ngettext, number
from burgertop_app.messages.importing import remark_words
from burgertop_app.messages.opinions import (
    limit_sentences,
    problem_words,
    reading_words,
    result_sentences,
    taken_words,
    typical_words,
)
from burgertop_app.services.opinions import calculate
from burgertop_app.ui.budget.problems import LeftOut, TakeIn
from burgertop_app.ui.intakes import add_intake
from burgertop_app.ui.kit.buttons import LINE, menu_button, primary, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.fields import TickField
from burgertop_app.ui.kit.layout import clear, column, row, scrolled, words
from burgertop_app.ui.kit.pictures import Pictured
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.opinions.dots import DotMap
from burgertop_app.ui.opinions.forms import PollForm, StatementForm
from burgertop_app.ui.opinions.leaving import Leaving
from burgertop_app.ui.opinions.shown import figures_of, lines_of, statement_table
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.opinion_intake import OpinionReading
    from burgertop_app.domain.opinion_map import OpinionMap
    from burgertop_app.domain.opinion_views import OpinionView, TakenIn
    from burgertop_app.domain.opinions import VoteIntake
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.opinions.shown import StatementLine
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
        self.dots = DotMap()
        self.picture = Pictured(self.dots)
        self.table = statement_table(self._statement_menu)
        self.told = words("", "small", wrap=True)
        self._title, self._count = words("", "strong", wrap=True), words("", "muted", wrap=True)
        self._stale = words(_("Votes or statements changed since. Look for groups again."), "warn", wrap=True)
        self._apart = QVBoxLayout()
        self._intakes = QVBoxLayout()
        self.take = secondary(_("Take in files…"), self._on_take, "upload")
        self.search = primary(_("Look for groups"), self.look_for_groups, "chart-scatter")
        self.leaving = Leaving(page, lambda: self.view)
        self.menu = menu_button(_("More"), self._entries())
        self._build()

    def load(self) -> None:
        """Read the last conversation and show it."""
        process, opinions = self._page.process, self._page.desk.services.opinions

        def read() -> OpinionView | None:
            polls = opinions.polls(process) if process is not None else ()
            return opinions.view(polls[0].id) if polls else None

        if process is not None:
            self._page.ask(read, self.put)

    def put(self, view: OpinionView | None) -> None:
        """Show a conversation; None shows how to begin one."""
        self.view = view
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
            self._page.ask(lambda: opinions.begin(process, title, intro))

    def look_for_groups(self) -> None:
        """Look for groups in the other lane, and keep what was found."""
        view, opinions = self.view, self._page.desk.services.opinions
        if view is not None:
            poll_id = view.poll.id
            self._page.request(
                _("Looking for groups…"), lambda: opinions.prepare(poll_id), calculate, opinions.keep
            )

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, tell what comes in, and take it in when the organiser says so."""
        view, opinions = self.view, self._page.desk.services.opinions
        poll_id = view.poll.id if view else None
        self._page.long(
            _("Reading the files…"),
            lambda progress: opinions.look(poll_id, paths, progress),
            self._on_looked,
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
            (_("From the files of Polis…"), self._on_take),
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
        top = row(column(self._title, self._count, gap=2), self.menu, self.take, self.search)
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
            (_("New statement…"), "plus", self._on_statement),
            (_("Statements from all cards"), "sticky-note", self._on_cards),
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
            add_intake(self._intakes, intake, told, partial(self._on_intake_out, intake))

    def _on_new(self) -> None:
        form = PollForm(self)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.begin(form.name.value(), form.intro.value())

    def _on_take(self) -> None:
        kinds = _("Files of Polis, or a sheet (*.csv *.xlsx *.ods)")
        paths = self._page.desk.dialogs.open_files(self, _("Choose one or more files"), kinds)
        if paths:
            self.read(paths)

    def _on_looked(self, reading: OpinionReading) -> None:
        left = [
            LeftOut(place, one.file, one.row, problem_words(one))
            for place, one in enumerate(reading.problems)
        ]
        turn = TickField(_("Agree and disagree look turned round: turn them back"))
        turn.put(reading.reversed)
        told = " ".join([reading_words(reading), *map(remark_words, reading.remarks)])
        extra = [turn] if reading.reversed else []
        ask = TakeIn(self, told, left, extra)
        ask.table.export_wanted.connect(
            lambda sheet: save_sheet(self._page, sheet, _("Rows that are left out"))
        )
        if ask.exec() != QDialog.DialogCode.Accepted:
            return
        self.take_in(reading.turned() if reading.reversed and turn.value() else reading)

    def take_in(self, reading: OpinionReading) -> None:
        """Keep what was read; without a conversation one is begun, named after the file."""
        process, opinions, view = self._page.process, self._page.desk.services.opinions, self.view

        def keep() -> tuple[Change, TakenIn]:
            poll_id: UUID | None = view.poll.id if view else None
            if poll_id is None and process is not None:
                title = reading.title or _("Conversation from {file}").format(file=reading.files[0])
                poll_id = opinions.begin(process, title, reading.intro).id
            if poll_id is None:
                raise RuntimeError("no process is open")
            return opinions.take_in(poll_id, reading)

        def kept(told: tuple[Change, TakenIn]) -> None:
            self._page.desk.changes.announce(told[0])
            self._page.desk.say(taken_words(told[1]))

        self._page.ask(keep, kept)

    def _on_statement(self) -> None:
        view, opinions, desk = self.view, self._page.desk.services.opinions, self._page.desk
        form = StatementForm(self)
        if view is not None and form.exec() == QDialog.DialogCode.Accepted:
            text = form.text.value()
            self._page.ask(
                lambda: opinions.add_statement(view.poll.id, text),
                lambda _change: desk.say(_("The statement is added.")),
            )

    def _on_cards(self) -> None:
        view, process, house = self.view, self._page.process, self._page.desk.services
        if view is None or process is None:
            return
        self._page.ask(
            lambda: house.opinions.from_cards(
                view.poll.id, process, [line.card.id for line in house.cards.lines(process)]
            )
        )

    def _statement_menu(self, lines: list[StatementLine]) -> Sequence[Entry]:
        if len(lines) != 1:
            return ()
        line = lines[0]
        if line.out:
            return [(_("Let it count again"), "rotate-ccw", partial(self.restore, line))]
        return [(_("Leave out…"), "ban", partial(self.leave_out, line))]

    def leave_out(self, line: StatementLine) -> None:
        """Ask why, and let a statement no longer count."""
        opinions, statement = self._page.desk.services.opinions, line.statement
        reason = self._page.desk.dialogs.reason(
            self,
            _("Leave statement {number} out?").format(number=statement.number),
            _("It no longer counts. It stays readable with its votes and your reason."),
            _("Leave out"),
        )
        if reason:
            self._page.ask(
                lambda: opinions.withdraw_statement(statement.id, reason),
                lambda _change: self._page.desk.did(
                    _("Statement {number} no longer counts.").format(number=statement.number),
                    lambda: opinions.restore_statement(statement.id),
                    lambda: opinions.withdraw_statement(statement.id, reason),
                    "ban",
                ),
            )

    def restore(self, line: StatementLine) -> None:
        """Let a statement count again."""
        opinions, statement = self._page.desk.services.opinions, line.statement
        self._page.ask(
            lambda: opinions.restore_statement(statement.id),
            lambda _change: self._page.desk.did(
                _("Statement {number} counts again.").format(number=statement.number),
                lambda: opinions.withdraw_statement(statement.id, statement.withdrawn_reason),
                lambda: opinions.restore_statement(statement.id),
                "rotate-ccw",
            ),
        )

    def _on_intake_out(self, intake: VoteIntake) -> None:
        opinions = self._page.desk.services.opinions
        reason = self._page.desk.dialogs.reason(
            self,
            _("Withdraw these votes?"),
            _("They no longer count. They stay readable, with your reason."),
            _("Withdraw"),
        )
        if reason:
            self._page.ask(lambda: opinions.withdraw_intake(intake.id, reason))


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
