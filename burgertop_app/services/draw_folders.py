"""What stands in the folder of a draw: every file from the lottery, the people, the salts and the number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_protocol import commitment, opening
from burgertop_app.domain.lottery_file import lottery_json
from burgertop_app.exchange import draw_folder as folder
from burgertop_app.reports.protocol.document import draw_protocol_pdf
from burgertop_app.services.draw_papers import protocol_paper

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draw_protocol import Announcement, DrawnNumber, Salts
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.exchange.pool_sheet import PoolSheet


@dataclass(frozen=True, kw_only=True)
class FolderDraw:
    """A draw with the people of its sheet; `rehearsal` when nothing was committed before the number."""

    title: str
    sheet: PoolSheet
    lottery: Lottery
    salts: Salts
    told: Announcement
    made_at: datetime
    rehearsal: bool
    drawn: DrawnNumber | None = None
    drawn_at: datetime | None = None
    reserves: tuple[str, ...] = ()
    organisation: str = ""


def folder_files(draw: FolderDraw) -> folder.Files:
    """The full folder, by path within it; before the number there is no panel, and everyone remains."""
    lottery, pool = draw.lottery, draw.sheet.pool
    committed = commitment(lottery, pool, draw.salts, draw.told, rehearsal=draw.rehearsal)
    files = {
        folder.LOTTERY: folder.json_bytes(lottery_json(lottery, rehearsal=draw.rehearsal, drawn=draw.drawn)),
        folder.SALTS: folder.readable_json_bytes(salts_json(draw)),
        folder.COMMITMENT: folder.readable_json_bytes(committed),
        folder.PROBABILITIES: folder.probabilities_bytes(lottery),
        folder.PROTOCOL: draw_protocol_pdf(protocol_paper(draw)),
    }
    if draw.drawn is None:
        return files | {folder.REMAINING: _rows(draw.sheet, draw.sheet.numbers)}
    panel = set(lottery.panels[draw.drawn.number])
    taken = panel | set(draw.reserves)
    opened = opening(lottery, pool, draw.salts, committed, draw.drawn)
    return files | {
        folder.OPENING: folder.readable_json_bytes(opened),
        folder.PANEL: _rows(draw.sheet, (each for each in draw.sheet.numbers if each in panel)),
        folder.RESERVES: _rows(draw.sheet, draw.reserves),
        folder.REMAINING: _rows(draw.sheet, (each for each in draw.sheet.numbers if each not in taken)),
    }


def salts_json(draw: FolderDraw) -> dict[str, Json]:
    """What `salts.json` says: the salt of everyone in the pool, and the secret of the panels."""
    return {
        "format": 1,
        "draw": draw.told.draw_id,
        "panel_secret": draw.salts.secret,
        "people": {number: draw.salts.people[number] for number in sorted(draw.salts.people)},
    }


def _rows(sheet: PoolSheet, numbers: Iterable[str]) -> bytes:
    return folder.sheet_bytes(
        sheet.table.header, (sheet.rows[number] for number in numbers), sheet.table.delimiter or ","
    )
