"""The entry strip for replies: type the code, then what stands on the card, and Enter keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.codes import LENGTH
from burgertop_app.domain.inviting import Answer
from burgertop_app.domain.registration import ReplyForm
from burgertop_app.i18n import _, day
from burgertop_app.services.replying import read_born, read_feature, read_needs
from burgertop_app.ui.kit.buttons import icon_button, primary
from burgertop_app.ui.kit.fields import LineField, TickField
from burgertop_app.ui.kit.flow import FlowLayout
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.people.listing import titled

if TYPE_CHECKING:
    from burgertop_app.domain.registration import Asked, EarlierReply, Invited
    from burgertop_app.ui.kit.preferences import Kept

FIELD = 148
YES, NO = "yes", "no"


class ReplyStrip(QFrame):
    """Asks for a code, tells what is known of the letter, and gives the reply at Enter."""

    code_typed = Signal(str)
    entered = Signal(object)
    closed = Signal()

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.asked = asked
        self.invited: Invited | None = None
        self.code = LineField(_("Code"), placeholder="ABCD-EFGH")
        self.answer = Segmented(((YES, _("Takes part")), (NO, _("Does not"))), _("Answer"), small=True)
        self.channel = LineField(_("Came in through"))
        self.name = LineField(_("Name"))
        self.other = TickField(_("Somebody else than invited"))
        self.features = {name: ValueField(asked, name) for name in asked.features}
        self.born = LineField(_("Year of birth"), lambda text: read_born(asked, text))
        self.needs = LineField(_("What is needed"), placeholder=_("interpreter, wheelchair"))
        self.email = LineField(_("E-mail"))
        self.phone = LineField(_("Telephone"))
        self._told = words(_("Type the code from the reply card."), "small", wrap=True)
        self._done = words("", "ok")
        self._hint = words(_typing_hint(self.asked), "caption")
        self._keep = primary(_("Keep"), self._on_enter)
        self._keep.setToolTip(_("Enter also keeps the reply"))
        self.channel.put(_("reply card"))
        self._build()
        self._connect()
        self._show()

    def start(self) -> None:
        """Put the cursor in the code."""
        self.code.setFocus()

    def tell(self, invited: Invited) -> None:
        """Show what the code tells; the cursor goes on to the first field."""
        self.invited = invited
        parts = [_("Participant {number}").format(number=invited.number), invited.area, invited.name]
        said = " · ".join(filter(None, parts))
        if invited.earlier is not None:
            said = _("{letter}. There is a reply already: {reply}.").format(
                letter=said, reply=earlier_words(invited.earlier)
            )
        self._told.setText(said)
        self._told.setProperty("words", "warn" if invited.earlier else "strong")
        self._told.style().polish(self._told)
        self.code.complain("")
        self._show()
        if self.code.editor.hasFocus():
            self._first().setFocus()

    def refuse(self, sentence: str) -> None:
        """The code is none, or of nobody."""
        self.invited = None
        self.code.complain(sentence)
        self._show()

    def kept(self, said: str) -> None:
        """Say what was kept, and make room for the next card."""
        self.clear()
        self._done.setText(said)
        self.start()

    def clear(self) -> None:
        """Empty everything but the way in which replies come."""
        self.invited = None
        for field in self._lines():
            field.flush()
            field.put("")
        self.other.put(False)  # noqa: FBT003 - the value of the field
        self.answer.put(YES)
        self._hint.setText(_typing_hint(self.asked))
        self._told.setText(_("Type the code from the reply card."))
        self._told.setProperty("words", "small")
        self._told.style().polish(self._told)
        self._show()

    @property
    def reply(self) -> ReplyForm:
        """What is typed."""
        declines = self.answer.value == NO
        return ReplyForm(
            code=self.code.value(),
            declines=declines,
            other=self.other.value() and not declines,
            name=self.name.value(),
            email=self.email.value(),
            phone=self.phone.value(),
            channel=self.channel.value(),
            born=self.born.value(),
            needs=read_needs(self.needs.value()),
            features={name: field.value() for name, field in self.features.items()},
        )

    def state(self) -> Kept:
        """How replies came in last."""
        return {"channel": self.channel.value()}

    def restore(self, state: Kept) -> None:
        """Take the state back."""
        if isinstance(state, dict) and isinstance(state.get("channel"), str):
            self.channel.put(str(state["channel"]))

    def _build(self) -> None:
        flow = FlowLayout(Space.M)
        fields: list[QWidget] = [*self.features.values()]
        fields += [] if self.asked.by_age else [self.born]
        fields += [self.name, self.needs, self.email, self.phone, self.channel]
        for field in fields:
            field.setFixedWidth(FIELD)
        flow.add_all(*fields)
        self._fields = holder(flow)
        self.code.setFixedWidth(FIELD)
        self.other.setVisible(self.asked.rules.others)
        close = icon_button("x", _("Close the entry of replies"), self.closed.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.S, Space.M, Space.M)
        box.setSpacing(Space.S)
        box.addLayout(row(words(_("Enter replies"), "heading"), None, self._done, close, gap=Space.M))
        letter = row(self.code, self._told, self.answer, self.other, gap=Space.L)
        letter.setStretchFactor(self._told, 1)
        box.addLayout(letter)
        box.addWidget(self._fields)
        box.addLayout(row(self._hint, None, self._keep))

    def _connect(self) -> None:
        self.code.editor.textEdited.connect(self._on_code)  # type: ignore[attr-defined]
        self.answer.chosen.connect(self._show)
        for field in self._lines():
            line = field.editor
            if isinstance(line, QLineEdit):
                line.returnPressed.connect(self._on_return)

    def _first(self) -> LineField:
        return next(iter(self.features.values()), self.name)

    def _lines(self) -> list[LineField]:
        typed = [self.code, self.name, self.born, self.needs, self.email, self.phone]
        return [*typed, *self.features.values()]

    def _on_code(self) -> None:
        self._done.setText("")
        self.invited = None
        if sum(mark.isalnum() for mark in self.code.value()) >= LENGTH:
            self.code_typed.emit(self.code.value())
        else:
            self.code.complain("")
            self._show()

    def _on_return(self) -> None:
        """Enter of a scanner, or of habit after the code, does not keep an empty card."""
        filled = any(field.value() for field in self._lines() if field is not self.code)
        if self.invited is None or filled or self.answer.value == NO or self.other.value():
            self._on_enter()
            return
        self._hint.setText(_("Nothing is filled in yet. Is the card empty? Then press Keep."))
        self._first().setFocus()

    def _on_enter(self) -> None:
        if self.invited is None:
            self.code_typed.emit(self.code.value())
            return
        if self.answer.value == NO or all(field.valid for field in self._lines()):
            self.entered.emit(self.reply)

    def _show(self) -> None:
        known = self.invited is not None
        self._fields.setEnabled(known and self.answer.value == YES)
        self.answer.setEnabled(known)
        self.other.setEnabled(known and self.answer.value == YES)
        self._keep.setEnabled(known)


class ValueField(LineField):
    """A feature: what is typed, and below it the value that was understood."""

    def __init__(self, asked: Asked, feature: str) -> None:
        self._asked, self._feature = asked, feature
        known = asked.features[feature]
        super().__init__(
            titled(feature), lambda text: read_feature(asked, feature, text), placeholder=" / ".join(known)
        )
        self.setToolTip(", ".join(known))

    @override
    def complain(self, sentence: str) -> None:
        super().complain(sentence)
        if sentence:
            return
        said = read_feature(self._asked, self._feature, self.value())
        if said and said != self.value():
            self._below.setText(_("= {value}").format(value=said))
            self._below.show()


def _typing_hint(asked: Asked) -> str:
    if not all(asked.features.values()):
        return _("There are no quotas yet. Type answers in full, in the words that the quotas will use.")
    return _("First letters are enough; for an age also the year of birth.")


def earlier_words(earlier: EarlierReply) -> str:
    """A reply that came before, in a few words."""
    answer = _("takes part") if earlier.answer is Answer.YES else _("does not take part")
    when = day(earlier.at.astimezone().date()) if earlier.at else ""
    return ", ".join(filter(None, (answer, when, earlier.channel)))
