"""The follow-up: what became of every promise, step by step, with its notes, days and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState, Recommendation
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.follow_views import FollowUp
from burgertop_app.domain.following import CommitmentNote, DueChange, StepChange
from burgertop_app.domain.processes import Phase, Pledge, PledgeState, Process
from burgertop_app.domain.responses import Commitment, CommitmentState, Side
from burgertop_app.services.monitoring import meetings
from burgertop_app.storage import advice_store, follow_store, overview_store

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.follow_views import CommitmentLine, Ending
    from burgertop_app.domain.responses import Step
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Following:
    """What an organiser records about promises as time goes by."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today
        self._holidays = context.holidays

    def view(self, process_id: UUID) -> FollowUp:
        """Everything about the follow-up: late promises first, then by date, what ended last."""
        today = self._today()
        with self._work.reading() as store:
            found = follow_store.lines(store, process_id)
            return FollowUp(
                lines=tuple(
                    sorted(found, key=lambda line: overview_store.urgency_of(line.commitment, today))
                ),
                pledges=follow_store.pledges(store, process_id),
                meetings=meetings(store, process_id, today, self._holidays),
                reports=follow_store.reports(store, process_id),
                answered_on=follow_store.answered_on(store, process_id),
                plans=len(_plans(store, process_id)),
            )

    def line(self, commitment_id: UUID) -> CommitmentLine:
        """One promise with everything that is known of it."""
        with self._work.reading() as store:
            return follow_store.line(store, commitment_id)

    def take_step(self, commitment_id: UUID, step: Step, note: str = "") -> Change:
        """Go to another step of plan-do-check-act; when, by whom and the note stay in the history."""
        with self._work.writing("commitment.step") as store:
            kept = _running(store, commitment_id)
            if kept.step is not step:
                store.add(
                    StepChange(
                        id=store.new_id(),
                        commitment_id=kept.id,
                        was=kept.step,
                        now=step,
                        on=self._today(),
                        by=store.actor,
                        note=note.strip(),
                    )
                )
                store.change(kept, step=step)
        return changed(Topic.COMMITMENTS, row=commitment_id)

    def move_due(self, commitment_id: UUID, due_on: date | None, reason: str) -> Change:
        """Move the day on which a promise will be kept; the earlier day stays, with the reason.

        Raises:
            InvalidInput: there is no reason.
        """
        with self._work.writing("commitment.move") as store:
            kept = _running(store, commitment_id)
            if kept.due_on is not None and kept.due_on != due_on:
                store.add(
                    DueChange(
                        id=store.new_id(),
                        commitment_id=kept.id,
                        was_on=kept.due_on,
                        now_on=due_on,
                        reason=reason.strip(),
                        on=self._today(),
                        by=store.actor,
                    )
                )
            store.change(kept, due_on=due_on)
        return changed(Topic.COMMITMENTS, row=commitment_id)

    def end(self, commitment_id: UUID, ending: Ending) -> Change:
        """Call a promise done or dropped.

        Raises:
            InvalidInput: it does not say what was achieved, or why it is dropped.
            NotPossible: nothing shows that it was done, and that was not said either.
        """
        with self._work.writing("commitment.end") as store:
            line = follow_store.line(store, commitment_id)
            kept = _running(store, commitment_id)
            done = ending.state is CommitmentState.DONE
            if not ending.outcome.strip():
                raise InvalidInput("commitment_result_empty" if done else "commitment_reason_empty")
            if done and not line.proven and not ending.unproven:
                raise NotPossible("commitment_evidence_missing")
            store.change(
                kept,
                state=ending.state,
                outcome=ending.outcome.strip(),
                unproven=done and not line.proven,
                closed_on=self._today(),
            )
        return changed(Topic.COMMITMENTS, Topic.PROCESSES, row=commitment_id)

    def reopen(
        self, commitment_id: UUID, state: CommitmentState = CommitmentState.UNDER_WAY, *, reason: str = ""
    ) -> Change:
        """Take up a promise again that was done or dropped; how it had ended stays as a note.

        Without a reason this takes back a slip: how it had ended goes and leaves no note.
        """
        with self._work.writing("commitment.reopen") as store:
            kept = store.get(Commitment, commitment_id)
            if reason.strip():
                said = " ".join(filter(None, (reason.strip(), f"({kept.outcome})" if kept.outcome else "")))
                store.add(_note(store, commitment_id, said, self._today()))
            store.change(kept, state=state, outcome="", unproven=False, closed_on=None)
        return changed(Topic.COMMITMENTS, Topic.PROCESSES, row=commitment_id)

    def withdraw(self, commitment_id: UUID, reason: str) -> Change:
        """Let a promise count no more; it stays readable with the reason, in reports too.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("commitment_reason_empty")
        with self._work.writing("commitment.withdraw") as store:
            store.change(
                store.get(Commitment, commitment_id),
                withdrawn_reason=reason.strip(),
                closed_on=self._today(),
            )
        return changed(Topic.COMMITMENTS, Topic.PROCESSES, row=commitment_id)

    def note(self, commitment_id: UUID, text: str, on: date | None = None) -> Change:
        """Add a dated note to the log of a promise; it gives the id of the note.

        Raises:
            InvalidInput: it is empty, or dated in the future.
        """
        day = on or self._today()
        if day > self._today():
            raise InvalidInput("note_in_future", on=day.isoformat())
        with self._work.writing("commitment.note") as store:
            kept = store.add(_note(store, commitment_id, text.strip(), day))
        return changed(Topic.COMMITMENTS, row=kept.id)

    def take_back_note(self, note_id: UUID) -> Change:
        """Take a note away that was a slip.

        Raises:
            NotPossible: a progress report counted it.
        """
        with self._work.writing("commitment.note.undo") as store:
            note = store.get(CommitmentNote, note_id)
            process = store.get(Commitment, note.commitment_id).process_id
            if any(str(note_id) in report.content for report in follow_store.reports(store, process)):
                raise NotPossible("note_shared")
            store.remove(note)
        return changed(Topic.COMMITMENTS, row=note.commitment_id)

    def settle(self, pledge: Pledge, state: PledgeState, on: date | None, note: str) -> Change:
        """Record whether somebody did what they promised beforehand, given the pledge as it was seen.

        Raises:
            InvalidInput: it was not kept and nothing says why, or the day is in the future.
            Conflict: it was recorded otherwise meanwhile.
        """
        if state is PledgeState.NOT_KEPT and not note.strip():
            raise InvalidInput("pledge_reason_empty")
        if on is not None and on > self._today():
            raise InvalidInput("note_in_future", on=on.isoformat())
        with self._work.writing("pledge.settle") as store:
            now = store.get(Pledge, pledge.id)
            if (now.state, now.settled_on, now.note) != (pledge.state, pledge.settled_on, pledge.note):
                raise Conflict("changed_elsewhere")
            day = None if state is PledgeState.OPEN else on or self._today()
            store.change(now, state=state, settled_on=day, note=note.strip())
        return changed(Topic.PLAN, Topic.COMMITMENTS, row=pledge.id)

    def plans(self, process_id: UUID) -> tuple[Commitment, ...]:
        """What recommendations say that residents do themselves and that is not followed yet (revision 0)."""
        with self._work.reading() as store:
            return _plans(store, process_id)

    def take_over_plans(self, process_id: UUID) -> tuple[Commitment, ...]:
        """Follow every plan that `plans` gives; they come back as they were kept."""
        with self._work.writing("commitment.plans") as store:
            return tuple(
                store.add(
                    Commitment(
                        id=store.new_id(),
                        process_id=process_id,
                        text=plan.text,
                        side=Side.RESIDENTS,
                        recommendation_id=plan.recommendation_id,
                        made_on=self._today(),
                    )
                )
                for plan in _plans(store, process_id)
            )

    def close_process(self, process_id: UUID) -> Change:
        """Close a process; promises that did not end stay and can still be read."""
        with self._work.writing("process.close") as store:
            store.change(store.get(Process, process_id), phase=Phase.CLOSED)
        return changed(Topic.PROCESSES, row=process_id)

    def reopen_process(self, process_id: UUID, phase: Phase = Phase.FOLLOW_UP) -> Change:
        """Open a process again that was closed."""
        with self._work.writing("process.reopen") as store:
            store.change(store.get(Process, process_id), phase=phase)
        return changed(Topic.PROCESSES, row=process_id)


def _running(store: Store, commitment_id: UUID) -> Commitment:
    """A promise that has not ended.

    Raises:
        NotPossible: it has.
    """
    kept = store.get(Commitment, commitment_id)
    if kept.ended:
        raise NotPossible("commitment_ended")
    return kept


def _note(store: Store, commitment_id: UUID, text: str, on: date) -> CommitmentNote:
    return CommitmentNote(id=store.new_id(), commitment_id=commitment_id, on=on, text=text, by=store.actor)


def _plans(store: Store, process_id: UUID) -> tuple[Commitment, ...]:
    """What residents do themselves, of recommendations that count in an advice that was fixed."""
    advices = [
        one.id
        for one in store.find(Advice, process_id=process_id)
        if one.state not in (AdviceState.DRAFT, AdviceState.WITHDRAWN)
    ]
    asked = store.find(Recommendation, order_by="number", advice_id=advices, withdrawn_reason="")
    texts = advice_store.present_texts(store, [one.id for one in asked])
    made = {kept.recommendation_id for kept in store.find(Commitment, process_id=process_id)}
    return tuple(
        Commitment(
            id=one.id,
            process_id=process_id,
            text=texts[one.id].ourselves.strip(),
            side=Side.RESIDENTS,
            recommendation_id=one.id,
        )
        for one in asked
        if one.id not in made and texts[one.id].ourselves.strip()
    )
