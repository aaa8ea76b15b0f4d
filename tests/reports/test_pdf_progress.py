"""Long files say how far they are, and stop when asked."""

from __future__ import annotations

import pytest

from burgertop_app.domain.errors import Cancelled
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.services.printing.rendering import render


class Heard:
    """Progress that remembers, and cancels at `stop`."""

    def __init__(self, stop=2.0):
        self.parts = []
        self.stop = stop

    def checkpoint(self, _phase, fraction=None):
        if fraction is not None:
            self.parts.append(fraction)
            if fraction >= self.stop:
                raise Cancelled


def test_letters_tell_how_far_they_are_from_begin_to_end(offering):
    heard = Heard()

    render(offering, heard)

    assert heard.parts == sorted(heard.parts)
    assert heard.parts[0] < 0.2
    assert 0.9 < heard.parts[-1] < 1


def test_a_file_stops_where_it_is_cancelled(offering):
    with pytest.raises(Cancelled):
        render(offering, Heard(stop=0.3))


def test_other_forms_are_made_without_parts(offering):
    assert render(offering, Heard(), PaperForm.HTML).content.startswith(b"<!")
