"""Cards: labels, "(2x)", wordings, themes and everything that stays in the history."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.requests import NewCard, NewProposal


@pytest.fixture
def add(house, process):
    def added(text="Meer groen", **how):
        return house.cards.add(process, NewCard(text=text, **{"table_no": 3, **how})).id

    return added


@pytest.fixture
def line(house, process):
    def found(card_id):
        return next(line for line in house.cards.lines(process) if line.card.id == card_id)

    return found


@pytest.fixture
def theme(house, process):
    return house.cards.add_theme(process, "Isolatie").id


def test_cards_are_numbered_per_table(house, process, add):
    add(), add(table_no=1), add()

    assert [line.card.label for line in house.cards.lines(process)] == ["1-01", "3-01", "3-02"]
    assert house.cards.next_label(process, 3) == "3-03"
    assert house.cards.next_label(process, None) == "0-01"


def test_two_times_in_the_text_counts_twice(add, line):
    card = add("Eerst nieuwe ramen (2x)")

    assert (line(card).text, line(card).card.times) == ("Eerst nieuwe ramen", 2)


def test_a_card_without_words_is_refused(house, process, add):
    with pytest.raises(InvalidInput) as refused:
        add("   ")

    assert refused.value.code == "card_text_empty"
    assert house.cards.lines(process) == ()


def test_a_label_is_given_out_once(add):
    add(label="a-01")

    with pytest.raises(InvalidInput) as refused:
        add(label="A-01")

    assert refused.value.code == "card_label_taken"


def test_rewording_keeps_the_earlier_words_with_moment_and_reason(house, add, clock):
    card = add("Meer groen")
    clock.on(hours=1)

    house.cards.reword(card, "Meer bomen", "zo bedoelden zij het")

    assert [(said.text, said.reason) for said in house.cards.wordings(card)] == [
        ("Meer groen", ""),
        ("Meer bomen", "zo bedoelden zij het"),
    ]
    assert house.cards.wordings(card)[1].at == clock.now


def test_typing_on_puts_the_fresh_wording_right_and_leaves_the_first(house, add, clock):
    card = add("Meer groen")
    house.cards.reword(card, "Meer bo", typing=True)
    clock.on(seconds=2)

    house.cards.reword(card, "Meer bomen", typing=True)

    assert [said.text for said in house.cards.wordings(card)] == ["Meer groen", "Meer bomen"]


def test_typing_a_quarter_of_an_hour_later_is_another_wording(house, add, clock):
    card = add("Meer groen")
    house.cards.reword(card, "Meer bomen", typing=True)
    clock.on(minutes=15)

    house.cards.reword(card, "Meer bomen op het plein", typing=True)

    assert [said.version for said in house.cards.wordings(card)] == [1, 2, 3]


def test_the_same_words_make_no_wording(house, add):
    card = add("Meer groen")

    house.cards.reword(card, "Meer groen")

    assert len(house.cards.wordings(card)) == 1


def test_a_withdrawn_card_stays_with_its_reason_and_can_come_back(house, add, line):
    card = add()

    house.cards.withdraw(card, "dubbel ")
    withdrawn = line(card).card
    house.cards.restore(card)

    assert (withdrawn.standing, withdrawn.withdrawn_reason) == (Standing.WITHDRAWN, "dubbel")
    assert (line(card).card.standing, line(card).card.withdrawn_reason) == (Standing.ACTIVE, "")


def test_withdrawing_needs_a_reason(house, add, line):
    card = add()

    with pytest.raises(InvalidInput):
        house.cards.withdraw(card, "  ")

    assert line(card).card.standing is Standing.ACTIVE


def test_moving_keeps_where_the_card_lay_before(house, process, add, theme, clock):
    card = add()
    other = house.cards.add_theme(process, "Geld").id
    begun = clock.now
    house.cards.move([card], theme)
    clock.on(days=1)

    house.cards.move([card], other, "gaat over subsidie")

    first, second = house.cards.story(card).themes
    assert (first.name, first.since, first.until) == ("Isolatie", begun, clock.now)
    assert (second.name, second.since, second.until) == ("Geld", clock.now, None)
    assert second.reason == "gaat over subsidie"


def test_moving_to_where_it_lies_leaves_no_trace(house, add, theme):
    card = add()
    house.cards.move([card], theme)

    house.cards.move([card], theme)

    assert len(house.cards.story(card).themes) == 1


def test_several_cards_go_back_to_where_each_of_them_lay(house, add, theme, line):
    lying, loose = add(), add()
    house.cards.move([lying], theme)
    before = {card: line(card).theme_id for card in (lying, loose)}
    house.cards.move([lying, loose], None)

    house.cards.place(before)

    assert [line(lying).theme, line(loose).theme] == ["Isolatie", ""]


def test_a_theme_has_a_name_of_its_own_whatever_the_capitals(house, process, theme):
    with pytest.raises(InvalidInput) as refused:
        house.cards.add_theme(process, " isolatie ")

    assert refused.value.code == "theme_exists"


def test_a_theme_may_keep_its_own_name_when_edited(house, process, theme):
    house.cards.edit_theme(theme, title="Isolatie", description="Muren en ramen")

    assert house.cards.themes(process)[0].description == "Muren en ramen"


def test_themes_stand_in_the_order_that_was_chosen(house, process, theme):
    other = house.cards.add_theme(process, "Geld").id

    house.cards.order_themes([other, theme])

    assert [kept.title for kept in house.cards.themes(process)] == ["Geld", "Isolatie"]


def test_cards_of_a_withdrawn_theme_have_none_and_come_back_with_it(house, process, add, theme, line):
    card = add()
    house.cards.move([card], theme)

    house.cards.withdraw_theme(theme)
    without = line(card).theme_id
    house.cards.restore_theme(theme, [card])

    assert without is None
    assert line(card).theme_id == theme
    assert [kept.title for kept in house.cards.themes(process)] == ["Isolatie"]


def test_an_import_makes_the_themes_it_names_once(house, process, theme):
    house.cards.add_many(
        process,
        [
            NewCard(text="Een", table_no=1, theme="isolatie"),
            NewCard(text="Twee", table_no=1, theme="Geld"),
            NewCard(text="Drie", table_no=1, theme="Geld"),
        ],
    )

    assert [kept.title for kept in house.cards.themes(process)] == ["Isolatie", "Geld"]
    assert [line.theme for line in house.cards.lines(process)] == ["Isolatie", "Geld", "Geld"]


def test_an_import_with_one_wrong_card_keeps_nothing(house, process):
    with pytest.raises(InvalidInput):
        house.cards.add_many(process, [NewCard(text="Een", theme="Geld"), NewCard(text=" ")])

    assert house.cards.lines(process) == ()
    assert house.cards.themes(process) == ()


def test_a_card_knows_every_proposal_it_ever_lay_under(house, process, add, clock):
    card = add()
    first = house.proposals.add(process, NewProposal(title="Eerst", card_ids=(card,))).id
    clock.on(hours=1)
    house.proposals.add(process, NewProposal(title="Daarna", card_ids=(card,)))
    clock.on(hours=1)

    house.proposals.rest_on(first, [], "hoort hier niet")

    held, ended = house.cards.lines(process)[0].proposals, house.cards.story(card).proposals[0]
    assert held == (2,)
    assert (ended.name, ended.until, ended.reason) == ("1", clock.now, "hoort hier niet")


def of(house, process):
    """The meetings that the cards come from."""
    return [line.card.event_id for line in house.cards.lines(process)]


def test_a_card_comes_from_the_only_meeting(house, process, add):
    meeting = house.meetings.add(process, title="Dag", on=date(2026, 9, 26), place="").id

    add()

    assert of(house, process) == [meeting]


def test_cards_come_from_the_last_meeting_held(house, process, add):
    later, held, _first = (
        house.meetings.add(process, title="Dag", on=day, place="").id
        for day in (date(2026, 3, 3), date(2026, 3, 2), date(2026, 2, 1))
    )

    add()
    house.cards.add_many(process, [NewCard(text="Twee"), NewCard(text="Drie", event_id=later)])

    assert sorted(of(house, process)) == sorted([held, held, later])


def test_a_card_comes_from_no_meeting_when_there_is_none(house, process, add):
    add()

    assert of(house, process) == [None]


def test_card_taken_back_frees_its_label_and_leaves_a_tombstone(house, process, add):
    add("Eerste")
    slip = add("Foutje", theme_id=house.cards.add_theme(process, "Wonen").id)

    house.cards.take_back(slip)

    assert [line.text for line in house.cards.lines(process)] == ["Eerste"]
    assert house.cards.next_label(process, 3) == "3-02"
    last = house.workspace.log(limit=1)[0]
    assert (last.action, last.table) == ("cards.take_back", "card")


def test_card_on_the_big_screen_is_taken_back_and_shown_no_more(house, process, add):
    slip = add("Foutje")
    house.showing.choose(process, [slip])

    house.cards.take_back(slip)

    assert house.cards.lines(process) == ()
    assert house.showing.examples(process) == ()


def test_card_of_which_a_statement_was_made_is_not_taken_back(house, process, add):
    card = add("Meer groen")
    poll = house.opinions.begin(process, "Groen").id
    house.opinions.from_cards(poll, process, [card])

    with pytest.raises(NotPossible) as refused:
        house.cards.take_back(card)

    assert refused.value.code == "card_in_use"


def test_card_under_a_proposal_is_not_taken_back(house, process, add):
    card = add()
    house.proposals.add(process, NewProposal(title="Groen", card_ids=(card,)))

    with pytest.raises(NotPossible) as refused:
        house.cards.take_back(card)

    assert refused.value.code == "card_in_use"
    assert len(house.cards.lines(process)) == 1
