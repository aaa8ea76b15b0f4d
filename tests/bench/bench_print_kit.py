# ruff: noqa: RUF001 - names as people write them
"""How quick the papers of a large meeting are: 314 people in three rounds at tables of seven.

Run with `PYTHONPATH=. python tests/bench/bench_print_kit.py [PEOPLE] [FOLDER]`; with a folder the papers stay
there. Tells seconds by the clock and of the processor, and pages and bytes of each paper.
"""

from __future__ import annotations

import io
import itertools
import resource
import secrets
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from pypdf import PdfReader
from telling import lap, say

from burgertop_app import i18n
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.domain.seating_views import SeatingRequest
from burgertop_app.messages.day_kit import kit_words
from burgertop_app.services.house import furnish
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.seating import calculate
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener

MADE_AT = datetime(2026, 9, 26, 7, 0, tzinfo=UTC)
SIZE, ROUNDS = 7, 3
FIRST = ("Anneke", "Şükrü", "Władysław", "فاطمة", "דוד", "Jean-Baptiste", "Nguyễn", "Ольга", "Bo", "Karima")
LAST = ("de Vries", "Yıldırım", "Grzęda", "الزهراء", "לוי", "van den Boogaard", "Hạnh", "el Idrissi")


def fill(house, people):
    """A meeting with a plan, a facilitator at every table and two questions a round; process and meeting."""
    request = NewProcess(form="burgertop", title="Proef", topic="Wonen", municipality="Testdam")
    process = house.processes.start(request).id
    names = (f"{first} {last}" for last, first in itertools.product(LAST, FIRST))
    for no, name in enumerate(itertools.islice(itertools.cycle(list(names)), people)):
        features = {"leeftijd": ("16–29", "30–64", "65+")[no % 3], "wijk": ("Noord", "Zuid")[no % 2]}
        house.people.add(process, PersonForm(name=name, features=features, state=State.DRAWN))
    for no in range(-(-people // SIZE)):
        leader = PersonForm(name=f"Leider {no}", role=Role.FACILITATOR, state=State.CONFIRMED)
        house.people.add(process, leader)
    event = house.meetings.begin(process, title="Burgertop", on=date(2026, 9, 26), place="De Sluis").id
    house.meetings.set_tables(event, -(-people // SIZE), low=SIZE - 1, high=SIZE)
    rounds = house.meetings.rounds(event)[:ROUNDS]
    asked = ("Wat helpt u om uw huis warm te houden?", "Wie moet dat doen, en wat doet u zelf?")
    house.meetings.set_rounds(event, [replace(turn, topic="Warm wonen", questions=asked) for turn in rounds])
    house.event_day.lead_by_turns(event)
    plan = SeatingRequest(event_id=event, spread=("leeftijd", "wijk"), seed=1, steps=2_000)
    given = house.seating.prepare(plan)
    house.seating.keep(given, calculate(given, UNHEARD))
    return process, event


def main():
    """Make the kit, save it, move somebody and print what changed."""
    i18n.use_language("nl")
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 314
    with tempfile.TemporaryDirectory() as scratch:
        kept = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch)
        path = Path(scratch) / "proef.burgertop"
        opener = Opener("Anna", "LAPTOP-1", lambda: MADE_AT, secrets.token_bytes, Path(scratch))
        workspace = Workspaces(opener).create(path)
        house = furnish(workspace)
        process, event = fill(house, people)
        print_all(house, process, event, kept)
        workspace.close()
    say(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def print_all(house, process, event, kept):
    """Every paper by itself, then the folder, then what a move asks."""
    with lap("put everything together"):
        kit = house.printing.day_kit(event)
    printed = []
    for kind, paper in kit.papers:
        made = []
        with lap(kit_words(kind), lambda made=made: told(made[0])):
            made.append(render(paper, UNHEARD))
        printed += made
    with lap("save the folder"):
        house.exporting.save_kit(process, kit, printed, kept, "Papieren")
    tables = house.seating.room(event).seated[house.meetings.rounds(event)[0].id]
    one, other = (table.people[0].participation_id for table in tables[:2])
    with lap("first move after printing (a copy of the plan)"):
        house.seating.swap(event, 1, one, other)
    with lap("second move"):
        house.seating.swap(event, 1, one, other)
    house.seating.swap(event, 1, one, other)
    with lap("only the changed route cards"):
        render(house.printing.changed_route_cards(event), UNHEARD)
    with lap("slips for changed seats"):
        render(house.printing.late_changes(event), UNHEARD)


def told(printed):
    pages = len(PdfReader(io.BytesIO(printed.content)).pages)
    return f", {pages} pages, {len(printed.content) // 1000} kB"


if __name__ == "__main__":
    main()
