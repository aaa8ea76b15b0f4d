"""What reading a reply workbook would do: a line per row and per recommendation without one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.answer_matching import Ground, Matcher, Placed
from burgertop_app.domain.answer_sheet import AnswerField, Pick, ReadAnswer, ReplyLine, Standing
from burgertop_app.domain.responses import Disposal
from burgertop_app.domain.sheets import Remark
from burgertop_app.services.answer_reading import even, read, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.answer_sheet import Asked, SheetRow, Wording
    from burgertop_app.domain.progress import Progress

SHOWN = 200
"""So many rows that answer nothing of this advice are shown; more are only counted."""


def propose(
    rows: Sequence[SheetRow], asked: Sequence[Asked], newest: int, progress: Progress
) -> tuple[tuple[ReplyLine, ...], int]:
    """The lines, and how many rows that answer nothing are not among them.

    Args:
        rows: what came back.
        asked: the recommendations that count.
        newest: the newest version of the advice.
        progress: told how far it is.

    Raises:
        Cancelled: asked for through `progress`.
    """
    matcher = Matcher(asked)
    empty: dict[int, SheetRow] = {}
    lines: list[ReplyLine] = []
    strange = 0
    for place, row in enumerate(rows):
        if place % 200 == 0:
            progress.checkpoint("checking", place / len(rows))
        placed = matcher.place(row, thoroughly=strange < SHOWN)
        if placed.asked is not None and placed.wording is not None:
            if row.answered:
                lines.append(_sure(row, placed, placed.asked, placed.wording, newest))
            else:
                empty.setdefault(placed.asked.number, row)
        elif row.answered or row.loose:
            strange += 1
            if strange <= SHOWN:
                lines.append(_unsure(row, placed))
    lines = _doubles(lines)
    answered = {line.number for line in lines if line.number is not None}
    lines += [_missing(one, empty.get(one.number)) for one in asked if one.number not in answered]
    lines.sort(key=lambda line: (line.number is None, line.number or 0, line.row or 0))
    return tuple(replace(line, place=place) for place, line in enumerate(lines)), max(strange - SHOWN, 0)


def _sure(row: SheetRow, placed: Placed, asked: Asked, wording: Wording, newest: int) -> ReplyLine:
    """A row of which the recommendation is known."""
    answer, notes = read(row)
    if placed.ground is Ground.REWORDED:
        notes.insert(0, Remark("reply_reworded", (("text", short(row.get(AnswerField.TEXT))),)))
    if wording.version < newest and wording.text_id != asked.wordings[0].text_id:
        told = (("version", wording.version), ("text", short(wording.title)))
        notes.insert(0, Remark("reply_wording", told))
    picks = tuple(
        _pick(asked, wording, kind) for kind in ((answer.disposal,) if answer.disposal else Disposal)
    )
    line = ReplyLine(
        place=0,
        row=row.row,
        number=asked.number,
        title=asked.title,
        standing=_standing(answer, asked),
        answer=answer,
        before=asked.before,
        notes=tuple(notes),
    )
    if line.standing is Standing.SAME:
        return line
    if line.standing is Standing.NEW:
        return replace(line, offers=picks, proposed=picks[0])
    return replace(line, offers=picks, open=True, notes=(*line.notes, *_emptied(line)))


def _unsure(row: SheetRow, placed: Placed) -> ReplyLine:
    """A row of which the organiser must say what it answers, or that it is left out."""
    answer, notes = read(row)
    title = short(row.get(AnswerField.TEXT) or " ".join(filter(None, row.cells.values())))
    numbers = ", ".join(str(one.number) for one in placed.may)
    told = {
        Ground.CONFLICT: Remark("reply_conflict", (("numbers", numbers),)),
        Ground.UNKNOWN: Remark("reply_unknown", (("text", title),)),
    }.get(placed.ground, Remark("reply_weak"))
    kind = answer.disposal
    offers = tuple(_pick(one, one.wordings[0], kind) for one in placed.may) if kind else ()
    by_hand = () if offers else (Remark("reply_by_hand"),)
    return ReplyLine(
        place=0,
        row=row.row,
        number=None,
        title=title,
        standing=Standing.PROBLEM,
        answer=answer,
        offers=offers,
        open=bool(offers),
        notes=(told, *by_hand) if row.loose else (told, *by_hand, *notes),
    )


def _pick(asked: Asked, wording: Wording, kind: Disposal) -> Pick:
    return Pick(
        recommendation_id=asked.recommendation_id,
        text_id=wording.text_id,
        number=asked.number,
        disposal=kind,
    )


def _missing(asked: Asked, row: SheetRow | None) -> ReplyLine:
    notes = [Remark("reply_row_missing" if row is None else "reply_row_empty")]
    if asked.before is not None:
        notes.append(Remark("reply_kept"))
    return ReplyLine(
        place=0,
        row=row.row if row else None,
        number=asked.number,
        title=asked.title,
        standing=Standing.MISSING,
        before=asked.before,
        notes=tuple(notes),
    )


def _doubles(lines: list[ReplyLine]) -> list[ReplyLine]:
    """Rows for one recommendation: alike ones count once, between others the organiser chooses."""
    groups: dict[int, list[ReplyLine]] = defaultdict(list)
    for line in lines:
        if line.number is not None:
            groups[line.number].append(line)
    kept = [line for line in lines if line.number is None]
    for number, group in groups.items():
        if len({line.answer for line in group}) == 1:
            note = (Remark("reply_twice_same", (("number", number),)),) if len(group) > 1 else ()
            kept.append(replace(group[0], notes=(*group[0].notes, *note)))
        else:
            rows = ", ".join(str(line.row) for line in group)
            note = (Remark("reply_twice", (("number", number), ("rows", rows))),)
            kept += [_to_choose(line, note) for line in group]
    return kept


def _to_choose(line: ReplyLine, note: tuple[Remark, ...]) -> ReplyLine:
    if line.standing is Standing.SAME:
        return replace(line, notes=(*line.notes, *note))
    return replace(line, standing=Standing.PROBLEM, proposed=None, open=True, notes=(*note, *line.notes))


def _standing(answer: ReadAnswer, asked: Asked) -> Standing:
    if answer.disposal is None:
        return Standing.PROBLEM
    before = asked.before
    if before is None:
        return Standing.NEW
    kept = ReadAnswer(
        disposal=before.disposal,
        reason=even(before.reason),
        owner=even(before.owner),
        due_on=before.due_on,
        budget=even(before.budget),
        council=before.council,
        policy=even(before.policy),
    )
    return Standing.SAME if kept == answer else Standing.CHANGED


def _emptied(line: ReplyLine) -> tuple[Remark, ...]:
    before, answer = line.before, line.answer
    if before is None or answer is None:
        return ()
    fields = ("reason", "owner", "due_on", "budget", "policy")
    lost = any(getattr(before, name) and not getattr(answer, name) for name in fields)
    return (Remark("reply_emptied"),) if lost else ()
