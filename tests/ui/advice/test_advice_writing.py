"""Writing in the advice: marks, pictures, two writers, the way back, the members' word and versions."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import flush, settle, when_asked

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.domain.sign_off import SignOffForm, SignOffWay
from burgertop_app.ui.advice.conflict import KEEP_MINE, ConflictForm
from burgertop_app.ui.advice.mark_dialogs import LinkForm, MarkHelp, PictureForm, TableForm, full_address
from burgertop_app.ui.advice.page import AdvicePage
from burgertop_app.ui.advice.sign_off_form import AgreementForm
from burgertop_app.ui.advice.version_acts import CompareForm
from burgertop_app.ui.kit.theme import Mode, theme


@pytest.fixture
def desk(waterrijk_desk):
    return waterrijk_desk


@pytest.fixture
def advice(house, process):
    made = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(made, RecommendationForm(title="Eén loket", reason="Scheelt tijd"))
    return made


@pytest.fixture
def page(qtbot, desk, process, advice):
    made = AdvicePage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


@pytest.fixture
def text(page):
    """The field of the summary."""
    return page.editor.text


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "huizen.png"
    Image.new("RGB", (400, 300), "teal").save(path)
    return path


def summary(house, advice):
    return house.advising.sections(advice)[SectionKind.SUMMARY].body


def test_button_makes_bold(text, page):
    text.editor.setPlainText("warm")
    text.editor.selectAll()

    page.bar.buttons["bold"].click()

    assert text.value() == "**warm**"


def test_key_makes_a_list_and_enter_goes_on(qtbot, text):
    qtbot.keyClicks(text.editor, "een")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(text.editor, Qt.Key.Key_8, both)
    qtbot.keyClick(text.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(text.editor, "twee")

    assert text.value() == "- een\n- twee"


def test_mark_is_one_step_back(text, page):
    text.editor.setPlainText("een\ntwee")
    text.editor.selectAll()
    page.bar.buttons["numbers"].click()

    text.editor.undo()

    assert text.value() == "een\ntwee"


def test_marks_find_their_place_behind_an_emoji(text, page):
    text.editor.setPlainText("😀 warm")
    cursor = text.editor.textCursor()
    cursor.setPosition(3)
    cursor.movePosition(cursor.MoveOperation.EndOfWord, cursor.MoveMode.KeepAnchor)
    text.editor.setTextCursor(cursor)

    page.bar.buttons["bold"].click()

    assert text.value() == "😀 **warm**"


def test_heading_below_a_recommendation_is_lower(qtbot, desk, page):
    page._go("recommendations", page.found.counting[0].recommendation.id)
    page.editor.reason.entered.emit(page.editor.reason)

    page.bar.buttons["heading"].click()

    assert page.editor.reason.value() == "### Scheelt tijd"


def test_table_comes_in_the_text(qtbot, text, page):
    QGuiApplication.clipboard().setText("Wijk\tHuizen\nHaven\t12")
    when_asked(TableForm, lambda form: form.accept())

    page.bar.buttons["table"].click()

    assert text.value() == "| Wijk | Huizen |\n|---|---|\n| Haven | 12 |"


def test_link_without_an_address_is_not_taken(qtbot, page):
    form = LinkForm(page, "het plan")
    qtbot.addWidget(form)
    form._to.editor.setText("geen adres")
    form._to.typed()

    form.accept()

    assert form.result() == 0
    assert form._to.mistake


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("www.waterrijk.nl", "https://www.waterrijk.nl"),
        ("waterrijk.nl/plan", "https://waterrijk.nl/plan"),
        ("info@waterrijk.nl", "mailto:info@waterrijk.nl"),
        ("http://waterrijk.nl/a(b)", "http://waterrijk.nl/a%28b%29"),
    ],
)
def test_address_is_made_whole(said, full):
    assert full_address(said) == full


@pytest.mark.parametrize("said", ["javascript:alert(1)", "file:///etc/passwd", "huis", "http://", "a b.nl"])
def test_what_is_no_address_is_refused(said):
    with pytest.raises(InvalidInput):
        full_address(said)


def test_picture_comes_in_the_text_with_what_it_shows(
    qtbot, desk, dialogs, house, advice, page, text, picture
):
    dialogs.files = [picture]

    def fill(form):
        form.pick.click()
        qtbot.waitUntil(lambda: form.ready is not None)
        form.alt.editor.setPlainText("Een rij huizen")
        form.accept()

    when_asked(PictureForm, fill)
    page.bar.buttons["picture"].click()
    settle(qtbot, desk)

    assert summary(house, advice) == "![Een rij huizen](image:1)"
    assert house.picturing.all(advice)[0].image.wide == 400


def test_picture_is_not_put_in_without_what_it_shows(qtbot, desk, dialogs, page, picture):
    form = PictureForm(page, page.marks.choose)
    qtbot.addWidget(form)
    dialogs.files = [picture]

    form.pick.click()
    qtbot.waitUntil(lambda: form.ready is not None)
    before = form.yes.isEnabled()
    form.alt.editor.setPlainText("huizen.png")

    assert (before, form.yes.isEnabled()) == (False, False)
    assert form.alt.mistake


def test_broken_picture_is_told_in_the_form(qtbot, desk, dialogs, page, tmp_path):
    broken = tmp_path / "stuk.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nstuk")
    form = PictureForm(page, page.marks.choose)
    qtbot.addWidget(form)
    dialogs.files = [broken]

    form.pick.click()
    settle(qtbot, desk)

    assert "stuk.png is beschadigd" in form._told.text()
    assert not form.yes.isEnabled()


def test_text_of_somebody_else_is_not_written_over(qtbot, desk, house, advice, page, text):
    house.advising.write(advice, SectionKind.SUMMARY, "Van Bart")
    text.editor.setPlainText("Van Anna")
    when_asked(ConflictForm, lambda form: form.accept())
    text.flush()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "Van Anna")
    settle(qtbot, desk)

    assert summary(house, advice) == "Van Bart"
    assert page.editor.text.value() == "Van Bart"


def test_own_text_may_be_put_in_its_place(qtbot, desk, house, advice, page, text):
    house.advising.write(advice, SectionKind.SUMMARY, "Van Bart")
    text.editor.setPlainText("Van Anna")
    when_asked(ConflictForm, lambda form: form.done(KEEP_MINE))
    text.flush()
    qtbot.waitUntil(lambda: summary(house, advice) == "Van Anna")


def test_words_of_a_third_person_are_shown_before_they_are_replaced(qtbot, desk, house, advice, page, text):
    house.advising.write(advice, SectionKind.SUMMARY, "Van Bart")
    text.editor.setPlainText("Van Anna")
    seen = []

    def cees_writes_meanwhile(form):
        seen.append(form.view.toPlainText())
        house.advising.write(advice, SectionKind.SUMMARY, "Van Cees")
        when_asked(ConflictForm, look_again)
        form.done(KEEP_MINE)

    def look_again(form):
        seen.append(form.view.toPlainText())
        form.accept()

    when_asked(ConflictForm, cees_writes_meanwhile)
    text.flush()
    qtbot.waitUntil(lambda: len(seen) == 2)
    settle(qtbot, desk)

    assert ["Bart" in seen[0], "Cees" in seen[1]] == [True, True]
    assert summary(house, advice) == "Van Cees"


def test_recommendation_of_a_third_person_is_not_written_over(qtbot, desk, house, advice, page):
    kept = house.advising.recommendations(advice)[0].recommendation.id

    def by(name):
        house.advising.edit(kept, RecommendationForm(title="Eén loket", reason=f"Van {name}"))

    page._go("recommendations", kept)
    by("Bart")
    page.editor.reason.editor.setPlainText("Van Anna")
    seen = []

    def cees_writes_meanwhile(form):
        by("Cees")
        when_asked(ConflictForm, lambda form: (seen.append(form.view.toPlainText()), form.done(KEEP_MINE)))
        form.done(KEEP_MINE)

    when_asked(ConflictForm, cees_writes_meanwhile)
    page.editor.reason.flush()
    qtbot.waitUntil(lambda: house.advising.recommendations(advice)[0].text.reason == "Van Anna")

    assert "Cees" in seen[0]


def test_other_colours_are_no_change_of_the_text(qtbot, desk, house, advice, page, text):
    house.advising.write(advice, SectionKind.SUMMARY, "Van Bart")

    theme().choose(Mode.DARK)
    flush()

    assert not text.waiting


def test_two_saves_of_oneself_are_no_conflict(qtbot, desk, house, advice, page, text):
    for said in ("Eerst", "Eerst dit", "Eerst dit en dan dat"):
        text.editor.setPlainText(said)
        text.flush()
    settle(qtbot, desk)

    assert summary(house, advice) == "Eerst dit en dan dat"


def test_text_that_was_left_can_be_taken_back(qtbot, desk, house, advice, page, text):
    text.editor.setPlainText("Toch niet")
    page._go("method")
    settle(qtbot, desk)
    kept = summary(house, advice)

    desk.undo.undo()
    settle(qtbot, desk)

    assert (kept, summary(house, advice)) == ("Toch niet", "")


def test_members_agree_through_the_form(qtbot, desk, house, advice, page):
    page._go("members")

    def fill(form):
        form.asked.put(28)
        form.agreed.put(27)
        form.against.put(1)
        form.accept()

    when_asked(AgreementForm, fill)
    page.editor.record.click()
    settle(qtbot, desk)

    assert house.signing.state(advice).valid.agreed == 27
    assert "27 van de 28" in page.editor.state.text()


def test_numbers_that_do_not_fit_are_told_in_the_form(qtbot, desk, house, advice, page):
    form = AgreementForm(page, house.signing.state(advice), desk.today())
    qtbot.addWidget(form)
    form.asked.put(5)
    form.agreed.put(5)
    form.against.put(1)

    form.accept()

    assert "meer dan de 5" in form._wrong.text()


def test_the_members_page_fits_in_the_smallest_window(qtbot, desk, page, house, process, advice):
    text = house.signing.state(advice).content_sha256
    kept = SignOffForm(content_sha256=text, on=date(2026, 3, 2), how=SignOffWay.MEETING, asked=30, agreed=30)
    house.signing.sign(advice, kept)
    page.load()
    page.resize(1124, 664)
    page._go("members")
    settle(qtbot, desk)

    inside = page.editor.parentWidget()
    assert inside.width() == inside.parentWidget().width()


def test_what_only_shows_has_one_way_out(qtbot, page):
    form = MarkHelp(page)
    qtbot.addWidget(form)

    assert [button.text() for button in form.findChildren(QPushButton)] == ["Sluiten"]


def test_versions_are_compared_in_words(qtbot, desk, house, advice, page):
    house.advising.write(advice, SectionKind.SUMMARY, "Een warm huis.")
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.write(advice, SectionKind.SUMMARY, "Een koud huis.")
    page.load()
    settle(qtbot, desk)
    seen = []
    when_asked(CompareForm, lambda form: (seen.append(form.view.toPlainText()), form.accept()))

    page.compared.show(page.found.versions[0])
    qtbot.waitUntil(lambda: bool(seen))

    assert "Samenvatting: veranderd" in seen[0]
    assert "Een \u2212 warm + koud huis." in seen[0]


def test_what_is_missing_leads_to_its_own_field(qtbot, desk, page):
    check = next(check for check in page.found.missing if check.code == "costs")

    page.checklist.wanted.emit(check)
    flush()

    assert page.focusWidget() is page.editor.texts["costs"].editor


def test_long_recommendation_fits(qtbot, desk, house, advice, page):
    long = "\n".join(f"- punt {number} van een lange reden" for number in range(200))
    house.advising.recommend(advice, RecommendationForm(title="Lang", reason=long))
    page.load()
    settle(qtbot, desk)

    page._go("recommendations", page.found.counting[1].recommendation.id)

    assert page.editor.reason.value() == long
    assert page.editor.reason.count.text() == "1.400 woorden"
