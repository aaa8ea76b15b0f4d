import pytest

from burgertop_app.domain.cards_text import split_count


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
    ],
)
def test_what_is_no_count_stays(text):
    assert split_count(text) == (text, 1)
