"""The progress report, the agenda of a meeting about progress and the letters to owners, put together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain import progressing
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.monitoring import Turn, last_held, next_slot
from burgertop_app.domain.papers.progress import (
    AgendaPaper,
    HeldMeeting,
    MovedDay,
    OwnerLetter,
    OwnerLettersPaper,
    PledgeItem,
    ProgressGroup,
    ProgressItem,
    ProgressPaper,
)
from burgertop_app.domain.processes import Process
from burgertop_app.domain.responses import Side
from burgertop_app.domain.terms import days_left
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.following import difference_words, questions, standing
from burgertop_app.services.monitoring import meetings
from burgertop_app.services.printing import shared
from burgertop_app.storage import follow_store, overview_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.follow_views import CommitmentLine, PledgeLine
    from burgertop_app.domain.following import Evidence
    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.domain.progressing import Difference, StateOfAffairs
    from burgertop_app.storage.unit_of_work import Store

MOST_CARDS = 12


def progress(
    store: Store, process_id: UUID, made_at: datetime, today: date, holidays: Holidays
) -> tuple[ProgressPaper, str]:
    """The draft of the next report, and canonical JSON of how everything stands now."""
    process = store.get(Process, process_id)
    lines, pledges = _sorted(store, process_id, today), follow_store.pledges(store, process_id)
    now = progressing.state_of(lines, [one.pledge for one in pledges])
    earlier = [report for report in follow_store.reports(store, process_id) if not report.withdrawn_reason]
    before = progressing.read(earlier[-1].content) if earlier else None
    since = earlier[-1].made_at.astimezone().date() if earlier else None

    def changes(line: CommitmentLine) -> tuple[Difference, ...]:
        return progressing.differences(before, now, str(line.id))

    slots = meetings(store, process_id, today, holidays)
    coming = next_slot(slots)
    told = before.commitments.items() if before else ()
    standing_before = {key for key, one in told if not one["withdrawn"]}
    shown = [
        line for line in lines if not line.commitment.withdrawn_reason or str(line.id) in standing_before
    ]
    promised = [line for line in shown if line.commitment.side is Side.COLLEGE]
    with speaking(process.language):
        paper = ProgressPaper(
            masthead=shared.masthead(store, process, made_at),
            number=0,
            on=today,
            since=since,
            groups=_groups(promised, today, changes),
            others=tuple(_item(line, today, changes) for line in promised if line.origin is None),
            plans=tuple(
                _item(line, today, changes) for line in shown if line.commitment.side is Side.RESIDENTS
            ),
            pledges=_pledges(pledges, before, now),
            meetings=tuple(_held(slots, since)),
            next_meeting=coming.on if coming else None,
        )
    return paper, progressing.written(now)


def agenda(
    store: Store,
    process_id: UUID,
    slot: MonitorSlot | None,
    made_at: datetime,
    today: date,
    holidays: Holidays,
) -> AgendaPaper:
    """The agenda of `slot`, or of a meeting today when there is none in the schedule."""
    process = store.get(Process, process_id)
    slots = meetings(store, process_id, today, holidays)
    last = last_held(slots)
    since = last.on if last else None
    lines = [line for line in _sorted(store, process_id, today) if not line.commitment.withdrawn_reason]

    def changes(line: CommitmentLine) -> tuple[Difference, ...]:
        return progressing.since_day(line, since)

    def items(wanted: Iterable[CommitmentLine]) -> tuple[ProgressItem, ...]:
        return tuple(_item(line, today, changes) for line in wanted)

    running = [line for line in lines if not line.commitment.ended]
    with speaking(process.language):
        return AgendaPaper(
            masthead=shared.masthead(store, process, made_at),
            number=slot.number if slot else 0,
            on=slot.on if slot else today,
            since=since,
            items=items(line for line in running if line.commitment.side is Side.COLLEGE),
            plans=items(line for line in running if line.commitment.side is Side.RESIDENTS),
            ended=items(line for line in lines if line.commitment.ended and _ended_since(line, since)),
            pledges=_pledges(follow_store.pledges(store, process_id), None, None),
            decisions=last.meeting.decisions if last and last.meeting else "",
        )


def owner_letters(
    store: Store, process_id: UUID, made_at: datetime, today: date, holidays: Holidays
) -> OwnerLettersPaper:
    """A letter to everyone who still has something to do.

    Raises:
        NotPossible: nobody has.
    """
    process = store.get(Process, process_id)
    heaps: dict[str, list[CommitmentLine]] = defaultdict(list)
    for line in _sorted(store, process_id, today):
        if not line.commitment.ended and line.commitment.owner.strip():
            heaps[line.commitment.owner.strip().casefold()].append(line)
    if not heaps:
        raise NotPossible("owner_letters_nobody")
    coming = next_slot(meetings(store, process_id, today, holidays))
    with speaking(process.language):
        return OwnerLettersPaper(
            masthead=shared.masthead(store, process, made_at),
            on=today,
            place=process.municipality,
            sender=tuple(dict.fromkeys(filter(None, (process.title, process.municipality)))),
            letters=tuple(_letter(heaps[name], today) for name in sorted(heaps)),
            next_meeting=coming.on if coming and coming.on >= today else None,
            reply_to=process.contact,
        )


def _letter(lines: Sequence[CommitmentLine], today: date) -> OwnerLetter:
    names = dict.fromkeys(line.commitment.contact.strip() for line in lines)
    return OwnerLetter(
        owner=lines[0].commitment.owner,
        contact=", ".join(filter(None, names)) if len(list(filter(None, names))) == 1 else "",
        items=tuple(_item(line, today, lambda _line: ()) for line in lines),
    )


def _sorted(store: Store, process_id: UUID, today: date) -> list[CommitmentLine]:
    found = follow_store.lines(store, process_id)
    return sorted(found, key=lambda line: overview_store.urgency_of(line.commitment, today))


def _groups(
    lines: Sequence[CommitmentLine], today: date, changes: Callable[[CommitmentLine], tuple[Difference, ...]]
) -> tuple[ProgressGroup, ...]:
    heaps: dict[UUID, list[CommitmentLine]] = defaultdict(list)
    for line in lines:
        if line.origin is not None:
            heaps[line.origin.recommendation_id].append(line)
    known = [(origin, heap) for heap in heaps.values() if (origin := heap[0].origin) is not None]
    return tuple(
        ProgressGroup(
            number=origin.number,
            sentence=origin.sentence,
            disposal=origin.disposal,
            items=tuple(_item(line, today, changes) for line in heap),
        )
        for origin, heap in sorted(known, key=lambda pair: pair[0].number)
    )


def _item(
    line: CommitmentLine, today: date, changes: Callable[[CommitmentLine], tuple[Difference, ...]]
) -> ProgressItem:
    kept = line.commitment
    late = -days_left(kept.due_on, today) if kept.due_on and overview_store.is_late(kept, today) else 0
    notes = [(note.on, note.text) for note in reversed(line.notes)]
    if kept.progress and not notes:
        notes = [(kept.made_on or today, kept.progress)]
    return ProgressItem(
        text=kept.text,
        state=kept.state,
        step=kept.step,
        standing=standing(kept, today),
        owner=kept.owner,
        due_on=kept.due_on,
        late=late,
        budget=kept.budget,
        outcome=kept.outcome,
        withdrawn=kept.withdrawn_reason,
        source=_source(line),
        changes=tuple(map(difference_words, changes(line))),
        notes=tuple(notes),
        moved=tuple(MovedDay(was_on=one.was_on, now_on=one.now_on, reason=one.reason) for one in line.moved),
        evidence=_shown(line.evidence),
        questions=questions(line, today),
    )


def _source(line: CommitmentLine) -> str:
    if line.origin is None:
        return ""
    said = _("Recommendation {number}: {sentence}").format(
        number=line.origin.number, sentence=line.origin.sentence
    )
    if not line.origin.cards:
        return said
    labels = ", ".join(label for _id, label in line.origin.cards[:MOST_CARDS])
    more = "…" if len(line.origin.cards) > MOST_CARDS else ""
    return _("{recommendation} (cards {cards})").format(recommendation=said, cards=labels + more)


def _pledges(
    lines: Sequence[PledgeLine], before: StateOfAffairs | None, now: StateOfAffairs | None
) -> tuple[PledgeItem, ...]:
    return tuple(
        PledgeItem(
            by=line.pledge.by,
            text=line.pledge.text,
            state=line.pledge.state,
            on=line.pledge.settled_on,
            note=line.pledge.note,
            evidence=_shown(line.evidence),
            changed=now is not None and progressing.pledge_changed(before, now, str(line.pledge.id)),
        )
        for line in lines
        if line.pledge.text.strip()
    )


def _shown(evidence: Iterable[Evidence]) -> tuple[tuple[str, str], ...]:
    return tuple((one.description, one.link) for one in evidence if not one.withdrawn_reason)


def _held(slots: Sequence[MonitorSlot], since: date | None) -> Iterable[HeldMeeting]:
    for slot in slots:
        kept = slot.meeting
        if slot.turn is Turn.HELD and kept is not None and (since is None or slot.on >= since):
            yield HeldMeeting(on=kept.on, present=kept.present, note=kept.note, decisions=kept.decisions)


def _ended_since(line: CommitmentLine, since: date | None) -> bool:
    closed = line.commitment.closed_on
    return since is None or closed is None or closed > since
