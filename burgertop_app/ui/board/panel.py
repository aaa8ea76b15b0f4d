"""The panel of one item: its fields, where it stands, and what meetings said of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, day
from burgertop_app.ui.board.item_fields import Editor, editor_for
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.chips import ChipLabel
from burgertop_app.ui.kit.fields import ChoiceField, TextField, TickField
from burgertop_app.ui.kit.layout import clear, column, holder, row, rule, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from burgertop_app.domain.boards import BoardLine
    from burgertop_app.domain.items import ItemNote
    from burgertop_app.ui.board.shown import Shown
    from burgertop_app.ui.kit.drawer import Drawer
    from burgertop_app.ui.kit.fields import Field


class Draft:
    """The note that is being typed; `id` once it is kept, so that more typing changes the same note."""

    def __init__(self) -> None:
        self.id: UUID | None = None


class ItemPanel(QObject):
    """Fills a drawer with one item; tells what the organiser changes."""

    renamed = Signal(object, str)
    """Id of the item, the title."""
    filled = Signal(object, str, str)
    """Id of the item, code of the field, what is kept."""
    moved = Signal(object, str)
    """Id of the item, the stage."""
    chosen = Signal(object, bool)
    """Id of the item, whether it is one of the chosen few."""
    noted = Signal(object, object, object, str)
    """Id of the item, the `Draft`, the day, the words."""
    note_dropped = Signal(object)
    """The `ItemNote` to take away."""
    remove_wanted = Signal(object)
    reopen_wanted = Signal(object)

    def __init__(self, drawer: Drawer) -> None:
        super().__init__()
        self.drawer = drawer
        self.draft = Draft()
        self.fields: dict[str, Editor] = {}
        self._line: BoardLine | None = None
        self._look: tuple[object, ...] = ()
        self._notes = QVBoxLayout()
        drawer.closed.connect(self._on_closed)

    @property
    def item_id(self) -> UUID | None:
        """The item that is shown, if any."""
        return self._line.item.id if self._line is not None else None

    def show_item(self, line: BoardLine, shown: Shown, today: date) -> None:
        """Show `line`; fields in which somebody types are left alone when it is the same item."""
        frozen = shown.is_frozen(line.item)
        look = (line.item.id, frozen, tuple(shown.people))
        self._line = line
        if look != self._look:
            self.flush()
            self._look = look
            self._build(line, shown, today, frozen=frozen)
        self._fill(line, shown)

    def flush(self) -> None:
        """Keep what is being typed."""
        for field in self._every():
            field.flush()

    def close(self) -> None:
        """Keep what is being typed and go away."""
        if not self.drawer.isHidden():
            self.flush()
            self.drawer.close_up()

    def _every(self) -> list[Field[Any]]:
        if not self._look:
            return []
        return [*self._content(), self.note, self.note_on]

    def _content(self) -> list[Field[Any]]:
        return [self.title, self.stage, self.choice, *(editor.widget for editor in self.fields.values())]

    def _build(self, line: BoardLine, shown: Shown, today: date, *, frozen: bool) -> None:
        item_id = line.item.id
        name = shown.say(shown.kind.name)
        self.title = TextField(_("What it is about"), _refuse_empty, lines=2)
        self.title.saved.connect(lambda said: self.renamed.emit(item_id, said))
        self.stage = ChoiceField[str](
            _("Where it stands"), [(stage.code, shown.say(stage.name)) for stage in shown.kind.stages]
        )
        _squeeze(self.stage.editor)
        self.stage.saved.connect(lambda stage: self.moved.emit(item_id, stage))
        self.choice = TickField(_("One of the chosen"))
        self.choice.saved.connect(lambda on: self.chosen.emit(item_id, on))
        self.choice.setVisible(shown.most is not None)
        self.fields = {field.code: editor_for(field, shown) for field in shown.kind.fields}
        for code, editor in self.fields.items():
            _squeeze(editor.widget.editor)
            editor.widget.saved.connect(partial(self._on_filled, item_id, code, editor))
        for field in self._content():
            field.editor.setEnabled(not frozen)
        self._chips = row(gap=6)
        why = words(_("This no longer changes. A note can still be added."), "muted", wrap=True)
        why.setVisible(frozen)
        self.drawer.open(
            name[:1].upper() + name[1:],
            shown.say(shown.kind.plural),
            holder(self._chips),
            why,
            self.title,
            self.stage,
            self.choice,
            *(editor.widget for editor in self.fields.values()),
            rule(),
            words(_("What meetings said"), "strong"),
            self._new_note(item_id, shown, today),
            self._notes_place(),
            buttons=(self._last_button(line, frozen=frozen),),
        )

    def _new_note(self, item_id: UUID, shown: Shown, today: date) -> QVBoxLayout:
        self.draft = draft = Draft()
        days = [event.on for event in shown.board.meetings if event.on is not None and event.on <= today]
        self.note = TextField("", lines=2)
        self.note.editor.setAccessibleName(_("New note"))
        self.note.editor.setProperty("placeholderText", _("New note"))
        self.note_on = DateField("")
        self.note_on.editor.setAccessibleName(_("Meeting on"))
        self.note_on.setFixedWidth(150)
        self.note_on.put(max(days, default=today))

        def keep() -> None:
            if self.note.value() and self.note_on.valid:
                self.noted.emit(item_id, draft, self.note_on.value(), self.note.value())

        self.note.saved.connect(keep)
        self.note_on.saved.connect(keep)
        return column(self.note, row(words(_("Meeting on"), "muted"), self.note_on, None), gap=Space.XS)

    def _notes_place(self) -> QVBoxLayout:
        self._notes = QVBoxLayout()
        self._notes.setSpacing(Space.S)
        return self._notes

    def _last_button(self, line: BoardLine, *, frozen: bool) -> QPushButton:
        if frozen:
            return small(_("Open again…"), lambda: self.reopen_wanted.emit(self._line or line), "lock-open")
        return small(_("Take off the board"), lambda: self.remove_wanted.emit(self._line or line), "trash-2")

    def _fill(self, line: BoardLine, shown: Shown) -> None:
        self.title.put(line.item.title)
        self.stage.put(line.item.stage)
        self.choice.put(line.item.chosen)
        for code, editor in self.fields.items():
            editor.put(line.item.fields.get(code, ""))
        clear(self._chips)
        for chip in shown.chips(line):
            self._chips.addWidget(ChipLabel(chip))
        self._chips.addStretch(1)
        clear(self._notes)
        for note in sorted(line.notes, key=lambda one: one.on, reverse=True):
            if note.id != self.draft.id:
                self._notes.addWidget(holder(self._note(note)))

    def _note(self, note: ItemNote) -> QVBoxLayout:
        drop = icon_button("trash-2", _("Take this note away"), lambda: self.note_dropped.emit(note))
        return column(row(words(day(note.on), "caption"), None, drop), words(note.text, wrap=True), gap=0)

    def _on_filled(self, item_id: UUID, code: str, editor: Editor, value: object) -> None:
        self.filled.emit(item_id, code, editor.write(value))

    def _on_closed(self) -> None:
        self.flush()
        self._line = None
        self._look = ()


def _squeeze(editor: object) -> None:
    """Let a combo box be narrower than its longest choice."""
    if isinstance(editor, QComboBox):
        editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        editor.setMinimumContentsLength(6)


def _refuse_empty(text: str) -> None:
    if not text:
        raise InvalidInput("item_title_empty")
