import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.money import cents_in


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("€ 12.500", 1_250_000),
        ("12.500,50", 1_250_050),
        ("12,500.50", 1_250_050),
        ("12500.5", 1_250_050),
        ("€ 12.500,- per jaar", 1_250_000),
        ("€ 12.500 in 2027", 1_250_000),
        ("1,5 miljoen euro", 150_000_000),
        ("€ 1,5 mln", 150_000_000),
        ("€ 250k", 25_000_000),
        ("12 500 euro", 1_250_000),
        ("EUR 0", 0),
    ],
)
def test_an_amount_is_understood(text, cents):
    assert cents_in(text) == cents


@pytest.mark.parametrize(
    "text", ["", "€ 10.000 tot € 20.000", "400 woningen", "volgt", "€ 1,250 miljoen", "€ " + "9" * 400]
)
def test_no_amount_or_a_doubtful_one_is_left_to_the_words(text):
    assert cents_in(text) is None


@given(st.integers(0, 10**9))
def test_an_amount_as_dutch_people_write_it_comes_back(euros):
    written = f"{euros:,}".replace(",", ".")

    assert cents_in(f"€ {written},00") == euros * 100


@given(st.text(max_size=200))
def test_any_text_gives_an_amount_or_none(text):
    assert cents_in(text) is None or cents_in(text) >= 0
