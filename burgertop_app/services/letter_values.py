"""What stands in the blanks of a letter: the same for everyone, or different for each person."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState
from burgertop_app.domain.codes import shown_code
from burgertop_app.domain.draw_records import DrawEntry, DrawRecord, DrawState, Outcome, QuotaLine
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Event, Round
from burgertop_app.domain.feedback import FeedbackRecipient
from burgertop_app.domain.letters import ALLOWED, Blank, used
from burgertop_app.i18n import _, day, number
from burgertop_app.messages.letters import blank_words, hole_words
from burgertop_app.storage import draw_store, stage_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import time
    from uuid import UUID

    from burgertop_app.domain.inviting import MailKind
    from burgertop_app.domain.letters import LetterSetup, Wording
    from burgertop_app.domain.processes import Process
    from burgertop_app.domain.registration import Recipient
    from burgertop_app.storage.unit_of_work import Store

LAST_MINUTE = 24 * 60 - 1

SHARED = (
    Blank.PROCESS,
    Blank.TOPIC,
    Blank.MUNICIPALITY,
    Blank.CONTACT,
    Blank.SEATS,
    Blank.REPLY_BY,
    Blank.WEBSITE,
    Blank.MEETINGS,
    Blank.POOL,
    Blank.ADVICE,
)
"""Blanks that are filled in alike in all letters."""


UNFILLED = {
    Blank.MEETINGS: "letter_hole_meetings",
    Blank.REPLY_BY: "letter_hole_here",
    Blank.WEBSITE: "letter_hole_here",
}
"""What to say of a shared blank that nothing fills; the others are filled in on the plan."""


CLOSENESS = {Outcome.KEPT_OUT: 0, Outcome.REMAINING: 1, Outcome.RESERVE: 2, Outcome.PANEL: 3}
"""Which of several draws is somebody's own: that in which they got the highest."""


@dataclass(frozen=True)
class Filling:
    """What fills the blanks of one kind of letter, in the language of the process."""

    kind: MailKind
    words: Mapping[Blank, str]
    shared: Mapping[Blank, str]
    pools: Mapping[UUID, str] = field(default_factory=dict)
    """With several panels: how many people were in the draw that a person was in, by participation."""

    def of(self, person: Recipient) -> tuple[tuple[str, str], ...]:
        """What stands in each blank of this person's letter, by its word."""
        values = {**self.shared, **_own(person)}
        values[Blank.POOL] = self.pools.get(person.participation_id, self.shared[Blank.POOL])
        return tuple((self.words[blank], values[blank]) for blank in ALLOWED[self.kind])


def filling(store: Store, process: Process, setup: LetterSetup, kind: MailKind) -> Filling:
    """What fills the blanks of a process; speak its language around this."""
    drawn = _drawn(store, process.id)
    people = drawn[-1].people if drawn else stage_store.counts(store, process.id).registered
    return Filling(
        kind,
        blank_words(),
        {
            Blank.PROCESS: process.title,
            Blank.TOPIC: process.topic,
            Blank.MUNICIPALITY: process.municipality,
            Blank.CONTACT: process.contact,
            Blank.SEATS: number(process.seats),
            Blank.REPLY_BY: day(setup.reply_by, "full") if setup.reply_by else "",
            Blank.WEBSITE: setup.website,
            Blank.MEETINGS: "\n".join(_meetings(store, process.id)),
            Blank.POOL: number(people),
            Blank.ADVICE: _advice(store, process),
        },
        _pools(store, drawn) if len(drawn) > 1 else {},
    )


def refuse_holes(filled: Filling, wording: Wording) -> None:
    """Refuse a letter with a shared blank that nothing fills.

    Raises:
        InvalidInput: with the words of all such blanks, and where to fill each in.
    """
    there = used(f"{wording.subject}\n{wording.text}", filled.words)
    holes = [blank for blank in there if blank in SHARED and not filled.shared[blank].strip()]
    if len(holes) == 1:
        raise InvalidInput(UNFILLED.get(holes[0], "letter_hole_plan"), blank=filled.words[holes[0]])
    if holes:
        raise InvalidInput(
            "letter_holes", blanks=", ".join(hole_words(blank, filled.words[blank]) for blank in holes)
        )


