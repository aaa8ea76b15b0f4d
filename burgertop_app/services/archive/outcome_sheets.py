"""The sheets of the dossier about what was said, voted, advised, answered and promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceVersion, Offer, Receipt
from burgertop_app.domain.responses import (
    Commitment,
    Deadline,
    Disposition,
    MonitorMeeting,
    Reminder,
    Response,
)
from burgertop_app.i18n import _
from burgertop_app.messages.answers import disposal_word
from burgertop_app.messages.card_agreement import phrase
from burgertop_app.messages.votes import result_sentence, rule_sentence
from burgertop_app.messages.words import word
from burgertop_app.storage import advice_store, outcome_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from burgertop_app.domain.processes import Process
    from burgertop_app.exchange.exports import Cell
    from burgertop_app.services.archive.sheets import Sheet
    from burgertop_app.storage.unit_of_work import Store


def cards(store: Store, process: Process) -> Sheet:
    """A row for each wording, so that nothing that was said is lost."""
    rows: list[tuple[Cell, ...]] = []
    for line in outcome_store.card_lines(store, process.id):
        card = line.card
        rows.extend(
            (
                card.label,
                wording.version,
                wording.text,
                wording.reason,
                card.kind,
                card.addressee,
                card.times,
                card.table_no,
                card.round_no,
                line.theme,
                ", ".join(map(str, line.proposals)),
                card.withdrawn_reason,
                phrase(line.agreed) if wording.version == line.versions else "",
                ", ".join(line.earlier),
                ", ".join(line.later),
            )
            for wording in outcome_store.card_wordings(store, card.id)
        )
    headings = (
        _("Card"),
        _("Version"),
        _("Text"),
        _("Why reworded"),
        _("Kind"),
        _("For whom"),
        _("Times"),
        _("Table"),
        _("Round"),
        _("Theme"),
        _("Proposals"),
        _("Why withdrawn"),
        _("Agreed by the table"),
        _("Came from"),
        _("Went on in"),
    )
    return headings, rows


def proposals(store: Store, process: Process) -> Sheet:
    """Every proposal with its cards, its vote and what it led to."""
    rows: list[tuple[Cell, ...]] = []
    for line in outcome_store.proposal_lines(store, process.id):
        count = line.count
        rows.append(
            (
                line.proposal.number,
                line.text.title,
                line.text.text,
                line.proposal.cost,
                ", ".join(line.cards),
                rule_sentence(line.rule, line.method) if line.rule else "",
                count.in_favour if count else None,
                count.against if count and count.score is None else None,
                count.blank if count else None,
                result_sentence(line.rule, count, line.method) if line.rule and count else "",
                ", ".join(map(str, line.recommendations)),
                line.proposal.withdrawn_reason,
            )
        )
    headings = (
        _("Proposal"),
        _("Title"),
        _("Text"),
        _("Cost"),
        _("Cards"),
        _("Rule of the vote"),
        _("For"),
        _("Against"),
        _("Blank"),
        _("Result"),
        _("Recommendations"),
        _("Why withdrawn"),
    )
    return headings, rows


def versions(store: Store, advices: Sequence[Advice]) -> Sheet:
    """Every established version of every advice."""
    rows: list[tuple[Cell, ...]] = [
        (advice.number, advice.title, one.version, _moment(one.frozen_at), one.sha256)
        for advice in advices
        for one in store.find(AdviceVersion, order_by="version", advice_id=advice.id)
    ]
    return (_("Advice"), _("Title"), _("Version"), _("Established at"), _("SHA-256")), rows


def recommendations(store: Store, advices: Sequence[Advice]) -> Sheet:
    """Every recommendation with its words, its support and its cards."""
    rows: list[tuple[Cell, ...]] = [
        (
            advice.number,
            line.recommendation.number,
            line.text.title,
            line.text.reason,
            line.text.minority,
            line.text.ourselves,
            line.in_favour,
            line.against,
            ", ".join(line.cards),
            line.recommendation.withdrawn_reason,
        )
        for advice in advices
        for line in advice_store.recommendation_lines(store, advice.id)
    ]
    headings = (
        _("Advice"),
        _("Recommendation"),
        _("Title"),
        _("Reason"),
        _("Minority view"),
        _("What residents do themselves"),
        _("For"),
        _("Against"),
        _("Cards"),
        _("Why withdrawn"),
    )
    return headings, rows


def offers(store: Store, advices: Sequence[Advice]) -> Sheet:
    """When each advice was offered, received and reminded of."""
    rows: list[tuple[Cell, ...]] = []
    for advice in advices:
        rows += _sent(store, advice)
        rows += [
            (advice.number, _("Reminder"), one.on, one.text, "", None)
            for one in store.find(Reminder, order_by="on", advice_id=advice.id)
        ]
    headings = (_("Advice"), _("What"), _("Day"), _("To or proof"), _("How or why withdrawn"), _("Last day"))
    return headings, rows


def _sent(store: Store, advice: Advice) -> Iterator[tuple[Cell, ...]]:
    versions = [one.id for one in store.find(AdviceVersion, advice_id=advice.id)]
    for offer in store.find(Offer, order_by="on", version_id=versions):
        yield (advice.number, _("Offered"), offer.on, offer.to, offer.how, None)
        for receipt in store.find(Receipt, order_by="on", offer_id=offer.id):
            due = store.first(Deadline, order_by="-due_on", receipt_id=receipt.id)
            yield (
                advice.number,
                _("Received"),
                receipt.on,
                receipt.proof,
                receipt.withdrawn_reason,
                due.due_on if due else None,
            )


def answers(store: Store, advices: Sequence[Advice]) -> Sheet:
    """Every answer with every correction: a row a version."""
    rows: list[tuple[Cell, ...]] = []
    for advice in advices:
        numbers = {
            line.recommendation.id: line.recommendation.number
            for line in advice_store.recommendation_lines(store, advice.id)
        }
        responses = {one.id: one for one in store.find(Response, advice_id=advice.id)}
        rows.extend(
            (
                advice.number,
                numbers.get(one.recommendation_id),
                one.version,
                disposal_word(one.disposal),
                one.reason,
                one.owner,
                one.due_on,
                responses[one.response_id].received_on,
            )
            for one in store.find(Disposition, order_by="version", response_id=list(responses))
        )
    headings = (
        _("Advice"),
        _("Recommendation"),
        _("Version"),
        _("Answer"),
        _("Reason"),
        _("Who does it"),
        _("Ready on"),
        _("Received on"),
    )
    return headings, rows


def commitments(store: Store, process: Process) -> Sheet:
    """What was promised and how far it is, and the meetings about it."""
    rows: list[tuple[Cell, ...]] = [
        (one.text, one.owner, one.due_on, word(one.state), word(one.step), one.progress)
        for one in store.find(Commitment, process_id=process.id)
    ]
    rows += [
        (_("Meeting about the commitments"), "", one.on, "", "", one.note)
        for one in store.find(MonitorMeeting, order_by="on", process_id=process.id)
    ]
    headings = (
        _("Commitment"),
        _("Who does it"),
        _("Ready on"),
        _("How it stands"),
        _("Step"),
        _("Progress"),
    )
    return headings, rows


def _moment(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else ""
