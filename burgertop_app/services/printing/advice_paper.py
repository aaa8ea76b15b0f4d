"""The advice on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceSection, SectionKind
from burgertop_app.domain.canonical import sha256
from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.papers.advice import AdvicePaper, CardReference, KeyFigure, PaperRecommendation
from burgertop_app.domain.papers.common import Support
from burgertop_app.domain.papers.sign_off import SignOffSheetPaper
from burgertop_app.domain.people import (
    NAME_IN_ADVICE,
    ON_PANEL,
    WAS_THERE,
    Consent,
    Contact,
    Participation,
    Role,
)
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import _, ngettext, number, speaking
from burgertop_app.messages.draw_methods import method_words
from burgertop_app.messages.signing import sign_off_sentence, unsigned_sentence
from burgertop_app.messages.votes import rule_sentence
from burgertop_app.reports.parts import chopped
from burgertop_app.services.agreements import agreed
from burgertop_app.services.printing import representation_paper, shared
from burgertop_app.storage import (
    advice_images,
    advice_store,
    look_store,
    outcome_store,
    process_facts,
    sign_off_store,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.advice import AdviceVersion
    from burgertop_app.domain.outcome_views import RecommendationLine
    from burgertop_app.domain.overview_views import ThreadNumbers
    from burgertop_app.domain.sign_off import SignOff
    from burgertop_app.storage.unit_of_work import Store


def advice_paper(store: Store, advice_id: UUID, made_at: datetime, today: date) -> AdvicePaper:
    """The advice as it stands: the last frozen version if nothing changed since, else a draft of the next."""
    advice = store.get(Advice, advice_id)
    lines = advice_store.recommendation_lines(store, advice_id)
    frozen = advice_store.unchanged(store, advice, lines)
    if frozen is not None:
        return stamped_paper(store, advice_id, frozen, today, lines)
    process = store.get(Process, advice.process_id)
    with speaking(process.language):
        written = _written(store, advice, process, today, lines)
        draft = replace(
            written,
            masthead=shared.masthead(store, process, made_at),
            version=len(advice_store.versions(store, advice.id)) + 1,
            version_on=today,
        )
        return _signed(draft, _agreeing(store, advice))


def stamped_paper(
    store: Store,
    advice_id: UUID,
    version: AdviceVersion,
    today: date,
    lines: Sequence[RecommendationLine] | None = None,
) -> AdvicePaper:
    """The advice as it stands, with the number, the moment and the hash of `version` on it."""
    lines = advice_store.recommendation_lines(store, advice_id) if lines is None else lines
    advice = store.get(Advice, advice_id)
    process = store.get(Process, advice.process_id)
    with speaking(process.language):
        written = _written(store, advice, process, today, lines)
        fixed = replace(
            written,
            masthead=replace(
                shared.masthead(store, process, version.frozen_at), look=look_store.of_version(store, version)
            ),
            version=version.version,
            version_on=version.frozen_at.astimezone().date(),
            draft=False,
            content_hash=version.sha256,
        )
        return _signed(fixed, sign_off_store.of_version(store, version), version.unsigned_reason)


def named_paper(store: Store, advice_id: UUID, today: date) -> AdvicePaper:
    """The last fixed version with the names of those who took part and agreed to be named.

    Raises:
        NotPossible: nothing was fixed, the advice changed since, or nobody agreed.
    """
    advice = store.get(Advice, advice_id)
    lines = advice_store.recommendation_lines(store, advice_id)
    frozen = advice_store.unchanged(store, advice, lines)
    if frozen is None:
        raise NotPossible("advice_not_fixed_as_it_stands")
    names = named(store, advice)
    if not names:
        raise NotPossible("nobody_named")
    return replace(stamped_paper(store, advice_id, frozen, today, lines), participants=names)


def sign_off_sheet(store: Store, advice_id: UUID, made_at: datetime, today: date) -> SignOffSheetPaper:
    """The text as it stands, to be signed by number by everyone on the panel."""
    paper = advice_paper(store, advice_id, made_at, today)
    advice = store.get(Advice, advice_id)
    panel = store.find(Participation, process_id=advice.process_id, role=Role.RESIDENT, state=ON_PANEL)
    numbers = sorted((part.number for part in panel), key=lambda number_of: (len(number_of), number_of))
    return SignOffSheetPaper(
        masthead=replace(paper.masthead, made_at=made_at),
        advice=paper,
        content_hash=sha256(advice_store.content(store, advice)),
        members=tuple(numbers),
    )


def named(store: Store, advice: Advice) -> tuple[str, ...]:
    """The residents who took part and agreed to stand in the advice by name, in order of the alphabet.

    Until somebody was marked as present, everyone on the panel counts as taking part.
    """
    agreed = {
        kept.participation_id for kept in store.find(Consent, purpose=NAME_IN_ADVICE, withdrawn_on=None)
    }
    panel = store.find(Participation, process_id=advice.process_id, role=Role.RESIDENT, state=ON_PANEL)
    there = [part for part in panel if part.state in WAS_THERE]
    people = [part.person_id for part in there or panel if part.id in agreed]
    found = [contact.name for contact in store.find(Contact, person_id=people)]
    return tuple(sorted(filter(None, found), key=str.casefold))


def _written(
    store: Store, advice: Advice, process: Process, today: date, lines: Sequence[RecommendationLine]
) -> AdvicePaper:
    """What the advice says, dated today, under version 1."""
    sections = {kept.kind: kept.body for kept in store.find(AdviceSection, advice_id=advice.id)}
    numbers = process_facts.thread_numbers(store, process, today)
    cards = shared.lines_of_cards(store, process)
    with speaking(process.language):
        agreement, notes = shared.agreement(shared.counting(cards))
    times = {line.card.label: line.card.times for line in cards}
    rules = {
        line.proposal.number: rule_sentence(line.rule, line.method) if line.rule else ""
        for line in outcome_store.proposal_lines(store, process.id)
    }
    return AdvicePaper(
        masthead=shared.masthead(store, process, datetime.combine(today, time(), UTC)),
        title=advice.title,
        version=1,
        version_on=today,
        summary=sections.get(SectionKind.SUMMARY, ""),
        assignment=sections.get(SectionKind.ASSIGNMENT, "") or process.assignment,
        mandate=shared.mandate(store, process),
        method=sections.get(SectionKind.METHOD, ""),
        figures=_figures(numbers),
        draw_method=_draw_method(store, process),
        who=sections.get(SectionKind.PARTICIPANTS, ""),
        representation=representation_paper.representation(store, process),
        recommendations=tuple(
            _recommendation(line, times, rules) for line in lines if not line.recommendation.withdrawn_reason
        ),
        ourselves=sections.get(SectionKind.OURSELVES, ""),
        asked=sections.get(SectionKind.COUNCIL, ""),
        term=_term(store, process),
        follow_up=sections.get(SectionKind.FOLLOW_UP, ""),
        participants_total=numbers.present or numbers.drawn,
        themes=shared.card_themes(cards, notes),
        agreement=agreement,
        images=advice_images.contents(store, advice.id),
    )


def _agreeing(store: Store, advice: Advice) -> SignOff | None:
    """The members' agreement with the text as it is now."""
    return sign_off_store.valid(store, advice.id, sha256(advice_store.content(store, advice)))


