"""Suggestions on the page about cards: shown quietly, applied only when somebody chooses."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import flush, photograph, settle

from burgertop_app.domain.requests import NewCard
from burgertop_app.ui.cards.page import LIST, CardsPage
from burgertop_app.ui.cards.suggest_dialogs import FirstThemesForm, SameForm


@pytest.fixture
def sorted_cards(house, process):
    groen = house.cards.add_theme(process, "Groen").id
    verkeer = house.cards.add_theme(process, "Verkeer en veilig oversteken").id
    texts = {
        "meer bomen in de straat": groen,
        "zebrapad bij de school": verkeer,
        "bomen snoeien in het park": None,
        "Meer bomen in de straat!": None,
        "hard rijden op de Kerkweg": None,
    }
    ids = [house.cards.add(process, NewCard(text=text, table_no=3, kind="tip")).id for text in texts]
    for card, theme in zip(ids, texts.values(), strict=True):
        if theme is not None:
            house.cards.move([card], theme)
    return ids


@pytest.fixture
def page(qtbot, desk, process, sorted_cards):
    made = CardsPage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    look(qtbot, desk, made)
    return made


def look(qtbot, desk, page):
    page.suggest.look()
    settle(qtbot, desk)


def theme_of(house, process, card_id):
    return next(line.theme for line in house.cards.lines(process) if line.card.id == card_id)


def test_an_unsorted_card_shows_its_best_theme_and_moves_nowhere(house, process, page, sorted_cards):
    chips = page.wall.columns[0].model.chips

    assert [chip.words for chip in chips[sorted_cards[2]]] == ["Groen"]
    assert [chip.words for chip in chips[sorted_cards[3]]] == ["Groen", "Lijkt op 3-01"]
    assert theme_of(house, process, sorted_cards[2]) == ""


def test_a_mere_guess_is_not_shown_on_the_wall(qtbot, desk, house, process, page):
    card = house.cards.add(process, NewCard(text="xyzzy", table_no=4)).id
    page.load()
    settle(qtbot, desk)
    look(qtbot, desk, page)

    assert card not in page.wall.columns[0].model.chips
    assert [one.grounded for one in page.suggest._themes(card)] == [False, False]


def test_a_screen_reader_hears_the_suggestion(page):
    model = page.wall.columns[0].model
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.endswith("suggestie: Groen")


def test_key_1_takes_the_first_suggestion_and_goes_on_to_the_next_card(
    qtbot, desk, house, process, page, sorted_cards
):
    page.wall.show_card(sorted_cards[2])

    qtbot.keyClick(page.wall.columns[0].view, Qt.Key.Key_1)
    settle(qtbot, desk)

    assert theme_of(house, process, sorted_cards[2]) == "Groen"
    assert [line.card.id for line in page.chosen] == [sorted_cards[3]]


def test_a_key_shows_a_mere_guess_before_it_takes_one(qtbot, desk, house, process, page):
    card = house.cards.add(process, NewCard(text="xyzzy", table_no=4)).id
    page.load()
    settle(qtbot, desk)
    look(qtbot, desk, page)
    page.wall.show_card(card)

    page.suggest.accept(1)
    settle(qtbot, desk)
    first = theme_of(house, process, card), page.panel.card_id
    page.suggest.accept(1)
    settle(qtbot, desk)

    assert first == ("", card)
    assert theme_of(house, process, card) != ""


def test_an_open_card_that_moves_makes_room_for_the_next_one(qtbot, desk, page, sorted_cards):
    page.wall.show_card(sorted_cards[2])
    page.open_card(page.found.line(sorted_cards[2]))
    settle(qtbot, desk)

    page.suggest.accept(1)
    settle(qtbot, desk)

    assert [page.panel.card_id] == [line.card.id for line in page.chosen] == [sorted_cards[3]]


def test_key_2_takes_the_second_in_the_list_as_well(qtbot, desk, house, process, page, sorted_cards):
    page._choose(LIST)
    page.table.select(sorted_cards[2])
    page.activateWindow()
    page.table.view.setFocus()
    qtbot.waitUntil(page.table.view.hasFocus)

    qtbot.keyClick(page.table.view, Qt.Key.Key_2)
    settle(qtbot, desk)

    assert theme_of(house, process, sorted_cards[2]) == "Verkeer en veilig oversteken"


def test_a_taken_suggestion_can_be_undone(qtbot, desk, house, process, page, sorted_cards):
    page.wall.show_card(sorted_cards[2])
    page.suggest.accept(1)
    settle(qtbot, desk)

    desk.undo.undo()
    settle(qtbot, desk)

    assert theme_of(house, process, sorted_cards[2]) == ""


def test_a_key_without_a_suggestion_does_nothing(qtbot, desk, house, process, page, sorted_cards):
    page.wall.show_card(sorted_cards[0])
    page.suggest.accept(1)
    settle(qtbot, desk)

    assert theme_of(house, process, sorted_cards[0]) == "Groen"


def test_the_panel_gives_the_reason_beside_each_suggestion(page, sorted_cards):
    page.open_card(page.found.line(sorted_cards[2]))

    themes = page.suggest._themes(sorted_cards[2])
    box = page.suggest._box

    assert not box.isHidden()
    assert themes[0].reason == "lijkt op 3-01"


def test_cards_that_were_called_the_same_count_together_on_the_wall(
    qtbot, desk, process, page, sorted_cards, monkeypatch
):
    monkeypatch.setattr(SameForm, "exec", lambda form: form._choose(same=True))
    page.suggest.compare(sorted_cards[3])
    settle(qtbot, desk)

    line = page.found.line(sorted_cards[3])

    assert (line.same, line.together) == (("3-01",), 2)


def test_what_was_called_different_is_not_shown_again(qtbot, desk, page, sorted_cards, monkeypatch):
    monkeypatch.setattr(SameForm, "exec", lambda form: form._choose(same=False))
    page.suggest.compare(sorted_cards[3])
    settle(qtbot, desk)
    look(qtbot, desk, page)

    assert page.suggest._double(sorted_cards[3]) is None


def test_a_decision_can_be_undone(qtbot, desk, page, sorted_cards):
    one, other = page.found.line(sorted_cards[3]), page.found.line(sorted_cards[0])
    page.suggest.decide(one, other, same=True)
    settle(qtbot, desk)

    desk.undo.undo()
    settle(qtbot, desk)

    assert page.found.line(sorted_cards[3]).same == ()


def test_a_card_counts_by_itself_again_and_that_can_be_undone(qtbot, desk, page, sorted_cards):
    page.suggest.decide(page.found.line(sorted_cards[3]), page.found.line(sorted_cards[0]), same=True)
    settle(qtbot, desk)
    page.suggest._leave(sorted_cards[3])
    settle(qtbot, desk)
    alone = page.found.line(sorted_cards[3]).same

    desk.undo.undo()
    settle(qtbot, desk)

    assert (alone, page.found.line(sorted_cards[3]).same) == ((), ("3-01",))


def test_a_proposed_theme_is_made_only_when_it_is_taken_over(qtbot, desk, house, process, page, monkeypatch):
    for text in ("huisarts zoekt patiënten", "de huisarts is ver weg", "huisarts in het dorp"):
        house.cards.add(process, NewCard(text=text, table_no=4))
    seen = []

    def take(form):
        seen.append([theme.title for theme in house.cards.themes(process)])
        form.names[0].setText("Huisartsen")
        form.buttons[0].click()

    monkeypatch.setattr(FirstThemesForm, "exec", take)
    page.suggest.first_themes()
    settle(qtbot, desk)

    assert "Huisartsen" not in seen[0]
    assert "Huisartsen" in [theme.title for theme in house.cards.themes(process)]


def test_pictures_of_suggestions(qtbot, desk, house, process, page, sorted_cards):
    page.suggest.decide(page.found.line(sorted_cards[3]), page.found.line(sorted_cards[0]), same=True)
    for text in ("zebra pad bij de school", "huisarts is ver weg", "wachten op de huisarts", "huisarts!"):
        house.cards.add(process, NewCard(text=text, table_no=5))
    page.load()
    settle(qtbot, desk)
    look(qtbot, desk, page)
    page.open_card(page.found.line(sorted_cards[2]))
    settle(qtbot, desk)
    flush()

    pictures = [*photograph(page, "cards-suggestions"), *photograph(page, "cards-suggestions-200", scale=2.0)]
    form = SameForm(page, page.found.line(sorted_cards[0]), page.found.line(sorted_cards[3]))
    lines = {line.card.id: line for line in page.found.lines}
    first = FirstThemesForm(page, house.sorting.first_themes(process), lines)
    pictures += photograph(form, "cards-same", size=None)
    pictures += photograph(first, "cards-first-themes", size=None)

    assert all(path.stat().st_size for path in pictures)
