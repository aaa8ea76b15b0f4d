"""Surveys to the friends of the panel: out by code, answers in from any sheet, results that name nobody."""

from __future__ import annotations

from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from burgertop_app.domain.codes import shown_code
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.people import Participation, Role
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.surveys import LEAST, ReplyTrouble, Survey, SurveyKind, SurveyQuestion
from burgertop_app.services.printing.rendering import render
from tests.beginnings import beginning

NOBODY = UUID(int=0)
QUESTIONS = (
    SurveyQuestion("Hoe vaak komt u in het park?", SurveyKind.CHOICE, ("nooit", "soms", "vaak")),
    SurveyQuestion("Wat mist u daar?", SurveyKind.SEVERAL, ("bankjes", "licht, ook in de winter", "water")),
    SurveyQuestion("Het park is veilig.", SurveyKind.SCALE),
    SurveyQuestion("Hoeveel minuten loopt u erheen?", SurveyKind.NUMBER),
    SurveyQuestion("Wat wilt u nog zeggen?", SurveyKind.TEXT),
)


@beginning
def friends(house, process):
    for number in range(12):
        email = f"vriend{number}@example.nl" if number else ""
        house.people.add(process, PersonForm(name=f"Vriend {number}", role=Role.FRIEND, email=email))
    return process


@beginning
def survey(house, friends):
    new = Survey(id=NOBODY, process_id=friends, title="Het park", questions=QUESTIONS)
    return house.surveys.keep(new).id


@pytest.fixture
def codes(house, survey):
    house.surveys.ask(survey)
    return [friend.code for friend in house.surveys.friends(survey)]


def sheet(tmp_path, *rows, head=None):
    heads = head or ["Code", *(question.text for question in QUESTIONS)]
    path = tmp_path / "antwoorden.csv"
    path.write_text("\n".join("\t".join(row) for row in [heads, *rows]), "utf-8")
    return path


def good(code):
    return [code, "soms", "bankjes; licht, ook in de winter", "4", "12,5", "Meer bomen"]


def taken_in(house, survey, path):
    house.surveys.take_in(survey, house.surveys.look(survey, path))
    return house.surveys.view(house.surveys.survey(survey).process_id).lines[0].results


def test_every_friend_gets_a_code_and_is_counted_as_asked(house, survey, codes):
    assert len(set(codes)) == 12
    assert house.surveys.survey(survey).asked == 12


def test_replies_give_counts_means_and_the_response(house, survey, codes, tmp_path):
    found = taken_in(house, survey, sheet(tmp_path, *map(good, codes[:LEAST])))

    assert (found.asked, found.replies, found.rate) == (12, LEAST, LEAST / 12)
    assert [one.people for one in found.questions[0].counts] == [0, 10, 0]
    assert [one.people for one in found.questions[1].counts] == [10, 10, 0]
    assert found.questions[2].mean == 4
    assert found.questions[3].mean == 12.5
    assert found.questions[4].texts == ("Meer bomen",) * LEAST


def test_below_ten_answers_nothing_is_shown_but_their_number(house, survey, codes, tmp_path):
    found = taken_in(house, survey, sheet(tmp_path, *map(good, codes[: LEAST - 1])))

    assert [result.answered for result in found.questions] == [LEAST - 1] * 5
    assert not any(result.counts or result.texts or result.mean for result in found.questions)


def test_wrong_answers_are_told_per_row_and_the_rest_of_the_row_counts(house, survey, codes, tmp_path):
    wrong = [codes[0], "altijd", "bankjes", "6", "tien", "Niets"]

    found = house.surveys.look(survey, sheet(tmp_path, wrong))

    assert [(one.row, one.trouble) for one in found.problems] == [
        (2, ReplyTrouble.CHOICE),
        (2, ReplyTrouble.SCALE),
        (2, ReplyTrouble.NUMBER),
    ]
    assert dict(found.replies[0].answers) == {1: "bankjes", 4: "Niets"}


@pytest.mark.parametrize("written", [shown_code, str.lower, lambda code: f" {code[:4]} {code[4:]} "])
def test_a_code_is_known_as_it_stands_in_the_letter_and_as_people_type_it(
    house, survey, codes, tmp_path, written
):
    found = house.surveys.look(survey, sheet(tmp_path, good(written(codes[0])), good(codes[1])))

    assert len(found.replies) == 2
    assert found.problems == ()


def test_a_code_counts_once_in_a_file_and_once_over_time(house, survey, codes, tmp_path):
    taken_in(house, survey, sheet(tmp_path, good(codes[0])))

    again = house.surveys.look(
        survey, sheet(tmp_path, good(codes[0]), good(codes[1]), good(codes[1]), good("22222222"))
    )

    assert [one.trouble for one in again.problems] == [
        ReplyTrouble.BEFORE,
        ReplyTrouble.TWICE,
        ReplyTrouble.CODE,
    ]
    assert len(again.replies) == 1


def test_a_reply_without_a_code_counts_only_when_that_is_allowed(house, survey, codes, tmp_path):
    path = sheet(tmp_path, good(""))
    refused = house.surveys.look(survey, path)
    kept = house.surveys.survey(survey)
    house.surveys.keep(Survey(**{**vars(kept), "anonymous": True}))

    assert [one.trouble for one in refused.problems] == [ReplyTrouble.NO_CODE]
    assert len(house.surveys.look(survey, path).replies) == 1


