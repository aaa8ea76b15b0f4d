"""What a facilitator says and does at the table, and the rules that hold there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, mark

if TYPE_CHECKING:
    from datetime import time

RULES = (
    mark("Everybody gets a turn. Who has not spoken yet goes first."),
    mark("One person speaks at a time; the others let them finish."),
    mark("You need not agree with each other. Ask on: why is this important to you?"),
    mark("What somebody tells about themselves stays at this table. Only the cards leave it."),
    mark("On a card stands what was said, in the words of the table."),
    mark("The facilitator guards the time and the rules, and has no opinion today."),
)


def table_rules() -> tuple[str, ...]:
    """The rules at the table."""
    return tuple(map(_, RULES))


def welcome_words(*, first: bool) -> tuple[str, str]:
    """How a round begins: what, and what is said."""
    if not first:
        return _("Welcome at this table"), _(
            "Welcome. Let everybody say their first name. Say in one sentence what this round is about."
        )
    return _("Welcome and getting to know each other"), _(
        "Welcome. Say who you are and that you only lead the talk. Let everybody say their first name and, "
        "in one sentence, why they came. Go through the rules at the table."
    )


def question_words(question: str, topic: str, *, first: bool) -> tuple[str, str]:
    """A part of the talk: the question, and how to put it."""
    what = question or (_("The talk about {topic}").format(topic=topic) if topic else _("The talk"))
    if first:
        return what, _("Let everybody think for a minute first. Then go round the table, everybody once.")
    return what, _("Begin with somebody who has said little so far.")


def card_words(stubs: int) -> tuple[str, str]:
    """How cards are written."""
    return _("Write the cards"), _(
        "What do we want to pass on? One idea on a card, and who it is for. The sheet has room for {count} "
        "cards; take blank cards when there are more."
    ).format(count=stubs)


def sign_off_words() -> tuple[str, str]:
    """How the cards are read back."""
    return _("Read back and sign off"), _(
        "Read each card out. Is this what we said? Change it until everybody agrees. Then everybody puts "
        "their initials on the sheet, and so do you."
    )


def close_words(following: time | None, *, last: bool) -> tuple[str, str]:
    """How a round ends; `following` is when the next one begins."""
    what = _("Close the round")
    if last:
        return what, _("Thank everybody. Bring the sheet and the cards to the desk.")
    if following is None:
        return what, _("Thank everybody. Bring the sheet and the cards to the desk. Everybody goes on.")
    return what, _(
        "Thank everybody. Bring the sheet and the cards to the desk. The next round begins at {time}."
    ).format(time=f"{following:%H:%M}")
