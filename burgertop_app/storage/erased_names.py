"""Erased people in free text: who wrote "Fatma Demir belde" did not point at a row.

Whole names go (`person_names` tells when something is one), and so do somebody's own e-mail address,
telephone number and home (`person_details`), from every text that an organiser typed and from what the log
holds of it; what else stands there stays, and so do states, days and counts. `LEFT` are the columns that are
not touched, each with the reason. What was fixed for good is marked (`name_marks`).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import JSON, select, update

from burgertop_app.domain.addressees import Addressee
from burgertop_app.domain.letters import LetterSetup
from burgertop_app.domain.people import Contact
from burgertop_app.domain.person_details import Traces, details_of
from burgertop_app.domain.person_names import Names
from burgertop_app.storage import codecs
from burgertop_app.storage.base import Row
from burgertop_app.storage.mapping import kept_rows
from burgertop_app.storage.rows.everywhere import LogPayloadRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Column, Table

    from burgertop_app.domain.people import Person
    from burgertop_app.storage.store import Store

Changed = dict[str, dict["UUID", dict[str, Any]]]

GONE: Final = "…"

_FIXED = "fixed for good and proven by a hash: it is marked instead"
_FEATURES = "a feature or a group of the quotas, with which draws are proven; nobody is named in it"
_CODE = "a code or a number that the program gives out"
_COLOUR = "a colour; nothing else can be written there"
_WRITER = "who worked in the program; the log says it too"
_NAMESAKE = "who somebody else is: a namesake keeps their own name"

LEFT: Final[Mapping[str, Mapping[str, str]]] = {
    "advice_version": {"content": _FIXED, "sha256": _FIXED},
    "agreement": {"rule": _CODE, "start": _CODE},
    "attachment": {"media_type": _CODE, "sha256": _FIXED},
    "ballot": {"method": _FIXED, "sha256": _FIXED, "numbers": _CODE},
    "ballot_objection": {"number": _CODE, "by": _WRITER},
    "ballot_vote": {"number": _CODE, "cells": _FEATURES, "choices": _CODE, "by": _WRITER},
    "card": {"label": _CODE},
    "card_proposal": {"by": _WRITER},
    "card_sign_off": {"by": _WRITER, "ended_by": _WRITER},
    "card_succession": {"by": _WRITER},
    "card_text": {"by": _WRITER},
    "card_theme": {"by": _WRITER},
    "contact": dict.fromkeys(
        ("name", "address", "postcode", "place", "email", "phone", "prefers"), _NAMESAKE
    ),
    "deadline": {"rule": _CODE, "start": _CODE},
    "declared": {"feature": _FEATURES, "value": _FEATURES},
    "draw": dict.fromkeys(
        (
            *("method", "lottery_sha256", "pool_sha256", "quotas_sha256", "engine", "min_probability"),
            *("upper_bound", "secret", "marks_sha256", "number_source", "moment", "published_where"),
            *("witnesses", "seed"),
        ),
        _FIXED,
    ),
    "draw_entry": dict.fromkeys(("number", "features", "salt", "leaf", "exact", "published"), _FIXED),
    "draw_file": {"name": _FIXED, "sha256": _FIXED},
    "event_round": {"topic_mode": _CODE},
    "export_record": {"kind": _CODE, "by": _WRITER},
    "feature": {"name": _FEATURES},
    "feedback": {"how": _CODE},
    "house_style": {"accent": _COLOUR},
    "household": {"key": _NAMESAKE},
    "import_batch": {"file_sha256": _FIXED},
    "instrument": {"code": _CODE},
    "invitation": {"code": _CODE},
    "invitation_round": {"area_feature": _FEATURES, "list_sha256": _FIXED, "seed_sha256": _FIXED},
    "item": {"kind": _CODE, "stage": _CODE},
    "participation": {"number": _CODE, "salt": _CODE},
    "plan_version": {"figures": _CODE, "bounds": _CODE},
    "process": {"form": _CODE, "recipe": _FIXED, "recipe_sha256": _FIXED, "language": _CODE},
    "progress_report": {"content": _FIXED, "sha256": _FIXED},
    "proposal_owner": {"by": _WRITER},
    "proposal_recommendation": {"by": _WRITER},
    "proposal_text": {"addressee": _CODE},
    "quota_line": {"feature": _FEATURES, "value": _FEATURES},
    "rating": {"marks": _CODE},
    "replacement": {"state_sha256": _FIXED},
    "reply_reading": {"disposition_ids": _CODE},
    "screen_card": {"by": _WRITER},
    "seat": {"locked_by": _CODE},
    "setting": {"key": _CODE},
    "sign_off": {"content_sha256": _FIXED},
    "statement_notes": dict.fromkeys(("special", "plain", "merging", "published"), _FEATURES),
    "survey": {"secret": _CODE},
    "survey_code": {"code": _CODE},
    "survey_reply": {"mark": _CODE},
}
"""The columns of text that an erasure leaves as they are, with the reason."""

_BREAK = re.compile(r"\\[nrtbf]")


def texts(table: Table, kind: type[Any]) -> tuple[Column[Any], ...]:
    """The columns in which somebody may be named and from which the name goes."""
    left = LEFT.get(table.name, {})
    return tuple(
        table.columns[name]
        for name, hint in codecs.hints(kind).items()
        if name not in left and not table.columns[name].foreign_keys and _texty(table.columns[name], hint)
    )


def traces_of(store: Store, people: Sequence[Person]) -> Traces:
    """What finds these people in texts: their whole names, and how they themselves could be reached.

    Where and how an office is reached stays, also when somebody gave that as their own.
    """
    found = store.find(Contact, person_id=[person.id for person in people])
    details = details_of(found)
    for office in store.find(Addressee):
        details.leave(f"{office.email}\n{office.address}")
    for letters in store.find(LetterSetup):
        details.leave(letters.return_address)
    return Traces(Names((one.name for one in found), alone=True), details)


def rows_with(store: Store, traces: Traces) -> Changed:
    """Per table the rows in which somebody can be found, with their texts without that."""
    found: Changed = {}
    for row in kept_rows() if traces.sought else ():
        table = Row.metadata.tables[row.__tablename__]
        columns = texts(table, row.keeps)
        if not columns:
            continue
        for row_id, *cells in store.connection.execute(select(table.c.id, *columns)):
            said = {
                column.name: _without(cell, traces)
                for column, cell in zip(columns, cells, strict=True)
                if cell and any(map(traces.finds, _strings(cell)))
            }
            if said:
                found.setdefault(table.name, {})[row_id] = said
    return found


def log_with(store: Store, traces: Traces) -> frozenset[tuple[UUID, int]]:
    """The entries of the log that hold such a text, whatever the row says now."""
    if not traces.sought:
        return frozenset()
    payload = LogPayloadRow
    wanted = select(payload.site_id, payload.seq, payload.content).where(payload.content.is_not(None))
    return frozenset(
        (site, seq)
        for site, seq, content in store.connection.execute(wanted)
        if content
        and traces.finds(_BREAK.sub(" ", content))
        and any(map(traces.finds, _strings(json.loads(content))))
    )


def strike(store: Store, rows: Changed, seq: int) -> None:
    """Write the texts without the names; `seq` is the entry of the log that attests the erasure."""
    for name, changed in rows.items():
        table = Row.metadata.tables[name]
        stamp = store.stamp(seq, new=False) | {"revision": table.c.revision + 1}
        for row_id, said in changed.items():
            store.connection.execute(update(table).where(table.c.id == row_id).values(**said, **stamp))


def _texty(column: Column[Any], hint: codecs.Hint) -> bool:
    return isinstance(column.type, JSON) or hint in (str, str | None)


def _strings(cell: object) -> Iterator[str]:
    """Every text in a cell, names of fields too."""
    if isinstance(cell, str):
        yield cell
    inner: Iterable[object] = ()
    if isinstance(cell, dict):
        inner = (*cell, *cell.values())
    elif isinstance(cell, list):
        inner = cell
    for each in inner:
        yield from _strings(each)


def _without(cell: Any, traces: Traces) -> Any:  # noqa: ANN401  (what stands in a column)
    if isinstance(cell, str):
        return traces.without(cell, GONE)
    if isinstance(cell, list):
        return [_without(each, traces) for each in cell]
    if not isinstance(cell, dict):
        return cell
    left: dict[str, Any] = {}
    for key, each in cell.items():
        said = traces.without(key, GONE)
        while said in left:
            said += GONE
        left[said] = _without(each, traces)
    return left
