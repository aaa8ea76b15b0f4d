"""Population figures in sentences: what is unknown, what does not add up, how wide the places are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.population import Trouble, Width
from burgertop_app.i18n import _, mark, percent

if TYPE_CHECKING:
    from burgertop_app.domain.population import Mirrored

_WIDTHS = {
    Width.EXACT: mark("Exactly: one number of places per group"),
    Width.ROUNDED: mark("Usual: rounded down and up"),
    Width.ONE: mark("Wider: one place more room on both sides"),
    Width.TWO: mark("Widest: two places more room on both sides"),
}


def width_words(width: Width) -> str:
    """What a width means."""
    return _(_WIDTHS[width])


def trouble_sentence(found: Mirrored) -> str:
    """Why the figures of a feature cannot become places, and what to do; empty when they can."""
    feature = found.feature[:1].upper() + found.feature[1:]
    if found.trouble is Trouble.UNKNOWN:
        return _(
            "{feature}: the figure of {groups} is unknown. Fill it in, or empty the other figures of this "
            "feature; until then its places stay as they were."
        ).format(feature=feature, groups=", ".join(found.unknown))
    if found.trouble is Trouble.NOBODY:
        return _("{feature}: the figures add up to nobody. Correct them.").format(feature=feature)
    if found.trouble is Trouble.PERCENTAGES:
        return _("{feature}: the percentages add up to {total}, not to 100%. Correct them.").format(
            feature=feature, total=percent(float(found.total) / 100, 1)
        )
    return ""