def _signed(paper: AdvicePaper, signed: SignOff | None, unsigned_reason: str = "") -> AdvicePaper:
    """The paper with how the members agreed to it, or why they were not asked."""
    if signed is None:
        return replace(paper, sign_off=unsigned_sentence(unsigned_reason))
    return replace(paper, sign_off=sign_off_sentence(signed), sign_off_minority=signed.minority)


def _recommendation(
    line: RecommendationLine, times: Mapping[str, int], rules: Mapping[int, str]
) -> PaperRecommendation:
    rule = next((rules[proposal] for proposal in line.proposals if rules.get(proposal)), "")
    support = None
    if line.in_favour is not None and line.against is not None:
        support = Support(in_favour=line.in_favour, against=line.against, rule=rule)
    return PaperRecommendation(
        number=line.recommendation.number,
        sentence=line.text.title,
        reason=line.text.reason,
        support=support,
        minority=line.text.minority,
        ourselves=line.text.ourselves,
        note=line.text.note,
        costs=line.text.costs,
        roles=line.text.roles,
        cards=tuple(CardReference(number=label, times=times.get(label, 1)) for label in line.cards),
    )


def _figures(numbers: ThreadNumbers) -> tuple[KeyFigure, ...]:
    found = (
        (numbers.registered, ngettext("person registered", "people registered", numbers.registered)),
        (numbers.drawn, ngettext("person drawn", "people drawn", numbers.drawn)),
        (numbers.cards, ngettext("idea card", "idea cards", numbers.cards)),
        (numbers.proposals, ngettext("proposal", "proposals", numbers.proposals)),
    )
    return tuple(KeyFigure(number=number(count), words=name) for count, name in found if count)


def _draw_method(store: Store, process: Process) -> str:
    draw = store.first(DrawRecord, process_id=process.id, state=DrawState.DRAWN, rehearsal=False)
    if draw is None:
        return ""
    drawn = _("{seats} people were drawn by lot out of the {people} in the lottery.").format(
        seats=number(draw.seats), people=number(draw.people)
    )
    known = _("The lottery was made public before the number was known that pointed out the panel.")
    check = _("Anyone can check the draw; its control code is {code}.").format(
        code=chopped(draw.lottery_sha256)
    )
    return " ".join((drawn, method_words(draw.method).explained, known, check))


def _term(store: Store, process: Process) -> str:
    weeks = agreed(store, process.id).weeks
    return ngettext(
        "We agreed that the college answers within {weeks} week after it received this advice, "
        "and says for each recommendation what it does with it.",
        "We agreed that the college answers within {weeks} weeks after it received this advice, "
        "and says for each recommendation what it does with it.",
        weeks,
    ).format(weeks=weeks)
