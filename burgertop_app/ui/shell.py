"""What rail and top bar show: the processes, the pages of the open one, and what waits there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.i18n import language as spoken
from burgertop_app.ui.rail import Badge

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.form_parts import Text
    from burgertop_app.domain.overview_views import NextStep
    from burgertop_app.services.house import Services


@dataclass(frozen=True)
class Shell:
    """Read on the write lane, shown by the window; `names` are those that the form gives its pages."""

    process: UUID | None
    title: str
    detail: str
    pages: tuple[str, ...]
    badges: dict[str, Badge]
    others: tuple[tuple[UUID, str], ...]
    names: dict[str, str] = field(default_factory=dict)


def read_shell(services: Services, process: UUID | None) -> Shell:
    """What to show around the pages of `process`; with None around Start."""
    every = services.processes.all()
    others = tuple((each.id, each.title) for each in every if each.id != process)
    found = next((each for each in every if each.id == process), None)
    if found is None:
        return Shell(None, "", "", (), {}, others)
    recipe = services.processes.recipe(found.id)
    form = recipe.name.say(spoken())
    detail = f"{found.topic} · {form}" if found.topic else form
    pages = tuple(page.value for page in recipe.pages)
    badges = badges_of(services.overview.steps(found.id))
    names = {
        page.value: _named(text, found.language) for page in recipe.pages if (text := recipe.page_name(page))
    }
    return Shell(found.id, found.title, detail, pages, badges, others, names)


def _named(text: Text, language: str) -> str:
    said = text.say(language)
    return said[:1].upper() + said[1:]


def badges_of(steps: tuple[NextStep, ...]) -> dict[str, Badge]:
    """One badge per page: the sum of what waits there; red when something is late, then counting what is."""
    late: dict[str, int] = defaultdict(int)
    waiting: dict[str, int] = defaultdict(int)
    for step in steps:
        (late if step.late else waiting)[step.page] += max(step.count, 1)
    return {page: Badge(count) for page, count in waiting.items()} | {
        page: Badge(count, late=True) for page, count in late.items()
    }
