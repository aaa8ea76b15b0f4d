"""The next step of a process in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number

if TYPE_CHECKING:
    from burgertop_app.domain.overview_views import NextStep


def sentence(step: NextStep) -> str:
    """What to do, in the words of an organiser."""
    return _sentence(step).format(count=number(step.count), subject=step.subject)


def _sentence(step: NextStep) -> str:
    plain = {
        "import_people": _("Bring in the people who registered"),
        "make_tables": _("Make the table plan"),
        "enter_cards": _("Enter the cards from the tables"),
        "make_proposals": _("Turn the cards into proposals"),
        "write_advice": _("Write the advice"),
        "publish_advice": _("Fix a version of the advice"),
        "offer_advice": _("Offer the advice to the college"),
        "register_receipt": _("Record that the college received “{subject}”"),
        "keep_commitment": _("Ask how it stands with: {subject}"),
        "hold_monitor": _("Talk over what became of the promises"),
        "ask_commitment": _("Ask how it stands with: {subject}"),
    }
    counted = {
        "draw_panel": ngettext(
            "Draw a panel of {count} person", "Draw a panel of {count} people", step.count
        ),
        "await_answers": ngettext(
            "The college still has to answer {count} recommendation",
            "The college still has to answer {count} recommendations",
            step.count,
        ),
        "remind_college": ngettext(
            "Remind the college of {count} open answer",
            "Remind the college of {count} open answers",
            step.count,
        ),
        "erase_people": ngettext(
            "The data of {count} person had to be gone: erase them (“{subject}”)",
            "The data of {count} people had to be gone: erase them (“{subject}”)",
            step.count,
        ),
        "erase_people_soon": ngettext(
            "The data of {count} person may not be kept much longer (“{subject}”)",
            "The data of {count} people may not be kept much longer (“{subject}”)",
            step.count,
        ),
        "give_feedback": ngettext(
            "Print the feedback for {count} participant",
            "Print the feedback for {count} participants",
            step.count,
        ),
    }
    return plain.get(step.code) or counted[step.code]


def action(step: NextStep) -> str:
    """The words of the button that begins the step."""
    return {
        "import_people": _("Bring in people…"),
        "draw_panel": _("To the draw"),
        "make_tables": _("Make the table plan…"),
        "enter_cards": _("Enter cards"),
        "make_proposals": _("Make proposals"),
        "write_advice": _("Write the advice"),
        "publish_advice": _("Fix a version…"),
        "offer_advice": _("Offer the advice…"),
        "register_receipt": _("Record the receipt…"),
        "remind_college": _("Make a reminder…"),
        "await_answers": _("Record answers"),
        "give_feedback": _("Print the feedback…"),
        "erase_people": _("To these people"),
        "erase_people_soon": _("To these people"),
    }.get(step.code, _("Record progress"))


def icon(step: NextStep) -> str:
    """The name of the icon that goes with the step."""
    return {
        "import_people": "users",
        "draw_panel": "dices",
        "make_tables": "armchair",
        "enter_cards": "sticky-note",
        "make_proposals": "vote",
        "write_advice": "file-text",
        "publish_advice": "stamp",
        "offer_advice": "landmark",
        "register_receipt": "mail-check",
        "remind_college": "mail",
        "await_answers": "hourglass",
        "give_feedback": "printer",
        "erase_people": "trash-2",
        "erase_people_soon": "trash-2",
    }.get(step.code, "list-checks")
