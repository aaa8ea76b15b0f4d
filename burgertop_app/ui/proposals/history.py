"""What a proposal said before: its story in lines, and any two wordings compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, minute
from burgertop_app.messages.plans import plan_changes
from burgertop_app.ui.advice.difference_view import WIDE, DifferenceView
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.drawer import StoryLine
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.layout import column, row, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.proposal_views import ProposalVersion
    from burgertop_app.ui.proposals.found import ProposalsFound


def story(versions: Sequence[ProposalVersion]) -> list[StoryLine]:
    """A line for each wording, the latest first."""
    lines = []
    for version in reversed(versions):
        first = version.text.version == 1
        told = _("Made: “{text}”") if first else _("Now: “{text}”")
        when = minute(version.at.astimezone(), "medium")
        line = StoryLine(
            "plus" if first else "pencil",
            told.format(text=version.text.title),
            " · ".join(filter(None, (when, version.text.reason))),
        )
        line.setToolTip(version.text.text)
        lines.append(line)
    return lines


class CompareForm(Panel):
    """Two wordings to choose, and what changed from the one to the other."""

    def __init__(
        self, parent: QWidget | None, versions: Sequence[ProposalVersion], found: ProposalsFound
    ) -> None:
        self._versions = {version.text.version: version for version in versions}
        self._found = found
        options = [(number, self._name(number)) for number in self._versions]
        self.before = ChoiceField(_("Earlier text"), options)
        self.after = ChoiceField(_("Later text"), options)
        numbers = list(self._versions)
        self.before.put(numbers[-2])
        self.after.put(numbers[-1])
        self.view = DifferenceView()
        told = words(_("With a minus: taken out. With a plus: put in."), "muted")
        super().__init__(
            parent,
            _("What changed"),
            column(row(self.before, self.after, gap=12), told, self.view, gap=10),
        )
        self.setMinimumWidth(WIDE)
        for field in (self.before, self.after):
            field.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        before, after = (self._versions[field.value()].text for field in (self.before, self.after))
        found = self._found
        self.view.show_changes(
            plan_changes(before, after, found.fields, found.words.addressee, found.language)
        )

    def _name(self, number: int) -> str:
        version = self._versions[number]
        when = minute(version.at.astimezone(), "medium")
        return _("version {version}, {when}").format(version=version.text.version, when=when)
