"""How everything stood at a moment, and exactly what changed between two moments."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from burgertop_app.domain import canonical
from burgertop_app.domain.responses import CommitmentState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from burgertop_app.domain.follow_views import CommitmentLine
    from burgertop_app.domain.processes import Pledge

FORMAT = 1


class Differs(StrEnum):
    """In what a promise differs from how it was reported before."""

    NEW = "new"
    WITHDRAWN = "withdrawn"
    STATE = "state"
    STEP = "step"
    DUE = "due"
    REWORDED = "reworded"
    NOTES = "notes"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class Difference:
    """One thing that changed: codes or ISO days `was` and `now`, or how many there are more."""

    kind: Differs
    was: str = ""
    now: str = ""
    count: int = 0


@dataclass(frozen=True)
class StateOfAffairs:
    """How everything stood, by id as text; nothing in it names a person."""

    commitments: Mapping[str, Mapping[str, Any]]
    pledges: Mapping[str, str]


def state_of(lines: Sequence[CommitmentLine], pledges: Sequence[Pledge]) -> StateOfAffairs:
    """How these promises and pledges stand."""
    return StateOfAffairs(
        {str(line.commitment.id): _told(line) for line in lines},
        {str(pledge.id): pledge.state.value for pledge in pledges},
    )


def written(now: StateOfAffairs) -> str:
    """Canonical JSON of a standing, to keep with a report."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "commitments": {key: dict(told) for key, told in now.commitments.items()},
        "pledges": dict(now.pledges),
    }
    return canonical.canonical(told).decode("utf-8")


def read(content: str) -> StateOfAffairs:
    """What `written` wrote."""
    told = json.loads(content)
    return StateOfAffairs(told["commitments"], told["pledges"])


def differences(before: StateOfAffairs | None, now: StateOfAffairs, key: str) -> tuple[Difference, ...]:
    """What changed in the promise with the id `key`; nothing while there is no earlier report."""
    if before is None:
        return ()
    new, old = now.commitments[key], before.commitments.get(key)
    if old is None:
        return (Difference(Differs.NEW),)
    if new["withdrawn"] and not old["withdrawn"]:
        return (Difference(Differs.WITHDRAWN),)
    said = [
        Difference(kind, old[field], new[field])
        for kind, field in ((Differs.STATE, "state"), (Differs.STEP, "step"), (Differs.DUE, "due_on"))
        if old[field] != new[field]
    ]
    if old["text"] != new["text"]:
        said.append(Difference(Differs.REWORDED))
    for kind, field in ((Differs.NOTES, "notes"), (Differs.EVIDENCE, "evidence")):
        more = len(set(new[field]) - set(old[field]))
        if more:
            said.append(Difference(kind, count=more))
    return tuple(said)


def since_day(line: CommitmentLine, day: date | None) -> tuple[Difference, ...]:
    """What was recorded of a promise after `day`, such as that of the last meeting."""
    kept = line.commitment
    if day is None:
        return ()
    if kept.made_on is not None and kept.made_on > day:
        return (Difference(Differs.NEW),)
    said = []
    if kept.closed_on is not None and kept.closed_on > day:
        said.append(Difference(Differs.STATE, CommitmentState.UNDER_WAY.value, kept.state.value))
    steps = [one for one in line.steps if one.on > day]
    if steps and steps[0].was is not steps[-1].now:
        said.append(Difference(Differs.STEP, steps[0].was.value, steps[-1].now.value))
    moved = [one for one in line.moved if one.on > day]
    if moved:
        said.append(Difference(Differs.DUE, moved[0].was_on.isoformat(), _iso(moved[-1].now_on)))
    notes = sum(note.on > day for note in line.notes)
    if notes:
        said.append(Difference(Differs.NOTES, count=notes))
    shown = sum(one.on > day and not one.withdrawn_reason for one in line.evidence)
    if shown:
        said.append(Difference(Differs.EVIDENCE, count=shown))
    return tuple(said)


def pledge_changed(before: StateOfAffairs | None, now: StateOfAffairs, key: str) -> bool:
    """Whether a pledge stands otherwise than in the earlier report."""
    return before is not None and before.pledges.get(key) != now.pledges[key]


def _told(line: CommitmentLine) -> dict[str, Any]:
    kept = line.commitment
    return {
        "state": kept.state.value,
        "step": kept.step.value,
        "due_on": _iso(kept.due_on),
        "text": hashlib.sha256(kept.text.encode()).hexdigest(),
        "withdrawn": bool(kept.withdrawn_reason),
        "notes": sorted(str(note.id) for note in line.notes),
        "evidence": sorted(str(one.id) for one in line.evidence if not one.withdrawn_reason),
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
