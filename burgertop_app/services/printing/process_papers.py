"""The rules of the game on one page and the book of all cards."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.papers.common import CardGroup
from burgertop_app.domain.papers.rules import CardBookPaper, Promise, RulesPaper
from burgertop_app.domain.processes import DecisionRule, Pledge, Process
from burgertop_app.i18n import _, speaking
from burgertop_app.services.printing import shared
from burgertop_app.services.site_reading import guard

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.storage.unit_of_work import Store


def rules(store: Store, process_id: UUID, made_at: datetime) -> RulesPaper:
    """What was agreed before the start."""
    process = store.get(Process, process_id)
    with speaking(process.language):
        return RulesPaper(
            masthead=shared.masthead(store, process, made_at),
            assignment=process.assignment,
            mandate=shared.mandate(store, process),
            decisions=tuple(
                rule.text for rule in store.find(DecisionRule, order_by="position", process_id=process_id)
            ),
            promises=tuple(
                Promise(who=pledge.by, what=pledge.text)
                for pledge in store.find(Pledge, process_id=process_id)
            ),
            contact=process.contact,
        )


def card_book(store: Store, process_id: UUID, made_at: datetime) -> CardBookPaper:
    """Every card that counts, by addressee and theme; a name of somebody who takes part is left out."""
    process = store.get(Process, process_id)
    heaps: dict[str, list[CardLine]] = defaultdict(list)
    for line in shared.lines_of_cards(store, process):
        if line.card.standing is Standing.ACTIVE:
            heaps[line.card.addressee].append(line)
    with speaking(process.language):
        agreement, notes = shared.agreement([line for heap in heaps.values() for line in heap])
        paper = CardBookPaper(
            masthead=shared.masthead(store, process, made_at),
            groups=tuple(
                CardGroup(addressee=name or _("everyone"), themes=shared.card_themes(heaps[name], notes))
                for name in sorted(heaps, key=lambda name: (not name, name))
            ),
            agreement=agreement,
        )
        return guard(store).cleared(paper, _("[left out]"))
