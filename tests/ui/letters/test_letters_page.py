"""The page with letters: choosing one, writing it, and noting that it was sent."""

from __future__ import annotations

import pytest
from screens import photograph, settle

from burgertop_app.domain.inviting import MailKind
from burgertop_app.ui.letters.page import LettersPage


@pytest.fixture
def page(qtbot, waterrijk_desk, waterrijk):
    made = LettersPage(waterrijk_desk)
    qtbot.addWidget(made)
    made.show_process(waterrijk.process)
    made.show()
    settle(qtbot, waterrijk_desk)
    return made


def choose(qtbot, page, kind):
    page.list.select(kind)
    settle(qtbot, page.desk)
    qtbot.waitUntil(lambda: page.preview.pages > 0, timeout=10_000)


def test_choosing_a_letter_shows_its_text(qtbot, page):
    choose(qtbot, page, MailKind.RESERVE)

    assert "op de reservelijst" in page.editor.text.value()
    assert page.letters.isEnabled()


def test_a_typed_text_is_kept_and_can_be_undone(qtbot, page, house, waterrijk):
    choose(qtbot, page, MailKind.THANKS)
    page.editor.text.editor.setPlainText("Dank u wel, {naam}.")
    page.editor.flush()
    settle(qtbot, page.desk)
    kept = house.lettering.wording(waterrijk.process, MailKind.THANKS)

    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert kept.text == "Dank u wel, {naam}."
    assert not house.lettering.wording(waterrijk.process, MailKind.THANKS).own


def test_a_text_with_an_unknown_blank_says_what_is_wrong(qtbot, page, house, waterrijk):
    choose(qtbot, page, MailKind.THANKS)
    page.editor.text.editor.setPlainText("Dank u wel, {nam}.")
    page.editor.flush()
    settle(qtbot, page.desk)

    assert page.editor.text.mistake == "Het programma kent {nam} niet. Bedoelt u {naam}?"
    assert not house.lettering.wording(waterrijk.process, MailKind.THANKS).own


def test_a_blank_is_put_in_at_the_cursor(qtbot, page):
    choose(qtbot, page, MailKind.THANKS)
    page.editor.text.editor.clear()

    page.editor.blank_button("naam").click()

    assert page.editor.text.value() == "{naam}"


def test_made_letters_are_noted_as_sent_and_leave_the_list(qtbot, page, house, waterrijk, dialogs, tmp_path):
    own = "Beste {naam}, u staat op plaats {plaats op de lijst}."
    house.lettering.keep_wording(waterrijk.process, MailKind.RESERVE, "Reserve", own)
    choose(qtbot, page, MailKind.RESERVE)
    dialogs.files.append(tmp_path / "brieven.pdf")
    waiting = len(page.acts.found.people)

    page.letters.click()
    qtbot.waitUntil(lambda: page.desk.tasks.idle and not page.acts.found.people, timeout=60_000)

    assert waiting > 0
    assert (tmp_path / "brieven.pdf").stat().st_size > 10_000


@pytest.mark.parametrize("kind", [MailKind.INVITATION, MailKind.RESERVE])
def test_pictures_of_the_letters(qtbot, page, kind):
    choose(qtbot, page, kind)

    small = photograph(page, f"letters-{kind.value}-small", size=(972, 660))
    paths = [*photograph(page, f"letters-{kind.value}"), *small]

    assert all(path.exists() for path in paths)
