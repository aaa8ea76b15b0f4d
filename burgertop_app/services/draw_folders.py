"""What stands in the folder of a draw: every file from the lottery, the people, the salts and the number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_protocol import SEAL, commitment, opening
from burgertop_app.domain.lottery_file import lottery_json
from burgertop_app.domain.public_quotas import merging_of
from burgertop_app.exchange import draw_folder as folder
from burgertop_app.exchange.draw_sums import GIVEN, PUBLIC_PROTOCOL, complete
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.protocol.document import draw_protocol_document
from burgertop_app.services.draw_papers import protocol_paper
from burgertop_app.services.draw_public_paper import Occasion, public_paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draw_protocol import Announcement, DrawnNumber, Salts
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.domain.papers.draw import Withdrawal
    from burgertop_app.domain.replacing import Step
    from burgertop_app.exchange.pool_sheet import PoolSheet


@dataclass(frozen=True, kw_only=True)
class FolderDraw:
    """A draw with the people of its sheet; `rehearsal` when nothing was committed before the number.

    `steps` are the replacements since. `given` is the hash of each sheet that the draw was made from, by its
    purpose and name.
    """

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
    steps: tuple[Step, ...] = ()
    organisation: str = ""
    quota_source: str = ""
    registration: str = ""
    withdrawn: Withdrawal | None = None
    given: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def occasion(self) -> Occasion:
        """What the public protocol tells besides the files."""
        return Occasion(
            title=self.title,
            organisation=self.organisation,
            drawn_at=self.drawn_at,
            quota_source=self.quota_source,
            registration=self.registration,
            withdrawn=self.withdrawn,
        )


def folder_files(draw: FolderDraw, kept: folder.Files | None = None) -> folder.Files:
    """The full folder, by path within it; before the number there is no panel, and everyone remains.

    What was published already stands in `kept` and goes before what would be made now.
    """
    lottery, pool, files = draw.lottery, draw.sheet.pool, dict(kept or {})
    if folder.COMMITMENT not in files:
        shown = merging_of(lottery.quotas, pool)
        made = commitment(lottery, pool, draw.salts, draw.told, rehearsal=draw.rehearsal, shown=shown)
        files[folder.COMMITMENT] = folder.readable_json_bytes(made)
    committed = folder.json_object(files, folder.COMMITMENT)
    if draw.drawn is not None and folder.OPENING not in files:
        opened = opening(lottery, pool, draw.salts, committed, draw.drawn)
        files[folder.OPENING] = folder.readable_json_bytes(opened)
    seal = str(committed.get(SEAL, ""))
    files |= {
        folder.LOTTERY: folder.json_bytes(lottery_json(lottery, rehearsal=draw.rehearsal, drawn=draw.drawn)),
        folder.SALTS: folder.readable_json_bytes(salts_json(draw)),
        folder.PROBABILITIES: folder.probabilities_bytes(lottery),
        folder.PROTOCOL: pdf(draw_protocol_document(protocol_paper(draw, seal))),
    }
    if draw.given:
        files[GIVEN] = folder.readable_json_bytes(given_json(draw))
    return public_files(files | _sheets(draw), draw.occasion)


def public_files(files: folder.Files, told: Occasion) -> folder.Files:
    """The files with the public protocol, the stand-alone checker and the lists of hashes."""
    return complete(files | {PUBLIC_PROTOCOL: pdf(draw_protocol_document(public_paper(files, told)))})


def given_json(draw: FolderDraw) -> dict[str, Json]:
    """What `invoer.json` says: name and hash of each sheet that the draw was made from."""
    return {purpose: {"file": name, "sha256": digest} for purpose, (name, digest) in draw.given.items()}


def _sheets(draw: FolderDraw) -> folder.Files:
    """The sheets with people: everyone stands in one of them."""
    numbers = draw.sheet.numbers
    if draw.drawn is None:
        return {folder.REMAINING: _rows(draw.sheet, numbers)}
    panel = set(draw.lottery.panels[draw.drawn.number])
    taken = panel | set(draw.reserves)
    return {
        folder.PANEL: _rows(draw.sheet, (each for each in numbers if each in panel)),
        folder.RESERVES: _rows(draw.sheet, draw.reserves),
        folder.REMAINING: _rows(draw.sheet, (each for each in numbers if each not in taken)),
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
