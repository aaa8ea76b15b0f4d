"""What an organiser does with items on the page: each asks a service and offers Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.boards import Board, BoardLine
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.items import ItemNote
    from burgertop_app.ui.board.panel import Draft
    from burgertop_app.ui.board.shown import Shown
    from burgertop_app.ui.page import Page


class BoardActions:
    """Carries out requests for `page`; `shown` is what was read last."""

    def __init__(self, page: Page[Board]) -> None:
        self._page = page
        self._desk = page.desk
        self._items = page.desk.services.items
        self.shown: Shown | None = None

    def add(self, title: str, done: Callable[[Change], object]) -> None:
        """Put an item on the board."""
        process, items = self._page.process, self._items
        if process is not None and self.shown is not None:
            kind = self.shown.kind.code
            self._page.ask(lambda: items.add(process, kind, title), done)

    def rename(self, item_id: UUID, title: str) -> None:
        """Keep another title while it is being typed."""
        items = self._items
        self._ask(lambda: items.rename(item_id, title))

    def fill(self, item_id: UUID, code: str, value: str) -> None:
        """Keep one field."""
        items = self._items
        self._ask(lambda: items.fill(item_id, code, value))

    def move(self, item_id: UUID, stage: str, place: int | None = None) -> None:
        """Put an item in a stage, perhaps at a place; where it then is frozen there is nothing to undo."""
        shown, items = self.shown, self._items
        line = shown.line(item_id) if shown is not None else None
        if shown is None or line is None:
            return
        if line.item.stage == stage and place is None:
            return
        before, before_place = line.item.stage, shown.place(item_id)
        name = next(shown.say(known.name) for known in shown.kind.stages if known.code == stage)
        told = _("“{title}” now stands at “{stage}”.").format(title=line.item.title, stage=name)
        fixed = shown.freezes(stage) and stage != before

        def moved(_change: object) -> None:
            if fixed:
                self._desk.say(told, "lock")
            else:
                self._desk.did(
                    told,
                    lambda: items.move(item_id, before, before_place),
                    lambda: items.move(item_id, stage, place),
                    "move",
                )

        self._ask(lambda: items.move(item_id, stage, place), moved)

    def step(self, line: BoardLine, act: str) -> None:
        """One stage on or back, or one place up or down."""
        shown = self.shown
        if shown is None:
            return
        codes = [stage.code for stage in shown.kind.stages]
        at, place = codes.index(line.item.stage), shown.place(line.item.id)
        if act in ("up", "down"):
            wanted = place + (1 if act == "down" else -1)
            if 0 <= wanted < len(shown.column(line.item.stage)):
                self.move(line.item.id, line.item.stage, wanted)
            return
        wanted = at + (1 if act == "on" else -1)
        if 0 <= wanted < len(codes):
            self.move(line.item.id, codes[wanted])

    def choose(self, item_id: UUID, *, chosen: bool) -> None:
        """Make an item one of the chosen few, or let it go."""
        line, items = self.shown.line(item_id) if self.shown else None, self._items
        if line is None or line.item.chosen == chosen:
            return
        told = _("“{title}” is chosen.") if chosen else _("“{title}” is no longer chosen.")
        self._ask(
            lambda: items.choose(item_id, chosen=chosen),
            lambda _change: self._desk.did(
                told.format(title=line.item.title),
                lambda: items.choose(item_id, chosen=not chosen),
                lambda: items.choose(item_id, chosen=chosen),
                "star",
            ),
        )

    def remove(self, line: BoardLine) -> None:
        """Take an item off the board."""
        items, item_id = self._items, line.item.id
        self._ask(
            lambda: items.remove(item_id),
            lambda _change: self._desk.did(
                _("“{title}” was taken off the board.").format(title=line.item.title),
                lambda: items.bring_back(line),
                lambda: items.remove(item_id),
                "trash-2",
            ),
        )

    def reopen(self, line: BoardLine) -> None:
        """Open an item again that no longer changes, with a reason."""
        items, item_id = self._items, line.item.id
        reason = self._desk.dialogs.reason(
            self._page,
            _("Open “{title}” again?").format(title=line.item.title),
            _("It goes back one column and can change again. The reason stays as a note."),
            _("Open again"),
        )
        if reason is not None:
            self._ask(lambda: items.reopen(item_id, reason))

    def note(self, item_id: UUID, draft: Draft, on: date, text: str) -> None:
        """Keep a note while it is being typed; more typing changes the same note."""
        items = self._items

        def keep() -> Change:
            if draft.id is not None:
                return items.reword_note(draft.id, on, text)
            change = items.note(item_id, on, text)
            draft.id = change.id
            return change

        self._ask(keep)

    def drop_note(self, note: ItemNote) -> None:
        """Take a note away."""
        items = self._items
        self._ask(
            lambda: items.drop_note(note.id),
            lambda _change: self._desk.did(
                _("The note was taken away."),
                lambda: items.keep_note(note),
                lambda: items.drop_note(note.id),
                "trash-2",
            ),
        )

    def _ask(self, work: Callable[[], Change], done: Callable[[Change], object] | None = None) -> None:
        """Ask; when it is refused the page shows again what is kept."""
        self._page.ask(work, done).failed.connect(lambda _error: self._page.load())
