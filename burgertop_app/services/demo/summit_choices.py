"""What else the summit in the demo decided and said: statements in the districts, money, and tomorrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numpy.random import default_rng

from burgertop_app.domain.budget_views import BudgetForm
from burgertop_app.domain.budgeting import BudgetRule, Completion
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange.exports import write_csv
from burgertop_app.services import opinions
from burgertop_app.services.demo import voters
from burgertop_app.services.demo.summit_plans import leans

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.services.demo.stage import Stage
    from burgertop_app.services.demo.summit import Summit

VOTER = "stemmer"


def poll(stage: Stage, summit: Summit) -> int:
    """Lay statements before people in the districts, take in what they said, and look for groups."""
    house, told = stage.house.opinions, stage.sample.summit["opinion"]
    stage.clock.on(told["on"])
    made = _kept(house.begin(summit.process, told["title"], told["intro"]).id)
    house.add_statements(made, [(one["text"], None) for one in told["statement"]])
    rng = default_rng(told["seed"])
    groups = [group for group, count in told["voters"].items() for _one in range(count)]
    rng.shuffle(groups)
    lean = [one["lean"] for one in told["statement"]]
    path = stage.out / "stellingen.csv"
    write_csv(
        path,
        (VOTER, *(str(one.number) for one in house.view(made).statements)),
        [(str(voter), *voters.opinions(rng, group, lean)) for voter, group in enumerate(groups, 1)],
    )
    house.take_in(made, house.look(made, [path], UNHEARD))
    path.unlink()
    ground = house.prepare(made)
    house.keep(ground, opinions.calculate(ground, UNHEARD))
    return len(groups)


def share_money(stage: Stage, summit: Summit) -> int:
    """Fix the rule for the money, and take in a paper of everybody in the hall and at the market."""
    house, told = stage.house.budgets, stage.sample.summit["budget"]
    lines = {line.proposal.id: line.proposal for line in stage.house.proposals.lines(summit.process)}
    codes = {key: str(lines[made].number) for key, made in summit.plans.items()}
    form = BudgetForm(
        told["title"],
        told["cents"],
        BudgetRule(told["rule"]),
        Completion(told["completion"]),
        told["support"],
        told["ceilings"],
        tuple(tuple(codes[key] for key in group) for group in told["apart"]),
    )
    stage.clock.later(minutes=15)
    made = _kept(house.begin(summit.process, form).id)
    house.open(made)
    stage.clock.later(hours=2)
    path = stage.out / "begroting.csv"
    areas = {key: lines[made].area for key, made in summit.plans.items()}
    ticked = [voter.likes(list(codes)) for voter in _payers(stage, summit, areas)]
    rows = [
        (str(number), *("x" if key in liked else "" for key in codes))
        for number, liked in enumerate(ticked, 1)
    ]
    write_csv(path, (VOTER, *codes.values()), rows)
    house.take_in(made, house.look(made, path, UNHEARD))
    path.unlink()
    return len(rows)


def _payers(stage: Stage, summit: Summit, areas: dict[str, str]) -> tuple[voters.Voter, ...]:
    """Everybody in the hall and who voted at the market, in no order."""
    told = stage.sample.summit["budget"]
    rng = default_rng(told["seed"])
    district, districts = next(iter(stage.sample.summit["groups"].items()))
    cells = [{district: line.features[district.casefold()]} for line in summit.people]
    cells += [{district: name} for name, count in told["market"].items() for _one in range(count)]
    rng.shuffle(cells)
    near = voters.near_home(leans(stage, summit), areas, districts, told["near_home"])
    return voters.voters(rng, cells, near)


def tomorrow(stage: Stage, summit: Summit) -> int:
    """Keep what people do tomorrow, in later words where they found better ones."""
    house, told = stage.house.intending, stage.sample.summit
    for one in told["intention"]:
        person, table = house.whose(summit.process, one["who"])
        wanted = NewIntention(text=one["text"], participation_id=person, table_no=table, share=one["share"])
        (made,) = house.add(summit.process, [wanted])
        if "later" in one:
            house.reword(made, one["later"], share=one["share"])
        if "withdrawn" in one:
            house.withdraw(made, one["withdrawn"])
    return len(told["intention"])


def _kept(made: UUID | None) -> UUID:
    if made is None:
        raise NotPossible("budget_no_projects")
    return made
