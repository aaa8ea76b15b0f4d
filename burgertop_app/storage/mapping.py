"""Rows and domain values: the same fields under the same names, translated by the type of the field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from sqlalchemy import JSON
from sqlalchemy.orm import configure_mappers

from burgertop_app.domain.entities import Entity
from burgertop_app.storage import codecs
from burgertop_app.storage import rows as _declared  # noqa: F401  (declares the tables)
from burgertop_app.storage.base import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Table

E = TypeVar("E", bound=Entity)

HOUSEKEEPING = ("site_id", "seq", "created_at", "changed_at")


# A mistake in a row shows at the start, and threads do not set up the same rows at once.
configure_mappers()

_KNOWN: Final[dict[type[Entity], Translation[Any]]] = {}


class NoMapping(TypeError):
    """A value and its row do not fit; the message names field and column."""


@dataclass(frozen=True)
class Translation(Generic[E]):
    """How values of `kind` stand in `table`; `names` are the fields in the order of `columns`."""

    kind: type[E]
    row: type[Kept]
    table: Table
    names: tuple[str, ...]
    columns: tuple[ColumnElement[Any], ...]
    ways: tuple[codecs.Codec, ...]

    def cells(self, value: E) -> dict[str, Any]:
        """What to put in the columns, by name."""
        return {
            name: cell if codec.write is None else codec.write(cell)
            for name, codec in zip(self.names, self.ways, strict=True)
            for cell in (getattr(value, name),)
        }

    def cell(self, name: str, content: codecs.Content) -> codecs.Content:
        """What to put in column `name` for the field content `content`."""
        if name not in self.names:
            raise NoMapping(f"{self.kind.__name__} has no field {name}")
        write = self.ways[self.names.index(name)].write
        return content if write is None else write(content)

    def value(self, cells: Sequence[Any]) -> E:
        """The value whose columns hold `cells`, in the order of `columns`."""
        return self.kind(
            **{
                name: cell if codec.read is None else codec.read(cell)
                for name, codec, cell in zip(self.names, self.ways, cells, strict=True)
            }
        )


def translation(kind: type[E]) -> Translation[E]:
    """How `kind` is kept.

    Raises:
        NoMapping: no row keeps it, a field has no column, a column has no field, or the types do not fit.
    """
    if kind not in _KNOWN:
        _KNOWN[kind] = _translation(kind)
    return cast("Translation[E]", _KNOWN[kind])


def row_class(kind: type[Any]) -> type[Kept]:
    """The row that keeps values of `kind`.

    Raises:
        NoMapping: there is none, or more than one.
    """
    found = [row for row in kept_rows() if row.keeps is kind]
    if len(found) != 1:
        raise NoMapping(f"{len(found)} rows keep {kind.__name__}")
    return found[0]


def kept_rows() -> Iterator[type[Kept]]:
    """Every row that keeps a domain value, in order of declaration."""
    waiting = list(Kept.__subclasses__())
    while waiting:
        row = waiting.pop(0)
        waiting += row.__subclasses__()
        if "keeps" in row.__dict__:
            yield row


def _translation(kind: type[E]) -> Translation[E]:
    row = row_class(kind)
    table = cast("Table", row.__table__)
    wanted = codecs.hints(kind)
    held = set(table.columns.keys()) - set(HOUSEKEEPING)
    if differing := sorted(held ^ set(wanted)):
        raise NoMapping(f"{kind.__name__} and {row.__name__} differ in: {', '.join(differing)}")
    return Translation(
        kind=kind,
        row=row,
        table=table,
        names=tuple(wanted),
        columns=tuple(table.columns[name] for name in wanted),
        ways=tuple(_codec(table, name, hint) for name, hint in wanted.items()),
    )


def _codec(table: Table, name: str, hint: codecs.Hint) -> codecs.Codec:
    try:
        if isinstance(table.columns[name].type, JSON):
            return codecs.in_json(hint)
        return codecs.in_column(hint)
    except codecs.NoCodec as error:
        raise NoMapping(f"{table.name}.{name}: {error}") from error
