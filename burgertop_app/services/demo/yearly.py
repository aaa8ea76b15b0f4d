"""The year of the panel in the demo: plans, terms, rewards, the load, and a survey with answers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.evaluations import later
from burgertop_app.domain.people import Role
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.surveys import Survey, SurveyKind, SurveyQuestion
from burgertop_app.domain.year import Asked, PlannedAdvice
from burgertop_app.exchange.exports import write_csv
from burgertop_app.exchange.survey_sheet import headings
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from typing import Any

    from burgertop_app.services.demo.stage import Stage

NEW = UUID(int=0)


def year(stage: Stage) -> dict[str, int]:
    """Plan the year, close the survey, and bring in everything else that the page about it shows."""
    told = stage.sample.year
    for plan in told["plan"]:
        stage.house.year.keep(
            PlannedAdvice(
                id=NEW,
                process_id=stage.process,
                topic=plan["topic"],
                asked=Asked(plan["asked"]),
                starts_on=plan["starts_on"],
                due_on=plan["due_on"],
                advice_id=stage.advice if plan.get("real") else None,
            )
        )
    _members(stage, told)
    stage.house.surveys.close(stage.survey)
    return {"advices": len(told["plan"]), "replies": stage.replies}


def _members(stage: Stage, told: dict[str, Any]) -> None:
    house = stage.house
    view = house.year.view(stage.process)
    for line in view.members[: told["earlier"]]:
        if line.joined_on is not None and line.ends_on is not None:
            earlier = later(line.ends_on, -told["earlier_months"])
            house.year.set_term(line.participation_id, line.joined_on, earlier)
    house.year.reward(stage.event, told["reward_cents"])
    rewarded = [line.participation_id for line in house.year.view(stage.process).members if line.cents]
    house.year.pay(rewarded[: told["paid"]], None)
    for hours in told["load"]:
        begun = house.evaluating.begin(stage.process, "load", told["load_on"]).id
        if begun is not None:
            house.evaluating.answer(begun, "hours", text=hours)


def survey(stage: Stage) -> None:
    """Friends, a survey on the day it went out, and the answers of who replied."""
    house, told = stage.house, stage.sample.year["survey"]
    stage.clock.on(told["sent_on"])
    for name, email in read_table(stage.sample.sheet("friends")).rows:
        house.people.add(stage.process, PersonForm(name=name, email=email, role=Role.FRIEND))
    questions = tuple(
        SurveyQuestion(one["text"], SurveyKind(one["kind"]), tuple(one.get("choices", ())))
        for one in told["question"]
    )
    sheet = Survey(
        id=NEW,
        process_id=stage.process,
        title=told["title"],
        intro=told["intro"],
        questions=questions,
        closes_on=told["closes_on"],
        keep_until=told["keep_until"],
    )
    kept = house.surveys.keep(sheet).id or NEW
    house.surveys.ask(kept)
    codes = [friend.code for friend in house.surveys.friends(kept)]
    rows = [
        (codes[int(place) - 1], *answers) for place, *answers in read_table(stage.sample.sheet("survey")).rows
    ]
    path = stage.out / f"{_('Replies')}.csv"
    write_csv(path, headings(sheet), rows)
    found = house.surveys.look(kept, path)
    house.surveys.take_in(kept, found)
    path.unlink()
    stage.survey, stage.replies = kept, len(found.replies)
