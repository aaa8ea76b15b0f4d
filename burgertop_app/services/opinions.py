"""Statements that people agree or disagree with: begun, taken in from files, and looked at for groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.opinion_views import TakenIn
from burgertop_app.domain.opinions import OpinionCount, OpinionPoll, Statement, StatementVote, VoteIntake
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.processes import Process
from burgertop_app.engines.opinions.finding import find_groups
from burgertop_app.exchange.polis_reading import read_polis
from burgertop_app.i18n import _, speaking
from burgertop_app.storage import opinion_store, outcome_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.opinion_intake import OpinionReading
    from burgertop_app.domain.opinion_map import OpinionMap
    from burgertop_app.domain.opinion_views import OpinionGround, OpinionView
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

SEED_BYTES = 4


def calculate(ground: OpinionGround, progress: Progress) -> OpinionMap:
    """The groups in these votes; runs in another process.

    Raises:
        Cancelled: the organiser pressed Cancel.
    """
    return find_groups(ground.table, ground.seed, progress)


class Opinions:
    """What an organiser does with statements and the votes on them."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy

    def polls(self, process_id: UUID) -> tuple[OpinionPoll, ...]:
        """The conversations that were not withdrawn, the last one first."""
        with self._work.reading() as store:
            return opinion_store.polls(store, process_id)

    def view(self, poll_id: UUID) -> OpinionView:
        """One conversation with everything in it."""
        with self._work.reading() as store:
            return opinion_store.view(store, poll_id)

    def begin(self, process_id: UUID, title: str, intro: str = "") -> Change:
        """Begin a conversation over statements.

        Raises:
            InvalidInput: it has no title.
        """
        seed = int.from_bytes(self._entropy(SEED_BYTES)) >> 1
        with self._work.writing("opinions.begin") as store:
            poll = store.add(
                OpinionPoll(
                    id=store.new_id(),
                    process_id=process_id,
                    title=title.strip(),
                    intro=intro.strip(),
                    seed=seed,
                )
            )
        return changed(Topic.OPINIONS, row=poll.id)

    def add_statement(self, poll_id: UUID, text: str, card_id: UUID | None = None) -> Change:
        """Put one more statement into the conversation, with the next number.

        Raises:
            InvalidInput: it has no words, or is there already.
        """
        return self.add_statements(poll_id, [(text, card_id)])

    def add_statements(self, poll_id: UUID, wanted: Sequence[tuple[str, UUID | None]]) -> Change:
        """Put statements into the conversation, each with the card it was made from, if any.

        Raises:
            InvalidInput: one has no words, or is there already.
            NotPossible: the conversation was withdrawn.
        """
        with self._work.writing("opinions.statement") as store:
            _standing(store, poll_id)
            there = opinion_store.statements(store, poll_id)
            known = {one.text.casefold(): one.number for one in there}
            number = max((one.number for one in there), default=0)
            for text, card_id in wanted:
                bare = " ".join(text.split())
                if bare.casefold() in known:
                    raise InvalidInput("statement_there", number=known[bare.casefold()])
                number += 1
                known[bare.casefold()] = number
                store.add(
                    Statement(id=store.new_id(), poll_id=poll_id, number=number, text=bare, card_id=card_id)
                )
        return changed(Topic.OPINIONS, row=poll_id)

    def from_cards(self, poll_id: UUID, process_id: UUID, card_ids: Sequence[UUID]) -> tuple[Change, int]:
        """Make statements out of cards, and how many; a card whose words are there already is left out.

        Raises:
            NotPossible: the conversation was withdrawn.
        """
        with self._work.reading() as store:
            there = {one.text.casefold() for one in opinion_store.statements(store, poll_id)}
            lines = {line.card.id: line.text for line in outcome_store.card_lines(store, process_id)}
        wanted: dict[str, tuple[str, UUID | None]] = {}
        for card_id in card_ids:
            bare = " ".join(lines[card_id].split())
            if bare.casefold() not in there:
                wanted.setdefault(bare.casefold(), (bare, card_id))
        return self.add_statements(poll_id, list(wanted.values())), len(wanted)

    def withdraw_statement(self, statement_id: UUID, reason: str) -> Change:
        """Leave a statement out; its votes stay, and it can be put back.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        return self._stand(statement_id, Standing.WITHDRAWN, reason.strip())

    def restore_statement(self, statement_id: UUID) -> Change:
        """Let a statement count again."""
        return self._stand(statement_id, Standing.ACTIVE, "")

    def look(self, poll_id: UUID | None, paths: Sequence[Path], progress: Progress) -> OpinionReading:
        """Read files with statements and votes and find every problem; nothing is kept.

        Raises:
            NotFound: a file is not there.
            InvalidInput: a file is no table or not one of an export.
        """
        progress.checkpoint("reading")
        with self._work.reading() as store:
            there = opinion_store.statements(store, poll_id) if poll_id else ()
        return read_polis(paths, {one.number: one.text for one in there})

    def take_in(self, poll_id: UUID, reading: OpinionReading) -> tuple[Change, TakenIn]:
        """Keep the statements and votes that can be used; a vote that stands already is not kept twice.

        The same files may come in again once other votes were withdrawn that stood in them too.

        Raises:
            InvalidInput: nothing can be used.
            NotPossible: these files were taken in before, or the conversation was withdrawn.
        """
        if not reading.statements and not reading.votes:
            raise InvalidInput("opinion_nothing", file=reading.files[0])
        with self._work.writing("opinions.intake") as store:
            poll = _standing(store, poll_id)
            source = ", ".join(reading.files)
            if _stands_whole(store, poll_id, reading.sha256):
                raise NotPossible("opinion_before", source=source)
            with speaking(store.get(Process, poll.process_id).language):
                made = _keep_statements(store, poll_id, reading)
            kept, known = _keep_votes(store, poll_id, reading)
        told = TakenIn(made, kept, known, len(reading.problems))
        return changed(Topic.OPINIONS, row=poll_id), told

    def withdraw_intake(self, intake_id: UUID, reason: str) -> Change:
        """Let votes that came in together no longer count; they stay, with the reason.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("opinions.intake_withdraw") as store:
            intake = store.get(VoteIntake, intake_id)
            store.change(intake, withdrawn_at=store.now(), withdrawn_reason=reason.strip())
        return changed(Topic.OPINIONS, row=intake.poll_id)

    def withdraw(self, poll_id: UUID, reason: str) -> Change:
        """Withdraw the whole conversation; it stays in the log, with the reason.

        Raises:
            InvalidInput: there is no reason.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("opinions.withdraw") as store:
            poll = _standing(store, poll_id)
            store.change(poll, withdrawn_at=store.now(), withdrawn_reason=reason.strip())
        return changed(Topic.OPINIONS)

    def prepare(self, poll_id: UUID) -> OpinionGround:
        """What to look at for groups.

        Raises:
            NotPossible: there are no votes.
        """
        with self._work.reading() as store:
            ground = opinion_store.ground(store, store.get(OpinionPoll, poll_id))
        if not ground.table.votes:
            raise NotPossible("opinion_no_votes")
        return ground

    def keep(self, ground: OpinionGround, found: OpinionMap) -> Change:
        """Keep the groups that were found; earlier ones stay.

        Raises:
            Conflict: votes came in meanwhile.
        """
        with self._work.writing("opinions.count") as store:
            poll = _standing(store, ground.poll_id)
            if opinion_store.ground(store, poll).fingerprint != ground.fingerprint:
                raise Conflict("opinion_changed")
            store.add(
                OpinionCount(
                    id=store.new_id(),
                    poll_id=poll.id,
                    found=found,
                    votes=ground.table.votes,
                    fingerprint=ground.fingerprint,
                    made_at=store.now(),
                )
            )
        return changed(Topic.OPINIONS, row=poll.id)

    def _stand(self, statement_id: UUID, standing: Standing, reason: str) -> Change:
        with self._work.writing("opinions.stand") as store:
            statement = store.get(Statement, statement_id)
            store.change(statement, standing=standing, withdrawn_reason=reason)
        return changed(Topic.OPINIONS, row=statement.poll_id)


def _standing(store: Store, poll_id: UUID) -> OpinionPoll:
    poll = store.get(OpinionPoll, poll_id)
    if poll.withdrawn_at is not None:
        raise NotPossible("opinion_withdrawn")
    return poll


def _stands_whole(store: Store, poll_id: UUID, sha256: str) -> bool:
    """Whether these files came in, and nothing was withdrawn since that they rested on."""
    known = store.find(VoteIntake, poll_id=poll_id)
    last = next((one for one in reversed(known) if one.sha256 == sha256 and one.withdrawn_at is None), None)
    if last is None or last.taken_at is None:
        return last is not None
    return not any(one.withdrawn_at is not None and one.withdrawn_at > last.taken_at for one in known)


def _keep_statements(store: Store, poll_id: UUID, reading: OpinionReading) -> int:
    known = {one.number for one in opinion_store.statements(store, poll_id)}
    new = [
        Statement(
            id=store.new_id(),
            poll_id=poll_id,
            number=one.number,
            text=one.text,
            standing=Standing.WITHDRAWN if one.out else Standing.ACTIVE,
            withdrawn_reason=_("Set aside in the file it came from.") if one.out else "",
        )
        for one in reading.statements
        if one.number not in known
    ]
    store.add_all(new)
    return len(new)


def _keep_votes(store: Store, poll_id: UUID, reading: OpinionReading) -> tuple[int, int]:
    """How many votes are kept, and how many stood already."""
    ids = {one.number: one.id for one in opinion_store.statements(store, poll_id)}
    earlier = opinion_store.votes(store, poll_id)
    stands = {(vote.statement_id, vote.voter): vote.said for vote in earlier}
    place = max((vote.place for vote in earlier), default=0)
    intake = store.add(
        VoteIntake(
            id=store.new_id(),
            poll_id=poll_id,
            source=", ".join(reading.files),
            sha256=reading.sha256,
            votes=0,
            refused=len(reading.problems),
            taken_at=store.now(),
        )
    )
    new: list[StatementVote] = []
    for vote in reading.votes:
        key = (ids[vote.number], vote.voter)
        if stands.get(key) == vote.said:
            continue
        stands[key] = vote.said
        new.append(
            StatementVote(
                id=store.new_id(),
                statement_id=key[0],
                intake_id=intake.id,
                voter=vote.voter,
                said=vote.said,
                place=place + len(new) + 1,
                given_at=vote.given_at,
            )
        )
    store.add_all(new)
    store.change(intake, votes=len(new))
    return len(new), len(reading.votes) - len(new)
