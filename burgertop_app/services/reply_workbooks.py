"""The reply workbook: made for the college, read back as a proposal, and taken over in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.advice import Advice, Recommendation
from burgertop_app.domain.answer_sheet import ReplyProposal, ReplySheet
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.domain.responses import Commitment, Disposition, Rating, ReplyReading, Response
from burgertop_app.domain.sheets import Remark
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.exchange.opening import contents
from burgertop_app.exchange.reply_reading import read_reply_workbook
from burgertop_app.exchange.reply_workbook import write_reply_workbook
from burgertop_app.i18n import _, speaking
from burgertop_app.messages import terms as term_sentences
from burgertop_app.messages.reply_workbook import HEADINGS
from burgertop_app.services.answer_proposing import propose
from burgertop_app.services.answered import settle
from burgertop_app.services.leaving import Leaving, record_of_file
from burgertop_app.services.reply_asking import asked_of, newest_of, read_before, refuse_other, stamped
from burgertop_app.storage import advice_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from burgertop_app.domain.answer_sheet import Pick
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.context import Context
    from burgertop_app.services.receiving import Receiving
    from burgertop_app.storage.unit_of_work import Store

_MEDIA = "application/octet-stream"


@dataclass(frozen=True)
class TakenOver:
    """What was kept: the change, the id of the reading, and how many answers came from it."""

    change: Change
    reading_id: UUID
    count: int


class ReplyWorkbooks:
    """What an organiser does with the workbook in which the college answers."""

    def __init__(self, context: Context, receiving: Receiving) -> None:
        self._work = context.work
        self._today = context.today
        self._receiving = receiving

    def sheet(self, advice_id: UUID) -> ReplySheet:
        """What a new workbook is made from: the newest version, with the answers that were kept.

        Raises:
            NotPossible: no version was frozen yet, or the advice was withdrawn.
        """
        term = self._receiving.term(advice_id)
        with self._work.reading() as store:
            advice = store.get(Advice, advice_id)
            advice.refuse_withdrawn()
            version = newest_of(store, advice_id)
            process = store.get(Process, advice.process_id)
            with speaking(process.language):
                sentence = term_sentences.explained(term.due, term.last) if term else ""
            return ReplySheet(
                advice_id=advice_id,
                advice_title=advice.title,
                version=version.version,
                sha256=version.sha256,
                organisation=process.title,
                language=process.language,
                made_on=self._today(),
                asked=asked_of(store, advice_id),
                term=sentence,
                contact=process.contact,
            )

    def save(self, advice_id: UUID, path: Path) -> Change:
        """Write the workbook to `path`; leaves a record.

        Raises:
            NotPossible: as `sheet`.
            InvalidInput: the file is open elsewhere, or cannot be written there.
        """
        reply = self.sheet(advice_id)
        write_reply_workbook(path, reply)
        with self._work.reading() as store:
            process_id = store.get(Advice, advice_id).process_id
        with speaking(reply.language):
            columns = tuple(_(said) for said in HEADINGS.values())
            purpose = _("Reply to the advice “{advice}”").format(advice=reply.advice_title)
        leaving = Leaving("reply_workbook", path.name, 0, columns, purpose, process_id)
        kept = record_of_file(self._work, "answer.workbook", leaving, path)
        return changed(Topic.RESPONSES, row=kept.id)

    def look(self, advice_id: UUID, path: Path, progress: Progress) -> ReplyProposal:
        """Read the workbook in `path` and hold it against the advice; nothing is kept.

        Raises:
            NotFound: there is no such file.
            InvalidInput: it is no reply workbook, belongs to another advice, or answers nothing of this one.
            NotPossible: the advice was not received yet, or was withdrawn.
            Cancelled: asked for through `progress`.
        """
        progress.checkpoint("reading")
        raw = contents(path)
        came = read_reply_workbook(raw, path.name)
        with self._work.reading() as store:
            _refuse_unreceived(store, store.get(Advice, advice_id))
            refuse_other(store, advice_id, came)
            asked, newest = asked_of(store, advice_id), newest_of(store, advice_id)
            remarks, version = stamped(store, advice_id, came, newest)
            before = read_before(store, advice_id, raw)
        lines, left_out = propose(came.rows, asked, newest.version, progress)
        if not any(line.answer is not None for line in lines):
            raise InvalidInput("reply_nothing_filled_in", file=path.name)
        more = [Remark("reply_many_rows", (("count", left_out),))] if left_out else []
        return ReplyProposal(
            advice_id=advice_id,
            file=path.name,
            content=raw,
            lines=lines,
            version=version,
            remarks=(*before, *remarks, *came.remarks, *more),
        )

    def keep(self, looked: ReplyProposal, picks: Mapping[int, Pick | None]) -> TakenOver:
        """Take over what was chosen, all or nothing, and keep the file as proof.

        Raises:
            NotPossible: a line still needs a choice, nothing was chosen, or two rows answer one
                recommendation.
            InvalidInput: something was chosen that was not offered.
            Conflict: an answer was kept meanwhile.
        """
        chosen = _checked(looked, picks)
        with self._work.writing("answer.read") as store:
            advice = store.get(Advice, looked.advice_id)
            _refuse_unreceived(store, advice)
            response = store.first(Response, advice_id=advice.id) or store.add(
                Response(id=store.new_id(), advice_id=advice.id, received_on=self._today())
            )
            made = [_add(store, looked, place, pick, response.id) for place, pick in chosen.items()]
            reading = _reading(store, looked, advice, made)
            settle(store, advice)
        change = changed(Topic.RESPONSES, Topic.ADVICE, Topic.PROCESSES, row=reading.id)
        return TakenOver(change, reading.id, len(made))

    def readings(self, advice_id: UUID) -> tuple[ReplyReading, ...]:
        """The workbooks that were read, the oldest first."""
        with self._work.reading() as store:
            return store.find(ReplyReading, order_by="at", advice_id=advice_id)

    def file(self, reading_id: UUID) -> Attachment:
        """A workbook as it came in, with its hash."""
        with self._work.reading() as store:
            return store.get(Attachment, store.get(ReplyReading, reading_id).attachment_id)

    def undo(self, reading_id: UUID) -> Change:
        """Take back what was read from a workbook, and the workbook with it; the log keeps that it was read.

        Raises:
            NotPossible: an answer from it was replaced, rated or promised upon since.
        """
        with self._work.writing("answer.take_back") as store:
            reading = store.get(ReplyReading, reading_id)
            made = store.find(Disposition, id=[UUID(said) for said in reading.disposition_ids])
            for answer in made:
                _refuse_used(store, answer)
            for answer in made:
                store.remove(answer)
            attachment = store.get(Attachment, reading.attachment_id)
            store.remove(reading)
            store.remove(attachment)
            advice = store.get(Advice, reading.advice_id)
            if advice_store.receipt(store, advice.id) is not None:
                settle(store, advice)
        return changed(Topic.RESPONSES, Topic.ADVICE, Topic.PROCESSES, row=reading.advice_id)


def _refuse_unreceived(store: Store, advice: Advice) -> None:
    advice.refuse_withdrawn()
    if advice_store.receipt(store, advice.id) is None:
        raise NotPossible("advice_not_received")


def _checked(looked: ReplyProposal, picks: Mapping[int, Pick | None]) -> dict[int, Pick]:
    waiting = looked.waiting(picks)
    if waiting:
        raise NotPossible("reply_waiting", count=len(waiting))
    chosen = looked.chosen(picks)
    if not chosen:
        raise NotPossible("reply_nothing_chosen")
    seen: dict[int, int] = {}
    for place, pick in chosen.items():
        if pick not in looked.lines[place].offers:
            raise InvalidInput("reply_choice_not_offered", row=looked.lines[place].row or 0)
        if pick.number in seen:
            rows = ", ".join(str(looked.lines[each].row) for each in (seen[pick.number], place))
            raise NotPossible("reply_two_rows", number=pick.number, rows=rows)
        seen[pick.number] = place
    return chosen


def _add(store: Store, looked: ReplyProposal, place: int, pick: Pick, response_id: UUID) -> Disposition:
    answer = looked.lines[place].answer
    latest = advice_store.disposition(store, pick.recommendation_id)
    shown = next((line.before for line in looked.lines if line.number == pick.number), None)
    if answer is None or _mark(latest) != _mark(shown):
        raise Conflict("reply_answered_meanwhile", number=pick.number)
    if store.get(Recommendation, pick.recommendation_id).withdrawn_reason:
        raise NotPossible("recommendation_withdrawn", number=pick.number)
    return store.add(
        Disposition(
            id=store.new_id(),
            response_id=response_id,
            recommendation_id=pick.recommendation_id,
            text_id=pick.text_id,
            version=(latest.version if latest else 0) + 1,
            at=store.now(),
            **vars(answer.form(pick.disposal)),
        )
    )


def _mark(answer: Disposition | None) -> tuple[UUID, int] | None:
    return (answer.id, answer.revision) if answer else None


def _reading(store: Store, looked: ReplyProposal, advice: Advice, made: list[Disposition]) -> ReplyReading:
    attachment = store.add(
        Attachment(
            id=store.new_id(),
            name=looked.file,
            media_type=_MEDIA,
            sha256=looked.sha256,
            content=looked.content,
            process_id=advice.process_id,
        )
    )
    return store.add(
        ReplyReading(
            id=store.new_id(),
            advice_id=advice.id,
            attachment_id=attachment.id,
            at=store.now(),
            disposition_ids=tuple(str(answer.id) for answer in made),
            version=looked.version,
        )
    )


def _refuse_used(store: Store, answer: Disposition) -> None:
    latest = advice_store.disposition(store, answer.recommendation_id)
    number = store.get(Recommendation, answer.recommendation_id).number
    used = store.count(Rating, disposition_id=answer.id) or store.count(Commitment, disposition_id=answer.id)
    if used or latest is None or latest.id != answer.id:
        raise NotPossible("reply_in_use", number=number)
