from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton
from screens import photograph, settle

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.domain.responses import Disposal
from burgertop_app.ui.response import documents
from burgertop_app.ui.response.answer_form import AnswerForm
from burgertop_app.ui.response.forms import OfferForm, ReceiptForm, ReminderForm
from burgertop_app.ui.response.page import DRAFT, NOTHING, ResponsePage
from burgertop_app.ui.site import make_site
from tests.beginnings import beginning


@pytest.fixture
def page(qtbot, waterrijk_desk):
    made = ResponsePage(waterrijk_desk)
    qtbot.addWidget(made)
    return made


@beginning
def published(house, process):
    """An advice of two recommendations, fixed but not offered."""
    advice = house.advising.start(process, "Warm wonen").id
    for title in ("Begin met isoleren.", "Open één loket."):
        house.advising.recommend(advice, RecommendationForm(title=title))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    return advice


@beginning
def received(house, published):
    house.advising.offer(published, to="College", on=date(2026, 3, 2))
    house.receiving.receive(published, on=date(2026, 3, 2), proof="Bon 12")
    return published


def show(qtbot, page, process, focus=None):
    page.show_process(process, focus)
    page.show()
    settle(qtbot, page.desk)


def test_without_an_advice_the_page_says_where_to_begin(qtbot, page, process):
    show(qtbot, page, process)

    assert page._stack.currentIndex() == NOTHING


def test_a_draft_is_to_be_fixed_first(qtbot, page, house, process):
    house.advising.start(process, "Warm wonen")

    show(qtbot, page, process)

    assert page._stack.currentIndex() == DRAFT


def test_rows_keep_their_room_beside_a_form_in_a_low_window(qtbot, page, process, received):
    page.resize(1124, 664)
    show(qtbot, page, process)
    without = page.term.height()

    page._on_first_open()
    settle(qtbot, page.desk)
    beside = page.term.height()
    page.side.drawer.close_up()
    settle(qtbot, page.desk)

    assert beside < without
    assert page.table.height() >= 200
    assert page.term.height() == without


def test_no_button_is_cut_off_when_there_is_a_second_advice(qtbot, page, house, process, received):
    house.advising.start(process, "Een bankje in het park, dicht bij het water en bij de speeltuin")
    page.resize(952, 700)

    show(qtbot, page, process, received)

    assert page.choice.isVisible()
    buttons = [button for button in page.head.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) == 4
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_an_offer_is_recorded(qtbot, page, house, process, published):
    show(qtbot, page, process, ("offer_advice", published))
    form = page.side.form
    assert isinstance(form, OfferForm)

    page.side._on_offer()
    settle(qtbot, page.desk)

    assert [offer.on for offer in house.advising.offers(published)] == [date(2026, 3, 2)]
    assert page._found.shown.advice.state is AdviceState.OFFERED


def test_a_receipt_starts_the_term_and_explains_it(qtbot, page, house, process, published):
    house.advising.offer(published, to="College", on=date(2026, 3, 2))
    show(qtbot, page, process, ("register_receipt", published))
    form = page.side.form
    assert isinstance(form, ReceiptForm)
    qtbot.keyClicks(form.proof.editor, "Bon 12")

    page.side._on_receipt()
    settle(qtbot, page.desk)

    assert "<b>maandag 13 april 2026</b>" in page.term.sentence.text()


def test_the_sentence_about_the_last_day_is_whole_beside_a_form(qtbot, page, waterrijk):
    page.resize(1124, 664)
    show(qtbot, page, waterrijk.process)

    page.side.agree(page._found.shown)
    settle(qtbot, page.desk)

    said = page.term.sentence
    assert said.height() >= said.heightForWidth(said.width())


def test_the_form_of_the_receipt_fits_its_panel(qtbot, page, process, published, house):
    page.resize(1124, 664)
    house.advising.offer(published, to="College", on=date(2026, 3, 2))
    show(qtbot, page, process, ("register_receipt", published))

    inside = page.side.form.parentWidget()
    assert inside.width() == inside.parentWidget().width()


