"""Two forms that the program has never heard of: put in the folder, they run in the window as they are."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from burgertop_app import i18n
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.requests import NewProcess
from burgertop_app.exchange import recipes
from burgertop_app.services.context import FORMS
from burgertop_app.services.house import House
from burgertop_app.services.preferences import Preferences
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.main_window import MainWindow

SMALL = Path(__file__).parents[1] / "fixtures" / "forms"
MOMENT = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
CODES = sorted(path.stem for path in (*SMALL.glob("*.toml"), *FORMS.glob("*.toml")))

sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))
from screens import photograph, settle  # noqa: E402 - stands beside the tests of the window


@pytest.fixture
def forms(tmp_path):
    """A folder with the shipped forms, into which the two small ones were copied."""
    folder = tmp_path / "forms"
    shutil.copytree(FORMS, folder)
    for path in SMALL.glob("*.toml"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def window(qtbot, qapp, tmp_path, opener, clock, forms):
    """The window on a new workspace, on 10 June 2026."""
    clock.now = MOMENT
    theme().put_on(qapp)
    i18n.use_language("nl")
    preferences = Preferences(tmp_path / "preferences.json")
    made = MainWindow(House(Workspaces(opener, "nl", forms), preferences, clock, bytes))
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show()
    with qtbot.waitSignal(made.door.opened, timeout=20_000):
        made.door.open(tmp_path / "proef.burgertop", make=True)
    settle(qtbot, made)
    yield made
    made.close()


def begin(qtbot, window, form):
    """A process of that form, opened in the window."""
    processes = window.desk.services.processes
    task = window.tasks.ask(lambda: processes.start(NewProcess(form=form, title="Proef", topic="Buurt")))
    with qtbot.waitSignal(task.done, timeout=20_000) as done:
        task.submit()
    process = done.args[0].id
    window.navigate("overview", process)
    settle(qtbot, window)
    return process


def kept(qtbot, window, work):
    """What a service gives, asked on the write lane as a page does."""
    task = window.tasks.ask(work)
    with qtbot.waitSignal(task.done, timeout=20_000) as done:
        task.submit()
    settle(qtbot, window)
    return done.args[0]


def refused(qtbot, window, work):
    """The error with which a service refuses."""
    task = window.tasks.ask(work)
    with qtbot.waitSignal(task.failed, timeout=20_000) as failed:
        task.submit()
    return failed.args[0]


@pytest.mark.parametrize("code", CODES)
def test_a_form_shows_exactly_the_pages_that_it_names(qtbot, window, forms, code):
    begin(qtbot, window, code)

    named = [page.value for page in recipes.read_recipe(forms / f"{code}.toml").pages]
    assert list(window.rail.keys) == ["start", *named, "collapse"]


@pytest.mark.parametrize("code", CODES)
def test_every_page_of_a_form_opens_without_an_error(qtbot, window, code):
    process = begin(qtbot, window, code)
    wrong = {} if window.area.page.KEY == "overview" else {"overview": window.area.page.KEY}

    for key in window.rail.keys[1:-1]:
        window.navigate(key, process)
        settle(qtbot, window)
        said = window.area.page.error_bar.text or window.area.error_bar.text
        if key != window.area.page.KEY or said:
            wrong[key] = said

    assert wrong == {}


def test_the_rail_and_the_page_have_the_name_that_the_form_gives(qtbot, window):
    process = begin(qtbot, window, "issue_board")

    window.navigate("board", process)
    settle(qtbot, window)

    assert "Kwesties" in [entry.words for entry in window.rail.entries]
    assert window.area.page.head.title.text() == "Kwesties"


def test_another_process_brings_its_own_names(qtbot, window):
    begin(qtbot, window, "issue_board")

    begin(qtbot, window, "burgertop")

    named = [entry.words for entry in window.rail.entries]
    assert {"Groepen", "Verbeterplannen"} <= set(named)


def test_the_top_3_and_the_freeze_hold_for_the_issue_board(qtbot, window):
    process = begin(qtbot, window, "issue_board")
    items = window.desk.services.items
    made = [kept(qtbot, window, lambda: items.add(process, "kwestie", "Kwestie")).id for _ in range(4)]
    for item in made:
        kept(qtbot, window, lambda item=item: items.fill(item, "where", "Plein"))
    for item in made[:3]:
        kept(qtbot, window, lambda item=item: items.choose(item))

    full = refused(qtbot, window, lambda: items.choose(made[3]))
    kept(qtbot, window, lambda: items.move(made[0], "solved"))
    frozen = refused(qtbot, window, lambda: items.rename(made[0], "Anders"))

    assert (type(full), full.code) == (NotPossible, "item_chosen_full")
    assert (type(frozen), frozen.code) == (NotPossible, "item_frozen")


def test_the_rhythm_of_meetings_shows_on_the_issue_board(qtbot, window):
    process = begin(qtbot, window, "issue_board")
    meetings = window.desk.services.meetings
    kept(qtbot, window, lambda: meetings.add(process, title="Vergadering", on=date(2026, 3, 10), place=""))

    window.navigate("board", process)
    settle(qtbot, window)
    photograph(window, "small-issue-board", size=None)

    shown = window.area.page.shown.board.rhythm
    assert (shown.latest, shown.days_late) == (date(2026, 6, 2), 8)


def test_five_mirrors_of_three_questions_are_asked(qtbot, window):
    process = begin(qtbot, window, "mirror_talk")
    window.navigate("evaluation", process)
    settle(qtbot, window)

    window.area.page.begin()
    settle(qtbot, window)
    photograph(window, "small-mirror-talk", size=None)

    assert len(window.area.page.instrument.mirrors) == 5
    assert len(window.area.page.form.asked) == 15


def test_a_running_process_keeps_the_form_that_it_began_with(qtbot, window, forms):
    process = begin(qtbot, window, "issue_board")
    path = forms / "issue_board.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("n = 3", "n = 1"), encoding="utf-8")
    window.navigate("start")
    settle(qtbot, window)

    window.navigate("board", process)
    settle(qtbot, window)
    running = window.area.page.shown.most
    begin(qtbot, window, "issue_board")
    window.navigate("board")
    settle(qtbot, window)

    assert (running, window.area.page.shown.most) == (3, 1)
