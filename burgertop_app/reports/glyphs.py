"""Warnings before printing: whose name or which text has characters that the fonts lack."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.house_style import Look
from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.i18n import _
from burgertop_app.reports.pdf.text import missing

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Lacking:
    """Characters that cannot be printed; `person` is the number of whose name has them, else empty."""

    characters: str
    person: str = ""

    def sentence(self) -> str:
        """The warning for people; it never holds the name."""
        if self.person:
            return _(
                "The name of number {person} has letters that this program cannot print. On paper they become"
                " [?]. Write that name by hand, or fill in a spelling in Latin letters."
            ).format(person=self.person)
        return _(
            "These characters cannot be printed and become [?] on paper: {characters}. Use other characters."
        ).format(characters=" ".join(f"{each} (U+{ord(each):04X})" for each in self.characters))


def lacking(paper: object) -> tuple[Lacking, ...]:
    """What a document made from `paper` could not print: per person, and once for all other texts."""
    people: dict[str, str] = {}
    others = ""
    for person, text in _texts(paper):
        gap = missing(text)
        if gap and person:
            people[person] = people.get(person, "") + gap
        others += "" if person else gap
    found = [Lacking(_once(gap), person) for person, gap in people.items()]
    return (*found, Lacking(_once(others))) if others else tuple(found)


def _texts(value: object) -> Iterator[tuple[str, str]]:
    """Every text that is drawn, with the number of the person when it is a name; words of a logo are not."""
    if isinstance(value, PrintedPerson):
        yield value.number, value.name
    elif isinstance(value, Look):
        return
    elif isinstance(value, str):
        yield "", value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _once(characters: str) -> str:
    return "".join(dict.fromkeys(characters))
