"""Writes a schema revision: the difference between the newest revision and the rows as they are now.

python installer/revision.py "Remember who opened the door"     a new one
python installer/revision.py --again                            the newest one anew, while it is not released

Read what it wrote. Then keep a saved file of the version: python tests/fixtures/save_workspace.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from alembic import command
from alembic.script import Script, ScriptDirectory
from sqlalchemy import create_engine

from burgertop_app.storage import migrate


def main() -> None:
    """Write the revision named by the first word."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    title, number = sys.argv[1], f"{len(migrate.revisions()) + 1:04d}"
    if title == "--again":
        title, number = forget_newest()
    with create_engine("sqlite://").begin() as connection:
        if migrate.revisions():
            migrate.upgrade(connection)
        config = migrate.configuration(connection)
        config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        written = command.revision(config, title, autogenerate=True, rev_id=number)
    if not isinstance(written, Script):
        sys.exit("Alembic wrote no revision, or several.")
    tidy(Path(written.path))


def forget_newest() -> tuple[str, str]:
    """Throw the newest revision away; its title and number."""
    newest = ScriptDirectory(str(migrate.FOLDER)).get_revision("head")
    Path(newest.path).unlink()
    migrate.revisions.cache_clear()
    return newest.doc.rstrip("."), newest.revision


def tidy(file: Path) -> None:
    """Take out the remarks that Alembic leaves."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.lstrip().startswith("# ###")]
    file.write_text("".join(kept), encoding="utf-8")


if __name__ == "__main__":
    main()
