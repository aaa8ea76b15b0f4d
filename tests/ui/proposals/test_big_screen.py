"""The big screen: keys turn it, it follows the room, and it can be read as a table."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
import polled
from screens import flush, photograph, settle

from burgertop_app.domain.ballot_methods import BallotRule
from burgertop_app.domain.big_screen import (
    BigScreen,
    ScreenBudget,
    ScreenExample,
    ScreenProject,
    ScreenProposal,
    ScreenTheme,
)
from burgertop_app.domain.budgeting import BudgetRule
from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.requests import NewCard
from burgertop_app.ui.kit.theme import Mode, theme
from burgertop_app.ui.kit.tokens import LIGHT
from burgertop_app.ui.proposals.big_screen import Big, BigScreenWindow
from burgertop_app.ui.proposals.page import ProposalsPage
from burgertop_app.ui.proposals.slides import slides

LONG = "Maak op elk plein een plek waar ouderen en jongeren elkaar vanzelf tegenkomen, met schaduw en banken"
FULL = BigScreen(
    title="Burgertop Waterrijk",
    cards=143,
    unsorted=12,
    themes=tuple(
        ScreenTheme(
            title, cards, (ScreenExample("Een loket op het plein", Agreement.AGREED), ScreenExample(LONG))
        )
        for title, cards in (
            ("Wonen en buren", 41),
            ("Groen en water", 33),
            ("Jong en oud samen", 22),
            ("Veilig naar school", 17),
            ("Sport voor iedereen", 12),
            ("Werk en meedoen", 6),
        )
    ),
    proposals=tuple(
        ScreenProposal(number, title, 250 - 40 * number, 20 * number, 4, number < 5, 12_500 * number)
        for number, title in enumerate(
            ("Eén loket op het Havenplein", LONG, "Meer bomen", "Wij vegen zelf", "Alles gratis", "Een brug"),
            1,
        )
    ),
    question="Wat doe ik morgen?",
    budget=ScreenBudget(
        rule=BudgetRule.EQUAL_SHARES,
        paid=tuple(
            ScreenProject(str(number), title, cost * 100, area)
            for number, title, cost, area in (
                (7, "Veilig fietspad naar school", 30_000, "Noord"),
                (12, LONG, 12_500, "Haven en Oude Dorp"),
                (3, "Bankjes langs de vijver", 4_500, ""),
                (9, "Buurthuis op zaterdag open", 8_000, "Zuid"),
                (1, "Muurschildering in het tunneltje", 6_250, "Zuid"),
            )
        ),
        projects=14,
        money=65_000_00,
        left=3_750_00,
        voters=1204,
        served=1088,
        unit=100,
    ),
    intentions=("Ik bel mijn buurman", "Ik zet mijn fiets in de schuur", "Wij vegen het plein", LONG),
)


@pytest.fixture
def window(qtbot):
    made = BigScreenWindow()
    qtbot.addWidget(made)
    made.put(FULL)
    made.show()
    return made


def said(window):
    return " ".join(label.text() for label in window.findChildren(Big) if label.isVisibleTo(window))


def test_the_keys_turn_the_slides_and_stop_at_the_ends(qtbot, window):
    for key in (*[Qt.Key.Key_Right] * 3, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        qtbot.keyClick(window, key)
    last = window.place

    qtbot.keyClick(window, Qt.Key.Key_Home)
    qtbot.keyClick(window, Qt.Key.Key_Left)

    assert (last, window.place) == (5, 0)


def test_escape_leaves(qtbot, window):
    with qtbot.waitSignal(window.closed, timeout=1000):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_the_table_says_all_that_the_slides_say(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_T)

    assert window.as_table
    rows = [(tile.title, tile.lines) for slide in slides(FULL) for tile in slide.tiles]
    assert [(tile.title, tile.lines) for _slide, tile in window.table.model.rows] == rows


def test_new_cards_change_the_slide_in_view_and_not_the_place(window):
    window.go(1)

    window.put(BigScreen(title="Top", cards=150, themes=FULL.themes, proposals=FULL.proposals))

    assert window.place == 1


def test_every_tile_says_itself_to_a_screen_reader(window):
    frame = window._body.findChildren(type(window._body))[0]

    assert frame.accessibleName().startswith("Wonen en buren. 41. “Een loket op het plein”")


def test_words_that_no_table_agreed_with_say_so(window):
    assert "tenzij er iets anders bij staat" in said(window)
    assert "“Een loket op het plein”" in said(window).replace("\n", " ")
    assert said(window).count("[tafel nog niet akkoord]") == len(FULL.themes)


def test_words_that_no_table_agreed_with_at_all_say_so_once():
    themes = (ScreenTheme("Wonen", 3, (ScreenExample("Een loket"), ScreenExample("Een lift"))),)

    (slide,) = slides(BigScreen(title="Top", cards=3, themes=themes))

    assert slide.note == "3 kaarten · tafels nog niet akkoord met deze woorden"
    assert slide.tiles[0].lines == ("“Een loket”", "“Een lift”")


def test_an_empty_workspace_says_what_will_come(qtbot):
    made = BigScreenWindow()
    qtbot.addWidget(made)

    made.put(BigScreen(title="Top"))

    assert "Hier komen de thema’s" in said(made)


def test_the_wall_grows_while_cards_are_typed_elsewhere(qtbot, desk, house, process):
    page = ProposalsPage(desk)
    qtbot.addWidget(page)
    page.show_process(process)
    page.show()
    settle(qtbot, desk)
    page.screens.show()
    settle(qtbot, desk)
    before = said(page.screens.window)
    page.hide()

    desk.tasks.ask(lambda: house.cards.add(process, NewCard(text="Een loket"))).submit()
    settle(qtbot, desk)
    settle(qtbot, desk)

    assert "1 kaart" not in before
    assert "1 kaart" in said(page.screens.window)
    page.screens.close()


def test_what_the_budget_pays_comes_on_the_wall_when_papers_come_in(qtbot, desk, house, process):
    polled.proposals(house, process)
    budget = polled.open_budget(house, process)
    page = ProposalsPage(desk)
    qtbot.addWidget(page)
    page.show_process(process)
    page.show()
    settle(qtbot, desk)
    page.screens.show()
    settle(qtbot, desk)
    before = [slide.heading for slide in page.screens.window.slides]

    desk.tasks.ask(lambda: polled.cast(house, budget)).submit()
    settle(qtbot, desk)
    settle(qtbot, desk)

    told = {slide.heading: slide.tiles for slide in page.screens.window.slides}
    assert "Deze projecten krijgen geld" not in before
    assert ("Bomen in de straat", "€ 12.500") in [
        (tile.title, tile.aside) for tile in told["Deze projecten krijgen geld"]
    ]
    assert len(told["Wat het geld betaalt"]) == 3
    page.screens.close()


def test_the_table_on_the_big_screen_is_photographed(window):
    window.show_table(shown=True)

    assert all(path.exists() for path in photograph(window, "big-screen-table", size=(1920, 1080)))


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_table_is_as_light_as_the_slides(window, mode):
    before = theme().mode
    theme().choose(mode)
    window.show_table(shown=True)
    window.resize(1280, 720)
    flush()

    picture = window.table.view.viewport().grab().toImage()
    theme().choose(before)

    assert picture.pixelColor(5, picture.height() - 5).name() == LIGHT.surface.lower()
    assert picture.pixelColor(3, 3).lightness() > 200


def test_chosen_examples_can_be_undone(qtbot, desk, house, process, cards, two):
    page = ProposalsPage(desk)
    qtbot.addWidget(page)
    page.show_process(process)
    page.show()
    settle(qtbot, desk)

    page.screens.keep((), (cards["1-01"],))
    settle(qtbot, desk)
    chosen = house.showing.examples(process)
    desk.undo.undo()
    settle(qtbot, desk)

    assert (chosen, house.showing.examples(process)) == ((cards["1-01"],), ())


@pytest.mark.parametrize(("name", "size"), [("hd", (1920, 1080)), ("small", (1280, 720))])
def test_pictures_of_the_big_screen(window, name, size):
    for place in range(len(window.slides)):
        window.go(place)
        window.resize(*size)
        flush()
        paths = photograph(window, f"big-screen-{name}-{place}", size=size)
        assert all(path.exists() for path in paths)
        assert window._body.size().height() <= size[1]
        assert window.size() == QSize(*size)


def test_a_picture_at_200_percent(window):
    assert all(path.exists() for path in photograph(window, "big-screen", scale=2.0, size=(960, 540)))


def test_a_proposal_with_places_says_what_it_got_and_never_for_or_against():
    placed = [
        ScreenProposal(1, "Bomen", 12, 0, 0, True, None, BallotRule.DOTS, Fraction(20), Fraction(20)),
        ScreenProposal(2, "Loket", 12, 0, 0, False, None, BallotRule.DOTS, Fraction(5), Fraction(20)),
    ]

    slide = next(one for one in slides(BigScreen(title="Top", proposals=tuple(placed))) if one.wide)

    assert slide.note == "2 voorstellen · 1 gekozen"
    assert [tile.lines for tile in slide.tiles] == [("gekozen · 20 stippen",), ("niet gekozen · 5 stippen",)]
    assert [tile.votes for tile in slide.tiles] == [(1000, 0, 0), (250, 0, 750)]
