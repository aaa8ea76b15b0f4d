"""The bar of a term: what stands above it is whole, and nothing stands behind the flag of today."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from burgertop_app.ui.kit.terms import flag_at, name_at

WIDE = 600.0


@pytest.mark.parametrize("left", [0.0, 24.0, 300.0, 540.0, 600.0])
def test_the_flag_of_today_is_never_cut(left):
    flag = flag_at(left, WIDE)

    assert flag.left() >= 0
    assert flag.right() <= WIDE


@pytest.mark.parametrize(("end", "today"), [(24, 24), (24, 60), (540, 540), (540, 500), (300, 310)])
def test_the_name_of_an_end_stands_beside_the_flag(end, today):
    flag = flag_at(today, WIDE)

    name = name_at(end, 64, flag, WIDE)

    assert not name.intersects(flag)
    assert QRectF(0, 0, WIDE, 84).contains(name)
