from datetime import date

import pytest
from screens import photograph, settle

from burgertop_app.domain.feedback import FeedbackStanding, Sent
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.responses import Commitment, CommitmentState
from burgertop_app.ui.followup.feedback import sentence
from burgertop_app.ui.followup.lights import light
from burgertop_app.ui.followup.page import FollowupPage
from burgertop_app.ui.followup.timeline import months


@pytest.fixture
def page(qtbot, waterrijk_desk):
    made = FollowupPage(waterrijk_desk)
    qtbot.addWidget(made)
    return made


def show(qtbot, page, process, focus=None):
    page.show_process(process, focus)
    page.show()
    settle(qtbot, page.desk)


def test_late_promises_stand_on_top_in_words(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)

    rows = page.table.sheet().rows
    assert rows[0][3] == "9 dagen te laat"
    assert rows[-1][3] == "klaar"


def test_form_without_answers_offers_no_way_there(qtbot, page, process):
    page.desk.pages = frozenset({"overview", "board", "followup"})

    show(qtbot, page, process)

    assert page.empty.isVisible()
    assert not page.empty.button.isVisible()


def test_without_promises_the_page_leads_to_the_answers(qtbot, page, process):
    show(qtbot, page, process)

    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        page.empty.button.click()

    assert wanted.args[0] == "response"


def test_progress_is_kept_while_one_types(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    kept = page.table.model.row_at(0)
    page._open(kept)

    page.form.progress.editor.setPlainText("Het nummer werkt.")
    page.form.flush()
    settle(qtbot, page.desk)

    now = next(one for one in house.promising.all(waterrijk.process) if one.id == kept.id)
    assert now.progress == "Het nummer werkt."


def test_marking_as_done_can_be_undone(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    kept = page.table.model.row_at(0)
    page._finish(kept)
    settle(qtbot, page.desk)
    done = [one.state for one in house.promising.all(waterrijk.process) if one.id == kept.id]

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    back = [one.state for one in house.promising.all(waterrijk.process) if one.id == kept.id]
    assert (done, back) == ([CommitmentState.DONE], [kept.state])


def test_a_commitment_is_added_by_hand_and_opened(qtbot, page, house, process):
    show(qtbot, page, process)

    page._on_add()
    settle(qtbot, page.desk)

    assert page.form.id == house.promising.all(process)[0].id


def test_a_removed_commitment_comes_back(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    before = house.promising.all(waterrijk.process)
    page._drop(before[0])
    settle(qtbot, page.desk)

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert {one.id for one in house.promising.all(waterrijk.process)} == {one.id for one in before}


def test_the_way_to_the_letters_stands_with_who_has_not_heard(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)

    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        page.feedback.letters_button.click()

    assert "27 deelnemers weten nog niet wat er van hun kaarten werd." in page.feedback.said.text()
    assert wanted.args == ["letters", None, MailKind.FEEDBACK]


def test_who_heard_is_counted(qtbot, page, house, waterrijk):
    house.feeding_back.sent(house.feeding_back.people(waterrijk.process), Sent.LETTER)

    show(qtbot, page, waterrijk.process)

    assert page.feedback.said.text() == (
        "Alle 27 deelnemers weten wat er met de kaarten gebeurde."
        " Het laatste bericht was op 10 december 2026."
    )


def test_a_change_since_they_heard_is_said():
    told = FeedbackStanding(people=27, news=3, last_on=date(2026, 12, 1))

    assert (
        sentence(told, answered=True) == "Voor 3 deelnemers is er iets veranderd sinds het laatste bericht."
    )


def test_the_overview_of_all_cards_becomes_a_pdf(qtbot, page, dialogs, tmp_path, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    dialogs.files = [tmp_path / "kaarten.pdf"]
    dialogs.agrees = False

    page.feedback.overview_button.click()
    settle(qtbot, page.desk, timeout=60_000)

    assert (tmp_path / "kaarten.pdf").read_bytes().startswith(b"%PDF")
    assert house.privacy.exports(waterrijk.process) == ()


def test_a_commitment_is_found_by_its_id(qtbot, page, house, waterrijk):
    wanted = house.promising.all(waterrijk.process)[2]

    show(qtbot, page, waterrijk.process, ("keep_commitment", wanted.id))

    assert page.form.id == wanted.id


@pytest.mark.parametrize(
    ("state", "due_on", "said"),
    [
        (CommitmentState.OPEN, date(2026, 12, 1), "9 dagen te laat"),
        (CommitmentState.UNDER_WAY, date(2026, 12, 16), "nog 6 dagen"),
        (CommitmentState.UNDER_WAY, date(2027, 3, 1), "loopt"),
        (CommitmentState.OPEN, None, "moet nog beginnen"),
        (CommitmentState.DONE, date(2026, 12, 1), "klaar"),
        (CommitmentState.DROPPED, date(2026, 12, 1), "vervallen"),
    ],
)
def test_a_light_speaks_in_words(process, state, due_on, said):
    kept = Commitment(id=process, process_id=process, text="Loket", due_on=due_on, state=state)

    assert light(kept, date(2026, 12, 10)).words == said


def test_months_run_over_the_turn_of_the_year():
    assert months(date(2026, 11, 20), date(2027, 2, 1)) == [
        date(2026, 12, 1),
        date(2027, 1, 1),
        date(2027, 2, 1),
    ]


def test_quarters_begin_in_january():
    assert months(date(2026, 11, 20), date(2027, 8, 1), 3) == [
        date(2027, 1, 1),
        date(2027, 4, 1),
        date(2027, 7, 1),
    ]


def test_the_followup_looks_like_the_house(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)
    pictures = photograph(page, "followup", size=(1232, 844))
    photograph(page, "followup-small", size=(1124, 664))
    photograph(page, "followup", scale=2.0, size=(1232, 844))
    page._open(page.table.model.row_at(0))
    settle(qtbot, page.desk)
    photograph(page, "followup-form", size=(1232, 844))

    assert all(picture.stat().st_size > 20_000 for picture in pictures)
