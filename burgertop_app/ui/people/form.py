"""The fields of one person, for editing and for adding; each is kept while one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import NUMBER, NeedKind, Role, State
from burgertop_app.domain.requests import Keeping, PersonForm
from burgertop_app.i18n import _
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.fields import ChoiceField, Field, LineField, TickField
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.people.consent import ConsentField
from burgertop_app.ui.people.listing import titled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

BEGINNINGS = (State.REGISTERED, State.INVITED)


class PersonFields(QWidget):
    """Everything one may fill in about a person; `edited` comes with the whole form, when it is valid.

    Args:
        form: what is known now.
        features: the known values per feature.
        keeping: for what and until when somebody new is kept; None for somebody who is there already.
        today: the first day until which somebody may be kept, and the last on which somebody agreed.
    """

    edited = Signal(object)

    def __init__(
        self,
        form: PersonForm,
        features: Mapping[str, Sequence[str]],
        keeping: Keeping | None = None,
        today: date | None = None,
    ) -> None:
        super().__init__()
        self._form = form
        self._today = today
        self.number = LineField(_("Number"), _check_number, placeholder=_("next free number"))
        self.name = LineField(_("Name"), _check_name)
        self.address = LineField(_("Address"))
        self.postcode = LineField(_("Postcode"))
        self.place = LineField(_("Place of residence"))
        self.email = LineField(_("E-mail"))
        self.phone = LineField(_("Telephone"))
        self.role = ChoiceField(_("Role"), [(role, word(role)) for role in Role])
        self.state = ChoiceField(_("State"), [(state, word(state)) for state in BEGINNINGS])
        self.channel = LineField(_("Came in through"), placeholder=_("for example: letter"))
        self.features = {name: _feature(name, values, form) for name, values in features.items()}
        self.consent = ConsentField(today)
        self.needs = {kind: NeedField(kind) for kind in NeedKind}
        self.purpose = LineField(_("What the data are for"), _check_purpose)
        self.keep_until = DateField(_("Keep until"), self._check_day)
        self._keeping = keeping
        of_newcomers: tuple[Field[Any], ...] = (self.number, self.state, self.purpose, self.keep_until)
        self._unused = () if keeping is not None else of_newcomers
        self._put(form, keeping)
        self._lay_out(new=keeping is not None)
        for field in self.every:
            field.saved.connect(self._on_saved)

    @property
    def every(self) -> list[Field[Any]]:
        """All fields that are on screen."""
        return [field for field in self.findChildren(Field) if field not in self._unused]

    @property
    def form(self) -> PersonForm:
        """What is filled in."""
        return replace(
            self._form,
            number=self.number.value(),
            name=self.name.value(),
            address=self.address.value(),
            postcode=self.postcode.value(),
            place=self.place.value(),
            email=self.email.value(),
            phone=self.phone.value(),
            role=self.role.value(),
            state=self.state.value() if self._keeping is not None else self._form.state,
            channel=self.channel.value(),
            features={name: field.value() or "" for name, field in self.features.items()},
            named_on=self.consent.value(),
            needs={kind: field.note.value() for kind, field in self.needs.items() if field.tick.value()},
        )

    @property
    def keeping(self) -> Keeping | None:
        """For what and until when somebody new is kept."""
        until = self.keep_until.value() if self._keeping is not None else None
        return None if until is None else Keeping(self.purpose.value(), until)

    def added(self) -> None:
        """Somebody new is kept now: number, purpose and the last day no longer change here."""
        for field in (self.number, self.state, self.purpose, self.keep_until):
            field.editor.setEnabled(False)

    def _put(self, form: PersonForm, keeping: Keeping | None) -> None:
        for name in ("number", "name", "address", "postcode", "place", "email", "phone", "channel"):
            getattr(self, name).put(getattr(form, name))
        self.role.put(form.role)
        self.state.put(form.state)
        for name, field in self.features.items():
            field.put(form.features.get(name) or None)
        for kind, need in self.needs.items():
            need.put(form.needs.get(kind))
        self.consent.put(form.named_on)
        if keeping is not None:
            self.purpose.put(keeping.purpose)
            self.keep_until.put(keeping.keep_until)

    def _lay_out(self, *, new: bool) -> None:
        parts: list[QWidget] = [self.number] if new else []
        parts += [self.name, self.role, *([self.state] if new else [])]
        parts += [words(_("Features"), "strong"), *self.features.values()] if self.features else []
        parts += [words(_("What is needed"), "strong"), *self.needs.values()]
        parts += [words(_("Contact"), "strong"), self.address]
        parts += [holder(row(self.postcode, self.place)), self.email, self.phone, self.channel]
        parts += [words(_("Consent"), "strong"), self.consent]
        if new:
            parts += [words(_("Keeping the data"), "strong"), self.purpose, self.keep_until]
        for field in self._unused:
            field.setParent(self)
            field.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, Space.S, 0)
        box.addLayout(column(*parts, gap=10))

    def _on_saved(self) -> None:
        for need in self.needs.values():
            need.show_note()
        if all(field.valid for field in self.every):
            self.edited.emit(self.form)

    def _check_day(self, until: date | None) -> None:
        if self._today is not None and until is not None and until < self._today:
            raise InvalidInput("import_keep_until_past", day=f"{until:%d-%m-%Y}")


class NeedField(QWidget):
    """A tick for one need, with a note while it is ticked."""

    def __init__(self, kind: NeedKind) -> None:
        super().__init__()
        self.tick = TickField(titled(word(kind)))
        self.note = LineField(placeholder=_("which, or how"))
        self.note.editor.setAccessibleName(_("Note about: {need}").format(need=word(kind)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.tick)
        box.addWidget(self.note)
        self.tick.changed.connect(self.show_note)

    def put(self, note: str | None) -> None:
        """Show the need with its note; None when there is no such need."""
        self.tick.put(note is not None)
        self.note.put(note or "")
        self.show_note()

    def show_note(self) -> None:
        """Show the note while the need is ticked."""
        self.note.setVisible(self.tick.value())


def _feature(name: str, values: Sequence[str], form: PersonForm) -> ChoiceField[Any]:
    own = form.features.get(name)
    every = [*values, own] if own and own not in values else values
    return ChoiceField(titled(name), [(value, value) for value in every], empty=_("not known"))


def _check_name(name: str) -> None:
    if not name:
        raise InvalidInput("person_name_empty")


def _check_number(number: str) -> None:
    if number and not NUMBER.fullmatch(number):
        raise InvalidInput("person_number", number=number)


def _check_purpose(purpose: str) -> None:
    if not purpose:
        raise InvalidInput("import_purpose_empty")
