"""Checking the folder of a draw: everything that can be recomputed is, and the first difference is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_requests import Checked, Level, Verification
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange import draw_folder as folder
from burgertop_app.exchange import draw_sums as sums
from burgertop_app.services import draw_checks_full as full
from burgertop_app.services import draw_checks_given as given
from burgertop_app.services import draw_checks_public as public
from burgertop_app.services import draw_checks_replacement as replaced
from burgertop_app.services.draw_reading import full_draw

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.progress import Progress
    from burgertop_app.exchange.draw_folder import Files
    from burgertop_app.services.draw_folders import FolderDraw

_PUBLISHED = folder.COMMITMENT.removeprefix(f"{folder.PUBLIC}/")


def verify(
    place: Path, people: Path | None = None, quotas: Path | None = None, progress: Progress = UNHEARD
) -> Verification:
    """Check a full folder or only what was made public, and say what could not be checked.

    With the sheet of people the pool is compared; with the quotas too, the lottery is computed again.

    Raises:
        CheckFailed: something differs; the error names what was changed.
        NotFound: there is no such folder or file.
        InvalidInput: it is not the folder of a draw, or a sheet cannot be read.
        Cancelled: asked for through `progress`.
    """
    wanted = (folder.LOTTERY, folder.COMMITMENT, _PUBLISHED)
    folder.refuse_other(place, "draw_folder_none", *wanted)
    files = folder.read_folder(place)
    if folder.LOTTERY in files:
        return _full(files, place.absolute().name, people, quotas, progress)
    opened = {f"{folder.PUBLIC}/{name}": content for name, content in files.items() if "/" not in name}
    return _public(files if folder.COMMITMENT in files else opened)


def _public(files: Files) -> Verification:
    found = public.checked(files)
    found = replace(found, right=(*found.right, *replaced.published(files)))
    if sums.PUBLIC_SUMS not in files:
        return replace(found, beyond=(*found.beyond, Checked("beyond_sums")))
    sums.refuse_changed(files)
    return replace(
        found, right=(*found.right, Checked("right_sums")), beyond=(*found.beyond, *_others(files))
    )


def _others(files: Files) -> list[Checked]:
    """What lies in the folder and is no part of the draw."""
    found = sums.others(files)
    return [Checked("beyond_others", (("files", ", ".join(found)),))] if found else []


def _full(
    files: Files, title: str, people: Path | None, quotas: Path | None, progress: Progress
) -> Verification:
    full.check_lottery(files)
    draw = full_draw(files, title)
    right = [*full.check_draw(files, draw), *replaced.redrawn(files, draw)]
    sums.refuse_changed(files)
    right.append(Checked("right_sums"))
    beyond = [Checked("beyond_published"), Checked("beyond_protocol")]
    if len(draw.sheet.table.header) > len(draw.lottery.quotas.features) + 1:
        beyond.append(Checked("beyond_columns"))
    beyond += _others(files)
    if draw.drawn is None:
        beyond.append(Checked("beyond_number"))
    elif not draw.drawn.seed:
        beyond.append(Checked("beyond_by_hand"))
    right += _outside(draw, people, quotas, progress)
    if people is None:
        beyond.append(Checked("beyond_people"))
    if people is None or quotas is None:
        beyond.append(Checked("beyond_recomputed"))
    return Verification(Level.FULL, tuple(right), tuple(beyond))


def _outside(draw: FolderDraw, people: Path | None, quotas: Path | None, progress: Progress) -> list[Checked]:
    """What the sheets from outside the folder show."""
    right: list[Checked] = []
    wanted = draw.lottery.quotas
    if quotas is not None:
        wanted = given.quotas_in(quotas)
        right.append(given.check_quotas(draw, wanted, quotas))
    if people is not None:
        sheet = given.people_in(people, draw, wanted)
        right.append(given.check_pool(draw, sheet, people))
        if quotas is not None:
            right.append(given.check_recomputed(draw.lottery, sheet.pool, wanted, progress))
    return right
