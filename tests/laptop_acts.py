"""What a laptop can be made to do at random: one gesture of an organiser, where it is possible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.budget_views import BudgetForm, PaperReading
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.events import Presence
from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.opinion_intake import OpinionReading, ReadVote
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.proposal_requests import SplitPart
from burgertop_app.domain.requests import CardPart, NewCard, NewProposal, PersonForm
from burgertop_app.domain.voting import Slip
from tests.laptops import process_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.laptops import Laptop, Team

PRESENCES = (Presence.PRESENT, Presence.ABSENT, None)


@dataclass(frozen=True)
class Act:
    """What a laptop does: `which` chooses among what there is, `what` among what can be said."""

    laptop: int
    kind: str
    which: int
    what: int
    later: int


class NothingThereError(Exception):
    """There is nothing to do it with."""


def do(laptop: Laptop, act: Act) -> None:
    """Do it, where it can be done."""
    laptop.now += timedelta(minutes=act.later - 20)
    try:
        ACTS[act.kind](laptop, act)
    except (BurgertopError, NothingThereError):
        return


def begin(team: Team) -> Laptop:
    """A laptop with a little of everything, as it is just before the evening begins."""
    office = team.first()
    house, process = office.house, process_of(office)
    for number in range(3):
        house.people.add(process, PersonForm(name=f"Bewoner Nummer{number}"))
    house.meetings.add(process, title="Avond", on=date(2026, 3, 2), place="Zaal")
    for title in ("Groen", "Verkeer"):
        house.cards.add_theme(process, title)
    for text in ("Meer bomen", "Minder auto's", "Een bankje"):
        house.cards.add(process, NewCard(text=text, table_no=1))
    for title in ("Bomen", "Bankjes"):
        house.proposals.add(process, NewProposal(title=title, cost=10_000))
    house.budgets.open(house.budgets.begin(process, BudgetForm("Wijkgeld", 15_000_00)).id)
    ballot = house.voting.fix(
        process, "Stemdag", BallotMethod(rule=BallotRule.APPROVAL, seed="6", slips=0)
    ).id
    house.voting.printed(ballot)
    house.opinions.add_statement(house.opinions.begin(process, "Gesprek").id, "Meer groen")
    house.intending.add(process, [NewIntention(text="Ik fiets", table_no=1)])
    return office


def _pick(some: Sequence[Any], at: int) -> Any:
    if not some:
        raise NothingThereError
    return some[at % len(some)]


def _cards(laptop: Laptop) -> list[Any]:
    return list(laptop.house.cards.lines(process_of(laptop)))


def _card(laptop: Laptop, act: Act) -> Any:
    return _pick(_cards(laptop), act.which).card


def _two(laptop: Laptop, act: Act) -> list[Any]:
    """Two cards that count, now and then the same ones on every laptop."""
    ids = [line.card.id for line in _cards(laptop) if line.card.standing is Standing.ACTIVE]
    if len(ids) < 2:
        raise NothingThereError
    return [ids[act.which % len(ids)], ids[(act.which + 1 + act.what % (len(ids) - 1)) % len(ids)]]


def _person(laptop: Laptop, act: Act) -> Any:
    return _pick(laptop.house.people.lines(process_of(laptop)), act.which)


def _card_added(laptop: Laptop, act: Act) -> None:
    text = f"Bewoner Nummer{act.what} zegt {act.which}"
    laptop.house.cards.add(process_of(laptop), NewCard(text=text, table_no=act.what))


def _labelled(laptop: Laptop, act: Act) -> None:
    card = NewCard(text=f"Tekst {act.what}", table_no=1, label=f"1-9{act.which}")
    laptop.house.cards.add(process_of(laptop), card)


def _described(laptop: Laptop, act: Act) -> None:
    kind = "tip" if act.what else ""
    laptop.house.cards.describe(_card(laptop, act).id, kind=kind, addressee="", times=1 + act.what)


def _moved(laptop: Laptop, act: Act) -> None:
    themes = laptop.house.cards.themes(process_of(laptop))
    theme = _pick(themes, act.what).id if themes and act.what < 2 else None
    laptop.house.cards.move([_card(laptop, act).id], theme)


def _split(laptop: Laptop, act: Act) -> None:
    parts = [CardPart(text=f"Deel {act.what}"), CardPart(text="Rest")]
    laptop.house.card_merging.split(_card(laptop, act).id, parts)


def _unsigned(laptop: Laptop, act: Act) -> None:
    signed = [line.agreed.sign_off_id for line in _cards(laptop) if line.agreed.sign_off_id]
    laptop.house.card_signing.take_back([_pick(signed, act.which)], "Toch niet")


def _attended(laptop: Laptop, act: Act) -> None:
    (event,) = laptop.house.meetings.events(process_of(laptop))
    person = _person(laptop, act)
    laptop.house.event_day.attend(event.id, {person.participation_id: PRESENCES[act.what]})


def _edited(laptop: Laptop, act: Act) -> None:
    person = _person(laptop, act)
    form = PersonForm(number=person.number, name=f"Naam Van{act.what}")
    laptop.house.people.edit(person.participation_id, form)


def _erased(laptop: Laptop, act: Act) -> None:
    person, found = _person(laptop, act), laptop.rows("participation")
    ids = [row["person_id"] for row in found if row["id"] == person.participation_id]
    laptop.house.privacy.erase(*ids)


def _intended(laptop: Laptop, act: Act) -> None:
    whose = _person(laptop, act).participation_id if act.what else None
    wanted = NewIntention(text=f"Ik doe {act.which}", participation_id=whose, table_no=None if whose else 1)
    laptop.house.intending.add(process_of(laptop), [wanted])


def _intention(laptop: Laptop, act: Act) -> Any:
    return _pick(laptop.house.intending.lines(process_of(laptop)), act.which).id


def _intended_otherwise(laptop: Laptop, act: Act) -> None:
    text = f"Ik doe toch {act.what}"
    laptop.house.intending.reword(_intention(laptop, act), text, share=act.what == 1)


def _ballot(laptop: Laptop) -> Any:
    return _pick(laptop.house.voting.all(process_of(laptop)), 0).id


def _slip(act: Act, **more: str) -> Slip:
    return Slip(number=str(act.which + 1), marks={act.what % 2: 1}, **more)


def _voted(laptop: Laptop, act: Act) -> None:
    batch = Batch.SECOND if act.what == 2 else Batch.FIRST
    laptop.house.vote_entering.enter(_ballot(laptop), batch, _slip(act), f"Typt {laptop.name}")


def _vote_back(laptop: Laptop, act: Act) -> None:
    votes = laptop.house.voting.desk(_ballot(laptop)).votes
    laptop.house.vote_entering.take_back(_pick(votes, act.which).id, "Verkeerd")


def _poll(laptop: Laptop) -> Any:
    return _pick(laptop.house.opinions.polls(process_of(laptop)), 0).id


def _stated(laptop: Laptop, act: Act) -> None:
    laptop.house.opinions.add_statement(_poll(laptop), f"Stelling {act.what}")


def _answered(laptop: Laptop, act: Act) -> None:
    poll = _poll(laptop)
    numbers = [one.number for one in laptop.house.opinions.view(poll).statements]
    vote = ReadVote(1, act.which, _pick(numbers, act.what), act.what - 1)
    mark = f"{act.which} {act.what} {vote.number}"
    laptop.house.opinions.take_in(poll, OpinionReading((f"{mark}.csv",), mark, votes=(vote,)))


def _statement_out(laptop: Laptop, act: Act) -> None:
    statement = _pick(laptop.house.opinions.view(_poll(laptop)).statements, act.which)
    laptop.house.opinions.withdraw_statement(statement.id, f"Reden {act.what}")


def _statement_in(laptop: Laptop, act: Act) -> None:
    statement = _pick(laptop.house.opinions.view(_poll(laptop)).statements, act.which)
    laptop.house.opinions.restore_statement(statement.id)


def _budget(laptop: Laptop) -> Any:
    view = laptop.house.budgets.view(process_of(laptop))
    if view is None:
        raise NothingThereError
    return view


def _papers(laptop: Laptop, act: Act) -> None:
    """A voter has the same paper on every laptop, for two different ones are refused."""
    budget, papers = _budget(laptop), ((str(act.which), (str(act.which % 2 + 1),)),)
    laptop.house.budgets.take_in(budget.budget.id, PaperReading("papier.csv", f"{act.which}", papers))


def _papers_out(laptop: Laptop, act: Act) -> None:
    laptop.house.budgets.withdraw_intake(_pick(_budget(laptop).intakes, act.which).id, "Dubbel")


def _proposed(laptop: Laptop, act: Act) -> None:
    cards = tuple(line.card.id for line in _cards(laptop)[act.which : act.which + 1])
    laptop.house.proposals.add(
        process_of(laptop), NewProposal(title=f"Voorstel {act.what}", text="", card_ids=cards)
    )


def _proposal(laptop: Laptop, act: Act) -> Any:
    return _pick(laptop.house.proposals.lines(process_of(laptop)), act.which).proposal


def _proposal_reworded(laptop: Laptop, act: Act) -> None:
    laptop.house.proposals.reword(_proposal(laptop, act).id, title=f"Beter {act.what}", text="Want")


def _proposal_described(laptop: Laptop, act: Act) -> None:
    laptop.house.proposals.describe(replace(_proposal(laptop, act), area=f"Wijk {act.what}"))


def _proposals_merged(laptop: Laptop, act: Act) -> None:
    ids = [line.proposal.id for line in laptop.house.proposals.lines(process_of(laptop))]
    chosen = [_pick(ids, act.which), _pick(ids, act.which + 1 + act.what)]
    laptop.house.proposal_joining.merge(chosen, f"Samen {act.what}")


def _proposal_split(laptop: Laptop, act: Act) -> None:
    line = _pick(laptop.house.proposals.lines(process_of(laptop)), act.which)
    parts = [SplitPart(f"Helft {act.what}", tuple(line.card_ids)), SplitPart("Andere helft")]
    laptop.house.proposal_joining.split(line.proposal.id, parts)


def _rested(laptop: Laptop, act: Act) -> None:
    laptop.house.proposals.rest_on(_proposal(laptop, act).id, [_pick(_cards(laptop), act.what).card.id])


def _chosen(laptop: Laptop, act: Act) -> None:
    found = _pick(laptop.house.handing_over.differences(), act.which)
    laptop.house.handing_over.settle({found.key: act.what % len(found.sayings)})


ACTS: dict[str, Callable[[Laptop, Act], object]] = {
    "card": _card_added,
    "label": _labelled,
    "word": lambda laptop, act: laptop.house.cards.reword(_card(laptop, act).id, f"Anders {act.what}"),
    "describe": _described,
    "move": _moved,
    "withdraw": lambda laptop, act: laptop.house.cards.withdraw(_card(laptop, act).id, f"Reden {act.what}"),
    "back": lambda laptop, act: laptop.house.cards.take_back(_card(laptop, act).id),
    "theme": lambda laptop, act: laptop.house.cards.add_theme(process_of(laptop), f"Thema {act.what}"),
    "merge": lambda laptop, act: laptop.house.card_merging.merge(_two(laptop, act), f"Samen {act.what}"),
    "split": _split,
    "unmerge": lambda laptop, act: laptop.house.card_merging.undo(_card(laptop, act).id),
    "sign": lambda laptop, act: laptop.house.card_signing.sign([_card(laptop, act).id]),
    "unsign": _unsigned,
    "same": lambda laptop, act: laptop.house.sorting.same(*_two(laptop, act)),
    "apart": lambda laptop, act: laptop.house.sorting.not_same(*_two(laptop, act)),
    "undecide": lambda laptop, act: laptop.house.sorting.undecide(*_two(laptop, act)),
    "attend": _attended,
    "edit": _edited,
    "erase": _erased,
    "intend": _intended,
    "intend otherwise": _intended_otherwise,
    "intend no more": lambda laptop, act: laptop.house.intending.withdraw(_intention(laptop, act), "Nee"),
    "intend again": lambda laptop, act: laptop.house.intending.restore(_intention(laptop, act)),
    "vote": _voted,
    "vote back": _vote_back,
    "settle a vote": lambda laptop, act: laptop.house.vote_entering.settle(
        _ballot(laptop), _slip(act, reason="Gezien"), "Cees"
    ),
    "state": _stated,
    "answer": _answered,
    "statement out": _statement_out,
    "statement in": _statement_in,
    "papers": _papers,
    "papers out": _papers_out,
    "proposal": _proposed,
    "proposal word": _proposal_reworded,
    "proposal describe": _proposal_described,
    "proposals merge": _proposals_merged,
    "proposal split": _proposal_split,
    "proposal out": lambda laptop, act: laptop.house.proposals.withdraw(_proposal(laptop, act).id, "Nee"),
    "proposal in": lambda laptop, act: laptop.house.proposals.restore(_proposal(laptop, act).id),
    "rest": _rested,
    "choose": _chosen,
}
"""By what it is called."""
