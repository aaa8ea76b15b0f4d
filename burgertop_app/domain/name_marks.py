"""Where the name of an erased person still stands: in what was fixed for good, and may never be changed.

A fixed advice, a fixed progress report, a file that somebody sent and the public files of a draw stay as they
are: the Archiefwet keeps them, a hash proves them, and article 17 (3) of the AVG leaves room for both. A mark
tells that a name stands there. It does not hold the name, only in which text of the thing, from which sign to
which, so that a copy can leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.person_names import struck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.person_details import Traces


class Fixed(StrEnum):
    """What may never be changed."""

    ADVICE_VERSION = "advice_version"
    PROGRESS_REPORT = "progress_report"
    ATTACHMENT = "attachment"
    DRAW = "draw"


class Verdict(StrEnum):
    """What an organiser decided about a mark.

    `KEPT`: the thing stays as it is, and out of the public eye. `OTHER`: somebody looked, and it is somebody
    else or an ordinary word; nothing is held back for it any more.
    """

    OPEN = "open"
    KEPT = "kept"
    OTHER = "other"


@dataclass(frozen=True)
class NamePlace:
    """A name in the text with this number, counted through the whole content, from sign to sign."""

    text: int
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class NameMark(Entity):
    """The name of somebody who was erased stands in `target_id`; it does not say whose name.

    `unread` means that nobody could look inside, so that it may stand there. `process_id` is None for what
    belongs to no process.
    """

    kind: Fixed
    target_id: UUID
    at: datetime
    times: int = 0
    places: tuple[NamePlace, ...] = ()
    unread: bool = False
    verdict: Verdict = Verdict.OPEN
    reason: str = ""
    process_id: UUID | None = None

    def __post_init__(self) -> None:
        if self.verdict is not Verdict.OPEN and not self.reason.strip():
            raise InvalidInput("name_mark_reason_empty")

    @property
    def holds_back(self) -> bool:
        """Whether the thing may not be published as it is."""
        return not self.unread and self.verdict is not Verdict.OTHER


@dataclass(frozen=True)
class FileText:
    """What a file says; `whole` is false when a part, or all of it, cannot be read, as with a picture."""

    text: str = ""
    whole: bool = True


@dataclass(frozen=True)
class MarkLine:
    """A mark with what an organiser knows its target by.

    `advice` and `number` are the number of the advice and of its version, or of the report or the attempt;
    `title` is that of the advice, or the name of the file.
    """

    mark: NameMark
    title: str = ""
    advice: int = 0
    number: int = 0


@dataclass(frozen=True)
class ErasureOutlook:
    """What an erasure will leave, before it is done: `found` and `unread` as lines whose marks are not kept.

    `sought` is false when the name is too short, or too ordinary, to look for.
    """

    sought: bool = True
    found: tuple[MarkLine, ...] = ()
    unread: tuple[MarkLine, ...] = ()


def places(content: object, traces: Traces) -> tuple[NamePlace, ...]:
    """Where somebody can be found in a content of JSON."""
    return tuple(
        NamePlace(number, start, end)
        for number, text in enumerate(texts(content))
        for start, end in traces.spans(text)
    )


def texts(content: object) -> Iterator[str]:
    """Every text in a content of JSON, in order."""
    if isinstance(content, str):
        yield content
    for inner in content.values() if isinstance(content, dict) else _several(content):
        yield from texts(inner)


def redacted(content: object, known: Iterable[NamePlace], instead: str) -> Any:  # noqa: ANN401  (JSON)
    """A content of JSON with `instead` in these places."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for place in sorted(known, key=lambda place: (place.text, place.start)):
        spans.setdefault(place.text, []).append((place.start, place.end))
    numbers = iter(range(sum(1 for _ in texts(content))))
    return mapped(content, lambda text: struck(text, _apart(spans.get(next(numbers), ())), instead))


def mapped(content: object, change: Callable[[str], str]) -> Any:  # noqa: ANN401  (JSON)
    """A content of JSON with every text in it changed; names of fields stay."""
    if isinstance(content, str):
        return change(content)
    if isinstance(content, dict):
        return {key: mapped(inner, change) for key, inner in content.items()}
    return [mapped(inner, change) for inner in content] if isinstance(content, list | tuple) else content


def _several(content: object) -> Iterable[object]:
    return content if isinstance(content, list | tuple) else ()


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places of several erasures, with those left out that begin inside another."""
    until = 0
    for start, end in spans:
        if start >= until:
            yield start, end
        until = max(until, end)
