"""What people do tomorrow, on the page: one gesture, one effect."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import photograph, settle

from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.ui.proposals import tomorrow_acts
from burgertop_app.ui.proposals.page import ProposalsPage
from burgertop_app.ui.proposals.tomorrow import PasteForm
from tests.beginnings import beginning


@beginning
def top(house):
    made = house.processes.start(NewProcess(form="burgertop", title="Top")).id
    house.people.add(made, PersonForm(name="Fatma Demir", state=State.CONFIRMED))
    return made


@pytest.fixture
def page(qtbot, desk, top):
    made = ProposalsPage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(top)
    made.show()
    settle(qtbot, desk)
    made._choose("tomorrow")
    return made


@pytest.fixture
def texts(house, top):
    return lambda: [(line.person, line.table_no, line.text) for line in house.intending.lines(top)]


def type_in(qtbot, desk, page, who, text):
    strip = page.tomorrow.strip
    strip.start()
    qtbot.keyClicks(strip.who, who)
    qtbot.keyClick(strip.who, Qt.Key.Key_Return)
    qtbot.keyClicks(strip.text, text)
    qtbot.keyClick(strip.text, Qt.Key.Key_Return)
    settle(qtbot, desk)


def test_a_form_is_entered_by_keyboard_alone(qtbot, desk, page, texts):
    type_in(qtbot, desk, page, "1", "Ik bel de buurman")
    type_in(qtbot, desk, page, "t3", "Wij vegen")

    assert texts() == [("1", None, "Ik bel de buurman"), ("", 3, "Wij vegen")]
    assert (page.tomorrow.strip.who.text(), page.tomorrow.strip.text.text()) == ("", "")


def test_a_wrong_number_loses_no_words(qtbot, desk, page, texts):
    type_in(qtbot, desk, page, "99", "Ik bel de buurman")

    strip = page.tomorrow.strip
    assert texts() == []
    assert (strip.who.text(), strip.text.text()) == ("99", "Ik bel de buurman")
    assert strip._told.text().startswith("Niemand doet mee onder nummer 99.")


def test_an_entry_can_be_undone_and_done_again(qtbot, desk, page, texts):
    type_in(qtbot, desk, page, "1", "Ik bel")
    desk.undo.undo()
    settle(qtbot, desk)
    without = texts()

    desk.undo.redo()
    settle(qtbot, desk)
    desk.undo.undo()
    settle(qtbot, desk)

    assert (without, texts()) == ([], [])


def test_a_pasted_list_tells_what_is_wrong_with_a_line(qtbot, house, page):
    form = PasteForm(page, lambda text: house.intending.look(text, page.found.numbers))
    qtbot.addWidget(form)

    form.list.setPlainText("1\tIk bel\n99\tIk kom")

    assert form._told.text() == "1 regel kan worden overgenomen."
    assert "Niemand doet mee onder nummer 99." in form._wrong.text()


def test_lines_that_cannot_be_read_stand_there_again_after_the_rest_is_kept(
    qtbot, desk, page, texts, monkeypatch
):
    shown = []

    def answered(form):
        if not shown:
            form.list.setPlainText("1\tIk bel\n99\tIk kom")
        shown.append(form.list.toPlainText())
        return len(shown) == 1

    monkeypatch.setattr(tomorrow_acts, "asked", answered)

    page.intending.paste()
    settle(qtbot, desk)

    assert texts() == [("1", None, "Ik bel")]
    assert shown[1:] == ["99\tIk kom"]


def test_one_line_too_long_does_not_lose_the_list(qtbot, house, page):
    form = PasteForm(page, lambda text: house.intending.look(text, page.found.numbers))
    qtbot.addWidget(form)

    form.list.setPlainText(f"1\tIk bel\n2\t{'a' * 501}\nIk kom")

    assert form._told.text() == "2 regels kunnen worden overgenomen."


def test_a_list_far_too_long_is_refused_in_words(qtbot, house, page):
    form = PasteForm(page, lambda text: house.intending.look(text, page.found.numbers))
    qtbot.addWidget(form)

    form.list.setPlainText("Ik bel\n" * 5001)

    assert "5001" in form._wrong.text() or "5002" in form._wrong.text()
    assert not form.yes.isEnabled()


def test_a_form_without_the_question_has_no_such_view(qtbot, desk, process):
    page = ProposalsPage(desk)
    qtbot.addWidget(page)
    page.show_process(process)
    page.show()
    settle(qtbot, desk)

    assert not page.views._group.button(1).isVisible()


def test_withdrawing_asks_why_and_can_be_undone(qtbot, desk, house, top, page, answers):
    house.intending.add(top, [NewIntention(text="Ik bel")])
    (line,) = house.intending.lines(top)
    answers.reasons.append("verkeerd gelezen")

    page.intending.withdraw(line)
    settle(qtbot, desk)
    withdrawn = house.intending.lines(top)[0].counts
    desk.undo.undo()
    settle(qtbot, desk)

    assert (withdrawn, house.intending.lines(top)[0].counts) == (False, True)


def test_pictures_of_tomorrow(qtbot, desk, house, top, page):
    photograph(page, "tomorrow-empty", size=(1232, 844))
    house.intending.add(
        top,
        [
            NewIntention(text="Ik bel mijn buurman om te vragen hoe het gaat", share=True),
            NewIntention(text="Wij vegen elke zaterdag het plein", table_no=3),
        ],
    )
    page.load()
    settle(qtbot, desk)
    type_in(qtbot, desk, page, "99", "Ik zet mijn fiets in de schuur")

    paths = photograph(page, "tomorrow", size=(1232, 844))
    photograph(page, "tomorrow", scale=2.0, size=(944, 640))
    assert all(path.exists() for path in paths)
