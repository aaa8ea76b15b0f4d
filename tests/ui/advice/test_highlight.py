"""The colours of a text with marks: what means something is shown, the marks themselves are quiet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextDocument

from burgertop_app.ui.advice.highlight import Marks
from burgertop_app.ui.kit.tokens import LIGHT


def looks(line, said):
    """The colour and weight of the first letter of `said` in `line`; None where nothing is coloured."""
    document = QTextDocument(line)
    document.documentLayout()
    marks = Marks(document)
    marks.rehighlight()
    place = line.index(said)
    found = [each for each in document.firstBlock().layout().formats() if each.start <= place]
    if not found or found[-1].start + found[-1].length <= place:
        return None
    made = found[-1].format
    return made.foreground().color().name().upper(), made.fontWeight() == QFont.Weight.Bold


@pytest.mark.parametrize(
    ("line", "said", "colour", "bold"),
    [
        ("## Wonen", "#", LIGHT.muted, False),
        ("## Wonen", "Wonen", LIGHT.text, True),
        ("Meer **groen** nu", "groen", LIGHT.text, True),
        ("Meer **groen** nu", "**", LIGHT.muted, False),
        ("- eerst isoleren", "-", LIGHT.accent, False),
        ("12. eerst isoleren", "12.", LIGHT.accent, False),
        ("Zie [de site](https://waterrijk.example)", "de site", LIGHT.accent, False),
        ("![Een boom](image:2)", "Een boom", LIGHT.accent, False),
        ("Gezegd[^bron].", "[^bron]", LIGHT.accent, False),
        ("[^bron]: het verslag", "[^bron]", LIGHT.accent, False),
        ("| a | b |", "|", LIGHT.muted, False),
    ],
)
def test_a_mark_shows_what_it_does(line, said, colour, bold):
    assert looks(line, said) == (colour.upper(), bold)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Gewone woorden", "Gewone"),
        ("# te groot", "te"),
        ("[kwaad](javascript:x)", "kwaad"),
        ("2024 was", "2"),
    ],
)
def test_what_is_no_mark_is_not_coloured(line, said):
    assert looks(line, said) is None
