"""Beginnings: what a fixture puts in a workspace, played once and laid back for every later test.

The first test that asks has its beginning played through the services. What that left is kept: the file, the
time on the clock, how much chance was taken, and what the fixture gives. A later test gets it back when its
own workspace stands at the very same point, to the last link of the log; so its rows and ids are those that
playing would have made. Every test has a file of its own, and what comes back is made anew from bytes.
"""

from __future__ import annotations

import hashlib
import inspect
import itertools
import pickle
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import datetime
    from pathlib import Path

    from burgertop_app.services.workspaces import Workspace
    from tests.conftest import Clock

HEADS = "SELECT site_id, max(seq), link FROM log_entry GROUP BY site_id ORDER BY site_id"
"""The last link of every site: with it stands or falls all that was written before."""


class Chance:
    """Bytes that look like chance and are the same in every run; `taken` counts how often some were."""

    def __init__(self) -> None:
        self.taken = 0

    def __call__(self, size: int) -> bytes:
        self.taken += 1
        return hashlib.shake_256(self.taken.to_bytes(8)).digest(size)


@dataclass(frozen=True)
class Beginning:
    """What was left when it had been played."""

    file: Path
    now: datetime
    taken: int
    ids: tuple[int, int]
    gives: bytes


class Beginnings:
    """Those of one session, kept in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[Hashable, Beginning] = {}
        self._numbers = itertools.count(1)

    def begin(
        self,
        at: tuple[Workspace, Clock, Chance],
        play: Callable[..., Any],
        given: dict[str, Any],
        asked: tuple[Any, ...] = (),
    ) -> Any:
        """What `play` gives, with the workspace as it leaves it; `asked` is what else it depends on."""
        key = (play.__module__, play.__qualname__, repr(asked), self._stand(*at))
        kept = self._kept.get(key)
        if kept is None:
            gives = play(**given)
            self._kept[key] = self._keep(*at, gives)
            return gives
        self._lay_back(kept, *at)
        return pickle.loads(kept.gives)  # noqa: S301 - our own bytes

    def _stand(self, workspace: Workspace, clock: Clock, chance: Chance) -> Hashable:
        """Where a workspace is: alike only when all that follows would be alike."""
        with closing(sqlite3.connect(workspace.path)) as connection:
            heads = tuple(connection.execute(HEADS))
        work = workspace.context.work
        ids = (work._ids._moment, work._ids._counter)
        context = workspace.context
        return (heads, clock.now, chance.taken, ids, work.who, context.language, context.pretended)

    def _keep(self, workspace: Workspace, clock: Clock, chance: Chance, gives: Any) -> Beginning:
        ids = workspace.context.work._ids
        file = self._folder / f"{next(self._numbers)}.burgertop"
        with closing(sqlite3.connect(workspace.path)) as of, closing(sqlite3.connect(file)) as to:
            of.backup(to)
        return Beginning(file, clock.now, chance.taken, (ids._moment, ids._counter), pickle.dumps(gives))

    def _lay_back(self, kept: Beginning, workspace: Workspace, clock: Clock, chance: Chance) -> None:
        with closing(sqlite3.connect(kept.file)) as of, closing(sqlite3.connect(workspace.path)) as to:
            of.backup(to)
        clock.now, chance.taken = kept.now, kept.taken
        ids = workspace.context.work._ids
        ids._moment, ids._counter = kept.ids


def beginning(play: Callable[..., Any]) -> Any:
    """Makes a fixture of `play`, as `pytest.fixture` does, that is played once and laid back after that.

    `play` reaches the workspace through the services alone, writes no other file, and gives plain values.
    """

    def laid(request: pytest.FixtureRequest, **given: Any) -> Any:
        asked = request.getfixturevalue
        at = (asked("workspace"), asked("clock"), asked("entropy"))
        return asked("beginnings").begin(at, play, given)

    own = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    laid.__signature__ = inspect.Signature([own, *inspect.signature(play).parameters.values()])
    laid.__name__, laid.__doc__ = play.__name__, play.__doc__
    return pytest.fixture(laid)


def beginnings_of(play: Callable[..., Any]) -> Any:
    """Makes a fixture that gives a function: each call is played once per arguments and laid back after that.

    What `play` names before a `/` are fixtures; what comes after it is what the call is given, and has a
    `repr` that says all. Otherwise as `beginning`.
    """
    signature = inspect.signature(play)
    fixtures = [each for each in signature.parameters.values() if each.kind is each.POSITIONAL_ONLY]

    def laid(request: pytest.FixtureRequest, **given: Any) -> Callable[..., Any]:
        def made(*words: Any, **named: Any) -> Any:
            asked = request.getfixturevalue
            at = (asked("workspace"), asked("clock"), asked("entropy"))
            called = signature.bind(*(given[each.name] for each in fixtures), *words, **named)
            called.apply_defaults()
            rest = {name: value for name, value in called.arguments.items() if name not in given}

            def played() -> Any:
                return play(*called.args, **called.kwargs)

            played.__module__, played.__qualname__ = play.__module__, play.__qualname__
            return asked("beginnings").begin(at, played, {}, tuple(rest.items()))

        return made

    own = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    named = [each.replace(kind=each.POSITIONAL_OR_KEYWORD) for each in fixtures]
    laid.__signature__ = inspect.Signature([own, *named])
    laid.__name__, laid.__doc__ = play.__name__, play.__doc__
    return pytest.fixture(laid)
