"""The term: a bar from receipt to the last day, and the sentence that explains it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.reminding import coming, to_do
from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.i18n import _, day
from burgertop_app.messages.reminding import NAMES
from burgertop_app.messages.terms import beginning, explained, remaining, warning, weekday
from burgertop_app.messages.tracker import delays
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import holder, row, rule, words
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.terms import Term, TermBar
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from burgertop_app.services.receiving import TermView
    from burgertop_app.ui.response.state import Followed

STATES = {Urgency.LATE: State.LATE, Urgency.SOON: State.WARN, Urgency.RUNNING: State.ACCENT}


class TermCard(Card):
    """How long the college has; `agreement_wanted` asks for the agreed term."""

    agreement_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._low = self._running = False
        self._bar = TermBar()
        self._picture = Pictured(self._bar)
        self._icon = IconLabel("info", "accent")
        self.sentence = QLabel()
        self.sentence.setProperty("words", "small")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._proof = ChipLabel(Chip(_("proof of receipt"), State.OK, "file-check"))
        self._left = ChipLabel(Chip(" "))
        self._warning = words("", "warn", wrap=True)
        self._delays = words("", "warn", wrap=True)
        self._reminded = words("", "caption", wrap=True)
        self._rule = rule()
        agreement = link(_("The agreed term"), self.agreement_wanted.emit, "scale")
        line = row(self._icon, self.sentence, gap=Space.M)
        line.setStretch(1, 1)
        self._said = holder(line)
        facts = holder(row(self._left, self._proof, None, agreement, gap=Space.M))
        self.add(self._picture, self._rule, self._said, facts, self._delays, self._warning, self._reminded)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def make_room(self, *, low: bool) -> None:
        """Leave the picture out, so that the rows below it have room, or bring it back."""
        self._low = low
        for part in (self._picture, self._rule):
            part.setVisible(self._running and not low)

    def put(self, found: Followed, today: date) -> None:
        """Show the term of an advice, or what it waits for."""
        running = self._running = found.term is not None
        self.make_room(low=self._low)
        for part in (self._proof, self._left):
            part.setVisible(running)
        if found.term is not None:
            self._run(found.term, today)
        else:
            self.sentence.setText(escape(_waiting(found)))
        said = warning(found.term.due) if found.term is not None else ""
        self._warning.setText(said)
        self._warning.setVisible(bool(said))
        told = (
            "\n".join(delays(found.term.deadline, found.term.postponements)) if found.term is not None else ""
        )
        self._delays.setText(told)
        self._delays.setVisible(bool(told))
        reminders = " ".join(_reminders(found))
        self._reminded.setText(reminders)
        self._reminded.setVisible(bool(reminders))

    def _run(self, term: TermView, today: date) -> None:
        due = term.due
        said = explained(due, term.last)
        self._bar.put(Term(due.begun, due.raw, term.deadline.due_on, term.last), today, said)
        self._picture.describe(
            Figures(
                said,
                (_("Day"), _("What")),
                (
                    (day(due.begun), _("received")),
                    (day(due.raw), _("end of the weeks")),
                    (day(term.deadline.due_on), _("last day")),
                    *((day(one.until), _("postponed to this day")) for one in term.postponed),
                    (day(today), _("today")),
                ),
            )
        )
        last = weekday(term.last)
        self.sentence.setText(escape(said).replace(escape(last), f"<b>{escape(last)}</b>"))
        receipt = term.receipt
        self._proof.setToolTip("\n".join(filter(None, (receipt.proof, receipt.by, receipt.how))))
        state = STATES[urgency(term.last, today)]
        self._left.put(Chip(remaining(term.last, today), state))


def _reminders(found: Followed) -> Iterator[str]:
    """What was sent, and what must go out now or comes next."""
    dates = ", ".join(day(kept.on) for kept in found.reminders)
    if dates:
        yield _("Reminded on {days}.").format(days=dates)
    if (now := to_do(found.planned)) is not None:
        yield _("A reminder must go out now: {which}.").format(which=_(NAMES[now.occasion]).lower())
    elif (following := coming(found.planned)) is not None:
        yield _("Next reminder on {day}.").format(day=day(following.on))


def _waiting(found: Followed) -> str:
    """What has to happen before the term runs."""
    if found.advice.state is AdviceState.OFFERED and found.offers:
        offer = found.offers[-1]
        how = f" {offer.how.rstrip('.')}." if offer.how else ""
        return _(
            "The advice was offered on {day} to {to}.{how} The term begins when the college has received it. "
            "If that is today, the last day is {last}."
        ).format(day=day(offer.on), to=offer.to, how=how, last=weekday(found.expected.day))
    if found.advice.state is AdviceState.DRAFT:
        return _("No version of this advice is fixed yet. Fix a version on the page Advice, then offer it.")
    return _("Version {version} is fixed and can be offered. The college then answers within {term}.").format(
        version=len(found.versions), term=beginning(found.agreement.term)
    )
