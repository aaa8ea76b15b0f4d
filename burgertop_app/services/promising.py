"""Commitments: what was promised, by whom and for when, and how far it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from burgertop_app.domain.advice import Recommendation
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.responses import Commitment, CommitmentState, Disposal, Disposition
from burgertop_app.storage import advice_store, follow_store, overview_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.responses import Side, Step
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

Content: TypeAlias = "str | int | bool | date | UUID | CommitmentState | Step | Side | None"
SAID_WHEN_ENDED = ("state", "due_on", "outcome")
PROMISING = (Disposal.ADOPTS, Disposal.PARTLY, Disposal.INVESTIGATES)


class Promising:
    """What an organiser does with promises."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def all(self, process_id: UUID) -> tuple[Commitment, ...]:
        """Every promise: late ones first, then by date, those without a date and those that ended last."""
        today = self._today()
        with self._work.reading() as store:
            found = store.find(Commitment, process_id=process_id)
        return tuple(sorted(found, key=lambda kept: overview_store.urgency_of(kept, today)))

    def keep(self, commitment: Commitment) -> Change:
        """Keep a promise, new (revision 0) or changed.

        Raises:
            InvalidInput: it says nothing, it ended without a result or reason, or its day moved without one.
            Conflict: it was changed elsewhere meanwhile.
        """
        with self._work.writing("commitment.keep") as store:
            if not commitment.revision:
                made_on = commitment.made_on or self._today()
                kept = store.add(replace(commitment, id=store.new_id(), made_on=made_on))
            else:
                now = store.get(Commitment, commitment.id)
                _refuse_silence(
                    now, {name: getattr(commitment, name) for name in ("state", "due_on", "outcome")}
                )
                kept = store.change(
                    commitment,
                    text=commitment.text.strip(),
                    owner=commitment.owner.strip(),
                    due_on=commitment.due_on,
                    state=commitment.state,
                    step=commitment.step,
                    progress=commitment.progress,
                    outcome=commitment.outcome.strip(),
                )
        return changed(Topic.COMMITMENTS, row=kept.id)

    def edit(self, commitment_id: UUID, **changes: Content) -> Change:
        """Change fields of a promise by name, such as its progress; texts lose the spaces around them.

        Raises:
            InvalidInput: it would say nothing, end without a result, or its day would move without a reason.
        """
        bare = _bare(changes)
        with self._work.writing("commitment.edit") as store:
            now = store.get(Commitment, commitment_id)
            _refuse_silence(now, bare)
            store.change(now, **bare)
        return changed(Topic.COMMITMENTS, row=commitment_id)

    def amend(self, seen: Commitment, **changes: Content) -> Change:
        """As `edit`, given the promise as it was seen; its other fields may differ by now.

        Raises:
            Conflict: one of these fields was changed elsewhere meanwhile.
        """
        bare = _bare(changes)
        with self._work.writing("commitment.edit") as store:
            now = store.get(Commitment, seen.id)
            if any(getattr(now, name) not in (getattr(seen, name), said) for name, said in bare.items()):
                raise Conflict("changed_elsewhere")
            _refuse_silence(now, bare)
            store.change(now, **bare)
        return changed(Topic.COMMITMENTS, row=seen.id)

    def waiting(self, advice_id: UUID) -> tuple[Commitment, ...]:
        """The promises that the answers to this advice hold and that were not made yet (revision 0).

        An answer holds one unless the college rejects; it must name an owner or a day.
        """
        with self._work.reading() as store:
            return _waiting(store, advice_id)

    def make(self, advice_id: UUID) -> tuple[Commitment, ...]:
        """Make every promise that `waiting` gives; they come back as they were kept."""
        with self._work.writing("commitment.make") as store:
            return tuple(
                store.add(replace(promise, id=store.new_id(), made_on=self._today()))
                for promise in _waiting(store, advice_id)
            )

    def drop(self, commitment_ids: Sequence[UUID]) -> Change:
        """Take promises out that were made by mistake; the log keeps them.

        Raises:
            NotPossible: something hangs on one by now, or a report tells of it: withdraw it instead.
        """
        with self._work.writing("commitment.drop") as store:
            for kept in store.find(Commitment, id=commitment_ids):
                if not follow_store.line(store, kept.id).bare:
                    raise NotPossible("commitment_has_history")
                store.remove(kept)
        return changed(Topic.COMMITMENTS)

    def restore(self, commitment: Commitment) -> Change:
        """Put a promise back that was dropped by mistake, under its own id."""
        with self._work.writing("commitment.restore") as store:
            store.add(commitment)
        return changed(Topic.COMMITMENTS, row=commitment.id)


def _waiting(store: Store, advice_id: UUID) -> tuple[Commitment, ...]:
    kept = [
        one
        for one in store.find(Recommendation, order_by="number", advice_id=advice_id)
        if not one.withdrawn_reason
    ]
    texts = advice_store.present_texts(store, [one.id for one in kept])
    answers = advice_store.dispositions(store, [one.id for one in kept])
    made = _answered_with_promise(store, [one.id for one in kept])
    process_id = advice_store.process_of(store, advice_id)
    return tuple(
        Commitment(
            id=said.id,
            process_id=process_id,
            text=texts[one.id].title,
            owner=said.owner,
            due_on=said.due_on,
            disposition_id=said.id,
        )
        for one in kept
        for said in (answers.get(one.id),)
        if said and said.disposal in PROMISING and (said.owner or said.due_on) and one.id not in made
    )


def _answered_with_promise(store: Store, recommendation_ids: Sequence[UUID]) -> set[UUID]:
    """The recommendations with a promise at any word of the college on them."""
    said = store.find(Disposition, recommendation_id=recommendation_ids)
    about = {answer.id: answer.recommendation_id for answer in said}
    promises = store.find(Commitment, disposition_id=list(about))
    return {about[kept.disposition_id] for kept in promises if kept.disposition_id is not None}


def _bare(changes: dict[str, Content]) -> dict[str, Content]:
    return {name: said.strip() if type(said) is str else said for name, said in changes.items()}


def _refuse_silence(now: Commitment, changes: Mapping[str, Content]) -> None:
    """A promise does not end, nor does its day move, without a word."""
    state = changes.get("state", now.state)
    ends = state in (CommitmentState.DONE, CommitmentState.DROPPED) and state is not now.state
    if ends and not str(changes.get("outcome", now.outcome)).strip():
        done = state is CommitmentState.DONE
        raise InvalidInput("commitment_result_empty" if done else "commitment_reason_empty")
    if now.due_on is not None and changes.get("due_on", now.due_on) != now.due_on:
        raise InvalidInput("due_reason_empty")
