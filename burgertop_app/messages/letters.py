"""Letters to residents in words: their names, the words of the blanks, and the house's own texts."""

from __future__ import annotations

from burgertop_app.domain.feedback import Sent
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.letters import Blank
from burgertop_app.domain.reaching import Way
from burgertop_app.i18n import _, mark

KINDS = {
    MailKind.INVITATION: mark("Invitation"),
    MailKind.REMINDER: mark("Reminder of the invitation"),
    MailKind.CONFIRMATION: mark("Confirmation of registration"),
    MailKind.DRAWN: mark("Drawn for the panel"),
    MailKind.RESERVE: mark("On the reserve list"),
    MailKind.NOT_DRAWN: mark("Not drawn"),
    MailKind.THANKS: mark("Thanks"),
    MailKind.FEEDBACK: mark("Feedback on the cards"),
}

BLANKS = {
    Blank.NAME: mark("name"),
    Blank.PROCESS: mark("process"),
    Blank.TOPIC: mark("topic"),
    Blank.MUNICIPALITY: mark("municipality"),
    Blank.CONTACT: mark("contact"),
    Blank.SEATS: mark("seats"),
    Blank.REPLY_BY: mark("reply by"),
    Blank.WEBSITE: mark("website"),
    Blank.MEETINGS: mark("meetings"),
    Blank.CODE: mark("code"),
    Blank.NUMBER: mark("number"),
    Blank.FEATURES: mark("particulars"),
    Blank.CONTROL: mark("control code"),
    Blank.PLACE: mark("place on the list"),
    Blank.POOL: mark("number of registrations"),
    Blank.ADVICE: mark("advice"),
    Blank.SUMMARY: mark("in short"),
}


SENT = {
    Sent.LETTER: mark("by letter"),
    Sent.MERGE_LIST: mark("by mail merge"),
    Sent.EMAIL: mark("by e-mail"),
}

WAYS = {
    Way.POST: mark("by post"),
    Way.EMAIL: mark("by e-mail"),
    Way.NONE: mark("not at all"),
}

_BEHIND = mark(
    "Behind this letter you read it card by card: the theme, the vote, the recommendation, what the"
    " college answered and what was done since."
)
_ATTACHED = mark(
    "In the attachment you read it card by card: the theme, the vote, the recommendation, what the"
    " college answered and what was done since."
)


def way_words(way: Way) -> str:
    """How a letter reaches somebody."""
    return _(WAYS[way])


def kind_words(kind: MailKind) -> str:
    """What a letter is called."""
    return _(KINDS[kind])


def blank_words() -> dict[Blank, str]:
    """The word between braces for each blank, in the language now spoken."""
    return {blank: _(word) for blank, word in BLANKS.items()}


def hole_words(blank: Blank, word: str) -> str:
    """A blank that nothing fills yet, with the place to fill it in; `word` is its name in the letter."""
    where = {
        Blank.MEETINGS: _("{{{blank}}} on the page Tables"),
        Blank.REPLY_BY: _("{{{blank}}} under “In every letter”"),
        Blank.WEBSITE: _("{{{blank}}} under “In every letter”"),
    }
    return where.get(blank, _("{{{blank}}} on the page Plan")).format(blank=word)


def house_subject(kind: MailKind) -> str:
    """The subject that a letter has until the organiser writes another."""
    return {
        MailKind.INVITATION: _("Will you join the draw for {process}?"),
        MailKind.REMINDER: _("You can still join the draw for {process}"),
        MailKind.CONFIRMATION: _("You are in the draw for {process}"),
        MailKind.DRAWN: _("You have been drawn for {process}"),
        MailKind.RESERVE: _("You are on the reserve list of {process}"),
        MailKind.NOT_DRAWN: _("You have not been drawn for {process}"),
        MailKind.THANKS: _("Thank you for taking part in {process}"),
        MailKind.FEEDBACK: _("What became of your cards in {process}"),
    }[kind]


def house_text(kind: MailKind, *, online: bool) -> str:
    """The text that a letter has until the organiser writes another; blanks stand between braces.

    `online`: whether people can also answer on a website.
    """
    answering = _by_card_or_online() if online else _by_card()
    return "\n\n".join((_("Good day {name},"), *_TEXTS[kind](answering), _question()))


