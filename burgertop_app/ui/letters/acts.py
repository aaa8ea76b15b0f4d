"""What an organiser does with letters: each asks a service, and offers Undo where that may be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from burgertop_app.domain.feedback import FeedbackRecipient, Sent
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.letters import check_text
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.letters import kind_words
from burgertop_app.services.feedback_files import enclosures
from burgertop_app.ui.saving import proposal, save_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.letters import LetterSetup, Wording
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.registration import Recipient
    from burgertop_app.services.printing.rendering import Paper
    from burgertop_app.ui.letters.found import LettersFound
    from burgertop_app.ui.page import Page


class LetterActs:
    """Carries out requests for `page`; `found` is what the page shows."""

    def __init__(self, page: Page[LettersFound]) -> None:
        self._page = page
        self._desk = page.desk
        self._lettering = page.desk.services.lettering
        self._mailings = page.desk.services.mailings
        self.found: LettersFound | None = None

    def check(self, kind: MailKind | None, subject: str, text: str) -> None:
        """Refuse what cannot be sent, while it is typed.

        Raises:
            InvalidInput: see `check_text`.
        """
        if kind is not None and self.found is not None and kind is self.found.kind:
            check_text(kind, subject, text, self.found.words)

    def keep(self, kind: MailKind, subject: str, text: str) -> None:
        """Keep the organiser's own text."""
        process, before = self._page.process, self._before(kind)
        if process is None or before is None or (before.subject, before.text) == (subject, text):
            return
        lettering = self._lettering
        self._page.ask(
            lambda: lettering.keep_wording(process, kind, subject, text),
            lambda _change: self._did_text(
                kind,
                lambda: lettering.put_wording(process, kind, before),
                lambda: lettering.keep_wording(process, kind, subject, text),
            ),
        )

    def take_back(self) -> None:
        """Let the text of the program count again."""
        found, process = self.found, self._page.process
        if found is None or process is None or not found.line.wording.own:
            return
        lettering, kind, own = self._lettering, found.kind, found.line.wording
        self._page.ask(
            lambda: lettering.take_back_wording(process, kind),
            lambda _change: self._did_text(
                kind,
                lambda: lettering.keep_wording(process, kind, own.subject, own.text),
                lambda: lettering.take_back_wording(process, kind),
            ),
        )

    def keep_setup(self, sender: str, signed_by: str, website: str, reply_by: date | None) -> None:
        """Keep what all letters share."""
        found, process = self.found, self._page.process
        if found is None or process is None:
            return
        before = found.setup
        lettering = self._lettering

        def put(setup: LetterSetup) -> Change:
            return lettering.keep_setup(
                process,
                return_address=setup.return_address,
                signed_by=setup.signed_by,
                website=setup.website,
                reply_by=setup.reply_by,
            )

        after = replace(
            before, return_address=sender, signed_by=signed_by, website=website, reply_by=reply_by
        )
        if after != before:
            self._page.ask(
                lambda: put(after),
                lambda _change: self._desk.did(
                    _("Sender and last day of the letters are changed."),
                    lambda: put(before),
                    lambda: put(after),
                    "pencil",
                ),
            )

    def make_letters(self) -> None:
        """Ask where, and make the letters as one PDF."""
        found, process = self.found, self._page.process
        if found is None or process is None:
            return
        lettering, kind, people = self._lettering, found.kind, found.people

        def paper() -> Paper:
            if kind is MailKind.FEEDBACK:
                return lettering.feedback(process, people)
            return lettering.paper(process, kind, people)

        def save(_checked: object) -> None:
            save_paper(
                self._page,
                _("Make letters"),
                paper,
                kind_words(kind),
                lambda _path: self._sent(kind, people, Sent.LETTER),
            )

        self._page.ask(lambda: lettering.check(process, kind), save)

    def make_list(self) -> None:
        """Ask where, and write the list for mail merge."""
        found, process = self.found, self._page.process
        if found is None or process is None:
            return
        self._page.ask(
            lambda: self._lettering.check(process, found.kind),
            lambda _checked: self._save_list(process, found),
        )

    def _save_list(self, process: UUID, found: LettersFound) -> None:
        kinds = _("Excel (*.xlsx);;CSV for a Dutch Excel (*.csv)")
        title = _("List for mail merge")
        path = self._desk.dialogs.save_file(
            self._page, title, kinds, proposal(kind_words(found.kind), ".xlsx")
        )
        if path is None:
            return
        place = path if path.suffix else path.with_suffix(".xlsx")
        services, kind, people = self._desk.services, found.kind, found.people

        def write(_progress: Progress) -> Change:
            if kind is MailKind.FEEDBACK:
                return services.feedback_files.save_merge_list(process, people, place)
            return services.letter_files.save_merge_list(process, kind, people, place)

        self._page.long(title, write, lambda _change: self._sent(kind, people, Sent.MERGE_LIST))

    def make_drafts(self) -> None:
        """Ask where, and write an e-mail draft for everyone who has an address."""
        found, process = self.found, self._page.process
        if found is None or process is None:
            return
        self._page.ask(
            lambda: self._lettering.check(process, found.kind),
            lambda _checked: self._save_drafts(process, found),
        )

    def _save_drafts(self, process: UUID, found: LettersFound) -> None:
        title = _("E-mail drafts")
        folder = self._desk.dialogs.save_file(
            self._page, title, _("Folder (*)"), Path(kind_words(found.kind))
        )
        if folder is None:
            return
        files, kind, people = self._desk.services.letter_files, found.kind, found.people
        if kind is MailKind.FEEDBACK:
            self._make_feedback_drafts(process, people, folder)
            return
        self._page.long(
            title,
            lambda _progress: files.save_drafts(process, kind, people, folder),
            lambda left: self._drafted(kind, people, left),
        )

    def prefer(self, people: Sequence[Recipient], way: str) -> None:
        """Keep how these people want to be reached; empty: as it comes."""
        feeding_back = self._desk.services.feeding_back
        after = {person.participation_id: way for person in people}
        before = {person.participation_id: person.prefers for person in people}
        self._page.ask(
            lambda: feeding_back.prefer(after),
            lambda _change: self._desk.did(
                ngettext(
                    "How {count} person wants to be reached is changed.",
                    "How {count} people want to be reached is changed.",
                    len(people),
                ).format(count=number(len(people))),
                lambda: feeding_back.prefer(before),
                lambda: feeding_back.prefer(after),
                "mail",
            ),
        )

    def take_back_sent(self, people: Sequence[FeedbackRecipient]) -> None:
        """Note that feedback was not sent after all: what these people heard last does not count."""
        feeding_back, ids = self._desk.services.feeding_back, [one.participation_id for one in people]
        self._page.ask(
            lambda: feeding_back.unsent(ids),
            lambda _change: self._desk.say(
                ngettext(
                    "{count} person is in the list again.",
                    "{count} people are in the list again.",
                    len(people),
                ).format(count=number(len(people)))
            ),
        )

    def _make_feedback_drafts(self, process: UUID, people: Sequence[Recipient], folder: Path) -> None:
        """Feedback has a PDF for each person, set in the other lane."""
        files = self._desk.services.feedback_files
        self._page.request(
            _("E-mail drafts"),
            lambda: files.drafts_paper(process, people),
            enclosures,
            lambda paper, made: files.save_drafts(process, paper, made, people, folder),
            lambda left: self._drafted(MailKind.FEEDBACK, people, cast("tuple[Recipient, ...]", left)),
        )

    def _drafted(self, kind: MailKind, people: Sequence[Recipient], left: tuple[Recipient, ...]) -> None:
        if left:
            self._desk.dialogs.tell(
                self._page,
                _("Not everybody has an e-mail address"),
                ngettext(
                    "{count} person has no e-mail address and gets no draft. Make a letter for this person.",
                    "{count} people have no e-mail address and get no draft. Make letters for them.",
                    len(left),
                ).format(count=number(len(left))),
            )
        without = {person.participation_id for person in left}
        self._sent(kind, [person for person in people if person.participation_id not in without], Sent.EMAIL)

    def _sent(self, kind: MailKind, people: Sequence[Recipient], how: Sent) -> None:
        """Ask whether the letters went out, and write it in the stories."""
        question = ngettext(
            "Does this letter go out? Then it is noted with {count} person, who is not in the list any more"
            " next time.",
            "Do these letters go out? Then it is noted with {count} people, who are not in the list any more"
            " next time.",
            len(people),
        ).format(count=number(len(people)))
        title = _("Note that they are sent?")
        if not self._desk.dialogs.ask(self._page, title, question, _("Note as sent")):
            return
        mailings, ids = self._mailings, [person.participation_id for person in people]
        feeding_back = self._desk.services.feeding_back
        told = [person for person in people if isinstance(person, FeedbackRecipient)]

        def redo() -> Change:
            return feeding_back.sent(told, how) if told else mailings.sent(kind, ids)

        def undo() -> Change:
            return feeding_back.unsent(ids) if told else mailings.unsent(kind, ids)

        said = _("{letter}: noted as sent.").format(letter=kind_words(kind))
        self._page.ask(redo, lambda _change: self._desk.did(said, undo, redo, "mail-check"))

    def _before(self, kind: MailKind) -> Wording | None:
        lines = self.found.lines if self.found else ()
        return next((line.wording for line in lines if line.kind is kind), None)

    def _did_text(self, kind: MailKind, undo: Callable[[], Change], redo: Callable[[], Change]) -> None:
        told = _("The text of “{letter}” is changed.").format(letter=kind_words(kind))
        self._desk.did(told, undo, redo, "pencil")
