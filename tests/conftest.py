"""What every test may count on: no window, Dutch as the language, and a workspace with a still clock."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import hypothesis
import pytest

from burgertop_app import i18n
from burgertop_app.domain.requests import NewProcess
from burgertop_app.engines.seating import pace
from burgertop_app.services.house import Services, furnish
from burgertop_app.services.workspaces import Workspace, Workspaces
from burgertop_app.storage import workspace_file
from burgertop_app.storage.workspace_file import Opener
from tests.beginnings import Beginnings, Chance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHORT = 5_000
"""Steps of a search for a table plan."""

hypothesis.settings.register_profile("same", derandomize=True)
if "BURGERTOP_EXPLORE" not in os.environ:
    hypothesis.settings.load_profile("same")


@pytest.fixture(autouse=True)
def _dutch() -> None:
    i18n.use_language("nl")


@pytest.fixture(scope="session", autouse=True)
def _short_search() -> Iterator[None]:
    """A table plan is searched for during a second at most, where nobody says how long.

    Most small plans can be proven to be the best and end at once; others go on for fifteen seconds to find a
    better one, on which no test outside the engine depends. The tests of the engine itself search in full.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pace, "FEWEST", SHORT)
        patch.setattr(pace, "MOST", SHORT)
        yield


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
def entropy() -> Chance:
    """Bytes that look like chance and are the same in every run."""
    return Chance()


@pytest.fixture
def opener(tmp_path: Path, clock: Clock, entropy: Callable[[int], bytes]) -> Opener:
    """Somebody who opens workspaces."""
    return Opener("Anna", "LAPTOP-1", clock, entropy, tmp_path / "user-data")


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file that nobody has opened: what `create` has made just before it opens it.

    Laying out its hundred tables takes longer than most tests, so it is done once and copied; that `create`
    gives the very same file is told by the tests of the workspace file.
    """
    path = tmp_path_factory.mktemp("laid-out") / "leeg.burgertop"
    path.touch()
    workspace_file._lay_out(path)
    return path


@pytest.fixture
def workspace(tmp_path: Path, opener: Opener, laid_out: Path) -> Iterator[Workspace]:
    """An open, empty workspace; services are made with `workspace.context`."""
    path = shutil.copyfile(laid_out, tmp_path / "proef.burgertop")
    opened = Workspaces(opener).open(path)
    yield opened
    opened.close()


@pytest.fixture
def house(workspace: Workspace) -> Services:
    """Every service of an empty workspace."""
    return furnish(workspace)


@pytest.fixture(scope="session")
def beginnings(tmp_path_factory: pytest.TempPathFactory) -> Beginnings:
    """What was played before, for all tests of one session."""
    return Beginnings(tmp_path_factory.mktemp("beginnings"))


@pytest.fixture
def process(house: Services) -> UUID:
    """The id of a citizen panel that has just begun."""
    request = NewProcess(form="burgerpanel", title="Burgerpanel Test", topic="Wonen", municipality="Testdam")
    begun = house.processes.start(request)
    assert begun.id is not None
    return begun.id
