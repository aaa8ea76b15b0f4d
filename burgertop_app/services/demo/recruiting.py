"""The first steps of the demo: the plan, quotas, people and the draw."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.drawing import Commitment, DrawRequest, QuotaEntry, QuotaForm
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.processes import DecisionRule, Frame, Mandate, Milestone, Phase, Pledge
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProcess
from burgertop_app.domain.responses import Agreement
from burgertop_app.exchange.pool_sheet import ID_NAMES
from burgertop_app.exchange.quota_sheet import read_quotas
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.i18n import _
from burgertop_app.services import draw_calculating, importing
from burgertop_app.services.importing import ImportRequest
from burgertop_app.services.lotteries import refuse_obstacles

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.progress import Progress
    from burgertop_app.services.demo.stage import Stage

RESERVES = 12
SEED = "6 2 4 1 5 3 3 6"
KEPT = timedelta(days=365)


def plan(stage: Stage) -> dict[str, int]:
    """Start the process with its mandate, rules, pledges and planning."""
    told = stage.sample.process["process"][0]
    stage.process = begin(stage, told, stage.seats)
    return {"milestones": len(told.get("milestone", ()))}


def second(stage: Stage) -> dict[str, int]:
    """Start the process that has only just begun, so that there is more than one."""
    begin(stage, stage.sample.process["process"][1], None)
    return {"processes": len(stage.house.processes.all())}


def begin(stage: Stage, told: dict[str, Any], seats: int | None) -> UUID:
    """A process as the sample tells it."""
    stage.clock.on(told["starts_on"])
    house = stage.house
    title = _("Trial with one's own people") if stage.own and seats else told["title"]
    made = house.processes.start(
        NewProcess(
            form=told["form"],
            title=title,
            topic=told["topic"],
            municipality=told["municipality"],
            seats=seats or told["seats"],
        )
    ).id
    if made is None:
        raise NotPossible("form_unknown", form=told["form"])
    house.processes.edit(
        made,
        **{
            name: told[name].strip() if isinstance(told[name], str) else told[name]
            for name in ("commissioner", "contact", "assignment", "ordinance", "starts_on")
        },
    )
    _plan_parts(stage, made, told)
    if agreed := told.get("agreement"):
        house.receiving.agree(Agreement(id=_new(stage), process_id=made, **agreed))
    return made


def people(stage: Stage) -> dict[str, int]:
    """Keep the quotas and import the people who registered, and the facilitators."""
    quotas = read_quotas(stage.quotas)
    shares = _shares(stage)
    stage.house.drawing.set_quotas(
        stage.process,
        QuotaForm(
            lines=tuple(
                QuotaEntry(
                    feature=quota.feature,
                    value=quota.value,
                    low=quota.low,
                    high=quota.high,
                    low_flex=quota.low_flex,
                    high_flex=quota.high_flex,
                    share=shares.get((quota.feature, quota.value)),
                )
                for quota in quotas.items
            ),
            source=_("Made-up figures for the sample") if shares else "",
        ),
    )
    stage.clock.on(_told(stage)["registered_by"])
    table = read_table(stage.people)
    stage.header = table.header[table.position(*ID_NAMES)]
    registered = take_in(stage, stage.people, Role.RESIDENT)
    leaders = take_in(stage, stage.sample.sheet("facilitators"), Role.FACILITATOR)
    stage.house.processes.reach(stage.process, Phase.DRAW)
    return {"people": registered, "facilitators": leaders}


def preflight(stage: Stage, progress: Progress) -> dict[str, int]:
    """Look whether the draw is possible.

    Raises:
        NotPossible: it is not.
    """
    request = DrawRequest(process_id=stage.process, seats=stage.seats)
    given = stage.house.drawing.prepare(request)
    found = draw_calculating.inspect(given, progress)
    if not found.possible:
        refuse_obstacles(given.pool, given.quotas, given.rules)
        raise NotPossible("demo_draw_impossible")
    return {"groups": len(given.quotas.items), "hopeless": sum(len(heap.numbers) for heap in found.hopeless)}


def draw(stage: Stage, progress: Progress) -> dict[str, int]:
    """Compute the lottery, commit to it, draw the number and hand over the folder."""
    house = stage.house
    stage.clock.on(_told(stage)["drawn_on"] - timedelta(days=1))
    given = house.drawing.prepare(DrawRequest(process_id=stage.process, seats=stage.seats))
    made = house.drawing.keep(given, draw_calculating.calculate(given, progress)).id
    if made is None:
        raise NotPossible("demo_draw_impossible")
    stage.draw = made
    told = Commitment(
        number_source=_("Eight dice, thrown by people in the room"),
        moment=_("The day after this was published, at eight in the evening"),
        published_where=_("The website of the municipality"),
        witnesses=_("A notary; two residents"),
    )
    house.drawing.commit(made, told)
    stage.clock.on(_told(stage)["drawn_on"])
    house.drawing.draw(made, seed=SEED, reserves=min(RESERVES, len(given.pool) - stage.seats))
    house.draw_folders.write(made, stage.out / "draw", stage.header)
    drawn = [
        line.participation_id
        for line in house.people.lines(stage.process, Role.RESIDENT)
        if line.state is State.DRAWN
    ]
    stage.panel = tuple(drawn)
    house.people.mark(drawn, State.CONFIRMED)
    number = house.drawing.view(made).record.drawn_number or 0
    return {"seats": stage.seats, "number": number}


def take_in(stage: Stage, sheet: Path, role: Role, process: UUID | None = None) -> int:
    """Import the people in a sheet, into the process that is walked unless told otherwise; gives how many."""
    process = process or stage.process
    table = importing.read_sheet(sheet)
    rules = stage.house.importing.rules(process, role)
    columns = importing.suggest_columns(table, rules.features, role)
    plan_ = importing.analyse(table, columns, rules, UNHEARD)
    kept, summary = stage.house.importing.keep(
        process,
        ImportRequest(
            plan=plan_,
            columns=columns,
            rules=rules,
            choices={},
            purpose=_("Draw and meetings of the panel"),
            keep_until=max(stage.clock.now.date(), date(2026, 12, 31)) + KEPT,
            file_sha256=importing.file_sha256(sheet),
            role=role,
        ),
    )
    del kept
    return summary.taken_over


def _told(stage: Stage) -> dict[str, Any]:
    """The process that is walked, as the sample tells it."""
    found: dict[str, Any] = stage.sample.process["process"][0]
    return found


def _shares(stage: Stage) -> dict[tuple[str, str], float]:
    if stage.own:
        return {}
    table = read_table(stage.sample.sheet("population"))
    return {(row[0], row[1]): float(row[2]) for row in table.rows}


def _plan_parts(stage: Stage, process: UUID, told: dict[str, Any]) -> None:
    keep = stage.house.processes.keep
    for position, point in enumerate(told.get("mandate", ())):
        frame = Frame(point["frame"])
        keep(Mandate(id=_new(stage), process_id=process, frame=frame, text=point["text"], position=position))
    for position, rule in enumerate(told.get("decision_rule", ())):
        keep(DecisionRule(id=_new(stage), process_id=process, text=rule["text"], position=position))
    for pledge in told.get("pledge", ()):
        keep(Pledge(id=_new(stage), process_id=process, **pledge))
    for milestone in told.get("milestone", ()):
        keep(Milestone(id=_new(stage), process_id=process, **milestone))


def _new(stage: Stage) -> UUID:
    return stage.house.workspace.context.work.new_id()
