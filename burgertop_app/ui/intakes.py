"""What came in from files, a line each: where it came from, and a button to take it out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.layout import row, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QVBoxLayout

    from burgertop_app.domain.budget_votes import BudgetIntake
    from burgertop_app.domain.opinions import VoteIntake


def add_intake(
    box: QVBoxLayout, intake: BudgetIntake | VoteIntake, told: str, out: Callable[[], object]
) -> None:
    """Put a line in `box` that says `told`; what was withdrawn says why and has no button."""
    if intake.withdrawn_at is not None:
        gone = _("withdrawn: {reason}").format(reason=intake.withdrawn_reason)
        box.addWidget(words(f"{told} – {gone}", "muted", wrap=True))
        return
    line = row(words(told, "small", wrap=True), small(_("Withdraw…"), out, "ban"))
    line.setStretch(0, 1)
    box.addLayout(line)
