"""What the organiser does with proposals: make, word, own, put cards below, withdraw, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.i18n import _
from burgertop_app.ui.proposals.forms import ProposalForm
from burgertop_app.ui.proposals.found import counts
from burgertop_app.ui.proposals.history import CompareForm
from burgertop_app.ui.proposals.picker import CardPicker, pickable
from burgertop_app.ui.saving import save_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.proposal_requests import ProposalWords
    from burgertop_app.domain.proposal_views import Owner, ProposalVersion
    from burgertop_app.domain.requests import NewProposal
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.proposals.page import ProposalsPage


class ProposalActs:
    """Binds the panel and the list to the services; the page asks."""

    def __init__(self, page: ProposalsPage) -> None:
        self._page = page

    def ask_new(self) -> None:
        """Ask for a new proposal and make it."""
        form = ProposalForm(self._page)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.make(form.given)

    def make(self, request: NewProposal) -> None:
        """Make a proposal and show it."""
        process, proposals = self._page.process, self._page.desk.services.proposals
        if process is not None:
            self._page.ask(lambda: proposals.add(process, request), self._page.find_after)

    def edit(self, proposal_id: UUID, said: ProposalWords, reason: str) -> None:
        """Keep what was typed in the panel."""
        writing = self._page.desk.services.proposal_writing
        self._page.ask(lambda: writing.edit(proposal_id, said, reason, typing=True))

    def own(self, line: ProposalLine, owners: Sequence[Owner]) -> None:
        """Let exactly these pull a proposal."""
        writing, proposal_id, before = (
            self._page.desk.services.proposal_writing,
            line.proposal.id,
            line.owners,
        )
        told = _("Proposal {number} is pulled by others.").format(number=line.proposal.number)
        self._page.ask(
            lambda: writing.own(proposal_id, owners),
            lambda _change: self._page.desk.did(
                told,
                lambda: writing.own(proposal_id, before),
                lambda: writing.own(proposal_id, owners),
                "users",
            ),
        )

    def compare(self, versions: Sequence[ProposalVersion]) -> None:
        """Show earlier words side by side."""
        CompareForm(self._page, versions, self._page.found).exec()

    def ask_cards(self, line: ProposalLine) -> None:
        """Choose the cards below a proposal."""
        picker = CardPicker(self._page, pickable(self._page.found, line.card_ids), line.card_ids)
        if picker.exec() == QDialog.DialogCode.Accepted:
            told = _("Proposal {number} rests on other cards.").format(number=line.proposal.number)
            self.rest(line, picker.chosen, told)

    def take_card_off(self, line: ProposalLine, card_id: UUID) -> None:
        """Let a proposal no longer rest on a card."""
        label = next((card.card.label for card in self._page.found.cards if card.card.id == card_id), "")
        told = _("Card {label} is taken off proposal {number}.")
        ids = [held for held in line.card_ids if held != card_id]
        self.rest(line, ids, told.format(label=label, number=line.proposal.number))

    def rest(self, line: ProposalLine, card_ids: Sequence[UUID], told: str) -> None:
        """Let a proposal rest on exactly these cards."""
        proposals, proposal_id = self._page.desk.services.proposals, line.proposal.id
        before, after = list(line.card_ids), list(card_ids)
        self._page.ask(
            lambda: proposals.rest_on(proposal_id, after),
            lambda _change: self._page.desk.did(
                told,
                lambda: proposals.rest_on(proposal_id, before),
                lambda: proposals.rest_on(proposal_id, after),
                "list-checks",
            ),
        )

    def withdraw(self, line: ProposalLine) -> None:
        """Ask why, and take a proposal out."""
        number = line.proposal.number
        reason = self._page.desk.dialogs.reason(
            self._page,
            _("Withdraw proposal {number}?").format(number=number),
            _("A withdrawn proposal no longer counts. It stays readable, with your reason."),
            _("Withdraw"),
        )
        if reason is None:
            return
        proposals, proposal_id = self._page.desk.services.proposals, line.proposal.id
        self._page.ask(
            lambda: proposals.withdraw(proposal_id, reason),
            lambda _change: self._page.desk.did(
                _("Proposal {number} is withdrawn.").format(number=number),
                lambda: proposals.restore(proposal_id),
                lambda: proposals.withdraw(proposal_id, reason),
                "ban",
            ),
        )

    def restore(self, line: ProposalLine) -> None:
        """Put a withdrawn proposal back."""
        proposals, proposal_id = self._page.desk.services.proposals, line.proposal.id
        reason = line.proposal.withdrawn_reason
        self._page.ask(
            lambda: proposals.restore(proposal_id),
            lambda _change: self._page.desk.did(
                _("Proposal {number} counts again.").format(number=line.proposal.number),
                lambda: proposals.withdraw(proposal_id, reason),
                lambda: proposals.restore(proposal_id),
                "rotate-ccw",
            ),
        )

    def entries(self, lines: list[ProposalLine]) -> Sequence[Entry]:
        """What can be done with the chosen proposals."""
        if len(lines) != 1:
            counting = [line for line in lines if counts(line)]
            merge = (_("Merge…"), "git-merge", lambda: self._page.joining.ask_merge(counting))
            return (merge,) if len(counting) > 1 else ()
        line = lines[0]
        entries: list[Entry] = [
            (_("Open"), "pencil", lambda: self._page.open(line)),
            (_("Choose cards…"), "list-checks", lambda: self.ask_cards(line)),
        ]
        if counts(line):
            if len(self._page.found.counting) > 1:
                entries.append((_("Merge…"), "git-merge", lambda: self._page.joining.ask_merge([line])))
            entries.append((_("Split…"), "split", lambda: self._page.joining.ask_split(line)))
            entries.append((_("Withdraw…"), "ban", lambda: self.withdraw(line)))
        elif not line.later:
            entries.append((_("Put back"), "rotate-ccw", lambda: self.restore(line)))
        return entries

    def print_book(self) -> None:
        """The book of proposals on paper."""
        process, printing = self._page.process, self._page.desk.services.printing
        if process is not None:
            save_paper(
                self._page,
                _("Making the book of proposals…"),
                lambda: printing.proposal_book(process),
                _("Book of proposals"),
                forms=(PaperForm.PDF, PaperForm.WORD, PaperForm.HTML),
            )
