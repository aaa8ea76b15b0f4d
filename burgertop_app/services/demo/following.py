"""The step of the demo after the answer: what became of the promises, a meeting and a progress report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.follow_views import MeetingForm
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.responses import Step
from burgertop_app.services.evidencing import Proof
from burgertop_app.services.printing.rendering import render

if TYPE_CHECKING:
    from burgertop_app.services.demo.stage import Stage


def follow(stage: Stage) -> dict[str, int]:
    """Keep what became of the promises: notes, steps, a moved day, evidence, a meeting and a report."""
    house, told = stage.house, stage.sample.response
    for event in told.get("follow", ()):
        stage.clock.on(event["on"])
        promise = stage.promises.get(event["recommendation"])
        if promise is None:
            continue
        if "step" in event:
            house.following.take_step(promise, Step(event["step"]), event.get("note", ""))
        elif "due_on" in event:
            house.following.move_due(promise, event["due_on"], event["reason"])
        elif "link" in event:
            house.evidencing.add(Proof(event["note"], commitment_id=promise, link=event["link"]))
        else:
            house.following.note(promise, event["note"])
    house.following.take_over_plans(stage.process)
    meeting = told["meeting"]
    stage.clock.on(meeting["on"])
    notes = tuple(
        (stage.promises[line["recommendation"]], line["text"])
        for line in meeting["said"]
        if line["recommendation"] in stage.promises
    )
    house.monitoring.hold(
        stage.process,
        MeetingForm(0, meeting["on"], None, meeting["present"], meeting["note"], meeting["decisions"], notes),
    )
    ready = house.reporting.prepare(stage.process)
    web = render(ready.paper, UNHEARD, PaperForm.HTML).content
    house.reporting.fix(ready, render(ready.paper, UNHEARD).content, web)
    return {"commitments": len(stage.promises)}