def test_a_receipt_without_proof_is_not_recorded(qtbot, page, house, process, published):
    house.advising.offer(published, to="College", on=date(2026, 3, 2))
    show(qtbot, page, process, ("register_receipt", published))

    page.side._on_receipt()
    settle(qtbot, page.desk)

    assert house.receiving.term(published) is None
    assert page.side.form.proof.mistake


def test_choosing_an_answer_keeps_it_at_once(qtbot, page, house, process, received):
    show(qtbot, page, process, ("await_answers", received))

    page.side.form.disposal.choose(Disposal.ADOPTS)
    settle(qtbot, page.desk)

    line = house.responding.recommendations(received)[0]
    assert line.disposition.disposal is Disposal.ADOPTS


def test_what_is_typed_after_it_goes_into_the_same_answer(qtbot, page, house, process, received):
    show(qtbot, page, process, ("await_answers", received))
    form = page.side.form
    form.disposal.choose(Disposal.ADOPTS)
    settle(qtbot, page.desk)

    qtbot.keyClicks(form.owner.editor, "Wonen")
    form.flush()
    settle(qtbot, page.desk)

    said = house.responding.dispositions(house.responding.recommendations(received)[0].recommendation.id)
    assert [(word.version, word.owner) for word in said] == [(1, "Wonen")]


def test_an_answer_without_a_reason_is_kept_and_asked_about(qtbot, page, house, process, received):
    show(qtbot, page, process, ("await_answers", received))
    form = page.side.form
    form.disposal.choose(Disposal.REJECTS)
    settle(qtbot, page.desk)
    before = page.asked.text()

    qtbot.keyClicks(form.reason.editor, "Daar gaan wij niet over.")
    form.flush()
    settle(qtbot, page.desk)

    assert "aanbeveling 1" in before
    assert not page.asked.isVisible()
    after = house.responding.recommendations(received)[0].disposition
    assert (after.disposal, after.reason) == (Disposal.REJECTS, "Daar gaan wij niet over.")


def test_ctrl_enter_goes_to_the_next_without_an_answer(qtbot, page, house, process, received):
    show(qtbot, page, process, ("await_answers", received))
    first = page.side.line_id
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.side.form.disposal.choose(Disposal.ADOPTS)
    settle(qtbot, page.desk)

    qtbot.keyClick(page.side.form.reason.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page.desk)

    assert page.side.line_id not in (None, first)
    page.side.form.disposal.choose(Disposal.ADOPTS)
    settle(qtbot, page.desk)
    assert page._found.shown.advice.state is AdviceState.ANSWERED


def test_a_later_answer_shows_the_earlier_one(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process, waterrijk.recommendations[4])
    assert isinstance(page.side.form, AnswerForm)

    page.side.form.disposal.choose(Disposal.PARTLY)
    settle(qtbot, page.desk)

    said = house.responding.dispositions(waterrijk.recommendations[4])
    assert [word.disposal for word in said] == [Disposal.REJECTS, Disposal.PARTLY]
    assert said[-1].reason == said[0].reason


def test_an_answer_is_found_by_its_own_id(qtbot, page, house, waterrijk):
    answer = house.responding.dispositions(waterrijk.recommendations[2])[-1].id

    show(qtbot, page, waterrijk.process, answer)

    assert page.table.current.recommendation.id == waterrijk.recommendations[2]


def test_a_reminder_is_recorded_with_its_words(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process, ("remind_college", waterrijk.advice))
    assert isinstance(page.side.form, ReminderForm)

    page.side._on_reminder()
    settle(qtbot, page.desk)

    kept = house.receiving.reminders(waterrijk.advice)
    assert [reminder.on for reminder in kept] == [date(2026, 12, 10)]
    assert "8, 10, 11" in kept[0].text


def test_withdrawing_a_receipt_asks_why(qtbot, page, house, dialogs, process, received):
    show(qtbot, page, process)
    dialogs.reasons = ["Het was een andere brief."]

    page._on_withdraw()
    settle(qtbot, page.desk)

    assert house.receiving.term(received) is None


def test_withdrawing_without_a_reason_changes_nothing(qtbot, page, house, process, received):
    show(qtbot, page, process)

    page._on_withdraw()
    settle(qtbot, page.desk)

    assert house.receiving.term(received) is not None


