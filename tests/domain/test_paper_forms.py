"""Which form a file's name asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgertop_app.domain.papers.forms import PaperForm


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("advies.pdf", PaperForm.PDF),
        ("advies.DOCX", PaperForm.WORD),
        ("advies.htm", PaperForm.HTML),
        ("advies.html", PaperForm.HTML),
        ("advies.markdown", PaperForm.MARKDOWN),
        ("advies.md", PaperForm.MARKDOWN),
        ("advies", PaperForm.PDF),
        ("advies v1.2", PaperForm.PDF),
    ],
)
def test_the_ending_of_a_name_tells_the_form(name, form):
    assert PaperForm.of(Path(name)) is form
