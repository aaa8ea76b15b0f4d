"""The page about proposals and votes: one gesture, one effect."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import flush, settle

from burgertop_app.domain.ballot_methods import by_hand
from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.outcomes import ProposalKind, Standing
from burgertop_app.domain.requests import NewProposal, Votes
from burgertop_app.ui.proposals.found import sentence
from burgertop_app.ui.proposals.page import ProposalsPage
from burgertop_app.ui.proposals.picker import CardPicker, pickable


@pytest.fixture
def page(qtbot, desk, process, two):
    made = ProposalsPage(desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, desk)
    return made


@pytest.fixture
def voting(qtbot, desk, house, process, page):
    """The page with the rule fixed and the vote in view."""
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    page.load()
    settle(qtbot, desk)
    page._choose("vote")
    flush()
    return page


def test_the_first_proposal_opens_by_itself(page, two):
    assert page.panel.proposal_id == two[0].proposal.id
    assert page.panel.title.value() == "Eén loket"


def test_a_proposal_that_went_on_waits_for_no_votes(qtbot, desk, house, process, page, two):
    house.proposal_joining.merge([line.proposal.id for line in two], "Samen", "")

    page.load()
    settle(qtbot, desk)

    sheet = page.table.sheet()
    support = sheet.headings.index("Steun")
    assert [row[support] for row in sheet.rows] == ["", "", "nog geen stemmen"]


def test_a_new_proposal_is_shown_at_once(qtbot, desk, page):
    page.proposing.make(NewProposal(title="Derde"))
    settle(qtbot, desk)

    assert page.table.current.text.title == "Derde"
    assert page.panel.title.value() == "Derde"


def test_a_title_that_is_typed_is_kept(qtbot, desk, house, process, page):
    page.panel.title._text.setPlainText("Eén balie")
    page.panel.title.flush()
    settle(qtbot, desk)

    assert house.proposals.lines(process)[0].text.title == "Eén balie"


def test_an_empty_title_is_told_and_not_kept(qtbot, desk, house, process, page):
    page.panel.title._text.setPlainText("")
    page.panel.title.flush()
    settle(qtbot, desk)

    assert page.panel.title.mistake == "Het voorstel heeft geen titel. Zeg het in één zin."
    assert house.proposals.lines(process)[0].text.title == "Eén loket"


def test_words_still_being_typed_go_to_their_own_proposal(qtbot, desk, house, process, page, two):
    page.panel.title._text.setPlainText("Eén balie")

    page.table.select(two[1].proposal.id)
    settle(qtbot, desk)

    assert [line.text.title for line in house.proposals.lines(process)] == ["Eén balie", "Meer groen"]


def test_who_must_act_is_kept(qtbot, desk, house, process, page):
    page.panel.kind._combo.setCurrentIndex(0)
    page.panel.kind.typed()
    page.panel.kind.flush()
    settle(qtbot, desk)

    assert house.proposals.lines(process)[0].proposal.kind is ProposalKind.OURS


def test_a_card_taken_off_can_be_put_back_with_undo(qtbot, desk, house, process, page, cards):
    page.panel.card_off.emit(page.found.lines[0], cards["1-01"])
    settle(qtbot, desk)
    without = house.proposals.lines(process)[0].cards

    desk.undo.undo()
    settle(qtbot, desk)

    assert without == ("2-01",)
    assert house.proposals.lines(process)[0].cards == ("1-01", "2-01")


def test_the_picker_finds_a_card_by_its_words(qtbot, page, cards):
    line = page.found.lines[0]
    picker = CardPicker(page, pickable(page.found, line.card_ids), line.card_ids)
    qtbot.addWidget(picker)

    qtbot.keyClicks(picker.search.editor, "tafel 3")

    shown = [place for place in range(picker.list.count()) if not picker.list.item(place).isHidden()]
    assert [picker.list.item(place).text() for place in shown] == [
        "3-01  Kaart van tafel 3 [tafel nog niet akkoord]"
    ]


def test_a_withdrawn_card_says_so_under_its_proposal_and_is_not_counted(
    qtbot, desk, house, process, page, cards
):
    house.cards.withdraw(cards["1-01"], "verkeerd overgenomen")
    page.load()
    settle(qtbot, desk)

    line = page.found.lines[0]
    picker = CardPicker(page, pickable(page.found, line.card_ids), line.card_ids)
    qtbot.addWidget(picker)

    told = " ".join(label.text() for label in page.window().findChildren(QLabel))
    assert "Kaart van tafel 1 [telt niet mee]" in told
    assert picker.list.item(0).text() == "1-01  Kaart van tafel 1 [telt niet mee]"
    assert sentence(page.found).endswith("op 1 kaart")


def test_the_picker_gives_held_and_ticked_cards(qtbot, page, cards):
    line = page.found.lines[0]
    picker = CardPicker(page, pickable(page.found, line.card_ids), line.card_ids)
    qtbot.addWidget(picker)

    picker.tick(cards["3-01"], on=True)
    picker.tick(cards["1-01"], on=False)

    assert set(picker.chosen) == {cards["2-01"], cards["3-01"]}


def test_withdrawing_asks_why(qtbot, desk, house, process, page, two, answers):
    answers.reasons.append("staat al in voorstel 2")

    page.proposing.withdraw(two[0])
    settle(qtbot, desk)

    kept = house.proposals.lines(process)[0].proposal
    assert (kept.standing, kept.withdrawn_reason) == (Standing.WITHDRAWN, "staat al in voorstel 2")


def test_the_rule_is_fixed_after_asking(qtbot, desk, house, process, page):
    page._choose("vote")
    page.rule.choose(BallotRule.TWO_THIRDS)

    qtbot.mouseClick(page.rule.fix, Qt.MouseButton.LeftButton)
    settle(qtbot, desk)

    assert house.proposals.ballot(process).rule is BallotRule.TWO_THIRDS
    assert page._stack.currentWidget() is page.votes
    assert "kan niet meer veranderen" in page.votes._since.text()


def test_saying_no_leaves_the_rule_open(qtbot, desk, house, process, page, answers):
    answers.sure = False

    page.opening.fix_rule("Stemming", by_hand(BallotRule.MAJORITY), page.found.counting)
    settle(qtbot, desk)

    assert house.proposals.ballot(process) is None


def test_votes_are_typed_from_row_to_row(qtbot, desk, house, process, voting):
    first, second = voting.votes.rows
    first.fields[0].setFocus()
    qtbot.keyClicks(first.fields[0].editor, "20")
    qtbot.keyClick(first.fields[0].editor, Qt.Key.Key_Return)
    qtbot.keyClicks(second.fields[0].editor, "7")
    qtbot.keyClick(second.fields[0].editor, Qt.Key.Key_Up)
    qtbot.keyClicks(first.fields[1].editor, "6")
    first.fields[1].flush()
    settle(qtbot, desk)

    count = house.proposals.lines(process)[0].count
    assert (count.in_favour, count.against, count.blank) == (20, 6, 0)
    assert house.proposals.lines(process)[1].count is None


def test_the_result_is_told_in_a_sentence(qtbot, desk, house, process, voting, two):
    first, second = (line.proposal.id for line in two)
    house.proposals.enter_votes(
        process, {first: Votes(in_favour=20, against=6, blank=1), second: Votes(in_favour=9, against=18)}
    )
    voting.load()
    settle(qtbot, desk)

    assert voting.votes.rows[0].why.text() == ("Aangenomen: 20 voor en 6 tegen. 1 blanco stem telt niet mee.")
    assert voting.votes._result.text() == "Van de 2 voorstellen in stemming zijn er 1 aangenomen en 1 niet."
    assert voting.votes._differ.text() == ""


def test_different_totals_are_pointed_out(qtbot, desk, house, process, voting, two):
    first, second = (line.proposal.id for line in two)
    house.proposals.enter_votes(
        process, {first: Votes(in_favour=20, against=7), second: Votes(in_favour=9, against=17)}
    )
    voting.load()
    settle(qtbot, desk)

    assert "voorstel 2 heeft een ander aantal" in voting.votes._differ.text()


def test_a_card_leads_to_its_own_page(qtbot, desk, page, cards):
    heard = []
    desk.page_wanted.connect(lambda *asked: heard.append(asked))

    page.panel.card_wanted.emit(cards["1-01"])

    assert heard == [("cards", None, cards["1-01"])]
