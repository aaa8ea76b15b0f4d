"""The page of the answer: per advice the term, the reminders and the word on each recommendation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QSizePolicy, QStackedLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.i18n import _, mark, ngettext
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.bars import StackedBar
from burgertop_app.ui.kit.buttons import menu_button, primary, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page
from burgertop_app.ui.response import college, documents, rating_flow
from burgertop_app.ui.response.answers import asked, columns, lowest, parts
from burgertop_app.ui.response.reply_flow import ReplyFlow
from burgertop_app.ui.response.side import Side
from burgertop_app.ui.response.state import Answering, Followed, holds, read
from burgertop_app.ui.response.term_card import TermCard
from burgertop_app.ui.saving import save_sheet
from burgertop_app.ui.site import make_site

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.responses import Commitment
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tables import Sheet

TABLE, DRAFT, NOTHING = range(3)
LOW = 760
"""Pixels below which the page leaves pictures out beside an open form."""
BESIDE = ("reason", "owner", "due", "rating")


class ResponsePage(Page[Answering]):
    """What the college does with an advice.

    Focus: the id of an advice, a recommendation or an answer, or (code of a step, id of the advice).
    """

    KEY, ICON, NAME = "response", "mail-check", mark("Response")
    TOPICS = frozenset({Topic.RESPONSES, Topic.ADVICE, Topic.COMMITMENTS, Topic.PROCESSES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: UUID | None = None
        self._narrow = False
        self._found = Answering()
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Advice"))
        self.choice.activated.connect(self._on_choice)
        self.term = TermCard()
        self.bar = StackedBar()
        self.table: RecordTable[RecommendationLine] = RecordTable(
            _("Answers"),
            columns(),
            key=lambda line: line.recommendation.id,
            counted=lambda count: ngettext("{count} recommendation", "{count} recommendations", count),
            menu=self._menu,
            look=TableLook(Space.ROW_FIELDS),
        )
        self.side = Side(self)
        self.reply = ReplyFlow(self, self._show_page)
        self._build()
        self.term.agreement_wanted.connect(self._on_agreement)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_line)
        self.table.export_wanted.connect(self._on_export)
        self.remember("table", self.table)

    def _build(self) -> None:
        self.asked = words("", "warn", wrap=True)
        self.lowest = words("", "small", wrap=True)
        self._bar_card = Card(self.bar, self.asked, self.lowest)
        self._bar_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        left = column(self.term, self._bar_card, self.table, gap=Space.M)
        left.setStretch(2, 1)
        whole = row(left, self.side.drawer, gap=Space.M)
        whole.setStretch(0, 1)
        to_advice = (_("To the page Advice"), partial(self.desk.navigate, "advice"))
        draft = EmptyPage(
            _("First fix a version of the advice. After that you offer it and follow the answer here."),
            to_advice,
            icon="file-text",
        )
        nothing = EmptyPage(
            _("Here you follow what the college does with the advice. First write the advice."),
            to_advice,
            icon="file-text",
        )
        self._which = holder(row(self.choice, None))
        self._which.hide()
        self.content.addWidget(self._which)
        self._body = body = QWidget()
        self._stack = QStackedLayout(body)
        for part in (holder(whole), draft, nothing):
            self._stack.addWidget(part)
        self.content.addWidget(body, 1)

    def _show_page(self, shown: bool) -> None:  # noqa: FBT001  (as ReplyFlow calls it)
        self.head.setVisible(shown)
        self._which.setVisible(shown and len(self._found.advices) > 1)
        self._body.setVisible(shown)
        if not shown:
            self.side.drawer.close_up()

    @property
    def advice(self) -> UUID | None:
        """The id of the advice that is shown."""
        return self._found.shown.advice.id if self._found.shown else None

    @property
    def college(self) -> str:
        """Whom the advice is usually offered to: as last time, else the college."""
        offers = self._found.shown.offers if self._found.shown else ()
        if offers:
            return offers[-1].to
        return self._found.shown.college if self._found.shown else ""

    @override
    def reading(self, process: UUID) -> Callable[[], Answering]:
        house, wanted, today = self.desk.services, self._wanted, self.desk.today()
        return lambda: read(house, process, wanted, today)

    @override
    def show_process(self, process: UUID | None, focus: object = None) -> None:
        if process != self.process:
            self._wanted = None
            self.side.drawer.close_up()
            self.reply.end()
        row_id = focus[1] if isinstance(focus, tuple) else focus
        if isinstance(row_id, UUID):
            self._wanted = row_id
        super().show_process(process, focus)

    @override
    def leave(self) -> None:
        self.side.drawer.close_up()
        super().leave()

    def make_room(self, *, narrow: bool) -> None:
        """Leave out the columns that the open panel shows as well, or bring them back."""
        self.table.view.leave_out(BESIDE, out=narrow)
        self._narrow = narrow
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a low window, beside an open form, the picture of the term gives its room to the rows."""
        low = self._narrow and self.height() < LOW
        self.term.make_room(low=low)
        shown = self._found.shown
        self._bar_card.setVisible(shown is not None and shown.received and not low)

    @override
    def fill(self, found: Answering) -> None:
        self._found = found
        self._show_choice()
        shown = found.shown
        if shown is None:
            self.head.say("")
            self.head.act()
            self._stack.setCurrentIndex(NOTHING)
            return
        self._stack.setCurrentIndex(DRAFT if shown.advice.state is AdviceState.DRAFT else TABLE)
        self.head.say(_sentence(shown))
        self.head.act(*self._actions(shown))
        self.term.put(shown, self.desk.today())
        self._fit()
        self.bar.put(parts(shown.lines))
        for label, said in ((self.asked, asked(shown.lines)), (self.lowest, lowest(shown.lines))):
            label.setText(said)
            label.setVisible(bool(said))
        self.table.put(shown.lines)
        self.side.refresh(shown)

    @override
    def focus_on(self, focus: object) -> None:
        shown = self._found.shown
        if shown is None:
            return
        if isinstance(focus, tuple):
            self._begin(str(focus[0]), shown)
        elif isinstance(focus, UUID) and (line := holds(shown.lines, focus)):
            self.table.select(line.recommendation.id)
            if shown.received:
                self.side.answer(line)

    def next_open(self, after: RecommendationLine | None) -> RecommendationLine | None:
        """The next recommendation without an answer, from the top again after the last."""
        lines = self._found.shown.lines if self._found.shown else ()
        ids = [line.recommendation.id for line in lines]
        start = ids.index(after.recommendation.id) + 1 if after and after.recommendation.id in ids else 0
        round_trip = (*lines[start:], *lines[:start])
        here = after.recommendation.id if after else None
        return next(
            (line for line in round_trip if line.disposition is None and line.recommendation.id != here), None
        )

    def _begin(self, code: str, shown: Followed) -> None:
        state = shown.advice.state
        if code == "offer_advice" and state is AdviceState.PUBLISHED:
            self.side.offer(shown)
        elif code == "register_receipt" and state is AdviceState.OFFERED:
            self.side.receive(shown)
        elif code == "remind_college" and shown.received:
            self.side.remind(shown)
        elif code == "await_answers" and shown.received:
            self._on_first_open()

    def _show_choice(self) -> None:
        self.choice.clear()
        for advice in self._found.advices:
            self.choice.addItem(f"{advice.number}. {advice.title} ({word(advice.state)})", advice.id)
        if self.advice is not None:
            self.choice.setCurrentIndex([advice.id for advice in self._found.advices].index(self.advice))
        self._which.setVisible(self.reply.wizard is None and len(self._found.advices) > 1)

    def _actions(self, shown: Followed) -> list[QWidget]:
        found: list[QWidget] = []
        state = shown.advice.state
        if state is AdviceState.DRAFT:
            return found
        found.append(self._documents(shown))
        if state is AdviceState.PUBLISHED:
            found.append(menu_button(_("More"), college.entries(self, shown)))
            found.append(primary(_("Offer…"), partial(self.side.offer, shown), "landmark"))
        elif state is AdviceState.OFFERED:
            found.append(menu_button(_("More"), college.entries(self, shown)))
            found.append(primary(_("Record the receipt…"), partial(self.side.receive, shown), "mail-check"))
        else:
            found += self._answer_actions(shown)
        return found

    def _answer_actions(self, shown: Followed) -> list[QWidget]:
        complete = shown.answered == len(shown.lines)
        count = len(shown.waiting)
        promise = ngettext("Make {count} commitment", "Make {count} commitments", count).format(count=count)
        more: list[tuple[str, str, Callable[[], object]]] = [
            (_("Read a reply workbook in…"), "upload", partial(self.reply.start, shown.advice.id)),
            (_("Read marks of residents in…"), "star", partial(rating_flow.read, self, shown.advice)),
            (_("Letter of the college…"), "mail-open", partial(self.side.letter, shown)),
            (_("Withdraw the receipt…"), "undo-2", self._on_withdraw),
            *college.entries(self, shown),
        ]
        if count and not complete:
            more.insert(0, (promise, "handshake", self._on_promise))
        found: list[QWidget] = [menu_button(_("More"), more)]
        if not complete:
            found.append(secondary(_("Remind…"), partial(self.side.remind, shown), "mail"))
            found.append(primary(_("Record answers"), self._on_first_open, "square-pen"))
        elif count:
            found.append(primary(promise, self._on_promise, "handshake"))
        return found

    def _documents(self, shown: Followed) -> QWidget:
        entries: list[tuple[str, str, Callable[[], object]]] = [
            (
                _("Letter with receipt form…"),
                "file-text",
                partial(documents.offering_letter, self, shown.advice),
            ),
            (_("Make the reply workbook…"), "file-spreadsheet", partial(self.reply.make, shown.advice)),
        ]
        if shown.received:
            entries += [
                (_("Reminder…"), "mail", partial(documents.reminder_letter, self, shown.advice)),
                (
                    _("Overview of the answer…"),
                    "list-checks",
                    partial(documents.response_overview, self, shown.advice),
                ),
            ]
        if shown.answered:
            entries += [
                (_("Form to rate the reasons…"), "star", partial(documents.rating_form, self, shown.advice)),
                (
                    _("Excel file to rate the reasons…"),
                    "file-spreadsheet",
                    partial(rating_flow.make, self, shown.advice),
                ),
            ]
        entries.append((_("Folder for the website…"), "globe", partial(make_site, self)))
        return menu_button(_("Documents"), entries + college.paper_entries(self, shown), "printer")

    def _menu(self, chosen: Sequence[RecommendationLine]) -> list[tuple[str, str, Callable[[], object]]]:
        if not chosen:
            return []
        line = chosen[0]
        follow = ("recommendation", line.recommendation.id)
        found: list[tuple[str, str, Callable[[], object]]] = [
            (_("Follow back to the cards"), "route", partial(self.desk.navigate, "overview", focus=follow))
        ]
        if self._found.shown and self._found.shown.received:
            found.insert(0, (_("Record the answer"), "square-pen", partial(self.side.answer, line)))
        return found

    def _on_choice(self, at: int) -> None:
        self._wanted = self.choice.itemData(at)
        self.side.drawer.close_up()
        self.load()

    def _on_agreement(self) -> None:
        if self._found.shown:
            self.side.agree(self._found.shown)

    def _on_opened(self, line: RecommendationLine) -> None:
        if self._found.shown and self._found.shown.received:
            self.side.answer(line)

    def _on_line(self, line: RecommendationLine | None) -> None:
        """Another row while the form is open: the form goes along."""
        if line is not None and self.side.line_id not in (None, line.recommendation.id):
            self.side.answer(line)

    def _on_first_open(self) -> None:
        line = self.next_open(None)
        if line is not None:
            self.table.select(line.recommendation.id)
            self.side.answer(line)

    def _on_withdraw(self) -> None:
        advice, receiving = self.advice, self.desk.services.receiving
        if advice is None:
            return
        reason = self.desk.dialogs.reason(
            self,
            _("Withdraw the receipt"),
            _("The term stops. The receipt stays readable, with your reason."),
            _("Withdraw"),
        )
        if reason:
            self.ask(lambda: receiving.withdraw_receipt(advice, reason))

    def _on_promise(self) -> None:
        advice, promising = self.advice, self.desk.services.promising
        if advice is not None:
            self.ask(lambda: promising.make(advice), self._on_promised)

    def _on_promised(self, made: tuple[Commitment, ...]) -> None:
        advice, promising = self.advice, self.desk.services.promising
        ids = [kept.id for kept in made]
        self.desk.changes.announce(changed(Topic.COMMITMENTS))

        def undo() -> Change:
            return promising.drop(ids)

        def redo() -> Change:
            if advice is not None:
                ids[:] = [kept.id for kept in promising.make(advice)]
            return changed(Topic.COMMITMENTS)

        count = len(made)
        said = ngettext("{count} commitment is made.", "{count} commitments are made.", count)
        self.desk.did(said.format(count=count), undo, redo)

    def _on_export(self, sheet: Sheet) -> None:
        save_sheet(self, sheet, _("Answers"))


def _sentence(shown: Followed) -> str:
    version = _("Advice {number}, version {version}").format(
        number=shown.advice.number, version=len(shown.versions) or 1
    )
    total = len(shown.lines)
    if not shown.received:
        return f"{version} · {word(shown.advice.state)}"
    said = ngettext(
        "{done} of {count} recommendation answered", "{done} of {count} recommendations answered", total
    )
    return f"{version} · {said.format(done=shown.answered, count=total)}"
