"""A vote on slips in the window: choose, print, enter twice, settle, count, look."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from screens import photograph, settle, when_asked
from voted import entered

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch, VoteState
from burgertop_app.domain.voting import Slip
from burgertop_app.ui.proposals.ballot_picker import BallotPicker


def test_a_method_is_fixed_with_its_numbers(qtbot, desk, house, process, open_page):
    page = open_page()
    page.rule.choose(BallotRule.SCORE)
    page.rule.seed.put("6 2 4")
    page.rule.slips.put(12)

    qtbot.mouseClick(page.rule.fix, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)

    ballot = house.voting.current(process).ballot
    assert (ballot.rule, ballot.method.high, len(ballot.numbers)) == (BallotRule.SCORE, 10, 12)
    assert page._stack.currentWidget() is page.slips
    assert page.slips.views.value == "rule"


def test_a_method_that_cannot_be_is_told_and_nothing_is_fixed(qtbot, desk, house, process, open_page):
    page = open_page()
    page.rule.choose(BallotRule.DOTS)

    qtbot.mouseClick(page.rule.fix, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)

    assert page.rule._mistake.text().startswith("Zonder nummer is niet te beslissen tussen gelijken.")
    assert house.voting.current(process) is None


def test_only_ticked_proposals_come_on_the_ballot(qtbot, desk, house, process, open_page):
    page = open_page()

    def leave_the_first_out(picker):
        qtbot.keyClick(picker.list, Qt.Key.Key_Space)
        picker.accept()

    when_asked(BallotPicker, leave_the_first_out)
    qtbot.mouseClick(page.rule.pick, Qt.MouseButton.LeftButton)
    told = page.rule._count.text()
    qtbot.mouseClick(page.rule.fix, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)

    assert told == "1 van de 2 voorstellen komt in stemming."
    assert [one.label for one in house.voting.current(process).options] == ["Meer groen"]


def test_a_ballot_with_nothing_on_it_cannot_be_chosen(qtbot, desk, process, open_page):
    page = open_page()
    picker = BallotPicker(page, page.found.counting, ())
    qtbot.addWidget(picker)

    qtbot.mouseClick(picker.none, Qt.MouseButton.LeftButton)

    assert not picker.yes.isEnabled()
    assert picker._count.text() == "Vink minstens één voorstel aan."


def test_a_slip_is_typed_with_the_keyboard_alone(qtbot, desk, house, process, fixed, open_page):
    page = open_page()
    entry = page.slips.entry
    entry.who.setText("Anna")

    qtbot.keyClicks(entry.number, "101")
    qtbot.keyClick(entry.number, Qt.Key.Key_Return)
    qtbot.keyClicks(entry.marks, "1x3 2")
    told = entry.echo.text()
    qtbot.keyClick(entry.marks, Qt.Key.Key_Return)
    area = page.focusWidget()
    qtbot.keyClicks(area, "N")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    settle(qtbot, desk)

    (vote,) = house.voting.desk(fixed).votes
    assert (vote.number, sorted(vote.choices.values()), vote.by) == ("101", ["1", "3"], "Anna")
    assert vote.cells == {"Wijk": "Noord"}
    assert page.focusWidget() is entry.number
    assert told == "1 ×3, 2 ×1"
    assert (entry.number.text(), entry.marks.text()) == ("", "")


def test_a_blank_slip_is_told_once_it_has_a_number(qtbot, fixed, open_page):
    entry = open_page().slips.entry
    before = entry.echo.text()

    qtbot.keyClicks(entry.number, "101")
    named = entry.echo.text()
    qtbot.keyClicks(entry.marks, "2")
    marked = entry.echo.text()
    entry.start_next()

    assert (before, named, marked, entry.echo.text()) == ("", "blanco briefje", "2 ×1", "")


def test_too_many_dots_are_told_and_stay_in_the_field(qtbot, desk, house, fixed, open_page):
    page = open_page()
    entry = page.slips.entry
    entry.who.setText("Anna")
    entry.number.setText("101")
    entry.marks.setText("1x3 2x3")

    qtbot.mouseClick(entry.keep, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)

    assert "Er staan 6 stippen op dit briefje en er mogen er 5 staan." in entry.mistake.text()
    assert entry.marks.text() == "1x3 2x3"
    assert house.voting.desk(fixed).votes == ()


def typed(qtbot, entry, number, marks):
    entry.number.setFocus()
    qtbot.keyClicks(entry.number, number)
    qtbot.keyClick(entry.number, Qt.Key.Key_Return)
    qtbot.keyClicks(entry.marks, marks)
    qtbot.keyClick(entry.marks, Qt.Key.Key_Return)
    qtbot.keyClick(entry.boxes.boxes["Wijk"], Qt.Key.Key_Return)


def test_marks_that_mean_nothing_are_told_before_the_boxes(qtbot, desk, fixed, open_page):
    entry = open_page().slips.entry
    entry.marks.setFocus()

    qtbot.keyClicks(entry.marks, "1y3")
    qtbot.keyClick(entry.marks, Qt.Key.Key_Return)

    assert entry.mistake.text().startswith("“1y3” is geen antwoord op dit briefje.")
    assert entry.window().focusWidget() is entry.marks


def test_an_objection_is_asked_for_its_reason_before_it_is_kept(qtbot, desk, house, process, open_page):
    ballot = house.voting.fix(process, "Instemming", BallotMethod(rule=BallotRule.CONSENT)).id
    house.voting.printed(ballot)
    entry = open_page().slips.entry
    entry.who.setText("Anna")

    qtbot.keyClicks(entry.number, "101")
    qtbot.keyClicks(entry.marks, "ib")
    qtbot.keyClick(entry.marks, Qt.Key.Key_Return)
    settle(qtbot, desk)
    before = house.voting.desk(ballot).votes
    qtbot.keyClicks(entry.window().focusWidget(), "te duur")
    qtbot.keyClick(entry.reason, Qt.Key.Key_Return)
    settle(qtbot, desk)

    assert before == ()
    assert [set(vote.reasons.values()) for vote in house.voting.desk(ballot).votes] == [{"te duur"}]


def test_the_next_slip_may_be_typed_while_the_last_is_being_kept(qtbot, desk, house, fixed, open_page):
    entry = open_page().slips.entry
    entry.who.setText("Anna")

    typed(qtbot, entry, "101", "1x3 2")
    qtbot.keyClicks(entry.number, "102")
    settle(qtbot, desk)

    assert [vote.number for vote in house.voting.desk(fixed).votes] == ["101"]
    assert entry.number.text() == "102"


def test_a_refused_slip_behind_the_next_one_is_told_until_it_is_kept(qtbot, desk, house, fixed, open_page):
    house.vote_entering.enter(fixed, Batch.FIRST, Slip(number="101", marks={0: 1}), "Anna")
    entry = open_page().slips.entry
    entry.who.setText("Anna")

    typed(qtbot, entry, "101", "1x3 2")
    qtbot.keyClicks(entry.number, "102")
    settle(qtbot, desk)
    typed(qtbot, entry, "", "1x3 2")
    settle(qtbot, desk)

    assert entry.refused.text().startswith("Briefje 101 is niet bewaard. ")
    assert len(house.voting.desk(fixed).votes) == 2


def test_a_refused_slip_is_put_back(qtbot, desk, house, fixed, open_page):
    house.vote_entering.enter(fixed, Batch.FIRST, Slip(number="101", marks={0: 1}), "Anna")
    entry = open_page().slips.entry
    entry.who.setText("Anna")

    typed(qtbot, entry, "101", "1x3 2")
    settle(qtbot, desk)

    assert (entry.number.text(), entry.marks.text()) == ("101", "1x3 2")
    assert entry.mistake.text()


@pytest.fixture
def read_in(qtbot, desk, answers, open_page, fixed, tmp_path):
    """Reads a sheet of one round in the window: the vote has dots, at most 3 on each of 3 proposals."""

    def made(*lines, then=()):
        answers.file = tmp_path / "briefjes.csv"
        answers.file.write_text("\n".join(lines), encoding="utf-8")
        answers.answers = [False, *then]
        page = open_page()
        page.slips.entry.who.setText("Anna")
        page.slips.entry.sheet_wanted.emit(Batch.FIRST, "Anna")
        settle(qtbot, desk)
        return page

    return made


def test_every_wrong_row_of_a_sheet_is_told_and_nothing_is_kept(house, fixed, answers, read_in):
    read_in("nummer;1;2;3", "101;4;;", "102;3;3;", "103;1;;", "103;1;;", "104;1,5;;")

    ((title, text),) = answers.told
    assert title == "briefjes.csv is nog niet te gebruiken"
    assert [line.split(":")[0] for line in text.splitlines()[:4]] == ["Rij 2", "Rij 3", "Rij 5", "Rij 6"]
    assert house.voting.desk(fixed).votes == ()


@pytest.mark.parametrize(("sure", "kept"), [(False, 0), (True, 1)])
def test_votes_for_an_unknown_proposal_are_asked_about_first(house, fixed, answers, read_in, sure, kept):
    read_in("nummer;1;2;3;4. Park", "101;1;;;2", then=[sure])

    assert "“4. Park”" in answers.asked[-1][1]
    assert len(house.voting.desk(fixed).votes) == kept


def test_a_sheet_without_a_proposal_of_the_vote_is_refused(house, fixed, read_in):
    page = read_in("nummer;1;2", "101;1;")

    assert "staat geen kolom voor 3." in page.error_bar.text
    assert house.voting.desk(fixed).votes == ()


def test_an_invalid_slip_gets_its_reason(qtbot, desk, house, fixed, open_page):
    page = open_page()
    entry = page.slips.entry
    entry.who.setText("Anna")
    entry.number.setText("101")
    entry.reason.setText("zes stippen")

    qtbot.mouseClick(entry.invalid, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)

    (vote,) = house.voting.desk(fixed).votes
    assert (vote.state, vote.reason) == (VoteState.INVALID, "zes stippen")


def test_a_reason_with_nothing_to_explain_is_told_and_the_slip_is_not_kept(
    qtbot, desk, house, fixed, open_page
):
    page = open_page()
    entry = page.slips.entry
    entry.who.setText("Anna")
    entry.number.setText("8")
    entry.reason.setText("alles doorgestreept")

    qtbot.keyClick(entry.reason, Qt.Key.Key_Return)
    settle(qtbot, desk)

    assert house.voting.desk(fixed).votes == ()
    assert (entry.number.text(), entry.reason.text()) == ("8", "alles doorgestreept")
    assert entry.mistake.text().startswith("Deze reden hoort nergens bij.")


def test_a_difference_is_settled_and_then_the_slips_are_counted(qtbot, desk, house, fixed, open_page):
    house.vote_entering.enter(fixed, Batch.FIRST, Slip(number="7", marks={0: 1}), "Anna")
    house.vote_entering.enter(fixed, Batch.SECOND, Slip(number="7", marks={0: 2}), "Bilal")
    page = open_page()
    page.slips.choose("differ")
    found = page.slips.differences
    found.who.setText("Anna en Bilal")
    found.how.setText("er staan er twee")
    told = found.both.text()
    before = found.count.isEnabled()

    qtbot.mouseClick(found.second, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)
    qtbot.mouseClick(found.count, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)

    assert not before
    assert told.startswith("Stembriefje 7\nEerste ronde: ")
    assert house.vote_counting.result(fixed).outcome.options[0].score == 2
    assert page.slips.views.value == "result"


def test_every_step_is_photographed(qtbot, desk, house, process, fixed, open_page):
    entered(house, fixed)
    house.vote_entering.enter(fixed, Batch.FIRST, Slip(number="7", marks={0: 1}), "Anna")
    page = open_page()
    pictures = []
    for view in ("rule", "enter", "differ"):
        page.slips.choose(view)
        pictures += photograph(page, f"vote-{view}", size=(1232, 844))
    gone = Slip(number="7", state=VoteState.ABSENT, reason="er is geen papier 7")
    house.vote_entering.settle(fixed, gone, "Bilal")
    house.vote_counting.count(fixed)
    page.load()
    settle(qtbot, desk)
    page.slips.choose("result")
    pictures += photograph(page, "vote-result", size=(1232, 844))
    pictures += photograph(page, "vote-result-large", scale=2.0, size=(1124, 664))
    page.opening.begin_vote()
    page.rule.choose(BallotRule.DOTS)
    pictures += photograph(page, "vote-method", size=(1124, 664))
    picker = BallotPicker(page, page.found.counting, ())
    pictures += photograph(picker, "vote-picker", size=(620, 460))

    assert all(path.stat().st_size > 20_000 for path in pictures)
