"""Schema revisions: which one a file has, which one we know, and bringing an older file up to date."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

if TYPE_CHECKING:
    from sqlalchemy import Connection

FOLDER = Path(__file__).parent / "migrations"


@cache
def revisions() -> tuple[str, ...]:
    """Every revision that we know, the newest first."""
    scripts = ScriptDirectory(str(FOLDER))
    return tuple(script.revision for script in scripts.walk_revisions())


def current() -> str:
    """The revision of the files that we write."""
    return revisions()[0]


def upgrade(connection: Connection) -> None:
    """Bring the schema of the database behind `connection` to the current revision, or make it."""
    command.upgrade(configuration(connection), "head")


def stamp(connection: Connection) -> None:
    """Say that the schema has the current revision."""
    command.stamp(configuration(connection), "head")


def configuration(connection: Connection) -> Config:
    """What Alembic needs to work on `connection`."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
