"""The members' agreement with the wording, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.sign_off import SignOffWay
from burgertop_app.i18n import _, day, mark, ngettext, number

if TYPE_CHECKING:
    from burgertop_app.domain.sign_off import SigningState, SignOff

WAYS: dict[SignOffWay, str] = {
    SignOffWay.MEETING: mark("In a meeting"),
    SignOffWay.EMAIL: mark("By e-mail"),
    SignOffWay.PAPER: mark("On paper"),
}
_ASKED: dict[SignOffWay, str] = {
    SignOffWay.MEETING: mark(
        "The members agreed to this text in a meeting on {date}: {agreed} of the {asked} who were asked."
    ),
    SignOffWay.EMAIL: mark(
        "The members agreed to this text by e-mail on {date}: {agreed} of the {asked} who were asked."
    ),
    SignOffWay.PAPER: mark(
        "The members agreed to this text on paper on {date}: {agreed} of the {asked} who were asked."
    ),
}
_REFUSED: dict[SignOffWay, str] = {
    SignOffWay.MEETING: mark(
        "The members were asked about this text in a meeting on {date}: {agreed} of the {asked} agreed."
    ),
    SignOffWay.EMAIL: mark(
        "The members were asked about this text by e-mail on {date}: {agreed} of the {asked} agreed."
    ),
    SignOffWay.PAPER: mark(
        "The members were asked about this text on paper on {date}: {agreed} of the {asked} agreed."
    ),
}


def way_words(way: SignOffWay) -> str:
    """How the members were asked."""
    return _(WAYS[way])


def sign_off_sentence(signed: SignOff) -> str:
    """When and how the members agreed, with the numbers; that they agreed only when more than half did."""
    carried = signed.agreed * 2 > signed.asked
    first = _((_ASKED if carried else _REFUSED)[signed.how]).format(
        date=day(signed.on), agreed=number(signed.agreed), asked=number(signed.asked)
    )
    return " ".join(filter(None, (first, _others(signed))))


def unsigned_sentence(reason: str) -> str:
    """Why a version was fixed without the members; nothing without a reason."""
    if not reason.strip():
        return ""
    return _("The members were not asked to agree to this text. The reason: {reason}").format(
        reason=reason.strip()
    )


def state_sentence(state: SigningState) -> str:
    """How the members stand to the text as it is now, for the organiser."""
    if state.valid is not None:
        return sign_off_sentence(state.valid)
    if state.stale is not None:
        return _(
            "The members were asked on {date}, but the text changed since. Their answer is about the earlier "
            "text, so ask them again."
        ).format(date=day(state.stale.on))
    return _("The members were not asked yet whether they agree to this text.")


def _others(signed: SignOff) -> str:
    said = []
    if signed.against:
        said.append(
            ngettext(
                "{count} member did not agree.", "{count} members did not agree.", signed.against
            ).format(count=number(signed.against))
        )
    if signed.silent:
        said.append(
            ngettext(
                "{count} member said neither yes nor no.",
                "{count} members said neither yes nor no.",
                signed.silent,
            ).format(count=number(signed.silent))
        )
    return " ".join(said)
