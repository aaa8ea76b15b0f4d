"""What the organiser does with what people do tomorrow, for the page, with a way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.proposals.tomorrow import PasteForm, WordsForm, asked
from burgertop_app.ui.saving import save_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.intention_entry import IntentionLine
    from burgertop_app.services.intending import Intending
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.proposals.page import ProposalsPage

FORMS = (PaperForm.PDF, PaperForm.WORD, PaperForm.HTML)
A_PAGE = 4


class _WayBack:
    """Takes back what was entered, and enters it again under new ids."""

    def __init__(self, intending: Intending, process: UUID | None, kept: Sequence[UUID]) -> None:
        self._intending, self._process, self._kept = intending, process, tuple(kept)
        self._taken: tuple[NewIntention, ...] = ()

    def back(self) -> Change:
        """As if it had not been entered."""
        self._taken = self._intending.taken(self._kept)
        return self._intending.take_back(self._kept)

    def again(self) -> Change:
        """Entered once more."""
        if self._process is not None:
            self._kept = self._intending.add(self._process, self._taken)
        return self._intending.added()


class TomorrowActs:
    """Enters, rewords, withdraws and prints."""

    def __init__(self, page: ProposalsPage) -> None:
        self._page = page

    def connect(self) -> None:
        """Listen to the view."""
        view = self._page.tomorrow
        view.strip.entered.connect(self.enter)
        view.strip.paste_wanted.connect(self.paste)
        view.form_wanted.connect(self.print_form)
        view.overview_wanted.connect(self.print_overview)

    def enter(self, who: str, text: str, share: bool) -> None:  # noqa: FBT001  (a signal gives it by place)
        """Keep what was typed; what cannot be kept goes back in the fields."""
        process, intending = self._page.process, self._page.desk.services.intending
        if process is None:
            return

        def keep() -> tuple[UUID, ...] | BurgertopError:
            try:
                person, table = intending.whose(process, who)
                new = NewIntention(text=text, participation_id=person, table_no=table, share=share)
                return intending.add(process, [new])
            except BurgertopError as error:
                return error

        self._page.ask(keep, lambda kept: self._entered(kept, who, text))

    def _entered(self, kept: tuple[UUID, ...] | BurgertopError, who: str, text: str) -> None:
        strip = self._page.tomorrow.strip
        if isinstance(kept, BurgertopError):
            strip.refuse(who, text, kept)
        elif kept:
            strip.confirm(_("Kept: “{text}”").format(text=text))
            self._did(kept)
        else:
            strip.confirm(_("This stood there already: “{text}”").format(text=text))

    def paste(self, rest: str = "", *, share: bool = False) -> None:
        """Ask for a list and keep what can be read; what cannot stands in the field again, to correct it."""
        process, intending = self._page.process, self._page.desk.services.intending
        if process is None:
            return
        people = self._page.found.numbers
        form = PasteForm(self._page, lambda text: intending.look(text, people), rest)
        form.share.put(share)
        if asked(form):
            found, share = form.found, form.share.value()
            wanted = [replace(one, share=share) for one in found.found]
            self._page.ask(lambda: intending.add(process, wanted), self._did)
            if found.unread:
                self.paste("\n".join(one.line for one in found.unread), share=share)

    def _did(self, kept: tuple[UUID, ...]) -> None:
        intending, desk = self._page.desk.services.intending, self._page.desk
        desk.changes.announce(intending.added())
        if not kept:
            return
        told = ngettext("{count} intention is kept.", "{count} intentions are kept.", len(kept))
        way = _WayBack(intending, self._page.process, kept)
        desk.did(told.format(count=number(len(kept))), way.back, way.again, "plus")

    def entries(self, lines: list[IntentionLine]) -> Sequence[Entry]:
        """The menu of one intention."""
        if len(lines) != 1 or lines[0].erased:
            return ()
        line = lines[0]
        if not line.counts:
            return ((_("Put back"), "rotate-ccw", lambda: self.restore(line)),)
        return (
            (_("Other words…"), "pencil", lambda: self.reword(line)),
            (_("Withdraw…"), "ban", lambda: self.withdraw(line)),
        )

    def reword(self, line: IntentionLine) -> None:
        """Ask for other words."""
        intending, form = self._page.desk.services.intending, WordsForm(self._page, line)
        if asked(form):
            text, share = form.text.value(), form.share.value()
            self._page.ask(lambda: intending.reword(line.id, text, share=share))

    def withdraw(self, line: IntentionLine) -> None:
        """Ask why, and let it count no longer."""
        desk, intending = self._page.desk, self._page.desk.services.intending
        reason = desk.dialogs.reason(
            self._page,
            _("Withdraw intention {number}?").format(number=line.number),
            _("It no longer counts and is not shown. It stays readable, with your reason."),
            _("Withdraw"),
        )
        if reason is not None:
            self._page.ask(
                lambda: intending.withdraw(line.id, reason),
                lambda _change: desk.did(
                    _("Intention {number} is withdrawn.").format(number=line.number),
                    lambda: intending.restore(line.id),
                    lambda: intending.withdraw(line.id, reason),
                    "ban",
                ),
            )

    def restore(self, line: IntentionLine) -> None:
        """Let a withdrawn one count again."""
        intending = self._page.desk.services.intending
        self._page.ask(lambda: intending.restore(line.id))

    def print_form(self) -> None:
        """Enough forms for everybody who takes part, four on a page."""
        process, printing = self._page.process, self._page.desk.services.printing
        sheets = max(1, -(-len(self._page.found.numbers) // A_PAGE))
        if process is not None:
            save_paper(
                self._page,
                _("Making the forms…"),
                lambda: printing.tomorrow_form(process, sheets),
                self._page.found.question or _("Form"),
            )

    def print_overview(self) -> None:
        """What people do, without names."""
        process, printing = self._page.process, self._page.desk.services.printing
        if process is not None:
            save_paper(
                self._page,
                _("Making the overview…"),
                lambda: printing.intentions(process),
                _("Overview without names"),
                forms=FORMS,
            )
