"""What was published of a draw, made again from its full folder, in the format it was published in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burgertop_app.domain import draw_format_1 as first_format
from burgertop_app.domain.draw_protocol import FORMAT, commitment, opening, sealed
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.domain.public_quotas import fits, shown_in
from burgertop_app.exchange import draw_folder as folder

if TYPE_CHECKING:
    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draw_protocol import DrawnNumber
    from burgertop_app.domain.merging import Merging
    from burgertop_app.services.draw_folders import FolderDraw


def commitment_again(draw: FolderDraw, committed: dict[str, Any]) -> dict[str, Json]:
    """The commitment as it should be, with the groups that `committed` shows.

    Which values go together was decided by what was known then; here it is checked that no group is small.

    Raises:
        CheckFailed: the format is unknown, a value is in no group or in two, or a group is small.
    """
    refuse_unknown(committed, folder.COMMITMENT)
    first = committed["format"] == first_format.FORMAT
    shown = {} if first else _shown(draw, committed)
    made = commitment(
        draw.lottery, draw.sheet.pool, draw.salts, draw.told, rehearsal=draw.rehearsal, shown=shown
    )
    return sealed(first_format.commitment_1(made, draw.lottery)) if first else made


def opening_again(
    draw: FolderDraw, drawn: DrawnNumber, committed: dict[str, Any], found: dict[str, Any]
) -> dict[str, Json]:
    """The opening as it should be; the counts of a feature that `found` leaves out are left out here too."""
    made = opening(draw.lottery, draw.sheet.pool, draw.salts, committed, drawn)
    lines, again = found.get("quotas"), made["quotas"]
    told = {line.get("feature") for line in lines if _counts(line)} if isinstance(lines, list) else set()
    if isinstance(again, list):
        made["quotas"] = [line if _feature(line) in told else _without_count(line) for line in again]
    return made


def refuse_unknown(committed: dict[str, Any], name: str) -> None:
    """Stop at a format that this program does not know.

    Raises:
        CheckFailed: naming the file.
    """
    if committed.get("format") not in (first_format.FORMAT, FORMAT):
        raise CheckFailed("verify_part", file=name, part="format")


def _without_count(line: Json) -> Json:
    return line | {"count": None} if isinstance(line, dict) else line


def _shown(draw: FolderDraw, committed: dict[str, Any]) -> Merging:
    try:
        shown = shown_in(committed["quotas"])
        right = fits(shown, draw.lottery.quotas, draw.sheet.pool)
    except (KeyError, TypeError) as error:
        raise CheckFailed("verify_part", file=folder.COMMITMENT, part="quotas") from error
    if not right:
        raise CheckFailed("verify_part", file=folder.COMMITMENT, part="quotas")
    return shown


def _counts(line: object) -> bool:
    return isinstance(line, dict) and line.get("count") is not None


def _feature(line: Json) -> Json:
    return line.get("feature") if isinstance(line, dict) else None
