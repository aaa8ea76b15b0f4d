"""A workspace in which every table holds something."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

FILLING = Path(__file__).parents[1] / "fixtures" / "filling.py"


@pytest.fixture
def filled():
    """Puts one value in every table: `filled(store, mark)` gives them by table name.

    Columns about a person hold `mark`, where they are about the one person there is.
    """
    return runpy.run_path(str(FILLING))["fill"]
