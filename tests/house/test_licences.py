"""What others made comes with its licence, and our own licence is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
RESOURCES = TOP / "resources"


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_a_folder_with_the_work_of_others_has_their_licence(folder):
    licences = list((RESOURCES / folder).glob("LICENSE*"))

    assert licences
    assert all(len(licence.read_text(encoding="utf-8").split()) > 100 for licence in licences)


@pytest.mark.parametrize("font", sorted((RESOURCES / "fonts").glob("*.[to]tf")), ids=lambda f: f.name)
def test_every_font_family_has_a_licence_of_its_name(font):
    licences = [licence.stem.removeprefix("LICENSE-") for licence in (RESOURCES / "fonts").glob("LICENSE-*")]

    assert any(font.name.startswith(family) for family in licences)


def test_our_own_licence_is_the_whole_eupl():
    text = (TOP / "LICENSE").read_text(encoding="utf-8")

    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert all(f"\n{article}." in text for article in range(1, 16))
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in text
