"""What the page of the follow-up reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.people import Role

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.follow_views import FollowUp
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.house import Services


@dataclass(frozen=True)
class Promised:
    """What the follow-up shows."""

    title: str
    follow: FollowUp
    people: tuple[PersonLine, ...]
    answered: bool


def read(house: Services, process: UUID) -> Promised:
    """Everything about the follow-up of one process."""
    numbers = house.overview.numbers(process)
    return Promised(
        title=house.processes.get(process).title,
        follow=house.following.view(process),
        people=house.people.lines(process, Role.RESIDENT),
        answered=0 < numbers.recommendations == numbers.answered,
    )
