"""A meeting as large as in Tilburg, open on its page, for the measurements of the door and the room."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from burgertop_app import i18n
from burgertop_app.domain.people import State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.domain.seating_views import SeatingRequest
from burgertop_app.services.house import furnish
from burgertop_app.services.seating import calculate
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener
from burgertop_app.ui.desk import Desk
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.seating.page import TablesPage

STARTS_AT = datetime(2026, 9, 26, 7, 0, tzinfo=UTC)
TODAY = date(2026, 9, 26)
FEATURES = {
    "leeftijd": ("16-29", "30-44", "45-64", "65+"),
    "opleiding": ("praktisch", "middelbaar", "theoretisch"),
    "wijk": ("Noord", "Oost", "Zuid", "West", "Centrum", "Dorp"),
}


@contextlib.contextmanager
def page(people, tables, seats):
    """The page about tables with so many people at so many tables in three rounds, in a file on disk."""
    i18n.use_language("nl")
    application = QApplication.instance() or QApplication([])
    theme().put_on(application)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        opener = Opener("Anna", "LAPTOP", lambda: STARTS_AT, secrets.token_bytes, place / "user")
        house = furnish(Workspaces(opener).create(place / "bench.burgertop"))
        process = house.processes.start(NewProcess(form="burgertop", title="Bench")).id
        fill(house, process, people, tables, seats)
        desk = Desk(house, lambda: TODAY)
        made = TablesPage(desk)
        made.resize(1232, 844)
        made.show()
        made.show_process(process)
        wait(desk)
        yield made
        desk.tasks.close()
        made.close()
        house.workspace.close()


def fill(house, process, people, tables, seats):
    draw = np.random.default_rng(5)
    for number in range(people):
        features = {name: str(draw.choice(values)) for name, values in FEATURES.items()}
        name = f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26]}{number:03d}voor van der Achter{number:03d}"
        house.people.add(process, PersonForm(name=name, features=features, state=State.DRAWN))
    event = house.meetings.add(process, title="Burgertop", on=TODAY, place="De Hal").id
    house.meetings.set_tables(event, tables, low=seats - 1, high=seats)
    for _round in range(3):
        house.meetings.add_round(event)
    request = SeatingRequest(event_id=event, spread=tuple(FEATURES), seed=1, steps=200)
    given = house.seating.prepare(request)
    house.seating.keep(given, calculate(given, UNHEARD))


def wait(desk):
    application = QApplication.instance()
    while not desk.tasks.idle:
        application.processEvents()
        time.sleep(0.001)
    application.processEvents()
