"""The fields of one proposal: its texts, both sides, who pulls it, cost, place, and what the form asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.i18n import _
from burgertop_app.messages.plans import text_name
from burgertop_app.messages.words import choices
from burgertop_app.ui.board.item_fields import editor_for
from burgertop_app.ui.kit.fields import ChoiceField, Field, LineField, TextField
from burgertop_app.ui.kit.money_field import MoneyField

if TYPE_CHECKING:
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.ui.kit.layout import Item
    from burgertop_app.ui.proposals.found import ProposalsFound

HIGH = {"title": (2, 62), "text": (5, 128), "why": (2, 92), "ourselves": (2, 92), "asked": (2, 92)}
"""Lines that each text begins with, and pixels that it may be high."""


class PlanFields(QObject):
    """Editors of one proposal; what is typed goes to that proposal, also when another is opened."""

    edited = Signal(object, object, str)
    """Id of the proposal, `ProposalWords`, and why."""
    owned = Signal(object, object)
    """The line, and the `Owner`s that pull it now."""

    def __init__(self, line: ProposalLine, found: ProposalsFound) -> None:
        super().__init__()
        self._line, self._found = line, found
        self.texts = {name: self._text(name) for name in (*HIGH, "minority")}
        self.addressee = ChoiceField(
            _("Of whom it is asked"), found.words.addressees, empty=_("not said yet")
        )
        self.kind = ChoiceField(
            _("Who must act"), [(ProposalKind(code), said) for code, said in choices(ProposalKind).items()]
        )
        self.cost = MoneyField(_("Cost in euros"))
        self.area = LineField(_("Where"), placeholder=_("everywhere"))
        self.owners = LineField(_("Who pulls this"), self._check_owners, placeholder=_("12, 40, The Bridge"))
        self.extra = {field.code: editor_for(field, found) for field in found.fields}
        self.reason = LineField(_("Why other words?"), hint=_("May stay empty"))
        offered = QCompleter(list(found.areas), self.area)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        if isinstance(self.area.editor, QLineEdit):
            self.area.editor.setCompleter(offered)
        for field in self._worded():
            field.saved.connect(self._tell)
        self.owners.saved.connect(self._tell_owners)
        self.put(line, found)

    def put(self, line: ProposalLine, found: ProposalsFound) -> None:
        """Show what is kept; fields in which somebody types are left alone."""
        self._line, self._found = line, found
        said = ProposalWords.of(line)
        for name, field in self.texts.items():
            field.put(getattr(said, name))
        self.addressee.put(said.addressee or None)  # type: ignore[arg-type]  # None is the empty choice
        self.kind.put(said.kind)
        self.cost.put(said.cost)
        self.area.put(said.area)
        for code, editor in self.extra.items():
            editor.put(said.fields.get(code, ""))
        self.owners.put(", ".join(owner.said for owner in line.owners))
        if not self.owners.waiting:
            self._tell_names()

    @property
    def items(self) -> tuple[Item, ...]:
        """The fields in their order, to lay out."""
        texts = self.texts
        return (
            *(texts[name] for name in ("title", "text", "why", "ourselves", "asked")),
            self.addressee,
            self.kind,
            self.owners,
            self.cost,
            self.area,
            *(editor.widget for editor in self.extra.values()),
            texts["minority"],
            self.reason,
        )

    def _text(self, name: str) -> TextField:
        lines, high = HIGH.get(name, (2, 92))
        field = TextField(text_name(name), _refuse_empty if name == "title" else None, lines=lines)
        field.editor.setMaximumHeight(high)
        return field

    def _worded(self) -> tuple[Field[Any], ...]:
        plain = (self.addressee, self.kind, self.cost, self.area, self.reason)
        return (*self.texts.values(), *plain, *(editor.widget for editor in self.extra.values()))

    def _tell(self, _value: object = None) -> None:
        """Give out everything it says; a field with a mistake gives what was kept."""
        kept = ProposalWords.of(self._line)
        said = {name: _valid(field, getattr(kept, name)) for name, field in self.texts.items()}
        fields = dict(kept.fields)
        for code, editor in self.extra.items():
            if editor.widget.valid:
                fields[code] = editor.write(editor.widget.value())
        wanted = replace(
            kept,
            **{**said, "title": " ".join(str(said["title"]).split())},
            addressee=self.addressee.value() or "",
            kind=self.kind.value(),
            cost=_valid(self.cost, kept.cost),
            area=self.area.value(),
            fields=fields,
        )
        self.edited.emit(self._line.proposal.id, wanted, self.reason.value())

    def _check_owners(self, text: str) -> None:
        self._found.reader.read(text)

    def _tell_owners(self, text: str) -> None:
        self.owned.emit(self._line, self._found.reader.read(text))

    def _tell_names(self) -> None:
        """Below the field the organiser sees whose numbers these are; only here, only on this screen."""
        read = self._found.reader
        named = [
            _("{number} is {name}").format(number=owner.number, name=read.name(owner.number))
            for owner in self._line.owners
            if owner.number and read.name(owner.number)
        ]
        self.owners.hint(" · ".join(named) or _("Numbers of people, or an organisation; commas between them"))


def _valid(field: Field[Any], kept: object) -> Any:  # noqa: ANN401  (whatever the field holds)
    return field.value() if field.valid else kept


def _refuse_empty(text: str) -> None:
    if not text:
        raise InvalidInput("proposal_title_empty")
