"""Choosing a method of drawing, and comparing what methods give: chances only, no panel can be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.draw_comparison import ComparisonInput, MethodChances
from burgertop_app.domain.draws import METHODS
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.engines.sortition.lottery import chances
from burgertop_app.services import draw_choices, draw_keeping
from burgertop_app.services.drawing import Drawing
from burgertop_app.services.lotteries import refuse_obstacles

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.drawing import DrawRequest
    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.context import Context


class DrawComparing:
    """What an organiser does to choose how chances are made fair."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._drawing = Drawing(context)

    def choose(self, process_id: UUID, method: str) -> Change:
        """Keep the method for the next lottery of this process.

        Raises:
            InvalidInput: there is no such method.
            NotPossible: a draw stands that must be withdrawn first.
        """
        if method not in METHODS:
            raise InvalidInput("draw_method", method=method, methods=", ".join(METHODS))
        with self._work.writing("draw.choose") as store:
            before = draw_choices.chosen(store, process_id)
            if method == before.method:
                return changed()
            draw_keeping.refuse_all_standing(store, process_id, before.panels)
            draw_choices.keep(store, process_id, replace(before, method=method))
        return changed(Topic.QUOTAS, row=process_id)

    def prepare(self, request: DrawRequest, methods: tuple[str, ...]) -> ComparisonInput:
        """What the comparison needs; see `Drawing.prepare` for what it refuses."""
        return ComparisonInput(self._drawing.prepare(request), methods)


def compare(asked: ComparisonInput, progress: Progress) -> tuple[MethodChances, ...]:
    """The chances that each method gives; pure, so that it can run in another process.

    Raises:
        NotPossible: no panel satisfies every quota.
        Cancelled: asked for through `progress`.
    """
    given = asked.given
    refuse_obstacles(given.pool, given.quotas, given.rules)
    return tuple(
        MethodChances(
            method, chances(given.pool, given.quotas, replace(given.rules, method=method), progress)
        )
        for method in asked.methods
    )
