"""Letters to the college: the offer of the advice with its receipt, and the reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext, speaking
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
    from burgertop_app.domain.papers.answers import LetterHead, OfferingLetterPaper, ReminderLetterPaper
    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.reports.pieces import Piece, Words


def offering_letter_document(paper: OfferingLetterPaper) -> Document:
    """The letter that offers the advice; its last page is the form that proves receipt."""
    with speaking(paper.masthead.language):
        subject = _("Offer of the advice “{advice}”").format(advice=paper.advice_title)
        parts = (*_opening(paper.head, subject), *_offer(paper), *_closing(paper.head), *_receipt(paper))
        return _letter(paper.masthead, subject, parts)


def reminder_letter_document(paper: ReminderLetterPaper) -> Document:
    """The letter that reminds the college of the answer; friendly, with the dates."""
    with speaking(paper.masthead.language):
        subject = _("Reminder: answer to the advice “{advice}”").format(advice=paper.advice_title)
        parts = (*_opening(paper.head, subject), *_reminder(paper), *_closing(paper.head))
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
    term = ngettext(
        "We agreed that the college answers within {count} week after receipt: for each recommendation"
        " what you do with it, and why.",
        "We agreed that the college answers within {count} weeks after receipt: for each recommendation"
        " what you do with it, and why.",
        paper.weeks,
    ).format(count=paper.weeks)
    form = _(
        "On the last page you find a form. Will you fill it in and send it back? The term starts on the day"
        " of receipt."
    )
    count = ngettext(
        "The advice has {count} recommendation.",
        "The advice has {count} recommendations.",
        len(paper.recommendations),
    ).format(count=len(paper.recommendations))
    listed = (
        (Paragraph(count), Bullets(paper.recommendations, numbered=True)) if paper.recommendations else ()
    )
    return (Paragraph(offered), *body(paper.opening), *listed, Paragraph(term), Paragraph(form))


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
    ask = _(
        "For residents it matters that they hear what is done with their work. Will you answer still, for"
        " each recommendation and with a reason? If that takes longer, tell us when we may expect the answer"
        " and why."
    )
    return (
        Paragraph(given),
        Paragraph(_term(paper)),
        *_open(paper),
        *_without_reason(paper),
        *_earlier(paper),
        Paragraph(ask),
    )


def _term(paper: ReminderLetterPaper) -> str:
    agreed = ngettext(
        "We agreed on an answer within {count} week.",
        "We agreed on an answer within {count} weeks.",
        paper.weeks,
    ).format(count=paper.weeks)
    late = (paper.head.on - paper.due_on).days
    if late <= 0:
        last = _("The last day for it is {date}.").format(date=day(paper.due_on))
    else:
        last = ngettext(
            "The last day for it was {date}. That is {count} day ago.",
            "The last day for it was {date}. That is {count} days ago.",
            late,
        ).format(date=day(paper.due_on), count=late)
    return f"{agreed} {last}"


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
