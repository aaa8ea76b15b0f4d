"""One card followed along the thread, as an example; another one at each press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from burgertop_app.i18n import _
from burgertop_app.messages.threads import heading
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.overview.step_box import Arrow, StepBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.overview_views import ThreadPath, ThreadStep

LINES = 4
FEWEST = 3


class Followed(Card):
    """Boxes from the card to where it came; `wanted` carries a step, `all_wanted` the card."""

    wanted = Signal(object)
    all_wanted = Signal(object)

    def __init__(self) -> None:
        self.another = link(_("Another card"), self._on_another, "shuffle")
        self.whole = link(_("Follow every way"), self._on_whole, "route")
        super().__init__(heading=_("One card followed"), note=" ", actions=(self.whole, self.another))
        self._walks: tuple[ThreadPath, ...] = ()
        self._at = 0

    def put(self, walks: Sequence[ThreadPath]) -> None:
        """Follow one of these; those that go furthest come first and the others are not offered."""
        far = [walk for walk in walks if len(walk.steps) >= FEWEST]
        before = self.shown.steps[0].id if self.shown else None
        self._walks = tuple(far or walks[:1])
        places = [place for place, walk in enumerate(self._walks) if walk.steps[0].id == before]
        self._at = places[0] if places else 0
        self._show()

    @property
    def shown(self) -> ThreadPath | None:
        """The path that is shown."""
        return self._walks[self._at] if self._walks else None

    def _show(self) -> None:
        self.empty()
        path = self.shown
        self.another.setVisible(len(self._walks) > 1)
        self.whole.setVisible(path is not None)
        if path is None:
            self.note.setText("")
            self.add(
                words(_("As soon as there are cards, you can follow one here from its table on."), "muted"), 8
            )
            return
        self.note.setText(_sentence(path))
        items: list[QWidget] = []
        for step in path.steps:
            if items:
                items.append(Arrow())
            box = StepBox(step, LINES)
            box.wanted.connect(self.wanted)
            items.append(box)
        line = row(*items, gap=2)
        for place, step in enumerate(path.steps):
            line.setStretch(place * 2, 4 if step.kind == "card" else 3)
        self.add(line, 4)

    def _on_another(self) -> None:
        self._at = (self._at + 1) % len(self._walks)
        self._show()

    def _on_whole(self) -> None:
        if self.shown:
            self.all_wanted.emit(self.shown.steps[0])


def _sentence(path: ThreadPath) -> str:
    card = heading(path.steps[0])
    last: ThreadStep = path.steps[-1]
    ends = {
        "card": _("{card} lies still: no proposal came out of it."),
        "theme": _("{card} lies still: no proposal came out of it."),
        "proposal": _("So {card} went from its table to a proposal."),
        "recommendation": _("So {card} went from its table to a recommendation."),
        "answer": _("So {card} went from its table to an answer."),
        "commitment": _("So {card} went from its table to a commitment."),
    }
    name = card if last.kind in ("card", "theme") else card[:1].lower() + card[1:]
    return ends[last.kind].format(card=name)