def test_commitments_made_out_of_answers_can_be_undone(qtbot, page, house, waterrijk):
    show(qtbot, page, waterrijk.process)
    before = len(house.promising.all(waterrijk.process))
    page._on_promise()
    settle(qtbot, page.desk)
    made = len(house.promising.all(waterrijk.process))

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert made > before
    assert len(house.promising.all(waterrijk.process)) == before


def test_the_agreed_term_is_kept_while_one_types(qtbot, page, house, process, published):
    show(qtbot, page, process)
    page._on_agreement()
    form = page.side.form

    form.length.editor.selectAll()
    qtbot.keyClicks(form.length.editor, "8")
    form.length.flush()
    settle(qtbot, page.desk)

    assert house.receiving.agreement(process).weeks == 8


def test_the_overview_of_the_answer_becomes_a_pdf(qtbot, page, dialogs, tmp_path, waterrijk):
    show(qtbot, page, waterrijk.process)
    dialogs.files = [tmp_path / "reactie.pdf"]
    dialogs.agrees = False

    documents.response_overview(page, page._found.shown.advice)
    settle(qtbot, page.desk, timeout=60_000)

    assert (tmp_path / "reactie.pdf").read_bytes().startswith(b"%PDF")
    assert "reactie.pdf" in dialogs.asked[0]


@pytest.mark.parametrize(("name", "begin"), [("reactie.docx", b"PK"), ("reactie.html", b"<!DOCTYPE html>")])
def test_the_overview_of_the_answer_comes_in_the_form_of_its_name(
    qtbot, page, dialogs, tmp_path, waterrijk, name, begin
):
    show(qtbot, page, waterrijk.process)
    dialogs.files = [tmp_path / name]
    dialogs.agrees = False

    documents.response_overview(page, page._found.shown.advice)
    settle(qtbot, page.desk, timeout=60_000)

    assert (tmp_path / name).read_bytes().startswith(begin)


def test_the_folder_for_the_website_is_made_and_shown(qtbot, page, dialogs, tmp_path, waterrijk, monkeypatch):
    show(qtbot, page, waterrijk.process)
    (tmp_path / "foto.jpg").write_bytes(b"")
    dialogs.files = [tmp_path]
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)

    make_site(page)
    settle(qtbot, page.desk, timeout=60_000)

    assert (tmp_path / "website" / "antwoord-1.html").is_file()
    assert opened == [str(tmp_path / "website")]
    assert "Lees de pagina’s" in dialogs.asked[0]


def test_a_folder_that_is_taken_is_told_and_stays(qtbot, page, dialogs, tmp_path, waterrijk):
    show(qtbot, page, waterrijk.process)
    (tmp_path / "foto.jpg").write_bytes(b"")
    (tmp_path / "website").mkdir()
    (tmp_path / "website" / "index.html").write_bytes(b"van een ander")
    dialogs.files = [tmp_path]

    make_site(page)
    settle(qtbot, page.desk, timeout=60_000)

    assert "index.html" in page.error_bar._sentence.text()
    assert (tmp_path / "website" / "index.html").read_bytes() == b"van een ander"


def test_the_response_looks_like_the_house(qtbot, page, waterrijk):
    show(qtbot, page, waterrijk.process)
    pictures = photograph(page, "response", size=(1232, 844))
    photograph(page, "response-small", size=(1124, 664))
    photograph(page, "response", scale=2.0, size=(1232, 844))
    page.focus_on(waterrijk.recommendations[4])
    settle(qtbot, page.desk)
    photograph(page, "response-answer", size=(1232, 844))
    page._on_agreement()
    settle(qtbot, page.desk)
    photograph(page, "response-agreement", size=(1232, 844))

    assert all(picture.stat().st_size > 20_000 for picture in pictures)


def test_an_offered_advice_looks_like_the_house(qtbot, page, house, process, published):
    house.advising.offer(published, to="College", on=date(2026, 3, 2), how="In het stadhuis")
    show(qtbot, page, process, ("register_receipt", published))

    pictures = photograph(page, "response-offered", size=(1232, 844))

    assert all(picture.stat().st_size > 10_000 for picture in pictures)
