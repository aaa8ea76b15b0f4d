"""Who takes part, on the pages: marks, the rest between panels, and another panel."""

from __future__ import annotations

import pytest
from screens import settle

from burgertop_app.domain.draw_marks import CoolDown, Mark, MarkKind
from burgertop_app.domain.keep_out import KeepOutReason
from burgertop_app.ui.people import marking
from burgertop_app.ui.people.page import PeoplePage

CONFLICT = Mark(MarkKind.KEPT_OUT, KeepOutReason.CONFLICT_OF_INTEREST)


def said(card):
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in card.findChildren(QLabel))


def lines(house, process, *numbers):
    return [line for line in house.people.lines(process) if line.number in numbers]


@pytest.fixture
def people_page(qtbot, desk, people):
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.show_process(people)
    page.show()
    settle(qtbot, desk)
    return page


def test_the_card_counts_who_takes_part_and_why_not(house, quotas, show):
    first, second = lines(house, quotas, "1", "2")
    house.draw_marking.mark([first.participation_id], Mark(MarkKind.KEPT_IN))
    house.draw_marking.mark([second.participation_id], CONFLICT)

    words = said(show().taking)

    assert "59 mensen kunnen geloot worden" in words
    assert "Eén zittend lid" in words
    assert "belangen" in words


def test_the_rest_between_panels_is_kept_and_can_be_undone(house, quotas, show, qtbot):
    page = show()

    page.quotas.choose_rest(CoolDown(24, bars=True))
    settle(qtbot, page.desk)
    assert house.draw_preparing.setup(quotas).choices.cool_down == CoolDown(24, bars=True)

    page.desk.undo.undo()
    settle(qtbot, page.desk)
    assert house.draw_preparing.setup(quotas).choices.cool_down == CoolDown()


def test_another_panel_is_offered_after_a_real_draw(drawn, show, qtbot):
    page = show()

    page.panels.another()
    settle(qtbot, page.desk)

    assert page.found.setup.panel == 2
    assert page.found.view is None
    assert "Panel 2 van 2" in said(page.head)


def test_the_first_panel_can_be_looked_at_again(drawn, show, qtbot):
    page = show()
    page.panels.another()
    settle(qtbot, page.desk)

    page.panels.look_at(1)
    settle(qtbot, page.desk)

    assert page.found.view.record.id == drawn


def test_another_panel_can_be_undone_while_it_is_empty(house, quotas, drawn, show, qtbot):
    page = show()
    page.panels.another()
    settle(qtbot, page.desk)

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert house.draw_preparing.setup(quotas).choices.panels == 1


def test_people_are_marked_on_the_page_and_unmarked_by_undo(house, people, people_page, qtbot):
    people_page.act._marking.mark(lines(house, people, "3"), CONFLICT)
    settle(qtbot, people_page.desk)
    assert [line.mark for line in lines(house, people, "3")] == [CONFLICT]

    people_page.desk.undo.undo()
    settle(qtbot, people_page.desk)
    assert [line.mark for line in lines(house, people, "3")] == [None]


def test_a_marked_person_can_be_drawn_by_chance_again(house, people, people_page):
    house.draw_marking.mark([line.participation_id for line in lines(house, people, "3")], CONFLICT)

    entries = people_page.act._marking.entries(lines(house, people, "3"))

    assert [text for text, _icon, _act in entries][-1] == "Loting: loot gewoon mee"


def test_the_form_asks_for_a_class_of_reason(house, people, people_page, qtbot):
    form = marking.KeepOutForm(people_page, lines(house, people, "3", "4"))
    qtbot.addWidget(form)

    assert form.mark == CONFLICT
