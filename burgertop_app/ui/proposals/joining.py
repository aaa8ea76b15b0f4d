"""Merging proposals into one and splitting one into several: the forms, and doing it with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QListWidget, QListWidgetItem, QWidget

from burgertop_app.domain.proposal_requests import SplitPart
from burgertop_app.i18n import _
from burgertop_app.messages.card_agreement import listed
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import column, row, scrolled, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.proposals.found import counts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.ui.proposals.found import ProposalsFound
    from burgertop_app.ui.proposals.page import ProposalsPage

MOST_PARTS = 4
CHECKED = Qt.CheckState.Checked


class MergeForm(Panel):
    """Asks for the sentence of the one proposal, and why; others may be offered to tick."""

    def __init__(
        self, parent: QWidget | None, lines: Sequence[ProposalLine], offered: Sequence[ProposalLine] = ()
    ) -> None:
        self.title = LineField(_("The proposal in one sentence"))
        self.reason = LineField(_("Why do they belong together?"), hint=_("May stay empty"))
        self.title.put(lines[0].text.title)
        self._lines, self._offered = tuple(lines), tuple(offered)
        self.others = QListWidget()
        told = [words(_listed(line), "small", wrap=True) for line in lines]
        explained = _(
            "The new proposal begins with all texts, cards and owners of these. They stay readable, and"
            " you can undo it."
        )
        body = column(*told, words(explained, "muted", wrap=True))
        if offered:
            body.addWidget(words(_("Which proposals belong with it?"), "field"))
            body.addWidget(self._offer(), 1)
        for field in (self.title, self.reason):
            body.addWidget(field)
        if not offered:
            body.addStretch(1)
        super().__init__(parent, _("Merge these proposals?"), body, _("Merge"))
        self.title.changed.connect(self._check)
        self.others.itemChanged.connect(self._check)
        if offered:
            self.widen(560, 520)
        (self.others if offered else self.title).setFocus()
        self._check()

    @property
    def chosen(self) -> tuple[ProposalLine, ...]:
        """The proposals that go on as one."""
        ticked = (self.others.item(at).checkState() for at in range(self.others.count()))
        some = (line for line, state in zip(self._offered, ticked, strict=True) if state == CHECKED)
        return (*self._lines, *some)

    def _offer(self) -> QListWidget:
        self.others.setProperty("role", "picking")
        self.others.setWordWrap(True)
        self.others.setMinimumHeight(120)
        self.others.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.others.setAccessibleName(_("Which proposals belong with it?"))
        for line in self._offered:
            item = QListWidgetItem(_listed(line))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.others.addItem(item)
        self.others.setCurrentRow(0)
        return self.others

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.title.value()) and len(self.chosen) > 1)


class SplitForm(Panel):
    """Asks for the sentences of the parts, and which cards go along with which."""

    def __init__(self, parent: QWidget | None, line: ProposalLine, found: ProposalsFound) -> None:
        self.titles = [
            LineField(_("Part {number} in one sentence").format(number=place))
            for place in range(1, MOST_PARTS + 1)
        ]
        self.titles[0].put(line.text.title)
        self.reason = LineField(_("Why is it split?"), hint=_("May stay empty"))
        self.more = link(_("Another part"), self._on_more, "plus")
        self._cards = line.card_ids
        self.ticks: dict[tuple[UUID, int], QCheckBox] = {}
        grid = self._grid(line, found)
        explained = words(
            _(
                "Each part begins with the texts of proposal {number}; you change the words afterwards."
                " A card may go along with several parts."
            ).format(number=line.proposal.number),
            "muted",
            wrap=True,
        )
        body = column(explained, *self.titles, row(self.more, None), self.reason)
        if line.card_ids:
            body.addWidget(words(_("Which cards go along?"), "field"))
            body.addWidget(grid, 1)
        else:
            body.addStretch(1)
        super().__init__(
            parent, _("Split proposal {number}").format(number=line.proposal.number), body, _("Split")
        )
        for title in self.titles:
            title.changed.connect(self._check)
        for title in self.titles[2:]:
            title.hide()
        self._show_parts()
        self.widen(640, 640 if line.card_ids else 420)
        self.titles[1].setFocus()
        self._check()

    @property
    def parts(self) -> tuple[SplitPart, ...]:
        """The parts that have a sentence, with their cards."""
        return tuple(
            SplitPart(
                title.value(), tuple(card for card in self._cards if self.ticks[card, place].isChecked())
            )
            for place, title in enumerate(self.titles)
            if title.value()
        )

    def _grid(self, line: ProposalLine, found: ProposalsFound) -> QWidget:
        said = {card.card.id: (card.card.label, listed(card)) for card in found.cards}
        inside = QWidget()
        laid = QGridLayout(inside)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setHorizontalSpacing(Space.M)
        laid.setColumnStretch(MOST_PARTS, 1)
        for down, card in enumerate(line.card_ids):
            label, text = said[card]
            for place in range(MOST_PARTS):
                tick = QCheckBox(str(place + 1))
                tick.setAccessibleName(
                    _("Card {label} goes along with part {number}").format(label=label, number=place + 1)
                )
                tick.setChecked(place == 0)
                tick.toggled.connect(self._check)
                self.ticks[card, place] = tick
                laid.addWidget(tick, down, place, Qt.AlignmentFlag.AlignTop)
            said_here = words(f"{label}  {text}", "small", wrap=True)
            said_here.setAlignment(Qt.AlignmentFlag.AlignTop)
            laid.addWidget(said_here, down, MOST_PARTS)
        laid.setRowStretch(len(line.card_ids), 1)
        made = scrolled(inside)
        made.setMinimumHeight(96)
        return made

    def _on_more(self) -> None:
        hidden = [title for title in self.titles if title.isHidden()]
        hidden[0].show()
        hidden[0].setFocus()
        self.more.setVisible(len(hidden) > 1)
        self._show_parts()

    def _show_parts(self) -> None:
        for (_card, place), tick in self.ticks.items():
            tick.setVisible(not self.titles[place].isHidden())

    def _check(self) -> None:
        parts = self.parts
        given = {card for part in parts for card in part.card_ids}
        self.yes.setEnabled(len(parts) > 1 and given >= set(self._cards))


def _listed(line: ProposalLine) -> str:
    return f"{line.proposal.number}  {line.text.title}"


class JoiningActs:
    """Merges and splits for the page, and keeps the way back."""

    def __init__(self, page: ProposalsPage) -> None:
        self._page = page

    def ask_merge(self, lines: Sequence[ProposalLine]) -> None:
        """Ask for the sentence, and merge; of one proposal it is asked which others belong with it."""
        ids = {line.proposal.id for line in lines}
        others = [line for line in self._page.found.counting if line.proposal.id not in ids]
        form = MergeForm(self._page, lines, others if len(lines) == 1 else ())
        if form.exec() == QDialog.DialogCode.Accepted:
            self.merge(form.chosen, form.title.value(), form.reason.value())

    def ask_merge_with(self, line: ProposalLine) -> None:
        """Merge the proposals that are chosen in the list when this is one of them, else ask for others."""
        chosen = [one for one in self._page.table.selected if counts(one)]
        self.ask_merge(chosen if line in chosen else [line])

    def ask_split(self, line: ProposalLine) -> None:
        """Ask for the parts, and split."""
        form = SplitForm(self._page, line, self._page.found)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.split(line, form.parts, form.reason.value())

    def merge(self, lines: Sequence[ProposalLine], title: str, reason: str) -> None:
        """Make one proposal of these."""
        ids = [line.proposal.id for line in lines]
        joining = self._page.desk.services.proposal_joining
        told = _("Proposals {numbers} go on as one.").format(
            numbers=", ".join(str(line.proposal.number) for line in lines)
        )
        act = partial(joining.merge, ids, title, reason)
        self._page.ask(act, lambda change: self._done(change, told, ids, act))

    def split(self, line: ProposalLine, parts: Sequence[SplitPart], reason: str) -> None:
        """Make several proposals of this one."""
        ids = [line.proposal.id]
        told = _("Proposal {number} is split.").format(number=line.proposal.number)
        act = partial(self._page.desk.services.proposal_joining.split, ids[0], parts, reason)
        self._page.ask(act, lambda change: self._done(change, told, ids, act))

    def _done(self, change: Change, told: str, ids: Sequence[UUID], again: partial[Change]) -> None:
        joining, why = self._page.desk.services.proposal_joining, _("Merging or splitting was undone.")
        self._page.find_after(change)
        self._page.desk.did(told, lambda: joining.undo(ids, why), again, "git-merge")
