"""Colours: what people type, contrast as the guidelines count it, and the nearest that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.colours import BLACK, LEAST, WHITE, Colour, contrast, darker, lighter, parse, shown
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.house_style import checked_accent, checked_alt, refuse_narrow
from burgertop_app.i18n import speaking
from burgertop_app.messages.errors import sentence

byte = st.integers(0, 255)
colours = st.builds(Colour, byte, byte, byte)


@pytest.mark.parametrize(
    "typed",
    ["#0B5C66", "0b5c66", " #0b5C66 ", "11, 92, 102", "11 92 102", "rgb(11, 92, 102)", "RGB(11;92;102)"],
)
def test_a_colour_is_understood_as_people_type_it(typed):
    assert parse(typed) == Colour(11, 92, 102)


def test_three_letters_stand_for_six():
    assert parse("#06c").hex() == "#0066CC"


@pytest.mark.parametrize(
    "typed", ["", "rood", "#12345", "#1234567", "300, 0, 0", "1, 2", "#GGGGGG", "٣٣٣٣٣٣", "1"]
)
def test_what_is_no_colour_is_refused(typed):
    with pytest.raises(InvalidInput) as refused:
        parse(typed)

    assert refused.value.code == "colour_unknown"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#00FF00", "#FFFFFF", 1.37),
    ],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(parse(one), parse(other)) == pytest.approx(ratio, abs=0.005)


def test_contrast_is_never_shown_as_enough_when_it_is_not():
    assert shown(contrast(parse("#777777"), WHITE)) == 4.4
    assert shown(4.5) == 4.5


@given(colours)
def test_the_nearest_darker_colour_can_be_read_and_a_step_nearer_cannot(colour):
    found = darker(colour)

    assert contrast(found, WHITE) >= LEAST
    assert all(new <= old for new, old in zip(found.parts, colour.parts, strict=True))
    assert found == colour or contrast(colour.mixed(BLACK, _share(colour, found) - 1 / 510), WHITE) < LEAST


def _share(colour, found):
    """How much black was mixed in, in the steps that are tried."""
    return next(step / 510 for step in range(511) if colour.mixed(BLACK, step / 510) == found)


@given(colours)
def test_the_nearest_lighter_colour_can_be_read_on_the_dark_screen(colour):
    grounds = (parse("#14191A"), parse("#252D2E"))

    assert all(contrast(lighter(colour, grounds), ground) >= LEAST for ground in grounds)


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert checked_accent("0b5c66") == "#0B5C66"


def test_a_pale_colour_is_refused_with_its_contrast_and_a_darker_one():
    with pytest.raises(InvalidInput) as refused:
        checked_accent("#FF6600")

    with speaking("nl"):
        said = sentence(refused.value)
    assert said.startswith("Deze kleur (#FF6600) heeft een contrast van 2,9 : 1")
    assert "minstens 4,5 : 1" in said
    assert checked_accent(refused.value.params["better"]) in said


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "logo_alt_empty"),
        (" \n ", "logo_alt_empty"),
        ("logo_def(2).PNG", "picture_alt_file_name"),
        ("x" * 251, "logo_alt_long"),
    ],
)
def test_words_of_a_logo_are_needed_and_say_something(typed, code):
    with pytest.raises(InvalidInput) as refused:
        checked_alt(typed)

    assert refused.value.code == code


def test_a_logo_of_which_nothing_can_be_seen_is_refused():
    refuse_narrow(1000, 100, "a.png")

    with pytest.raises(InvalidInput) as refused:
        refuse_narrow(1001, 100, "a.png")
    assert refused.value.code == "logo_narrow"
