"""What the page with letters shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.letters import ALLOWED
from burgertop_app.domain.registration import Recipient
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.letters import Blank, LetterSetup, Wording
    from burgertop_app.domain.reaching import Way
    from burgertop_app.services.house import Services


@dataclass(frozen=True)
class LetterLine:
    """One kind of letter: how it reads now, and how many people still have it coming."""

    kind: MailKind
    wording: Wording
    waiting: int


@dataclass(frozen=True)
class LettersFound:
    """All letters of a process, what they share, and who gets the chosen one.

    `words` name the blanks in the language of the letters; `people` are those of `everyone` who are reached
    in the chosen way.
    """

    lines: tuple[LetterLine, ...]
    setup: LetterSetup
    words: Mapping[Blank, str]
    kind: MailKind
    people: tuple[Recipient, ...]
    everyone: tuple[Recipient, ...] = ()

    @property
    def blanks(self) -> tuple[str, ...]:
        """The words of the blanks that can stand in the chosen letter."""
        return tuple(self.words[blank] for blank in ALLOWED[self.kind])

    @property
    def line(self) -> LetterLine:
        """The chosen letter."""
        return next(line for line in self.lines if line.kind is self.kind)


def read_letters(
    services: Services, process: UUID, kind: MailKind, *, again: bool, way: Way | None = None
) -> LettersFound:
    """All there is to show; `again` counts people in who had the letter before, `way` leaves others out."""
    everyone = services.mailings.letters(process, kind, again=again)
    waiting = services.mailings.waiting(process)
    return LettersFound(
        lines=tuple(
            LetterLine(each, services.lettering.wording(process, each), waiting[each]) for each in MailKind
        ),
        setup=services.lettering.setup(process),
        words=services.lettering.words(process),
        kind=kind,
        people=tuple(person for person in everyone if way is None or person.way is way),
        everyone=everyone,
    )


def example() -> Recipient:
    """Nobody: stands in the example while there is nobody to write to."""
    return Recipient(
        participation_id=UUID(int=0),
        number="123",
        name=_("Name of the resident"),
        address=_("Street 1"),
        postcode="1234 AB",
        town=_("Town"),
        email="",
        code="ABCD2345",
        area="",
        features={},
        salt="0" * 64,
        place=1,
    )
