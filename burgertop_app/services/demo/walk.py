"""Walks the whole chain and leaves a folder with everything it made; half a folder never stays."""

from __future__ import annotations

import glob
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import refuse_bsn
from burgertop_app.domain.draws import DrawRules
from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange.draw_folder import sheet_bytes
from burgertop_app.exchange.pool_sheet import read_pool
from burgertop_app.exchange.quota_sheet import read_quotas
from burgertop_app.exchange.sample_folder import read_sample
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.services.demo import (
    answering,
    following,
    meeting,
    recruiting,
    summit,
    summit_choices,
    summit_plans,
    yearly,
)
from burgertop_app.services.demo.stage import MORNING, Stage, StageClock
from burgertop_app.services.house import furnish
from burgertop_app.storage.owner import holder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.demo.stage import OwnPool
    from burgertop_app.services.demo.summit import Summit
    from burgertop_app.services.house import House

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
WORKSPACE = "demo.burgertop"
_UNCLEAR = ("import_unanswered", "person_value_missing", "person_value_unknown")
"""Errors with words for the window; the sheet itself, read strictly, tells file, row and column."""


def walk(
    house: House,
    out: Path,
    tell: Callable[[str, dict[str, int]], None],
    own: OwnPool | None = None,
    progress: Progress = UNHEARD,
) -> None:
    """Walk the chain on the sample, or on `own` people; the folder `out` is there when all went well.

    Args:
        house: opens the workspace.
        out: a folder that does not exist yet, or is empty.
        tell: hears the code of each step when it is done, with its numbers; `messages.demo` has the words.
        own: people, quotas and seats of one's own.
        progress: hears the phases of the long steps.

    Raises:
        InvalidInput: `out` is in use or cannot be written; or a sheet cannot be used.
        NotPossible: the quotas cannot be met.
        Cancelled: asked for through `progress`.
    """
    out = out.absolute()
    fresh = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        refuse_used(out)
        if own is not None:
            _look(own)
        _clear(out)
        fresh.mkdir(parents=True)
        _play(house, fresh, tell, own, progress)
        if out.exists():
            out.rmdir()
        fresh.rename(out)
    except OSError as error:
        raise InvalidInput("demo_folder_unwritable", folder=str(out)) from error
    except BurgertopError as error:
        if own is not None and error.code in _UNCLEAR:
            read_pool(own.people, read_quotas(own.quotas))
        raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _look(own: OwnPool) -> None:
    """Stop before anything is made when the sheets or the seats cannot be used."""
    DrawRules(own.seats)
    read_quotas(own.quotas)
    refuse_bsn(read_table(own.people))


def _clear(out: Path) -> None:
    """Remove what a demo that was killed left beside `out`; one that still runs keeps its folder."""
    for leftover in out.parent.glob(f".{glob.escape(out.name)}.*.new"):
        if holder(leftover / WORKSPACE) is None:
            shutil.rmtree(leftover, ignore_errors=True)


def refuse_used(out: Path) -> None:
    """Refuse a folder with something in it.

    Raises:
        InvalidInput: it holds something, or is a file.
    """
    if out.is_file():
        raise InvalidInput("demo_folder_is_file", folder=str(out))
    if out.is_dir() and any(out.iterdir()):
        raise InvalidInput("demo_folder_used", folder=str(out))


def _play(
    house: House,
    out: Path,
    tell: Callable[[str, dict[str, int]], None],
    own: OwnPool | None,
    progress: Progress,
) -> None:
    sample = read_sample(SAMPLE)
    told = sample.process["process"][0]
    clock = StageClock(datetime.combine(told["starts_on"], MORNING).astimezone(UTC))
    workspace = house.workspaces.at(clock).create(out / WORKSPACE)
    try:
        stage = Stage(
            house=furnish(workspace),
            sample=sample,
            clock=clock,
            out=out,
            people=own.people if own else sample.sheet("people"),
            quotas=own.quotas if own else sample.sheet("quotas"),
            seats=own.seats if own else told["seats"],
            own=own is not None,
        )
        for code, numbers in _steps(stage, progress):
            tell(code, numbers)
    finally:
        workspace.close()


def _steps(stage: Stage, progress: Progress) -> Iterator[tuple[str, dict[str, int]]]:
    """Each step on its own day, so that the log never goes back; the last two are told when all is ready."""
    yield "plan", recruiting.plan(stage)
    yield "people", recruiting.people(stage)
    yield "preflight", recruiting.preflight(stage, progress)
    yield "draw", recruiting.draw(stage, progress)
    yield "tables", meeting.tables(stage, progress)
    yield "cards", meeting.cards(stage)
    summit.sign_panel(stage)
    yield "proposals", meeting.proposals(stage)
    yield "vote", meeting.vote(stage)
    held = None if stage.own else summit.start(stage)
    yearly.survey(stage)
    yield "advice", answering.advise(stage)
    yield "offer", answering.offer(stage)
    if held is not None:
        yield "summit", _summit(stage, held, progress)
    second = recruiting.second(stage)
    yield "response", answering.answer(stage)
    yield "follow", following.follow(stage)
    yield "documents", answering.documents(_on_sample_day(stage), progress)
    yield "year", yearly.year(stage)
    yield "second", second
    _copy_sheets(stage)


def _summit(stage: Stage, held: Summit, progress: Progress) -> dict[str, int]:
    """The day of the summit, with what went before it in the districts."""
    polled = summit_choices.poll(stage, held)
    summit.meet(stage, held, progress)
    summit.cards(stage, held)
    summit.show(stage, held)
    summit_plans.plans(stage, held)
    voted = summit_plans.vote(stage, held)
    papers = summit_choices.share_money(stage, held)
    said = summit_choices.tomorrow(stage, held)
    numbers = {"cards": len(held.cards), "plans": len(held.plans), "votes": voted}
    return numbers | {"papers": papers, "polled": polled, "intentions": said}


def _on_sample_day(stage: Stage) -> Stage:
    """From here on the workspace plays on the day of the sample."""
    day = stage.sample.process["today"]
    stage.clock.on(day)
    stage.house = furnish(stage.house.workspace.pretend(day))
    return stage


def _copy_sheets(stage: Stage) -> None:
    for source, name in ((stage.people, "people.csv"), (stage.quotas, "quotas.csv")):
        if source.suffix.lower() == ".csv":
            shutil.copyfile(source, stage.out / name)
        else:
            table = read_table(source)
            (stage.out / name).write_bytes(sheet_bytes(table.header, table.rows))
