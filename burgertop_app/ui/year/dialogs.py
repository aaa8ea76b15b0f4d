"""What the page about the year asks: an advice to plan, a term, a reward."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from typing_extensions import override

from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.domain.year import Asked, PlannedAdvice
from burgertop_app.i18n import _, day
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import ChoiceField, LineField
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.advice import Advice
    from burgertop_app.domain.events import Event
    from burgertop_app.domain.year import MemberLine

NEW = UUID(int=0)
LENGTH = timedelta(days=90)


class Asking(Panel):
    """A dialog that closes only when what it asks is right; the mistake stands in words."""

    def __init__(self, parent: QWidget | None, title: str, yes: str, *items: QWidget) -> None:
        self._wrong = words("", "error", wrap=True)
        self._wrong.hide()
        super().__init__(parent, title, column(*items, self._wrong, gap=Space.M), yes)

    def check(self) -> object:
        """What was filled in.

        Raises:
            BurgertopError: it cannot be used.
        """
        raise NotImplementedError

    @override
    def accept(self) -> None:
        """Close when all is right."""
        try:
            self.check()
        except BurgertopError as error:
            self._wrong.setText(explain(error))
            self._wrong.show()
            return
        super().accept()


class PlanDialog(Asking):
    """An advice to plan: about what, asked or not, from when to when, and the real advice."""

    def __init__(
        self,
        parent: QWidget | None,
        process: UUID,
        advices: Sequence[Advice],
        today: date,
        before: PlannedAdvice | None = None,
    ) -> None:
        self._process, self._before = process, before
        self.topic = LineField(_("What it is about"))
        self.asked: ChoiceField[Asked] = ChoiceField(
            _("Who asked for it"), [(asked, word(asked)) for asked in Asked]
        )
        self.starts_on = DateField(_("The panel begins on"))
        self.due_on = DateField(_("The advice is ready on"))
        self.advice: ChoiceField[UUID | None] = ChoiceField(
            _("The advice itself"),
            [(advice.id, advice.title) for advice in advices],
            _("Choose it here once it was begun; the page then follows how it stands."),
            _("Not begun yet"),
        )
        self.starts_on.put(before.starts_on if before else today)
        self.due_on.put(before.due_on if before else today + LENGTH)
        if before is not None:
            self.topic.put(before.topic)
            self.asked.put(before.asked)
            self.advice.put(before.advice_id)
        title = _("Plan an advice") if before is None else _("Planned advice")
        days = row(self.starts_on, self.due_on, gap=Space.M)
        super().__init__(parent, title, _("Keep"), self.topic, self.asked, holder(days), self.advice)

    @override
    def check(self) -> PlannedAdvice:
        """The plan; errors as `PlannedAdvice`."""
        starts_on, due_on = self.starts_on.value(), self.due_on.value()
        if starts_on is None or due_on is None:
            raise InvalidInput("planned_days")
        return PlannedAdvice(
            id=self._before.id if self._before else NEW,
            revision=self._before.revision if self._before else 0,
            process_id=self._process,
            topic=self.topic.value(),
            asked=self.asked.value(),
            starts_on=starts_on,
            due_on=due_on,
            advice_id=self.advice.value(),
        )


class TermDialog(Asking):
    """From when to when somebody is a member."""

    def __init__(self, parent: QWidget | None, line: MemberLine) -> None:
        self.joined_on = DateField(_("Member since"))
        self.ends_on = DateField(_("Term ends on"))
        self.left_on = DateField(
            _("Left on"), optional=True, hint=_("Only when somebody left before the end.")
        )
        self.joined_on.put(line.joined_on)
        self.ends_on.put(line.ends_on)
        self.left_on.put(line.left_on)
        title = _("Term of {name}").format(name=line.name or line.number)
        super().__init__(parent, title, _("Keep"), self.joined_on, self.ends_on, self.left_on)

    @override
    def check(self) -> tuple[date, date, date | None]:
        """The three days.

        Raises:
            InvalidInput: one of the first two is missing, or the days do not follow each other.
        """
        joined, ends, left = self.joined_on.value(), self.ends_on.value(), self.left_on.value()
        if joined is None or ends is None or ends < joined or (left is not None and left < joined):
            raise InvalidInput("member_days")
        return joined, ends, left


class RewardDialog(Asking):
    """What everyone who was at a meeting gets."""

    def __init__(self, parent: QWidget | None, events: Sequence[Event]) -> None:
        self.meeting: ChoiceField[UUID | None] = ChoiceField(
            _("Meeting"),
            [(event.id, f"{event.title} · {day(event.on)}" if event.on else event.title) for event in events],
        )
        self.amount = LineField(
            _("Amount for each member, in euros"),
            None,
            _("For example 50 or 12,50. Everyone who was marked as present gets it."),
        )
        super().__init__(parent, _("Note a reward"), _("Note"), self.meeting, self.amount)

    @override
    def check(self) -> tuple[UUID, int]:
        """The meeting and the cents.

        Raises:
            InvalidInput: no meeting, or no amount from 0.01 to 1000.
        """
        event, cents = self.meeting.value(), in_cents(self.amount.value())
        if event is None or cents is None:
            raise InvalidInput("reward_amount", most=1000)
        return event, cents


def in_cents(text: str) -> int | None:
    """An amount as people write it, in cents; None when it is none."""
    whole, _comma, part = text.replace("€", "").replace(".", ",").strip().partition(",")
    if not whole.isdecimal() or not (part == "" or (part.isdecimal() and len(part) <= 2)):
        return None
    cents = int(whole) * 100 + int(part.ljust(2, "0") or "0")
    return cents if 1 <= cents <= 100_000 else None
