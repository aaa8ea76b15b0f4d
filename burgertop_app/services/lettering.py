"""Letters to residents: their texts, and from text and people to letters, a merge list or drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.letters import (
    Blank,
    LetterSetup,
    LetterText,
    Wording,
    check_text,
    filled_in,
    tidy_website,
)
from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.letters import ResidentLetter, ResidentLettersPaper
from burgertop_app.domain.people_import import Field
from burgertop_app.domain.processes import Process
from burgertop_app.exchange.exports import write_table
from burgertop_app.exchange.mail_drafts import Draft, write_drafts
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.importing import field_words
from burgertop_app.messages.letters import blank_words, house_subject, house_text, kind_words
from burgertop_app.services import letter_values
from burgertop_app.services.leaving import Leaving, record_of_file
from burgertop_app.services.printing.shared import masthead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.inviting import MailKind
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

    def blanks(self, process_id: UUID) -> tuple[str, ...]:
        """The words of all blanks, in the language of the process."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
        with speaking(process.language):
            return tuple(blank_words().values())

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

    def paper(self, process_id: UUID, kind: MailKind, people: Sequence[Recipient]) -> ResidentLettersPaper:
        """The letters of these people, ready to print.

        Raises:
            NotPossible: there is nobody.
            InvalidInput: a blank in the text has nothing to fill it yet.
        """
        if not people:
            raise NotPossible("letter_nobody")
        with self._work.reading() as store:
            process = store.get(Process, process_id)
            setup = _setup(store, process_id)
            with speaking(process.language):
                wording = _wording(store, process, kind)
                filled = letter_values.filling(store, process, setup, kind)
                letter_values.refuse_holes(filled, wording)
                asks = any(person.code for person in people)
                return ResidentLettersPaper(
                    masthead=masthead(process, self._clock()),
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

    def save_merge_list(
        self, process_id: UUID, kind: MailKind, people: Sequence[Recipient], path: Path
    ) -> Change:
        """Write a table for mail merge, a row a person and a column a blank; leaves a record.

        Raises:
            NotPossible: there is nobody.
            InvalidInput: as `paper`; or the file cannot be written there.
        """
        paper = self.paper(process_id, kind, people)
        with speaking(paper.masthead.language):
            blanks = tuple(word for word, _value in paper.letters[0].filled)
            ways = (Field.ADDRESS, Field.POSTCODE, Field.PLACE, Field.EMAIL)
            headings = (*blanks, *map(field_words, ways))
            rows = [
                (*(value for _word, value in letter.filled), one.address, one.postcode, one.town, one.email)
                for letter, one in zip(paper.letters, people, strict=True)
            ]
            write_table(path, headings, rows)
            purpose = kind_words(kind)
        leaving = Leaving("merge_list", path.name, len(people), headings, purpose, process_id)
        kept = record_of_file(self._work, "export", leaving, path)
        return changed(Topic.SETTINGS, row=kept.id)

    def save_drafts(
        self, process_id: UUID, kind: MailKind, people: Sequence[Recipient], folder: Path
    ) -> tuple[Recipient, ...]:
        """Write a draft for everyone with an e-mail address; gives the people who have none.

        Raises:
            NotPossible: there is nobody, or nobody with an e-mail address.
            InvalidInput: as `paper`; or the folder cannot be written.
            Conflict: the folder has something in it.
        """
        reached = [person for person in people if person.email.strip()]
        if people and not reached:
            raise NotPossible("letter_no_email")
        paper = self.paper(process_id, kind, reached)
        drafts = [
            _draft(paper, letter, person.email) for letter, person in zip(paper.letters, reached, strict=True)
        ]
        write_drafts(folder, drafts)
        columns = (_("Name"), field_words(Field.EMAIL))
        leaving = Leaving("drafts", folder.name, len(drafts), columns, kind_words(kind), process_id)
        record_of_file(self._work, "export", leaving, folder)
        return tuple(person for person in people if not person.email.strip())


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


def _draft(paper: ResidentLettersPaper, letter: ResidentLetter, to: str) -> Draft:
    values = {word.casefold(): value for word, value in letter.filled}
    with speaking(paper.masthead.language):
        signed = "\n".join((_("Kind regards,"), "", paper.signed_by or paper.masthead.organisation))
    text = f"{filled_in(paper.text, values)}\n\n{signed}\n"
    return Draft(letter.person.number, to, filled_in(paper.subject, values), text)