def with_holes(filled: Filling) -> Filling:
    """The same filling, where a shared blank that nothing fills shows its word between brackets."""
    shared = {blank: value or f"[{filled.words[blank]}]" for blank, value in filled.shared.items()}
    return replace(filled, shared=shared)


def choices(store: Store, process_id: UUID) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The features of the quotas with their values, to tick on a reply card; none before there are quotas."""
    kept = draw_store.latest_set(store, process_id)
    found: dict[str, list[str]] = {}
    for line in draw_store.quota_lines(store, kept.id) if kept else ():
        _add(found, line)
    return tuple((feature, tuple(values)) for feature, values in found.items())


def _add(found: dict[str, list[str]], line: QuotaLine) -> None:
    found.setdefault(line.feature, []).append(line.value)


def _own(person: Recipient) -> dict[Blank, str]:
    return {
        Blank.NAME: person.name or _("resident"),
        Blank.CODE: shown_code(person.code),
        Blank.NUMBER: person.number,
        Blank.FEATURES: "\n".join(f"{feature}: {value}" for feature, value in person.features.items()),
        Blank.CONTROL: person.salt,
        Blank.PLACE: number(person.place) if person.place else "",
        Blank.SUMMARY: person.summary if isinstance(person, FeedbackRecipient) else "",
    }


def _advice(store: Store, process: Process) -> str:
    """The title of the advice that stands, or of the process before there is one."""
    standing = [
        advice
        for advice in store.find(Advice, process_id=process.id)
        if advice.state is not AdviceState.WITHDRAWN
    ]
    return standing[0].title if standing else process.title


def _meetings(store: Store, process_id: UUID) -> list[str]:
    """A line per meeting that has a day: the day, from when to when, and where."""
    planned = [event for event in store.find(Event, order_by="on", process_id=process_id) if event.on]
    return [
        ", ".join(filter(None, (day(event.on, "full"), _hours(store, event.id), event.place)))
        for event in planned
        if event.on
    ]


def _hours(store: Store, event_id: UUID) -> str:
    rounds = [turn for turn in store.find(Round, event_id=event_id) if turn.starts_at]
    if not rounds:
        return ""
    begin = min(turn.starts_at for turn in rounds if turn.starts_at)
    end = max(_end(turn.starts_at, turn.minutes) for turn in rounds if turn.starts_at)
    return f"{begin:%H:%M}–{end:%H:%M}"


def _end(starts: time, minutes: int) -> time:
    """When something ends that begins at `starts`, on the same day at the latest."""
    hours, left = divmod(min(starts.hour * 60 + starts.minute + minutes, LAST_MINUTE), 60)
    return starts.replace(hour=hours, minute=left)


def _drawn(store: Store, process_id: UUID) -> tuple[DrawRecord, ...]:
    """The real draws that stand, the newest one last."""
    return tuple(
        draw
        for draw in draw_store.draws(store, process_id)
        if draw.state is DrawState.DRAWN and not draw.rehearsal
    )


def _pools(store: Store, drawn: Sequence[DrawRecord]) -> dict[UUID, str]:
    """How many people were in the draw of each person's panel; of others in the newest that they were in."""
    found: dict[UUID, tuple[int, int, int]] = {}
    for draw in drawn:
        for entry in store.find(DrawEntry, draw_id=draw.id):
            known = (CLOSENESS[entry.outcome], draw.attempt, draw.people)
            found[entry.participation_id] = max(known, found.get(entry.participation_id, known))
    return {id_: number(people) for id_, (_close, _attempt, people) in found.items()}
