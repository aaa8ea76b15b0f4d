"""A vote over a budget and a conversation over statements, as they are when the papers came in."""

from __future__ import annotations

import numpy as np

from burgertop_app.domain.budget_views import BudgetForm, PaperReading
from burgertop_app.domain.opinion_intake import OpinionReading, ReadStatement, ReadVote
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProposal
from burgertop_app.services.opinions import calculate

PROJECTS = (
    ("Speeltuin aan de Wilgenlaan", 20_000),
    ("Bomen in de straat", 12_500),
    ("Veilig fietspad naar school", 30_000),
    ("Buurthuis op zaterdag open", 8_000),
    ("Bankjes langs de vijver", 4_500),
    ("Muurschildering in het tunneltje", 6_000),
)
STATEMENTS = (
    "De gemeente moet meer bomen planten, ook als dat parkeerplaatsen kost.",
    "Auto's mogen in onze straat niet harder dan 30.",
    "Er is genoeg te doen voor jongeren in de wijk.",
    "Nieuwe woningen mogen in het park komen.",
    "Ik voel me 's avonds veilig op straat.",
    "De bus moet ook 's avonds rijden.",
    "Bewoners moeten zelf het groen onderhouden.",
    "Betaald parkeren is eerlijk.",
    "De wijk heeft een eigen budget nodig.",
    "Zonnepanelen horen op elk plat dak.",
    "Horeca mag tot middernacht open zijn.",
    "Een buurtapp maakt de wijk veiliger.",
)


def proposals(house, process):
    """A proposal per project, each with its cost."""
    for title, cost in PROJECTS:
        house.proposals.add(process, NewProposal(title=title, cost=cost))


def open_budget(house, process):
    """An open vote; its id."""
    made = house.budgets.begin(process, BudgetForm("Wijkbudget Noord", 50_000_00, support=5)).id
    house.budgets.open(made)
    return made


def cast(house, budget, papers=160):
    """Take in so many papers: six in ten like the fietspad and the speeltuin; gives what changed."""
    rng = np.random.default_rng(4)
    liked = [(0.7, 0.2, 0.8, 0.1, 0.1, 0.1), (0.1, 0.7, 0.1, 0.6, 0.5, 0.5)]
    made = []
    for number in range(papers):
        chances = liked[number % 10 >= 6]
        chosen = [str(place) for place, chance in enumerate(chances, 1) if rng.random() < chance]
        made.append((str(number + 1), tuple(chosen)))
    return house.budgets.take_in(budget, PaperReading("briefjes.xlsx", "ab" * 32, tuple(made)))


def conversation(house, process, people=90, groups=3):
    """A conversation with so many voters in so many groups, looked at; its id."""
    poll = house.opinions.begin(process, "Hoe wonen we in Noord?", "Wat vindt u?").id
    rng = np.random.default_rng(11)
    line = rng.choice([-1, 1], size=(groups, len(STATEMENTS)))
    line[:, 8] = 1
    votes = []
    for voter in range(people):
        for number in range(len(STATEMENTS)):
            if rng.random() < 0.15:
                continue
            said = int(line[voter % groups, number]) if rng.random() < 0.82 else int(rng.integers(-1, 2))
            votes.append(ReadVote(len(votes) + 2, voter, number, said))
    statements = tuple(ReadStatement(one + 2, one, text) for one, text in enumerate(STATEMENTS))
    reading = OpinionReading(
        ("comments.csv", "votes.csv"), "cd" * 32, statements=statements, votes=tuple(votes)
    )
    house.opinions.take_in(poll, reading)
    ground = house.opinions.prepare(poll)
    house.opinions.keep(ground, calculate(ground, UNHEARD))
    return poll
