"""What every service gets: the workspace's transactions, the time, chance, and the shipped tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.services.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.storage.unit_of_work import Work

FORMS = Path(__file__).parents[2] / "resources" / "forms"


@dataclass(frozen=True)
class Context:
    """One open workspace and its surroundings.

    Attributes:
        work: opens the transactions.
        clock: the moment, in UTC; in a sample that was opened it stands on the day on which that plays.
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


def playing_on(day: date, clock: Callable[[], datetime]) -> Callable[[], datetime]:
    """The clock of a sample: the hour is that of `clock`, the day here is always `day`.

    Whatever a sample makes or keeps gets its moment from here, so that no document, letter, page, calendar
    or line of the log has the day of the computer.
    """

    def moment() -> datetime:
        return datetime.combine(day, clock().astimezone().time()).astimezone(UTC)

    return moment
