import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.money import DEAREST, cents_in, euros_in


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


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("12.500", 12_500),
        ("12.500,00", 12_500),
        ("€ 12.500", 12_500),
        ("€12.500,-", 12_500),
        ("12500 euro", 12_500),
        ("12 500", 12_500),
        ("1,5 miljoen", 1_500_000),
        ("0", 0),
        (" ", None),
    ],
)
def test_a_cost_typed_the_dutch_way_is_whole_euros(text, euros):
    assert euros_in(text) == euros


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12,500", "cost_two_ways"),
        ("€ 1,250,000", "cost_two_ways"),
        ("12,50", "cost_cents"),
        ("12.5", "cost_cents"),
        ("12.500,75", "cost_cents"),
        ("€ 12.500 per jaar", "cost_unclear"),
        ("10.000 tot 20.000", "cost_unclear"),
        ("1.2.3", "cost_unclear"),
        ("-500", "cost_unclear"),
        ("veel", "cost_unclear"),
        ("3 miljard", "cost_unclear"),
        ("9.000.000.000", "cost_out_of_bounds"),
    ],
)
def test_a_doubtful_cost_is_refused_rather_than_guessed(text, code):
    with pytest.raises(InvalidInput) as refused:
        euros_in(text)

    assert refused.value.code == code


@given(st.integers(0, DEAREST))
def test_every_whole_amount_survives_being_written_the_dutch_way(euros):
    assert euros_in("€ " + f"{euros:,}".replace(",", ".")) == euros


@given(st.text(max_size=60))
def test_any_text_is_a_cost_that_can_be_kept_or_refused(text):
    try:
        euros = euros_in(text)
    except InvalidInput:
        return

    assert euros is None or 0 <= euros <= DEAREST
