"""Draws from files, without a workspace: look, make the lottery, draw the number."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.draw_protocol import (
    SALT_BYTES,
    SEAL,
    Announcement,
    DrawnNumber,
    Salts,
    drawn_from_seed,
    tidy_seed,
)
from burgertop_app.domain.draw_requests import DrawOutcome
from burgertop_app.domain.draws import UNBINDING, DrawRules
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.domain.preflight import obstacles
from burgertop_app.engines.sortition.lottery import compute
from burgertop_app.engines.sortition.preflight import examine, look
from burgertop_app.engines.sortition.reserves import reserve_list
from burgertop_app.exchange import draw_folder
from burgertop_app.exchange.opening import contents
from burgertop_app.exchange.pool_sheet import read_numbers, read_pool
from burgertop_app.exchange.quota_sheet import read_quotas
from burgertop_app.services.draw_checks import verify
from burgertop_app.services.draw_folders import FolderDraw, folder_files
from burgertop_app.services.draw_reading import full_draw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from burgertop_app.domain.draw_requests import DrawFiles, Verification
    from burgertop_app.domain.draws import Pool
    from burgertop_app.domain.preflight import Preflight
    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.exchange.pool_sheet import PoolSheet

__all__ = ["Lotteries", "compute", "examine", "look", "new_salts", "refuse_obstacles", "reserve_list"]


@dataclass(frozen=True)
class Lotteries:
    """Draws from files; `entropy` gives so many random bytes, `clock` the moment."""

    entropy: Callable[[int], bytes]
    clock: Callable[[], datetime]

    def preflight(self, request: DrawFiles, progress: Progress) -> Preflight:
        """Whether this draw is possible, what clashes, what would help, and who has no chance.

        Raises:
            BurgertopError: a file cannot be used.
        """
        quotas, sheet, rules = _read(request)
        return examine(sheet.pool, quotas, rules, progress)

    def lottery(self, request: DrawFiles, out: Path, progress: Progress) -> DrawOutcome:
        """Make the lottery and commit to it: the folder `out` has everything but a number.

        Raises:
            BurgertopError: a file cannot be used, no panel is possible, the method is only there to compare
                with, or the folder cannot be written.
        """
        if request.method in UNBINDING:
            raise NotPossible("draw_unbinding", method=request.method)
        draw = self._prepared(request, out, progress, rehearsal=False)
        files = folder_files(draw)
        draw_folder.write_folder(out, files, instead_of={})
        return _outcome(out, draw, files)

    def number(
        self, folder: Path, seed: str | None = None, number: int | None = None, reserves: int = 0
    ) -> DrawOutcome:
        """Draw the number of a committed lottery, from a seed or as drawn by hand, and write the panel.

        Raises:
            Conflict: it has a number already.
            CheckFailed: something in the folder was changed since the commitment.
            BurgertopError: the folder cannot be read or written, or the number does not exist.
        """
        _refuse_unclear(seed, number, reserves)
        draw_folder.refuse_other(folder, "draw_folder_not_full", draw_folder.LOTTERY)
        files = draw_folder.read_folder(folder)
        draw = full_draw(files, folder.absolute().name)
        if draw.drawn is not None:
            raise Conflict("draw_has_number", folder=str(folder), number=f"{draw.drawn.number:03d}")
        verify(folder)
        drawn = self._numbered(draw, seed, number, reserves)
        draw_folder.write_folder(folder, files | folder_files(drawn, _committed(files)), instead_of=files)
        return _outcome(folder, drawn, files)

    def draw(
        self,
        request: DrawFiles,
        out: Path,
        progress: Progress,
        seed: str | None = None,
        number: int | None = None,
        reserves: int = 0,
    ) -> DrawOutcome:
        """Lottery and number in one: a rehearsal, and marked so.

        Raises:
            BurgertopError: a file cannot be used, no panel is possible, or the folder cannot be written.
        """
        _refuse_unclear(seed, number, reserves)
        draw = self._prepared(request, out, progress, rehearsal=True)
        drawn = self._numbered(draw, seed, number, reserves)
        files = folder_files(drawn)
        draw_folder.write_folder(out, files, instead_of={})
        return _outcome(out, drawn, files)

    def verify(
        self, folder: Path, people: Path | None, quotas: Path | None, progress: Progress
    ) -> Verification:
        """Check a folder, full or public; see `services.draw_checks.verify`."""
        return verify(folder, people, quotas, progress)

    def _prepared(self, request: DrawFiles, out: Path, progress: Progress, *, rehearsal: bool) -> FolderDraw:
        draw_folder.refuse_taken(out)
        quotas, sheet, rules = _read(request)
        given = _given(request)
        refuse_obstacles(sheet.pool, quotas, rules)
        draw_folder.refuse_unwritable(out)
        lottery = replace(
            compute(sheet.pool, quotas, rules, progress),
            attempt=request.attempt,
            earlier_attempts=request.earlier_attempts,
            number_source=request.source,
        )
        made_at = self.clock()
        told = Announcement(
            draw_id=str(UUID(bytes=self.entropy(16), version=4)),
            made_at=made_at.astimezone(UTC).isoformat(timespec="seconds"),
            moment=request.moment,
            place=request.place,
            witnesses=request.witnesses,
        )
        return FolderDraw(
            title=out.absolute().name,
            sheet=sheet,
            lottery=lottery,
            salts=new_salts(sheet.pool, self.entropy),
            told=told,
            made_at=made_at,
            rehearsal=rehearsal,
            given=given,
        )

    def _numbered(self, draw: FolderDraw, seed: str | None, number: int | None, reserves: int) -> FolderDraw:
        if seed is None:
            drawn = DrawnNumber(number or 0, rehearsal=draw.rehearsal)
        else:
            drawn = drawn_from_seed(draw.lottery, seed, rehearsal=draw.rehearsal)
        listed = reserve_list(draw.lottery, draw.sheet.pool, drawn, reserves)
        return replace(draw, drawn=drawn, drawn_at=self.clock(), reserves=listed)


def new_salts(pool: Pool, entropy: Callable[[int], bytes]) -> Salts:
    """Fresh salts for everyone in `pool`, and a fresh secret for the panels."""
    people = {entry.number: entropy(SALT_BYTES).hex() for entry in pool.entries}
    return Salts(people, entropy(SALT_BYTES).hex())


def refuse_obstacles(pool: Pool, quotas: Quotas, rules: DrawRules) -> None:
    """Stop when mere counting shows that no panel is possible.

    Raises:
        NotPossible: with the first obstacle.
    """
    for obstacle in obstacles(pool, quotas, rules):
        raise NotPossible(f"draw_{obstacle.code}", **dict(obstacle.params))


def _committed(files: draw_folder.Files) -> draw_folder.Files:
    """The commitment to the byte, in whatever format it was made."""
    return {draw_folder.COMMITMENT: files[draw_folder.COMMITMENT]}


def _read(request: DrawFiles) -> tuple[Quotas, PoolSheet, DrawRules]:
    quotas = read_quotas(request.quotas)
    sheet = read_pool(request.people, quotas, request.id_column, request.household)
    known = sheet.pool
    kept_in = read_numbers(request.keep_in, request.id_column, known) if request.keep_in else ()
    kept_out = read_numbers(request.keep_out, request.id_column, known) if request.keep_out else ()
    rules = DrawRules(
        seats=request.seats,
        method=request.method,
        household_columns=request.household,
        keep_in=tuple(sorted(kept.number for kept in kept_in)),
        keep_out=tuple(sorted(kept_out, key=lambda kept: kept.number)),
    )
    return quotas, sheet, rules


def _given(request: DrawFiles) -> dict[str, tuple[str, str]]:
    """Name and hash of each sheet, so that anyone can see later which files the draw was made from."""
    sheets = {
        "people": request.people,
        "quotas": request.quotas,
        "keep_in": request.keep_in,
        "keep_out": request.keep_out,
    }
    return {
        purpose: (path.name, hashlib.sha256(contents(path)).hexdigest())
        for purpose, path in sheets.items()
        if path is not None
    }


def _refuse_unclear(seed: str | None, number: int | None, reserves: int) -> None:
    if (seed is None) == (number is None):
        raise InvalidInput("draw_seed_or_number")
    if seed is not None:
        tidy_seed(seed)
    if number is not None:
        DrawnNumber(number)
    if reserves < 0:
        raise InvalidInput("draw_reserves", reserves=reserves)


def _outcome(folder: Path, draw: FolderDraw, files: draw_folder.Files) -> DrawOutcome:
    panel = () if draw.drawn is None else draw.lottery.panels[draw.drawn.number]
    seal = str(draw_folder.json_object(files, draw_folder.COMMITMENT).get(SEAL, ""))
    return DrawOutcome(
        folder, draw.lottery, lottery_sha256(draw.lottery), seal, draw.drawn, panel, draw.reserves
    )