def as_email(text: str) -> str:
    """A letter as an e-mail: the house's words about what lies behind it tell of an attachment."""
    return text.replace(_(_BEHIND), _(_ATTACHED))


def _by_card() -> str:
    return _(
        "Will you join the draw? Send us the reply card by {reply by}. You need this code on it: {code}."
    )


def _by_card_or_online() -> str:
    return _(
        "Will you join the draw? Tell us by {reply by}, with the reply card or on {website}. You need this"
        " code: {code}."
    )


def _question() -> str:
    return _("Do you have a question? {contact}")


def _meetings() -> str:
    return _("The meetings:\n{meetings}")


def _invitation(answering: str) -> tuple[str, ...]:
    return (
        _(
            "The municipality of {municipality} asks residents for advice. It is about: {topic}. We do that"
            " with {process}, a group of {seats} residents. A draw decides who takes part. Your address came"
            " out of a first draw. That is why you get this letter."
        ),
        _(
            "You need not know anything about the topic. We explain everything on the spot. We want people"
            " who differ: young and old, and from every neighbourhood."
        ),
        _meetings(),
        answering,
        _("After that we draw the group. We then tell you whether you take part."),
    )


def _reminder(answering: str) -> tuple[str, ...]:
    return (
        _(
            "A while ago we invited you for {process}. It is about: {topic}. We have not heard from you yet."
            " You can still join."
        ),
        answering,
        _(
            "Would you rather not? Then you need not do anything. We erase your details after registration"
            " closes."
        ),
    )


def _confirmation(_answering: str) -> tuple[str, ...]:
    return (
        _("You have registered for {process}. Thank you. You are in the draw for the {seats} seats."),
        _("In the draw you have this number: {number}"),
        _(
            "For the draw we use these particulars. Is something wrong? Tell us at once, because it"
            " counts.\n{particulars}"
        ),
        _(
            "Everybody can check that the draw is fair. With this control code you can check that you are in"
            " it, with the right particulars:\n{control code}"
        ),
        _("Keep this letter until after the draw. We tell you how it ended."),
    )


def _drawn(_answering: str) -> tuple[str, ...]:
    return (
        _(
            "You have been drawn for {process}. Congratulations. Your number in the draw was {number}. There"
            " were {number of registrations} registrations for {seats} seats."
        ),
        _meetings(),
        _("Will you tell us by {reply by} whether you are coming? {contact}"),
        _(
            "Do you need anything to take part, such as an interpreter, a wheelchair place or child care?"
            " Tell us. We arrange it."
        ),
    )


def _reserve(_answering: str) -> tuple[str, ...]:
    return (
        _(
            "The draw for {process} has been held. You are not in the group, but you are on the reserve list."
            " Your number in the draw was {number}. You have place {place on the list} on the list."
        ),
        _(
            "If somebody cannot come, we may call you. We then look who fits, so that the group stays a fair"
            " picture of the municipality. Will you keep these dates free for now?\n{meetings}"
        ),
    )


def _not_drawn(_answering: str) -> tuple[str, ...]:
    return (
        _(
            "The draw for {process} has been held. You have not been drawn. We are sorry. Your number in the"
            " draw was {number}. There were {number of registrations} registrations for {seats} seats."
        ),
        _(
            "The draw was fair: nobody could steer it, and everybody can check it. The record of the draw is"
            " public."
        ),
        _("Thank you for wanting to take part."),
    )


def _thanks(_answering: str) -> tuple[str, ...]:
    return (
        _("You took part in {process}. Thank you for your time and your ideas. It was about: {topic}."),
        _("The group gave its advice to the municipality of {municipality}. We tell you what becomes of it."),
    )


def _feedback(_answering: str) -> tuple[str, ...]:
    return (
        _(
            "You sat at the table in {process} and together we made the advice “{advice}”. Thank you for"
            " that. We promised to tell you what becomes of your cards."
        ),
        "{" + _("in short") + "}",
        _(_BEHIND),
        _("When something changes, we write to you again."),
    )


_TEXTS = {
    MailKind.INVITATION: _invitation,
    MailKind.REMINDER: _reminder,
    MailKind.CONFIRMATION: _confirmation,
    MailKind.DRAWN: _drawn,
    MailKind.RESERVE: _reserve,
    MailKind.NOT_DRAWN: _not_drawn,
    MailKind.THANKS: _thanks,
    MailKind.FEEDBACK: _feedback,
}
