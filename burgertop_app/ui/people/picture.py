"""The picture on top: does the group look like the municipality, per feature."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burgertop_app.i18n import _, percent
from burgertop_app.ui.kit.bars import BarGroup, GroupBars
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import clear, column, row, scrolled, words
from burgertop_app.ui.kit.patterns import PANEL, POOL, POPULATION, Fill, Key, Legend
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.people.listing import titled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.views import GroupShare

ROOMY, TIGHT = 5, 3
ROW = 37
NAME_WIDTH = 96


class SharesCard(Card):
    """Bars per group for inhabitants, registered, drawn and who came; hidden when nothing compares."""

    def __init__(self) -> None:
        super().__init__()
        self._legend = Legend()
        self._bars = QWidget()
        self._row = QHBoxLayout(self._bars)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XL)
        self._scroll = scrolled(self._bars)
        self._pictured = Pictured(self._scroll)
        title = words(
            _("Does the group look like the municipality? Part of the group in per cent."), "strong"
        )
        self.other = link("", self._on_other, "mail")
        self._act: Callable[[], object] | None = None
        self.other.hide()
        self.add(
            row(title, None, self._legend, self.other, self._pictured.switch, gap=Space.L), self._pictured
        )
        self.body.setContentsMargins(Space.L, Space.S, Space.L, Space.XS)
        self.body.setSpacing(2)
        self._rows = ROOMY
        self._tallest = 0
        self.worth_showing = False
        self.hide()

    def offer_other(self, said: str, act: Callable[[], object]) -> None:
        """A link that shows another picture in the place of this one."""
        self.other.setText(said)
        self._act = act

    def _on_other(self) -> None:
        if self._act is not None:
            self._act()

    def make_room(self, *, roomy: bool) -> None:
        """Show five groups of a feature, or three on a low window; the rest scrolls."""
        self._rows = ROOMY if roomy else TIGHT
        self._set_height()

    def _set_height(self) -> None:
        self._pictured.setFixedHeight(26 + min(self._tallest, self._rows * ROW))

    def put(self, shares: Sequence[GroupShare]) -> None:
        """Show these groups, in their order."""
        self.worth_showing = any(share.population is not None or share.pool_count for share in shares)
        self.setVisible(self.worth_showing)
        fills = self._fills(shares)
        self._legend.put([Key(said, fill) for said, fill, _part in fills])
        longest = max((part for share in shares for part in _parts(share) if part), default=1.0)
        clear(self._row)
        tallest = 0
        for feature, groups in groupby(shares, key=lambda share: share.feature):
            bars = GroupBars([fill for _said, fill, _part in fills], NAME_WIDTH)
            bars.put([_group(share, fills) for share in groups], longest)
            bars.setToolTip(titled(feature))
            tallest = max(tallest, bars.sizeHint().height())
            self._row.addLayout(column(words(titled(feature), "strong"), bars, None, gap=2), 1)
        self._row.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._tallest = tallest
        self._set_height()
        self._pictured.describe(_figures(shares, fills))

    def _fills(self, shares: Sequence[GroupShare]) -> list[tuple[str, Fill, str]]:
        found = [(_("registered"), POOL, "pool")]
        if any(share.population is not None for share in shares):
            found.insert(0, (_("inhabitants"), POPULATION, "population"))
        if any(share.panel_count for share in shares):
            found.append((_("drawn"), PANEL, "panel"))
        if any(share.present_count for share in shares):
            found.append((_("came"), Fill.C3_DOTS, "present"))
        return found


def _group(share: GroupShare, fills: Sequence[tuple[str, Fill, str]]) -> BarGroup:
    return BarGroup(share.value, tuple(getattr(share, part) for _said, _fill, part in fills))


def _parts(share: GroupShare) -> tuple[float | None, ...]:
    return share.population, share.pool, share.panel, share.present


def _figures(shares: Sequence[GroupShare], fills: Sequence[tuple[str, Fill, str]]) -> Figures:
    headings = (_("Feature"), _("Group"), *(said for said, _fill, _part in fills))
    rows = tuple(
        (
            titled(share.feature),
            share.value,
            *(_in_words(getattr(share, part)) for _said, _fill, part in fills),
        )
        for share in shares
    )
    sentence = _(
        "Per group its part of the inhabitants, of who registered, of who was drawn and of who came."
    )
    return Figures(sentence, headings, rows)


def _in_words(part: float | None) -> str:
    return "–" if part is None else percent(part)
