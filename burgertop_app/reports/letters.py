"""Letters to the college: the offer of the advice with its receipt, and the reminder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext, speaking
from burgertop_app.messages import reminding
from burgertop_app.messages.terms import weekday
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import hash_lines, running
from burgertop_app.reports.pieces import (
    Bullets,
    Columns,
    Facts,
    Fields,
    Heading,
    Paragraph,
    Role,
    Space,
    Span,
    Together,
)
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.domain.papers.answers import LetterHead, OfferingLetterPaper, ReminderLetterPaper
    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.reports.pieces import Piece, Words


def offering_letter_document(paper: OfferingLetterPaper) -> Document:
    """The letter that offers the advice; its last page is the form that proves receipt."""
    with speaking(paper.masthead.language):
        subject = _("Offer of the advice “{advice}”").format(advice=paper.advice_title)
        parts = (
            *_opening(paper.head, subject),
            *_offer(paper),
            *_closing(paper.head),
            *_named_copies(paper.copies),
            *_receipt(paper),
            *_copies(paper),
        )
        return _letter(paper.masthead, subject, parts)


def reminder_letter_document(paper: ReminderLetterPaper) -> Document:
    """The letter that reminds the college of the answer: friendly before the last day, clear after it."""
    with speaking(paper.masthead.language):
        subject = reminding.subject(paper.occasion, paper.advice_title)
        parts = (
            *_opening(paper.head, subject),
            *_reminder(paper),
            *_closing(paper.head),
            *_named_copies(paper.copies),
        )
        return _letter(paper.masthead, subject, parts)


def _letter(masthead: Masthead, subject: str, parts: tuple[Piece, ...]) -> Document:
    return Document(
        title=subject,
        author=masthead.organisation,
        language=masthead.language,
        made_at=masthead.made_at,
        running=running(masthead),
        foot=masthead.organisation,
        parts=parts,
    )


def _opening(head: LetterHead, subject: str) -> tuple[Piece, ...]:
    particulars: tuple[tuple[str, Words], ...] = (
        (_("Date"), ", ".join(part for part in (head.place, day(head.on)) if part)),
        (_("Our reference"), head.reference),
        (_("Contact"), head.contact),
    )
    return (
        Columns(
            (
                (Paragraph(_addressed(head)),),
                (Paragraph("\n".join(head.sender), Role.SMALL),),
            ),
            widths=(60, 40),
        ),
        Space(10),
        Facts(tuple(line for line in particulars if line[1]), label_share=0.2),
        Heading(2, subject, listed=False),
        Paragraph(head.salutation or _("Dear members of the college,")),
    )


def _addressed(head: LetterHead) -> str:
    """The addressee, with a capital, as on an envelope."""
    lines = "\n".join(head.addressee)
    return lines[:1].upper() + lines[1:]


def _closing(head: LetterHead) -> tuple[Piece, ...]:
    return (
        Together(
            (
                Paragraph(_("Kind regards,")),
                Space(34),
                *(Paragraph(name) for name in head.signed_by or head.sender[:1]),
            )
        ),
    )


def _offer(paper: OfferingLetterPaper) -> tuple[Piece, ...]:
    offered = _("With this letter we offer you our advice “{advice}”, version {version}.").format(
        advice=paper.advice_title, version=paper.version
    )
    term = _(
        "We agreed that the college answers within {term}: for each recommendation what you do with it, and"
        " why."
    ).format(term=paper.term)
    form = _(
        "With this letter comes a receipt form. Will you fill it in and send it back? It shows on which day"
        " you received the advice."
    )
    count = ngettext(
        "The advice has {count} recommendation.",
        "The advice has {count} recommendations.",
        len(paper.recommendations),
    ).format(count=len(paper.recommendations))
    listed = (
        (Paragraph(count), Bullets(paper.recommendations, numbered=True)) if paper.recommendations else ()
    )
    agreed = (
        " ".join(filter(None, (term, *paper.rules))),
        paper.expected,
        _("This was agreed in: {source}").format(source=paper.source) if paper.source else "",
        form,
    )
    return (Paragraph(offered), *body(paper.opening), *listed, *(Paragraph(said) for said in agreed if said))


def _named_copies(copies: tuple[tuple[str, ...], ...]) -> tuple[Piece, ...]:
    """Who gets a copy, below the letter."""
    if not copies:
        return ()
    names = [lines[0] for lines in copies if lines]
    return (Space(8), Paragraph(_("Copy to: {names}").format(names="; ".join(names)), Role.SMALL))


def _copies(paper: OfferingLetterPaper) -> Iterator[Piece]:
    """A page for each who gets a copy, to send with the advice."""
    for lines in paper.copies:
        yield Heading(1, _("Copy for {name}").format(name=lines[0]), new_page=True)
        yield from _opening(
            replace(paper.head, addressee=lines, salutation=_("Dear sir or madam,")),
            _("Copy of the offer of the advice “{advice}”").format(advice=paper.advice_title),
        )
        yield Paragraph(
            _(
                "On {day} we offered the enclosed advice “{advice}”, version {version}, to the college. You"
                " get a copy, so that you can follow the answer."
            ).format(day=day(paper.head.on), advice=paper.advice_title, version=paper.version)
        )
        agreed = _("We agreed that the college answers within {term}.").format(term=paper.term)
        yield Paragraph(" ".join(filter(None, (agreed, paper.expected))))
        yield from _closing(paper.head)


def _receipt(paper: OfferingLetterPaper) -> tuple[Piece, ...]:
    confirmed = _("The undersigned confirms that the college of mayor and aldermen has received this advice.")
    facts: tuple[tuple[str, Words], ...] = (
        (_("Advice"), paper.advice_title),
        (_("From"), paper.masthead.organisation),
        (_("Version"), str(paper.version)),
        (_("Hash of the content"), (Span(hash_lines(paper.content_hash), mono=True),)),
    )
    sent = _("Send this form to: {address}").format(address=", ".join(paper.head.sender))
    return (
        Heading(1, _("Receipt"), new_page=True),
        Paragraph(confirmed),
        Facts(tuple(fact for fact in facts if fact[1]), label_share=0.16),
        Fields((_("Received on (date)"), _("Received how (by hand, by e-mail, by post)")), 46),
        Fields((_("Name"), _("Position")), 46),
        Fields((_("Signature"), _("Place and date")), 70),
        Paragraph(sent, Role.SMALL),
    )


def _reminder(paper: ReminderLetterPaper) -> tuple[Piece, ...]:
    given = _("On {offered} we offered you our advice “{advice}”. You received it on {received}.").format(
        offered=day(paper.offered_on), advice=paper.advice_title, received=day(paper.received_on)
    )
    return (
        Paragraph(given),
        Paragraph(reminding.opening(paper.occasion, paper.due_on, paper.head.on)),
        *_agreed(paper),
        *_open(paper),
        *_without_reason(paper),
        *_earlier(paper),
        Paragraph(reminding.asking(paper.occasion)),
    )


def _agreed(paper: ReminderLetterPaper) -> Iterator[Piece]:
    """How the last day came about, and what the college made of it since."""
    if not paper.delays:
        yield Paragraph(_("This is how that day came about: {why}.").format(why=paper.why))
        return
    yield Paragraph(
        _("The agreed last day was {day}: {why}.").format(day=weekday(paper.agreed_on), why=paper.why)
    )
    for delay in paper.delays:
        said = (
            _("On {told} you ({by}) postponed the answer to {until}, with this reason: “{reason}”")
            if delay.by
            else _("On {told} you postponed the answer to {until}, with this reason: “{reason}”")
        )
        yield Paragraph(
            said.format(told=day(delay.told_on), by=delay.by, until=day(delay.until), reason=delay.reason)
        )


def _open(paper: ReminderLetterPaper) -> tuple[Piece, ...]:
    waiting = len(paper.open_recommendations)
    if not waiting:
        return ()
    total = max(paper.total, waiting)
    if waiting == total:
        said = _("We have not had an answer to any of the recommendations:")
    else:
        said = _("To {waiting} of the {total} recommendations we have not had an answer:").format(
            waiting=waiting, total=total
        )
    return (Paragraph(said), Bullets(paper.open_recommendations))


def _without_reason(paper: ReminderLetterPaper) -> tuple[Piece, ...]:
    if not paper.without_reason:
        return ()
    said = _("These answers do not say why. Will you add the reason?")
    return (Paragraph(said), Bullets(paper.without_reason))


def _earlier(paper: ReminderLetterPaper) -> tuple[Piece, ...]:
    if not paper.earlier_reminders:
        return ()
    dates = ", ".join(day(on) for on in paper.earlier_reminders)
    return (Paragraph(_("We reminded you of this before, on {dates}.").format(dates=dates)),)
