"""What becomes of cards on the page: pasted, merged, split, agreed with; each can be undone in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.cards_paste import refuse_too_much
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.services.card_pasting import checked
from burgertop_app.ui.cards.found import counts
from burgertop_app.ui.cards.history_forms import MergeForm, RewordForm, SignForm
from burgertop_app.ui.cards.paste import PasteForm
from burgertop_app.ui.cards.split import SplitForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.requests import NewCard
    from burgertop_app.ui.cards.page import CardsPage


class CardBecoming:
    """Asks services for what becomes of cards, and offers Undo."""

    def __init__(self, page: CardsPage) -> None:
        self._page = page
        self._desk = page.desk
        self._services = page.desk.services

    def paste_clipboard(self) -> None:
        """Show what the text on the clipboard becomes."""
        self.paste(QGuiApplication.clipboard().text())

    def paste(self, text: str) -> None:
        """Show what a pasted list becomes; nothing is kept before the organiser says so."""
        process, pasting = self._page.process, self._services.card_pasting
        if process is None:
            return
        try:
            refuse_too_much(text)
        except BurgertopError as error:
            self._page.fail(error)
            return
        self._page.error_bar.hide()
        stays = self._page.strip.stays

        def look(*, paragraphs: bool, show: Callable[[tuple[NewCard, ...]], object]) -> None:
            self._page.ask(lambda: pasting.look(process, text, stays, paragraphs=paragraphs), show)

        def shown(cards: tuple[NewCard, ...]) -> None:
            form = PasteForm(self._page, cards, self._page.found.words)
            form.wanted.connect(lambda wanted: self._keep(process, wanted, form))
            form.again.connect(lambda on: look(paragraphs=on, show=form.put))
            form.open()

        look(paragraphs=False, show=shown)

    def _keep(self, process: UUID, wanted: Sequence[NewCard], form: PasteForm) -> None:
        cards = self._services.cards
        kept: list[tuple[UUID, ...]] = []

        def added() -> Change:
            change, ids = cards.add_list(process, checked(wanted))
            kept[:] = [ids]
            return change

        def done(_change: Change) -> None:
            form.accept()
            told = ngettext("{count} card is entered.", "{count} cards are entered.", len(wanted))
            self._desk.did(
                told.format(count=number(len(wanted))),
                lambda: cards.take_back_list(kept[0]),
                added,
                "clipboard-paste",
            )

        task = self._page.desk.tasks.ask(added)
        task.done.connect(done)
        task.failed.connect(form.complain)
        task.submit()

    def merge(self, lines: Sequence[CardLine]) -> None:
        """Ask for the words of one card in the place of these, and make it."""
        merging, ids = self._services.card_merging, [line.card.id for line in lines]
        self._page.ask(lambda: merging.times(ids), lambda times: self._ask_merge(lines, times))

    def _ask_merge(self, lines: Sequence[CardLine], times: int) -> None:
        merging, ids = self._services.card_merging, [line.card.id for line in lines]
        form = MergeForm(self._page, lines, times)
        if form.exec() == QDialog.DialogCode.Accepted:
            text, reason = form.text.value(), form.reason.value()
            told = ngettext("{count} card is merged.", "{count} cards are merged.", len(lines))
            self._succeed(
                lambda: merging.merge(ids, text, reason)[0],
                told.format(count=number(len(lines))),
                "git-merge",
            )

    def split(self, line: CardLine) -> None:
        """Ask for the parts of a card, and make a card of each."""
        merging, card_id = self._services.card_merging, line.card.id
        form = SplitForm(self._page, line.text, line.card.times)
        if form.exec() == QDialog.DialogCode.Accepted:
            parts, reason = form.parts, form.reason.value()
            told = _("Card {label} is split.").format(label=line.card.label)
            self._succeed(lambda: merging.split(card_id, parts, reason)[0], told, "split")

    def _succeed(self, work: Callable[[], Change], told: str, icon: str) -> None:
        merging = self._services.card_merging
        later: list[UUID] = []

        def made() -> Change:
            change = work()
            later[:] = [change.id] if change.id is not None else []
            return change

        def done(change: Change) -> None:
            self._desk.did(told, lambda: merging.undo(later[0]), made, icon)
            self._page.show_process(self._page.process, change.id)

        self._page.ask(made, done)

    def undo_succession(self, line: CardLine) -> None:
        """Put the earlier cards back in the place of the later ones."""
        merging, found = self._services.card_merging, self._page.found
        later = line if line.earlier and counts(line) else found.labelled(next(iter(line.later), ""))
        if later is not None:
            card_id = later.card.id
            self._page.ask(lambda: merging.undo(card_id))

    def reword(self, line: CardLine) -> None:
        """Ask for other words on a card that the table agreed with."""
        cards, card_id = self._services.cards, line.card.id
        form = RewordForm(self._page, line)
        if form.exec() != QDialog.DialogCode.Accepted:
            return
        text, typing = form.text.value(), form.typing.value()
        reason = "" if typing else form.reason.value()

        def work() -> Change:
            return cards.reword(card_id, text, reason, typing_error=typing)

        told = _("Card {label} has other words.").format(label=line.card.label)
        self._page.carry_out(
            work,
            [card_id],
            lambda _change: self._desk.did(told, lambda: cards.take_back_wording(card_id), work, "pencil"),
        )

    def sign(self, card_ids: Sequence[UUID]) -> None:
        """Mark that the table agreed with these cards."""
        signing, marks = self._services.card_signing, list[tuple["UUID", ...]]()

        def work() -> Change:
            change, made = signing.sign(card_ids)
            marks[:] = [made]
            return change

        told = ngettext(
            "The table agreed with {count} card.", "The table agreed with {count} cards.", len(card_ids)
        ).format(count=number(len(card_ids)))
        self._page.carry_out(
            work,
            card_ids,
            lambda _change: self._desk.did(told, lambda: signing.erase(marks[0]), work, "check-check"),
        )

    def sign_table(self) -> None:
        """Ask which table agreed, and mark its cards."""
        form = SignForm(self._page, self._page.found)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.sign(form.chosen)

    def take_back(self, lines: Sequence[CardLine]) -> None:
        """Take agreement back, with a reason."""
        signed = [line for line in lines if line.agreed.how is not Agreement.NOT_YET]
        marks = [line.agreed.sign_off_id for line in signed if line.agreed.sign_off_id is not None]
        if not marks:
            return
        reason = self._desk.dialogs.reason(
            self._page,
            _("Take the agreement back?"),
            _("The cards will say that the table has not agreed yet. The reason stays readable."),
            _("Take back"),
        )
        if reason is None:
            return
        signing = self._services.card_signing

        def work() -> Change:
            return signing.take_back(marks, reason)

        self._page.carry_out(
            work,
            [line.card.id for line in signed],
            lambda _change: self._desk.did(
                _("The agreement is taken back."), lambda: signing.renew(marks), work, "ban"
            ),
        )