def test_columns_are_found_by_their_words_in_any_order(house, survey, codes, tmp_path):
    head = ["Tijdstempel", "5. Wat wilt u nog zeggen?", "uw code", "Het park is  veilig."]

    found = house.surveys.look(survey, sheet(tmp_path, ["1-3", "Fijn", codes[0], "5 - helemaal"], head=head))

    assert dict(found.replies[0].answers) == {4: "Fijn", 2: "5"}
    assert found.unused == ("Tijdstempel",)
    assert len(found.missing) == 3


def test_a_sheet_of_something_else_is_refused(house, survey, codes, tmp_path):
    with pytest.raises(InvalidInput, match="survey_sheet_no_question"):
        house.surveys.look(survey, sheet(tmp_path, ["a", "b"], head=["naam", "leeftijd"]))


def test_the_empty_sheet_comes_back_without_replies(house, survey, codes, tmp_path):
    path = house.survey_files.save_form(survey, tmp_path / "vragen.xlsx")

    found = house.surveys.look(survey, path)

    assert found.replies == ()
    assert found.missing == ()
    assert load_workbook(path).sheetnames == ["Antwoorden", "Vragen"]


def test_after_closing_nobody_can_be_found_by_a_code(house, survey, codes, tmp_path):
    taken_in(house, survey, sheet(tmp_path, good(codes[0])))

    house.surveys.close(survey)

    with house.workspace.context.work.reading() as store:
        kept = store.session.execute(text("SELECT code FROM survey_code")).scalars().all()
        marks = store.session.execute(text("SELECT mark FROM survey_reply")).scalars().all()
    assert set(kept) == {None}
    assert codes[0] not in marks
    with pytest.raises(NotPossible, match="survey_closed"):
        house.surveys.look(survey, sheet(tmp_path, good(codes[1])))


def test_after_closing_a_saved_list_of_codes_tells_nothing(house, survey, codes, tmp_path):
    taken_in(house, survey, sheet(tmp_path, good(codes[0])))
    secret = house.surveys.survey(survey).secret

    house.surveys.close(survey)

    path = house.workspace.path
    house.workspace.close()
    content = path.read_bytes()
    assert secret.encode() not in content
    assert [code for code in codes if code.encode() in content] == []


def test_own_words_that_were_cleared_are_not_in_the_file(house, survey, codes, tmp_path):
    taken_in(house, survey, sheet(tmp_path, *map(good, codes)))
    house.surveys.close(survey)

    house.surveys.clear(survey)

    path = house.workspace.path
    house.workspace.close()
    assert b"Meer bomen" not in path.read_bytes()


def test_an_erased_friend_keeps_no_code(house, survey, codes):
    with house.workspace.context.work.reading() as store:
        friend = store.find(Participation, role=Role.FRIEND)[0]

    house.privacy.erase(friend.person_id)

    assert len(house.surveys.friends(survey)) == 11
    assert house.surveys.survey(survey).asked == 12


def test_own_words_are_cleared_and_the_counts_stay(house, survey, codes, tmp_path):
    taken_in(house, survey, sheet(tmp_path, *map(good, codes)))
    house.surveys.close(survey)

    house.surveys.clear(survey)

    found = house.surveys.view(house.surveys.survey(survey).process_id).lines[0].results
    assert found.questions[4].answered == 0
    assert found.questions[0].answered == 12


def test_questions_stay_once_people_were_asked(house, survey, codes):
    kept = house.surveys.survey(survey)

    with pytest.raises(NotPossible, match="survey_was_sent"):
        house.surveys.keep(Survey(**{**vars(kept), "questions": QUESTIONS[:1]}))


def test_a_reading_that_was_taken_in_can_be_taken_back(house, survey, codes, tmp_path):
    kept = house.surveys.take_in(survey, house.surveys.look(survey, sheet(tmp_path, good(codes[0]))))

    house.surveys.take_back(kept)

    view = house.surveys.view(house.surveys.survey(survey).process_id)
    assert view.lines[0].results.replies == 0


def test_drafts_go_to_who_has_an_address_and_name_the_code(house, survey, codes, tmp_path):
    without = house.survey_files.save_drafts(survey, tmp_path / "concepten")

    drafts = sorted((tmp_path / "concepten").glob("*.eml"))
    assert (without, len(drafts)) == (1, 11)


def test_the_results_leave_as_workbook_and_as_paper_without_a_code(house, survey, codes, tmp_path):
    taken_in(house, survey, sheet(tmp_path, *map(good, codes)))

    path = house.survey_files.save_results(survey, tmp_path / "uitkomst.xlsx")
    printed = render(house.survey_files.results_paper(survey), UNHEARD)
    form = render(house.survey_files.paper(survey), UNHEARD)

    cells = [str(c.value) for s in load_workbook(path) for row in s.iter_rows() for c in row]
    assert "Meer bomen" in cells
    assert not set(codes) & set(cells)
    assert printed.content.startswith(b"%PDF")
    assert form.warnings == ()
