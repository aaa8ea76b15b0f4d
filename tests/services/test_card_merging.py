"""Merging and splitting cards: counts add up, ties carry over, nothing that was written is lost."""

from __future__ import annotations

import pytest

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.requests import CardPart, NewCard, NewProposal


@pytest.fixture
def add(house, process):
    def added(text, **how):
        return house.cards.add(process, NewCard(text=text, **{"table_no": 3, **how})).id

    return added


@pytest.fixture
def line(house, process):
    def found(card):
        return next(one for one in house.cards.lines(process) if card in (one.card.id, one.card.label))

    return found


@pytest.fixture
def counts(house, process):
    def counted():
        return sum(
            one.card.times for one in house.cards.lines(process) if one.card.standing is Standing.ACTIVE
        )

    return counted


def test_a_merged_card_counts_for_all_and_the_earlier_ones_no_longer(house, add, line, counts):
    cards = [add("Meer groen (2x)"), add("Meer bomen"), add("Groenere straten (IIII)")]

    _change, label = house.card_merging.merge(cards, "Meer groen en bomen in de straat")

    assert (label, line(label).text, line(label).card.times) == (
        "3-04",
        "Meer groen en bomen in de straat",
        7,
    )
    assert [line(card).card.standing for card in cards] == [Standing.WENT_ON] * 3
    assert [line(card).text for card in cards] == ["Meer groen", "Meer bomen", "Groenere straten"]
    assert counts() == 7


def test_a_merged_card_says_where_it_came_from_and_the_earlier_ones_where_they_went(house, add, line):
    cards = [add("Meer groen"), add("Meer bomen")]

    _change, label = house.card_merging.merge(cards, "Groen", "zeggen hetzelfde")

    assert line(label).earlier == ("3-01", "3-02")
    assert line(cards[0]).later == ("3-03",)
    (into,) = house.cards.story(cards[0]).later
    assert (into.name, into.reason, into.by) == ("3-03", "zeggen hetzelfde", "Anna")


def test_themes_and_proposals_go_along_with_a_merge(house, process, add, line):
    cards = [add("Meer groen"), add("Meer bomen")]
    theme = house.cards.add_theme(process, "Groen").id
    house.cards.move([cards[1]], theme)
    house.proposals.add(process, NewProposal(title="Vergroen", card_ids=(cards[0],)))
    house.proposals.add(process, NewProposal(title="Plant bomen", card_ids=tuple(cards)))

    change, label = house.card_merging.merge(cards, "Groen")

    assert (line(label).theme, line(label).proposals) == ("Groen", (1, 2))
    assert [held.card_ids for held in house.proposals.lines(process)] == [(change.id,), (change.id,)]
    assert line(cards[0]).proposals == ()


def test_cards_of_several_tables_become_a_card_of_no_table(house, add, line):
    cards = [add("Meer groen", round_no=1), add("Meer bomen", table_no=7, round_no=1)]

    _change, label = house.card_merging.merge(cards, "Groen")

    assert (label, line(label).card.table_no, line(label).card.round_no) == ("0-01", None, 1)


def test_a_split_card_no_longer_counts_and_its_parts_do(house, process, add, line, counts):
    card = add("Meer groen en minder verkeer (2x)")

    house.card_merging.split(
        card, [CardPart(text="Meer groen", times=2), CardPart(text="Minder verkeer", times=2, kind="tip")]
    )

    assert line(card).card.standing is Standing.WENT_ON
    assert line(card).later == ("3-02", "3-03")
    assert [line("3-02").text, line("3-03").text, line("3-03").card.kind] == [
        "Meer groen",
        "Minder verkeer",
        "tip",
    ]
    assert counts() == 4


def test_parts_of_one_card_that_are_merged_again_count_as_it_did(house, add, line, counts):
    card, other = add("Meer groen en minder verkeer (2x)"), add("Groen")
    house.card_merging.split(
        card, [CardPart(text="Meer groen", times=2), CardPart(text="Minder verkeer", times=2)]
    )
    parts = [line("3-03").card.id, line("3-04").card.id, other]

    _change, label = house.card_merging.merge(parts, "Groen en verkeer")

    assert house.card_merging.times([line(label).card.id]) == 3
    assert counts() == 3


def test_undoing_a_merge_puts_everything_back(house, process, add, line):
    cards = [add("Meer groen"), add("Meer bomen")]
    theme = house.cards.add_theme(process, "Groen").id
    house.cards.move(cards, theme)
    house.proposals.add(process, NewProposal(title="Vergroen", card_ids=tuple(cards)))
    before = house.cards.lines(process)
    change, _label = house.card_merging.merge(cards, "Groen")

    house.card_merging.undo(change.id)

    after = house.cards.lines(process)
    assert [(one.text, one.theme, one.proposals, one.card.standing) for one in after] == [
        (one.text, one.theme, one.proposals, one.card.standing) for one in before
    ]


def test_undoing_a_split_puts_the_card_back(house, process, add, line):
    card = add("Meer groen en minder verkeer")
    change, _labels = house.card_merging.split(card, [CardPart(text="Groen"), CardPart(text="Verkeer")])

    house.card_merging.undo(change.id)

    assert [(one.text, one.card.standing) for one in house.cards.lines(process)] == [
        ("Meer groen en minder verkeer", Standing.ACTIVE)
    ]


def test_a_merge_on_which_something_rests_is_not_undone(house, process, add):
    change, label = house.card_merging.merge([add("Meer groen"), add("Meer bomen")], "Groen")
    house.proposals.add(process, NewProposal(title="Vergroen", card_ids=(change.id,)))

    with pytest.raises(NotPossible) as refused:
        house.card_merging.undo(change.id)

    assert (refused.value.code, refused.value.params["label"]) == ("card_in_use", label)
    assert len(house.cards.lines(process)) == 3


def test_a_card_that_went_on_is_not_put_back_withdrawn_or_merged_again(house, add):
    card, other = add("Meer groen"), add("Meer bomen")
    house.card_merging.merge([card, other], "Groen")

    for act in (
        lambda: house.cards.restore(card),
        lambda: house.cards.withdraw(card, "dubbel"),
        lambda: house.cards.reword(card, "Anders"),
        lambda: house.card_merging.merge([card, add("Nog een")], "Groen"),
    ):
        with pytest.raises(NotPossible) as refused:
            act()
        assert refused.value.params["label"] == "3-01"


def test_one_card_is_not_merged_and_one_part_is_no_split(house, add):
    card = add("Meer groen")

    with pytest.raises(NotPossible, match="cards_merge_two"):
        house.card_merging.merge([card, card], "Groen")
    with pytest.raises(NotPossible, match="cards_split_two"):
        house.card_merging.split(card, [CardPart(text="Groen")])


def test_a_part_without_words_splits_nothing(house, process, add):
    card = add("Meer groen")

    with pytest.raises(InvalidInput, match="card_text_empty"):
        house.card_merging.split(card, [CardPart(text="Groen"), CardPart(text=" ")])

    assert [one.card.standing for one in house.cards.lines(process)] == [Standing.ACTIVE]


def test_a_card_cannot_count_over_999_times(house, process, add):
    cards = [add("Meer groen", times=600), add("Meer bomen", times=400)]

    with pytest.raises(InvalidInput, match="card_times"):
        house.card_merging.merge(cards, "Groen")

    assert len(house.cards.lines(process)) == 2
