"""A field for the colour of the documents: its contrast, and a darker one when it is too pale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typing_extensions import override

from burgertop_app.domain.colours import WHITE, contrast, parse, shown
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.house_style import checked_accent
from burgertop_app.i18n import _, number
from burgertop_app.ui.kit.fields import LineField

if TYPE_CHECKING:
    from collections.abc import Callable

_UNDERWAY = re.compile(r"#?[0-9a-fA-F]{0,5}|(rgb)?[\s(]*\d{0,3}([\s,;/]+\d{0,3}){0,2}")


class ColourField(LineField):
    """A colour that can be read on white; "" is the program's own.

    `better` hears the nearest darker colour when one was refused for its contrast, "" when there is none.
    """

    def __init__(self, better: Callable[[str], object]) -> None:
        self._better = better
        super().__init__(
            _("Colour"),
            lambda text: checked_accent(text) if text else None,
            placeholder="#0B5C66",
        )

    @override
    def show_value(self, value: str) -> None:
        super().show_value(value)
        self.hint(_hint(value))
        self._better("")

    @override
    def typed(self) -> None:
        if self.value() and _UNDERWAY.fullmatch(self.value()):
            self.wait()
            self._better("")
            return
        super().typed()

    @override
    def _mistake(self) -> str:
        text, better = self.value(), ""
        try:
            if text:
                checked_accent(text)
        except BurgertopError as error:
            better = str(error.params.get("better", ""))
        else:
            self._hint = _hint(text)
        self._better(better)
        return super()._mistake()

    def take(self, colour: str) -> None:
        """Fill in a colour that was picked or proposed, and keep it if it can be read."""
        self._line.setText(colour)
        super().typed()
        self.flush()


def _hint(accent: str) -> str:
    if not accent:
        return _("Empty: the colour of the program. Your own as #0B5C66, or as 11, 92, 102.")
    ratio = number(shown(contrast(parse(accent), WHITE)), 1)
    return _("The contrast with white is {ratio} : 1. That can be read.").format(ratio=ratio)
