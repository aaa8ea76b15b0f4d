"""What the page does when somebody enters, settles, counts or prints a vote on slips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burgertop_app.domain.ballots import Batch
from burgertop_app.i18n import _, listed, mark, ngettext, number
from burgertop_app.messages.vote_lines import sheet_problems
from burgertop_app.ui.saving import proposal, save_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.ballots import BallotMethod, Vote
    from burgertop_app.domain.voting import ReadSlips, Slip, StandingObjection
    from burgertop_app.ui.page import Page
    from burgertop_app.ui.proposals.slip_desk import SlipDesk

MORE = 10
SHEETS = mark("Sheets (*.xlsx *.csv *.ods *.xls *.txt)")


class VoteActs:
    """Binds a `SlipDesk` to the services; `page` asks, `slips` shows."""

    def __init__(self, page: Page[Any], slips: SlipDesk) -> None:
        self._page, self._slips = page, slips
        self.ballot_id: UUID | None = None
        slips.rule.print_wanted.connect(self.print_rule)
        slips.rule.slips_wanted.connect(self.print_slips)
        slips.rule.more_wanted.connect(self.more)
        slips.entry.entered.connect(self.enter)
        slips.entry.sheet_wanted.connect(self.read_sheet)
        slips.entry.form_wanted.connect(self.save_form)
        slips.result.export_wanted.connect(self.save_recount)
        slips.entry.back_wanted.connect(self.take_back)
        slips.differences.settled.connect(self.settle)
        slips.differences.count_wanted.connect(self.count)
        slips.result.print_wanted.connect(self.print_result)
        slips.result.reopen_wanted.connect(self.reopen)
        slips.result.objection_wanted.connect(self.answer)

    def enter(self, batch: Batch, slip: Slip, by: str) -> None:
        """Keep one slip; what is wrong stands below the fields and nothing is lost."""
        ballot, entering = self.ballot_id, self._page.desk.services.vote_entering
        if ballot is None:
            return
        task = self._page.desk.tasks.ask(lambda: entering.enter(ballot, batch, slip, by))
        task.done.connect(self._slips.entry.on_kept)
        task.failed.connect(self._slips.entry.on_refused)
        task.submit()

    def read_sheet(self, batch: Batch, by: str) -> None:
        """Choose a sheet with slips, and say what is wrong in it or take it over whole."""
        ballot, page = self.ballot_id, self._page
        path = page.desk.dialogs.open_file(page, _("Sheet with slips"), _(SHEETS)) if ballot else None
        if ballot is None or path is None:
            return
        itself = page.desk.dialogs.ask(
            page,
            _("Is this sheet the vote itself?"),
            _(
                "It is when people voted in a form and there is no paper. Otherwise it is what one person "
                "typed from the papers: choose Cancel, then it counts as the round that you chose."
            ),
            _("It is the vote itself"),
        )
        files, into = page.desk.services.vote_files, Batch.SETTLED if itself else batch
        page.ask(lambda: files.look(ballot, path, into), lambda read: self.take_over(read, into, by))

    def take_over(self, read: ReadSlips, batch: Batch, by: str) -> None:
        """Keep what was read; with a wrong row nothing is kept and every wrong row is told."""
        ballot, page = self.ballot_id, self._page
        if read.problems:
            told = "\n".join((*sheet_problems(read), "", _("Nothing was taken over. Correct the sheet.")))
            page.desk.dialogs.tell(page, _("{file} cannot be used yet").format(file=read.file), told)
            return
        if read.unused and not page.desk.dialogs.ask(
            page,
            _("Leave these columns out?"),
            _(
                "{file} has columns that belong to no proposal or question of this vote: {columns}. Is one "
                "of them a proposal, then choose Cancel and correct its heading. Nothing was taken over yet."
            ).format(file=read.file, columns=listed([f"“{head}”" for head in read.unused])),
            _("Leave them out"),
        ):
            return
        if ballot is not None:
            files, count = page.desk.services.vote_files, len(read.slips)
            said = ngettext("{count} slip is taken over.", "{count} slips are taken over.", count)
            page.ask(
                lambda: files.keep(ballot, read, batch, by),
                lambda _change: page.desk.say(said.format(count=number(count))),
            )

    def save_form(self) -> None:
        """An empty sheet to type the slips in."""
        self._save(_("Empty sheet for slips"), self._page.desk.services.vote_files.save_form)

    def save_recount(self) -> None:
        """The slips without numbers, so that anyone can count them."""
        self._save(_("Slips for a recount"), self._page.desk.services.vote_files.save_recount)

    def _save(self, name: str, write: Callable[[UUID, Path], Path]) -> None:
        ballot, page = self.ballot_id, self._page
        kinds = _("Excel (*.xlsx);;CSV for a Dutch Excel (*.csv)")
        path = page.desk.dialogs.save_file(page, name, kinds, proposal(name, ".xlsx")) if ballot else None
        if ballot is not None and path is not None:
            page.ask(
                lambda: write(ballot, path),
                lambda kept: page.desk.say(_("{file} is saved.").format(file=kept.name)),
            )

    def take_back(self, vote: Vote) -> None:
        """Ask why, and take an entry back."""
        entering = self._page.desk.services.vote_entering
        reason = self._page.desk.dialogs.reason(
            self._page,
            _("Take back the entry of slip {number}?").format(number=vote.number),
            _("It no longer counts, but stays readable with your reason. Then the slip can be typed anew."),
            _("Take back"),
        )
        if reason:
            self._page.ask(lambda: entering.take_back(vote.id, reason))

    def settle(self, slip: Slip, by: str) -> None:
        """Keep what the paper says."""
        ballot, entering = self.ballot_id, self._page.desk.services.vote_entering
        if ballot is not None:
            self._page.ask(
                lambda: entering.settle(ballot, slip, by), lambda _change: self._slips.differences.how.clear()
            )

    def count(self) -> None:
        """Count, after asking once more."""
        ballot, counting = self.ballot_id, self._page.desk.services.vote_counting
        sure = ballot is not None and self._page.desk.dialogs.ask(
            self._page,
            _("Count the slips?"),
            _("After this no slip can be entered, unless you open the count again with a reason."),
            _("Count"),
        )
        if sure and ballot is not None:
            self._page.ask(lambda: counting.count(ballot))

    def reopen(self) -> None:
        """Ask why, and open the count again."""
        ballot, counting = self.ballot_id, self._page.desk.services.vote_counting
        reason = ballot and self._page.desk.dialogs.reason(
            self._page,
            _("Open the count again?"),
            _(
                "The result goes until you count anew. Your reason stands with the new result. The groups "
                "are shown anew only when ten slips or more changed in each; the total always is."
            ),
            _("Open again"),
        )
        if ballot is not None and reason:
            self._page.ask(lambda: counting.reopen(ballot, reason))

    def answer(self, objection: StandingObjection) -> None:
        """Ask how an objection was met."""
        ballot, counting = self.ballot_id, self._page.desk.services.vote_counting
        how = ballot and self._page.desk.dialogs.reason(
            self._page,
            _("Was the objection on slip {number} met?").format(number=objection.number),
            _("Say how, in the words of the group. Cancel leaves it standing."),
            _("It was met"),
        )
        if ballot is not None and how:
            self._page.ask(lambda: counting.answer(objection, ballot, met=True, how=how, by=""))

    def more(self) -> None:
        """Number ten more slips."""
        ballot, voting = self.ballot_id, self._page.desk.services.voting
        if ballot is not None:
            self._page.ask(lambda: voting.more_slips(ballot, MORE))

    def draft(self, process: UUID, title: str, method: BallotMethod, proposal_ids: Sequence[UUID]) -> None:
        """The rule as it would be printed."""
        printing = self._page.desk.services.printing
        save_paper(
            self._page,
            _("Making the rule…"),
            lambda: printing.vote_rule_draft(process, title, method, proposal_ids),
            _("Rule of the vote (draft)"),
        )

    def print_rule(self) -> None:
        """The rule on paper; once it is there slips can be entered."""
        ballot, services = self.ballot_id, self._page.desk.services
        if ballot is not None:
            save_paper(
                self._page,
                _("Making the rule…"),
                lambda: services.printing.vote_rule(ballot),
                _("Rule of the vote"),
                lambda _path: self._page.ask(lambda: services.voting.printed(ballot)),
            )

    def print_slips(self) -> None:
        """The slips with their numbers."""
        ballot, printing = self.ballot_id, self._page.desk.services.printing
        if ballot is not None:
            save_paper(
                self._page, _("Making the slips…"), lambda: printing.vote_slips(ballot), _("Voting slips")
            )

    def print_result(self) -> None:
        """The result on paper."""
        ballot, printing = self.ballot_id, self._page.desk.services.printing
        if ballot is not None:
            save_paper(
                self._page,
                _("Making the result…"),
                lambda: printing.vote_result(ballot),
                _("Result of the vote"),
            )
