"""The view for the beamer: step by step, numbers only, and nothing by mistake."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from screens import flush

from burgertop_app.ui.draw.ceremony import Ceremony, Scene


@pytest.fixture
def open_on(qtbot, house):
    """The ceremony of a draw, in a window of 1440 × 900."""

    def opened(draw_id):
        made = Ceremony("Burgerpanel Test", house.drawing.view(draw_id))
        qtbot.addWidget(made)
        made.resize(1440, 900)
        made.show()
        flush()
        return made

    return opened


def said(ceremony):
    """All words that are on screen."""
    return " ".join(label.text() for label in ceremony.findChildren(QLabel) if label.isVisible())


def test_it_begins_with_what_was_recorded(open_on, committed, house):
    ceremony = open_on(committed)

    digest = house.drawing.view(committed).record.lottery_sha256
    assert ceremony.scene is Scene.RECORDED
    assert digest[:8] in said(ceremony)
    assert not ceremony.seed.isVisible()


def test_space_goes_to_the_seed(open_on, committed, qtbot):
    ceremony = open_on(committed)

    qtbot.keyClick(ceremony, Qt.Key.Key_Space)

    assert ceremony.scene is Scene.SEED
    assert ceremony.seed.isVisible()


def test_a_space_in_the_seed_is_a_space(open_on, committed, qtbot):
    ceremony = open_on(committed)
    ceremony.go_on()

    qtbot.keyClicks(ceremony.seed, "6 2")

    assert ceremony.seed.text() == "6 2"


def test_the_first_enter_only_shows_how_the_seed_counts(open_on, committed, qtbot):
    ceremony = open_on(committed)
    ceremony.go_on()
    qtbot.keyClicks(ceremony.seed, "  6   2 4 ")

    with qtbot.assertNotEmitted(ceremony.number_wanted):
        qtbot.keyClick(ceremony.seed, Qt.Key.Key_Return)

    assert "“6 2 4”" in said(ceremony)


def test_the_second_enter_draws(open_on, committed, qtbot):
    ceremony = open_on(committed)
    ceremony.go_on()
    qtbot.keyClicks(ceremony.seed, "6 2 4")
    qtbot.keyClick(ceremony.seed, Qt.Key.Key_Return)

    with qtbot.waitSignal(ceremony.number_wanted) as asked:
        qtbot.keyClick(ceremony.seed, Qt.Key.Key_Return)

    assert asked.args == ["6 2 4", None]


def test_typing_after_the_first_enter_asks_again(open_on, committed, qtbot):
    ceremony = open_on(committed)
    ceremony.go_on()
    qtbot.keyClicks(ceremony.seed, "6 2")
    qtbot.keyClick(ceremony.seed, Qt.Key.Key_Return)
    qtbot.keyClicks(ceremony.seed, "4")

    with qtbot.assertNotEmitted(ceremony.number_wanted):
        qtbot.keyClick(ceremony.seed, Qt.Key.Key_Return)


def test_a_number_by_hand_above_999_is_refused(open_on, committed, qtbot):
    ceremony = open_on(committed)
    ceremony.go_on()
    ceremony._on_way()
    qtbot.keyClicks(ceremony.seed, "1000")

    with qtbot.assertNotEmitted(ceremony.number_wanted):
        ceremony.go_on()
        ceremony.go_on()

    assert "1000" in said(ceremony)


def test_the_number_comes_before_the_panel(open_on, committed, house, qtbot):
    ceremony = open_on(committed)
    ceremony.go_on()
    house.drawing.draw(committed, number=417)

    ceremony.put(house.drawing.view(committed))
    assert ceremony.scene is Scene.NUMBER
    assert "417" in said(ceremony)
    assert ceremony.grid._numbers == ()

    qtbot.keyClick(ceremony, Qt.Key.Key_Space)
    assert len(ceremony.grid._numbers) == 12


def test_no_name_is_ever_on_screen(open_on, drawn, house, process):
    ceremony = open_on(drawn)

    names = [line.name for line in house.people.lines(process)]
    assert ceremony.scene is Scene.PANEL
    assert not [name for name in names if name in said(ceremony)]
    assert ceremony.view.names == {}


def test_a_rehearsal_says_so_in_capitals(open_on, prepared):
    assert "PROEFLOTING" in said(open_on(prepared))


def test_a_real_draw_does_not_say_rehearsal(open_on, committed):
    assert "PROEFLOTING" not in said(open_on(committed))


def test_escape_closes_it_without_drawing(open_on, committed, house, qtbot):
    ceremony = open_on(committed)
    ceremony.go_on()

    qtbot.keyClick(ceremony.seed, Qt.Key.Key_Escape)

    assert not ceremony.isVisible()
    assert house.drawing.view(committed).record.drawn_number is None


@pytest.mark.parametrize("size", [(1180, 720), (1280, 720), (1920, 1080)])
def test_everything_fits_on_a_beamer(open_on, prepared, size):
    ceremony = open_on(prepared)
    ceremony.go_on()

    ceremony.resize(*size)
    flush()

    bottom = ceremony.draw.mapTo(ceremony, ceremony.draw.rect().bottomRight())
    assert (ceremony.width(), ceremony.height()) == size
    assert ceremony.rect().contains(bottom)
