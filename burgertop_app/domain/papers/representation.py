"""Who was there and who was not: the same features at every stage, small groups already merged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.common import Masthead


class StageKind(StrEnum):
    """The stages a group of people passes, in order."""

    POPULATION = "population"
    INVITED = "invited"
    REGISTERED = "registered"
    DRAWN = "drawn"
    PRESENT = "present"


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stage and how many people it has (None: not known); `note` tells more, such as an event.

    `on` is the day of a meeting.
    """

    kind: StageKind
    people: int | None
    note: str = ""
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ValueShares:
    """The share (0..1) of one value at each stage; None where it is not known, or not shown."""

    value: str
    shares: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True)
class FeatureShares:
    """All published values of one feature; `steps` to how many points each stage is rounded, none: to 1."""

    feature: str
    values: tuple[ValueShares, ...]
    steps: tuple[int, ...] = ()

    def step(self, stage: int) -> int:
        """To how many percentage points the shares of a stage are rounded; 0 where all are left out."""
        return self.steps[stage] if self.steps else 1


@dataclass(frozen=True, kw_only=True)
class Representation:
    """The representativity statement: shares per feature and stage, with the gaps named in sentences.

    Attributes:
        gaps: who was missing and who was there more than others, and at which stage it arose.
        balanced: the sentence that stands there when nobody fell short.
        response: how many of those invited take part.
        done: what was done to reach those who were missing, in the organiser's words.
        unknown: what is not known or not shown, in sentences.
    """

    stages: tuple[Stage, ...]
    features: tuple[FeatureShares, ...]
    gaps: tuple[str, ...] = ()
    balanced: str = ""
    source: str = ""
    response: str = ""
    done: str = ""
    unknown: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for feature in self.features:
            for line in feature.values:
                if len(line.shares) != len(self.stages):
                    raise InvalidInput("paper_stage_shares", feature=feature.feature, value=line.value)


@dataclass(frozen=True, kw_only=True)
class RepresentationPaper:
    """The representativity statement as a document of its own."""

    masthead: Masthead
    shown: Representation
