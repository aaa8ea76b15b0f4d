"""Letters to the college and the overview of its answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, RecommendationText
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.papers.answers import (
    AnsweredRecommendation,
    Delay,
    EarlierAnswer,
    LetterHead,
    OfferingLetterPaper,
    RatingFormPaper,
    ReminderLetterPaper,
    ResponseOverviewPaper,
)
from burgertop_app.domain.processes import Process
from burgertop_app.domain.reminding import occasion_on
from burgertop_app.domain.responses import (
    Agreement,
    Deadline,
    Disposition,
    Postponement,
    Reminder,
    Response,
    for_public,
    last_day_of,
)
from burgertop_app.domain.terms import Due, Start, due
from burgertop_app.i18n import _, speaking
from burgertop_app.messages import terms as term_words
from burgertop_app.services.addressing import addressees_of, copies
from burgertop_app.services.agreements import agreed
from burgertop_app.services.printing import shared
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.addressees import Addressee
    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.storage.unit_of_work import Store


def offering_letter(
    store: Store, advice_id: UUID, made_at: datetime, today: date, holidays: Holidays
) -> OfferingLetterPaper:
    """The letter with the receipt form for the last frozen version.

    Raises:
        NotPossible: no version was frozen yet.
    """
    advice = store.get(Advice, advice_id)
    process = store.get(Process, advice.process_id)
    versions = advice_store.versions(store, advice_id)
    if not versions:
        raise NotPossible("advice_not_published")
    agreement = agreed(store, process.id)
    offers = advice_store.offers(store, advice_id)
    on = offers[-1].on if offers else today
    written = addressees_of(store, process)
    with speaking(process.language):
        return OfferingLetterPaper(
            masthead=shared.masthead(store, process, made_at),
            head=_head(process, on, written),
            advice_title=advice.title,
            version=versions[-1].version,
            content_hash=versions[-1].sha256,
            term=term_words.beginning(agreement.term),
            rules=term_words.rules(agreement.term),
            expected=_expected(due(on, agreement.term, holidays)),
            source=_source(agreement),
            recommendations=tuple(line.text.title for line in _lines(store, advice_id)),
            copies=tuple(one.lines for one in copies(written)),
        )


def _expected(found: Due) -> str:
    """The last day for a term that begins on the day of the letter."""
    if found.term.start is Start.COUNCIL:
        return _("The term begins when the council discusses the advice.")
    said = (
        _("If you receive the advice on the day of this letter, the last day is {day}: {why}.")
        if found.term.start is Start.RECEIPT
        else _("The last day is {day}: {why}.")
    )
    return said.format(day=term_words.weekday(found.day), why=term_words.why(found))


def _source(agreement: Agreement) -> str:
    """Where the term was agreed, or the article of the ordinance."""
    if not agreement.ordinance:
        return agreement.source
    article = _("{ordinance}, article {article}") if agreement.article else "{ordinance}"
    said = article.format(ordinance=agreement.ordinance, article=agreement.article)
    return "; ".join(filter(None, (said, agreement.source)))


def reminder_letter(
    store: Store, advice_id: UUID, made_at: datetime, today: date, holidays: Holidays
) -> ReminderLetterPaper:
    """The letter that asks for the answers that are still missing.

    Raises:
        NotPossible: the college has not received the advice.
    """
    advice = store.get(Advice, advice_id)
    process = store.get(Process, advice.process_id)
    receipt = advice_store.receipt(store, advice_id)
    if receipt is None:
        raise NotPossible("advice_not_received")
    deadline = store.one(Deadline, receipt_id=receipt.id)
    delays = store.find(Postponement, deadline_id=deadline.id, withdrawn_reason="")
    last = last_day_of(deadline, delays)
    agreed_due = replace(due(deadline.starts_on or receipt.on, deadline.term, holidays), day=deadline.due_on)
    lines = _lines(store, advice_id)
    written = addressees_of(store, process)
    with speaking(process.language):
        return ReminderLetterPaper(
            masthead=shared.masthead(store, process, made_at),
            head=_head(process, today, written),
            advice_title=advice.title,
            offered_on=advice_store.offers(store, advice_id)[-1].on,
            received_on=receipt.on,
            due_on=last,
            occasion=occasion_on(last, today),
            agreed_on=deadline.due_on,
            why=term_words.why(agreed_due),
            delays=tuple(
                Delay(until=one.until, told_on=one.told_on, reason=one.reason, by=one.by) for one in delays
            ),
            copies=tuple(one.lines for one in copies(written)),
            earlier_reminders=tuple(
                kept.on
                for kept in store.find(Reminder, order_by="on", advice_id=advice_id)
                if kept.on < today
            ),
            open_recommendations=tuple(line.text.title for line in lines if line.disposition is None),
            total=len(lines),
            without_reason=tuple(
                line.text.title for line in lines if line.disposition and line.disposition.lacks_reason
            ),
        )


def response_overview(store: Store, advice_id: UUID, term: str, made_at: datetime) -> ResponseOverviewPaper:
    """What the college does with each recommendation; `term` is the sentence that explains the last day."""
    advice = store.get(Advice, advice_id)
    process = store.get(Process, advice.process_id)
    receipt = advice_store.receipt(store, advice_id)
    deadline = store.one(Deadline, receipt_id=receipt.id) if receipt else None
    response = store.first(Response, advice_id=advice_id)
    answered = advice_store.all_answered(store, advice_id) and response is not None
    with speaking(process.language):
        return ResponseOverviewPaper(
            masthead=shared.masthead(store, process, made_at),
            advice_title=advice.title,
            college=_college(process),
            received_on=receipt.on if receipt else None,
            due_on=_last(store, deadline),
            answered_on=response.received_on if answered and response else None,
            term=term,
            recommendations=_answered_all(store, advice_id),
            letter=response.letter if response else "",
        )


def _last(store: Store, deadline: Deadline | None) -> date | None:
    if deadline is None:
        return None
    return last_day_of(deadline, store.find(Postponement, deadline_id=deadline.id))


def rating_form(store: Store, advice_id: UUID, made_at: datetime) -> RatingFormPaper:
    """The form on which residents rate the reasons of the college.

    Raises:
        NotPossible: the college has not answered anything yet.
    """
    advice = store.get(Advice, advice_id)
    process = store.get(Process, advice.process_id)
    answered = tuple(line for line in _answered_all(store, advice_id) if line.disposal is not None)
    if not answered:
        raise NotPossible("rating_nothing_answered")
    with speaking(process.language):
        return RatingFormPaper(
            masthead=shared.masthead(store, process, made_at),
            advice_title=advice.title,
            college=_college(process),
            recommendations=answered,
            return_to=process.contact,
        )


def _answered_all(store: Store, advice_id: UUID) -> tuple[AnsweredRecommendation, ...]:
    """The recommendations in the wording that was answered, each with its answer and the earlier ones."""
    lines = _lines(store, advice_id)
    said = store.find(
        Disposition, order_by="version", recommendation_id=[line.recommendation.id for line in lines]
    )
    wordings = store.find(RecommendationText, id=list({one.text_id for one in said}))
    titles = {text.id: text.title for text in wordings}
    offered = advice_store.published_texts(store, advice_id)
    return tuple(
        _answered(
            line,
            titles.get(line.disposition.text_id, line.text.title)
            if line.disposition
            else offered.get(line.recommendation.id, line.text).title,
            [one for one in said if one.recommendation_id == line.recommendation.id],
        )
        for line in lines
    )


def _answered(
    line: RecommendationLine, sentence: str, answers: Sequence[Disposition]
) -> AnsweredRecommendation:
    number = line.recommendation.number
    said = line.disposition
    if said is None:
        return AnsweredRecommendation(number=number, sentence=sentence)
    return AnsweredRecommendation(
        number=number,
        sentence=sentence,
        disposal=said.disposal,
        reason=said.reason,
        owner=said.owner,
        due_on=said.due_on,
        budget=said.budget,
        council=said.council,
        policy=said.policy,
        marks=for_public(line.marks),
        earlier=tuple(
            EarlierAnswer(
                on=one.at.astimezone().date() if one.at else None, disposal=one.disposal, reason=one.reason
            )
            for one in answers
            if one.version < said.version
        ),
    )


def _lines(store: Store, advice_id: UUID) -> list[RecommendationLine]:
    return [
        line
        for line in advice_store.recommendation_lines(store, advice_id)
        if not line.recommendation.withdrawn_reason
    ]


def _college(process: Process) -> str:
    if not process.municipality:
        return _("the college of mayor and aldermen")
    return _("the college of mayor and aldermen of {municipality}").format(municipality=process.municipality)


def _head(process: Process, today: date, written: tuple[Addressee, ...]) -> LetterHead:
    return LetterHead(
        sender=tuple(filter(None, (process.title, process.municipality))),
        addressee=written[0].lines,
        place=process.municipality,
        on=today,
        contact=process.contact,
    )
