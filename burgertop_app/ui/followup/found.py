"""What the page of the follow-up reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.feedback import FeedbackStanding
    from burgertop_app.domain.follow_views import FollowUp
    from burgertop_app.services.house import Services


@dataclass(frozen=True)
class Promised:
    """What the follow-up shows."""

    title: str
    follow: FollowUp
    feedback: FeedbackStanding
    answered: bool


def read(house: Services, process: UUID) -> Promised:
    """Everything about the follow-up of one process."""
    numbers = house.overview.numbers(process)
    return Promised(
        title=house.processes.get(process).title,
        follow=house.following.view(process),
        feedback=house.feeding_back.standing(process),
        answered=0 < numbers.recommendations == numbers.answered,
    )
