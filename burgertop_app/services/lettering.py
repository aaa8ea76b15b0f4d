"""Letters to residents: their texts, and from text and people to letters, a merge list or drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.letters import (
    Blank,
    LetterSetup,
    LetterText,
    Wording,
    check_text,
    tidy_website,
)
from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.feedback import FeedbackSheet
from burgertop_app.domain.papers.letters import ResidentLetter, ResidentLettersPaper
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.letters import blank_words, house_subject, house_text, kind_words
from burgertop_app.services import letter_values
from burgertop_app.services.printing.feedback_paper import feedback_paper
from burgertop_app.services.printing.shared import masthead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.papers.feedback import FeedbackPaper
    from burgertop_app.domain.registration import Recipient
    from burgertop_app.services.context import Context
    from burgertop_app.services.letter_values import Filling
    from burgertop_app.storage.unit_of_work import Store


class Lettering:
    """What an organiser does with letters to residents."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._clock = context.clock
        self._today = context.today

    def setup(self, process_id: UUID) -> LetterSetup:
        """Sender, signature, website and last day; empty (revision 0) until they are kept."""
        with self._work.reading() as store:
            return _setup(store, process_id)

    def keep_setup(
        self, process_id: UUID, *, return_address: str, signed_by: str, website: str, reply_by: date | None
    ) -> Change:
        """Keep what the letters share.

        Raises:
            InvalidInput: the website is no address of a website.
        """
        fields = {
            "return_address": return_address.strip(),
            "signed_by": signed_by.strip(),
            "website": tidy_website(website),
            "reply_by": reply_by,
        }
        with self._work.writing("letters.setup") as store:
            kept = _setup(store, process_id)
            if not kept.revision:
                kept = store.add(kept)
            store.change(kept, **fields)
        return changed(Topic.PEOPLE, row=kept.id)

    def wording(self, process_id: UUID, kind: MailKind) -> Wording:
        """The subject and text that count, in the language of the process."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            return _wording(store, process, kind)

    def words(self, process_id: UUID) -> dict[Blank, str]:
        """The words of all blanks, in the language of the process."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
        with speaking(process.language):
            return blank_words()

    def keep_wording(self, process_id: UUID, kind: MailKind, subject: str, text: str) -> Change:
        """Keep the organiser's own subject and text of a letter.

        Raises:
            InvalidInput: it has an unknown blank, or lacks one that the letter needs; nothing was kept.
        """
        with self._work.writing("letters.text") as store:
            process = store.get(Process, process_id)
            with speaking(process.language):
                check_text(kind, subject, text, blank_words())
            kept = store.first(LetterText, process_id=process_id, kind=kind)
            if kept is None:
                fresh = LetterText(
                    id=store.new_id(),
                    process_id=process_id,
                    kind=kind,
                    subject=subject.strip(),
                    text=text.strip(),
                )
                kept = store.add(fresh)
            else:
                store.change(kept, subject=subject.strip(), text=text.strip())
        return changed(Topic.PEOPLE, row=kept.id)

    def take_back_wording(self, process_id: UUID, kind: MailKind) -> Change:
        """Let the house's text count again; the log keeps the organiser's."""
        with self._work.writing("letters.text") as store:
            kept = store.first(LetterText, process_id=process_id, kind=kind)
            if kept is None:
                return changed()
            store.remove(kept)
        return changed(Topic.PEOPLE, row=kept.id)

    def put_wording(self, process_id: UUID, kind: MailKind, wording: Wording) -> Change:
        """Let the words of before count again, the organiser's own or those of the house."""
        if not wording.own:
            return self.take_back_wording(process_id, kind)
        return self.keep_wording(process_id, kind, wording.subject, wording.text)

    def check(self, process_id: UUID, kind: MailKind) -> None:
        """Refuse, before anything is made, a letter with blanks that nothing fills yet.

        Raises:
            InvalidInput: as `paper`; names every such blank, and where to fill it in.
        """
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            with speaking(process.language):
                filled = letter_values.filling(store, process, _setup(store, process_id), kind)
                wording = _wording(store, process, kind)
        letter_values.refuse_holes(filled, wording)

    def example(self, process_id: UUID, kind: MailKind, person: Recipient) -> ResidentLettersPaper:
        """How the letter of one person reads; what nothing fills yet stands between brackets."""
        return self._paper(process_id, kind, [person], holes=True)

    def paper(self, process_id: UUID, kind: MailKind, people: Sequence[Recipient]) -> ResidentLettersPaper:
        """The letters of these people, ready to print.

        Raises:
            NotPossible: there is nobody.
            InvalidInput: a blank in the text has nothing to fill it yet.
        """
        if not people:
            raise NotPossible("letter_nobody")
        return self._paper(process_id, kind, people, holes=False)

    def feedback(
        self, process_id: UUID, people: Sequence[Recipient], *, example: bool = False
    ) -> FeedbackPaper:
        """The feedback sheets of these people, each behind its letter; `example` as for `example`.

        Raises:
            NotPossible: there is nobody.
            InvalidInput: a blank in the text has nothing to fill it yet.
        """
        if not people:
            raise NotPossible("letter_nobody")
        cover = self._paper(process_id, MailKind.FEEDBACK, people, holes=example)
        ids = [person.participation_id for person in people]
        with self._work.reading() as store:
            made = feedback_paper(store, process_id, self._clock(), self._today(), ids)
        if example and not made.sheets:
            nobody = FeedbackSheet(person=cover.letters[0].person, tables=(), cards=())
            return replace(made, sheets=(nobody,), cover=cover)
        by_number = {letter.person.number: letter for letter in cover.letters}
        letters = tuple(by_number[sheet.person.number] for sheet in made.sheets)
        return replace(made, cover=replace(cover, letters=letters))

    def _paper(
        self, process_id: UUID, kind: MailKind, people: Sequence[Recipient], *, holes: bool
    ) -> ResidentLettersPaper:
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            setup = _setup(store, process_id)
            with speaking(process.language):
                wording = _wording(store, process, kind)
                filled = letter_values.filling(store, process, setup, kind)
                if holes:
                    filled = letter_values.with_holes(filled)
                else:
                    letter_values.refuse_holes(filled, wording)
                asks = any(person.code for person in people)
                return ResidentLettersPaper(
                    masthead=masthead(store, process, self._clock()),
                    kind=kind_words(kind),
                    subject=wording.subject,
                    text=wording.text,
                    place=process.municipality,
                    on=self._today(),
                    sender=_sender(process, setup),
                    signed_by=setup.signed_by,
                    reply_by=setup.reply_by,
                    choices=letter_values.choices(store, process_id) if asks else (),
                    letters=tuple(_letter(person, filled, setup) for person in people),
                )


