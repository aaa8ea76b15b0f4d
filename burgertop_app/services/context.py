"""What every service gets: the workspace's transactions, the time, chance, and the shipped tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.services.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.storage.unit_of_work import Work

FORMS = Path(__file__).parents[2] / "resources" / "forms"


@dataclass(frozen=True)
class Context:
    """One open workspace and its surroundings.

    Attributes:
        work: opens the transactions.
        clock: the moment, in UTC.
        entropy: so many unpredictable bytes.
        language: of documents and new processes, "nl" or "en".
        forms: the folder with the recipes.
        terms: counts terms with the shipped table of days off.
        pretended: the day on which a sample plays; None in a real workspace.
    """

    work: Work
    clock: Callable[[], datetime]
    entropy: Callable[[int], bytes]
    language: str = "nl"
    forms: Path = FORMS
    terms: Terms = field(default_factory=Terms)
    pretended: date | None = None

    def today(self) -> date:
        """The date here, by the clock; in a sample the day on which it plays."""
        return self.pretended or self.clock().astimezone().date()

    @property
    def holidays(self) -> Holidays:
        """The days off that terms count with."""
        return self.terms.holidays
