"""What an organiser chose for the draws of a process, kept as one setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.draw_marks import MOST_MONTHS, CoolDown
from burgertop_app.domain.draw_views import DrawChoices
from burgertop_app.domain.draws import METHODS
from burgertop_app.domain.workspaces import Setting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def chosen(store: Store, process_id: UUID) -> DrawChoices:
    """What was chosen; the usual where nothing was."""
    kept = store.first(Setting, key=_key(process_id))
    content = kept.content if kept is not None else {}
    usual = DrawChoices()
    return DrawChoices(
        reserves=_whole(content, "reserves", usual.reserves),
        households=bool(content.get("households")),
        cool_down=CoolDown(
            min(_whole(content, "cool_down", 0), MOST_MONTHS), bars=bool(content.get("cool_down_bars"))
        ),
        panels=max(1, _whole(content, "panels", 1)),
        method=_method(content),
    )


def keep(store: Store, process_id: UUID, choices: DrawChoices) -> None:
    """Keep what was chosen."""
    content: dict[str, object] = {
        "reserves": choices.reserves,
        "households": choices.households,
        "cool_down": choices.cool_down.months,
        "cool_down_bars": choices.cool_down.bars,
        "panels": choices.panels,
        "method": choices.method,
    }
    kept = store.first(Setting, key=_key(process_id))
    if kept is None:
        store.add(Setting(id=store.new_id(), key=_key(process_id), content=content))
    else:
        store.change(kept, content=kept.content | content)


def _method(content: Mapping[str, object]) -> str:
    found = content.get("method")
    return found if isinstance(found, str) and found in METHODS else METHODS[0]


def _whole(content: Mapping[str, object], name: str, usual: int) -> int:
    found = content.get(name)
    return found if isinstance(found, int) and found >= 0 else usual


def _key(process_id: UUID) -> str:
    return f"draw {process_id}"
