"""Population figures from a list or from the key figures per area, and to which group they belong."""

from __future__ import annotations

from fractions import Fraction

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.population_areas import ages, matched
from burgertop_app.exchange.population_sheet import read_figures

AGES = [("leeftijd", "15-24"), ("leeftijd", "25-64"), ("leeftijd", "65+")]
WORKBOOK = """regio;gm_naam;recs;gwb_code;a_inw;a_man;a_vrouw;a_00_14;a_15_24;a_25_44;a_45_64;a_65_oo;p_15_24
Waterrijk;Waterrijk;Gemeente;GM9999;1.000;490;510;150;120;260;270;200;12
Wijk 01 Noord;Waterrijk;Wijk;WK999901;600;.;.;90;70;-99997;160;130;12
Wijk 02 Zuid;Waterrijk;Wijk;WK999902;400;200;200;60;50;110;110;70;12
Noord;Anderstad;Wijk;WK888801;5000;1;1;1;1;1;1;1;1
"""
STATLINE = (
    "WijkenEnBuurten;SoortRegio_2;Gemeentenaam_1;AantalInwoners_5;Mannen_6;Vrouwen_7;"
    "k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12\n"
    "Waterrijk;Gemeente;Waterrijk;1000;490;510;150;120;260;270;200\n"
)
MAP = (
    "buurtnaam;gemeentenaam;aantal_inwoners;mannen;vrouwen;percentage_personen_0_tot_15_jaar;"
    "percentage_personen_15_tot_25_jaar;percentage_personen_25_tot_45_jaar;"
    "percentage_personen_45_tot_65_jaar;percentage_personen_65_jaar_en_ouder\n"
    "Centrum;Waterrijk;500;240;260;15;12;26;27;20\n"
)


def read(tmp_path, text):
    path = tmp_path / "cijfers.csv"
    path.write_text(text, encoding="utf-8")
    return read_figures(path)


@pytest.mark.parametrize("text", [WORKBOOK, STATLINE])
def test_key_figures_fill_the_ages_that_they_make_up(tmp_path, text):
    figures = read(tmp_path, text)

    assert matched(figures, AGES, figures.areas[0]) == dict(zip(AGES, (120, 530, 200), strict=True))


def test_percentages_of_an_area_become_people(tmp_path):
    figures = read(tmp_path, MAP)

    assert matched(figures, AGES, figures.areas[0])[AGES[0]] == 60


def test_an_unknown_part_makes_the_whole_unknown(tmp_path):
    figures = read(tmp_path, WORKBOOK)

    found = matched(figures, AGES, figures.areas[1])

    assert found == dict(zip(AGES, (70, None, 130), strict=True))


def test_ages_that_the_source_does_not_have_are_not_guessed(tmp_path):
    figures = read(tmp_path, WORKBOOK)

    assert matched(figures, [("leeftijd", "16-29"), ("leeftijd", "30+")], figures.areas[0]) == {}


def test_men_and_women_are_known_by_many_names(tmp_path):
    figures = read(tmp_path, WORKBOOK)

    assert matched(figures, [("gender", "Man"), ("gender", "vrouwen")], figures.areas[0]) == {
        ("gender", "Man"): 490,
        ("gender", "vrouwen"): 510,
    }


def test_districts_of_the_own_municipality_are_groups(tmp_path):
    figures = read(tmp_path, WORKBOOK)

    found = matched(figures, [("wijk", "Noord"), ("wijk", "Zuid")], None, "Waterrijk")

    assert found == {("wijk", "Noord"): 600, ("wijk", "Zuid"): 400}


def test_a_list_of_groups_is_matched_by_feature_and_name(tmp_path):
    figures = read(tmp_path, "kenmerk,groep,aantal\nLeeftijd,15-24,120\nleeftijd,65+,-99997\nwijk,15-24,9\n")

    assert matched(figures, AGES, None) == {AGES[0]: 120, AGES[2]: None}


def test_shares_of_a_list_are_read(tmp_path):
    figures = read(tmp_path, "groep;aandeel\n15-24;21,5 %\n")

    assert matched(figures, AGES, None) == {AGES[0]: Fraction(43, 2)}


def test_a_sheet_of_something_else_is_refused_with_its_columns(tmp_path):
    with pytest.raises(InvalidInput, match="population_columns") as caught:
        read(tmp_path, "naam,telefoon\nJan,06\n")

    assert caught.value.params["header"] == "naam, telefoon"


def test_a_cell_that_is_no_figure_is_named(tmp_path):
    with pytest.raises(InvalidInput, match="population_cell") as caught:
        read(tmp_path, "groep,aantal\n15-24,120\n65+,veel\n")

    assert (caught.value.params["row"], caught.value.params["value"]) == (3, "veel")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("16-29", (16, 29)),
        ("15 tot 25 jaar", (15, 24)),
        ("65+", (65, None)),
        ("65 jaar of ouder", (65, None)),
        ("18 t/m 34", (18, 34)),
        ("jong", None),
    ],
)
def test_ages_are_told_from_the_words(said, expected):
    assert ages(said) == expected
