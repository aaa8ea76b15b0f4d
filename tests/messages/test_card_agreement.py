"""The one phrase for whether a table agreed with the words on a card."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from burgertop_app.domain.card_history import (
    NOT_YET,
    Agreed,
    Agreement,
    CardSignOff,
    agreed,
    together,
)
from burgertop_app.domain.outcomes import CardText
from burgertop_app.messages.card_agreement import noted, phrase, told, told_together

AT = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
CARD = UUID(int=9)


def wording(version, *, typing_error=False):
    return CardText(id=UUID(int=version), card_id=CARD, version=version, text="x", typing_error=typing_error)


def mark(version):
    return {UUID(int=version): CardSignOff(id=UUID(int=50), text_id=UUID(int=version), since=AT, by="Anna")}


@pytest.mark.parametrize(
    ("later", "how"),
    [
        ((), Agreement.AGREED),
        ((True,), Agreement.TYPING),
        ((True, True), Agreement.TYPING),
        ((False,), Agreement.REWORDED),
        ((True, False), Agreement.REWORDED),
        ((False, True), Agreement.REWORDED),
    ],
)
def test_agreement_belongs_to_a_wording(later, how):
    texts = [wording(1), *(wording(no, typing_error=typing) for no, typing in enumerate(later, 2))]

    assert agreed(texts, mark(1)).how is how


def test_parts_of_one_card_count_once_and_others_add_up():
    first, second = UUID(int=1), UUID(int=2)

    assert together([(2, frozenset({first})), (2, frozenset({first})), (3, frozenset({second}))]) == 5


def test_a_card_that_came_from_both_joins_their_groups():
    first, second = UUID(int=1), UUID(int=2)

    assert together([(2, frozenset({first})), (3, frozenset({second})), (5, frozenset({first, second}))]) == 5


def test_who_marked_it_and_when_is_told():
    said = told(Agreed(Agreement.AGREED, AT, "Anna"))

    assert said.startswith("Voorgelezen, en de tafel is akkoord. Aangetekend door Anna op 2 mrt 2026")


def test_every_way_has_a_phrase_of_its_own():
    assert len({phrase(Agreed(how)) for how in Agreement}) == len(Agreement)
    assert len({told(Agreed(how, AT, "Anna")) for how in Agreement}) == len(Agreement)


def test_a_list_of_one_kind_is_told_in_one_sentence():
    assert told_together([NOT_YET, NOT_YET]) == (
        "De woorden op deze kaarten: tafel nog niet akkoord.",
        ("", ""),
    )
    assert told_together([]) == ("", ())


def test_a_card_in_a_list_says_that_the_table_has_not_agreed():
    assert noted("Meer groen", NOT_YET) == "Meer groen [tafel nog niet akkoord]"
    assert noted("Meer groen", Agreed(Agreement.AGREED, AT, "Anna")) == "Meer groen"
