"""How quick stage one and registration are: a list of fifty thousand, its draw, replies, and clearing up.

Run with `python tests/bench/bench_inviting.py [rows] [letters]`; tells seconds by the clock and, since other
work may share the machine, seconds of the processor.
"""

from __future__ import annotations

import csv
import os
import secrets
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from bench_people import wait
from PySide6.QtWidgets import QApplication
from telling import Lap, say

from burgertop_app import i18n
from burgertop_app.domain.address_list import AreaPlan, InviteRequest, ListColumns
from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.registration import ReplyForm
from burgertop_app.domain.requests import Keeping, NewProcess
from burgertop_app.services import inviting
from burgertop_app.services.house import furnish
from burgertop_app.services.importing import Source
from burgertop_app.services.inviting import LettersAsked, ListAsked
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener
from burgertop_app.ui.desk import Desk
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.people.page import PeoplePage

STARTS_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
AREAS = 40
TYPED = 200


def write_list(path, rows):
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, delimiter=";")
        writer.writerow(("Naam", "Straat", "Huisnummer", "Postcode", "Plaats", "Wijk", "Geboortejaar"))
        for row in range(rows):
            home = row // 2
            code = f"{1000 + home % 9000} AB"
            area = f"Wijk {home % AREAS + 1}"
            writer.writerow(
                (
                    f"Ana de Vries{row}",
                    f"Straat {home % 700}",
                    home // 700 + 1,
                    code,
                    "Testdam",
                    area,
                    1940 + row % 66,
                )
            )


def set_quotas(house, process):
    lines = [("wijk", f"Wijk {number}") for number in range(1, AREAS + 1)]
    lines += [("leeftijd", value) for value in ("16-29", "30-44", "45-64", "65+")]
    entries = tuple(QuotaEntry(feature=name, value=value, low=0, high=30) for name, value in lines)
    house.drawing.set_quotas(process, QuotaForm(lines=entries))


def invite(house, process, path, letters, lap):
    opened = inviting.open_list(Source(path=path))
    lap("read the sheet")
    columns = ListColumns(inviting.suggest_list(opened.table))
    asked = ListAsked(opened.table, columns, house.inviting.rules(process), opened.sha256)
    listed = inviting.read_list(asked)
    lap("make entries of the rows")
    plan = tuple(AreaPlan(*area) for area in listed.areas)
    drawn = inviting.draw_letters(LettersAsked(listed, plan, letters))
    lap("draw the letters")
    keeping = Keeping("Uitnodigen", date(2030, 1, 1))
    request = InviteRequest(listed=listed, plan=plan, drawn=drawn, keeping=keeping, area_feature="wijk")
    house.inviting.make(process, request)
    lap("keep everyone who was drawn")


def reply(house, process, lap):
    codes = [letter.code for letter in house.mailings.letters(process, MailKind.INVITATION)]
    lap("who gets an invitation")
    for code in codes[:TYPED]:
        house.replying.look_up(process, code)
        house.replying.record(process, ReplyForm(code=code, channel="kaart"))
    lap(f"look up and keep {TYPED} replies")
    house.registration.view(process)
    lap("the response")


def show(app, house, process, lap):
    desk = Desk(house, lambda: date(2026, 3, 2))
    page = PeoplePage(desk)
    page.resize(1184, 844)
    page.show()
    page.show_process(process)
    wait(app, desk)
    page.repaint()
    lap("open the page")
    page.close()
    return desk


def main(rows, letters):
    i18n.use_language("nl")
    app = QApplication([])
    theme().put_on(app)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_list(place / "list.csv", rows)
        opener = Opener("Anna", "LAPTOP", lambda: STARTS_AT, secrets.token_bytes, place / "user")
        house = furnish(Workspaces(opener).create(place / "bench.burgertop"))
        process = house.processes.start(NewProcess(form="burgerpanel", title="Bench")).id
        set_quotas(house, process)
        say(f"{rows} rows, {letters} letters")
        lap = Lap()
        invite(house, process, place / "list.csv", letters, lap)
        reply(house, process, lap)
        desk = show(app, house, process, lap)
        house.registration.close(process)
        house.registration.clear(process)
        lap("close, and erase who does not take part")
        desk.tasks.close(house.workspace.close)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [50_000, 5_000][len(given) :]))
