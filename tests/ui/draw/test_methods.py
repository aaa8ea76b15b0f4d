"""The method on the page about the draw: chosen with its explanation, and compared with the quick one."""

from __future__ import annotations

import pytest
from screens import photograph, settle

from burgertop_app.domain.draw_comparison import MethodChances
from burgertop_app.domain.draws import METHODS
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.messages.draw_methods import method_words, short_method
from burgertop_app.services.draw_comparing import compare
from burgertop_app.ui.draw import draw_acts
from burgertop_app.ui.draw.comparison import ComparisonView


@pytest.mark.parametrize("method", METHODS)
def test_each_method_has_a_short_name_and_one_explanation(method):
    words = method_words(method)

    assert words.explained.endswith(".")
    assert short_method(method) != words.name
    assert words.source


def test_chosen_method_is_kept_and_explained(show, quotas, house, qtbot, desk):
    page = show()

    page.rules.method.put("goldilocks")
    page.rules._on_method()
    settle(qtbot, desk)

    assert house.draw_preparing.setup(quotas).choices.method == "goldilocks"
    assert page.rules.explained.text() == method_words("goldilocks").explained


def test_comparing_shows_the_chosen_method_and_quick(show, quotas, qtbot, desk, monkeypatch):
    shown = []

    def remember(view):
        shown.append(view)

    monkeypatch.setattr(draw_acts.ComparisonView, "exec", remember)
    page = show()

    page.rules.compare.click()
    qtbot.waitUntil(lambda: bool(shown), timeout=60_000)

    table = shown[0].picture._table
    assert [table.item(row, 0).text() for row in range(2)] == [short_method("leximin"), short_method("quick")]


def test_table_says_who_has_no_chance(qtbot):
    view = ComparisonView(None, [MethodChances("nash", (0.5, 0.0, 0.25, 0.25))], 1)
    qtbot.addWidget(view)

    assert view.picture._table.item(0, 4).text() == "1"
    assert "1 zonder kans" in view.picture.picture.accessibleName()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_comparison_can_be_seen(house, quotas, request_of, qtbot, scale):
    found = compare(house.draw_comparing.prepare(request_of(quotas), ("leximin", "quick")), UNHEARD)
    view = ComparisonView(None, found, 12)
    qtbot.addWidget(view)

    picture = photograph(view, f"draw-methods-{scale:.0f}", scale, None)

    assert picture
