"""What is told about suggested themes and doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence


def result_words(cards: int, sorted_ones: int, themes: int, doubles: int) -> list[str]:
    """What came of a file with cards, a line each."""
    lines = [
        ngettext(
            "{cards} card, {sorted} of them sorted.", "{cards} cards, {sorted} of them sorted.", cards
        ).format(cards=number(cards), sorted=number(sorted_ones))
    ]
    if themes:
        lines.append(
            ngettext(
                "Suggestions were made from {themes} theme.",
                "Suggestions were made from {themes} themes.",
                themes,
            ).format(themes=number(themes))
        )
    else:
        lines.append(
            _("No card has a theme yet, so no themes were suggested. Sort a few cards and try again.")
        )
    lines.append(
        ngettext(
            "{count} card seems to say the same as an earlier one.",
            "{count} cards seem to say the same as an earlier one.",
            doubles,
        ).format(count=number(doubles))
        if doubles
        else _("No card seems to say the same as an earlier one.")
    )
    return lines


def reason_words(near: Sequence[str], *, named: bool) -> str:
    """Why a theme is suggested: labels of the nearest cards, or the name of the theme."""
    if near and not named:
        return _("resembles {cards}").format(cards=_joined(near))
    if near:
        return _("fits the name, and resembles {cards}").format(cards=_joined(near))
    return _("fits the name of the theme") if named else _("resembles no card yet")


def _joined(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return labels[0]
    return _("{first} and {last}").format(first=", ".join(labels[:-1]), last=labels[-1])
