"""Finding erased people in what was fixed for good, and the marks that say so."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from burgertop_app.domain.advice import Advice, AdviceImage, AdviceVersion
from burgertop_app.domain.draw_records import DrawFile, DrawRecord
from burgertop_app.domain.following import ProgressReport
from burgertop_app.domain.name_marks import FileText, Fixed, MarkLine, NameMark, Verdict, places, redacted
from burgertop_app.domain.workspaces import Attachment
from burgertop_app.storage.mapping import translation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from burgertop_app.domain.person_details import Traces
    from burgertop_app.storage.unit_of_work import Store

Read = Callable[[Attachment], FileText]
"""What a file says, as far as anybody can look inside."""


@dataclass(frozen=True)
class _Files:
    """What the files say, by their id; files of one person are left out, since they are emptied."""

    times: dict[UUID, int]
    unread: frozenset[UUID]
    processes: dict[UUID, UUID | None]


def look(store: Store, traces: Traces, read: Read, going: frozenset[UUID]) -> tuple[NameMark, ...]:
    """The marks that an erasure makes, not kept yet: where somebody is found, and what nobody can look into.

    Args:
        store: where to look.
        traces: finds those who go.
        read: tells the text of a file.
        going: files that are emptied anyway.
    """
    if not traces.sought:
        return ()
    files = _looked(store, traces, read, going)
    own: set[UUID | None] = set()
    marks: list[NameMark] = []
    for mark, kept in (*_versions(store, traces, files), *_reports(store, traces, files)):
        own.update(kept)
        marks += [mark] if mark.times else []
    marks += _draws(store, traces)
    pictures = {image.attachment_id for image in store.find(AdviceImage)}
    for file_id, process_id in files.processes.items():
        unread, times = file_id in files.unread, files.times.get(file_id, 0)
        if file_id not in own - pictures and (times or unread):
            marks.append(
                NameMark(
                    id=store.new_id(),
                    kind=Fixed.ATTACHMENT,
                    target_id=file_id,
                    at=store.now(),
                    times=times,
                    unread=unread and not times,
                    process_id=process_id,
                )
            )
    return tuple(marks)


def keep(store: Store, marks: tuple[NameMark, ...]) -> None:
    """Keep new marks; a file that could not be read and waits for somebody to look is not marked twice."""
    waiting = {mark.target_id for mark in store.find(NameMark, unread=True, verdict=Verdict.OPEN)}
    for mark in marks:
        if not (mark.unread and mark.target_id in waiting):
            store.add(mark)


def on(store: Store, kind: Fixed, target_id: UUID) -> tuple[NameMark, ...]:
    """The marks for which this thing is held back."""
    found = store.find(NameMark, kind=kind, target_id=target_id)
    return tuple(mark for mark in found if mark.holds_back)


def held_back(store: Store) -> frozenset[UUID]:
    """Everything that may not be published as it is."""
    return frozenset(mark.target_id for mark in store.find(NameMark) if mark.holds_back)


def told(store: Store, version: AdviceVersion, instead: str) -> Any:  # noqa: ANN401  (JSON)
    """The content of a fixed version, with `instead` where the name of somebody erased stands."""
    marks = on(store, Fixed.ADVICE_VERSION, version.id)
    return redacted(json.loads(version.content), (place for mark in marks for place in mark.places), instead)


def lines(store: Store, marks: tuple[NameMark, ...]) -> tuple[MarkLine, ...]:
    """Marks with what an organiser knows their targets by."""
    wanted: dict[Fixed, set[UUID]] = defaultdict(set)
    for mark in marks:
        wanted[mark.kind].add(mark.target_id)
    versions = {one.id: one for one in store.find(AdviceVersion, id=wanted[Fixed.ADVICE_VERSION])}
    advices = {one.id: one for one in store.find(Advice, id={one.advice_id for one in versions.values()})}
    reports = {one.id: one for one in store.find(ProgressReport, id=wanted[Fixed.PROGRESS_REPORT])}
    draws = {one.id: one for one in store.find(DrawRecord, id=wanted[Fixed.DRAW])}
    names = _file_names(store)
    found = []
    for mark in marks:
        line = MarkLine(mark, names.get(mark.target_id, ""))
        if version := versions.get(mark.target_id):
            advice = advices[version.advice_id]
            line = replace(line, title=advice.title, advice=advice.number, number=version.version)
        elif report := reports.get(mark.target_id):
            line = replace(line, number=report.number)
        elif draw := draws.get(mark.target_id):
            line = replace(line, number=draw.attempt)
        found.append(line)
    return tuple(found)


def _looked(store: Store, traces: Traces, read: Read, going: frozenset[UUID]) -> _Files:
    table = translation(Attachment).table
    wanted = select(table.c.id, table.c.process_id).order_by(table.c.created_at, table.c.seq)
    processes = {row.id: row.process_id for row in store.connection.execute(wanted)}
    times, unread = {}, set()
    for file_id in [each for each in processes if each not in going]:
        file = store.get(Attachment, file_id)
        said = read(file) if file.content else FileText()
        if not said.whole:
            unread.add(file_id)
        if found := len(traces.spans(said.text)):
            times[file_id] = found
    return _Files(times, frozenset(unread), processes)


def _versions(
    store: Store, traces: Traces, files: _Files
) -> Iterator[tuple[NameMark, tuple[UUID | None, ...]]]:
    homes = {advice.id: advice.process_id for advice in store.find(Advice)}
    for version in store.find(AdviceVersion, order_by=("advice_id", "version")):
        found = places(_json(version.content), traces)
        beside = len(traces.spans(version.unsigned_reason))
        printed = files.times.get(version.attachment_id, 0) if version.attachment_id else 0
        mark = NameMark(
            id=store.new_id(),
            kind=Fixed.ADVICE_VERSION,
            target_id=version.id,
            at=store.now(),
            times=max(len(found) + beside, printed),
            places=found,
            process_id=homes[version.advice_id],
        )
        yield mark, (version.attachment_id,)


def _reports(
    store: Store, traces: Traces, files: _Files
) -> Iterator[tuple[NameMark, tuple[UUID | None, ...]]]:
    for report in store.find(ProgressReport, order_by=("process_id", "number")):
        kept = (report.attachment_id, report.web_id)
        found = places(_json(report.content), traces)
        mark = NameMark(
            id=store.new_id(),
            kind=Fixed.PROGRESS_REPORT,
            target_id=report.id,
            at=store.now(),
            times=max(len(found), *(files.times.get(each, 0) if each else 0 for each in kept)),
            places=found,
            process_id=report.process_id,
        )
        yield mark, kept


def _draws(store: Store, traces: Traces) -> list[NameMark]:
    """Draws that name somebody in what was announced or published, not in the salted list of people."""
    marks = []
    for draw in store.find(DrawRecord, order_by=("process_id", "attempt")):
        said = [draw.number_source, draw.moment, draw.published_where, draw.witnesses]
        said += [
            file.content.decode("utf-8", errors="replace") for file in store.find(DrawFile, draw_id=draw.id)
        ]
        times = sum(len(traces.spans(text)) for text in said)
        if times:
            marks.append(
                NameMark(
                    id=store.new_id(),
                    kind=Fixed.DRAW,
                    target_id=draw.id,
                    at=store.now(),
                    times=times,
                    process_id=draw.process_id,
                )
            )
    return marks


def _file_names(store: Store) -> dict[UUID, str]:
    table = translation(Attachment).table
    return {row.id: row.name for row in store.connection.execute(select(table.c.id, table.c.name))}


def _json(content: str) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return content
