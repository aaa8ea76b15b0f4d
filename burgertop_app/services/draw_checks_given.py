"""Checks of a draw against sheets from outside its folder, and by computing the lottery again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draw_requests import Checked
from burgertop_app.domain.draws import pool_sha256, quotas_sha256
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.engines.sortition.lottery import compute

if TYPE_CHECKING:
    from burgertop_app.domain.draws import Lottery, Pool
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.services.draw_folders import FolderDraw

_ELSEWHERE = WHOLE // 10**6


def check_quotas(lottery: Lottery, quotas: Quotas, name: str) -> Checked:
    """The quotas in a sheet are those of the lottery.

    Raises:
        CheckFailed: naming the first quota that differs.
    """
    ours = {(quota.feature, quota.value): (quota.low, quota.high) for quota in lottery.quotas.items}
    theirs = {(quota.feature, quota.value): (quota.low, quota.high) for quota in quotas.items}
    for feature, value in sorted(ours.keys() | theirs.keys()):
        if ours.get((feature, value)) != theirs.get((feature, value)):
            raise CheckFailed("verify_given_quota", file=name, feature=feature, value=value)
    if quotas_sha256(quotas) != lottery.quotas_sha256:
        raise CheckFailed("verify_quotas")
    return Checked("right_given_quotas", (("file", name),))


def check_pool(draw: FolderDraw, pool: Pool, name: str) -> Checked:
    """The people in a sheet are those of the lottery.

    Raises:
        CheckFailed: naming the first number that differs.
    """
    ours, theirs = draw.sheet.pool, pool
    for number in sorted(ours.by_number.keys() | theirs.by_number.keys()):
        if ours.by_number.get(number) != theirs.by_number.get(number):
            raise CheckFailed("verify_given_person", file=name, number=number)
    if pool_sha256(pool) != draw.lottery.pool_sha256:
        raise CheckFailed("verify_pool")
    return Checked("right_given_people", (("file", name),))


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
