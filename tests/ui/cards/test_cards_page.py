"""The page about cards: one gesture, one effect."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QDropEvent

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import flush, settle

from burgertop_app.domain.importing import NEW_NUMBER, value
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.requests import NewCard, NewProposal
from burgertop_app.ui.cards.page import CardsPage
from burgertop_app.ui.cards.wall_column import CARRIED


@pytest.fixture
def page(qtbot, desk, process):
    made = CardsPage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


@pytest.fixture
def three(house, process):
    for text in ("Eerste kaart", "Tweede kaart", "Derde kaart"):
        house.cards.add(process, NewCard(text=text, table_no=1, kind="tip", addressee="residents"))
    return [line.card.id for line in house.cards.lines(process)]


@pytest.fixture
def theme(house, process):
    return house.cards.add_theme(process, "Isolatie").id


def type_card(qtbot, page, text):
    qtbot.keyClicks(page.strip._text, text)
    qtbot.keyClick(page.strip._text, Qt.Key.Key_Return)


def test_enter_keeps_the_card_and_the_fields_stay_put(qtbot, desk, house, process, page):
    page.strip._table.setEditText("3")
    page.strip._round.setEditText("2")

    type_card(qtbot, page, "Meer groen")
    settle(qtbot, desk)

    card = house.cards.lines(process)[0].card
    assert (card.label, card.table_no, card.round_no, card.kind) == ("3-01", 3, 2, "recommendation")
    assert page.strip.table_no == 3
    assert page.strip._text.text() == ""
    assert page.strip._next.text() == "3-02"


def test_another_table_shows_its_next_label(qtbot, desk, page):
    page.strip._table.setEditText("12")
    settle(qtbot, desk)

    assert page.strip._next.text() == "12-01"


def test_cards_typed_quickly_after_each_other_are_all_kept_in_order(qtbot, desk, house, process, page):
    page.strip._table.setEditText("1")

    for number in range(8):
        type_card(qtbot, page, f"Kaart {number}")
    settle(qtbot, desk)

    assert [line.text for line in house.cards.lines(process)] == [f"Kaart {number}" for number in range(8)]


def test_two_times_is_told_while_typing(qtbot, page):
    qtbot.keyClicks(page.strip._text, "Meer groen (2x)")

    assert page.strip._times.text() == "telt als 2 kaarten"


def test_a_card_dropped_on_a_column_lies_there(qtbot, desk, house, process, theme, three, page):
    load(qtbot, desk, page)

    drop(page.wall.columns[1], three[:2])
    settle(qtbot, desk)

    assert [line.theme for line in house.cards.lines(process)] == ["Isolatie", "Isolatie", ""]
    assert [len(column.model.lines) for column in page.wall.columns] == [1, 2]


def test_a_move_can_be_undone(qtbot, desk, house, process, theme, three, page):
    load(qtbot, desk, page)
    drop(page.wall.columns[1], three)
    settle(qtbot, desk)

    desk.undo.undo()
    settle(qtbot, desk)

    assert [line.theme_id for line in house.cards.lines(process)] == [None, None, None]


def test_m_and_a_digit_move_the_chosen_cards(qtbot, desk, house, process, theme, three, page):
    load(qtbot, desk, page)
    page.wall.columns[0].enter(0)
    page.wall.columns[0].view.selectAll()
    menu = page.menus.theme_menu(page.chosen)

    menu.actions()[0].trigger()
    settle(qtbot, desk)

    assert menu.actions()[0].text() == "&1  Isolatie"
    assert {line.theme for line in house.cards.lines(process)} == {"Isolatie"}


def test_the_key_m_asks_where_to(qtbot, desk, theme, three, page):
    load(qtbot, desk, page)
    page.wall.columns[0].enter(0)
    asked = []
    page.wall.key_pressed.connect(asked.append)
    QTimer.singleShot(0, lambda: page.findChild(type(page.menus.theme_menu([]))).close())

    qtbot.keyClick(page.wall.columns[0].view, Qt.Key.Key_M)

    assert asked == ["move"]


def test_arrow_right_goes_to_the_next_column_with_cards(qtbot, desk, house, process, theme, three, page):
    house.cards.add_theme(process, "Leeg")
    house.cards.order_themes([house.cards.themes(process)[1].id, theme])
    house.cards.move([three[2]], theme)
    load(qtbot, desk, page)
    page.wall.columns[0].enter(0)

    qtbot.keyClick(page.wall.columns[0].view, Qt.Key.Key_Right)

    assert [line.card.id for line in page.chosen] == [three[2]]


def test_withdrawing_asks_why_and_takes_the_card_off_the_wall(
    qtbot, desk, house, process, three, page, answers
):
    load(qtbot, desk, page)
    page.wall.columns[0].enter(0)
    answers.reasons.append("dubbel")

    qtbot.keyClick(page.wall.columns[0].view, Qt.Key.Key_Delete)
    settle(qtbot, desk)

    card = house.cards.lines(process)[0].card
    assert (card.standing, card.withdrawn_reason) == (Standing.WITHDRAWN, "dubbel")
    assert len(page.wall.columns[0].model.lines) == 2


def test_withdrawing_without_a_reason_changes_nothing(qtbot, desk, house, process, three, page):
    load(qtbot, desk, page)
    page.wall.columns[0].enter(0)

    qtbot.keyClick(page.wall.columns[0].view, Qt.Key.Key_Delete)
    settle(qtbot, desk)

    assert house.cards.lines(process)[0].card.standing is Standing.ACTIVE


def test_words_typed_in_the_panel_are_kept_and_the_first_stay(qtbot, desk, house, three, page):
    load(qtbot, desk, page)
    page.focus_on(three[0])

    page.panel.text._text.setPlainText("Betere woorden")
    page.panel.text.flush()
    settle(qtbot, desk)

    assert [said.text for said in house.cards.wordings(three[0])] == ["Eerste kaart", "Betere woorden"]


def test_words_still_being_typed_go_to_their_own_card_when_another_opens(qtbot, desk, house, three, page):
    load(qtbot, desk, page)
    page.focus_on(three[0])
    page.panel.text._text.setPlainText("Betere woorden")

    page.focus_on(three[1])
    settle(qtbot, desk)

    assert len(house.cards.wordings(three[0])) == 2
    assert len(house.cards.wordings(three[1])) == 1


def test_the_panel_tells_where_a_card_lay(qtbot, desk, house, theme, three, page):
    house.cards.move([three[0]], theme)
    load(qtbot, desk, page)

    page.focus_on(three[0])
    settle(qtbot, desk)

    told = [page.panel._story.itemAt(place).widget() for place in range(page.panel._story.count())]
    assert len(told) == 2


def test_following_a_card_leads_to_its_thread(qtbot, desk, three, page):
    load(qtbot, desk, page)
    heard = []
    desk.page_wanted.connect(lambda *asked: heard.append(asked))

    page.follow(three[0])

    assert heard == [("overview", None, ("card", three[0]))]


def test_a_filter_narrows_wall_and_list(qtbot, desk, three, page):
    load(qtbot, desk, page)
    qtbot.mouseClick(page.filter, Qt.MouseButton.LeftButton)

    page.bar.search("tweede")

    assert [line.text for line in page.wall.columns[0].model.lines] == ["Tweede kaart"]
    page.views.chosen.emit("list")
    assert [line.text for line in page.table.model.shown] == ["Tweede kaart"]


def test_a_renamed_theme_keeps_its_cards_in_view(qtbot, desk, house, process, theme, three, page):
    house.cards.move(three, theme)
    load(qtbot, desk, page)

    page.act.rename_theme(page.found.themes[0], "Warmte", "")
    settle(qtbot, desk)

    assert page.wall.columns[1]._title.text() == "Warmte"
    assert len(page.wall.columns[1].model.lines) == 3


def test_a_theme_taken_off_the_wall_comes_back_with_its_cards(
    qtbot, desk, house, process, theme, three, page
):
    house.cards.move(three, theme)
    load(qtbot, desk, page)
    page.act.withdraw_theme(page.found.themes[0])
    settle(qtbot, desk)
    without = len(page.wall.columns)

    desk.undo.undo()
    settle(qtbot, desk)

    assert without == 1
    assert len(page.wall.columns[1].model.lines) == 3


def test_columns_change_places(qtbot, desk, house, process, theme, page):
    house.cards.add_theme(process, "Geld")
    load(qtbot, desk, page)

    page.act.shift_theme(page.found.themes[1], -1)
    settle(qtbot, desk)

    assert [kept.title for kept in house.cards.themes(process)] == ["Geld", "Isolatie"]


def test_cards_are_put_under_a_proposal_as_well(qtbot, desk, house, process, three, page):
    proposal = house.proposals.add(process, NewProposal(title="Eén loket", card_ids=(three[0],))).id
    load(qtbot, desk, page)

    page.act.put_under(proposal, [page.found.line(three[1])])
    settle(qtbot, desk)

    assert house.proposals.lines(process)[0].card_ids == (three[0], three[1])


def test_a_sheet_comes_in_through_the_wizard(qtbot, desk, house, process, page, answers, tmp_path):
    sheet = tmp_path / "kaarten.csv"
    sheet.write_text("tekst;tafel;soort\nMeer groen;3;tip\nMeer bomen;3;tpi\n;3;tip\n", encoding="utf-8")
    answers.files.append(sheet)
    page.importing.start()
    settle(qtbot, desk)

    page.importing.wizard._on_next()
    settle(qtbot, desk)
    for question in page.importing.wizard.looked.plan.unanswered(page.importing.wizard.choices):
        page.importing.wizard.answer(question, value("tip"))
    page.importing.wizard._on_next()
    page.importing.wizard._on_next()
    settle(qtbot, desk)

    assert [(line.card.label, line.text) for line in house.cards.lines(process)] == [
        ("3-01", "Meer groen"),
        ("3-02", "Meer bomen"),
    ]
    assert page.importing.wizard is None


def test_one_new_number_answers_for_every_number_in_use(qtbot, desk, process, page, three, answers, tmp_path):
    load(qtbot, desk, page)
    sheet = tmp_path / "kaarten.csv"
    taken = [page.found.line(card).card.label for card in three[:2]]
    sheet.write_text(f"nummer;tekst\n{taken[0]};Meer groen\n{taken[1]};Meer bomen\n", encoding="utf-8")
    answers.files.append(sheet)
    page.importing.start()
    settle(qtbot, desk)
    page.importing.wizard._on_next()
    settle(qtbot, desk)
    wizard = page.importing.wizard
    numbers = [one for one in wizard.looked.plan.problems if one.finding.code == "number_taken"]

    wizard.answer(numbers[0], NEW_NUMBER)

    assert len(numbers) == 2
    assert wizard.choices[numbers[1].key] == NEW_NUMBER


def test_an_unanswered_question_holds_the_wizard(qtbot, desk, process, page, answers, tmp_path):
    sheet = tmp_path / "kaarten.csv"
    sheet.write_text("tekst;tafel\nMeer groen;drie\n", encoding="utf-8")
    answers.files.append(sheet)
    page.importing.start()
    settle(qtbot, desk)

    page.importing.wizard._on_next()
    settle(qtbot, desk)

    assert page.importing.wizard.step == 1
    assert not page.importing.wizard._next.isEnabled()


def test_a_sheet_that_cannot_be_read_is_told_and_nothing_comes_in(
    qtbot, desk, house, process, page, answers, tmp_path
):
    sheet = tmp_path / "leeg.csv"
    sheet.write_bytes(b"")
    answers.files.append(sheet)

    page.importing.start()
    settle(qtbot, desk)

    assert "leeg.csv" in page.error_bar.text
    assert house.cards.lines(process) == ()


def test_five_hundred_cards_stand_on_the_wall_and_move(qtbot, desk, house, process, page):
    themes = [f"Thema {number}" for number in range(8)]
    house.cards.add_many(
        process,
        [
            NewCard(
                text=f"Kaart {number} zegt iets over wonen, en dat in een paar regels. " * (1 + number % 3),
                table_no=1 + number % 20,
                theme=themes[number % 8] if number % 9 else "",
            )
            for number in range(500)
        ],
    )

    load(qtbot, desk, page)
    page.wall.columns[0].view.selectAll()
    chosen = [line.card.id for line in page.chosen][:5]
    page.act.move(chosen, page.found.themes[0].id)
    settle(qtbot, desk)

    lines = {line.card.id: line for line in house.cards.lines(process)}
    assert len(lines) == 500
    assert {lines[card].theme for card in chosen} == {"Thema 1"}


def load(qtbot, desk, page):
    page.load()
    settle(qtbot, desk)
    flush()


def drop(column, ids):
    carried = QMimeData()
    carried.setData(CARRIED, "\n".join(map(str, ids)).encode())
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    column.view.dropEvent(event)


def test_card_that_was_just_entered_can_be_undone_and_done_again(qtbot, desk, house, process, page):
    page.strip.entered.emit(NewCard(text="Foutje", table_no=3))
    settle(qtbot, desk)
    assert [line.card.label for line in house.cards.lines(process)] == ["3-01"]

    desk.undo.undo()
    settle(qtbot, desk)
    assert house.cards.lines(process) == ()

    desk.undo.redo()
    settle(qtbot, desk)
    assert [line.card.label for line in house.cards.lines(process)] == ["3-01"]
