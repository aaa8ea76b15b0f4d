"""Who takes part in a draw otherwise than by chance, in sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.draw_marks import Mark, MarkKind
from burgertop_app.domain.keep_out import reason_class
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.draw_outlook import Finding, Tone
from burgertop_app.messages.keep_out import keep_out_words

if TYPE_CHECKING:
    from burgertop_app.domain.draw_views import DrawSetup
    from burgertop_app.domain.keep_out import KeepOutReason


def taking_part(setup: DrawSetup) -> tuple[Finding, ...]:
    """How many people can be drawn, who comes into every panel, and who is left out for which reason."""
    said = ngettext("One person can be drawn.", "{count} people can be drawn.", setup.people)
    found = [Finding(Tone.FINE if setup.people else Tone.WRONG, said.format(count=number(setup.people)))]
    if setup.keep_in:
        said = ngettext(
            "One sitting member comes into every panel.",
            "{count} sitting members come into every panel.",
            len(setup.keep_in),
        )
        found.append(_about(said, setup.keep_in))
    classes: dict[KeepOutReason, list[str]] = defaultdict(list)
    for kept in setup.keep_out:
        classes[reason_class(kept.reason)].append(kept.number)
    for reason in sorted(classes):
        said = ngettext(
            "One person is not drawn: {reason}.",
            "{count} people are not drawn: {reason}.",
            len(classes[reason]),
        )
        words = keep_out_words(reason)
        found.append(_about(said, tuple(classes[reason]), reason=words[:1].lower() + words[1:]))
    guard = setup.choices.cool_down
    if guard.months and not guard.bars:
        found.append(_lately(setup.lately, guard.months))
    return tuple(found)


def mark_words(mark: Mark) -> str:
    """How somebody takes part in the draw, in a few words."""
    if mark.kind is MarkKind.KEPT_IN:
        return _("Already in the panel")
    return _("Is not drawn: {reason}").format(reason=keep_out_words(mark.reason))


def _lately(numbers: tuple[str, ...], months: int) -> Finding:
    if not numbers:
        said = ngettext(
            "Nobody sat in a panel that was drawn in the last month.",
            "Nobody sat in a panel that was drawn in the last {months} months.",
            months,
        )
        return Finding(Tone.FINE, said.format(months=months))
    said = ngettext(
        "One person sits in another panel that was drawn less than {months} months ago, and can be drawn.",
        "{count} people sit in another panel that was drawn less than {months} months ago, and can be drawn.",
        len(numbers),
    )
    return _about(said, numbers, months=months)


def _about(said: str, numbers: tuple[str, ...], **told: object) -> Finding:
    return Finding(Tone.NOTE, said.format(count=number(len(numbers)), **told), numbers=numbers)
