"""The small forms of the page about cards: a theme, and a proposal out of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.requests import NewProposal
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.words import choices
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import column, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.outcome_views import CardLine

SHOWN = 6


class ThemeForm(Panel):
    """Asks for the name of a theme and what belongs in it."""

    def __init__(self, parent: QWidget | None, title: str = "", description: str = "") -> None:
        name = LineField(_("Name"))
        explained = TextField(_("What belongs here (may stay empty)"), lines=2)
        name.put(title)
        explained.put(description)
        heading = _("Change theme") if title else _("Add a theme")
        super().__init__(parent, heading, column(name, explained), _("Save"))
        self.title, self.description = name, explained
        self.title.changed.connect(self._check)
        self.title.setFocus()
        self._check()

    @property
    def given(self) -> tuple[str, str]:
        """Name and explanation."""
        return self.title.value(), self.description.value()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.title.value()))


class ProposalForm(Panel):
    """Asks for a proposal that rests on chosen cards."""

    def __init__(self, parent: QWidget | None, lines: Sequence[CardLine] = ()) -> None:
        title = LineField(_("The proposal in one sentence"))
        kind = ChoiceField(
            _("Who must act"), [(ProposalKind(code), said) for code, said in choices(ProposalKind).items()]
        )
        kind.put(ProposalKind.ASKED)
        said = ngettext("It rests on {count} card:", "It rests on {count} cards:", len(lines))
        body = column(title, kind, 4)
        if lines:
            body.addWidget(words(said.format(count=number(len(lines))), "field"))
            for line in lines[:SHOWN]:
                body.addWidget(words(f"{line.card.label}  {_short(line.text)}", "small"))
            if len(lines) > SHOWN:
                more = _("and {count} more").format(count=number(len(lines) - SHOWN))
                body.addWidget(words(more, "muted"))
        super().__init__(parent, _("New proposal"), body, _("Make proposal"))
        self.title, self.kind, self._lines = title, kind, tuple(lines)
        self.title.changed.connect(self._check)
        self.title.setFocus()
        self._check()

    @property
    def given(self) -> NewProposal:
        """The proposal to make."""
        ids = tuple(line.card.id for line in self._lines)
        return NewProposal(title=self.title.value(), kind=self.kind.value(), card_ids=ids)

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.title.value()))


def _short(text: str, longest: int = 64) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
