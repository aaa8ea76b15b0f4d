"""The house style of the documents: a logo and a colour, with the title page beside them as it becomes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog

from burgertop_app.domain.house_style import HOUSE, checked_accent
from burgertop_app.domain.inks import inks
from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import link, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.plan.colour_field import ColourField
from burgertop_app.ui.plan.logo_form import LogoForm
from burgertop_app.ui.plan.title_page import TitlePage

if TYPE_CHECKING:
    from burgertop_app.domain.house_style import Look
    from burgertop_app.domain.processes import Process
    from burgertop_app.ui.desk import Desk


class StyleCard(Card):
    """Shows the look of the documents; `wanted` gives the look before and the look that is to be kept."""

    wanted = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(heading=_("House style of the documents"))
        self._desk = desk
        self._look: Look = HOUSE
        self._process: Process | None = None
        self.page = TitlePage()
        self._proposed = ""
        self.better = link("", self._on_better, "check")
        self.better.hide()
        self.colour = ColourField(self._propose)
        self.pick = small(_("Pick a colour…"), self._on_pick)
        self.logo = small("", self._on_logo, "image")
        self.remove = small(_("Remove"), self._on_remove, "trash-2")
        self.remove.setAccessibleName(_("Remove the logo"))
        self._alt = words("", "small", wrap=True)
        told = words(
            _("They stand on the advice, letters, reports and the website. A fixed version keeps its own."),
            "muted",
            wrap=True,
        )
        self.colour.changed.connect(self._on_typed)
        self.colour.saved.connect(self._on_colour)
        fields = column(
            self.colour,
            row(self.better, None),
            row(self.pick, None),
            words(_("Logo"), "field"),
            self._alt,
            row(self.logo, self.remove, None),
            told,
            None,
            gap=Space.S,
        )
        both = row(self.page, fields, gap=Space.L)
        both.setStretch(1, 1)
        both.setAlignment(self.page, Qt.AlignmentFlag.AlignTop)
        self.add(both)

    def put(self, look: Look, process: Process) -> None:
        """Show the look of a process."""
        self._look, self._process = look, process
        self.colour.put(look.accent)
        self.logo.setText(_("Change…") if look.logo else _("Choose a logo…"))
        self.logo.setAccessibleName(_("Change the logo…") if look.logo else _("Choose a logo…"))
        self.remove.setVisible(bool(look.logo))
        self._alt.setText(look.alt if look.logo else _("There is no logo yet."))
        self._preview(look)

    def _preview(self, look: Look) -> None:
        if self._process is not None:
            self.page.put(look, self._process.municipality or self._process.title, self._process.title)

    def _on_typed(self, accent: str) -> None:
        """Show what is typed at once; it is kept a moment later."""
        self._preview(replace(self._look, accent=checked_accent(accent) if accent else ""))

    def _on_colour(self, accent: str) -> None:
        self._want(replace(self._look, accent=checked_accent(accent) if accent else ""))

    def _propose(self, colour: str) -> None:
        """Offer the nearest colour that can be read; "" takes the offer back."""
        self._proposed = colour
        self.better.setText(_("Take {colour}").format(colour=colour))
        self.better.setVisible(bool(colour))

    def _on_better(self) -> None:
        self.colour.take(self._proposed)
        self.colour.setFocus()

    def _on_pick(self) -> None:
        colour = self._desk.dialogs.colour(self, _("Colour of the documents"), inks(self._look).accent)
        if colour:
            self.colour.take(colour)

    def _on_logo(self) -> None:
        if self._process is None:
            return
        who = self._process.municipality or self._process.title
        form = LogoForm(self, self._desk, self._look, _("Logo of {name}").format(name=who))
        if form.exec() == QDialog.DialogCode.Accepted:
            logo, alt = form.given
            self._want(replace(self._look, logo=logo, alt=alt))

    def _on_remove(self) -> None:
        self._want(replace(self._look, logo=b"", alt=""))

    def _want(self, look: Look) -> None:
        """Ask to keep `look`; the next change builds on it, also while it is still being kept."""
        before, self._look = self._look, look
        if look != before:
            self.wanted.emit(before, look)
