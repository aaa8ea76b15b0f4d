"""What the college does with recommendations, in words for residents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.responses import FEWEST_RATERS, CouncilNeed, Disposal, mean, raters
from burgertop_app.i18n import _, mark, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAYS = {
    Disposal.ADOPTS: mark("The college adopts this."),
    Disposal.PARTLY: mark("The college adopts a part of this."),
    Disposal.INVESTIGATES: mark("The college looks into this first."),
    Disposal.REJECTS: mark("The college does not adopt this."),
    Disposal.NOT_OURS: mark("The college has no say in this."),
}

_WORDS = {
    Disposal.ADOPTS: mark("adopted"),
    Disposal.PARTLY: mark("adopted in part"),
    Disposal.INVESTIGATES: mark("being looked into"),
    Disposal.REJECTS: mark("not adopted"),
    Disposal.NOT_OURS: mark("not up to the college"),
    None: mark("without an answer"),
}


def college_says(disposal: Disposal | None) -> str:
    """The sentence for a disposal; None is an answer that has not come yet."""
    return _("The college has not answered this yet.") if disposal is None else _(_SAYS[disposal])


def no_reason() -> str:
    """What stands where the reason should be."""
    return _("The college gives no reason.")


def council_says(need: CouncilNeed) -> str:
    """The sentence about the council; nothing while the college did not say."""
    return {
        CouncilNeed.UNKNOWN: "",
        CouncilNeed.YES: _("The council must decide about this first."),
        CouncilNeed.NO: _("The council need not decide about this."),
    }[need]


def rated(marks: Sequence[int]) -> str:
    """The mean mark and how many residents gave one; "" when there is none to show."""
    found, count = mean(marks), raters(marks)
    if found is None:
        return ""
    said = ngettext(
        "{mean} on a scale of 1 to 5, by {count} resident",
        "{mean} on a scale of 1 to 5, by {count} residents",
        count,
    )
    return said.format(mean=number(found, 1), count=number(count))


def few(marks: Sequence[int]) -> str:
    """The sentence that so few marks are not shown in public; "" for none or enough."""
    if not marks or not 0 < raters(marks) < FEWEST_RATERS:
        return ""
    return _("Fewer than {count} residents rated this, so documents for the public do not show it.").format(
        count=FEWEST_RATERS
    )


def distributed(marks: Sequence[int]) -> str:
    """How often each mark was given, as in "1: 13 · 2: 7 · 3: 3 · 4: 1 · 5: 0"."""
    return " · ".join(f"{mark}: {number(times)}" for mark, times in enumerate(marks, start=1))


def disposal_word(disposal: Disposal | None) -> str:
    """A word or two for what happens to a recommendation."""
    return _(_WORDS[disposal])


def counted(disposals: Sequence[Disposal | None]) -> tuple[str, ...]:
    """How many of the recommendations had which answer, as in "4 adopted"; only what occurs."""
    return tuple(
        f"{number(disposals.count(kind))} {disposal_word(kind)}" for kind in _WORDS if kind in disposals
    )
