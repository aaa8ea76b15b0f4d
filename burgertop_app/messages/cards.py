"""The words of a form for kinds of cards and for whom they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.i18n import language, mark, said_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burgertop_app.domain.form_parts import Label
    from burgertop_app.domain.forms import Recipe

KINDS = {
    "recommendation": mark("recommendation"),
    "tip": mark("tip"),
    "statement": mark("statement"),
    "question": mark("question"),
}
ADDRESSEES = {
    "municipality": mark("municipality"),
    "residents": mark("residents"),
    "politics": mark("politics"),
    "organiser": mark("organiser"),
}


@dataclass(frozen=True)
class CardWords:
    """Names by code, in the order of the recipe; a code without a name is shown as it is."""

    kinds: tuple[tuple[str, str], ...]
    addressees: tuple[tuple[str, str], ...]

    def kind(self, code: str) -> str:
        """What sort of card it is."""
        return dict(self.kinds).get(code, code)

    def addressee(self, code: str) -> str:
        """For whom it is."""
        return dict(self.addressees).get(code, code)

    def described(self, kind: str, addressee: str) -> str:
        """Both in one: "aanbeveling · gemeente"."""
        return " · ".join(filter(None, (self.kind(kind), self.addressee(addressee))))


def card_words(recipe: Recipe, spoken: str = "") -> CardWords:
    """The words of `recipe` in `spoken`, else in the language of now; the usual four where it names none."""
    spoken = spoken or language()
    return CardWords(_names(recipe.card_kinds, KINDS, spoken), _names(recipe.addressees, ADDRESSEES, spoken))


def _names(labels: Iterable[Label], usual: dict[str, str], spoken: str) -> tuple[tuple[str, str], ...]:
    named = tuple((label.code, label.name.say(spoken)) for label in labels)
    return named or tuple((code, said_in(spoken, name)) for code, name in usual.items())
