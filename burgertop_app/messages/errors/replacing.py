"""What went wrong with reserves, replacements and the call list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "drop_out_rate": mark(
        "A rate of drop-out is a number from 0 to 1000 out of a thousand, not {rate}. Correct it in the file."
    ),
}
