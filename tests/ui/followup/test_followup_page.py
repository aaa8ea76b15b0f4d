from datetime import date

import pytest
from PySide6.QtCore import QPoint
from screens import flush, photograph, settle

from burgertop_app.domain.feedback import FeedbackStanding, Sent
from burgertop_app.domain.follow_views import CommitmentLine
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.processes import Pledge
from burgertop_app.domain.responses import Commitment, CommitmentState
from burgertop_app.ui.followup import documents
from burgertop_app.ui.followup.closing import close_process
from burgertop_app.ui.followup.feedback import sentence
from burgertop_app.ui.followup.lights import light
from burgertop_app.ui.followup.page import FollowupPage
from burgertop_app.ui.followup.tabs import LEAST_SAID
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
    assert rows[0][4] == "9 dagen te laat"
    assert rows[-1][4].startswith("klaar")


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


def test_a_note_is_kept_and_its_field_is_free_for_the_next(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    line = page.table.model.row_at(0)
    page.open_line(line)
    page.side.form.note.editor.setPlainText("Het nummer werkt.")

    page.side.form.add_note.click()
    settle(qtbot, page.desk)

    assert [note.text for note in house.following.line(line.id).notes][-1] == "Het nummer werkt."
    assert page.side.form.note.value() == ""


def test_what_was_kept_as_a_note_can_be_undone(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    line = page.table.model.row_at(0)
    page.open_line(line)
    page.side.form.note.editor.setPlainText("Vergissing.")
    page.side.form.add_note.click()
    settle(qtbot, page.desk)

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert "Vergissing." not in [note.text for note in house.following.line(line.id).notes]


def test_another_day_asks_why_and_keeps_the_earlier_one(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    line = page.table.model.row_at(0)
    page.open_line(line)
    form = page.side.form
    form.due.editor.setText("01-02-2027")
    form.due.typed()
    form.due.flush()
    assert form.reason.isVisible()
    assert house.following.line(line.id).commitment.due_on == line.commitment.due_on

    form.reason.editor.setText("De centrale komt later.")
    form.move_button.click()
    settle(qtbot, page.desk)

    now = house.following.line(line.id)
    assert now.commitment.due_on == date(2027, 2, 1)
    assert now.moved[-1].reason == "De centrale komt later."


def test_a_change_elsewhere_leaves_what_was_typed_on_screen(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    line = page.table.model.row_at(0)
    page.open_line(line)
    house.promising.edit(line.id, owner="Een ander venster")

    page.side.form.owner.editor.setText("Mijn venster")
    page.side.form.owner.typed()
    page.side.form.owner.flush()
    settle(qtbot, page.desk)
    settle(qtbot, page.desk)

    assert page.side.form.owner.value() == "Mijn venster"
    assert "Een ander venster" in page.side.form.owner.mistake
    assert house.following.line(line.id).commitment.owner == "Een ander venster"
    page.side.form.owner.editor.setText("Mijn venster dan")
    page.side.form.owner.typed()
    page.side.form.owner.flush()
    settle(qtbot, page.desk)
    assert house.following.line(line.id).commitment.owner == "Mijn venster dan"


def test_ending_needs_a_result_and_can_be_undone(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    line = page.table.model.row_at(0)
    page.side.end(line)
    page.side.send()
    settle(qtbot, page.desk)
    assert "bereikt" in page.error_bar.text

    page.side.sheet.outcome.editor.setPlainText("Het nummer werkt.")
    page.side.sheet.unproven.editor.setChecked(True)
    page.side.send()
    settle(qtbot, page.desk)
    ended = house.following.line(line.id).commitment
    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert (ended.state, ended.unproven) == (CommitmentState.DONE, True)
    assert house.following.line(line.id).commitment.state is line.commitment.state


def test_minutes_are_entered_and_sent_from_the_keyboard(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    page.talks.extra()
    minutes = page.side.sheet
    minutes.present.editor.setText("14")
    minutes.decisions.editor.setPlainText("Elke maand bellen.")
    first = next(iter(minutes.notes))
    minutes.notes[first].editor.setPlainText("Wij bellen samen.")

    page.side.send()
    settle(qtbot, page.desk)

    held = [slot.meeting for slot in house.monitoring.meetings(waterrijk.process) if slot.number == 0]
    assert (held[-1].present, held[-1].decisions) == (14, "Elke maand bellen.")
    assert house.following.line(first).notes[-1].text == "Wij bellen samen."


def test_filters_show_what_is_late_and_of_whom(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)

    page.promises.state.put("late")
    page.promises._show()

    assert len(page.table.sheet().rows) == 1
    assert "te laat" in page.promises.late.text()


def test_a_draft_of_the_report_is_a_pdf_or_a_web_page(qtbot, page, dialogs, tmp_path, waterrijk, monkeypatch):
    kinds = []
    target = tmp_path / "voortgang.html"
    monkeypatch.setattr(dialogs, "save_file", lambda _page, _title, kind, _name: kinds.append(kind) or target)
    show(qtbot, page, waterrijk.process)

    documents.draft(page, waterrijk.process)
    settle(qtbot, page.desk)

    assert "*.pdf" in kinds[0]
    assert "*.html" in kinds[0]
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_beside_the_panel_nothing_is_cut_off_in_a_small_window(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)
    page.resize(1124, 664)

    page.open_line(page.table.model.row_at(0))
    flush()

    said, search = page.feedback.said, page.promises.search
    assert said.height() >= said.heightForWidth(said.width())
    assert search.mapTo(page.promises, QPoint(search.width(), 0)).x() <= page.promises.width()


def test_beside_the_panel_a_pledge_and_the_next_meeting_stay_readable(qtbot, page, house, waterrijk):
    house.processes.keep(
        Pledge(
            id=house.processes.new_id(),
            process_id=waterrijk.process,
            by="College",
            text="Het college antwoordt op elke aanbeveling, met een reden.",
            made_on=date(2026, 4, 21),
        )
    )
    show(qtbot, page, waterrijk.process)
    page.resize(1124, 664)

    page.open_pledge(page.pledges.table.model.row_at(0))
    flush()
    pledged = [column.key for column in page.pledges.table.view.visible_columns()]
    page.part.put("meetings")
    page._on_part()
    flush()

    assert pledged == ["by", "text", "state"]
    assert page.meetings.said.width() >= LEAST_SAID
    page.drawer.close_up()
    assert "note" in [column.key for column in page.pledges.table.view.visible_columns()]


def test_with_nothing_promised_no_report_is_offered(qtbot, page, process):
    show(qtbot, page, process)

    assert not page.report.isVisible()


def test_a_report_is_made_fixed_and_saved_again(qtbot, page, house, dialogs, tmp_path, waterrijk):
    show(qtbot, page, waterrijk.process)
    before = len(house.reporting.all(waterrijk.process))
    documents.fix(page, waterrijk.process)
    settle(qtbot, page.desk)
    report = house.reporting.all(waterrijk.process)[-1]
    dialogs.files = [tmp_path / "verslag.pdf"]

    documents.save_report(page, report)
    settle(qtbot, page.desk)

    assert report.number == before + 1
    assert (tmp_path / "verslag.pdf").read_bytes().startswith(b"%PDF")


def test_who_saves_a_report_with_an_erased_name_is_told(
    qtbot, page, house, dialogs, tmp_path, waterrijk, monkeypatch
):
    show(qtbot, page, waterrijk.process)
    documents.fix(page, waterrijk.process)
    settle(qtbot, page.desk)
    report = house.reporting.all(waterrijk.process)[-1]
    monkeypatch.setattr(house.privacy, "named", lambda target: target == report.id)
    dialogs.files, dialogs.agrees = [tmp_path / "verslag.pdf"], False

    documents.save_report(page, report)
    settle(qtbot, page.desk)

    assert "staat nog de naam of het adres van iemand" in dialogs.asked[-1]
    assert (tmp_path / "verslag.pdf").exists()


def test_closing_a_process_warns_of_what_still_runs(qtbot, page, house, dialogs, waterrijk):
    show(qtbot, page, waterrijk.process)
    dialogs.agrees = False

    close_process(page)

    assert "lopen nog" in dialogs.asked[-1] or "niet afgelopen" in dialogs.asked[-1]


def test_a_commitment_is_added_by_hand_and_opened(qtbot, page, house, process):
    show(qtbot, page, process)

    page._on_add()
    settle(qtbot, page.desk)

    assert page.side.form.id == house.promising.all(process)[0].id
    words = page.side.form.text.editor
    assert words.textCursor().selectedText() == words.toPlainText()


def test_a_removed_commitment_comes_back(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    before = house.promising.all(waterrijk.process)
    page.side.acts.remove(CommitmentLine(before[0]))
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

    assert page.side.form.id == wanted.id


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
    page.open_line(page.table.model.row_at(0))
    settle(qtbot, page.desk)
    photograph(page, "followup-form", size=(1232, 844))

    page.side.end(page.table.model.row_at(0))
    photograph(page, "followup-end", size=(1232, 844))
    page.side.drawer.close_up()
    for part in ("meetings", "pledges", "reports"):
        page.part.put(part)
        page._on_part()
        photograph(page, f"followup-{part}", size=(1232, 844))
    page.talks.extra()
    photograph(page, "followup-minutes", size=(1124, 664))

    assert all(picture.stat().st_size > 20_000 for picture in pictures)
