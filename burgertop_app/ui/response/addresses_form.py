"""The addresses of the college and of those who get a copy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.addressees import Addressee, AddresseeRole
from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.i18n import _, mark
from burgertop_app.ui.kit.fields import LineField, TextField, TickField
from burgertop_app.ui.kit.layout import column, rule, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping

ROLES: Mapping[AddresseeRole, str] = {
    AddresseeRole.COLLEGE: mark("The college, that answers"),
    AddresseeRole.COUNCIL: mark("The council"),
    AddresseeRole.CLERK: mark("The clerk of the council"),
    AddresseeRole.OTHER: mark("Another who gets a copy"),
}


class AddressesForm(QWidget):
    """A block of fields for each addressee; `ready` carries all of them at each change that can be kept."""

    ready = Signal(object)

    def __init__(self, addressees: tuple[Addressee, ...]) -> None:
        super().__init__()
        self.blocks = [Block(one) for one in addressees]
        for block in self.blocks:
            block.saved.connect(self._on_saved)
        self.setLayout(column(*self.blocks, gap=Space.M))
        self.setFocusProxy(self.blocks[0])

    def _on_saved(self) -> None:
        try:
            found = tuple(block.addressee() for block in self.blocks)
        except BurgertopError:
            return
        self.ready.emit(found)


class Block(QWidget):
    """One addressee."""

    saved = Signal()

    def __init__(self, addressee: Addressee) -> None:
        super().__init__()
        self._addressee = addressee
        self.name = LineField(_("Name"), _named)
        self.attention = LineField(_("For the attention of"))
        self.address = TextField(_("Address"), lines=3)
        self.email = LineField(_("E-mail"), _mail)
        self.copy = TickField(_("Gets a copy of every letter"))
        self.copy.setVisible(addressee.role is not AddresseeRole.COLLEGE)
        self.name.put(addressee.name)
        self.attention.put(addressee.attention)
        self.address.put(addressee.address)
        self.email.put(addressee.email)
        self.copy.put(addressee.copy)
        fields = (self.name, self.attention, self.address, self.email, self.copy)
        self.setLayout(column(words(_(ROLES[addressee.role]), "strong"), *fields, rule(), gap=Space.S))
        self.setFocusProxy(self.name)
        for field in fields:
            field.saved.connect(self._on_saved)

    def addressee(self) -> Addressee:
        """What is filled in.

        Raises:
            InvalidInput: there is no name, or the e-mail address cannot be.
        """
        made = replace(
            self._addressee,
            name=self.name.value(),
            attention=self.attention.value(),
            address=self.address.value(),
            email=self.email.value(),
            copy=self.copy.value(),
        )
        made.check()
        return made

    def _on_saved(self) -> None:
        self.saved.emit()


def _named(name: str) -> None:
    if not name:
        raise InvalidInput("addressee_name_empty")


def _mail(address: str) -> None:
    if address and (address.count("@") != 1 or address[0] == "@" or address[-1] == "@" or " " in address):
        raise InvalidInput("addressee_email", email=address)
