"""Letters as files for other programs: a list for mail merge, and e-mail drafts; each leaves a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.letters import filled_in
from burgertop_app.domain.people_import import Field
from burgertop_app.exchange.exports import write_table
from burgertop_app.exchange.mail_drafts import Draft, write_drafts
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.importing import field_words
from burgertop_app.messages.letters import kind_words
from burgertop_app.services.leaving import Leaving, record_of_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.inviting import MailKind
    from burgertop_app.domain.papers.letters import ResidentLetter, ResidentLettersPaper
    from burgertop_app.domain.registration import Recipient
    from burgertop_app.services.context import Context
    from burgertop_app.services.lettering import Lettering


class LetterFiles:
    """Writes letters for programs that send them."""

    def __init__(self, context: Context, lettering: Lettering) -> None:
        self._work = context.work
        self._lettering = lettering

    def save_merge_list(
        self, process_id: UUID, kind: MailKind, people: Sequence[Recipient], path: Path
    ) -> Change:
        """Write a table for mail merge, a row a person and a column a blank; leaves a record.

        Raises:
            NotPossible: there is nobody.
            InvalidInput: as `paper`; or the file cannot be written there.
        """
        paper = self._lettering.paper(process_id, kind, people)
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
        paper = self._lettering.paper(process_id, kind, reached)
        drafts = [
            _draft(paper, letter, person.email) for letter, person in zip(paper.letters, reached, strict=True)
        ]
        write_drafts(folder, drafts)
        columns = (_("Name"), field_words(Field.EMAIL))
        leaving = Leaving("drafts", folder.name, len(drafts), columns, kind_words(kind), process_id)
        record_of_file(self._work, "export", leaving, folder)
        return tuple(person for person in people if not person.email.strip())


def _draft(paper: ResidentLettersPaper, letter: ResidentLetter, to: str) -> Draft:
    values = {word.casefold(): value for word, value in letter.filled}
    with speaking(paper.masthead.language):
        signed = "\n".join((_("Kind regards,"), "", paper.signed_by or paper.masthead.organisation))
    text = f"{filled_in(paper.text, values)}\n\n{signed}\n"
    return Draft(letter.person.number, to, filled_in(paper.subject, values), text)
