"""What the page about proposals reads: the proposals, every card, and the vote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain import ballots
from burgertop_app.domain.forms import Word
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.proposal_owners import OwnerReader
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.cards import CardWords, card_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.ballots import Ballot
    from burgertop_app.domain.form_parts import ItemField, Text
    from burgertop_app.domain.intention_entry import IntentionLine
    from burgertop_app.domain.outcome_views import CardLine, ProposalLine
    from burgertop_app.domain.voting import VoteDesk, VoteLine, VoteResult
    from burgertop_app.services.house import Services

NO_WORDS = CardWords((), ())
NOBODY = OwnerReader()


@dataclass(frozen=True)
class ProposalsFound:
    """Everything on the page."""

    lines: tuple[ProposalLine, ...] = ()
    cards: tuple[CardLine, ...] = ()
    ballot: Ballot | None = None
    desk: VoteDesk | None = None
    result: VoteResult | None = None
    begin: bool = True
    votes: tuple[VoteLine, ...] = ()
    """Every vote, the newest first, those that were withdrawn too."""
    voted_on: tuple[ProposalLine, ...] = ()
    """The proposals on the ballot that is shown, with its numbers."""
    takes: bool = False
    """Whether totals are typed for the vote by show of hands that is shown."""
    words: CardWords = NO_WORDS
    fields: tuple[ItemField, ...] = ()
    language: str = "nl"
    name: str = ""
    """What the form calls a proposal, "" where it keeps the word of the program."""
    names: str = ""
    """What the form calls several, "" as with `name`."""
    reader: OwnerReader = NOBODY
    people: Mapping[str, str] = field(default_factory=dict)
    question: str = ""
    """What the form asks people to do tomorrow, "" where it does not."""
    intentions: tuple[IntentionLine, ...] = ()
    numbers: Mapping[str, UUID] = field(default_factory=dict)

    def say(self, text: Text) -> str:
        """Words of the form in the language of the process."""
        return text.say(self.language)

    def called(self, number: int) -> str:
        """A proposal by its number, in the words of the form."""
        if not self.name:
            return _("Proposal {number}").format(number=number)
        return f"{self.name[:1].upper()}{self.name[1:]} {number}"

    @property
    def several(self) -> str:
        """The heading above the proposals, in the words of the form."""
        return self.names or _("Proposals")

    @property
    def ask_new(self) -> str:
        """The words of the button that makes one, in the words of the form."""
        if not self.name:
            return _("New proposal…")
        said = _("New {thing}…").format(thing=self.name)
        return f"{said[:1].upper()}{said[1:]}"

    @property
    def coming(self) -> str:
        """What the page says while there are none, in the words of the form."""
        if not self.names:
            return _("Here come the proposals. Make one here, or choose cards on the page Cards.")
        said = _("Here come the {things}. Make one here, or choose cards on the page Cards.")
        return said.format(things=self.names[:1].lower() + self.names[1:])

    def counted(self, count: int) -> str:
        """So many proposals, in the words of the form."""
        if not (self.name and self.names):
            return ngettext("{count} proposal", "{count} proposals", count).format(count=number(count))
        return f"{number(count)} {self.name if count == 1 else self.names[:1].lower() + self.names[1:]}"

    @property
    def areas(self) -> tuple[str, ...]:
        """The places that proposals name, each once."""
        return tuple(sorted({line.proposal.area for line in self.lines if line.proposal.area}))

    @property
    def counting(self) -> tuple[ProposalLine, ...]:
        """The proposals that were not withdrawn."""
        return tuple(line for line in self.lines if counts(line))

    def line(self, proposal_id: UUID | None) -> ProposalLine | None:
        """The proposal with that id, if it is there."""
        return next((line for line in self.lines if line.proposal.id == proposal_id), None)


def read(house: Services, process: UUID, ballot_id: UUID | None = None) -> ProposalsFound:
    """Read everything, with one vote of the process, else the newest; runs on the write lane."""
    recipe, spoken = house.processes.recipe(process), house.processes.get(process).language
    name, names = recipe.words.get(Word.PROPOSAL), recipe.words.get(Word.PROPOSALS)
    votes = house.voting.listed(process)
    known = ballot_id if ballot_id in {line.ballot.id for line in votes} else None
    desk = house.voting.desk(known) if known else house.voting.current(process)
    ballot = desk.ballot if desk is not None else None
    stands = ballot is not None and ballot.withdrawn_at is None
    counted = ballot is not None and stands and ballot.on_paper and ballot.closed_at is not None
    return ProposalsFound(
        lines=house.proposals.lines(process),
        cards=house.cards.lines(process),
        ballot=ballot,
        desk=desk,
        result=house.vote_counting.result(ballot.id) if ballot is not None and counted else None,
        begin=house.voting.may_begin(process),
        votes=votes,
        voted_on=house.voting.lines(ballot.id) if ballot is not None else (),
        takes=ballot is not None and ballot == house.proposals.ballot(process),
        words=card_words(recipe),
        fields=recipe.proposal_fields,
        language=spoken,
        name=name.say(spoken) if name else "",
        names=names.say(spoken) if names else "",
        reader=house.proposal_writing.reader(process),
        question=house.intending.question(process),
        intentions=house.intending.lines(process),
        numbers=house.intending.numbers(process),
    )


def counts(line: ProposalLine) -> bool:
    """Whether the proposal was not withdrawn."""
    return line.proposal.standing is Standing.ACTIVE


def outcome(line: ProposalLine) -> bool | None:
    """Whether the proposal was carried or chosen; None while it has no votes, or nothing is decided."""
    return ballots.outcome(line.rule, line.count)


def sentence(found: ProposalsFound) -> str:
    """How many proposals there are and what became of them."""
    total = len(found.counting)
    sides = [line for line in found.counting if line.count is None or line.count.score is None]
    outcomes = Counter(outcome(line) for line in sides)
    places = Counter(outcome(line) for line in found.counting if line not in sides)
    parts = [found.counted(total)]
    if outcomes[True] or outcomes[False]:
        parts.append(_("{count} carried").format(count=number(outcomes[True])))
        parts.append(_("{count} not carried").format(count=number(outcomes[False])))
    if places[True] or places[False]:
        chosen = places[True]
        parts.append(ngettext("{count} chosen", "{count} chosen", chosen).format(count=number(chosen)))
    counting = {line.card.id for line in found.cards if line.card.standing is Standing.ACTIVE}
    cards = len({card for line in found.counting for card in line.card_ids if card in counting})
    if cards:
        parts.append(ngettext("on {count} card", "on {count} cards", cards).format(count=number(cards)))
    return " · ".join(parts) if found.lines else ""
