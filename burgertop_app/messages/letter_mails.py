"""The words of the e-mails that go with the letters to the college: subject and text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.messages import reminding

if TYPE_CHECKING:
    from burgertop_app.domain.papers.answers import LetterHead, OfferingLetterPaper, ReminderLetterPaper


def offering_mail(paper: OfferingLetterPaper) -> tuple[str, str]:
    """The message that offers the advice: subject and text."""
    parts = [
        _("With this message we offer you our advice “{advice}”, version {version}.").format(
            advice=paper.advice_title, version=paper.version
        ),
        _("The advice and the letter are enclosed. With the letter comes a receipt form."),
        _("Will you send it back, or confirm the receipt in an answer to this message?"),
        _("We agreed that the college answers within {term}.").format(term=paper.term),
    ]
    if paper.expected:
        parts.append(paper.expected)
    return _("Offer of the advice “{advice}”").format(advice=paper.advice_title), _text(paper.head, parts)


def reminder_mail(paper: ReminderLetterPaper) -> tuple[str, str]:
    """The message that reminds the college: subject and text."""
    parts = [
        reminding.opening(paper.occasion, paper.due_on, paper.head.on),
        _("It is about the advice “{advice}”. The letter is enclosed.").format(advice=paper.advice_title),
        reminding.asking(paper.occasion),
    ]
    return reminding.subject(paper.occasion, paper.advice_title), _text(paper.head, parts)


def _text(head: LetterHead, parts: list[str]) -> str:
    greeting = head.salutation or _("Dear members of the college,")
    signed = "\n".join(filter(None, (*(head.signed_by or head.sender[:1]), head.contact)))
    return "\n\n".join((greeting, *parts, _("Kind regards,"), signed)) + "\n"
