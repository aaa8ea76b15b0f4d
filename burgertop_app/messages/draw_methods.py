"""How a method of drawing is explained to people, what is proven of its lottery, and where it comes from."""

from __future__ import annotations

from typing import NamedTuple

from burgertop_app.i18n import _, mark, percent


class MethodWords(NamedTuple):
    """A method's name, what it does in plain words, and its source."""

    name: str
    explained: str
    source: str


_FAIR = (
    "B. Flanigan, P. Gölz, A. Gupta, B. Hennig, A. D. Procaccia,"
    " “Fair algorithms for selecting citizens’ assemblies”, Nature 596 (2021)"
)
_METHODS = {
    "leximin": MethodWords(
        mark("Equal chances: the lowest chances as high as possible, one after the other (leximin)"),
        mark(
            "Every panel in the lottery meets all quotas. The panels were chosen so that the person with the"
            " lowest chance has the highest chance that the quotas allow, then the person with the lowest"
            " chance but one, and so on up to everybody."
        ),
        _FAIR,
    ),
    "maximin": MethodWords(
        mark("Equal chances: the lowest chance as high as possible (maximin)"),
        mark(
            "Every panel in the lottery meets all quotas. The panels were chosen so that the person with the"
            " lowest chance has the highest chance that the quotas allow."
        ),
        _FAIR,
    ),
    "nash": MethodWords(
        mark("All chances count: their product as large as possible (nash)"),
        mark(
            "Every panel in the lottery meets all quotas. The chances of all people count together: a low"
            " chance is raised, unless that costs other people much more."
        ),
        _FAIR,
    ),
    "goldilocks": MethodWords(
        mark("No chance very high or very low (goldilocks)"),
        mark(
            "Every panel in the lottery meets all quotas. Nobody’s chance is much lower than equal, and"
            " nobody’s chance is much higher, so that it hardly pays to give untrue answers."
        ),
        "C. Baharav, B. Flanigan, “Fair, manipulation-robust, and transparent sortition”, EC (2024)",
    ),
    "quick": MethodWords(
        mark("Quick, only to compare with (quick)"),
        mark(
            "Every panel meets all quotas and is filled person by person. Some people’s chance can be very"
            " low, so this way is only there to compare with; you cannot record it."
        ),
        _FAIR,
    ),
}
_PROVEN = {
    "leximin": mark(
        "It has been proven that nobody’s chance can be higher without lowering that of somebody whose "
        "chance is as low or lower."
    ),
    "nash": mark(
        "It has been proven that no lottery with these quotas makes the product of all chances more than "
        "{part} larger."
    ),
    "goldilocks": mark(
        "It has been proven that no lottery with these quotas brings the highest and the lowest chance "
        "together closer to equal chances; at most a millionth is left to gain."
    ),
}
_PRODUCT = 1e-4
_MILLIONTH = 1e-6


def method_words(code: str) -> MethodWords:
    """The words for a method, in the language now spoken; a method without words has its code for a name."""
    found = _METHODS.get(code)
    if found is None:
        return MethodWords(code, "", "")
    return MethodWords(_(found.name), _(found.explained), found.source)


def short_method(code: str) -> str:
    """A method's name on one line, in the language now spoken."""
    short = {
        "leximin": _("Equal chances (leximin)"),
        "maximin": _("Highest lowest chance (maximin)"),
        "nash": _("All chances together (nash)"),
        "goldilocks": _("Not too high, not too low (goldilocks)"),
        "quick": _("Quick, only to compare (quick)"),
    }
    return short.get(code, method_words(code).name)


def proof_sentences(code: str, lowest: float, bound: float) -> list[str]:
    """What is proven of a lottery by this method, and only that, in the language now spoken.

    `bound` is the chance that the lowest one can never exceed; both from 0 to 1.
    """
    least = _("The lowest chance is {lowest}.").format(lowest=percent(lowest, 4))
    if code == "quick":
        return [least, _("Nothing has been proven of these chances: other lotteries may be much fairer.")]
    proven = [_(_PROVEN[code]).format(part=percent(_PRODUCT, 2))] if code in _PROVEN else []
    return [least, _limit(code, bound, reached=bound - lowest <= _MILLIONTH), *proven]


def _limit(code: str, bound: float, *, reached: bool) -> str:
    """How much higher the lowest chance might be in another lottery."""
    if reached:
        return _("It has been proven that no lottery with these quotas can make the lowest chance higher.")
    said = _(
        "With these quotas the lowest chance can never be more than {bound}; whether that can be reached "
        "is not proven."
    )
    if code in ("nash", "goldilocks"):
        said = _(
            "This method does not make the lowest chance as high as possible; it can never be more than "
            "{bound}."
        )
    return said.format(bound=percent(bound, 4))
