"""Who was there, beside the inhabitants and the people who registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QSizePolicy

from burgertop_app.i18n import _, percent
from burgertop_app.ui.kit.bars import BarGroup, GroupBars
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.patterns import PANEL, POOL, POPULATION, Key, Legend
from burgertop_app.ui.kit.pictures import Figures, Pictured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.views import GroupShare

NEAR = 0.05
NAME, FIGURES = 104, 76


class WhoWasThere(Card):
    """Bars per group of one feature: inhabitants, registered, present (drawn, before the first meeting)."""

    def __init__(self) -> None:
        self.feature = QComboBox()
        self.feature.setAccessibleName(_("Feature"))
        super().__init__(heading=_("Who was there"), actions=(self.feature,))
        self._shares: tuple[GroupShare, ...] = ()
        self._legend = Legend()
        self._bars = GroupBars((POPULATION, POOL, PANEL), NAME, FIGURES)
        self._picture = Pictured(self._bars)
        self._sentence = words("", "muted", wrap=True)
        self.add(self._legend, self._picture, self._sentence, None)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.feature.activated.connect(self._show)

    def put(self, shares: Sequence[GroupShare]) -> None:
        """Show other shares; the feature stays if it is still among them."""
        before = self.feature.currentText()
        self._shares = tuple(shares)
        features = list(dict.fromkeys(share.feature for share in shares))
        self.feature.clear()
        self.feature.addItems(features)
        self.feature.setCurrentIndex(max(features.index(before) if before in features else 0, 0))
        self.feature.setVisible(len(features) > 1)
        self._show()

    def _show(self) -> None:
        shares = [share for share in self._shares if share.feature == self.feature.currentText()]
        self._legend.setVisible(bool(shares))
        self._picture.setVisible(bool(shares))
        if not shares:
            self._sentence.setText(_("As soon as there are quotas and people, you see here who was there."))
            return
        came = any(share.present is not None for share in shares)
        last = _("present, in %") if came else _("drawn, in %")
        self._legend.put([Key(_("inhabitants"), POPULATION), Key(_("registered"), POOL), Key(last, PANEL)])
        self._bars.put(
            [
                BarGroup(share.value, (share.population, share.pool, shown(share)), _figures(share))
                for share in shares
            ],
            0.0,
        )
        self._sentence.setText(verdict(shares))
        headings = (self.feature.currentText(), _("inhabitants"), _("registered"), last)
        rows = tuple(
            (share.value, _part(share.population), _part(share.pool), _part(shown(share))) for share in shares
        )
        self._picture.describe(Figures(verdict(shares), headings, rows))


def shown(share: GroupShare) -> float | None:
    """The part of those present, or of the panel before anybody came."""
    return share.present if share.present is not None else share.panel


def verdict(shares: Sequence[GroupShare]) -> str:
    """One sentence: which groups are far from the population."""
    far = [
        share
        for share in shares
        if share.population is not None
        and (part := shown(share)) is not None
        and abs(part - share.population) > NEAR
    ]
    if all(shown(share) is None for share in shares):
        return _("Nobody was drawn yet.")
    if not far:
        return _("All groups are close to the population.")
    names = ", ".join(share.value for share in far)
    return _("More than 5 percentage points from the population: {groups}.").format(groups=names)


def _figures(share: GroupShare) -> str:
    parts = (share.population, share.pool, shown(share))
    return " · ".join("–" if part is None else str(round(part * 100)) for part in parts)


def _part(part: float | None) -> str:
    return "–" if part is None else percent(part)
