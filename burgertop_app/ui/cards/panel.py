"""The panel of one card: its words, what sort of card it is, and everything that was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import Standing
from burgertop_app.i18n import _, minute
from burgertop_app.messages.card_agreement import told
from burgertop_app.messages.words import word
from burgertop_app.ui.cards.found import counts
from burgertop_app.ui.cards.listing import agreement_chip
from burgertop_app.ui.cards.story import steps
from burgertop_app.ui.kit.buttons import link, small
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.drawer import Drawer, StoryLine
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import clear, holder, row, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

    from burgertop_app.domain.outcome_views import CardLine, CardStory
    from burgertop_app.ui.cards.found import CardsFound

MOST = 999
MOST_LINKS = 6
STANDS = {Agreement.AGREED, Agreement.TYPING}
FOUR_LINES = 108


@dataclass(frozen=True)
class Described:
    """What the fields of the panel say beside the words."""

    kind: str
    addressee: str
    times: int


class CardPanel(QObject):
    """Fills a drawer with one card; tells what the organiser changes."""

    reworded = Signal(object, str, str)
    """Id of the card, the words, the reason."""
    described = Signal(object, object)
    """Id of the card and a `Described`."""
    moved = Signal(object, object)
    """Id of the card and of the theme (None: no theme)."""
    withdraw_wanted = Signal(object)
    restore_wanted = Signal(object)
    follow_wanted = Signal(object)
    proposal_wanted = Signal(int)
    card_wanted = Signal(str)
    """The label of another card."""
    split_wanted = Signal(object)
    reword_wanted = Signal(object)
    sign_wanted = Signal(object)
    unsign_wanted = Signal(object)
    undo_wanted = Signal(object)
    """The card whose merging or splitting is to be undone."""

    def __init__(self, drawer: Drawer) -> None:
        super().__init__()
        self.drawer = drawer
        self._line: CardLine | None = None
        self.hints: Callable[[CardLine], QWidget] | None = None
        self._story = QVBoxLayout()
        drawer.closed.connect(self._on_closed)

    @property
    def card_id(self) -> UUID | None:
        """The card that is shown, if any."""
        return self._line.card.id if self._line is not None else None

    def show_card(self, line: CardLine, found: CardsFound) -> None:
        """Show `line`; fields in which somebody types are left alone when it is the same card."""
        known = self._line
        self._line = line
        if known is None or _shape(known) != _shape(line):
            self._build(line, found)
        self._fill(line, found)

    def tell(self, story: CardStory) -> None:
        """Show what was done with the card, the latest first."""
        clear(self._story)
        for icon, what, when, why in sorted(steps(story), key=lambda step: step[2], reverse=True):
            said = minute(when.astimezone(), "medium")
            self._story.addWidget(StoryLine(icon, what, " · ".join(filter(None, (said, why)))))

    def close(self) -> None:
        """Keep what is being typed and go away."""
        if not self.drawer.isHidden():
            self.drawer.close_up()

    def _build(self, line: CardLine, found: CardsFound) -> None:
        self.text = TextField(_("Words on the card"), _refuse_empty, lines=4)
        self.text.editor.setMaximumHeight(FOUR_LINES)
        self.reason = LineField(_("Why other words?"), hint=_("May stay empty"))
        self.kind = ChoiceField[str | None](_("Kind"), found.words.kinds, empty=_("none"))
        self.addressee = ChoiceField[str | None](_("For"), found.words.addressees, empty=_("everyone"))
        self.times = NumberField(_("Counts as"), low=1, high=MOST, hint=_("Number of cards with these words"))
        self.theme = ChoiceField[object](_("Theme"), [], empty=_("No theme yet"))
        for chosen in (self.kind, self.addressee, self.theme):
            squeeze(chosen.editor)
        card_id, text, reason = line.card.id, self.text, self.reason
        kind, addressee, times, theme = self.kind, self.addressee, self.times, self.theme

        def keep_words() -> None:
            if text.valid:
                self.reworded.emit(card_id, text.value(), reason.value())

        def describe() -> None:
            if times.valid:
                said = Described(kind.value() or "", addressee.value() or "", times.value() or 1)
                self.described.emit(card_id, said)

        for words_field in (text, reason):
            words_field.saved.connect(keep_words)
        for field in (kind, addressee, times):
            field.saved.connect(describe)
        theme.saved.connect(lambda: self.moved.emit(card_id, theme.value()))
        self.proposals = QVBoxLayout()
        self._story = QVBoxLayout()
        self._story.setSpacing(0)
        state = [] if counts(line) else [ChipLabel(_gone(line))]
        fixed = not counts(line) or line.agreed.how in STANDS
        self.text.editor.setProperty("readOnly", fixed)
        self.reason.setVisible(not fixed)
        why = words(line.card.withdrawn_reason, "muted", wrap=True)
        why.setVisible(bool(line.card.withdrawn_reason))
        self.drawer.open(
            _("Card {label}").format(label=line.card.label),
            _place(line),
            *state,
            why,
            *([self.hints(line)] if self.hints is not None else []),
            *self._relatives(line),
            self.text,
            self.reason,
            *self._agreement(line),
            _pair(self.kind, self.addressee),
            self.theme,
            row(self.times, None),
            words(_("Under proposals"), "field"),
            self.proposals,
            words(_("What happened with it"), "field"),
            self._story,
            buttons=(
                small(_("Follow this card"), lambda: self.follow_wanted.emit(self.card_id), "route"),
                self._standing_button(line),
            ),
        )

    def _agreement(self, line: CardLine) -> list[QWidget]:
        """Whether the table agreed, and what can be done about it."""
        if not counts(line):
            return []
        how = line.agreed.how
        again = small(_("Table agreed"), lambda: self.sign_wanted.emit(self._line), "check-check")
        other = small(_("Other words…"), lambda: self.reword_wanted.emit(self._line), "pencil")
        back = small(_("Take back…"), lambda: self.unsign_wanted.emit(self._line), "undo-2")
        acts = {
            Agreement.NOT_YET: (again,),
            Agreement.AGREED: (other, back),
            Agreement.TYPING: (other, back),
            Agreement.REWORDED: (again, back),
        }[how]
        said = words(told(line.agreed), "muted", wrap=True)
        split = small(_("Split…"), lambda: self.split_wanted.emit(self._line), "split")
        return [
            ChipLabel(agreement_chip(line)),
            said,
            *(holder(row(act, None)) for act in acts[:-1]),
            holder(row(acts[-1], split, None)),
        ]

    def _relatives(self, line: CardLine) -> list[QWidget]:
        """The cards that this one came from and those that it went on in, each to open."""
        made: list[QWidget] = []
        for said, labels in ((_("Came from"), line.earlier), (_("Went on in"), line.later)):
            if labels:
                links = [link(label, partial(self.card_wanted.emit, label)) for label in labels[:MOST_LINKS]]
                made.append(holder(row(words(said, "field"), *links, None, gap=Space.S)))
        if made:
            undo = link(_("Undo this"), lambda: self.undo_wanted.emit(self._line), "undo-2")
            made.append(holder(row(undo, None)))
        return made

    def _standing_button(self, line: CardLine) -> QPushButton:
        if counts(line):
            return small(_("Withdraw…"), lambda: self.withdraw_wanted.emit(self._line), "ban")
        made = small(_("Put back"), lambda: self.restore_wanted.emit(self._line), "rotate-ccw")
        made.setVisible(line.card.standing is Standing.WITHDRAWN)
        return made

    def _fill(self, line: CardLine, found: CardsFound) -> None:
        self.text.put(line.text)
        self.kind.put(line.card.kind or None)
        self.addressee.put(line.card.addressee or None)
        self.times.put(line.card.times)
        self.theme.offer([(theme.id, theme.title) for theme in found.themes])
        self.theme.put(line.theme_id)
        clear(self.proposals)
        titles = {held.proposal.number: held.text.title for held in found.proposals}
        for no in line.proposals:
            said = _("{number}. {title}").format(number=no, title=titles.get(no, ""))
            self.proposals.addWidget(_proposal_link(said, partial(self.proposal_wanted.emit, no)))
        if not line.proposals:
            self.proposals.addWidget(words(_("Not under a proposal yet."), "muted"))

    def _on_closed(self) -> None:
        self._line = None


def squeeze(combo: QWidget) -> None:
    """Let a combo box be narrower than its longest choice."""
    if isinstance(combo, QComboBox):
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    made = row(left, right)
    made.setStretch(0, 1)
    made.setStretch(1, 1)
    return made


def _refuse_empty(text: str) -> None:
    if not text:
        raise InvalidInput("card_text_empty")


def _shape(line: CardLine) -> tuple[object, ...]:
    """What decides which fields and buttons there are."""
    return (line.card.id, line.card.standing, line.agreed, line.earlier, line.later)


def _gone(line: CardLine) -> Chip:
    icon = "ban" if line.card.standing is Standing.WITHDRAWN else "corner-down-right"
    return Chip(word(line.card.standing), State.WAITING, icon)


def _proposal_link(said: str, act: Callable[[], object]) -> QPushButton:
    made = link(said, act)
    made.setStyleSheet("text-align: left;")
    return made


def _place(line: CardLine) -> str:
    parts: list[str] = []
    if line.card.table_no is not None:
        parts.append(_("Table {no}").format(no=line.card.table_no))
    if line.card.round_no is not None:
        parts.append(_("round {no}").format(no=line.card.round_no))
    place = ", ".join(parts) or _("Not from a table")
    typed = _("typed by {who}").format(who=line.typed_by) if line.typed_by else ""
    return " · ".join(filter(None, (place, typed)))
