"""The page with letters: choosing one, writing it, and noting that it was sent."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from screens import flush, photograph, settle

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.reaching import Way
from burgertop_app.domain.requests import PersonForm
from burgertop_app.ui.letters import example
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


def test_page_opens_on_the_first_letter_that_somebody_waits_for(page):
    first = next(line.kind for line in page.acts.found.lines if line.waiting)

    assert page.kind is first
    assert page.kind is not MailKind.INVITATION
    assert page.letters.isEnabled()


def test_unfilled_blanks_are_told_before_a_place_is_asked(qtbot, page, dialogs, house, waterrijk):
    own = "Beste {naam}, reageer voor {reageren voor} op {website}."
    house.lettering.keep_wording(waterrijk.process, MailKind.THANKS, "Dank", own)
    choose(qtbot, page, MailKind.THANKS)
    asked = len(dialogs.asked)

    page.acts.make_letters()
    settle(qtbot, page.desk)

    said = page.error_bar.text
    assert "{website}" in said
    assert "{reageren voor}" in said
    assert len(dialogs.asked) == asked


def test_choosing_a_letter_shows_its_text(qtbot, page):
    choose(qtbot, page, MailKind.RESERVE)

    assert "op de reservelijst" in page.editor.text.value()
    assert page.letters.isEnabled()


def refuse(_paper, _progress):
    """A letter that cannot be made."""
    raise NotPossible("calculation_lost")


def test_example_of_another_letter_is_never_shown_beside_this_one(qtbot, page, monkeypatch):
    choose(qtbot, page, MailKind.RESERVE)
    monkeypatch.setattr(example, "render", refuse)

    page.list.select(MailKind.THANKS)
    settle(qtbot, page.desk)
    qtbot.waitUntil(lambda: bool(page.preview.told.text()) and page.desk.tasks.idle, timeout=10_000)
    settle(qtbot, page.desk)

    assert page.preview.pages == 0


def test_example_that_was_under_way_for_another_letter_is_not_shown(qtbot, page):
    choose(qtbot, page, MailKind.RESERVE)
    shown = []
    page.example.want(page.process, page.acts.found)
    page.example._go()
    page.preview.put = lambda _content: shown.append(page.kind)

    page.list.select(MailKind.THANKS)
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
    settle(qtbot, page.desk)

    assert shown == [MailKind.THANKS]


def test_in_a_low_window_the_list_and_the_people_do_not_overlap(qtbot, page):
    choose(qtbot, page, MailKind.FEEDBACK)

    page.resize(1124, 664)
    flush()

    card = page.recipients.parentWidget()
    assert page.list.geometry().bottom() < card.mapTo(page.list.parentWidget(), QPoint()).y()


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


@pytest.mark.parametrize("kind", [MailKind.INVITATION, MailKind.RESERVE, MailKind.FEEDBACK])
def test_pictures_of_the_letters(qtbot, page, kind):
    choose(qtbot, page, kind)

    small = photograph(page, f"letters-{kind.value}-small", size=(972, 660))
    paths = [*photograph(page, f"letters-{kind.value}"), *small]

    assert all(path.exists() for path in paths)


def test_feedback_goes_to_who_came_and_leaves_the_list_when_it_is_sent(
    qtbot, page, house, waterrijk, dialogs, tmp_path
):
    house.processes.edit(waterrijk.process, contact="Bel Noor.")
    choose(qtbot, page, MailKind.FEEDBACK)
    waiting = len(page.acts.found.people)
    dialogs.files.append(tmp_path / "terugkoppeling.pdf")

    page.letters.click()
    qtbot.waitUntil(lambda: page.desk.tasks.idle and not page.acts.found.people, timeout=120_000)

    record = house.privacy.exports(waterrijk.process)[0]
    assert waiting == 27
    assert (record.kind, record.people) == ("feedback_sheets", 27)
    assert house.feeding_back.standing(waterrijk.process).never == 0


def test_only_who_is_reached_by_email_is_shown_and_gets_a_draft(
    qtbot, page, house, waterrijk, dialogs, tmp_path
):
    house.processes.edit(waterrijk.process, contact="Bel Noor.")
    first = house.feeding_back.people(waterrijk.process)[0]
    form = PersonForm(name=first.name, email="corrie@waterrijk.example", features=dict(first.features))
    house.people.edit(first.participation_id, form)
    page.recipients.ways.put(Way.EMAIL)
    choose(qtbot, page, MailKind.FEEDBACK)
    page.load()
    settle(qtbot, page.desk)
    people = page.acts.found.people
    dialogs.files.append(tmp_path / "mails")
    dialogs.agrees = False

    page.drafts.click()
    qtbot.waitUntil(lambda: page.desk.tasks.idle, timeout=120_000)

    assert [person.number for person in people] == [first.number]
    assert {each.stem for each in (tmp_path / "mails").iterdir()} == {person.number for person in people}


def test_a_wish_for_post_can_be_given_and_undone(qtbot, page, house, waterrijk):
    choose(qtbot, page, MailKind.FEEDBACK)
    person = page.acts.found.people[0]

    page.acts.prefer([person], Way.POST.value)
    settle(qtbot, page.desk)
    wished = page.acts.found.people[0].prefers
    page.desk.undo.undo()
    settle(qtbot, page.desk)

    assert (person.prefers, wished, page.acts.found.people[0].prefers) == ("", "post", "")
