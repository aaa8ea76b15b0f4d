"""The drawer with one person: features, contact, needs, the story, and for how long it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from burgertop_app.domain.people import EventKind, Role, State
from burgertop_app.i18n import _, day
from burgertop_app.messages.taking_part import mark_words
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.drawer import Drawer, StoryLine, facts
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.layout import Item, column, holder, row, words
from burgertop_app.ui.kit.tokens import State as Look
from burgertop_app.ui.people.consent import consent_words
from burgertop_app.ui.people.listing import NEED_ICONS, chip, titled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from burgertop_app.domain.people import Contact
    from burgertop_app.domain.views import PersonStory
    from burgertop_app.ui.kit.tables import Entry

ICONS = {
    EventKind.INVITED: "mail",
    EventKind.REGISTERED: "user-plus",
    EventKind.DRAWN: "dices",
    EventKind.RESERVE: "list-ordered",
    EventKind.CONFIRMED: "phone",
    EventKind.DECLINED: "circle-minus",
    EventKind.SEATED: "armchair",
    EventKind.PRESENT: "user-check",
    EventKind.ABSENT: "user-x",
    EventKind.WROTE: "sticky-note",
    EventKind.FED_BACK: "mail-check",
    EventKind.WITHDRAWN: "circle-x",
    EventKind.ERASED: "eye-off",
    EventKind.INVITATION_SENT: "mail",
    EventKind.REMINDER_SENT: "bell",
    EventKind.CONFIRMATION_SENT: "mail-check",
    EventKind.DRAWN_SENT: "mail-open",
    EventKind.RESERVE_SENT: "mail-open",
    EventKind.NOT_DRAWN_SENT: "mail-open",
    EventKind.THANKS_SENT: "heart",
    EventKind.REPLIED_AGAIN: "copy",
    EventKind.REPLIED_FOR: "users",
    EventKind.DECIDED: "scale",
}
GONE = (State.WITHDRAWN, State.DECLINED)


class PersonPanel(Drawer):
    """Tells about one person; asks to edit, withdraw, and for the rest of the menu."""

    edit_wanted = Signal(object)
    withdraw_wanted = Signal(object)

    def __init__(self, entries: Callable[[PersonStory], Sequence[Entry]]) -> None:
        super().__init__()
        self._entries = entries
        self.story: PersonStory | None = None
        self.closed.connect(self._forget)

    def tell(self, story: PersonStory) -> None:
        """Show this person."""
        self.story = story
        line = story.line
        number = _("Participant {number}").format(number=line.number)
        if line.state is State.ERASED:
            self.open(_("Erased"), number, _erased(), _told(story))
            return
        self.open(
            line.name or _("No name"),
            number,
            _chips(story),
            facts([*_features(story), *_contact(story.contact), *_naming(story)]),
            _told(story),
            *_kept(story),
            buttons=self._acts(story),
        )

    def _acts(self, story: PersonStory) -> Iterable[QWidget]:
        yield small(_("Edit"), lambda: self.edit_wanted.emit(story), "pencil")
        if story.line.state not in GONE:
            yield small(_("Sign off…"), lambda: self.withdraw_wanted.emit(story))
        more = icon_button("ellipsis", _("More to do with this person"))
        more.clicked.connect(lambda: self._on_more(more, story))
        yield more

    def _on_more(self, beside: QWidget, story: PersonStory) -> None:
        menu = QMenu(self)
        for said, picture, act in self._entries(story):
            menu.addAction(icon(picture), said, act)
        corner = beside.mapToGlobal(QPoint(0, 0))
        menu.popup(QPoint(corner.x(), corner.y() - menu.sizeHint().height()))

    def _forget(self) -> None:
        self.story = None


def _chips(story: PersonStory) -> QWidget:
    line = story.line
    chips = [chip(line)]
    if line.role is not Role.RESIDENT:
        chips.insert(0, Chip(word(line.role), icon="users"))
    if line.mark is not None:
        chips.append(Chip(mark_words(line.mark), Look.WARN, "ban" if line.mark.out else "badge-check"))
    for kind, note in story.need_notes:
        chips.append(Chip(need_words(kind.value, word(kind), note), icon=NEED_ICONS[kind]))
    made = []
    for one in chips:
        label = ChipLabel(one)
        label.setMaximumWidth(264)
        made.append(label)
    return holder(column(*_lines(made), gap=4))


def need_words(kind: str, said: str, note: str) -> str:
    """A need with its note: "tolk Turks", "rustige plek: liefst bij de deur"."""
    if not note or note.casefold() == said.casefold():
        return said
    if kind == "other" or note.casefold().startswith(said.casefold()):
        return note
    return _("{need}: {note}").format(need=said, note=note)


def _lines(labels: list[ChipLabel]) -> list[Item]:
    """Chips on as many lines as they need."""
    lines: list[Item] = []
    waiting: list[QWidget] = []
    wide = 0
    for label in labels:
        width = min(label.sizeHint().width(), 264)
        if waiting and wide + width > 264:
            lines.append(row(*waiting, None, gap=6))
            waiting, wide = [], 0
        waiting.append(label)
        wide += width + 6
    return [*lines, row(*waiting, None, gap=6)]


def _features(story: PersonStory) -> list[tuple[str, str]]:
    brings = [(_("Languages"), ", ".join(story.languages)), (_("Skills"), ", ".join(story.skills))]
    said = [(titled(name), value) for name, value in story.line.features.items()]
    return [*said, *(pair for pair in brings if pair[1])]


def _contact(contact: Contact) -> list[tuple[str, str]]:
    home = " ".join(filter(None, (contact.postcode, contact.place)))
    pairs = [
        (_("Address"), "\n".join(filter(None, (contact.address, home)))),
        (_("E-mail"), contact.email),
        (_("Telephone"), contact.phone),
    ]
    return [(name, value) for name, value in pairs if value]


def _naming(story: PersonStory) -> list[tuple[str, str]]:
    said = consent_words(story.naming)
    return [(_("In the advice"), said)] if said else []


def _told(story: PersonStory) -> QWidget:
    title = _("The story of number {number}").format(number=story.line.number)
    lines: list[Item] = [words(title, "strong", wrap=True)]
    for told in story.story:
        what = word(told.kind)
        if told.note:
            what = _("{event}: {note}").format(event=what, note=told.note)
        lines.append(StoryLine(ICONS[told.kind], what, day(told.at.astimezone().date())))
    if not story.story:
        lines.append(words(_("Nothing happened yet."), "muted"))
    return holder(column(*lines, gap=4))


def _kept(story: PersonStory) -> Iterable[Item]:
    if story.keep_until is not None:
        said = _("Kept for “{purpose}”, until {day} at the latest.")
        yield words(said.format(purpose=story.purpose, day=day(story.keep_until)), "caption", wrap=True)


def _erased() -> QWidget:
    return words(
        _("This person's data were erased. The number stays, so that counts and draws stay right."),
        "small",
        wrap=True,
    )
