"""Two advices in one process: what is typed, taken back or shown belongs to the advice it was made in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import flush, settle

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.errors import NotPossible
from burgertop_app.ui.advice import preview
from burgertop_app.ui.advice.page import AdvicePage


@pytest.fixture
def desk(waterrijk_desk):
    return waterrijk_desk


@pytest.fixture
def advice(house, process):
    return house.advising.start(process, "Warm wonen").id


@pytest.fixture
def page(qtbot, desk, process, advice):
    made = AdvicePage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settled(qtbot, desk, made)
    return made


def refuse(_paper, _progress):
    """A document that cannot be made."""
    raise NotPossible("calculation_lost")


def settled(qtbot, desk, page):
    """Wait until nothing runs and the document is on screen."""
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: not page.maker.busy and desk.tasks.idle, timeout=30_000)
    flush()


def write(page, text):
    """Type a summary that is not kept yet."""
    page.editor.text.editor.setPlainText(text)


def summaries(house, *advices):
    """What is kept as the summary of each."""
    return [house.advising.sections(each)[SectionKind.SUMMARY].body for each in advices]


@pytest.fixture
def second(house, process):
    """Another advice of the same process, with the same empty summary."""
    return house.advising.start(process, "Veilig fietsen").id


def test_what_was_typed_last_stays_with_its_own_advice(qtbot, desk, house, advice, page, second):
    page.show_advice(second)
    write(page, "Over wonen")
    settled(qtbot, desk, page)

    assert page.found.advice.id == second
    assert summaries(house, advice, second) == ["Over wonen", ""]
    assert page.editor.text.value() == ""


def test_way_back_of_a_text_stays_with_its_own_advice(qtbot, desk, house, advice, page, second):
    house.advising.write(second, SectionKind.SUMMARY, "Hetzelfde")
    write(page, "Hetzelfde")
    page.editor.text.flush()
    settled(qtbot, desk, page)
    page.show_advice(second)
    settled(qtbot, desk, page)

    desk.undo.undo()
    settled(qtbot, desk, page)

    assert summaries(house, advice, second) == ["", "Hetzelfde"]


def test_page_of_another_advice_is_never_shown_beside_this_one(qtbot, desk, house, page, second, monkeypatch):
    assert page.preview.pages > 0
    monkeypatch.setattr(preview, "render", refuse)

    page.show_advice(second)
    settled(qtbot, desk, page)

    assert page.preview.pages == 0
    assert page.preview.told.text() == "De bladzijde kon niet worden gemaakt."


def test_page_that_comes_too_late_is_not_shown(qtbot, desk, page, second):
    shown = []
    page.maker.made.connect(lambda _content: shown.append(page.found.advice.id))
    page.maker._go()

    page.show_advice(second)
    settled(qtbot, desk, page)

    assert shown == [second]
