"""Comparing versions of the advice in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from burgertop_app.domain.differences import changes
from burgertop_app.i18n import _
from burgertop_app.ui.advice.difference_view import WIDE, DifferenceView
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.layout import column, row, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.advice import AdviceVersion
    from burgertop_app.ui.advice.page import AdvicePage

NOW = 0
"""Stands for the text as it is now, between the numbers of versions."""


class VersionActs:
    """Shows what changed between two versions."""

    def __init__(self, page: AdvicePage) -> None:
        self._page = page

    def show(self, version: AdviceVersion) -> None:
        """Compare `version` with the text as it is now, or with another."""
        advice, advising = self._page.found.advice, self._page.desk.services.advising
        if advice is not None:
            self._page.ask(
                lambda: advising.present_content(advice.id), lambda now: self._on_read(version, now)
            )

    def _on_read(self, version: AdviceVersion, now: Mapping[str, Any]) -> None:
        kept = {each.version: json.loads(each.content) for each in self._page.found.versions}
        CompareForm(self._page, {**kept, NOW: now}, version.version).exec()


class CompareForm(Panel):
    """Two versions to choose, and what changed from the one to the other."""

    def __init__(self, parent: QWidget | None, contents: Mapping[int, Mapping[str, Any]], first: int) -> None:
        self._contents = contents
        options = [(number, _name(number)) for number in contents]
        self.before = ChoiceField(_("Earlier text"), options)
        self.after = ChoiceField(_("Later text"), options)
        self.view = DifferenceView()
        self.before.put(first)
        later = [number for number in contents if number > first]
        self.after.put(later[0] if later else NOW)
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
        before, after = self._contents[self.before.value()], self._contents[self.after.value()]
        self.view.show_changes(changes(before, after))


def _name(number: int) -> str:
    return _("the text as it is now") if number == NOW else _("version {version}").format(version=number)
