"""The page about the advice: one gesture, one effect."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import flush, settle

from burgertop_app.domain.advice import AdviceState, SectionKind
from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import NewCard, NewProposal, PersonForm, RecommendationForm, Votes
from burgertop_app.ui.advice import preview
from burgertop_app.ui.advice.page import AdvicePage


@pytest.fixture
def desk(waterrijk_desk):
    return waterrijk_desk


@pytest.fixture
def advice(house, process):
    """An advice with two recommendations, the second without a reason."""
    made = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(made, RecommendationForm(title="Eén loket", reason="Scheelt tijd"))
    house.advising.recommend(made, RecommendationForm(title="Meer groen"))
    return made


@pytest.fixture
def page(qtbot, desk, process, advice):
    made = AdvicePage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settled(qtbot, desk, made)
    return made


def refuse(_paper, _progress):
    """A document that cannot be made."""
    raise NotPossible("calculation_lost")


def settled(qtbot, desk, page):
    """Wait until nothing runs and the document is on screen."""
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: not page.maker.busy and desk.tasks.idle, timeout=30_000)
    flush()


def lines(house, advice):
    return house.advising.recommendations(advice)


def titles(page):
    """The words of the recommendations in the outline."""
    return [part.words for part in parts(page) if part.inner]


def parts(page):
    from burgertop_app.ui.advice.outline import PART

    return [page.outline.item(place).data(PART) for place in range(page.outline.count())]


def choose(page, number):
    """Choose a recommendation in the outline."""
    place = next(at for at, part in enumerate(parts(page)) if part.number == number)
    page.outline.setCurrentRow(place)
    return page.editor


def test_outline_marks_what_is_open(page):
    open_ones = [part.words for part in parts(page) if part.done is False]

    assert "2 Meer groen" in open_ones
    assert "Samenvatting" in open_ones


def test_text_of_a_part_is_kept(qtbot, desk, house, advice, page):
    page.editor.text.editor.setPlainText("Kort gezegd: één loket.")
    page.editor.text.flush()
    settled(qtbot, desk, page)

    assert house.advising.sections(advice)[SectionKind.SUMMARY].body == "Kort gezegd: één loket."


def test_words_are_counted(page):
    page.editor.text.editor.setPlainText("Eén loket voor iedereen")

    assert page.editor.text.count.text() == "4 woorden"


def test_reason_that_is_typed_is_kept(qtbot, desk, house, advice, page):
    editor = choose(page, 2)
    editor.reason.editor.setPlainText("Het is er te heet.")
    editor.reason.flush()
    settled(qtbot, desk, page)

    assert lines(house, advice)[1].text.reason == "Het is er te heet."


def test_words_still_being_typed_go_to_their_own_recommendation(qtbot, desk, house, advice, page):
    editor = choose(page, 1)
    editor.reason.editor.setPlainText("Nieuwe reden")

    choose(page, 2)
    settled(qtbot, desk, page)

    assert [line.text.reason for line in lines(house, advice)] == ["Nieuwe reden", ""]


def test_empty_sentence_is_told_and_not_kept(qtbot, desk, house, advice, page):
    editor = choose(page, 1)
    editor.title.editor.setPlainText("")
    editor.title.flush()
    settled(qtbot, desk, page)

    assert editor.title.mistake
    assert lines(house, advice)[0].text.title == "Eén loket"


def test_missing_reason_leads_to_its_recommendation(qtbot, desk, page):
    check = next(check for check in page.found.missing if check.code == "reason")

    page.checklist.wanted.emit(check)
    settled(qtbot, desk, page)

    assert page.editor.head.text() == "Aanbeveling 2"


def test_missing_mandate_leads_to_the_plan(qtbot, desk, page):
    check = next(check for check in page.found.missing if check.code == "mandate")

    with qtbot.waitSignal(desk.page_wanted) as heard:
        page.checklist.wanted.emit(check)

    assert heard.args[0] == "plan"


def test_page_at_the_right_follows_the_part(qtbot, desk, page):
    choose(page, 2)

    shown = page.preview.page
    page._go("title")

    assert shown == page.preview.page_of("2. ")
    assert page.preview.page == 0


def test_page_at_the_right_follows_the_cursor_in_a_long_part(qtbot, desk, page):
    field = page.editor.text
    long = "\n\n".join(f"Alinea {place}: {'wij schreven hier verder. ' * 20}" for place in range(1, 21))
    field.editor.setPlainText(f"{long}\n\n- Tot slot is er **koffie en thee** voor iedereen.")
    field.flush()
    settled(qtbot, desk, page)
    first = page.preview.page_of("Samenvatting")
    field.text.setFocus()
    qtbot.waitUntil(field.text.hasFocus)

    qtbot.keyClick(field.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.preview.page > first)

    assert page.preview.page == page.preview.page_with("voor iedereen", first)


def test_page_at_the_right_shows_what_was_typed(qtbot, desk, page):
    before = page.preview.page_of("Samenvatting")
    page.editor.text.editor.setPlainText("Kort gezegd.")
    page.editor.text.flush()
    settled(qtbot, desk, page)

    assert before is None
    assert page.preview.page_of("Samenvatting") is not None


def test_page_that_does_not_come_says_so_and_is_made_after_all(qtbot, desk, house, process, monkeypatch):
    house.advising.start(process, "Leeg advies")
    made = AdvicePage(desk)
    qtbot.addWidget(made)
    monkeypatch.setattr(preview, "render", refuse)
    made.show_process(process)
    made.show()
    settled(qtbot, desk, made)
    told = made.preview.told.text(), made.preview.again.isVisible(), made.error_bar.isVisible()

    monkeypatch.undo()
    made.preview.again.click()
    waiting = made.preview.told.text()
    settled(qtbot, desk, made)

    assert told == ("De bladzijde kon niet worden gemaakt.", True, True)
    assert waiting == "De bladzijde wordt gemaakt…"
    assert made.preview.pages > 0
    assert not made.preview.told.isVisible()


def test_moved_recommendation_can_be_moved_back(qtbot, desk, page):
    editor = choose(page, 2)
    editor.up.click()
    settled(qtbot, desk, page)
    moved = titles(page)

    desk.undo.undo()
    settled(qtbot, desk, page)

    assert moved == ["1 Meer groen", "2 Eén loket"]
    assert titles(page) == ["1 Eén loket", "2 Meer groen"]


def test_new_recommendation_is_shown_at_once(qtbot, desk, page):
    page.acts.recommend(RecommendationForm(title="Derde"))
    settled(qtbot, desk, page)

    assert page.editor.title.value() == "Derde"


def test_withdrawing_asks_why_and_can_be_undone(qtbot, desk, dialogs, page):
    dialogs.reasons = ["Dubbel"]
    choose(page, 1).away.click()
    settled(qtbot, desk, page)
    without = titles(page)

    desk.undo.undo()
    settled(qtbot, desk, page)

    assert without == ["2 Meer groen"]
    assert len(titles(page)) == 2


def test_carried_proposals_become_recommendations(qtbot, desk, house, process, page):
    card = house.cards.add(process, NewCard(text="Bomen", table_no=1)).id
    proposal = house.proposals.add(process, NewProposal(title="Meer bomen", card_ids=(card,))).id
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    house.proposals.enter_votes(process, {proposal: Votes(in_favour=9, against=1)})
    page.load()
    settled(qtbot, desk, page)
    page._go("recommendations")

    page.editor.take_over.click()
    settled(qtbot, desk, page)

    assert titles(page)[-1] == "3 Meer bomen"


def test_taking_over_proposals_can_be_undone_and_done_again(qtbot, desk, house, process, advice, page):
    proposal = house.proposals.add(process, NewProposal(title="Meer bomen")).id
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    house.proposals.enter_votes(process, {proposal: Votes(in_favour=9, against=1)})
    page.acts.take_over()
    settled(qtbot, desk, page)

    desk.undo.undo()
    settled(qtbot, desk, page)
    without = len(lines(house, advice))
    desk.undo.redo()
    settled(qtbot, desk, page)

    assert (without, len(lines(house, advice))) == (2, 3)


def test_fixing_a_version_keeps_its_document(qtbot, desk, dialogs, house, advice, page):
    dialogs.reasons = ["Geen bijeenkomst meer"]

    page.acts.publish()
    settled(qtbot, desk, page)

    version = house.advising.versions(advice)[0]
    assert "nooit meer veranderen" in dialogs.asked[0]
    assert house.publishing.document(version.id).startswith(b"%PDF")
    assert page.head.sentence.text().startswith("Versie 1 is vastgesteld op")


def test_fixing_names_what_is_not_in_order(qtbot, desk, dialogs, page):
    page.acts.publish()

    assert "– De samenvatting ontbreekt" in dialogs.asked[0]


def test_fixing_without_the_members_needs_a_reason_that_stays(qtbot, desk, dialogs, house, advice, page):
    page.acts.publish()
    settled(qtbot, desk, page)
    without = house.advising.versions(advice)
    dialogs.reasons = ["De bijeenkomst ging niet door."]
    page.acts.publish()
    settled(qtbot, desk, page)

    assert without == ()
    assert house.advising.versions(advice)[0].unsigned_reason == "De bijeenkomst ging niet door."


def test_document_of_a_version_is_saved_as_it_was(qtbot, desk, dialogs, house, advice, page, tmp_path):
    dialogs.reasons = ["Geen bijeenkomst meer"]
    page.acts.publish()
    settled(qtbot, desk, page)
    dialogs.files = [tmp_path / "advies.pdf"]

    page.acts.save_version(house.advising.versions(advice)[0])
    settled(qtbot, desk, page)

    kept = house.publishing.document(house.advising.versions(advice)[0].id)
    assert (tmp_path / "advies.pdf").read_bytes() == kept


def test_offering_leads_to_the_answer(qtbot, desk, dialogs, house, advice, page):
    dialogs.reasons = ["Geen bijeenkomst meer"]
    page.acts.publish()
    settled(qtbot, desk, page)

    with qtbot.waitSignal(desk.page_wanted) as heard:
        page.acts.offer("het college", date(2026, 3, 2), "in het stadhuis")
    settled(qtbot, desk, page)

    assert heard.args[0] == "response"
    assert house.advising.offers(advice)[0].to == "het college"


def test_withdrawn_advice_says_why_and_is_not_written_on(qtbot, desk, dialogs, house, process, page):
    dialogs.reasons = ["Er stond een fout in."]

    page.acts.withdraw()
    settled(qtbot, desk, page)

    assert house.advising.all(process)[0].state is AdviceState.WITHDRAWN
    assert page.head.sentence.text() == "Dit advies is ingetrokken: Er stond een fout in."
    assert not page.editor.isEnabled()


def test_empty_process_invites_to_start(qtbot, desk, process):
    made = AdvicePage(desk)
    qtbot.addWidget(made)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)

    made.acts.start("Warm wonen")
    settled(qtbot, desk, made)

    assert made.found.advice.title == "Warm wonen"


def test_copy_with_names_is_made_by_choice_and_leaves_a_record(
    qtbot, house, process, desk, page, dialogs, tmp_path
):
    house.people.add(process, PersonForm(name="Ana Vos", state=State.PRESENT, named_on=desk.today()))
    ready = house.publishing.prepare(page.found.advice.id, "Geen ronde.")
    house.publishing.publish(ready, b"%PDF")
    page.load()
    settled(qtbot, desk, page)
    dialogs.files = [tmp_path / "namen.pdf"]

    page.acts.save_with_names()
    settled(qtbot, desk, page)

    (record,) = house.privacy.exports(process)
    assert (record.people, record.file_name) == (1, "namen.pdf")
    assert (tmp_path / "namen.pdf").read_bytes().startswith(b"%PDF")
