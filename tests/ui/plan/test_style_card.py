"""The house style of the documents on the plan: a colour that can be read, a logo with words, and undo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from screens import photograph, settle

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.house_style import HOUSE, Look
from burgertop_app.ui.plan.logo_form import LogoForm
from burgertop_app.ui.plan.page import PlanPage
from tests.reports.logos import ALT, look


@pytest.fixture
def page(qtbot, waterrijk_desk, waterrijk):
    made = PlanPage(waterrijk_desk)
    qtbot.addWidget(made)
    made.show_process(waterrijk.process)
    made.resize(1220, 1400)
    made.show()
    settle(qtbot, waterrijk_desk)
    return made


@pytest.fixture
def card(page):
    return page.style_card


@pytest.fixture
def kept(house, waterrijk):
    return lambda: house.styling.look(waterrijk.process)


def type_colour(qtbot, card, text):
    card.colour.editor.setFocus()
    card.colour.editor.selectAll()
    QTest.keyClicks(card.colour.editor, text)
    card.colour.flush()
    settle(qtbot, card._desk)


def test_a_typed_colour_is_kept(qtbot, card, kept):
    type_colour(qtbot, card, "#A3123C")

    assert kept() == Look("#A3123C")
    assert card.colour.value() == "#A3123C"


def test_a_pale_colour_is_refused_in_words_and_not_kept(qtbot, card, kept):
    type_colour(qtbot, card, "#FF6600")

    assert "2,9 : 1" in card.colour.mistake
    assert kept() == HOUSE


def test_the_darker_colour_is_taken_with_one_click(qtbot, card, kept):
    type_colour(qtbot, card, "#FF6600")
    offered = card.better.text()

    qtbot.mouseClick(card.better, Qt.MouseButton.LeftButton)
    settle(qtbot, card._desk)

    assert offered == f"Neem {kept().accent}"
    assert card.colour.mistake == ""
    assert not card.better.isVisible()


def test_nothing_is_said_while_somebody_is_still_typing(qtbot, card):
    card.colour.editor.setFocus()
    card.colour.editor.selectAll()
    QTest.keyClicks(card.colour.editor, "#FF6")

    assert card.colour.mistake == ""
    assert not card.better.isVisible()


def test_a_colour_that_is_picked_is_kept(qtbot, card, dialogs, kept):
    dialogs.colours = ["#1F5A9E"]

    card.pick.click()
    settle(qtbot, card._desk)

    assert kept().accent == "#1F5A9E"


def test_an_empty_colour_is_that_of_the_program_again(qtbot, card, kept):
    type_colour(qtbot, card, "#A3123C")

    card.colour.editor.selectAll()
    QTest.keyClick(card.colour.editor, Qt.Key.Key_Delete)
    card.colour.flush()
    settle(qtbot, card._desk)

    assert kept() == HOUSE


def test_a_change_can_be_undone_and_done_again(qtbot, page, card, kept):
    type_colour(qtbot, card, "#A3123C")

    page.desk.undo.undo()
    settle(qtbot, page.desk)
    assert (kept(), card.colour.value()) == (HOUSE, "")

    page.desk.undo.redo()
    settle(qtbot, page.desk)
    assert (kept(), card.colour.value()) == (Look("#A3123C"), "#A3123C")


def test_a_logo_taken_away_at_once_after_typing_leaves_the_colour(qtbot, page, card, house, waterrijk, kept):
    page.desk.tasks.ask(lambda: house.styling.keep(waterrijk.process, look())).submit()
    page.load()
    settle(qtbot, page.desk)
    card.colour.editor.setFocus()
    card.colour.editor.selectAll()
    QTest.keyClicks(card.colour.editor, "#1F5A9E")

    card.colour.flush()
    card.remove.click()
    settle(qtbot, page.desk)
    both = kept()
    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert both == Look("#1F5A9E")
    assert kept() == replace(look(), accent="#1F5A9E")


def test_a_look_that_cannot_be_kept_does_not_stay_on_screen(qtbot, page, card, house, kept, monkeypatch):
    def refuse(_process, _look):
        raise NotPossible("calculation_lost")

    monkeypatch.setattr(house.styling, "keep", refuse)

    type_colour(qtbot, card, "#1F5A9E")

    assert kept() == HOUSE
    assert card.colour.value() == ""


def test_the_preview_has_the_colour_while_one_types(card):
    card.colour.editor.setFocus()
    card.colour.editor.selectAll()
    QTest.keyClicks(card.colour.editor, "#A3123C")

    band = card.page.grab().toImage().pixelColor(3, 120)
    assert band.name() == QColor("#A3123C").name()


def test_the_preview_says_what_it_shows(qtbot, page, card, house, waterrijk):
    page.desk.tasks.ask(lambda: house.styling.keep(waterrijk.process, look())).submit()
    settle(qtbot, page.desk)

    assert card.page.accessibleName() == f"Voorbeeld van het titelblad in #A3123C, met het logo: {ALT}."


@pytest.fixture
def form(qtbot, page):
    made = LogoForm(page, page.desk, HOUSE, "Logo van Waterrijk")
    qtbot.addWidget(made)
    made.show()
    return made


def chosen(tmp_path, size=(400, 200), name="logo.png"):
    path = tmp_path / name
    Image.new("RGB", size, "navy").save(path)
    return path


def test_a_logo_needs_a_file_and_words(qtbot, form, page, tmp_path):
    before = form.yes.isEnabled()
    form.read(chosen(tmp_path))
    settle(qtbot, page.desk)
    with_both = form.yes.isEnabled()
    form.alt.editor.clear()

    assert (before, with_both, form.yes.isEnabled()) == (False, True, False)


def test_the_name_of_a_file_is_no_description(qtbot, form, page, tmp_path):
    form.read(chosen(tmp_path))
    settle(qtbot, page.desk)
    form.alt.editor.setText("logo_def.png")

    form.accept()

    assert form.isVisible()
    assert form.alt.mistake


def test_a_broken_file_is_told_and_the_words_stay(qtbot, form, page, tmp_path):
    path = tmp_path / "kapot.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nkapot")

    form.read(path)
    settle(qtbot, page.desk)

    assert form._told.text().startswith("kapot.png is beschadigd")
    assert form.alt.value() == "Logo van Waterrijk"
    assert form.pick.isEnabled()


def test_a_coarse_logo_is_told(qtbot, form, page, tmp_path):
    form.read(chosen(tmp_path, (100, 50)))
    settle(qtbot, page.desk)

    assert "wordt op papier grof" in form._told.text()
    assert form.yes.isEnabled()


def test_a_logo_taken_away_can_be_put_back(qtbot, page, card, house, waterrijk, kept):
    page.desk.tasks.ask(lambda: house.styling.keep(waterrijk.process, look())).submit()
    settle(qtbot, page.desk)

    card.remove.click()
    settle(qtbot, page.desk)
    assert kept() == Look("#A3123C")

    page.desk.undo.undo()
    settle(qtbot, page.desk)
    assert kept() == look()


def test_every_control_has_a_name_and_is_reached_by_keyboard(qtbot, page, card, house, waterrijk):
    page.desk.tasks.ask(lambda: house.styling.keep(waterrijk.process, look())).submit()
    settle(qtbot, page.desk)
    controls = [card.colour.editor, card.pick, card.logo, card.remove]

    assert [each.accessibleName() or each.text() for each in controls] == [
        "Kleur",
        "Kleur kiezen…",
        "Logo wijzigen…",
        "Logo verwijderen",
    ]
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in controls)


def test_pictures_for_the_eye(qtbot, page, card, form, house, waterrijk, tmp_path):
    page.desk.tasks.ask(lambda: house.styling.keep(waterrijk.process, look())).submit()
    form.read(chosen(tmp_path))
    settle(qtbot, page.desk)
    made = [
        *photograph(page, "plan-style"),
        *photograph(card, "style-card", 2.0, None),
        *photograph(form, "logo-form", 1.0, None),
    ]
    type_colour(qtbot, card, "#FF6600")

    made += photograph(card, "style-card-refused", 1.0, None)

    assert all(path.stat().st_size > 2_000 for path in made)
