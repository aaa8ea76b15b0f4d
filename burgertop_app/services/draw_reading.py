"""Reading a full folder of a draw back into the draw it holds."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.draw_protocol import Announcement, DrawnNumber, Salts
from burgertop_app.domain.errors import BurgertopError, CheckFailed
from burgertop_app.domain.lottery_file import lottery_from_json
from burgertop_app.domain.sheets import Table, table
from burgertop_app.exchange import draw_folder as folder
from burgertop_app.exchange.draw_sums import GIVEN
from burgertop_app.exchange.pool_sheet import id_place_of, pool_from
from burgertop_app.exchange.workbooks import table_from_text
from burgertop_app.services.draw_folders import FolderDraw

if TYPE_CHECKING:
    from burgertop_app.domain.draws import Lottery
    from burgertop_app.exchange.pool_sheet import PoolSheet

SHEETS = (folder.PANEL, folder.RESERVES, folder.REMAINING)


def full_draw(files: folder.Files, title: str) -> FolderDraw:
    """The draw in the files of a full folder as they stand; `services.draw_checks` tells if it is right.

    Raises:
        CheckFailed: a file lacks or cannot be what it should be.
    """
    found = folder.json_object(files, folder.LOTTERY)
    lottery = lottery_from_json(found)
    told, made_at = _told(folder.json_object(files, folder.COMMITMENT))
    return FolderDraw(
        title=title,
        sheet=_sheet(files, lottery),
        lottery=lottery,
        salts=_salts(folder.json_object(files, folder.SALTS)),
        told=told,
        made_at=made_at,
        rehearsal=bool(found.get("rehearsal")),
        drawn=drawn_number(found),
        reserves=listed(files, folder.RESERVES, lottery),
        given=_given(files),
    )


def drawn_number(found: dict[str, Any]) -> DrawnNumber | None:
    """The number in the object of `lottery.json` or `opening.json`; None before it is drawn.

    Raises:
        CheckFailed: it is no number of a panel.
    """
    number, seed = found.get("drawn_number"), found.get("seed")
    if number is None:
        return None
    if not isinstance(number, int) or not isinstance(seed, str):
        raise CheckFailed("verify_number_format")
    try:
        return DrawnNumber(number, seed, bool(found.get("rehearsal")))
    except BurgertopError as error:
        raise CheckFailed("verify_number_format") from error


def listed(files: folder.Files, name: str, lottery: Lottery) -> tuple[str, ...]:
    """The numbers in one of the folder's sheets, in its order; nobody when there is no such file."""
    if name not in files:
        return ()
    whole = _joined(files)
    place = _id_place(whole, lottery)
    header, *rows = _grid(files[name], whole.delimiter, name)
    if len(header) <= place:
        raise CheckFailed("verify_file_damaged", file=name)
    return tuple(row[place].strip() for row in rows if any(row))


def _sheet(files: folder.Files, lottery: Lottery) -> PoolSheet:
    whole = _joined(files)
    id_column = whole.header[_id_place(whole, lottery)]
    try:
        return pool_from(whole, lottery.quotas, id_column, lottery.rules.household_columns)
    except BurgertopError as error:
        raise CheckFailed("verify_people_format", code=error.code) from error


def _joined(files: folder.Files) -> Table:
    """Everyone in the folder's sheets, as one table."""
    present = [name for name in SHEETS if name in files]
    if not present:
        raise CheckFailed("verify_file_missing", file=folder.REMAINING)
    largest = max(present, key=lambda name: len(files[name]))
    try:
        delimiter = table_from_text(files[largest].decode("utf-8"), largest).delimiter
        grids = [_grid(files[name], delimiter, name) for name in present]
        if any(grid[0] != grids[0][0] for grid in grids):
            raise CheckFailed("verify_headers_differ")
        rows = [row for grid in grids for row in grid[1:]]
        made = table(", ".join(present), [[cell.strip() for cell in row] for row in (grids[0][0], *rows)])
    except (BurgertopError, ValueError) as error:
        if isinstance(error, CheckFailed):
            raise
        raise CheckFailed("verify_file_damaged", file=largest) from error
    return replace(made, delimiter=delimiter)


def _grid(raw: bytes, delimiter: str, name: str) -> list[list[str]]:
    grid = list(csv.reader(io.StringIO(raw.decode("utf-8")), delimiter=delimiter))
    if not grid:
        raise CheckFailed("verify_file_damaged", file=name)
    return grid


def _id_place(whole: Table, lottery: Lottery) -> int:
    try:
        return id_place_of(whole, [number for number, _chance in lottery.exact])
    except BurgertopError as error:
        raise CheckFailed("verify_people_numbers", files=whole.name) from error


def _salts(found: dict[str, Any]) -> Salts:
    people, secret = found.get("people"), found.get("panel_secret")
    try:
        bytes.fromhex(str(secret))
    except ValueError as error:
        raise CheckFailed("verify_file_damaged", file=folder.SALTS) from error
    if not isinstance(people, dict) or not isinstance(secret, str):
        raise CheckFailed("verify_file_damaged", file=folder.SALTS)
    return Salts({str(number): str(salt) for number, salt in people.items()}, secret)


def _given(files: folder.Files) -> dict[str, tuple[str, str]]:
    if GIVEN not in files:
        return {}
    found = folder.json_object(files, GIVEN)
    try:
        return {str(purpose): (str(each["file"]), str(each["sha256"])) for purpose, each in found.items()}
    except (KeyError, TypeError) as error:
        raise CheckFailed("verify_file_damaged", file=GIVEN) from error


def _told(found: dict[str, Any]) -> tuple[Announcement, datetime]:
    announced = found.get("announced")
    if not isinstance(announced, dict):
        raise CheckFailed("verify_part", file=folder.COMMITMENT, part="announced")
    try:
        made_at = datetime.fromisoformat(str(found.get("made_at")))
        witnesses = tuple(str(each) for each in announced.get("witnesses", ()))
    except (TypeError, ValueError) as error:
        raise CheckFailed("verify_file_damaged", file=folder.COMMITMENT) from error
    told = Announcement(
        draw_id=str(found.get("draw", "")),
        made_at=str(found.get("made_at")),
        moment=str(announced.get("moment", "")),
        place=str(announced.get("place", "")),
        witnesses=witnesses,
    )
    return told, made_at
