"""That papers of a plan went to paper: what they said is kept, to print later only what says something else.

Route cards make their plan the printed one, which is never changed in place again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.papers.day_kit import DoorListPaper
from burgertop_app.domain.papers.tables import RouteCardsPaper, TableSheetsPaper
from burgertop_app.services.printing import paper_parts
from burgertop_app.storage import printed_papers, printed_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from burgertop_app.services.printing.rendering import Paper
    from burgertop_app.storage.unit_of_work import Store, Work


def printed_by(work: Work, papers: Iterable[Paper]) -> Callable[[Store], object] | None:
    """What to keep when these papers have been saved; None when nothing of them is known again later.

    Raises:
        Conflict: somebody got another seat since the cards were put together.
    """
    papers = tuple(papers)
    parts = [
        (paper.event_id, paper_parts.kind_of(paper), paper_parts.hashes(paper))
        for paper in papers
        if isinstance(paper, TableSheetsPaper | DoorListPaper) and paper.event_id is not None
    ]
    known = [
        (paper.plan_id, paper.seats_hash, paper.cards)
        for paper in papers
        if isinstance(paper, RouteCardsPaper) and paper.plan_id is not None
    ]
    if not known and not parts:
        return None
    with work.reading() as store:
        for plan_id, seats_hash, _cards in known:
            printed_plan.refuse_moved(store, plan_id, seats_hash)

    def mark(store: Store) -> None:
        for plan_id, seats_hash, cards in known:
            printed_plan.mark_printed(store, plan_id, seats_hash, cards)
        for event_id, kind, hashes in parts:
            printed_papers.keep(store, event_id, kind, hashes)

    return mark
