"""How a method of drawing is explained to people, and where it comes from."""

from __future__ import annotations

from typing import NamedTuple

from burgertop_app.i18n import _, mark


class MethodWords(NamedTuple):
    """A method's name, what it does in plain words, and its source."""

    name: str
    explained: str
    source: str


_METHODS = {
    "leximin": MethodWords(
        mark("Equal chances: the lowest chances as high as possible, one after the other (leximin)"),
        mark(
            "Every panel in the lottery meets all quotas. The panels were chosen so that the person with the"
            " lowest chance has the highest chance that the quotas allow, then the person with the lowest"
            " chance but one, and so on up to everybody."
        ),
        "B. Flanigan, P. Gölz, A. Gupta, B. Hennig, A. D. Procaccia,"
        " “Fair algorithms for selecting citizens’ assemblies”, Nature 596 (2021)",
    ),
    "maximin": MethodWords(
        mark("Equal chances: the lowest chance as high as possible (maximin)"),
        mark(
            "Every panel in the lottery meets all quotas. The panels were chosen so that the person with the"
            " lowest chance has the highest chance that the quotas allow."
        ),
        "B. Flanigan, P. Gölz, A. Gupta, B. Hennig, A. D. Procaccia,"
        " “Fair algorithms for selecting citizens’ assemblies”, Nature 596 (2021)",
    ),
}


def method_words(code: str) -> MethodWords:
    """The words for a method, in the language now spoken; a method without words has its code for a name."""
    found = _METHODS.get(code)
    if found is None:
        return MethodWords(code, "", "")
    return MethodWords(_(found.name), _(found.explained), found.source)