def _setup(store: Store, process_id: UUID) -> LetterSetup:
    kept = store.first(LetterSetup, process_id=process_id)
    return kept or LetterSetup(id=store.new_id(), process_id=process_id)


def _wording(store: Store, process: Process, kind: MailKind) -> Wording:
    kept = store.first(LetterText, process_id=process.id, kind=kind)
    if kept is not None:
        return Wording(kept.subject, kept.text, own=True)
    online = bool(_setup(store, process.id).website)
    with speaking(process.language):
        return Wording(house_subject(kind), house_text(kind, online=online))


def _sender(process: Process, setup: LetterSetup) -> tuple[str, ...]:
    if setup.return_address:
        return tuple(setup.return_address.splitlines())
    return tuple(filter(None, (process.municipality, process.title)))


def _letter(person: Recipient, filled: Filling, setup: LetterSetup) -> ResidentLetter:
    name = person.name or _("To the residents of")
    town = "  ".join(filter(None, (person.postcode, person.town)))
    return ResidentLetter(
        person=PrintedPerson(number=person.number, name=name),
        address=tuple(filter(None, (person.address, town))),
        filled=filled.of(person),
        code=dict(filled.of(person)).get(filled.words[Blank.CODE], ""),
        scan=_scan(person.code, setup.website),
    )


def _scan(code: str, website: str) -> str:
    if not website or not code:
        return code
    return f"{website}{'&' if '?' in website else '?'}code={code}"
