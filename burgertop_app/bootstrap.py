"""Builds the house: the only place that knows the clock and the entropy source."""

from __future__ import annotations

import getpass
import locale
import os
import platform
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from burgertop_app import i18n
from burgertop_app.services.house import House
from burgertop_app.services.preferences import Preferences, preferences_file
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "who"


def build(clock: Callable[[], datetime] | None = None) -> House:
    """The house for this user on this computer; `clock` replaces the computer's own."""
    preferences = Preferences(preferences_file())
    i18n.use_language(preferences.text("language") or _spoken())
    clock = clock or _now
    opener = Opener(
        who=preferences.text(NAME) or getpass.getuser(),
        computer=platform.node(),
        clock=clock,
        entropy=secrets.token_bytes,
        folder=user_data_path("Burgertop", appauthor=False),
    )
    return House(Workspaces(opener, i18n.language()), preferences, clock, secrets.token_bytes)


def _now() -> datetime:
    return datetime.now(UTC)


def _spoken() -> str:
    """English where the computer speaks English, Dutch elsewhere."""
    told = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    told = told or locale.getlocale()[0] or ""
    return "en" if told.lower().startswith(("en", "english")) else "nl"
