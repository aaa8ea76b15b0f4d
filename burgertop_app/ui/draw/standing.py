"""The card of a draw that stands: what was recorded, where, and what can be handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from burgertop_app.domain.draw_records import DrawState
from burgertop_app.i18n import _, minute
from burgertop_app.messages.draw_outlook import grouped, number_words
from burgertop_app.ui.draw.found import Stage
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.drawer import facts
from burgertop_app.ui.kit.layout import column, holder, words
from burgertop_app.ui.kit.tokens import State

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.draw_records import DrawRecord
    from burgertop_app.domain.draw_views import DrawView
    from burgertop_app.ui.draw.found import DrawFound

NAMES = 140
"""As wide as the longest name of a fact, in either language."""


class StandingCard(Card):
    """What holds of the draw that stands."""

    def __init__(self) -> None:
        self.chip = ChipLabel(Chip("", State.NEUTRAL))
        super().__init__(heading=_("This draw"), actions=[self.chip])

    def put(self, found: DrawFound) -> None:
        """Show the draw that stands; nothing for an open stage."""
        self.setVisible(found.view is not None)
        self.empty()
        if found.view is None:
            return
        record = found.view.record
        self.chip.put(stage_chip(found))
        self.add(*_notes(found), facts(_facts(record, found.stage), NAMES), *_codes(found.view))


def stage_chip(found: DrawFound) -> Chip:
    """How far the draw is, as a chip."""
    if found.view is not None and found.stage is Stage.PREPARED and found.view.outdated:
        return Chip(_("out of date"), State.WARN, "triangle-alert")
    return {
        Stage.OPEN: Chip(_("not calculated yet"), State.WAITING),
        Stage.PREPARED: Chip(_("calculated, not recorded"), State.ACCENT, "circle-dot"),
        Stage.REHEARSED: Chip(_("REHEARSAL"), State.WARN, "triangle-alert"),
        Stage.COMMITTED: Chip(_("recorded"), State.OK, "lock"),
        Stage.DRAWN: Chip(_("drawn"), State.OK),
    }[found.stage]


def hash_box(digest: str, name: str = "") -> QWidget:
    """A hash in groups of eight on two lines, to read aloud and to copy."""
    groups = grouped(digest).split()
    half = len(groups) // 2
    said = words("\n".join((" ".join(groups[:half]), " ".join(groups[half:]))), "mono")
    said.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    named = name or _("Control code")
    said.setAccessibleName(named)
    return holder(column(words(named, "field"), said, gap=2))


def _codes(view: DrawView) -> list[QWidget]:
    """The hash of the lottery, and once it is recorded that of the commitment with what it is for."""
    if view.record.state is DrawState.PREPARED:
        return [words(_("The control code comes when you record the draw."), "muted", wrap=True)]
    codes = [hash_box(view.record.lottery_sha256)]
    if view.commitment_sha256:
        said = _(
            "This one holds you to everything you published beforehand, also where the number comes from."
        )
        codes += [
            hash_box(view.commitment_sha256, _("Code of the commitment")),
            words(said, "muted", wrap=True),
        ]
    return codes


def when(at: datetime | None, width: str = "long") -> str:
    """A moment in words, in the zone of this computer; "" for none."""
    return "" if at is None else minute(at.astimezone(), width)


def _notes(found: DrawFound) -> list[QWidget]:
    view = found.view
    notes: list[QWidget] = []
    if view is not None and view.outdated:
        said = _("People, quotas or seats changed after this calculation. Calculate again.")
        notes.append(words(said, "warn", wrap=True))
    if found.stage is Stage.REHEARSED:
        said = _("This was a rehearsal: nothing was recorded beforehand. Nobody is in the panel.")
        notes.append(words(said, "warn", wrap=True))
    if view is not None and view.erased:
        said = _(
            "{count} people of this draw were erased. The outcome stays, but the whole draw can no longer "
            "be computed again."
        )
        notes.append(words(said.format(count=view.erased), "muted", wrap=True))
    return notes


def _facts(record: DrawRecord, stage: Stage) -> list[tuple[str, str]]:
    told = [(_("Attempt"), str(record.attempt))]
    if record.committed_at is not None:
        told += [
            (_("Recorded"), when(record.committed_at)),
            (_("Number comes from"), record.number_source),
            (_("Moment"), record.moment),
            (_("Published at"), record.published_where),
            (_("Witnesses"), record.witnesses),
        ]
    if record.drawn_number is not None and stage in (Stage.DRAWN, Stage.REHEARSED):
        told += [
            (_("Drawn"), when(record.drawn_at)),
            (_("Seed"), record.seed or _("number drawn by hand")),
            (_("The number"), number_words(record.drawn_number)),
        ]
    return [(name, said) for name, said in told if said]
