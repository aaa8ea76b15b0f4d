"""The draw in the workspace: quotas, preparing, committing, drawing the number, withdrawing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.draw_protocol import SALT_BYTES
from burgertop_app.domain.draw_records import DrawEntry, DrawRecord, DrawState, QuotaLine, QuotaSet
from burgertop_app.domain.drawing import DrawInput
from burgertop_app.domain.draws import pool_sha256, quotas_sha256
from burgertop_app.domain.errors import Conflict, InvalidInput
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.domain.public_quotas import sizes
from burgertop_app.engines.sortition.preflight import look
from burgertop_app.messages.draw_outlook import SUPERSEDED
from burgertop_app.services import comparing, draw_public, quota_keeping
from burgertop_app.services import draw_keeping as keeping
from burgertop_app.services.draw_choices import chosen
from burgertop_app.services.draw_numbering import numbered, refuse_other, waiting
from burgertop_app.services.draw_viewing import outdated, viewed
from burgertop_app.services.drop_out_learning import learnt
from burgertop_app.services.taking_part import refuse_waiting, taking_part
from burgertop_app.storage import draw_store

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.draw_views import DrawView
    from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaForm
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.domain.preflight import Preflight
    from burgertop_app.services.context import Context


class Drawing:
    """What an organiser does to draw a panel."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy

    def quotas(self, process_id: UUID) -> tuple[QuotaSet, tuple[QuotaLine, ...]] | None:
        """The quotas that count with their lines; None before there are any."""
        with self._work.reading() as store:
            if not store.count(QuotaSet, process_id=process_id):
                return None
            return draw_store.latest_quotas(store, process_id)

    def set_quotas(self, process_id: UUID, form: QuotaForm) -> Change:
        """Keep quotas as the next version; earlier versions stay with the draws that used them.

        Nothing happens when nothing changed; a version that no draw used can be put right for a while.

        Raises:
            InvalidInput: a quota is impossible in itself, or a value stands there twice.
            NotPossible: a draw stands that must be withdrawn first.
        """
        quota_keeping.checked(form)
        with self._work.writing("quotas.set") as store:
            keeping.refuse_all_standing(store, process_id, chosen(store, process_id).panels)
            kept = quota_keeping.keep(store, process_id, form)
        if kept is None:
            return changed()
        return changed(Topic.QUOTAS, Topic.PEOPLE, row=kept)

    def glance(self, request: DrawRequest) -> Preflight:
        """The quick pre-flight: supply, sums, and whether fractions of people could make a panel."""
        given = self.prepare(request)
        return look(given.pool, given.quotas, given.rules)

    def prepare(self, request: DrawRequest) -> DrawInput:
        """What the calculation needs.

        Raises:
            NotPossible: there are no quotas, a draw stands that must be withdrawn first, or another panel
                waits for its number.
            InvalidInput: somebody lacks a feature, or nobody registered.
        """
        with self._work.reading() as store:
            kept, lines = draw_store.latest_quotas(store, request.process_id)
            found, rules = taking_part(store, request, lines)
            earlier = draw_store.draws(store, request.process_id)
            keeping.refuse_standing(draw_store.standing(store, request.process_id, request.panel))
        return DrawInput(
            request=request,
            quota_set_id=kept.id,
            pool=found.pool,
            quotas=draw_store.as_quotas(lines),
            rules=rules,
            attempt=len(earlier) + 1,
            earlier_attempts=tuple(draw.lottery_sha256 for draw in earlier),
        )

    def keep(self, given: DrawInput, lottery: Lottery) -> Change:
        """Keep a prepared lottery; an earlier one that was only prepared or rehearsed is set aside.

        Raises:
            Conflict: people or quotas changed during the calculation.
        """
        process_id = given.request.process_id
        with self._work.writing("draw.prepare") as store:
            kept, lines = draw_store.latest_quotas(store, process_id)
            found, rules = taking_part(store, given.request, lines)
            same = rules == given.rules
            same &= pool_sha256(found.pool) == lottery.pool_sha256
            same &= quotas_sha256(draw_store.as_quotas(lines)) == lottery.quotas_sha256
            same &= kept.id == given.quota_set_id
            if not same or len(draw_store.draws(store, process_id)) + 1 != given.attempt:
                raise Conflict("draw_pool_changed")
            lottery = replace(lottery, drop_out=learnt(store, process_id, lottery.quotas))
            before = draw_store.standing(store, process_id, given.request.panel)
            keeping.refuse_standing(before)
            if before is not None:
                keeping.set_aside(store, before, SUPERSEDED)
            record = store.add(keeping.new_record(store, given, lottery, self._entropy(SALT_BYTES)))
            keeping.keep_lottery(store, record, lottery)
            entries = store.add_all(keeping.new_entries(store, record, found, lottery))
            told = [entry for entry in entries if isinstance(entry, DrawEntry)]
            draw_public.keep_counts(store, record, draw_public.counts(store, record, told))
        return changed(Topic.DRAWS, row=record.id)

    def commit(self, draw_id: UUID, told: Commitment) -> Change:
        """Fix the lottery before the number exists; this cannot be undone, only withdrawn.

        Raises:
            NotPossible: the draw is not in the state for it, its method is only there to compare with, or
                another panel waits for its number.
            Conflict: people, quotas or seats changed since the lottery was calculated.
            InvalidInput: the source of the number, the moment or the place of publication is missing.
        """
        if not (told.number_source.strip() and told.moment.strip() and told.published_where.strip()):
            raise InvalidInput("draw_commitment_incomplete")
        with self._work.writing("draw.commit") as store:
            record = store.get(DrawRecord, draw_id)
            keeping.expect(record, DrawState.PREPARED)
            keeping.refuse_unbinding(record)
            refuse_waiting(store, record.process_id, record.panel)
            if outdated(store, record):
                raise Conflict("draw_outdated", attempt=record.attempt)
            lottery = replace(keeping.kept_lottery(store, draw_id), number_source=told.number_source.strip())
            keeping.keep_lottery(store, record, lottery)
            record = store.change(
                record,
                state=DrawState.COMMITTED,
                rehearsal=False,
                lottery_sha256=lottery_sha256(lottery),
                number_source=told.number_source.strip(),
                moment=told.moment.strip(),
                published_where=told.published_where.strip(),
                witnesses=told.witnesses.strip(),
                committed_at=store.now(),
            )
            entries = draw_store.entries(store, draw_id)
            comparing.keep_merging(store, record)
            shown = comparing.shown(store, record, sizes(lottery.quotas, keeping.pool_of(entries, lottery)))
            draw_public.keep_commitment(store, record, lottery, entries, shown)
        return changed(Topic.DRAWS, row=draw_id)

    def draw(self, draw_id: UUID, *, seed: str = "", number: int | None = None, reserves: int = 0) -> Change:
        """Draw the number, from a seed or as drawn by hand; without a commitment it is a rehearsal.

        After a real draw the panel and the reserves have their state; a rehearsal touches nobody.

        Raises:
            NotPossible: a number was drawn already.
            Conflict: somebody of the draw was erased in the meantime.
            InvalidInput: neither or both of seed and number, or a number outside 0 to 999.
        """
        if bool(seed.strip()) == (number is not None):
            raise InvalidInput("draw_seed_or_number")
        if reserves < 0:
            raise InvalidInput("draw_reserves", reserves=reserves)
        with self._work.reading() as store:
            found = waiting(store, draw_id)
        made = numbered(found, seed, number, reserves)
        drawn, rehearsal, entries = made.drawn, made.drawn.rehearsal, found.entries
        with self._work.writing("draw.number") as store:
            refuse_other(store, found)
            record = found.record
            keeping.note_outcomes(store, record, entries, made.panel, made.reserves)
            if not rehearsal:
                keeping.tell_people(store, draw_id, f"{drawn.number:03d}")
            record = store.change(
                record,
                state=DrawState.DRAWN,
                rehearsal=rehearsal,
                seed=drawn.seed,
                drawn_number=drawn.number,
                drawn_at=store.now(),
            )
            if rehearsal:
                groups = sizes(made.lottery.quotas, keeping.pool_of(entries, made.lottery))
                shown = comparing.shown(store, record, groups)
                draw_public.keep_commitment(store, record, made.lottery, entries, shown)
            draw_public.keep_opening(store, record, made.lottery, entries, drawn)
        return changed(Topic.DRAWS, Topic.PEOPLE, row=draw_id)

    def withdraw(self, draw_id: UUID, reason: str) -> Change:
        """Withdraw a draw with a reason; it stays visible and counted, its people are registered again.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: it was withdrawn already, or somebody it drew has come to a meeting.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("draw.withdraw") as store:
            record = store.get(DrawRecord, draw_id)
            keeping.expect(record, DrawState.PREPARED, DrawState.COMMITTED, DrawState.DRAWN)
            if record.state is DrawState.DRAWN and not record.rehearsal:
                keeping.release_people(store, draw_id, reason.strip())
            keeping.set_aside(store, record, reason.strip())
        return changed(Topic.DRAWS, Topic.PEOPLE, row=draw_id)

    def draws(self, process_id: UUID) -> tuple[DrawRecord, ...]:
        """Every attempt, also those withdrawn, the first one first."""
        with self._work.reading() as store:
            return draw_store.draws(store, process_id)

    def view(self, draw_id: UUID, *, names: bool = False) -> DrawView:
        """A kept draw with everyone's chance and, once there is a number, its panel and reserves.

        Panels are not read before there is a number. `names` adds those of panel and reserves.
        """
        with self._work.reading() as store:
            return viewed(store, store.get(DrawRecord, draw_id), names=names)
