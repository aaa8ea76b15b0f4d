"""The card "Kan het?": what a look beforehand shows, in sentences, with ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from burgertop_app.i18n import _
from burgertop_app.messages.draw_outlook import Finding, Tone, easing_sentence, findings, verdict
from burgertop_app.ui.kit.buttons import link, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.draw_views import DrawSetup
    from burgertop_app.domain.preflight import Preflight, Relaxation

LOOKS = {
    Tone.FINE: ("circle-check", "ok"),
    Tone.NOTE: ("info", "accent"),
    Tone.TIGHT: ("triangle-alert", "warn"),
    Tone.WRONG: ("circle-alert", "late"),
    Tone.BUSY: ("circle-dashed", "muted"),
}
CHIPS = {
    Tone.FINE: (State.OK, ""),
    Tone.WRONG: (State.LATE, ""),
    Tone.BUSY: (State.WAITING, ""),
}


class OutlookCard(Card):
    """Sentences about the draw, the most pressing first."""

    ease_wanted = Signal(object)
    """A `Relaxation` to apply."""
    people_wanted = Signal(object)
    """The numbers of the people that a sentence is about."""

    def __init__(self) -> None:
        self.chip = ChipLabel(Chip(_("looking…"), State.WAITING))
        super().__init__(heading=_("Is it possible?"), actions=[self.chip])
        self.found: tuple[Finding, ...] = ()

    def put(self, setup: DrawSetup, quick: Preflight | None, thorough: Preflight | None) -> None:
        """Show what is known by now."""
        found = findings(setup, quick, thorough)
        ways = thorough.relaxations if thorough is not None else ()
        self.found = found
        tone, said = verdict(found)
        state, icon = CHIPS[tone]
        self.chip.put(Chip(said, state, icon))
        self.empty()
        self.add(*(self._line(finding) for finding in found), *self._ways(ways), 2)

    def _line(self, finding: Finding) -> QWidget:
        if not finding.numbers:
            return finding_line(finding)
        show = link(_("Show"), lambda: self.people_wanted.emit(finding.numbers))
        return finding_line(finding, show)

    def _ways(self, ways: Sequence[Relaxation]) -> list[QWidget]:
        if not ways:
            return []
        heading = _("It becomes possible with one of these changes:") if len(ways) > 1 else ""
        heading = heading or _("It becomes possible with this change:")
        return [words(heading, "strong", wrap=True), *map(self._way, ways)]

    def _way(self, way: Relaxation) -> QWidget:
        said = easing_sentence(way)
        apply = small(_("Apply"), lambda: self.ease_wanted.emit(way), "check")
        apply.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        apply.setAccessibleName(_("Apply: {change}").format(change=said))
        return holder(row(words(said, "small", wrap=True), apply, gap=Space.M))


def finding_line(finding: Finding, *actions: QWidget) -> QWidget:
    """A sentence with the sign of its tone before it."""
    icon, tint = LOOKS[finding.tone]
    said = rich(finding.strong, finding.words)
    sign = IconLabel(icon, tint, 18)
    below = (row(*actions, None, gap=Space.M),) if actions else ()
    line = row(sign, column(said, *below, gap=0), gap=10)
    line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return holder(line)


def rich(strong: str, said: str) -> QLabel:
    """A wrapped sentence that may begin in bold; both parts are taken as plain text."""
    made = words(said, "small", wrap=True)
    if strong:
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setText(f"<b>{_escaped(strong)}</b> {_escaped(said)}")
    return made


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
