"""What the college does with recommendations, in words for residents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.responses import Disposal
from burgertop_app.i18n import _, mark, number

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAYS = {
    Disposal.ADOPTS: mark("The college adopts this."),
    Disposal.PARTLY: mark("The college adopts a part of this."),
    Disposal.INVESTIGATES: mark("The college looks into this first."),
    Disposal.REJECTS: mark("The college does not adopt this."),
}

_WORDS = {
    Disposal.ADOPTS: mark("adopted"),
    Disposal.PARTLY: mark("adopted in part"),
    Disposal.INVESTIGATES: mark("being looked into"),
    Disposal.REJECTS: mark("not adopted"),
    None: mark("without an answer"),
}


def college_says(disposal: Disposal | None) -> str:
    """The sentence for a disposal; None is an answer that has not come yet."""
    return _("The college has not answered this yet.") if disposal is None else _(_SAYS[disposal])


def disposal_word(disposal: Disposal | None) -> str:
    """A word or two for what happens to a recommendation."""
    return _(_WORDS[disposal])


def counted(disposals: Sequence[Disposal | None]) -> tuple[str, ...]:
    """How many of the recommendations had which answer, as in "4 adopted"; only what occurs."""
    return tuple(
        f"{number(disposals.count(kind))} {disposal_word(kind)}" for kind in _WORDS if kind in disposals
    )
