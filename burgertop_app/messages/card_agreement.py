"""Whether a table agreed with the words on a card: the one phrase for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.outcomes import Standing
from burgertop_app.i18n import _, mark, minute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.card_history import Agreed
    from burgertop_app.domain.outcome_views import CardLine

PHRASES: dict[Agreement, str] = {
    Agreement.NOT_YET: mark("the table has not agreed yet"),
    Agreement.AGREED: mark("the table agreed"),
    Agreement.TYPING: mark("the table agreed; typing errors put right afterwards"),
    Agreement.REWORDED: mark("other words since the table agreed"),
}


def phrase(agreed: Agreed) -> str:
    """Whether the table agreed, in a few words without a capital."""
    return _(PHRASES[agreed.how])


def noted(text: str, agreed: Agreed) -> str:
    """The words of a card in a list, with the phrase behind them unless the table agreed."""
    return text if agreed.how is Agreement.AGREED else f"{text} [{phrase(agreed)}]"


def listed(line: CardLine) -> str:
    """The words of a card in a list of cards, and behind them that it does not count, or `noted`."""
    if line.card.standing is Standing.ACTIVE:
        return noted(line.text, line.agreed)
    return f"{line.text} [{_('does not count')}]"


def told(agreed: Agreed) -> str:
    """The same as a sentence, with who marked it and when."""
    at = minute(agreed.at.astimezone(), "medium") if agreed.at is not None else ""
    match agreed.how:
        case Agreement.NOT_YET:
            return _("These words were not read back to the table, or it has not agreed with them yet.")
        case Agreement.AGREED:
            return _("Read back and agreed by the table. Marked by {who} on {when}.").format(
                who=agreed.by, when=at
            )
        case Agreement.TYPING:
            return _(
                "Agreed by the table (marked by {who} on {when}); afterwards only typing errors were "
                "put right."
            ).format(who=agreed.by, when=at)
        case Agreement.REWORDED:
            return _(
                "The table agreed with earlier words (marked by {who} on {when}), not with these. "
                "Read them back."
            ).format(who=agreed.by, when=at)


def told_together(every: Sequence[Agreed]) -> tuple[str, tuple[str, ...]]:
    """What a document says of a list of cards: one sentence, and a note per card where they differ.

    What the sentence says of all is not said once more at each card.
    """
    ways = {agreed.how for agreed in every}
    if ways <= {Agreement.NOT_YET}:
        said = _("The words on these cards: the table has not agreed yet.") if every else ""
        return said, ("",) * len(every)
    if ways == {Agreement.AGREED}:
        return _("The words on these cards were read back, and the table agreed."), ("",) * len(every)
    return (
        _("The words on these cards were read back, and the table agreed, unless it says otherwise."),
        tuple("" if agreed.how is Agreement.AGREED else phrase(agreed) for agreed in every),
    )
