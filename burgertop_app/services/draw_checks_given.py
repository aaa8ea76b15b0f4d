"""Checks of a draw against sheets from outside its folder, and by computing the lottery again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draw_requests import Checked
from burgertop_app.domain.draws import pool_sha256, quotas_sha256
from burgertop_app.domain.errors import CheckFailed, InvalidInput
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.engines.sortition.lottery import compute
from burgertop_app.exchange.opening import contents
from burgertop_app.exchange.pool_sheet import read_pool
from burgertop_app.exchange.quota_sheet import read_quotas
from burgertop_app.messages.errors import sentence
from burgertop_app.services.draw_keeping import HOUSEHOLD

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.domain.draws import Lottery, Pool
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.exchange.pool_sheet import PoolSheet
    from burgertop_app.services.draw_folders import FolderDraw

_ELSEWHERE = WHOLE // 10**6


def quotas_in(path: Path) -> Quotas:
    """The quotas in a sheet that should be the one of the draw.

    Raises:
        NotFound: there is no such file.
        CheckFailed: they cannot be used, so they cannot be those of the draw.
    """
    try:
        return read_quotas(path)
    except InvalidInput as error:
        raise _unlike(path, error) from error


def people_in(path: Path, draw: FolderDraw, quotas: Quotas) -> PoolSheet:
    """The people in a sheet that should be the one of the draw.

    Raises:
        NotFound: there is no such file.
        CheckFailed: they cannot be used, so they cannot be those of the draw.
    """
    id_column = draw.sheet.table.header[draw.sheet.id_place]
    try:
        return read_pool(path, quotas, id_column, draw.lottery.rules.household_columns)
    except InvalidInput as error:
        raise _unlike(path, error) from error


def check_quotas(draw: FolderDraw, quotas: Quotas, path: Path) -> Checked:
    """The quotas in a sheet are those of the lottery.

    Raises:
        CheckFailed: naming the first quota that differs, or the file when something else in it does.
    """
    lottery, name = draw.lottery, path.name
    ours = {(quota.feature, quota.value): (quota.low, quota.high) for quota in lottery.quotas.items}
    theirs = {(quota.feature, quota.value): (quota.low, quota.high) for quota in quotas.items}
    for feature, value in sorted(ours.keys() | theirs.keys()):
        if ours.get((feature, value)) != theirs.get((feature, value)):
            raise CheckFailed("verify_given_quota", file=name, feature=feature, value=value)
    if quotas_sha256(quotas) != lottery.quotas_sha256:
        raise CheckFailed("verify_quotas")
    _refuse_other_bytes(draw, path, "quotas")
    return Checked("right_given_quotas", (("file", name),))


def check_pool(draw: FolderDraw, sheet: PoolSheet, path: Path) -> Checked:
    """The people in a sheet are those of the lottery, and so is every column that the folder has of them.

    Raises:
        CheckFailed: naming the first number that differs, or the file when something else in it does.
    """
    ours, theirs, name = draw.sheet.pool, sheet.pool, path.name
    for number in sorted(ours.by_number.keys() | theirs.by_number.keys()):
        if ours.by_number.get(number) != theirs.by_number.get(number):
            raise CheckFailed("verify_given_person", file=name, number=number)
    if pool_sha256(theirs) != draw.lottery.pool_sha256:
        raise CheckFailed("verify_pool")
    _refuse_other_cells(draw, sheet, name)
    _refuse_other_bytes(draw, path, "people")
    return Checked("right_given_people", (("file", name),))


def _refuse_other_cells(draw: FolderDraw, sheet: PoolSheet, name: str) -> None:
    """Each column of the folder's sheets says the same in the sheet from outside."""
    for place, title in enumerate(draw.sheet.table.header):
        if title == HOUSEHOLD and title not in sheet.table.header:
            continue
        if title not in sheet.table.header:
            raise CheckFailed("verify_given_column", file=name, column=title)
        there = sheet.table.header.index(title)
        for number, row in draw.sheet.rows.items():
            if sheet.rows[number][there] != row[place]:
                raise CheckFailed("verify_given_cell", file=name, number=number, column=title)


def _refuse_other_bytes(draw: FolderDraw, path: Path, purpose: str) -> None:
    """A file of the same kind as the one of the draw is that file to the last byte.

    A sheet saved as another kind, such as a workbook, has other bytes by nature; what it says was compared.
    """
    used, digest = draw.given.get(purpose, ("", ""))
    if not used or PurePath(used).suffix.casefold() != path.suffix.casefold():
        return
    if hashlib.sha256(contents(path)).hexdigest() != digest:
        raise CheckFailed("verify_given_bytes", file=path.name)


def _unlike(path: Path, error: InvalidInput) -> CheckFailed:
    return CheckFailed("verify_given_unusable", file=path.name, reason=sentence(error))


def check_recomputed(lottery: Lottery, pool: Pool, quotas: Quotas, progress: Progress) -> Checked:
    """The lottery that this input gives: the same to the last byte with the same engine, else to 1e-6.

    Raises:
        CheckFailed: it is another lottery.
        Cancelled: asked for through `progress`.
    """
    again = replace(
        compute(pool, quotas, lottery.rules, progress),
        quotas=lottery.quotas,
        attempt=lottery.attempt,
        earlier_attempts=lottery.earlier_attempts,
        number_source=lottery.number_source,
        drop_out=lottery.drop_out,
    )
    if again.engine == lottery.engine:
        if lottery_sha256(again) != lottery_sha256(lottery):
            raise CheckFailed("verify_recomputed")
        return Checked("right_recomputed")
    gap = abs(again.certificate.min_probability - lottery.certificate.min_probability)
    if gap > _ELSEWHERE or again.without_chance != lottery.without_chance:
        raise CheckFailed("verify_recomputed_chances", engine=again.engine)
    return Checked("right_recomputed_chances", (("engine", lottery.engine), ("here", again.engine)))
