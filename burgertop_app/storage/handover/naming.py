"""Labels, numbers and versions that two laptops gave out alike: every row keeps one of its own.

What was there on the laptop with the lowest lane keeps its label; the other gets the lane of its laptop
behind it ("3-19/37", proposal 3705). Words are numbered on in the order in which they were written. It
follows from the rows as they were made, so it comes out the same whatever was read first.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, update

from burgertop_app.domain.log import Operation
from burgertop_app.storage.handover.cells import table
from burgertop_app.storage.rows.everywhere import SiteRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.storage.handover.cells import Cells
    from burgertop_app.storage.handover.ground import Ground
    from burgertop_app.storage.handover.writes import Write

LABELS: Final[Mapping[str, str]] = {"card": "label", "invitation": "code", "participation": "number"}
"""What a process has once, as a text."""
NUMBERS: Final[Mapping[str, tuple[str, str]]] = {
    "advice": ("process_id", "number"),
    "advice_image": ("advice_id", "number"),
    "intention": ("process_id", "number"),
    "invitation_round": ("process_id", "number"),
    "proposal": ("process_id", "number"),
    "recommendation": ("advice_id", "number"),
    "statement": ("poll_id", "number"),
}
FOLLOWS: Final[Mapping[str, str]] = {"intention": "earlier_id"}
"""Rows that have the number of the row that they put in other words."""
VERSIONS: Final[Mapping[str, tuple[str, str]]] = {
    "card_text": ("card_id", "version"),
    "disposition": ("recommendation_id", "version"),
    "plan_version": ("event_id", "version"),
    "proposal_text": ("proposal_id", "version"),
    "quota_set": ("process_id", "version"),
    "recommendation_text": ("recommendation_id", "version"),
}
LINKS: Final[Mapping[str, tuple[str, ...]]] = {
    "card_proposal": ("card_id", "proposal_id"),
    "card_sign_off": ("text_id",),
    "card_theme": ("card_id",),
    "proposal_owner": ("proposal_id", "participation_id", "words"),
    "proposal_recommendation": ("proposal_id", "recommendation_id"),
    "screen_card": ("card_id",),
}
"""Ties of which one holds at a time."""
LISTS: Final[Mapping[str, tuple[str, ...]]] = {"ballot": ("numbers", "reopened")}
"""Lists that only grow: what either laptop put in stays in."""


def settled(name: str, column: str, theirs: Sequence[Write]) -> bool:
    """Whether a column is what this module made of it, and nobody wrote something else there."""
    ruled = LABELS.get(name), *(each[1] for each in (NUMBERS.get(name), VERSIONS.get(name)) if each)
    ruled += ("until",) if name in (*LINKS, "card_succession") else ()
    ruled += ("earlier_id", "standing") if name in FOLLOWS else ()
    written = any(write.wrote(column) and write.operation != Operation.INSERT for write in theirs)
    return column in ruled and not written


def fitting(ground: Ground, name: str, cells: Cells) -> Cells:
    """A row that comes in, with a label that no other row has; the other may have to give way."""
    column = LABELS.get(name)
    if column is None or cells[column] is None:
        return cells
    of = table(name)
    said = _first(ground, name, column, cells)
    rivals = [row for row in _alike(ground, name, cells["process_id"], said) if row["id"] != cells["id"]]
    if not rivals:
        return cells | {column: said}
    order = sorted([*rivals, cells], key=lambda row: (_lane(ground, name, row), row["id"].int))
    given = dict(zip((row["id"] for row in order), _labels(ground, name, said, order), strict=True))
    for row in reversed(order):
        if row["id"] != cells["id"] and row[column] != given[row["id"]]:
            ground.connection.execute(
                update(of).where(of.c.id == row["id"]).values({column: given[row["id"]]})
            )
            ground.touch(name, row["id"])
    ground.renamed.update((name, row["id"], given[row["id"]]) for row in order if given[row["id"]] != said)
    return cells | {column: given[cells["id"]]}


def aside(name: str, cells: Cells) -> Cells:
    """A row under a label that is free while its twin still stands there."""
    column = LABELS.get(name)
    return cells if column is None else cells | {column: f"~{cells['id'].hex}"}


def same_card(ground: Ground, name: str, there: Cells) -> UUID | None:
    """The card here with the same label and the same words: the same paper, typed on both laptops."""
    if name != "card":
        return None
    said = _first(ground, name, "label", there)
    theirs, words = _wording(ground, there["id"]), table("card_text")
    for row in _alike(ground, name, there["process_id"], said) if theirs else ():
        here = ground.connection.execute(select(words).where(words.c.card_id == row["id"])).mappings()
        if _words(map(dict, here)) == theirs:
            return row["id"]  # type: ignore[no-any-return]
    return None


def came(ground: Ground, name: str, cells: Cells, instead: UUID | None = None) -> None:
    """Remember that a row with a label stands there now, perhaps under another id than before."""
    if name in LABELS and cells[LABELS[name]] is not None:
        found = _labelled(ground, name)
        if instead is not None:
            for ids in found.values():
                ids.discard(instead)
        said = _first(ground, name, LABELS[name], cells)
        found[cells["process_id"], said.casefold()].add(cells["id"])


def put_in_order(ground: Ground) -> None:
    """Number what came in so that nothing has a number twice, and let one tie hold where one may."""
    ways = ((NUMBERS, _number), (VERSIONS, _version))
    for tables, way in ways:
        for name, (scope, column) in tables.items():
            for rows in _groups(ground, name, (scope,)):
                way(ground, name, column, rows)
    for name, scopes in LINKS.items():
        for rows in _groups(ground, name, scopes):
            _tie(ground, name, rows)
    for name, columns in LISTS.items():
        for (row,), column in product(_groups(ground, name, ("id",)), columns):
            put(ground, name, row, {column: _grown(ground, row, column)})


def _number(ground: Ground, name: str, column: str, rows: list[Cells]) -> None:
    alike: dict[int, list[Cells]] = defaultdict(list)
    before = _before(name, rows)
    for row in rows:
        if row["id"] not in before:
            alike[_first(ground, name, column, row)].append(row)
    for said, some in alike.items():
        some.sort(key=lambda row: (_lane(ground, name, row), row["id"].int))
        for place, row in enumerate(some):
            lane = _lane(ground, name, row)
            given = said if place == 0 else int(f"{lane or 100}{said:02d}")
            if len(some) > 1 and put(ground, name, row, {column: given}) and place:
                ground.renamed.add((name, row["id"], str(given)))
    for row in rows:
        if row["id"] in before:
            put(ground, name, row, {column: _root(row, before)[column]})


def _before(name: str, rows: Sequence[Cells]) -> dict[UUID, Cells]:
    """By row the one that it puts in other words."""
    there = {row["id"]: row for row in rows}
    column = FOLLOWS.get(name, "")
    return {row["id"]: there[row[column]] for row in rows if column and row[column] in there}


def _root(row: Cells, before: Mapping[UUID, Cells]) -> Cells:
    while row["id"] in before:
        row = before[row["id"]]
    return row


def _grown(ground: Ground, row: Cells, column: str) -> list[Any]:
    """Everything that was ever put in a list, in the order in which it was written."""
    written = sorted(
        (write for write in ground.log_of(row["id"]) if write.wrote(column)),
        key=lambda write: ground.order.stamp(write.key),
    )
    grown: list[Any] = []
    for some in (*((write.after or {})[column] for write in written), row[column]):
        grown += [each for each in some if each not in grown]
    return grown


def _version(ground: Ground, name: str, column: str, rows: list[Cells]) -> None:
    def place(row: Cells) -> tuple[Any, ...]:
        return (
            _first(ground, name, column, row),
            ground.order.stamp(ground.births.of(name, row)),
            row["id"].int,
        )

    last = 0
    for row in sorted(rows, key=place):
        last = max(last + 1, _first(ground, name, column, row))
        put(ground, name, row, {column: last})


def _tie(ground: Ground, name: str, rows: list[Cells]) -> None:
    """The tie that was made last holds; those beside it did not last a moment, and stay in the history."""
    open_ = [row for row in rows if row["until"] is None or cut(ground, row)]
    if len(open_) < 2:
        return
    holds = max(open_, key=lambda row: (ground.order.stamp(ground.births.of(name, row)), row["id"].int))
    for row in open_:
        put(ground, name, row, {"until": None if row is holds else row["since"]})


def cut(ground: Ground, row: Cells) -> bool:
    """Whether a tie was ended here, by the rule, and by nobody in the program."""
    if row["until"] != row["since"]:
        return False
    return not any(
        write.wrote("until") and write.operation == Operation.UPDATE for write in ground.log_of(row["id"])
    )


def _groups(ground: Ground, name: str, scopes: Sequence[str]) -> Iterable[list[Cells]]:
    """The rows of every group in which something came in or changed."""
    of, came = table(name), ground.touched.get(name, set())
    if not came:
        return
    groups: dict[tuple[UUID, ...], list[Cells]] = defaultdict(list)
    for row in map(dict, ground.connection.execute(select(of).order_by(of.c.id)).mappings()):
        groups[tuple(row[each] for each in scopes)].append(row)
    for rows in groups.values():
        if any(row["id"] in came for row in rows):
            yield rows


def put(ground: Ground, name: str, row: Cells, cells: Cells) -> bool:
    """Write cells of a row that differ from what stands there, without a word in the log; whether any did."""
    changed = {column: cell for column, cell in cells.items() if row[column] != cell}
    if changed:
        of = table(name)
        changed["revision"] = row["revision"] + 1
        row.update(changed)
        ground.connection.execute(update(of).where(of.c.id == row["id"]).values(changed))
        ground.touch(name, row["id"])
    return bool(changed)


def _first(ground: Ground, name: str, column: str, row: Cells) -> Any:  # noqa: ANN401
    """What the column said when the row was made."""
    said = ground.births.first(name, row["id"]).get(column, row[column])
    if name in LABELS and isinstance(said, str):
        return said.removesuffix(f"/{_lane(ground, name, row)}")
    return said


def _labels(ground: Ground, name: str, said: str, order: Sequence[Cells]) -> list[str]:
    given = [said]
    for row in order[1:]:
        label = f"{said}/{_lane(ground, name, row)}"
        given.append(label if label not in given else f"{label}.{row['id'].hex[-4:]}")
    return given


def _lane(ground: Ground, name: str, row: Cells) -> int:
    if not ground.lanes:
        ground.lanes.update(ground.connection.execute(select(SiteRow.id, SiteRow.lane)).all())
    return ground.lanes[ground.births.of(name, row)[0]]


def _alike(ground: Ground, name: str, process_id: UUID, said: str) -> list[Cells]:
    """The rows here that were made with this label."""
    ids = _labelled(ground, name)[process_id, said.casefold()]
    if not ids:
        return []
    of = table(name)
    found = ground.connection.execute(
        select(of).where(of.c.id.in_(sorted(ids, key=_number_of))).order_by(of.c.id)
    )
    return [dict(row) for row in found.mappings()]


def _labelled(ground: Ground, name: str) -> dict[tuple[UUID, str], set[UUID]]:
    if name not in ground.labels:
        of, column = table(name), LABELS[name]
        found: dict[tuple[UUID, str], set[UUID]] = defaultdict(set)
        rows = ground.connection.execute(select(of).where(of.c[column].is_not(None)))
        for row in map(dict, rows.mappings()):
            found[row["process_id"], _first(ground, name, column, row).casefold()].add(row["id"])
        ground.labels[name] = found
    return ground.labels[name]


def _wording(ground: Ground, card_id: UUID) -> str:
    """The first words of a card of the other side."""
    if not ground.wordings:
        texts: dict[UUID, list[Cells]] = defaultdict(list)
        for text in ground.handover.rows.get("card_text", {}).values():
            texts[ground.twins.keeper(text["card_id"])].append(text)
        ground.wordings.update((card, _words(some)) for card, some in texts.items())
    return ground.wordings.get(card_id, "")


def _number_of(row_id: UUID) -> int:
    return row_id.int


def _words(texts: Iterable[Cells]) -> str:
    first = min(texts, key=lambda text: (text["version"], text["id"].int), default=None)
    return "" if first is None else " ".join(first["text"].split()).casefold()
