"""A field on screen for each kind of field that a form may give an item; all give and take kept text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from burgertop_app.domain.boards import NO, YES
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.form_parts import FieldKind
from burgertop_app.i18n import _
from burgertop_app.ui.kit.fields import ChoiceField, Field, LineField
from burgertop_app.ui.kit.number_fields import DateField, NumberField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burgertop_app.domain.form_parts import ItemField, Text

LOWEST, HIGHEST = -1_000_000_000, 1_000_000_000


class PersonField(Field[str]):
    """Somebody from a list, found by part of a name or number; the value is an id, "" for nobody."""

    def __init__(self, label: str, people: Mapping[str, str], hint: str = "") -> None:
        self._line = QLineEdit()
        self._line.setPlaceholderText(_("Part of a name or number"))
        self._people = dict(people)
        self._ids = {said: known for known, said in people.items()}
        self._kept = ""
        super().__init__(label, self._line, None, hint)
        found = QCompleter(sorted(self._ids), self._line)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.activated.connect(self._on_found)
        self._line.setCompleter(found)
        self._line.textEdited.connect(self.typed)

    @override
    def value(self) -> str:
        text = self._line.text().strip()
        if not text:
            return ""
        if text == self._words(self._kept):
            return self._kept
        if text not in self._ids:
            raise InvalidInput("item_person_name")
        return self._ids[text]

    @override
    def show_value(self, value: str) -> None:
        self._kept = value
        self._line.setText(self._words(value))

    def _words(self, value: str) -> str:
        return self._people.get(value, _("erased") if value else "")

    def _on_found(self, said: str) -> None:
        self._line.setText(said)
        self.typed()


@dataclass(frozen=True)
class Editor:
    """A field on screen beside the ways from and to the text that is kept."""

    widget: Field[Any]
    read: Callable[[str], object] = str
    write: Callable[[Any], str] = str

    def put(self, kept: str) -> None:
        """Show what is kept."""
        self.widget.put(self.read(kept))


class Spoken(Protocol):
    """What a field needs to know: the language of the process, and the people that may be chosen."""

    @property
    def people(self) -> Mapping[str, str]:
        """Names by the id that a field keeps."""

    def say(self, text: Text) -> str:
        """Words of the form in the language of the process."""


def editor_for(field: ItemField, shown: Spoken) -> Editor:
    """The field on screen for a field of the form."""
    name = shown.say(field.name)
    label, hint = name[:1].upper() + name[1:], _("Needed to go on") if field.required else ""
    return {
        FieldKind.TEXT: lambda: Editor(LineField(label, hint=hint)),
        FieldKind.NUMBER: lambda: Editor(
            NumberField(label, low=LOWEST, high=HIGHEST, optional=True, hint=hint), _number, _plain
        ),
        FieldKind.DATE: lambda: Editor(DateField(label, optional=True, hint=hint), _day, _plain),
        FieldKind.CHOICE: lambda: _choice(
            label, hint, [(choice.code, shown.say(choice.name)) for choice in field.choices]
        ),
        FieldKind.YES_NO: lambda: _choice(label, hint, [(YES, _("yes")), (NO, _("no"))]),
        FieldKind.PERSON_ROLE: lambda: Editor(PersonField(label, shown.people, hint)),
    }[field.kind]()


def _choice(label: str, hint: str, options: list[tuple[str, str]]) -> Editor:
    return Editor(
        ChoiceField(label, options, hint, empty=_("not known yet")), lambda kept: kept or None, _plain
    )


def _number(kept: str) -> int | None:
    return int(kept) if kept else None


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _day(kept: str) -> date | None:
    return date.fromisoformat(kept) if kept else None
