"""A desk with the sample's proposals, their cards and the vote on them."""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from screens import flush, settle
from voted import AREA

from burgertop_app.domain.ballot_methods import BallotMethod
from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.requests import NewCard, NewProposal, Votes
from burgertop_app.ui.desk import Desk
from burgertop_app.ui.proposals.page import ProposalsPage
from tests.beginnings import beginning

PROPOSALS = Path(__file__).parents[3] / "resources" / "sample" / "proposals.toml"


class Answers:
    """Dialogs that give the answers a test put in, without showing anything."""

    def __init__(self):
        self.reasons = []
        self.sure = True
        self.answers = []
        self.asked, self.told = [], []
        self.file = None

    def reason(self, *_asked):
        return self.reasons.pop(0) if self.reasons else None

    def ask(self, _parent, title, question, _yes):
        self.asked.append((title, question))
        return self.answers.pop(0) if self.answers else self.sure

    def tell(self, _parent, title, text):
        self.told.append((title, text))

    def open_file(self, *_asked):
        return self.file

    offer = ask


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def desk(house, answers):
    made = Desk(house, lambda: date(2026, 3, 2), dialogs=answers)
    yield made
    assert made.tasks.close()


@beginning
def cards(house, process):
    """Three cards, the ids by label."""
    for table in (1, 2, 3):
        house.cards.add(process, NewCard(text=f"Kaart van tafel {table}", table_no=table))
    return {line.card.label: line.card.id for line in house.cards.lines(process)}


@beginning
def two(house, process, cards):
    """Two proposals; the first rests on two cards."""
    house.proposals.add(
        process, NewProposal(title="Eén loket", text="Op het plein", card_ids=(cards["1-01"], cards["2-01"]))
    )
    house.proposals.add(process, NewProposal(title="Meer groen"))
    return house.proposals.lines(process)


@beginning
def sample(house, process):
    """The thirteen proposals of the sample with their votes."""
    told = tomllib.loads(PROPOSALS.read_text(encoding="utf-8"))
    labels = {label for item in told["proposal"] for label in item["cards"]}
    house.cards.add_many(
        process,
        [
            NewCard(text=f"Wat er op kaart {label} staat", label=label, table_no=int(label.split("-")[0]))
            for label in sorted(labels)
        ],
    )
    ids = {line.card.label: line.card.id for line in house.cards.lines(process)}
    for item in told["proposal"]:
        request = NewProposal(
            title=item["title"],
            text=item["text"],
            kind=ProposalKind(item["kind"]),
            cost=item.get("cost"),
            card_ids=tuple(ids[label] for label in item["cards"]),
        )
        house.proposals.add(process, request)
    house.proposals.open_ballot(process, told["ballot"]["title"], BallotRule(told["ballot"]["rule"]))
    lines = house.proposals.lines(process)
    votes = {
        line.proposal.id: Votes(**item["votes"])
        for line, item in zip(lines, told["proposal"], strict=True)
        if line.proposal.number < 13
    }
    house.proposals.enter_votes(process, votes)
    return house.proposals.lines(process)


@pytest.fixture
def open_page(qtbot, desk, process, two):
    def made():
        page = ProposalsPage(desk)
        qtbot.addWidget(page)
        page.resize(1232, 844)
        page.show_process(process)
        page.show()
        settle(qtbot, desk)
        page._choose("vote")
        flush()
        return page

    return made


@pytest.fixture
def fixed(house, process, two):
    """A vote with dots that was printed; its id."""
    house.proposals.add(process, NewProposal(title="Een bus in de avond, ook naar de dorpen aan de rand"))
    method = BallotMethod(
        rule=BallotRule.DOTS, seed="6 2 4", dots=5, each=3, electorate=40, quorum=5, groups=(AREA,)
    )
    ballot = house.voting.fix(process, "Stemming op de paneldag", method).id
    house.voting.printed(ballot)
    return ballot
