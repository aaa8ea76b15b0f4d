from datetime import date
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from screens import photograph, settle
from small_forms import mirrors, with_small_forms

from burgertop_app.ui.desk import Desk
from burgertop_app.ui.evaluation.page import EvaluationPage

WORDS = ("hoop", "samen", "Hoop", "moe", "trots", "gehoord", "Samen", "hoop.", "benieuwd", "energie")
MORNING, EVENING = date(2026, 1, 17), date(2026, 2, 28)


@pytest.fixture
def small(house):
    return with_small_forms(house)


@pytest.fixture
def desk(house, clock, dialogs):
    made = Desk(house, lambda: clock().date(), dialogs=dialogs)
    yield made
    assert made.tasks.close(house.workspace.close)


@pytest.fixture
def talk(qtbot, desk, small, clock):
    """The page with five mirrors of two years."""
    return opened(qtbot, desk, mirrors(small, clock))


@pytest.fixture
def panel(qtbot, desk, process):
    """The page of a panel that filled in nothing yet."""
    return opened(qtbot, desk, process)


@pytest.fixture
def filled_panel(qtbot, desk, house, process):
    """The page of a panel with cards and words of two days."""
    for on, title, count in ((MORNING, "Paneldag 1", 12), (EVENING, "Paneldag 2", 14)):
        for number, word in zip(range(count), cycle(WORDS), strict=False):
            card = house.evaluating.begin(process, "card_after", on, title).id
            for place, code in enumerate(("heard", "understood", "everyone", "expected", "again")):
                score = 2 + (number + place) % 3 + (on == EVENING and place == 3)
                house.evaluating.answer(card, code, score=score)
            said = house.evaluating.begin(process, "one_word", on, title).id
            house.evaluating.answer(said, "word", text=word)
            load = house.evaluating.begin(process, "load", on, title).id
            house.evaluating.answer(load, "hours", text=("few", "some", "some", "many")[number % 4])
    return opened(qtbot, desk, process)


def opened(qtbot, desk, process):
    made = EvaluationPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


def begin(qtbot, page):
    page.begin()
    settle(qtbot, page.desk)


def test_an_empty_page_says_what_comes_here_and_begins(qtbot, panel):
    begin(qtbot, panel)

    assert panel.form.isVisibleTo(panel)
    assert len(panel.found.filled) == 1


def test_every_instrument_of_the_form_can_be_chosen(panel):
    assert [code for code, _words in panel._options] == ["card_after", "one_word", "load"]


def test_a_typed_digit_is_a_mark_that_keeps_itself(qtbot, panel):
    begin(qtbot, panel)

    qtbot.keyClick(panel.form.asked["heard"].score.editor, Qt.Key.Key_4)
    panel.form.flush()
    settle(qtbot, panel.desk)

    assert panel.found.filled[0].answers["heard"].score == 4


def test_two_digits_make_a_ten(qtbot, talk):
    begin(qtbot, talk)
    scale = talk.form.asked["makers_who"].score

    qtbot.keyClicks(scale.editor, "10")

    assert scale.value() == 10


def test_backspace_takes_a_mark_away(qtbot, panel):
    begin(qtbot, panel)
    scale = panel.form.asked["heard"].score

    qtbot.keyClicks(scale.editor, "4")
    qtbot.keyClick(scale.editor, Qt.Key.Key_Backspace)

    assert scale.value() is None


def test_ctrl_enter_begins_another_card_of_the_same_day(qtbot, panel):
    begin(qtbot, panel)
    panel.form.name.editor.setText("Paneldag 1")
    panel.form.name.typed()
    panel.form.flush()
    settle(qtbot, panel.desk)

    panel.form.next_wanted.emit()
    settle(qtbot, panel.desk)

    assert [one.instrument.title for one in panel.found.filled] == ["Paneldag 1", "Paneldag 1"]


def test_a_quote_and_a_step_are_kept_with_the_mark(qtbot, talk):
    begin(qtbot, talk)
    asked = talk.form.asked["seen_words"]

    qtbot.keyClicks(asked.score.editor, "7")
    asked.text.editor.setText("In de brieven wel.")
    asked.text.typed()
    asked.step.editor.setText("Ook op de website.")
    asked.step.typed()
    talk.form.flush()
    settle(qtbot, talk.desk)

    answer = talk.found.filled[-1].answers["seen_words"]
    assert (answer.score, answer.text, answer.step) == (7, "In de brieven wel.", "Ook op de website.")


def test_five_mirrors_have_three_questions_each(qtbot, talk):
    begin(qtbot, talk)

    assert len(talk.form.asked) == 15
    assert all(len(asked.fields) == 3 for asked in talk.form.asked.values())


def test_this_year_stands_beside_last_year(talk):
    assert talk.comparison.now.value() == 0
    assert talk.comparison.before.value() == 1
    assert "2 juni 2026" in talk.comparison.now.editor.currentText()
    assert "27 mei 2025" in talk.comparison.before.editor.currentText()


def test_the_form_says_when_to_do_it_again(talk):
    assert talk._again.chip.words == "Opnieuw op 2 juni 2027"


def test_what_is_taken_away_comes_back_by_undo(qtbot, talk):
    before = len(talk.found.filled)
    talk.remove(talk.found.filled[0])
    settle(qtbot, talk.desk)
    between = len(talk.found.filled)

    talk.desk.undo.undo()
    settle(qtbot, talk.desk)

    assert (between, len(talk.found.filled)) == (before - 1, before)


def test_a_day_to_come_is_refused_and_the_day_stays(qtbot, panel, clock):
    begin(qtbot, panel)
    today = clock().date()

    panel.form.on.editor.setText("31-12-2099")
    panel.form.on.typed()
    panel.form.flush()
    settle(qtbot, panel.desk)

    assert "ligt in de toekomst" in panel.error_bar.text
    assert panel.form.on.value() == today


def test_pictures_of_the_evaluation(qtbot, filled_panel):
    page = filled_panel
    paths = photograph(page, "evaluation-cards", size=(1384, 844))
    page._choose("one_word")
    paths += photograph(page, "evaluation-words", size=(1124, 664))
    page._choose("load")
    paths += photograph(page, "evaluation-choices", size=(1124, 664))
    page._choose("card_after")
    page._edit(page.found.of("card_after")[0])
    paths += photograph(page, "evaluation-card", size=(1124, 664))

    assert all(path.exists() for path in paths)


def test_pictures_of_the_mirrors(qtbot, talk):
    paths = photograph(talk, "mirrors", size=(1384, 844))
    talk._edit(talk.found.filled[-1])
    settle(qtbot, talk.desk)
    paths += photograph(talk, "mirrors-form", size=(1124, 664))

    assert all(path.exists() for path in paths)


def test_a_picture_of_an_empty_evaluation(panel):
    assert all(path.exists() for path in photograph(panel, "evaluation-empty", size=(1124, 664)))
