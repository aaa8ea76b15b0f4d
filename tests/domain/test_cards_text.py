import pytest

from burgertop_app.domain.cards_text import LONGEST, counted, plain, refuse_unfit, split_count
from burgertop_app.domain.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Meer groen (2x)", "Meer groen", 2),
        ("Meer groen ( 3 X )", "Meer groen", 3),
        ("Meer groen (4×)", "Meer groen", 4),
        ("Meer groen [x5]", "Meer groen", 5),
        ("Meer groen (2x) in de wijk.", "Meer groen in de wijk.", 2),
        ("(12x) Meer groen", "Meer groen", 12),
        ("Twee regels\nMeer groen (2x)", "Twee regels\nMeer groen", 2),
        ("Meer groen (IIII)", "Meer groen", 4),
        ("Meer groen (||)", "Meer groen", 2),
    ],
)
def test_count_is_understood_and_removed(text, words, count):
    assert split_count(text) == (words, count)


@pytest.mark.parametrize(
    "text",
    [
        "Afval 2x per week",
        "Meer groen",
        "(2x)",
        "a (2x) b (3x)",
        "a (0x)",
        "a (1000x)",
        "a (2 keer)",
        "a (ax2)",
        "Koning Willem (III)",
    ],
)
def test_what_is_no_count_stays(text):
    assert split_count(text) == (text, 1)


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Meer groen (2x)", "Meer groen", 2),
        ("Meer groen 5x", "Meer groen", 5),
        ("Meer groen 5 x", "Meer groen", 5),
        ("Meer groen x3", "Meer groen", 3),
        ("Meer groen – x3", "Meer groen", 3),
        ("Meer groen: 12×", "Meer groen", 12),
        ("Meer groen IIII", "Meer groen", 4),
        ("Meer groen IIII II", "Meer groen", 6),
        ("Meer groen IIII/ III", "Meer groen", 8),
        ("Meer groen ||", "Meer groen", 2),
        ("Meer groen |||| ||||", "Meer groen", 8),
        ("Meer groen\tII", "Meer groen", 2),
        ("Meer groen - III", "Meer groen", 3),
    ],
)
def test_a_loose_count_at_the_end_is_understood(text, words, count):
    assert counted(text) == (words, count)


@pytest.mark.parametrize(
    "text",
    [
        "Afval 2x per week",
        "Vuilnis legen per dag 2x",
        "Gras maaien elke week 2x",
        "Een bus minimaal 4x",
        "Een veld van 5 x 3",
        "Tegels van 30x30",
        "Fase III",
        "Wijkplan Willem II",
        "Hoofdstuk XIII",
        "Wii",
        "IIII",
        "5x",
        "2x meer bomen",
        "a (2x) b (3x)",
        "Groep HHT",
    ],
)
def test_ordinary_words_that_look_like_a_count_stay(text):
    assert counted(text) == (text, 1)


def test_marks_that_nobody_sees_go_and_letters_from_right_to_left_stay():
    assert plain("\u202eMeer\x00 groen\u200b\r\nشجرة\tboom\x07 ") == "Meer groen\nشجرة boom"


def test_a_letter_is_no_card():
    with pytest.raises(InvalidInput) as refused:
        refuse_unfit("a" * 50_000)

    assert refused.value.params == {"letters": 50_000, "most": LONGEST}
