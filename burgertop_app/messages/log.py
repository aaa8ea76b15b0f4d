"""The log in words: what an action was, and what happened to which part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.log import Operation
from burgertop_app.i18n import _, mark, ngettext, number

if TYPE_CHECKING:
    from burgertop_app.domain.log import ChainReport

ACTIONS = {
    "advice.offer": mark("Advice offered"),
    "advice.publish": mark("Version of the advice established"),
    "advice.receipt_withdraw": mark("Receipt withdrawn"),
    "advice.receive": mark("Receipt of the advice recorded"),
    "advice.remind": mark("College reminded"),
    "advice.start": mark("Advice begun"),
    "advice.title": mark("Title of the advice changed"),
    "advice.withdraw": mark("Advice withdrawn"),
    "advice.write": mark("Text of the advice changed"),
    "answer.amend": mark("Answer corrected"),
    "answer.letter": mark("Letter of the college kept"),
    "answer.rate": mark("Rating of an answer kept"),
    "answer.record": mark("Answer of the college recorded"),
    "ballot.count": mark("Votes entered"),
    "ballot.open": mark("Vote opened, rule fixed"),
    "ballot.withdraw": mark("Vote withdrawn"),
    "cards.add": mark("Card entered"),
    "cards.describe": mark("Card described"),
    "cards.import": mark("Cards imported"),
    "cards.move": mark("Card moved to a theme"),
    "cards.restore": mark("Card put back"),
    "cards.reword": mark("Card reworded"),
    "cards.take_back": mark("Card taken back"),
    "cards.withdraw": mark("Card withdrawn"),
    "commitment.drop": mark("Commitment taken away"),
    "commitment.edit": mark("Commitment changed"),
    "commitment.keep": mark("Commitment kept"),
    "commitment.make": mark("Commitments made out of answers"),
    "commitment.restore": mark("Commitment put back"),
    "draw.another_panel": mark("Another panel to draw"),
    "draw.drop_panel": mark("Panel without a draw taken away"),
    "draw.mark": mark("How people take part in the draw changed"),
    "draw.call": mark("Call after the draw kept"),
    "draw.call.undo": mark("Call after the draw undone"),
    "draw.calls.export": mark("Call list handed over"),
    "draw.commit": mark("Draw recorded before the number"),
    "draw.export": mark("Folder of the draw handed over"),
    "draw.choose": mark("Seats and rules of the draw chosen"),
    "draw.number": mark("Number drawn"),
    "draw.prepare": mark("Draw prepared"),
    "draw.replace": mark("Panel member replaced"),
    "draw.reply_by": mark("Last day to answer after the draw changed"),
    "draw.take_back": mark("No of a panel member taken back"),
    "draw.withdraw": mark("Draw withdrawn"),
    "event.add": mark("Meeting planned"),
    "event.attend": mark("Attendance marked"),
    "event.edit": mark("Meeting changed"),
    "event.lead": mark("Facilitators placed at tables"),
    "event.lock": mark("Seat locked"),
    "event.rounds": mark("Rounds changed"),
    "event.tables": mark("Tables changed"),
    "event.topic": mark("Topic of a table changed"),
    "event.unlock": mark("Seat unlocked"),
    "export": mark("Data exported"),
    "facilitator.keep": mark("Facilitator described"),
    "letters.setup": mark("Sender and last day of letters changed"),
    "letters.text": mark("Text of a letter changed"),
    "instrument.answer": mark("Question answered"),
    "instrument.begin": mark("Evaluation begun"),
    "instrument.edit": mark("Day of an evaluation changed"),
    "instrument.remove": mark("Evaluation taken away"),
    "instrument.restore": mark("Evaluation put back"),
    "invitations.make": mark("Invitations drawn from a list"),
    "invitations.undo": mark("Draw of invitations undone"),
    "item.add": mark("Item put on a board"),
    "item.choose": mark("Item on a board chosen or let go"),
    "item.edit": mark("Item on a board changed"),
    "item.move": mark("Item on a board moved"),
    "item.note": mark("Note at an item"),
    "item.note_drop": mark("Note at an item taken away"),
    "item.remove": mark("Item taken off a board"),
    "item.reopen": mark("Item on a board opened again"),
    "item.restore": mark("Item put back on a board"),
    "people.add": mark("Person added"),
    "people.edit": mark("Person changed"),
    "people.erase": mark("Person erased"),
    "people.import": mark("People imported"),
    "people.import.undo": mark("Import of people undone"),
    "people.state": mark("Status of people changed"),
    "people.state.undo": mark("Status of people put back"),
    "people.export": mark("People exported"),
    "mailing.sent": mark("Letters sent"),
    "mailing.undo": mark("Sending of letters undone"),
    "plan.drop": mark("Part of the plan taken away"),
    "plan.keep": mark("Part of the plan kept"),
    "plan.lift": mark("Seat taken back"),
    "plan.make": mark("Table plan made"),
    "plan.move": mark("Free seat taken"),
    "plan.place": mark("Seat given by hand"),
    "plan.return": mark("Earlier table plan put back"),
    "plan.swap": mark("Seats changed by hand"),
    "process.edit": mark("Process changed"),
    "process.phase": mark("Process in its next phase"),
    "process.start": mark("Process begun"),
    "proposals.add": mark("Proposal made"),
    "proposals.cards": mark("Cards under a proposal changed"),
    "proposals.describe": mark("Proposal described"),
    "proposals.reword": mark("Proposal reworded"),
    "proposals.stand": mark("Proposal withdrawn or put back"),
    "quotas.set": mark("Quotas kept"),
    "quotas.start": mark("Quotas begun from what people declared"),
    "quotas.import": mark("Quotas imported"),
    "quotas.ease": mark("Quotas eased after the pre-flight"),
    "recommendation.add": mark("Recommendation added"),
    "recommendation.edit": mark("Recommendation changed"),
    "recommendation.move": mark("Recommendation moved"),
    "recommendation.put_back": mark("New recommendations taken away again"),
    "recommendation.take_over": mark("Recommendations made of carried proposals"),
    "recommendation.withdraw": mark("Recommendation withdrawn or put back"),
    "registration.choose": mark("Rules for registration chosen"),
    "registration.clear": mark("People who do not take part erased"),
    "registration.close": mark("Registration closed"),
    "registration.reopen": mark("Registration opened again"),
    "reply.decide": mark("Difference between reply and list decided"),
    "reply.keep_first": mark("Second reply set aside"),
    "reply.record": mark("Reply entered"),
    "reply.undecide": mark("Decision about a reply undone"),
    "reply.undo": mark("Reply taken back"),
    "setting": mark("Setting changed"),
    "site.make": mark("Website made"),
    "term.agree": mark("Agreed term kept"),
    "themes.add": mark("Theme made"),
    "themes.edit": mark("Theme changed"),
    "themes.order": mark("Order of themes changed"),
    "themes.restore": mark("Theme put back"),
    "themes.withdraw": mark("Theme taken away"),
}

OPERATIONS = {
    Operation.INSERT: mark("new"),
    Operation.UPDATE: mark("changed"),
    Operation.DELETE: mark("taken away"),
    Operation.BULK: mark("many at once"),
    Operation.ERASE: mark("erased"),
}


def action_words(action: str) -> str:
    """What the organiser did; an action of a later version is shown by its code."""
    return _(ACTIONS[action]) if action in ACTIONS else action


def operation_words(operation: Operation) -> str:
    """What happened to the row."""
    return _(OPERATIONS[operation])


def chain_words(report: ChainReport) -> str:
    """Whether the log of one copy of the workspace is whole."""
    if not report.intact:
        return _("The log of {site} was altered: entry {entry} does not follow from the one before.").format(
            site=report.site_name, entry=report.broken_at
        )
    whole = ngettext(
        "The log of {site} is whole: {count} entry follows from the one before.",
        "The log of {site} is whole: {count} entries follow from each other.",
        report.entries,
    ).format(site=report.site_name, count=number(report.entries))
    if not report.erased:
        return whole
    erased = ngettext(
        "Of {count} entry the content was erased.",
        "Of {count} entries the content was erased.",
        report.erased,
    ).format(count=number(report.erased))
    return f"{whole} {erased}"
