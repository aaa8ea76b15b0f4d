"""The page about the year: plans, members and surveys of a standing panel."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from screens import photograph, settle

from burgertop_app.domain.people import Role, State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.surveys import Survey, SurveyKind, SurveyQuestion
from burgertop_app.domain.year import Asked, PlannedAdvice
from burgertop_app.ui.year.dialogs import PlanDialog, RewardDialog, TermDialog, in_cents
from burgertop_app.ui.year.page import YearPage
from burgertop_app.ui.year.survey_form import SurveyDialog

NEW = UUID(int=0)


@pytest.fixture
def page(qtbot, waterrijk_desk):
    made = YearPage(waterrijk_desk)
    qtbot.addWidget(made)
    return made


def show(qtbot, page, process, focus=None):
    page.show_process(process, focus)
    page.show()
    settle(qtbot, page.desk)


@pytest.fixture
def planned(house, process):
    house.year.keep(
        PlannedAdvice(
            id=NEW,
            process_id=process,
            topic="Groen",
            asked=Asked.COLLEGE,
            starts_on=date(2026, 4, 1),
            due_on=date(2026, 6, 1),
        )
    )
    return process


def test_an_empty_year_says_what_comes_here(qtbot, page, process):
    show(qtbot, page, process)

    assert page.plans._stack.currentIndex() == 1
    photograph(page, "year-empty", size=(1180, 720))


def test_fewer_advices_than_the_form_means_is_a_warning_in_words(qtbot, page, planned):
    show(qtbot, page, planned)

    assert page.plans._chip.chip.words.startswith("1 advies gepland in 2026; 3 tot 4 is de bedoeling")
    assert page.plans.table.sheet().rows[0][0] == "Groen"


def test_beginning_a_plan_makes_the_advice_and_follows_it(qtbot, page, house, planned):
    show(qtbot, page, planned)

    page.plans.begin(page.plans.view.plans[0])
    settle(qtbot, page.desk)

    assert [advice.title for advice in house.advising.all(planned)] == ["Groen"]
    assert page.plans.table.sheet().rows[0][4] == "wordt geschreven"


def test_a_removed_plan_can_be_put_back(qtbot, page, house, planned):
    show(qtbot, page, planned)

    page.plans.drop(page.plans.view.plans[0])
    settle(qtbot, page.desk)
    gone = house.year.view(planned).plans
    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert gone == ()
    assert len(house.year.view(planned).plans) == 1


def test_another_year_shows_other_plans(qtbot, page, planned):
    show(qtbot, page, planned)

    page.plans._turn(1)

    assert page.plans._said.text() == "2027"
    assert page.plans.months._lines == ()


def test_the_dialog_of_a_plan_keeps_open_while_the_days_are_wrong(qtbot, page, process):
    dialog = PlanDialog(page, process, (), date(2026, 3, 2))
    qtbot.addWidget(dialog)
    dialog.topic.put("Verkeer")
    dialog.due_on.put(date(2026, 1, 1))

    dialog.accept()

    assert dialog.result() == 0
    assert "voordat het begint" in dialog._wrong.text()


def test_members_tell_who_leaves_when(qtbot, page, house, process):
    house.people.add(process, PersonForm(name="Noor Bakker"))
    who = house.people.lines(process)[0].participation_id
    house.people.mark([who], State.DRAWN)

    show(qtbot, page, process, "members")

    row = page.members.table.sheet().rows[0]
    assert row[1:5] == ("Noor Bakker", "2 mrt 2026", "2 mrt 2028", "loopt")
    assert page.choice.value == "members"


def test_a_term_dialog_gives_the_days(qtbot, page, house, process):
    house.people.add(process, PersonForm(name="Noor Bakker"))
    who = house.people.lines(process)[0].participation_id
    house.people.mark([who], State.DRAWN)
    dialog = TermDialog(page, house.year.view(process).members[0])
    qtbot.addWidget(dialog)

    assert dialog.check() == (date(2026, 3, 2), date(2028, 3, 2), None)


@pytest.mark.parametrize(
    ("said", "cents"), [("50", 5000), ("12,5", 1250), ("€ 7.25", 725), ("0", None), ("veel", None)]
)
def test_an_amount_is_read_as_people_write_it(said, cents):
    assert in_cents(said) == cents


def test_a_reward_needs_a_meeting(qtbot, page, process):
    dialog = RewardDialog(page, ())
    qtbot.addWidget(dialog)
    dialog.amount.put("50")

    dialog.accept()

    assert dialog.result() == 0


def test_a_survey_is_built_question_by_question(qtbot, page, process):
    dialog = SurveyDialog(page, process, None, fixed=False)
    qtbot.addWidget(dialog)
    dialog.title_field.put("Het park")
    first = dialog._rows[0]
    first.text.put("Komt u er?")
    first.kind.put(SurveyKind.CHOICE)
    first.choices.put("ja\nnee")
    dialog.add()

    made = dialog.check()

    assert made.questions == (SurveyQuestion("Komt u er?", SurveyKind.CHOICE, ("ja", "nee")),)


@pytest.fixture
def survey(house, process):
    house.people.add(process, PersonForm(name="Vriend", role=Role.FRIEND, email="v@example.nl"))
    questions = (SurveyQuestion("Komt u er?", SurveyKind.CHOICE, ("ja", "nee")),)
    return house.surveys.keep(Survey(id=NEW, process_id=process, title="Het park", questions=questions)).id


def test_replies_are_told_before_they_are_kept_and_can_be_undone(
    qtbot, page, house, process, survey, dialogs, tmp_path
):
    house.surveys.ask(survey)
    code = house.surveys.friends(survey)[0].code
    path = tmp_path / "antwoorden.csv"
    path.write_text(f"code;Komt u er?\n{code};misschien\n{code};ja\n", "utf-8")
    dialogs.files.append(path)
    show(qtbot, page, process, "surveys")

    page.surveys.act.read(house.surveys.survey(survey))
    settle(qtbot, page.desk)

    assert "“misschien” is geen keuze" in dialogs.asked[-1]
    assert house.surveys.view(process).lines[0].results.replies == 1
    page.desk.undo.undo()
    settle(qtbot, page.desk)
    assert house.surveys.view(process).lines[0].results.replies == 0


def test_what_can_be_done_follows_how_the_survey_stands(qtbot, page, house, process, survey):
    show(qtbot, page, process, "surveys")
    made = [said for said, _icon, _act in page.surveys.act.entries(house.surveys.view(process).lines[0])]
    house.surveys.ask(survey)
    house.surveys.close(survey)
    closed = [said for said, _icon, _act in page.surveys.act.entries(house.surveys.view(process).lines[0])]

    assert "Codes uitgeven" in made
    assert "Weghalen" in made or "Verwijderen" in made
    assert "Antwoorden inlezen…" not in closed
    assert "Wissen wat mensen schreven…" in closed
