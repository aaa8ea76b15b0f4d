"""Who was there and who was not: the same features at every stage, small groups already merged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from burgertop_app.domain.errors import InvalidInput


class StageKind(StrEnum):
    """The stages a group of people passes, in order."""

    POPULATION = "population"
    INVITED = "invited"
    REGISTERED = "registered"
    DRAWN = "drawn"
    PRESENT = "present"


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stage and how many people it has (None: not known); `note` tells more, such as an event."""

    kind: StageKind
    people: int | None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ValueShares:
    """The share (0..1) of one value at each stage; None where it is not known."""

    value: str
    shares: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True)
class FeatureShares:
    """All published values of one feature."""

    feature: str
    values: tuple[ValueShares, ...]


@dataclass(frozen=True, kw_only=True)
class Representation:
    """The representativity statement: shares per feature and stage, with the gaps named in sentences.

    `balanced` is the sentence that stands there when nobody fell short.
    """

    stages: tuple[Stage, ...]
    features: tuple[FeatureShares, ...]
    gaps: tuple[str, ...] = ()
    balanced: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        for feature in self.features:
            for line in feature.values:
                if len(line.shares) != len(self.stages):
                    raise InvalidInput("paper_stage_shares", feature=feature.feature, value=line.value)
