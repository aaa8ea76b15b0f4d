"""What every row has: an id, a revision, its last writer and its times; and the privacy marks of columns."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Final
from uuid import UUID

from sqlalchemy import JSON, DateTime, ForeignKey, Integer, MetaData, String, TypeDecorator, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from typing_extensions import override

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect
    from sqlalchemy.orm import MappedColumn

PERSONAL: Final = {"privacy": "personal"}
SPECIAL: Final = {"privacy": "special"}

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; what comes back knows its zone on every database."""

    impl = DateTime
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Row(DeclarativeBase):
    """Any row."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        UUID: Uuid,
        dict[str, Any]: JSON,
        list[Any]: JSON,
        str: String,
    }


class Kept(Row):
    """A row of the organiser's data. `keeps` names its domain value, field by field."""

    __abstract__ = True

    keeps: ClassVar[type[Any]]

    id: Mapped[UUID] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(Integer)
    site_id: Mapped[UUID] = mapped_column(ForeignKey("site.id"))
    seq: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    @declared_attr.directive
    @classmethod
    @override
    def __mapper_args__(cls) -> dict[str, Any]:
        """Optimistic lock: a write on an old revision fails."""
        return {"version_id_col": cls.__table__.c.revision} if hasattr(cls, "__table__") else {}


def to(table: str, privacy: dict[str, str] | None = None) -> MappedColumn[Any]:
    """A reference to a row of `table`, with an index and, where it tells about a person, a privacy mark."""
    return mapped_column(ForeignKey(f"{table}.id"), index=True, info=privacy or {})
