"""How quick what follows an advice is: many commitments, many terms, many people and many replies.

Run with `PYTHONPATH=. python tests/bench/bench_follow.py`, or name parts: commitments terms statement survey.
Tells seconds by the clock and, since other work may share the machine, seconds of the processor.
"""

from __future__ import annotations

import resource
import secrets
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from telling import lap, say

from burgertop_app import i18n
from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.events import Attendance, Presence
from burgertop_app.domain.people import Declared, Participation, Person, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProcess, RecommendationForm
from burgertop_app.domain.responses import Commitment, CommitmentState, Deadline, Step
from burgertop_app.domain.surveys import Survey, SurveyKind, SurveyQuestion, SurveyReply
from burgertop_app.services.house import furnish
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener

COMMITMENTS, TERMS, PEOPLE, MEETINGS, REPLIES = 500, 200, 1000, 6, 5000
NOW = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)
FEATURES = {
    "leeftijd": ("16-29", "30-44", "45-64", "65+"),
    "wijk": ("Noord", "Zuid", "Oost", "West", "Midden"),
    "opleiding": ("praktisch", "middelbaar", "theoretisch"),
}


def begun(house, title="Proef"):
    request = NewProcess(form="burgertop", title=title, topic="Wonen", municipality="Testdam")
    return house.processes.start(request).id


def commitments(house, _folder):
    """Five hundred promises in every state, a third of them late."""
    process, states = begun(house), list(CommitmentState)
    with house.workspace.context.work.writing("bench") as store:
        store.add_all(
            Commitment(
                id=store.new_id(),
                process_id=process,
                text=f"Wij doen iets aan punt {no}, samen met de mensen die daar wonen.",
                owner=f"Afdeling {no % 12}",
                due_on=NOW.date() + timedelta(days=no % 90 - 30),
                state=states[no % len(states)],
                step=list(Step)[no % len(Step)],
                made_on=date(2026, 6, 1),
                closed_on=date(2026, 11, 1) if states[no % len(states)] is CommitmentState.DONE else None,
                outcome="Het is er." if states[no % len(states)] is not CommitmentState.OPEN else "",
            )
            for no in range(COMMITMENTS)
        )
    with lap("the page with every commitment"):
        found = house.following.view(process)
    say(f"  {len(found.lines)} lines")
    for name, make in (("progress report", house.printing.progress), ("agenda", _agenda(house))):
        with lap(f"put the {name} together"):
            paper = make(process)
        with lap(f"the {name} as PDF"):
            content = render(paper, UNHEARD).content
        say(f"  {len(content) // 1024} kB")


def _agenda(house):
    return lambda process: house.printing.agenda(process, None)


def terms(house, folder):
    """Two hundred processes whose advice lies with the college, on many days."""
    for no in range(TERMS):
        process = begun(house, f"Proef {no}")
        advice = house.advising.start(process, f"Advies {no}").id
        house.advising.recommend(advice, RecommendationForm(title="Doe iets."))
        house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
        house.advising.offer(advice, to="College", on=date(2026, 11, 1))
        house.receiving.receive(advice, on=date(2026, 11, 1), proof="Bon")
    with house.workspace.context.work.writing("bench") as store:
        for no, deadline in enumerate(store.find(Deadline)):
            store.change(deadline, due_on=NOW.date() + timedelta(days=no % 60 - 20))
    with lap("every term with its reminder"):
        found = house.overview.terms()
    say(f"  {len(found)} terms, {sum(line.reminder is not None for line in found)} with a reminder")
    with lap("every process with its next step"):
        house.overview.processes()
    with lap("all of them as a calendar"):
        house.term_files.calendar(folder / "termijnen.ics")


def statement(house, _folder):
    """A thousand people, six meetings, three features with twelve groups."""
    process = begun(house)
    entries = tuple(
        QuotaEntry(feature=name, value=value, low=3, high=PEOPLE, share=1 / len(values))
        for name, values in FEATURES.items()
        for value in values
    )
    house.drawing.set_quotas(process, QuotaForm(lines=entries, source="CBS"))
    events = [
        house.meetings.add(process, title=f"Avond {no}", on=date(2026, 10, no + 1), place="").id
        for no in range(MEETINGS)
    ]
    with house.workspace.context.work.writing("bench") as store:
        for no in range(PEOPLE):
            person = store.add(Person(id=store.new_id()))
            part = store.add(
                Participation(
                    id=store.new_id(),
                    process_id=process,
                    person_id=person.id,
                    number=str(no + 1),
                    state=State.PRESENT,
                )
            )
            store.add_all(
                Declared(id=store.new_id(), participation_id=part.id, feature=name, value=_of(values, no))
                for name, values in FEATURES.items()
            )
            store.add_all(
                Attendance(
                    id=store.new_id(),
                    event_id=event,
                    participation_id=part.id,
                    presence=Presence.PRESENT if (no + at) % 5 else Presence.ABSENT,
                    at=store.now(),
                )
                for at, event in enumerate(events)
            )
    with lap("look at the statement"):
        house.representing.view(process)
    with lap("put the statement together"):
        paper = house.representing.paper(process)
    with lap("the statement as PDF"):
        render(paper, UNHEARD)
    say(f"  {len(paper.shown.stages)} stages, {len(paper.shown.features)} features")


def _of(values, no):
    return values[(no * 7 + no // 13) % len(values)]


def survey(house, folder):
    """Five thousand replies to ten questions, four of them in people's own words."""
    process = begun(house)
    kinds = (SurveyKind.CHOICE, SurveyKind.SEVERAL, SurveyKind.SCALE, SurveyKind.TEXT, SurveyKind.TEXT)
    questions = tuple(
        SurveyQuestion(
            text=f"Vraag {no}?",
            kind=kinds[no % 5],
            choices=("Ja", "Nee", "Weet niet") if no % 5 < 2 else (),
        )
        for no in range(10)
    )
    new = Survey(
        id=house.processes.new_id(),
        process_id=process,
        title="Vrienden",
        questions=questions,
        asked=REPLIES * 2,
        anonymous=True,
        sent_at=NOW,
    )
    with house.workspace.context.work.writing("bench") as store:
        store.add(new)
        store.add_all(
            SurveyReply(
                id=store.new_id(),
                survey_id=new.id,
                answers={str(at): _reply(one, no) for at, one in enumerate(questions)},
            )
            for no in range(REPLIES)
        )
    with lap("the page with the surveys"):
        house.surveys.view(process)
    with lap("put the results together"):
        paper = house.survey_files.results_paper(new.id)
    with lap("the results as PDF"):
        content = render(paper, UNHEARD).content
    say(f"  {len(content) // 1024} kB")
    with lap("every reply to Excel"):
        house.survey_files.save_results(new.id, folder / "uitslag.xlsx")


def _reply(question, no):
    if question.kind is SurveyKind.TEXT:
        return f"Ik vind dat er meer groen moet komen in straat {no}."
    if question.kind is SurveyKind.SCALE:
        return str(no % 5 + 1)
    return question.choices[no % 3]


PARTS = {"commitments": commitments, "terms": terms, "statement": statement, "survey": survey}


def main(names):
    for name in names or PARTS:
        say(f"== {name}")
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            opener = Opener("Anna", "LAPTOP-1", lambda: NOW, secrets.token_bytes, folder / "user")
            workspace = Workspaces(opener).create(folder / "proef.burgertop")
            PARTS[name](furnish(workspace), folder)
            workspace.close()
    say(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    i18n.use_language("nl")
    main(sys.argv[1:])
