"""Pictures of the page about the advice, for the eye."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import photograph, settle

from burgertop_app.ui.advice.page import AdvicePage

WINDOW, SMALL = (1232, 844), (972, 664)


@pytest.fixture
def page(qtbot, waterrijk_desk, waterrijk):
    made = AdvicePage(waterrijk_desk)
    qtbot.addWidget(made)
    made.resize(*WINDOW)
    made.show_process(waterrijk.process)
    made.show()
    settled(qtbot, waterrijk_desk, made)
    return made


def settled(qtbot, desk, page):
    """Wait until the document has been made and is on screen."""
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: not page.maker.busy, timeout=30_000)
    qtbot.wait(700)


def test_pictures_of_a_recommendation(qtbot, page, waterrijk, waterrijk_desk):
    page.focus_on(waterrijk.recommendations[3])
    settled(qtbot, waterrijk_desk, page)

    paths = [
        *photograph(page, "advice", size=WINDOW),
        *photograph(page, "advice", scale=2, size=WINDOW),
    ]
    page.resize(*SMALL)
    settled(qtbot, waterrijk_desk, page)
    paths += photograph(page, "advice-small", size=SMALL)

    assert all(path.stat().st_size > 20_000 for path in paths)


def test_pictures_of_the_other_parts(qtbot, page, waterrijk_desk):
    for key in ("title", "summary", "recommendations"):
        page._go(key)
        settled(qtbot, waterrijk_desk, page)

        assert all(path.exists() for path in photograph(page, f"advice-{key}", size=WINDOW))
