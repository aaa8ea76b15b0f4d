"""Inviting from a list in words: what a column holds, and why a row stays out."""

from __future__ import annotations

from burgertop_app.domain.address_list import ListField, Missing
from burgertop_app.i18n import _, mark

FIELDS: dict[ListField, str] = {
    ListField.ADDRESS: mark("Street or whole address"),
    ListField.HOUSE_NUMBER: mark("House number"),
    ListField.ADDITION: mark("Addition to the house number"),
    ListField.POSTCODE: mark("Postcode"),
    ListField.PLACE: mark("Place of residence"),
    ListField.AREA: mark("Area, such as the neighbourhood"),
    ListField.NAME: mark("Name, or first name"),
    ListField.MIDDLE_NAME: mark("Name prefix"),
    ListField.LAST_NAME: mark("Last name"),
    ListField.BORN: mark("Birth or age"),
}
REASONS: dict[Missing, str] = {
    Missing.NO_ADDRESS: mark("without an address that can be read"),
    Missing.NO_AREA: mark("without an area"),
    Missing.DOUBLE: mark("double"),
    Missing.TOO_YOUNG: mark("too young"),
    Missing.BORN_WRONG: mark("with a birth that cannot be"),
    Missing.KNOWN_HOME: mark("somebody at this address is in the process"),
}


def list_field_words(field: ListField) -> str:
    """What a column of the list holds."""
    return _(FIELDS[field])


def missing_words(reason: Missing) -> str:
    """Why rows stay out."""
    return _(REASONS[reason])
