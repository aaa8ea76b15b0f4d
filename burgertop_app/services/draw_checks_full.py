"""Checks on a full folder: each part against the others and against what was committed."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draw_protocol import (
    SEAL,
    Salts,
    entry_leaf,
    number_from_seed,
    panel_hash,
)
from burgertop_app.domain.draw_requests import Checked
from burgertop_app.domain.draws import PANELS, pool_sha256, quotas_sha256
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.domain.lottery_file import (
    lottery_from_json,
    lottery_json,
    lottery_sha256,
    object_sha256,
)
from burgertop_app.engines.sortition.reserves import reserve_list
from burgertop_app.exchange import draw_folder as folder
from burgertop_app.services import draw_checks_published
from burgertop_app.services.draw_folders import salts_json
from burgertop_app.services.draw_reading import drawn_number, listed

if TYPE_CHECKING:
    from burgertop_app.domain.draws import Lottery, Panel
    from burgertop_app.exchange.draw_folder import Files
    from burgertop_app.services.draw_folders import FolderDraw

_ROUNDED = 3 * WHOLE // PANELS


def check_lottery(files: Files) -> None:
    """What `lottery.json` and the commitment say of each other, before anything is built on them.

    Raises:
        CheckFailed: naming the quota, the panel or the number that was changed.
    """
    found = folder.json_object(files, folder.LOTTERY)
    committed = folder.json_object(files, folder.COMMITMENT)
    lottery = lottery_from_json(found)
    if quotas_sha256(lottery.quotas) != lottery.quotas_sha256:
        raise CheckFailed("verify_quotas")
    if len(lottery.panels) != PANELS:
        raise CheckFailed("verify_panel_count", panels=len(lottery.panels))
    _check_panel_hashes(files, lottery, committed)
    _check_chances(lottery)
    digest = object_sha256(found)
    if digest != found.get("lottery_sha256"):
        raise CheckFailed("verify_lottery_hash", file=folder.LOTTERY)
    if digest != committed.get("lottery_sha256"):
        raise CheckFailed("verify_commitment_other", file=folder.COMMITMENT)
    drawn = drawn_number(found)
    if drawn is not None and drawn.seed and number_from_seed(digest, drawn.seed) != drawn.number:
        raise CheckFailed("verify_number", number=f"{drawn.number:03d}")


def check_draw(files: Files, draw: FolderDraw) -> list[Checked]:
    """The people, the panels, what was published and the sheets; gives what was found right.

    Raises:
        CheckFailed: naming what was changed.
    """
    right = [Checked("right_hash"), Checked("right_chances"), _people(files, draw), _panels(draw)]
    committed = folder.json_object(files, folder.COMMITMENT)
    refuse_difference(committed, draw_checks_published.commitment_again(draw, committed), folder.COMMITMENT)
    right.append(Checked("right_commitment"))
    whole = lottery_json(draw.lottery, rehearsal=draw.rehearsal, drawn=draw.drawn)
    refuse_difference(folder.json_object(files, folder.LOTTERY), whole, folder.LOTTERY)
    refuse_difference(folder.json_object(files, folder.SALTS), salts_json(draw), folder.SALTS)
    if draw.salts.people.keys() != draw.sheet.pool.by_number.keys():
        raise CheckFailed("verify_part", file=folder.SALTS, part="people")
    if folder.PROTOCOL not in files:
        raise CheckFailed("verify_file_missing", file=folder.PROTOCOL)
    if files.get(folder.PROBABILITIES) is None:
        raise CheckFailed("verify_file_missing", file=folder.PROBABILITIES)
    if _grid(files[folder.PROBABILITIES]) != _grid(folder.probabilities_bytes(draw.lottery)):
        raise CheckFailed("verify_probabilities", file=folder.PROBABILITIES)
    right.append(Checked("right_probabilities"))
    if draw.drawn is None:
        _refuse_drawn(files)
        return right
    return right + _drawn(files, draw)


def _refuse_drawn(files: Files) -> None:
    """Without a number there is no panel; when there is one all the same, the number was taken away."""
    for name in (folder.PANEL, folder.RESERVES, folder.OPENING):
        if name in files:
            raise CheckFailed("verify_number_gone", file=folder.LOTTERY, other=name)


def refuse_difference(found: dict[str, Any], expected: object, name: str) -> None:
    """Stop when two objects differ.

    Raises:
        CheckFailed: naming the file and the first part that differs.
    """
    wanted = expected if isinstance(expected, dict) else {}
    for key in sorted(found.keys() | wanted.keys(), key=lambda key: (key == SEAL, key)):
        if not folder.same(found.get(key), wanted.get(key)):
            if key == SEAL:
                raise CheckFailed("verify_lottery_hash", file=name)
            raise CheckFailed("verify_part", file=name, part=key)


def _check_panel_hashes(files: Files, lottery: Lottery, committed: dict[str, Any]) -> None:
    hashes = committed.get("panels")
    secret = folder.json_object(files, folder.SALTS).get("panel_secret")
    if not isinstance(hashes, list) or len(hashes) != PANELS:
        raise CheckFailed("verify_part", file=folder.COMMITMENT, part="panels")
    for number, panel in enumerate(lottery.panels):
        if panel_hash(_panel_salt(str(secret), number), number, panel) != hashes[number]:
            raise CheckFailed("verify_panel", number=f"{number:03d}")


def _panel_salt(secret: str, number: int) -> str:
    try:
        return Salts({}, secret).of_panel(number)
    except ValueError as error:
        raise CheckFailed("verify_file_damaged", file=folder.SALTS) from error


def _check_chances(lottery: Lottery) -> None:
    """Weights, exact chances, certificate and rounding agree."""
    marginal: Counter[str] = Counter()
    for weight, panel in lottery.portfolio:
        for member in panel:
            marginal[member] += weight
    exact = dict(lottery.exact)
    unknown = (marginal.keys() | lottery.counts.keys()) - exact.keys()
    if unknown or sum(weight for weight, _panel in lottery.portfolio) != WHOLE:
        raise CheckFailed("verify_portfolio")
    for number, chance in lottery.exact:
        if marginal[number] != chance:
            raise CheckFailed("verify_chance", number=number)
        times = lottery.counts[number]
        if abs(times * (WHOLE // PANELS) - chance) > _ROUNDED:
            raise CheckFailed("verify_rounding", number=number)
    lowest = min((chance for chance in exact.values() if chance), default=0)
    if lowest != lottery.certificate.min_probability:
        raise CheckFailed("verify_certificate")


def _people(files: Files, draw: FolderDraw) -> Checked:
    """Everyone's leaf is in the commitment, and the pool is the one of the lottery."""
    pool = draw.sheet.pool
    leaves = folder.json_object(files, folder.COMMITMENT).get("leaves")
    published = set(leaves) if isinstance(leaves, list) else set()
    for entry in pool.entries:
        if entry.number not in draw.salts.people:
            raise CheckFailed("verify_salt_missing", number=entry.number)
        if entry_leaf(pool, entry, draw.salts) not in published:
            raise CheckFailed("verify_leaf", number=entry.number)
    if pool_sha256(pool) != draw.lottery.pool_sha256:
        raise CheckFailed("verify_pool")
    return Checked("right_people", (("people", len(pool)),))


