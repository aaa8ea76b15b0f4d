"""The dialog about the representativity statement: what it will say, what is sensitive, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from burgertop_app.domain.representing import NotesForm
from burgertop_app.i18n import _
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField, TextField, TickField
from burgertop_app.ui.kit.layout import column, holder, scrolled, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.people.listing import titled
from burgertop_app.ui.saving import save_paper

if TYPE_CHECKING:
    from typing import Any

    from burgertop_app.services.representing import StatementView
    from burgertop_app.ui.page import Page


class Sensitive(QWidget):
    """One feature: a tick when it is sensitive, then the ground on which it may be shown."""

    def __init__(self, feature: str, view: StatementView) -> None:
        super().__init__()
        self.feature = feature
        self.tick = TickField(titled(feature))
        self.ground = LineField(
            _("Ground for {feature}").format(feature=feature),
            None,
            _("For example: everyone agreed explicitly. Without a ground this feature is not shown."),
        )
        self.tick.put(view.notes.is_special(feature))
        self.ground.put(view.notes.grounds.get(feature, ""))
        self.tick.changed.connect(self._on_tick)
        box = column(self.tick, self.ground, gap=2)
        self.setLayout(box)
        self._on_tick(self.tick.value())

    def _on_tick(self, ticked: object) -> None:
        self.ground.setVisible(bool(ticked))


class StatementDialog(Panel):
    """Shows what the statement says now and asks what goes with it."""

    def __init__(self, parent: QWidget | None, view: StatementView) -> None:
        self.features = [Sensitive(feature, view) for feature in view.features]
        self.done_field = TextField(
            _("What was done to reach who was missing"),
            None,
            _("For example: a second letter, help with registering, visits to clubs and schools."),
            lines=3,
        )
        self.done_field.put(view.notes.done)
        inside = column(
            *_said(view),
            words(_("Which features are sensitive, such as health, origin or belief?"), "strong", wrap=True),
            *self.features,
            self.done_field,
            None,
            gap=Space.M,
            margins=(0, 0, Space.M, 0),
        )
        area = scrolled(holder(inside))
        area.setMinimumSize(500, 160)
        super().__init__(parent, _("Representativity statement"), column(area), _("Save as PDF…"))
        self.widen(680, 620)

    def form(self) -> NotesForm:
        """What was filled in."""
        special = tuple(one.feature for one in self.features if one.tick.value())
        return NotesForm(
            special=special,
            plain=tuple(one.feature for one in self.features if not one.tick.value()),
            grounds={one.feature: one.ground.value() for one in self.features if one.tick.value()},
            done=self.done_field.value(),
        )


def show_statement(page: Page[Any]) -> None:
    """Show the dialog; keep what is filled in and save the document where the organiser wants it."""
    process, representing = page.process, page.desk.services.representing
    if process is None:
        return

    def opened(view: StatementView) -> None:
        dialog = StatementDialog(page, view)
        if dialog.exec() != StatementDialog.DialogCode.Accepted:
            return
        form = dialog.form()
        page.ask(
            lambda: representing.note(process, form),
            lambda _change: save_paper(
                page,
                _("Making the representativity statement…"),
                lambda: representing.paper(process),
                _("Representativity statement"),
            ),
        )

    page.ask(lambda: representing.view(process), opened)


def _said(view: StatementView) -> tuple[QWidget, ...]:
    """The sentences of the statement, so that nobody is surprised by what leaves."""
    shown = view.shown
    if shown is None:
        return (
            words(_("There are no figures yet: groups and registrations are needed."), "small", wrap=True),
        )
    gaps = shown.gaps or ((shown.balanced,) if shown.balanced else ())
    said = filter(None, (shown.response, *gaps))
    small = [words(each, "small", wrap=True) for each in shown.unknown]
    return (
        words(_("This is what the statement will say"), "strong", wrap=True),
        *(words(each, "body", wrap=True) for each in said),
        *small,
    )
