"""Two replies on one letter side by side; the organiser keeps one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.inviting import Answer
from burgertop_app.i18n import _, day
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column, grid, row, words
from burgertop_app.ui.people.listing import titled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.registration import EarlierReply, Invited, ReplyForm

REJECTED, SECOND, FIRST = 0, 1, 2
"""What `exec` gives: nothing was decided, the reply just typed counts, or the earlier one stays."""


class DoubleDialog(Panel):
    """Shows what came first beside what was typed now; lines that differ stand out."""

    def __init__(
        self, parent: QWidget | None, invited: Invited, earlier: EarlierReply, reply: ReplyForm
    ) -> None:
        told = words(
            _("Two replies came in on the letter of number {number}. Which one counts?").format(
                number=invited.number
            ),
            "small",
            wrap=True,
        )
        heads: list[QWidget | None] = [
            None,
            words(_("Came first"), "strong"),
            words(_("Typed now"), "strong"),
        ]
        rows = [
            [words(name, "muted"), *(words(said or "–", _kind(one, other)) for said in (one, other))]
            for name, one, other in compared(invited, earlier, reply)
        ]
        keep_first = secondary(_("Keep the first reply"), lambda: self.done(FIRST))
        body = column(told, grid([heads, *rows]), row(keep_first, None), gap=14)
        super().__init__(parent, _("There is a reply already"), body, _("This reply counts"))
        self.setMinimumWidth(560)


def compared(invited: Invited, earlier: EarlierReply, reply: ReplyForm) -> list[tuple[str, str, str]]:
    """Per line its name, what came first, and what was typed."""
    answers = {False: _("takes part"), True: _("does not take part")}
    when = day(earlier.at.astimezone().date()) if earlier.at else ""
    names = [*earlier.features, *(name for name in reply.features if name not in earlier.features)]
    now = {} if reply.declines else reply.features
    return [
        (_("Answer"), answers[earlier.answer is Answer.NO], answers[reply.declines]),
        (_("When"), when, ""),
        (_("Came in through"), earlier.channel, reply.channel),
        (_("Name"), earlier.name, reply.name or invited.name),
        *((titled(name), earlier.features.get(name, ""), now.get(name, "")) for name in names),
    ]


def _kind(one: str, other: str) -> str:
    """Words that differ stand out; what was not filled in again does not."""
    return "strong" if one and other and one != other else "small"
