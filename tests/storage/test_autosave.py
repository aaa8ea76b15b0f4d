"""Killing the program loses at most the value being written; the file stays sound."""

from __future__ import annotations

import multiprocessing
import runpy
import sys
from pathlib import Path

import pytest

from burgertop_app.domain.processes import Process
from burgertop_app.domain.workspaces import Place
from burgertop_app.storage.copies import check
from burgertop_app.storage.workspace_file import create, open_file

TYPIST = Path(__file__).parents[1] / "fixtures" / "typing_organiser.py"
KILLS = 50


@pytest.fixture
def starter(monkeypatch):
    """Starts processes quickly: what they need was imported once, and the test runner itself never."""
    monkeypatch.delattr(sys.modules["__main__"], "__file__", raising=False)
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["burgertop_app.storage.workspace_file"])
    return context


@pytest.fixture
def path(tmp_path, opener):
    folder = tmp_path / "werk"
    folder.mkdir()
    file = create(folder / "panel.burgertop", opener)
    with file.work.writing("start") as store:
        store.add(Process(id=store.new_id(), form="x", recipe="{}", recipe_sha256="", title="0"))
    file.close()
    return folder / "panel.burgertop"


def type_and_be_killed(starter, path, place, letters):
    """Let the typist type `letters` letters, kill it, and give the last one of which it said it was kept."""
    heard, told = starter.Pipe(duplex=False)
    typist = starter.Process(
        target=runpy.run_path,
        args=(str(TYPIST),),
        kwargs={"init_globals": {"path": str(path), "place": place.value, "told": told}},
    )
    typist.start()
    told.close()
    last = 0
    for _ in range(letters):
        assert heard.poll(20), "the typist does not type"
        last = heard.recv()
    typist.kill()
    typist.join(20)
    last = max([last, *_rest(heard)])
    typist.close()
    return last


def _rest(heard):
    try:
        while True:
            yield heard.recv()
    except (EOFError, OSError):
        heard.close()


def test_killing_the_program_fifty_times_loses_nothing_that_was_kept(path, opener, starter):
    lost = []
    for kill in range(KILLS):
        place = (Place.LOCAL, Place.NETWORK)[kill % 2]
        last = type_and_be_killed(starter, path, place, letters=1 + kill * 7 % 11)

        assert check(path).sound
        file = open_file(path, opener, Place.LOCAL)
        with file.work.reading() as store:
            lost.append(last - int(store.find(Process)[0].title))
        file.close()
        assert not list(path.parent.glob("*-wal")) + list(path.parent.glob("*-journal"))

    assert len(lost) == KILLS
    assert set(lost) <= {0, -1}
