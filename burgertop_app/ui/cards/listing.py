"""The same cards as a list: sort, search, copy, export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.cards_text import natural
from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.card_agreement import phrase
from burgertop_app.messages.words import word
from burgertop_app.ui.cards.found import counts
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.messages.cards import CardWords
    from burgertop_app.ui.kit.tables import Entry

LOOKS = {
    Agreement.NOT_YET: (State.NEUTRAL, "circle-dashed"),
    Agreement.AGREED: (State.OK, "circle-check"),
    Agreement.TYPING: (State.OK, "circle-check"),
    Agreement.REWORDED: (State.WARN, "triangle-alert"),
}


def card_table(
    said: Callable[[], CardWords], menu: Callable[[list[CardLine]], Sequence[Entry]]
) -> RecordTable[CardLine]:
    """A table of cards; `said` gives the words of the form of now."""
    table = RecordTable(
        _("Cards"),
        _columns(said),
        key=lambda line: line.card.id,
        counted=lambda count: ngettext("{count} card", "{count} cards", count),
        menu=menu,
        look=TableLook(row_height=34),
    )
    table.model.searches = False  # the filter of the page looks in the cards themselves
    return table


def _columns(said: Callable[[], CardWords]) -> tuple[Column[CardLine], ...]:
    return (
        Column("label", _("Card"), lambda line: line.card.label, width=80, bold=True, sort=_by_label),
        Column(
            "text",
            _("What it says"),
            lambda line: line.text,
            width=220,
            stretch=True,
            tooltip=lambda line: line.text,
        ),
        Column("theme", _("Theme"), lambda line: line.theme, width=142, gives_way=7),
        Column("kind", _("Kind"), lambda line: said().kind(line.card.kind), width=90, gives_way=5),
        Column(
            "addressee", _("For"), lambda line: said().addressee(line.card.addressee), width=92, gives_way=4
        ),
        Column("times", _("Times"), lambda line: line.card.times, width=54, align=Align.RIGHT),
        Column(
            "together",
            _("Together"),
            lambda line: line.together or None,
            width=80,
            align=Align.RIGHT,
            hidden=True,
        ),
        Column("same", _("Same as"), lambda line: ", ".join(line.same), width=86, gives_way=1),
        Column(
            "table", _("Table"), lambda line: line.card.table_no, width=54, align=Align.RIGHT, gives_way=2
        ),
        Column(
            "round", _("Round"), lambda line: line.card.round_no, width=62, align=Align.RIGHT, gives_way=3
        ),
        Column(
            "proposals",
            _("Proposals"),
            lambda line: ", ".join(map(str, line.proposals)),
            width=100,
            gives_way=6,
        ),
        Column(
            "agreed", _("Table agreed?"), lambda line: phrase(line.agreed), width=196, chip=agreement_chip
        ),
        Column("typed_by", _("Typed by"), lambda line: line.typed_by, width=110, hidden=True),
        Column("earlier", _("Came from"), lambda line: ", ".join(line.earlier), width=110, hidden=True),
        Column("later", _("Went on in"), lambda line: ", ".join(line.later), width=110, hidden=True),
        Column(
            "versions", _("Wordings"), lambda line: line.versions, width=90, align=Align.RIGHT, hidden=True
        ),
        Column(
            "standing", _("State"), lambda line: word(line.card.standing), width=110, chip=_chip, hidden=True
        ),
        Column("reason", _("Why withdrawn"), lambda line: line.card.withdrawn_reason, width=180, hidden=True),
    )


def _by_label(line: CardLine) -> tuple[tuple[int, str], ...]:
    return natural(line.card.label)


def agreement_chip(line: CardLine) -> Chip:
    """Whether the table agreed, in the one phrase for it."""
    state, icon = LOOKS[line.agreed.how]
    return Chip(phrase(line.agreed), state, icon)


def _chip(line: CardLine) -> Chip:
    state = State.NEUTRAL if counts(line) else State.WAITING
    return Chip(word(line.card.standing), state, "" if counts(line) else "ban")
