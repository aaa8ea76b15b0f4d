"""None, True and False outlive a version of PySide6 that gives back too many of them."""

from __future__ import annotations

import sys

import burgertop_app.ui.kit


def test_constants_have_references_to_spare():
    assert burgertop_app.ui.kit
    assert min(sys.getrefcount(constant) for constant in (None, True, False)) > 1 << 30
