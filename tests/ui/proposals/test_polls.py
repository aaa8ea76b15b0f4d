"""The views on budgets and opinions: one gesture, one effect."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
import polled
from screens import settle, when_asked

from burgertop_app.domain.budget_views import BudgetForm
from burgertop_app.domain.budgeting import BudgetRule, Completion
from burgertop_app.ui.budget.form import BudgetFields
from burgertop_app.ui.budget.part import EMPTY, FIXED, PREPARED
from burgertop_app.ui.budget.problems import TakeIn
from burgertop_app.ui.opinions.forms import PollForm
from burgertop_app.ui.proposals.page import BUDGET, OPINIONS, ProposalsPage
from burgertop_app.ui.proposals.picker import CardPicker


@pytest.fixture
def page(qtbot, desk, process):
    """The page, with one of its views chosen."""

    def shown(view):
        made = ProposalsPage(desk)
        qtbot.addWidget(made)
        made.show_process(process)
        made.show()
        settle(qtbot, desk)
        made._choose(view)
        settle(qtbot, desk)
        return made

    return shown


@pytest.fixture
def projects(house, process):
    polled.proposals(house, process)


def test_a_vote_goes_from_nothing_to_prepared_to_fixed(qtbot, desk, house, process, projects, page):
    part = page(BUDGET).budget
    assert part.currentIndex() == EMPTY

    part.begin(BudgetForm("Wijkbudget", 50_000_00))
    settle(qtbot, desk)
    assert part.currentIndex() == PREPARED
    assert part.projects.model.rowCount() == len(polled.PROJECTS)

    part.open()
    settle(qtbot, desk)
    assert part.currentIndex() == FIXED
    assert house.budgets.view(process).fixed


def test_the_rule_is_not_fixed_when_the_organiser_thinks_again(
    qtbot, desk, house, process, projects, page, answers
):
    part = page(BUDGET).budget
    part.begin(BudgetForm("Wijkbudget", 50_000_00))
    settle(qtbot, desk)

    answers.sure = False
    part.open()
    settle(qtbot, desk)

    assert not house.budgets.view(process).fixed


def test_an_outcome_is_counted_by_itself_and_tells_why(qtbot, desk, house, process, projects, page):
    polled.cast(house, polled.open_budget(house, process))

    part = page(BUDGET).budget

    assert len(part.columns) == 4
    assert "160 stembiljetten" in part.outcome.said.text()
    assert "Gelijke delen, per euro verhoogd" in part.outcome.bars.accessibleName()
    assert part.outcome.ways.columnCount() == 5


def test_names_of_projects_can_be_read_in_the_smallest_window(qtbot, desk, house, process, projects, page):
    polled.cast(house, polled.open_budget(house, process))
    part = page(BUDGET).budget
    part.window().resize(1124, 664)
    settle(qtbot, desk)

    table = part.outcome.projects
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    widest = max(map(table.fontMetrics().horizontalAdvance, names))
    assert table.columnWidth(0) > widest
    assert table.isColumnHidden(1)
    assert not table.isColumnHidden(4)


def test_a_document_before_the_papers_says_that_there_is_no_outcome(
    qtbot, desk, house, process, projects, page
):
    polled.open_budget(house, process)
    part = page(BUDGET).budget
    said = []
    desk.said.connect(lambda text, _icon: said.append(text))

    part._on_paper()

    assert said == ["Er is nog geen uitslag. Lees eerst de briefjes in."]


def test_a_withdrawn_vote_leaves_room_for_a_new_one(qtbot, desk, house, process, projects, page, answers):
    polled.open_budget(house, process)
    part = page(BUDGET).budget

    answers.reasons = ["Bedrag klopte niet"]
    part.withdraw()
    settle(qtbot, desk)

    assert part.currentIndex() == EMPTY


def test_the_form_tells_what_is_wrong_while_typing(qtbot, dressed):
    form = BudgetFields(None, "Nieuw", "Wijkbudget", 50_000_00, ("1", "2", "3"))
    qtbot.addWidget(form)
    form.rule.put(BudgetRule.EQUAL_SHARES)
    form.ceilings.put("Noord twintig")
    form._check()

    assert "Noord twintig" in form.mistake.text()
    assert not form.yes.isEnabled()

    form.ceilings.put("Noord: 20.000")
    form.apart.put("1, 3")
    form._check()

    assert form.yes.isEnabled()
    assert form.given == BudgetForm(
        "Wijkbudget",
        50_000_00,
        BudgetRule.EQUAL_SHARES,
        Completion.ADD1U,
        ceilings={"Noord": 2_000_000},
        apart=(("1", "3"),),
    )


def test_papers_are_shown_with_what_is_left_out_before_they_come_in(
    qtbot, desk, house, process, projects, page, tmp_path
):
    made = polled.open_budget(house, process)
    part = page(BUDGET).budget
    sheet = tmp_path / "briefjes.csv"
    sheet.write_text("stemmer;1;2\n1;x;\nJan;x;\n", encoding="utf-8")
    asked = []

    def agree(dialog):
        asked.append(dialog.table.model.rowCount())
        dialog.accept()

    when_asked(TakeIn, agree)
    part.look(lambda: house.budgets.look(made, sheet, polled.UNHEARD))
    settle(qtbot, desk)

    assert asked == [1]
    assert house.budgets.view(process).papers == 1


def test_a_conversation_begins_with_a_title(qtbot, desk, house, process, page):
    part = page(OPINIONS).opinions

    def fill(dialog):
        assert not dialog.yes.isEnabled()
        dialog.name.put("Groen")
        dialog._check()
        dialog.accept()

    when_asked(PollForm, fill)
    part._on_new()
    settle(qtbot, desk)

    assert house.opinions.polls(process)[0].title == "Groen"
    assert part.currentIndex() == 1


def test_groups_are_looked_for_in_the_other_lane_and_shown(qtbot, desk, house, process, page):
    poll = polled.conversation(house, process)
    part = page(OPINIONS).opinions
    house.opinions.withdraw_statement(house.opinions.view(poll).statements[0].id, "Dubbel")
    part.load()
    settle(qtbot, desk)
    assert not part._stale.isHidden()

    part.look_for_groups()
    settle(qtbot, desk)

    assert part._stale.isHidden()
    assert "groepen" in part.dots.accessibleName()


def test_leaving_a_statement_out_can_be_undone(qtbot, desk, house, process, page, answers):
    poll = polled.conversation(house, process)
    part = page(OPINIONS).opinions
    answers.reasons = ["Onduidelijk"]

    part.acts.leave_out(part.table.model.row_at(0))
    settle(qtbot, desk)
    assert len(house.opinions.view(poll).counting) == len(polled.STATEMENTS) - 1

    desk.undo.undo()
    settle(qtbot, desk)
    assert len(house.opinions.view(poll).counting) == len(polled.STATEMENTS)


def test_files_without_a_conversation_begin_one(qtbot, desk, house, process, page, tmp_path):
    comments = tmp_path / "comments.csv"
    comments.write_text(
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,x,0,1,0,0,1,Bomen\n",
        encoding="utf-8",
    )
    summary = tmp_path / "summary.csv"
    summary.write_text("topic,Groen in de wijk\nconversation-description,Wat vindt u?\n", encoding="utf-8")
    part = page(OPINIONS).opinions

    when_asked(TakeIn, QDialog.accept)
    part.taking.read([comments, summary])
    settle(qtbot, desk)

    poll = house.opinions.polls(process)[0]
    assert (poll.title, poll.intro) == ("Groen in de wijk", "Wat vindt u?")
    assert part.table.model.rowCount() == 1


def test_files_without_a_title_give_a_conversation_that_tells_where_it_is_from(
    qtbot, desk, house, process, page, tmp_path
):
    comments = tmp_path / "comments.csv"
    comments.write_text(
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,x,0,1,0,0,1,Bomen\n",
        encoding="utf-8",
    )
    part = page(OPINIONS).opinions

    when_asked(TakeIn, QDialog.accept)
    part.taking.read([comments])
    settle(qtbot, desk)

    assert house.opinions.polls(process)[0].title == "Gesprek uit comments.csv"


def test_the_words_below_the_picture_stand_right_under_it(qtbot, desk, house, process, page):
    polled.conversation(house, process)
    part = page(OPINIONS).opinions
    part.window().resize(1124, 1700)
    part._apart_card.setMinimumHeight(900)
    settle(qtbot, desk)

    below = part._picture_card.body.itemAt(part._picture_card.body.count() - 1).widget()
    assert below.height() <= below.heightForWidth(below.width()) + 1


def test_no_dot_and_no_word_tells_who_somebody_is(qtbot, desk, house, process, page):
    """The picture, its table and its sentences hold group letters and counts, never the number of a voter."""
    polled.conversation(house, process)
    part = page(OPINIONS).opinions

    table = part.picture._table
    cells = [table.item(down, 0).text() for down in range(table.rowCount())]
    assert cells == ["Groep A", "Groep B"]
    assert "stemmer" not in part.dots.accessibleName()


def test_an_earlier_conversation_can_be_looked_at_again(qtbot, desk, house, process, page):
    first = house.opinions.begin(process, "Groen").id
    house.opinions.begin(process, "Wonen")
    part = page(OPINIONS).opinions
    assert (part.view.poll.title, part.which.isHidden()) == ("Wonen", False)

    part.show_poll(first)
    settle(qtbot, desk)

    desk.tasks.ask(lambda: house.opinions.add_statement(first, "Meer bomen")).submit()
    settle(qtbot, desk)
    settle(qtbot, desk)
    assert part.view.poll.title == "Groen"
    assert [one.text for one in part.view.statements] == ["Meer bomen"]


def test_with_one_conversation_there_is_nothing_to_choose(house, process, page):
    house.opinions.begin(process, "Groen")

    part = page(OPINIONS).opinions

    assert part.which.isHidden()


def test_chosen_cards_become_statements_and_the_others_do_not(qtbot, desk, house, process, cards, page):
    poll = house.opinions.begin(process, "Groen").id
    part = page(OPINIONS).opinions
    offered = []

    def choose(picker):
        offered.append(picker.list.count())
        picker.search.put("tafel 2")
        picker._narrow("tafel 2")
        picker.tick_shown(on=True)
        picker.accept()

    for _time in range(2):
        when_asked(CardPicker, choose)
        part.acts.pick()
        settle(qtbot, desk)
        settle(qtbot, desk)

    assert [one.text for one in house.opinions.view(poll).statements] == ["Kaart van tafel 2"]
    assert offered == [3, 2]


def test_a_long_statement_is_read_whole_in_a_narrow_window(qtbot, desk, house, process, page):
    poll = house.opinions.begin(process, "Groen").id
    house.opinions.add_statement(poll, "Kort")
    house.opinions.add_statement(poll, "Wij willen dat de gemeente ieder jaar laat zien wat zij doet " * 3)
    shown = page(OPINIONS)
    shown.resize(1100, 800)
    settle(qtbot, desk)
    view = shown.opinions.table.view

    heights = [view.rowHeight(place) for place in range(2)]
    shown.resize(2400, 800)
    settle(qtbot, desk)

    assert heights[0] == 34
    assert heights[1] >= 4 * view.fontMetrics().height()
    assert view.rowHeight(1) < heights[1]
