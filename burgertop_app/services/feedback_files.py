"""Feedback as files for other programs: a list for mail merge, and e-mail drafts with a PDF each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.letters import filled_in
from burgertop_app.domain.people_import import Field
from burgertop_app.exchange.exports import write_table
from burgertop_app.exchange.mail_drafts import Draft, Enclosed, write_drafts
from burgertop_app.i18n import _, day, number, speaking
from burgertop_app.messages.answers import college_says
from burgertop_app.messages.importing import field_words
from burgertop_app.messages.letters import as_email, kind_words
from burgertop_app.reports.feedback import feedback_document
from burgertop_app.reports.feedback_cards import promised
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.services.leaving import Leaving, record_of_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.papers.feedback import CardStory, FeedbackPaper, Outcome
    from burgertop_app.domain.papers.letters import ResidentLetter, ResidentLettersPaper
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.registration import Recipient
    from burgertop_app.services.context import Context
    from burgertop_app.services.lettering import Lettering


class FeedbackFiles:
    """Writes feedback for programs that send it."""

    def __init__(self, context: Context, lettering: Lettering) -> None:
        self._work = context.work
        self._lettering = lettering

    def save_merge_list(self, process_id: UUID, people: Sequence[Recipient], path: Path) -> Change:
        """Write a table for mail merge: a row a person, a column a blank or card; leaves a record.

        Raises:
            NotPossible: there is nobody.
            InvalidInput: as `Lettering.feedback`; or the file cannot be written there.
        """
        paper = self._lettering.feedback(process_id, people)
        by_number = {person.number: person for person in people}
        with speaking(paper.masthead.language):
            cover = _cover(paper)
            blanks = tuple(word for word, _value in cover.letters[0].filled)
            ways = (Field.ADDRESS, Field.POSTCODE, Field.PLACE, Field.EMAIL)
            most = max(len(sheet.cards) for sheet in paper.sheets)
            cards = tuple(_("Card text {number}").format(number=number(no)) for no in range(1, most + 1))
            headings = (*blanks, *map(field_words, ways), *cards)
            rows = []
            for letter, sheet in zip(cover.letters, paper.sheets, strict=True):
                one = by_number[letter.person.number]
                texts = [card_text(card) for card in sheet.cards]
                rows.append(
                    (
                        *(value for _word, value in letter.filled),
                        *(one.address, one.postcode, one.town, one.email),
                        *(*texts, *[""] * (most - len(texts))),
                    )
                )
            write_table(path, headings, rows)
            purpose = kind_words(MailKind.FEEDBACK)
        leaving = Leaving("feedback_list", path.name, len(rows), headings, purpose, process_id)
        kept = record_of_file(self._work, "export", leaving, path)
        return changed(Topic.SETTINGS, row=kept.id)

    def drafts_paper(self, process_id: UUID, people: Sequence[Recipient]) -> FeedbackPaper:
        """The feedback of those with an e-mail address, to be set by `enclosures`.

        Raises:
            NotPossible: there is nobody, or nobody with an e-mail address.
            InvalidInput: as `Lettering.feedback`.
        """
        reached = [person for person in people if person.email.strip()]
        if people and not reached:
            raise NotPossible("letter_no_email")
        return self._lettering.feedback(process_id, reached)

    def save_drafts(
        self,
        process_id: UUID,
        paper: FeedbackPaper,
        files: Sequence[bytes],
        people: Sequence[Recipient],
        folder: Path,
    ) -> tuple[Recipient, ...]:
        """Write a draft with its PDF for everyone in `paper`; gives the people who are not in it.

        Raises:
            InvalidInput: the folder cannot be written.
            Conflict: the folder has something in it.
        """
        to = {person.number: person.email for person in people}
        cover = _cover(paper)
        with speaking(paper.masthead.language):
            name = _("what became of your cards") + ".pdf"
            drafts = [
                _draft(cover, letter, to[letter.person.number], Enclosed(name, content))
                for letter, content in zip(cover.letters, files, strict=True)
            ]
            columns = (_("Name"), field_words(Field.EMAIL))
            purpose = kind_words(MailKind.FEEDBACK)
        write_drafts(folder, drafts)
        leaving = Leaving("drafts", folder.name, len(drafts), columns, purpose, process_id)
        record_of_file(self._work, "export", leaving, folder)
        written = {letter.person.number for letter in cover.letters}
        return tuple(person for person in people if person.number not in written)


def enclosures(paper: FeedbackPaper, progress: Progress) -> tuple[bytes, ...]:
    """A PDF for each sheet with its letter: nobody gets a page of somebody else.

    Raises:
        Cancelled: asked for through `progress`.
    """
    return tuple(_each(paper, progress))


def card_text(card: CardStory) -> str:
    """What became of a card as plain text for mail merge; in the language now spoken."""
    said = [_("{number}: “{text}”").format(number=card.number, text=card.text)]
    if card.theme:
        said.append(_("Theme: {theme}.").format(theme=card.theme))
    if card.proposals:
        said.append(_("Proposal: {proposals}.").format(proposals="; ".join(card.proposals)))
    said += [_outcome_text(outcome) for outcome in card.outcomes] or [card.stopped]
    if card.new_since:
        said.append(_("New since {date}.").format(date=day(card.new_since)))
    return " ".join(filter(None, said))


def _outcome_text(outcome: Outcome) -> str:
    said = [
        _("Recommendation {number}: {sentence}").format(
            number=outcome.recommendation, sentence=outcome.sentence
        ),
        college_says(outcome.disposal),
        outcome.reason,
        *(f"{promised(one)}." for one in outcome.promises),
    ]
    if outcome.new_since:
        said.append(_("New since {date}.").format(date=day(outcome.new_since)))
    return " ".join(" ".join(filter(None, said)).split())


def _each(paper: FeedbackPaper, progress: Progress) -> Iterator[bytes]:
    cover, count = _cover(paper), len(paper.sheets)
    with speaking(paper.masthead.language):
        for done, (letter, sheet) in enumerate(zip(cover.letters, paper.sheets, strict=True)):
            progress.checkpoint("print_document", done / count)
            one = replace(paper, sheets=(sheet,), cover=replace(cover, letters=(letter,)))
            yield pdf(feedback_document(one))


def _draft(cover: ResidentLettersPaper, letter: ResidentLetter, to: str, file: Enclosed) -> Draft:
    values = {word.casefold(): value for word, value in letter.filled}
    signed = "\n".join((_("Kind regards,"), "", cover.signed_by or cover.masthead.organisation))
    text = f"{filled_in(as_email(cover.text), values)}\n\n{signed}\n"
    return Draft(letter.person.number, to, filled_in(cover.subject, values), text, enclosed=(file,))


def _cover(paper: FeedbackPaper) -> ResidentLettersPaper:
    """The letters before the sheets."""
    if paper.cover is None:
        raise ValueError("feedback for sending has a letter before each sheet")
    return paper.cover
