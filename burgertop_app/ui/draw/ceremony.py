"""The draw on a beamer: what was recorded, the seed, the number, the panel; numbers only, no names."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.draw_protocol import tidy_seed
from burgertop_app.domain.draws import PANELS
from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.i18n import _, number
from burgertop_app.messages.draw_outlook import grouped, number_words
from burgertop_app.ui.draw.beamer import NumberGrid, Said, Step, scale_of
from burgertop_app.ui.kit.buttons import link, primary
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import column, row, rule, words
from burgertop_app.ui.kit.theme import theme, tokens
from burgertop_app.ui.kit.tokens import Type

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from burgertop_app.domain.draw_views import DrawView

MARGIN = 56
INDENT = 64
BAND = 70


class Scene(IntEnum):
    """How far the ceremony is."""

    RECORDED = 0
    SEED = 1
    NUMBER = 2
    PANEL = 3


class Ceremony(QWidget):
    """A window of its own, full screen; it asks for a number once and then only shows.

    Args:
        title: the process.
        view: the draw; committed, or prepared for a rehearsal, or drawn already.
    """

    number_wanted = Signal(str, object)
    """Draw now: the seed, or "" and a number drawn by hand."""
    closed = Signal()

    def __init__(self, title: str, view: DrawView) -> None:
        super().__init__()
        self.setWindowFlag(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "page")
        self.setWindowTitle(title)
        self.view = view
        self.scene = Scene.RECORDED
        self.rehearsal = view.record.rehearsal
        self.by_hand = False
        self._sure = False
        self._make(title)
        self._arrange()
        theme().changed.connect(self._dress)
        self._dress()
        self.show_scene(Scene.PANEL if view.panel else Scene.RECORDED)

    def put(self, view: DrawView) -> None:
        """The number was drawn: show it."""
        self.view = view
        if view.panel and self.scene < Scene.NUMBER:
            self.show_scene(Scene.NUMBER)

    def fail(self, error: object) -> None:
        """Say what went wrong; nothing was drawn."""
        self._hint.setText(explain(error))
        self._sure = False
        self.draw.setEnabled(True)

    def show_scene(self, scene: Scene) -> None:
        """Go to a step."""
        self.scene = scene
        drawn = self.view.record.drawn_number
        for place, step in enumerate(self._steps):
            step.reach(reached=scene >= place)
        asking = scene is Scene.SEED
        self.seed.setReadOnly(not asking)
        self.seed.setVisible(scene >= Scene.SEED)
        self.draw.setVisible(asking)
        self.way.setVisible(asking)
        self._hint.setVisible(asking)
        self._key.setText(_("Enter") if asking else _("Space"))
        if scene >= Scene.NUMBER and drawn is not None:
            self.seed.setText(self.view.record.seed or _("drawn by hand"))
            self._number.setText(number_words(drawn))
            self._of.setText(_("of {all}").format(all=number(PANELS)))
        for part in (self._number, self._of):
            part.setVisible(scene >= Scene.NUMBER)
        self._show_panel(shown=scene >= Scene.PANEL)
        if asking:
            self.seed.setFocus()
        else:
            self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right}:
            self.go_on()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.seed and event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key == Qt.Key.Key_Escape:
                self.close()
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.go_on()
                return True
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = scale_of(self.width(), self.height() - (BAND if self.rehearsal else 0))
        for said in self.findChildren(Said):
            said.grow(scale)
        for step in self._steps:
            step.grow(scale)
        self._scale = scale
        self._dress()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def go_on(self) -> None:
        """The next step: Space, Enter, or the button."""
        if self.scene is Scene.SEED:
            self._ask()
        elif self.scene is Scene.RECORDED:
            self.show_scene(Scene.SEED)
        elif self.scene is Scene.NUMBER:
            self.show_scene(Scene.PANEL)

    def _ask(self) -> None:
        """First show how the input counts, then draw: a typing mistake cannot be put right afterwards."""
        try:
            seed, drawn = self._given()
        except BurgertopError as error:
            self._hint.setText(explain(error))
            return
        if not self.draw.isEnabled():
            return
        if not self._sure:
            self._sure = True
            counted = number_words(drawn) if drawn is not None else seed
            said = _("This is how it counts: “{seed}”. Is that right? Then press Enter once more.")
            self._hint.setText(said.format(seed=counted))
            self.draw.setText(_("Right, draw"))
            return
        self.draw.setEnabled(False)
        self.number_wanted.emit("" if drawn is not None else seed, drawn)

    def _given(self) -> tuple[str, int | None]:
        text = self.seed.text().strip()
        if not self.by_hand:
            return tidy_seed(text), None
        if not (text.isascii() and text.isdecimal()):
            raise InvalidInput("draw_number_format", number=text)
        if int(text) >= PANELS:
            raise InvalidInput("draw_number_range", number=text)
        return "", int(text)

    def _on_typed(self) -> None:
        self._sure = False
        self.draw.setText(_("Draw the number"))
        self._hint.setText(self._help())

    def _on_way(self) -> None:
        self.by_hand = not self.by_hand
        self.seed.clear()
        self._on_typed()
        self.way.setText(_("A seed instead") if self.by_hand else _("A number drawn by hand instead"))
        self.seed.setPlaceholderText(_("000 to 999") if self.by_hand else _("what the source gave"))
        self.seed.setFocus()

    def _help(self) -> str:
        if self.by_hand:
            return _("Type the number that was drawn by hand, for example with balls.")
        return _("Type exactly what the source gave. The number follows from it.")

    def _show_panel(self, *, shown: bool) -> None:
        view = self.view
        seats = view.record.seats
        if shown and view.panel:
            drawn = number_words(view.record.drawn_number or 0)
            said = _("Panel {number}: these {seats} numbers").format(number=drawn, seats=seats)
            if self.rehearsal:
                said = _("Rehearsal, panel {number}: these {seats} numbers").format(number=drawn, seats=seats)
            self._heading.setText(said)
        else:
            self._heading.setText(_("The panel: {seats} numbers").format(seats=seats))
        self.grid.put(view.panel if shown else (), seats)
        quotas = len(view.quotas)
        self._met.setText(
            _("This panel meets all {count} quotas.").format(count=quotas)
            if view.met == quotas
            else _("The counts of this panel can no longer be shown.")
        )
        for part in (self._met, self._tick):
            part.setVisible(shown and bool(view.panel))

    def _make(self, title: str) -> None:
        record = self.view.record
        drawn_title = _("Draw {process}") if not self.rehearsal else _("Rehearsal {process}")
        self._title = Said(drawn_title.format(process=title), Type.BEAMER_TITLE, bold=True)
        told = _("{seats} members out of {people} who registered").format(
            seats=number(record.seats), people=number(record.people)
        )
        self._told = Said(" · ".join(filter(None, (told, record.moment))), Type.BEAMER_NOTE, tint="muted")
        self._steps = (Step(1), Step(2), Step(3))
        groups = grouped(record.lottery_sha256).split()
        self._hash = Said(
            "\n".join((" ".join(groups[:4]), " ".join(groups[4:]))), Type.BEAMER_NOTE + 3, mono=True
        )
        self._hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where = _("Published beforehand at {place}.").format(place=record.published_where)
        if self.rehearsal:
            where = _("Rehearsal: this code was not published beforehand.")
        code = _("Control code of {all} numbered panels.").format(all=number(PANELS))
        self._code = Said(f"{code}\n{where}", Type.BEAMER_NOTE - 1, tint="muted")
        self.seed = QLineEdit()
        self.seed.setAccessibleName(_("Seed"))
        self.seed.setPlaceholderText(_("what the source gave"))
        self.seed.textEdited.connect(self._on_typed)
        self.seed.installEventFilter(self)
        self.draw = primary(_("Draw the number"), self.go_on, "dices")
        self.way = link(_("A number drawn by hand instead"), self._on_way)
        self._hint = Said(self._help(), Type.BEAMER_NOTE - 1, tint="muted")
        self._hint.setWordWrap(True)
        self._number = Said("", Type.BEAMER_NUMBER, bold=True, tint="accent")
        self._of = Said("", Type.BEAMER_STEP - 2, tint="muted")
        self._heading = Said("", Type.BEAMER_STEP, bold=True)
        self.grid = NumberGrid()
        self._tick = IconLabel("circle-check", "ok", 26)
        self._met = Said("", Type.BEAMER_NOTE + 3)
        self._scale = 1.0

    def _arrange(self) -> None:
        source = self.view.record.number_source or _("The seed")
        names = (_("Recorded beforehand"), source, _("The number"))
        heads = [
            row(step, Said(name, Type.BEAMER_STEP, bold=True), None, gap=20)
            for step, name in zip(self._steps, names, strict=True)
        ]
        box = QFrame()
        box.setProperty("role", "card")
        box.setLayout(row(self._hash, margins=(16, 12, 16, 12)))
        seed = column(self.seed, row(self._hint, gap=0), row(self.draw, self.way, None, gap=16), gap=10)
        self._of.setAlignment(Qt.AlignmentFlag.AlignBottom)
        figure = row(self._number, self._of, None, gap=24)
        left = column(
            heads[0],
            _indented(column(row(box, None), self._code, gap=8)),
            18,
            heads[1],
            _indented(seed),
            18,
            heads[2],
            _indented(column(figure)),
            None,
            gap=12,
        )
        right = column(self._heading, self.grid, row(self._tick, self._met, None, gap=12), gap=20)
        right.setStretch(1, 1)
        both = QHBoxLayout()
        both.setSpacing(MARGIN)
        both.addLayout(left, 9)
        both.addLayout(right, 10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 32, MARGIN, 20)
        outer.setSpacing(24)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        if self.rehearsal:
            outer.addWidget(self._band())
        outer.addLayout(
            row(column(self._title, self._told, gap=4), None, IconLabel("burgertop", "accent", 56))
        )
        outer.addLayout(both, 1)
        outer.addLayout(self._foot())

    def _band(self) -> QWidget:
        band = QFrame()
        band.setProperty("role", "warn-bar")
        said = Said(
            _("REHEARSAL: this number does not count. Nobody is in the panel."),
            Type.BEAMER_NOTE + 1,
            bold=True,
            tint="warn",
        )
        band.setLayout(
            row(IconLabel("triangle-alert", "warn", 24), said, None, gap=12, margins=(16, 10, 16, 10))
        )
        return band

    def _foot(self) -> QVBoxLayout:
        said = _("Everybody can check this at home with the files that were published.")
        if self.rehearsal:
            said = _("This was practice. For the real draw the control code is published beforehand.")
        self._key = words(_("Space"), "key")
        keys = row(
            self._key,
            Said(_("on"), Type.BEAMER_NOTE - 1, tint="muted"),
            12,
            words(_("Esc"), "key"),
            Said(_("close"), Type.BEAMER_NOTE - 1, tint="muted"),
            gap=10,
        )
        return column(rule(), row(Said(said, Type.BEAMER_NOTE - 1, tint="muted"), None, keys), gap=14)

    def _dress(self) -> None:
        look = tokens()
        size = max(Type.SMALL, (Type.BEAMER_STEP + 1) * self._scale)
        asking = self.scene is Scene.SEED
        self.seed.setStyleSheet(
            f'font-family: "DejaVu Sans Mono"; font-size: {size:.1f}pt;'
            f"padding: {round(10 * self._scale)}px 14px;"
            f"background: {look.surface}; color: {look.text};"
            f"border: {2 if asking else 1}px solid {look.accent if asking else look.line};"
            "border-radius: 6px;"
        )


def _indented(inside: QVBoxLayout) -> QHBoxLayout:
    made = row(INDENT, inside, gap=0)
    made.setStretch(1, 1)
    return made
