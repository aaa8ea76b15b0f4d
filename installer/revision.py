"""Writes a schema revision: the difference between the newest revision and the rows as they are now.

python installer/revision.py "Remember who opened the door"     a new one
python installer/revision.py --again                            the newest one anew, while it is not released

A new column takes the default of its field, so that rows of older files have something to say.
Read what it wrote. Then keep a saved file of the version: python tests/fixtures/save_workspace.py
"""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.operations.ops import AddColumnOp, ModifyTableOps
from alembic.script import Script, ScriptDirectory
from sqlalchemy import JSON, DefaultClause, create_engine

from burgertop_app.storage import mapping, migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alembic.operations.ops import MigrateOperation, MigrationScript


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
        written = command.revision(
            config, title, autogenerate=True, rev_id=number, process_revision_directives=give_defaults
        )
    if not isinstance(written, Script):
        sys.exit("Alembic wrote no revision, or several.")
    tidy(Path(written.path))


def forget_newest() -> tuple[str, str]:
    """Throw the newest revision away; its title and number."""
    newest = ScriptDirectory(str(migrate.FOLDER)).get_revision("head")
    Path(newest.path).unlink()
    migrate.revisions.cache_clear()
    return newest.doc.rstrip("."), newest.revision


def give_defaults(_context: Any, _revision: Any, scripts: list[MigrationScript]) -> None:  # noqa: ANN401
    """Let each new column that may not be empty begin with the default of the field that it keeps."""
    kinds = {row.__tablename__: row.keeps for row in mapping.kept_rows()}
    for added in _added(scripts[0].upgrade_ops.ops if scripts[0].upgrade_ops else []):
        column = added.column
        if not column.nullable and column.server_default is None:
            column.server_default = DefaultClause(_default(kinds[added.table_name], column))


def _added(operations: list[MigrateOperation]) -> Iterator[AddColumnOp]:
    for operation in operations:
        if isinstance(operation, ModifyTableOps):
            yield from _added(operation.ops)
        elif isinstance(operation, AddColumnOp):
            yield operation


def _default(kind: type[Any], column: Any) -> str:  # noqa: ANN401
    field = next(field for field in dataclasses.fields(kind) if field.name == column.name)
    if field.default_factory is not dataclasses.MISSING:
        first = field.default_factory()
    elif field.default is not dataclasses.MISSING:
        first = field.default
    else:
        sys.exit(f"{kind.__name__}.{field.name} needs a default for the rows of older files.")
    cell = mapping.translation(kind).cell(column.name, first)
    if isinstance(column.type, JSON):
        return json.dumps(cell)
    return str(int(cell)) if isinstance(cell, bool) else str(cell)


def tidy(file: Path) -> None:
    """Take out the remarks that Alembic leaves."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.lstrip().startswith("# ###")]
    file.write_text("".join(kept), encoding="utf-8")


if __name__ == "__main__":
    main()
