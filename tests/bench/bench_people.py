"""How quick fifty thousand people are: importing them, opening the list, typing in the search field.

Run with `python tests/bench/bench_people.py [people]`; tells seconds by the clock and, since other work may
share the machine, seconds of the processor.
"""

from __future__ import annotations

import csv
import os
import secrets
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from telling import Lap, say

from burgertop_app import i18n
from burgertop_app.domain.requests import NewProcess
from burgertop_app.services import importing
from burgertop_app.services.house import furnish
from burgertop_app.services.importing import ImportRequest, Source
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener
from burgertop_app.ui.desk import Desk
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.people.page import PeoplePage

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "people.csv"
STARTS_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TYPED = ("j", "ja", "jan", "jan ", "jan s", "jan", "", "4", "49", "499", "4999")


def write_sheet(path, people):
    with SAMPLE.open(encoding="utf-8-sig", newline="") as handle:
        header, *rows = csv.reader(handle, delimiter=";")
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, delimiter=";")
        writer.writerow(header)
        for number in range(people):
            row = list(rows[number % len(rows)])
            row[0] = str(number + 1)
            row[1] = f"{row[1]} {number // len(rows)}"
            row[2] = f"Straat {number // 2} {number % 2 + 1}"
            row[5] = f"p{number}@example.org"
            writer.writerow(row)


def bring(house, process, sheet, lap):
    opened = importing.open_source(Source(path=sheet))
    lap("read the sheet")
    rules = house.importing.rules(process)
    columns = importing.suggest_columns(opened.table, rules.features)
    plan = importing.analyse(opened.table, columns, rules)
    lap("look for problems")
    request = ImportRequest(
        plan=plan,
        columns=columns,
        rules=rules,
        choices={},
        purpose="Loting",
        keep_until=date(2030, 1, 1),
        file_sha256=opened.sha256,
    )
    kept, _summary = house.importing.keep(process, request)
    lap("keep everyone")
    return kept.id


def wait(app, desk):
    while not desk.tasks.idle:
        app.processEvents()
        time.sleep(0.001)
    app.processEvents()


def open_list(app, house, process, lap):
    desk = Desk(house, lambda: date(2026, 3, 2))
    page = PeoplePage(desk)
    page.resize(1184, 844)
    page.show()
    app.processEvents()
    lap("build the page")
    page.show_process(process)
    wait(app, desk)
    page.repaint()
    lap("open the list")
    while not page.list.table.model.ready:
        app.processEvents()
    lap("make search words while idle")
    return desk, page


def type_words(app, page):
    taken = []
    for text in TYPED:
        start = time.perf_counter()
        page.list.search.setText(text)
        page.list.table.repaint()
        app.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
    say(f"{'a key in the search field, median':<42}{statistics.median(taken):8.0f} ms")
    say(f"{'a key in the search field, slowest':<42}{max(taken):8.0f} ms")
    start = time.perf_counter()
    page.list.facets.tick("feature:wijk", "Havenwijk", on=True)
    app.processEvents()
    say(f"{'a tick box':<42}{(time.perf_counter() - start) * 1000:8.0f} ms")


def main(people):
    i18n.use_language("nl")
    app = QApplication([])
    theme().put_on(app)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_sheet(place / "people.csv", people)
        opener = Opener("Anna", "LAPTOP", lambda: STARTS_AT, secrets.token_bytes, place / "user")
        house = furnish(Workspaces(opener).create(place / "bench.burgertop"))
        process = house.processes.start(NewProcess(form="burgerpanel", title="Bench")).id
        lap = Lap()
        say(f"{people} people")
        batch = bring(house, process, place / "people.csv", lap)
        desk, page = open_list(app, house, process, lap)
        type_words(app, page)
        page.close()
        lap = Lap()
        house.importing.take_back(batch)
        lap("undo the import")
        desk.tasks.close(house.workspace.close)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
