"""Which topics people want to talk about at a meeting: typed for one person, or read from a sheet."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.events import Event, TopicPreference
from burgertop_app.exchange.choice_sheet import read_choices
from burgertop_app.i18n import listed
from burgertop_app.storage import meeting_store, seating_ground

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.exchange.choice_sheet import ChoiceRow
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

Choices = dict["UUID", tuple[str, ...]]


@dataclass(frozen=True)
class ChoicesRead:
    """What a sheet says: the topics of each participation, and how many of its rows chose nothing."""

    choices: Choices
    empty: int


class TopicChoices:
    """What people want to talk about."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def topics(self, event_id: UUID) -> tuple[str, ...]:
        """The topics of a meeting that can be chosen, in order."""
        with self._work.reading() as store:
            return tuple(_topics(store, event_id).values())

    def choices(self, event_id: UUID) -> Choices:
        """The topics that each participation chose, the first choice first."""
        with self._work.reading() as store:
            return dict(seating_ground.choices(store, event_id))

    def look(self, event_id: UUID, path: Path) -> ChoicesRead:
        """What a sheet says, held against who comes and which topics there are; nothing is kept.

        Raises:
            NotFound: there is no such file.
            InvalidInput: it is no sheet of choices, or a row names somebody who does not come, has a
                namesake or was there before, or a topic that is not there or twice.
        """
        name, rows = read_choices(path)
        with self._work.reading() as store:
            reading = _Reading(name, store, event_id)
        found: Choices = {}
        empty = 0
        for row in rows:
            person = reading.person(row)
            if person in found:
                raise InvalidInput("choices_person_twice", file=name, row=row.row)
            found[person] = reading.chosen(row)
            empty += not found[person]
        return ChoicesRead(found, empty)

    def keep(self, event_id: UUID, choices: Mapping[UUID, Sequence[str]]) -> Change:
        """Keep the choices of these participations in place of what they chose; none at all takes them away.

        Raises:
            InvalidInput: a topic is not there, or is there twice.
        """
        with self._work.writing("event.choices") as store:
            known = _topics(store, event_id)
            _choose(store, event_id, {one: _checked(topics, known) for one, topics in choices.items()})
        return changed(Topic.TABLES, row=event_id)

    def put_back(self, event_id: UUID, choices: Mapping[UUID, Sequence[str]]) -> Change:
        """Undo `keep`: the choices are as they were, also of a topic that the meeting no longer has."""
        with self._work.writing("event.choices") as store:
            _choose(store, event_id, choices)
        return changed(Topic.TABLES, row=event_id)


class _Reading:
    """Who and what a row of a sheet can name."""

    def __init__(self, file: str, store: Store, event_id: UUID) -> None:
        self._file = file
        self._known = _topics(store, event_id)
        people = meeting_store.expected(store, store.get(Event, event_id))
        self._by_number = {line.number: line.participation_id for line in people}
        self._by_name: dict[str, list[PersonLine]] = defaultdict(list)
        for line in people:
            self._by_name[" ".join(line.name.casefold().split())].append(line)

    def person(self, row: ChoiceRow) -> UUID:
        if row.number:
            found = self._by_number.get(row.number)
            if found is None:
                raise InvalidInput("choices_stranger", file=self._file, row=row.row)
            return found
        alike = self._by_name.get(" ".join(row.name.casefold().split()), [])
        if len(alike) > 1:
            raise InvalidInput("choices_namesakes", file=self._file, row=row.row, count=len(alike))
        if not alike:
            raise InvalidInput("choices_no_name", file=self._file, row=row.row)
        return alike[0].participation_id

    def chosen(self, row: ChoiceRow) -> tuple[str, ...]:
        try:
            return _checked(row.topics, self._known)
        except InvalidInput as error:
            more = {name: value for name, value in error.params.items() if isinstance(value, str)}
            raise InvalidInput(f"{error.code}_row", file=self._file, row=row.row, **more) from error


def _choose(store: Store, event_id: UUID, choices: Mapping[UUID, Sequence[str]]) -> None:
    """Keep these choices in place of those of the same people."""
    for person, topics in choices.items():
        for kept in store.find(TopicPreference, event_id=event_id, participation_id=person):
            store.remove(kept)
        store.add_all(
            TopicPreference(
                id=store.new_id(), event_id=event_id, participation_id=person, topic=topic, rank=rank
            )
            for rank, topic in enumerate(topics, 1)
        )


def _topics(store: Store, event_id: UUID) -> dict[str, str]:
    """The topics of tables and rounds, by their words in small letters."""
    rounds = {turn.id: turn.topic for turn in meeting_store.rounds(store, event_id)}
    found: dict[str, str] = {}
    for place in meeting_store.places(store, event_id):
        topic = place.topic or rounds.get(place.round_id, "")
        if topic:
            found.setdefault(topic.casefold(), topic)
    return found


def _checked(topics: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """The topics as the meeting writes them."""
    for topic in topics:
        if topic.casefold() not in known:
            told = listed(list(known.values())) or "–"
            raise InvalidInput("choice_topic_unknown", topic=topic[:60], known=told)
    double = [topic for topic, times in Counter(map(str.casefold, topics)).items() if times > 1]
    if double:
        raise InvalidInput("choice_twice", topic=known[double[0]])
    return tuple(known[topic.casefold()] for topic in topics)
