"""Beginning a process: choose a form, see what it is for, and give it a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.domain.requests import NewProcess
from burgertop_app.i18n import _, language
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import column, holder, row, scrolled, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.kit.wizard import Step, Wizard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from burgertop_app.domain.forms import Recipe

SEATS = 5000


class Beginning(Wizard):
    """Two steps; `ready` carries the `NewProcess` that the organiser wants."""

    ready = Signal(object)

    def __init__(self, forms: Sequence[Recipe]) -> None:
        self.forms = FormChoice(forms)
        self.title = LineField(
            _("Name of the process"), _filled, placeholder=_("For example: Citizen panel Waterrijk")
        )
        self.topic = LineField(_("Topic"), placeholder=_("For example: warm and affordable homes"))
        self.municipality = LineField(_("Municipality"))
        self.seats = NumberField(_("Seats"), low=1, high=SEATS, hint=_("How many people are drawn."))
        super().__init__(
            _("New process"),
            _("Nothing is kept until you press Start."),
            (Step(_("Form"), self._first()), Step(_("Name and size"), self._second())),
            _("Start"),
        )
        self.wanted.connect(self._on_wanted)
        self.finished.connect(self._on_finished)
        self.forms.chosen.connect(self._on_chosen)
        self.title.changed.connect(self._check)
        self.seats.changed.connect(self._check)
        self._on_chosen(self.forms.value)

    def _first(self) -> QWidget:
        return scrolled(holder(column(self.forms, None)))

    def _second(self) -> QWidget:
        self.seats.setFixedWidth(160)
        fields = Card(
            column(
                self.title,
                self.topic,
                self.municipality,
                row(self.seats, None),
                gap=Space.L,
                margins=(0, 8, 0, 8),
            )
        )
        fields.setMaximumWidth(Space.TEXT_MAX)
        return holder(column(fields, None))

    def _on_chosen(self, recipe: Recipe) -> None:
        self.found(0, recipe.name.say(language()))
        self.seats.put(recipe.seats)

    def _on_wanted(self, step: int) -> None:
        self.go(step)
        if step == 1:
            self.title.setFocus()
            self._check()

    def _check(self) -> None:
        try:
            self.request()
        except BurgertopError:
            self.hold(_("Give the process a name, then you can start."))
        else:
            self.hold("")

    def request(self) -> NewProcess:
        """What is filled in.

        Raises:
            InvalidInput: there is no name, or the number of seats cannot be.
        """
        title = self.title.value()
        _filled(title)
        return NewProcess(
            form=self.forms.value.code,
            title=title,
            topic=self.topic.value(),
            municipality=self.municipality.value(),
            seats=self.seats.value(),
        )

    def _on_finished(self) -> None:
        try:
            request = self.request()
        except BurgertopError as error:
            self.error_bar.report(error)
        else:
            self.ready.emit(request)


class FormChoice(QWidget):
    """The forms below each other, each with what it is for in three lines."""

    chosen = Signal(object)

    def __init__(self, forms: Sequence[Recipe]) -> None:
        super().__init__()
        self._forms = tuple(forms)
        self._group = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        for number, recipe in enumerate(self._forms):
            option = _Option(recipe)
            self._group.addButton(option.button, number)
            box.addWidget(option)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def value(self) -> Recipe:
        """The form that is chosen."""
        return self._forms[self._group.checkedId()]

    def choose(self, code: str) -> None:
        """Choose the form with that code."""
        codes = [recipe.code for recipe in self._forms]
        self._group.button(codes.index(code)).setChecked(True)

    def _on_toggled(self, number: int, checked: bool) -> None:  # noqa: FBT001  (a Qt signal)
        if checked:
            self.chosen.emit(self._forms[number])


class _Option(QFrame):
    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setMaximumWidth(Space.TEXT_MAX + 160)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = [line.say(language()) for line in recipe.summary]
        self.button = QRadioButton(recipe.name.say(language()))
        self.button.setAccessibleDescription(" ".join(said))
        bold = self.button.font()
        bold.setBold(True)
        self.button.setFont(bold)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        box.setSpacing(Space.XS)
        box.addWidget(self.button)
        for line in said:
            label = words(line, "small", wrap=True)
            label.setContentsMargins(22, 0, 0, 0)
            box.addWidget(label)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus()


def _filled(title: str) -> None:
    if not title:
        raise InvalidInput("process_title_empty")
