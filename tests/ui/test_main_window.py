"""The window around a real workspace."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel
from screens import flush, photograph, settle

from burgertop_app import i18n
from burgertop_app.domain.changes import Topic
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.requests import NewProcess
from burgertop_app.domain.workspaces import Place
from burgertop_app.services.house import House
from burgertop_app.services.preferences import Preferences
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage import workspace_file
from burgertop_app.ui import main_window, slices
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.focus import FocusRing
from burgertop_app.ui.main_window import MainWindow
from burgertop_app.ui.page import Page

MOMENT = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)


class Titles(Page[tuple[str, ...]]):
    """A page for these tests: the titles of all processes."""

    KEY, ICON, NAME = "overview", "layout-dashboard", "Overview"
    TOPICS = frozenset({Topic.PROCESSES})

    def __init__(self, desk):
        super().__init__(desk)
        self.label = QLabel()
        self.content.addWidget(self.label)
        self.focused = None

    def reading(self, process):  # noqa: ARG002 - the same for every process
        processes = self.desk.services.processes
        return lambda: tuple(each.title for each in processes.all())

    def reading_all(self):
        return self.reading(None)

    def fill(self, found):
        self.label.setText(", ".join(found))

    def focus_on(self, focus):
        self.focused = focus


class Begin(Titles):
    """The page above all processes."""

    KEY, ICON, NAME = "start", "house", "Start"


class People(Titles):
    """A second page of a process."""

    KEY, ICON, NAME = "people", "users", "People"


@pytest.fixture
def pages(monkeypatch):
    monkeypatch.setattr(slices, "SLICES", (Titles, People))
    monkeypatch.setattr(main_window, "START", Begin)


@pytest.fixture
def house(tmp_path, opener):
    return House(
        Workspaces(opener),
        Preferences(tmp_path / "preferences.json"),
        lambda: MOMENT,
        bytes,
    )


@pytest.fixture
def window(qtbot, house, pages):
    made = MainWindow(house)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def opened(window, qtbot, tmp_path):
    with qtbot.waitSignal(window.door.opened, timeout=20_000):
        window.door.open(tmp_path / "Waterrijk 2026.burgertop", make=True)
    settle(qtbot, window)
    return window


@pytest.fixture
def process(opened, qtbot):
    request = NewProcess(
        form="burgerpanel",
        title="Burgerpanel Waterrijk",
        topic="Warm en betaalbaar wonen",
        municipality="Waterrijk",
    )
    with qtbot.waitSignal(opened.desk.changes.happened, timeout=20_000):
        opened.tasks.ask(lambda: opened.desk.services.processes.start(request)).submit()
    settle(qtbot, opened)
    return opened.desk.services.processes.all()[0].id


def test_window_without_workspace_offers_to_make_one(window):
    photograph(window, "window-empty")

    assert window.area.page is None
    assert window.rail.keys == ("start", "file:", "help", "collapse")


def test_new_workspace_shows_start_and_stands_among_the_recent(opened, house, tmp_path):
    assert isinstance(opened.area.page, Begin)
    assert house.preferences.recent() == (tmp_path / "Waterrijk 2026.burgertop",)


def test_workspace_in_a_folder_that_is_synchronised_says_so(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(workspace_file, "place_of", lambda _path: Place.SYNCED)

    with qtbot.waitSignal(window.door.opened, timeout=20_000):
        window.door.open(tmp_path / "Gedeeld.burgertop", make=True)
    settle(qtbot, window)

    assert window.area.undo_bar.isVisible()
    assert window.area.undo_bar.text == (
        "Dit bestand staat in een map die wordt gesynchroniseerd: "
        "sluit het voordat u het op een andere computer opent."
    )


def test_workspace_on_this_computer_says_nothing_of_its_place(opened):
    assert not opened.area.undo_bar.isVisible()


def test_workspace_that_is_not_ours_is_explained(window, qtbot, tmp_path):
    foreign = tmp_path / "brief.burgertop"
    foreign.write_text("Geachte heer, mevrouw,", encoding="utf-8")

    with qtbot.waitSignal(window.door.failed, timeout=20_000):
        window.door.open(foreign)

    assert window.area.error_bar.text != ""
    assert window.desk is None


def test_a_process_opens_right_after_it_began(opened, qtbot):
    request = NewProcess(form="burgerpanel", title="Burgerpanel Waterrijk")
    processes = opened.desk.services.processes
    task = opened.tasks.ask(lambda: processes.start(request))
    with qtbot.waitSignal(task.done, timeout=20_000) as begun:
        task.submit()

    opened.navigate("overview", begun.args[0].id)
    settle(qtbot, opened)

    assert opened.area.page.KEY == "overview"


def test_rail_shows_the_pages_that_the_recipe_names_and_we_have(opened, process, qtbot):
    opened.navigate("people", process, "iemand")
    settle(qtbot, opened)

    photograph(opened, "window-process")
    assert opened.rail.keys == ("start", "overview", "people", "collapse")
    assert isinstance(opened.area.page, People)
    assert opened.area.page.focused == "iemand"
    assert opened.area.page.label.text() == "Burgerpanel Waterrijk"


def test_a_small_window_keeps_its_narrow_rail_in_another_language(opened):
    opened.resize(1180, 720)
    flush()

    opened.choose_language("en")

    assert opened.rail.collapsed


def test_the_rail_stays_as_narrow_as_the_organiser_made_it(house, qtbot):
    house.preferences.put("rail.collapsed", value=True)

    window = MainWindow(house)
    qtbot.addWidget(window)

    assert window.rail.collapsed


def test_a_change_makes_the_open_page_read_again(opened, process, qtbot):
    opened.navigate("overview", process)
    settle(qtbot, opened)

    opened.area.page.ask(lambda: opened.desk.services.processes.edit(process, title="Panel Noord"))
    settle(qtbot, opened)

    assert opened.area.page.label.text() == "Panel Noord"


def test_control_and_a_digit_goes_to_that_page(opened, process, qtbot):
    opened.navigate("overview", process)
    settle(qtbot, opened)

    qtbot.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, opened)

    assert isinstance(opened.area.page, People)


def test_what_was_done_can_be_undone_from_the_bar(opened, process, qtbot):
    processes = opened.desk.services.processes
    opened.desk.did(
        "De titel is veranderd.",
        lambda: processes.edit(process, title="Terug"),
        lambda: processes.edit(process, title="Opnieuw"),
    )
    assert opened.area.undo_bar.text == "De titel is veranderd."

    opened.area.undo_bar.undo_wanted.emit()
    settle(qtbot, opened)

    assert processes.get(process).title == "Terug"
    assert opened.desk.undo.next_redo is not None


def test_bar_goes_when_its_act_is_undone_with_the_keys(opened, process, qtbot):
    processes = opened.desk.services.processes
    opened.desk.did(
        "De titel is veranderd.",
        lambda: processes.edit(process, title="Terug"),
        lambda: processes.edit(process, title="Opnieuw"),
    )

    opened.desk.undo.undo()
    settle(qtbot, opened)

    assert not opened.area.undo_bar.isVisible()


def test_ring_stays_at_its_button_when_what_is_around_it_moves(opened, qtbot):
    button = opened.bar.menu
    with qtbot.waitActive(opened):
        opened.activateWindow()
    button.setFocus()

    opened.bar.move(0, 40)
    flush()

    ring = opened.findChild(FocusRing)
    assert ring.geometry().contains(QRect(button.mapTo(opened, QPoint(0, 0)), button.size()))


def test_work_that_is_done_is_gone_from_the_bar_when_the_organiser_is_asked_something(opened, qtbot):
    strip, seen = opened.bar.work, []
    task = opened.tasks.long("Brief maken…", lambda _progress: None)
    task.done.connect(lambda _nothing: seen.append(strip.isVisible()))

    with qtbot.waitSignal(task.finished, timeout=5000):
        task.submit()
        seen.append(strip.isVisible())

    assert seen == [True, False]


def test_error_on_a_page_is_shown_under_its_title(opened, process, qtbot):
    opened.navigate("overview", process)
    settle(qtbot, opened)

    def fail():
        raise NotPossible("calculation_lost")

    opened.area.page.ask(fail)
    settle(qtbot, opened)

    assert opened.area.page.error_bar.text.startswith("De berekening stopte")


def test_search_offers_pages_and_finds_by_a_service(opened, process, qtbot):
    opened.navigate("overview", process)
    settle(qtbot, opened)

    palette = opened.search()
    flush()

    assert "Ga naar Mensen" in palette.shown
    palette.close()


def test_place_and_page_are_there_again_the_next_day(opened, process, qtbot, house, tmp_path):
    opened.navigate("people", process)
    settle(qtbot, opened)
    opened.resize(1300, 800)
    opened.close()

    next_day = MainWindow(house)
    qtbot.addWidget(next_day)
    next_day.show()
    with qtbot.waitSignal(next_day.door.opened, timeout=20_000):
        next_day.door.open(tmp_path / "Waterrijk 2026.burgertop")
    settle(qtbot, next_day)

    assert isinstance(next_day.area.page, People)
    assert (next_day.width(), next_day.height()) == (1300, 800)
    next_day.close()


def test_what_was_typed_last_is_kept_when_the_window_closes(opened, process, qtbot, house, tmp_path):
    opened.navigate("overview", process)
    settle(qtbot, opened)
    page = opened.area.page
    field = LineField("Titel")
    page.content.addWidget(field)
    field.saved.connect(
        lambda title: page.ask(lambda: opened.desk.services.processes.edit(process, title=title))
    )
    qtbot.keyClicks(field.editor, "Panel Zuid")

    opened.close()

    services = house.open(tmp_path / "Waterrijk 2026.burgertop")
    assert services.processes.get(process).title == "Panel Zuid"
    services.workspace.close()


def test_closing_leaves_one_file(opened, tmp_path):
    opened.close()

    assert [path.name for path in tmp_path.glob("Waterrijk*")] == ["Waterrijk 2026.burgertop"]


def test_other_language_is_spoken_at_once(opened, process, qtbot):
    opened.navigate("people", process)
    settle(qtbot, opened)

    opened.choose_language("en")
    settle(qtbot, opened)

    assert opened.area.page.title() == "People"
    assert i18n.language() == "en"
