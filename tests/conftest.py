"""What every test may count on: no window, Dutch as the language, and a workspace with a still clock."""

from __future__ import annotations

import hashlib
import itertools
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from burgertop_app import i18n
from burgertop_app.domain.requests import NewProcess
from burgertop_app.services.house import Services, furnish
from burgertop_app.services.workspaces import Workspace, Workspaces
from burgertop_app.storage.workspace_file import Opener

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _dutch() -> None:
    i18n.use_language("nl")


class Clock:
    """Stands still until a test moves `now`."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, **later: float) -> None:
        """Move on, for example `clock.on(days=1)`."""
        self.now += timedelta(**later)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def entropy() -> Callable[[int], bytes]:
    """Bytes that look like chance and are the same in every run."""
    numbers = itertools.count(1)
    return lambda size: hashlib.shake_256(next(numbers).to_bytes(8)).digest(size)


@pytest.fixture
def opener(tmp_path: Path, clock: Clock, entropy: Callable[[int], bytes]) -> Opener:
    """Somebody who opens workspaces."""
    return Opener("Anna", "LAPTOP-1", clock, entropy, tmp_path / "user-data")


@pytest.fixture
def workspace(tmp_path: Path, opener: Opener) -> Iterator[Workspace]:
    """An open, empty workspace; services are made with `workspace.context`."""
    opened = Workspaces(opener).create(tmp_path / "proef.burgertop")
    yield opened
    opened.close()


@pytest.fixture
def house(workspace: Workspace) -> Services:
    """Every service of an empty workspace."""
    return furnish(workspace)


@pytest.fixture
def process(house: Services) -> UUID:
    """The id of a citizen panel that has just begun."""
    request = NewProcess(form="burgerpanel", title="Burgerpanel Test", topic="Wonen", municipality="Testdam")
    begun = house.processes.start(request)
    assert begun.id is not None
    return begun.id
