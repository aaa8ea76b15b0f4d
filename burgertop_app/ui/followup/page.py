"""The page of the follow-up: promises, meetings about them, pledges, reports, and the feedback."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.changes import Change, Topic
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.monitoring import Turn, next_slot
from burgertop_app.domain.responses import Commitment, CommitmentState
from burgertop_app.i18n import _, day, mark, ngettext
from burgertop_app.ui.followup import documents, found, tabs
from burgertop_app.ui.followup.closing import close_process
from burgertop_app.ui.followup.feedback import FeedbackCard
from burgertop_app.ui.followup.found import Promised
from burgertop_app.ui.followup.lights import is_late
from burgertop_app.ui.followup.promises import Promises
from burgertop_app.ui.followup.side import FollowSide
from burgertop_app.ui.followup.talks import Talks
from burgertop_app.ui.kit.buttons import menu_button, primary, secondary, small
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import column, row
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import ALL_FORMS, save_paper, save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.follow_views import CommitmentLine, FollowUp, PledgeLine
    from burgertop_app.domain.following import ProgressReport
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.drawer import Drawer
    from burgertop_app.ui.kit.tables import Entry, RecordTable, Sheet

PARTS = ("promises", "meetings", "pledges", "reports")
PLEDGED = ("made", "settled", "note")
"""Columns that make way for the words of a pledge while the panel beside the table is open."""


class FollowupPage(Page[Promised]):
    """Focus: the id of a commitment, (code of a step, id of the commitment), or ("hold_monitor", None)."""

    KEY, ICON, NAME = "followup", "list-checks", mark("Follow-up")
    TOPICS = frozenset({Topic.COMMITMENTS, Topic.RESPONSES, Topic.PEOPLE, Topic.PROCESSES, Topic.PLAN})
    BESIDE: ClassVar[tuple[str, ...]] = ("notes", "evidence", "step", "from")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.process_title = ""
        self.follow: FollowUp | None = None
        self.promises = Promises(desk.today, self._menu)
        self.talks = Talks(self)
        self.meetings = tabs.meetings(self.talks.menu, self.talks.buttons())
        self.pledges = tabs.pledges(self._pledge_menu)
        self.reports = tabs.reports(self._report_menu, self._report_buttons())
        self.part: Segmented[str] = Segmented(
            (
                ("promises", _("Commitments")),
                ("meetings", _("Meetings")),
                ("pledges", _("Promised beforehand")),
                ("reports", _("Reports")),
            ),
            _("What to show"),
            small=True,
        )
        self.side = FollowSide(self)
        self.feedback = FeedbackCard()
        self._build()
        self._connect()
        self.remember("table", self.promises.table)

    @property
    def table(self) -> RecordTable[CommitmentLine]:
        """The table of promises."""
        return self.promises.table

    @property
    def drawer(self) -> Drawer:
        """The panel at the right."""
        return self.side.drawer

    def _build(self) -> None:
        self.empty = EmptyPage(
            _("Here stands what was promised, by whom and when."),
            (_("To the page Response"), partial(self.desk.navigate, "response")),
            icon="mail-check",
        )
        self.plans = small("", self._on_plans, "sprout")
        body = QWidget()
        self._stack = QStackedLayout(body)
        for part in (self.promises, self.meetings, self.pledges, self.reports, self.empty):
            self._stack.addWidget(part)
        left = column(row(self.part, None, self.plans, gap=Space.S), body, self.feedback, gap=Space.M)
        left.setStretch(1, 1)
        whole = row(left, self.side.drawer, gap=Space.M)
        whole.setStretch(0, 1)
        self.content.addLayout(whole, 1)
        more = menu_button(
            _("More"),
            (
                (_("Agenda of the next meeting…"), "file-text", self.talks.agenda),
                (_("Letters to owners…"), "mail", self._with_process(documents.owner_letters)),
                (_("E-mails to owners…"), "mail-plus", self._with_process(documents.drafts)),
                (_("Close the process…"), "archive", partial(close_process, self)),
            ),
        )
        self.report = primary(_("Report progress…"), self._with_process(documents.fix), "file-check")
        self.head.act(more, secondary(_("Add a commitment"), self._on_add, "plus"), self.report)

    def _connect(self) -> None:
        self.part.chosen.connect(self._on_part)
        self.side.drawer.closed.connect(lambda: self.pledges.table.view.leave_out(PLEDGED, out=False))
        table = self.promises.table
        table.opened.connect(self.open_line)
        table.chosen.connect(self._on_line)
        table.export_wanted.connect(self._on_export)
        self.meetings.table.opened.connect(self.talks.minutes)
        self.meetings.table.export_wanted.connect(partial(self._on_export, name=_("Meetings")))
        self.pledges.table.opened.connect(self.open_pledge)
        self.pledges.table.export_wanted.connect(partial(self._on_export, name=_("Promised beforehand")))
        self.reports.table.opened.connect(partial(documents.save_report, self))
        self.reports.table.export_wanted.connect(partial(self._on_export, name=_("Reports")))
        self.feedback.letters_wanted.connect(self._on_letters)
        self.feedback.overview_wanted.connect(self._on_overview)

    @override
    def reading(self, process: UUID) -> Callable[[], Promised]:
        house = self.desk.services
        return lambda: found.read(house, process)

    @override
    def show_process(self, process: UUID | None, focus: object = None) -> None:
        if process != self.process:
            self.side.drawer.close_up()
            self.part.put("promises")
        super().show_process(process, focus)

    @override
    def leave(self) -> None:
        self.side.drawer.close_up()
        super().leave()

    @override
    def fill(self, found: Promised) -> None:
        self.process_title = found.title
        self.follow = follow = found.follow
        self.promises.put(follow.lines)
        self.meetings.table.put(follow.meetings)
        self.meetings.said.setText(tabs.meetings_sentence(follow))
        self.pledges.table.put(follow.pledges)
        self.pledges.said.setText(tabs.pledges_sentence(follow))
        self.reports.table.put(tuple(reversed(follow.reports)))
        self.reports.said.setText(tabs.reports_sentence(follow))
        self.empty.button.setVisible(self.desk.offers("response"))
        self.feedback.put(found.feedback, answered=found.answered)
        self.feedback.letters_button.setVisible(self.desk.offers("letters"))
        self.plans.setVisible(follow.plans > 0)
        self.plans.setText(
            ngettext(
                "Follow {count} plan of residents", "Follow {count} plans of residents", follow.plans
            ).format(count=follow.plans)
        )
        self.head.say(self._sentence(follow))
        self.report.setVisible(bool(follow.lines or follow.pledges))
        self._on_part()
        self.side.put(follow)

    @override
    def focus_on(self, focus: object) -> None:
        wanted = focus[1] if isinstance(focus, tuple) else focus
        if isinstance(wanted, UUID) and self.promises.select(wanted):
            self.part.put("promises")
            self._on_part()
            if self.promises.table.current is not None:
                self.open_line(self.promises.table.current)
        elif isinstance(focus, tuple) and focus[0] == "hold_monitor":
            self.part.put("meetings")
            self._on_part()
        elif isinstance(focus, tuple) and focus[0] == "give_feedback":
            self.feedback.letters_button.setFocus()

    def open_line(self, line: CommitmentLine) -> None:
        """Work at a promise beside the table."""
        self.promises.table.view.leave_out(self.BESIDE, out=True)
        self.side.open(line)

    def open_pledge(self, line: PledgeLine) -> None:
        """Say beside the table whether a pledge was kept."""
        self.pledges.table.view.leave_out(PLEDGED, out=True)
        self.side.pledge(line)

    def to_answer(self, recommendation_id: UUID) -> None:
        """Go to the college's answer that a promise came from."""
        self.desk.navigate("response", focus=recommendation_id)

    def _sentence(self, follow: FollowUp) -> str:
        today = self.desk.today()
        counting = [line.commitment for line in follow.lines if not line.commitment.withdrawn_reason]
        if not counting:
            return ""
        late = sum(is_late(kept, today) for kept in counting)
        done = sum(kept.state is CommitmentState.DONE for kept in counting)
        coming = next_slot(follow.meetings)
        said = [
            ngettext("{count} commitment", "{count} commitments", len(counting)).format(count=len(counting)),
            ngettext("{count} late", "{count} late", late).format(count=late) if late else _("nothing late"),
            ngettext("{count} done", "{count} done", done).format(count=done),
        ]
        if coming is not None and coming.turn is Turn.LATE:
            said.append(_("the meeting of {date} was not held yet").format(date=day(coming.on)))
        elif coming is not None:
            said.append(_("next meeting on {date}").format(date=day(coming.on)))
        return " · ".join(said)

    def _on_part(self, _part: object = None) -> None:
        place = PARTS.index(self.part.value)
        bare = self.follow is not None and not self.follow.lines
        self._stack.setCurrentIndex(len(PARTS) if bare and place == 0 else place)

    def _with_process(self, act: Callable[[FollowupPage, UUID], object]) -> Callable[[], object]:
        def acted() -> None:
            if self.process is not None:
                act(self, self.process)

        return acted

    def _on_line(self, line: CommitmentLine | None) -> None:
        form = self.side.form
        if line is not None and form is not None and line.id != form.id:
            self.open_line(line)

    def _on_add(self) -> None:
        process, promising = self.process, self.desk.services.promising
        if process is not None:
            new = Commitment(id=process, process_id=process, text=_("New commitment"))
            self.ask(lambda: promising.keep(new), self._on_added)

    def _on_added(self, change: Change) -> None:
        if self.process is not None and change.id is not None:
            self.show_process(self.process, change.id)

    def _on_plans(self) -> None:
        process, following, promising = (
            self.process,
            self.desk.services.following,
            self.desk.services.promising,
        )
        if process is None:
            return

        def taken(made: tuple[Commitment, ...]) -> None:
            ids = [kept.id for kept in made]
            self.desk.changes.announce(Change(None, frozenset({Topic.COMMITMENTS})))
            self.desk.did(
                _("The plans of residents are followed now."),
                lambda: promising.drop(ids),
                lambda: _again(following.take_over_plans(process)),
                "sprout",
            )

        self.ask(lambda: following.take_over_plans(process), taken)

    def _menu(self, chosen: list[CommitmentLine]) -> list[Entry]:
        if not chosen:
            return []
        line = chosen[0]
        entries: list[Entry] = [(_("Report progress"), "square-pen", partial(self.open_line, line))]
        if not line.commitment.ended:
            entries.append((_("Done or dropped…"), "circle-check", partial(self.side.end, line)))
        if line.origin is not None:
            to_answer = partial(self.to_answer, line.origin.recommendation_id)
            entries.append((_("To the answer"), "mail-check", to_answer))
        if line.bare:
            entries.append((_("Remove"), "trash-2", partial(self.side.acts.remove, line)))
        elif not line.commitment.withdrawn_reason:
            entries.append((_("Withdraw…"), "ban", partial(self.side.acts.withdraw, line)))
        return entries

    def _pledge_menu(self, chosen: list[PledgeLine]) -> list[Entry]:
        return [(_("Was it kept?"), "square-pen", partial(self.open_pledge, chosen[0]))] if chosen else []

    def _report_buttons(self) -> tuple[QWidget, ...]:
        return (small(_("Draft…"), self._with_process(documents.draft), "file-text"),)

    def _report_menu(self, chosen: list[ProgressReport]) -> list[Entry]:
        if not chosen:
            return []
        report = chosen[0]
        entries: list[Entry] = [
            (_("Save the report…"), "download", partial(documents.save_report, self, report))
        ]
        if not report.withdrawn_reason:
            entries.append((_("Withdraw…"), "ban", partial(documents.withdraw_report, self, report)))
        return entries

    def _on_letters(self) -> None:
        self.desk.navigate("letters", focus=MailKind.FEEDBACK)

    def _on_overview(self) -> None:
        process, feeding_back = self.process, self.desk.services.feeding_back
        if process is not None:
            name = _("Cards of {title}").format(title=self.process_title)
            save_paper(
                self,
                _("Make the overview"),
                lambda: feeding_back.overview(process),
                name,
                forms=ALL_FORMS,
            )

    def _on_export(self, sheet: Sheet, name: str = "") -> None:
        save_sheet(self, sheet, name or _("Commitments"))


def _again(_made: object) -> Change:
    return Change(None, frozenset({Topic.COMMITMENTS}))
