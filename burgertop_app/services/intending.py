"""What participants do tomorrow: entered on the day, reworded, withdrawn, and shown without names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.intention_entry import IntentionLine, NewIntention, PastedList, pasted, whose
from burgertop_app.domain.intentions import Intention
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.people import Participation, State
from burgertop_app.domain.processes import Process
from burgertop_app.domain.public_names import numbered
from burgertop_app.exchange import recipes
from burgertop_app.services import card_keeping
from burgertop_app.services.site_reading import guard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Intending:
    """What an organiser does with the answers to "What do I do tomorrow?"."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def question(self, process_id: UUID) -> str:
        """The question as the form asks it, in the language of the process; "" where it does not."""
        with self._work.reading() as store:
            process = store.get(Process, process_id)
        asked = recipes.from_snapshot(process.recipe).tomorrow
        return asked.say(process.language) if asked else ""

    def lines(self, process_id: UUID) -> tuple[IntentionLine, ...]:
        """Every intention with the words it has now, by number."""
        with self._work.reading() as store:
            return _lines(store, process_id)

    def whose(self, process_id: UUID, said: str) -> tuple[UUID | None, int | None]:
        """The participation or the table that is meant by what was typed.

        Raises:
            InvalidInput: nobody takes part under this number, or it is neither a number nor a table.
        """
        with self._work.reading() as store:
            return whose(said, _people(store, process_id))

    def numbers(self, process_id: UUID) -> Mapping[str, UUID]:
        """The participations that can be meant, by number; for `look`."""
        with self._work.reading() as store:
            return _people(store, process_id)

    def look(self, text: str, people: Mapping[str, UUID], *, share: bool = False) -> PastedList:
        """What a pasted list holds, with `numbers`; nothing is kept or read."""
        return pasted(text, people, share=share)

    def add(self, process_id: UUID, wanted: Sequence[NewIntention]) -> tuple[UUID, ...]:
        """Keep intentions; gives their ids. One that stands there in the same words of the same is left out.

        Raises:
            InvalidInput: one has no words, or too many.
        """
        with self._work.writing("intentions.add") as store:
            known = {
                (line.participation_id, line.table_no, line.text.casefold())
                for line in store.find(Intention, process_id=process_id, standing=Standing.ACTIVE)
                if line.participation_id or line.table_no
            }
            number = max((one.number for one in store.find(Intention, process_id=process_id)), default=0)
            event = card_keeping.meeting(store, process_id, self._today())
            made = []
            for one in wanted:
                key = (one.participation_id, one.table_no, one.text.strip().casefold())
                if key in known:
                    continue
                if one.participation_id or one.table_no:
                    known.add(key)
                number += 1
                made.append(_new(store, process_id, number, one, event))
        return tuple(made)

    def added(self) -> Change:
        """The change that `add` makes, to tell the pages."""
        return changed(Topic.INTENTIONS)

    def taken(self, intention_ids: Sequence[UUID]) -> tuple[NewIntention, ...]:
        """What these intentions hold, to enter them again."""
        with self._work.reading() as store:
            return tuple(
                NewIntention(
                    text=one.text,
                    participation_id=one.participation_id,
                    table_no=one.table_no,
                    share=one.share,
                )
                for one in store.find(Intention, order_by="number", id=list(intention_ids))
            )

    def take_back(self, intention_ids: Sequence[UUID]) -> Change:
        """Take away intentions that were just entered, as if they had not been.

        Raises:
            NotPossible: one was put in other words meanwhile.
        """
        with self._work.writing("intentions.take_back") as store:
            for one in store.find(Intention, id=list(intention_ids)):
                if store.count(Intention, earlier_id=one.id) or one.earlier_id is not None:
                    raise NotPossible("intention_reworded", number=one.number)
                store.remove(one)
        return changed(Topic.INTENTIONS)

    def reword(self, intention_id: UUID, text: str, *, share: bool) -> Change:
        """Give an intention other words, or let it be shared or not; the earlier words stay readable.

        Raises:
            InvalidInput: there are no words, or too many.
            NotPossible: it was withdrawn.
        """
        with self._work.writing("intentions.reword") as store:
            one = store.get(Intention, intention_id)
            if not one.counts:
                raise NotPossible("intention_withdrawn", number=one.number)
            _refuse_erased(store, one.participation_id)
            if text.strip() == one.text:
                store.change(one, share=share)
                return changed(Topic.INTENTIONS, row=one.id)
            later = Intention(
                id=store.new_id(),
                process_id=one.process_id,
                number=one.number,
                text=text.strip(),
                event_id=one.event_id,
                participation_id=one.participation_id,
                table_no=one.table_no,
                share=share,
                earlier_id=one.id,
            )
            later.check()
            store.add(later)
            store.change(one, standing=Standing.WITHDRAWN)
        return changed(Topic.INTENTIONS, row=later.id)

    def withdraw(self, intention_id: UUID, reason: str) -> Change:
        """Let an intention count no longer; it stays readable with the reason.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        return self._stand(intention_id, Standing.WITHDRAWN, reason.strip())

    def restore(self, intention_id: UUID) -> Change:
        """Let a withdrawn intention count again.

        Raises:
            NotPossible: it was put in other words; those count.
        """
        with self._work.reading() as store:
            if store.count(Intention, earlier_id=intention_id):
                raise NotPossible("intention_reworded", number=store.get(Intention, intention_id).number)
        return self._stand(intention_id, Standing.ACTIVE, "")

    def shared(self, process_id: UUID) -> tuple[str, ...]:
        """The words that may be shown, without a number; those that name or number somebody stay out."""
        with self._work.reading() as store:
            return shared(store, process_id)

    def _stand(self, intention_id: UUID, standing: Standing, reason: str) -> Change:
        with self._work.writing("intentions.stand") as store:
            store.change(store.get(Intention, intention_id), standing=standing, withdrawn_reason=reason)
        return changed(Topic.INTENTIONS, row=intention_id)


def shared(store: Store, process_id: UUID) -> tuple[str, ...]:
    """The words that may be shown, in order of their letters, so that nobody is known by the order.

    Words that name somebody, or tell the number of a participant, stay out.
    """
    known = guard(store)
    texts = {
        one.text
        for one in store.find(Intention, process_id=process_id, standing=Standing.ACTIVE, share=True)
        if one.text and not known.finds(one.text) and not numbered(one.text)
    }
    return tuple(sorted(texts, key=str.casefold))


def own(store: Store, process_id: UUID) -> dict[UUID, tuple[str, ...]]:
    """What each participant said to do, by participation."""
    found: dict[UUID, tuple[str, ...]] = {}
    kept = store.find(Intention, order_by="number", process_id=process_id, standing=Standing.ACTIVE)
    for one in kept:
        if one.participation_id is not None and one.text:
            found[one.participation_id] = (*found.get(one.participation_id, ()), one.text)
    return found


def _lines(store: Store, process_id: UUID) -> tuple[IntentionLine, ...]:
    kept = store.find(Intention, order_by="number", process_id=process_id)
    earlier = {one.earlier_id for one in kept if one.earlier_id is not None}
    before = {one.id: one.earlier_id for one in kept}
    numbers = {part.id: part.number for part in store.find(Participation, process_id=process_id)}
    return tuple(
        IntentionLine(
            id=one.id,
            number=one.number,
            text=one.text,
            person=numbers.get(one.participation_id, "") if one.participation_id is not None else "",
            table_no=one.table_no,
            share=one.share,
            counts=one.counts,
            withdrawn_reason=one.withdrawn_reason,
            wordings=_wordings(one.id, before),
            erased=not one.text,
        )
        for one in kept
        if one.id not in earlier
    )


def _wordings(intention_id: UUID, before: Mapping[UUID, UUID | None]) -> int:
    count, at = 1, before[intention_id]
    while at is not None:
        count, at = count + 1, before[at]
    return count


def _people(store: Store, process_id: UUID) -> dict[str, UUID]:
    return {
        part.number: part.id
        for part in store.find(Participation, process_id=process_id)
        if part.number and part.state is not State.ERASED
    }


def _new(store: Store, process_id: UUID, number: int, wanted: NewIntention, event_id: UUID | None) -> UUID:
    one = Intention(
        id=store.new_id(),
        process_id=process_id,
        number=number,
        text=wanted.text.strip(),
        event_id=event_id,
        participation_id=wanted.participation_id,
        table_no=wanted.table_no,
        share=wanted.share,
    )
    one.check()
    _refuse_erased(store, one.participation_id)
    return store.add(one).id


def _refuse_erased(store: Store, participation_id: UUID | None) -> None:
    """Refuse words of somebody who was erased, also when what was taken back is entered again."""
    if participation_id is None:
        return
    part = store.get(Participation, participation_id)
    if part.state is State.ERASED:
        raise InvalidInput("intention_number", number=part.number)
