"""That route cards went to paper: their plan becomes the printed one, and is never changed in place again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.papers.tables import RouteCardsPaper
from burgertop_app.storage import printed_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from burgertop_app.services.printing.rendering import Paper
    from burgertop_app.storage.unit_of_work import Store, Work


def printed_by(work: Work, papers: Iterable[Paper]) -> Callable[[Store], object] | None:
    """What to keep when these papers have been saved; None when none of them are route cards of a plan.

    Raises:
        Conflict: somebody got another seat since the cards were put together.
    """
    known = [
        (paper.plan_id, paper.seats_hash, paper.cards)
        for paper in papers
        if isinstance(paper, RouteCardsPaper) and paper.plan_id is not None
    ]
    if not known:
        return None
    with work.reading() as store:
        for plan_id, seats_hash, _cards in known:
            printed_plan.refuse_moved(store, plan_id, seats_hash)

    def mark(store: Store) -> None:
        for plan_id, seats_hash, cards in known:
            printed_plan.mark_printed(store, plan_id, seats_hash, cards)

    return mark
