"""What makes a reader stumble in a text is found, and nothing else."""

from __future__ import annotations

import pytest

from burgertop_app.domain.text_access import Finding, findings, is_file_name


def found(text, level=1, known=(1, 2)):
    return [(each.code, each.detail) for each in findings(text, level, known)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("![](image:1)", "picture_alt"),
        ("![foto.JPG](image:1)", "picture_file_name"),
        ("![IMG_2034](image:2)", "picture_file_name"),
        ("![Een huis](image:7)", "picture_gone"),
        ("Zie ![huis](huis.png) hier", "picture_written"),
        ("### Te diep", "heading_skipped"),
        ("## Kop\n\n#### Te diep", "heading_skipped"),
        ("| A |  |\n|---|---|\n| 1 | 2 |", "table_head"),
        ("Lees [hier](https://waterrijk.nl/a) meer.", "link_bare"),
        ("Lees [Klik hier.](https://waterrijk.nl/a)", "link_bare"),
        ("Zie https://waterrijk.nl/een/heel/lang/adres/zonder/einde?met=vraag", "link_bare"),
        ("Gezegd[^1] en klaar.", "note_missing"),
        ("Gezegd.\n\n[^1]: een noot", "note_unused"),
        ("- " + "woord " * 31, "text_long"),
    ],
)
def test_stumbling_block_is_found(text, code):
    assert code in [each for each, _detail in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "![Een rij huizen met een steiger](image:1)\n: Zo ziet het eruit",
        "## Kop\n\n### Onderkop\n\n## Kop",
        "|  | 2027 | 2028 |\n|---|---|---|\n| Geld | 1 | 2 |",
        "| Wijk | Huizen |\n|---|---|\n| Haven | 12 |",
        "Lees [het plan van de gemeente](https://waterrijk.nl/plan).",
        "Gezegd[^1].\n\n[^1]: een noot",
        "Een zin. " * 60,
        "",
    ],
)
def test_good_text_has_nothing_to_mend(text):
    assert found(text) == []


def test_heading_as_high_as_that_of_the_recommendation_is_found():
    assert found("## Kop", level=2) == [("heading_high", "Kop")]


def test_first_heading_below_a_recommendation_is_one_lower():
    assert found("### Kop\n\n#### Kop", level=2) == []


def test_same_thing_is_told_once():
    text = "Zie [hier](https://a.nl/x) en [hier](https://a.nl/y)."

    assert findings(text, 1, ()) == (Finding("link_bare", "hier"),)


@pytest.mark.parametrize("alt", ["grafiek.png", "DSC 0012", "scan-3", "Foto1.jpeg"])
def test_name_of_a_file_is_known(alt):
    assert is_file_name(alt)


@pytest.mark.parametrize(
    "alt", ["Foto van het plein", "Drie mensen aan tafel", "Kaart van Waterrijk in 2026"]
)
def test_description_is_no_name_of_a_file(alt):
    assert not is_file_name(alt)