def _panels(draw: FolderDraw) -> Checked:
    """Every panel, numbered or in the portfolio, has its seats, meets every quota and keeps the rules."""
    for number, panel in enumerate(draw.lottery.panels):
        _fits(draw, panel, f"{number:03d}")
    for _weight, panel in draw.lottery.portfolio:
        _fits(draw, panel, "–")
    return Checked("right_quotas", (("quotas", len(draw.lottery.quotas.items)),))


def _fits(draw: FolderDraw, panel: Panel, number: str) -> None:
    pool, rules = draw.sheet.pool, draw.lottery.rules
    members = [pool.by_number[each] for each in panel if each in pool.by_number]
    if not len(set(panel)) == len(panel) == len(members) == rules.seats:
        raise CheckFailed("verify_seats", number=number)
    if rules.barred & set(panel) or not set(rules.keep_in) <= set(panel):
        raise CheckFailed("verify_kept", number=number)
    homes = Counter(member.household for member in members if member.household)
    if homes and max(homes.values()) > 1:
        raise CheckFailed("verify_household", number=number)
    found = Counter(pair for member in members for pair in pool.declared(member).items())
    for quota in draw.lottery.quotas.items:
        if not quota.low <= found[quota.feature, quota.value] <= quota.high:
            raise CheckFailed("verify_quota_missed", number=number, feature=quota.feature, value=quota.value)


def _drawn(files: Files, draw: FolderDraw) -> list[Checked]:
    """The number, the panel and the reserves in their sheets, and the opening."""
    lottery, drawn = draw.lottery, draw.drawn
    if drawn is None:
        return []
    shown = f"{drawn.number:03d}"
    if sorted(listed(files, folder.PANEL, lottery)) != sorted(lottery.panels[drawn.number]):
        raise CheckFailed("verify_panel_sheet", file=folder.PANEL, number=shown)
    expected = reserve_list(lottery, draw.sheet.pool, drawn, len(draw.reserves))
    if draw.reserves != expected:
        raise CheckFailed("verify_reserves", file=folder.RESERVES)
    committed = folder.json_object(files, folder.COMMITMENT)
    found = folder.json_object(files, folder.OPENING)
    refuse_difference(
        found, draw_checks_published.opening_again(draw, drawn, committed, found), folder.OPENING
    )
    right = [Checked("right_number", (("number", shown),))] if drawn.seed else []
    return [
        *right,
        Checked("right_panel", (("number", shown),)),
        Checked("right_reserves", (("reserves", len(expected)),)),
        Checked("right_opening"),
        Checked("right_lottery", (("lottery", lottery_sha256(lottery)),)),
    ]


def _grid(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8", errors="replace"))))
