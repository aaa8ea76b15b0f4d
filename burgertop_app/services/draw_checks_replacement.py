"""Checks on the replacements of a draw: the chain that was published, and each one drawn again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burgertop_app.domain.draw_chain import chained
from burgertop_app.domain.draw_requests import Checked
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.domain.replacing import (
    PURPOSE,
    Chain,
    full_json,
    misses_of,
    public_json,
    step_json,
    steps_from_json,
)
from burgertop_app.engines.sortition.replacement import replacements
from burgertop_app.exchange import draw_folder as folder

if TYPE_CHECKING:
    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draws import Lottery, Pool
    from burgertop_app.domain.replacing import Step
    from burgertop_app.exchange.draw_folder import Files
    from burgertop_app.services.draw_folders import FolderDraw

_STEP = frozenset(("running", "at", "seats", "filled", "quotas_met", "state", "mark"))


def published(files: Files) -> list[Checked]:
    """Each published state follows from the one before; nothing when nobody was replaced.

    Raises:
        CheckFailed: naming the replacement that was changed.
    """
    if folder.PUBLIC_REPLACEMENTS not in files:
        return []
    found = folder.json_object(files, folder.PUBLIC_REPLACEMENTS)
    opened = folder.json_object(files, folder.OPENING)
    try:
        return _published(found, opened)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CheckFailed("verify_file_damaged", file=folder.PUBLIC_REPLACEMENTS) from error


def _published(found: dict[str, Any], opened: dict[str, Any]) -> list[Checked]:
    source = opened["seed"] or f"{opened['drawn_number']:03d}"
    expected = {"format": 1, "kind": "replacements"} | {
        part: opened[part] for part in ("draw", "lottery_sha256")
    }
    for part, wanted in expected.items():
        if not folder.same(found.get(part), wanted):
            raise CheckFailed("verify_part", file=folder.PUBLIC_REPLACEMENTS, part=part)
    before = found["start"]
    for running, step in enumerate(found["steps"], start=1):
        state = chained(found["lottery_sha256"], source, PURPOSE, running, before)
        if step.keys() != _STEP or step["running"] != running or step["state"] != state:
            raise CheckFailed("verify_replacement", running=running, file=folder.PUBLIC_REPLACEMENTS)
        before = step["mark"]
    return [Checked("right_chain", (("replacements", len(found["steps"])),))]


def redrawn(files: Files, draw: FolderDraw) -> list[Checked]:
    """Each replacement in the full folder is the one that follows from the draw and those before.

    Raises:
        CheckFailed: naming the replacement that was changed.
    """
    names = (folder.REPLACEMENTS, folder.PUBLIC_REPLACEMENTS)
    if draw.drawn is None or not any(name in files for name in names):
        return []
    found = folder.json_object(files, folder.REPLACEMENTS)
    chain = Chain(
        lottery_sha256(draw.lottery),
        draw.drawn.source,
        draw.salts.secret,
        draw.lottery.panels[draw.drawn.number],
        draw.reserves,
        steps_from_json(found),
    )
    for step in chain.steps:
        _refuse_other(draw.lottery, draw.sheet.pool, chain.before(step.running), step)
    _refuse_marks(files, chain)
    for name, expected in zip(names, (full_json, public_json), strict=True):
        _refuse_difference(files, name, expected(draw.told.draw_id, chain))
    return [*published(files), Checked("right_replacements", (("replacements", len(chain.steps)),))]


def marked(files: Files) -> list[Checked]:
    """As `redrawn`, when people of the draw were erased: the chain and its hashes, not who had to join.

    Raises:
        CheckFailed: naming the replacement that was changed.
    """
    if folder.REPLACEMENTS not in files:
        return []
    secret = str(folder.json_object(files, folder.SALTS).get("panel_secret"))
    steps = steps_from_json(folder.json_object(files, folder.REPLACEMENTS))
    _refuse_marks(files, Chain("", "", secret, (), (), steps))
    return published(files)


def _refuse_other(lottery: Lottery, pool: Pool, before: Chain, step: Step) -> None:
    """Stop when a step is not the one that follows from the chain before it."""
    known = pool.by_number.keys()
    named = {*step.left, *step.barred, *step.joined}
    vacancy = before.vacancy(step.left, step.barred, lottery.rules.barred)
    fits = set(step.left) <= set(before.members) and named <= known
    if not fits or not vacancy.seats or set(step.barred) & {*before.members, *step.left}:
        raise CheckFailed("verify_replacement", running=step.running, file=folder.REPLACEMENTS)
    joined = replacements(pool, lottery.quotas, vacancy, before.next_state)
    missed = misses_of(pool, lottery.quotas, (*vacancy.staying, *joined))
    expected = before.with_step(step.at, step.left, step.barred, joined, missed).steps[-1]
    if not folder.same(step_json(step), step_json(expected)):
        raise CheckFailed("verify_replacement", running=step.running, file=folder.REPLACEMENTS)


def _refuse_marks(files: Files, chain: Chain) -> None:
    """Stop when a step is not the one of which the hash was published."""
    told = folder.json_object(files, folder.PUBLIC_REPLACEMENTS).get("steps")
    lines = told if isinstance(told, list) else []
    for running, mark in enumerate(chain.marks[1:], start=1):
        line = lines[running - 1] if running <= len(lines) else None
        if not isinstance(line, dict) or line.get("mark") != mark:
            raise CheckFailed("verify_replacement_mark", running=running, file=folder.REPLACEMENTS)


def _refuse_difference(files: Files, name: str, expected: dict[str, Json]) -> None:
    found = folder.json_object(files, name)
    for part in sorted(found.keys() | expected.keys()):
        if not folder.same(found.get(part), expected.get(part)):
            raise CheckFailed("verify_part", file=name, part=part)
