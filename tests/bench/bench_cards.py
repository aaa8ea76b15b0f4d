"""How fluid the wall is: PYTHONPATH=. python tests/bench/bench_cards.py [CARDS] [TYPED].

So many cards lie in eight themes and in none; then cards are typed, moved and filtered as an organiser does.
Told are milliseconds that the window's thread worked, since other work may share the machine: at once, and at
most in one turn of its loop while the rest was done in the background; least, median and most of all times.
"""

from __future__ import annotations

import gc
import os
import secrets
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from burgertop_app import i18n
from burgertop_app.domain.requests import NewCard, NewProcess
from burgertop_app.services.house import furnish
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener
from burgertop_app.ui.cards.page import CardsPage
from burgertop_app.ui.desk import Desk
from burgertop_app.ui.kit.theme import theme
from tests.bench.telling import say

THEMES, FILLS = 8, 7
AT = datetime(2026, 9, 26, 19, 0, tzinfo=UTC)
WORDS = "meer groen in de straat leg het uit op de markt een veilige oversteek bij school".split()  # noqa: SIM905


def tell(what, taken):
    least, middle, most = min(taken), statistics.median(taken), max(taken)
    say(f"{what:<46}{least:7.1f} ·{middle:7.1f} ·{most:7.1f} ms  ({len(taken)} times)")


def card(number):
    start = number * 7 % len(WORDS)
    text = " ".join((WORDS * 2)[start : start + 5 + number % 19])
    theme_name = f"Thema {number % (THEMES + 1)}" if number % (THEMES + 1) else ""
    return NewCard(
        text=f"{text} {number}",
        table_no=number % 45 + 1,
        round_no=number % 3 + 1,
        kind="tip",
        theme=theme_name,
    )


def turns(desk, least=0.05):
    """Let the window live until all is done; the longest work of its thread in one turn, in milliseconds."""
    longest, until = 0.0, time.perf_counter() + least
    while time.perf_counter() < until or not desk.tasks.idle:
        start = time.thread_time()
        QApplication.processEvents()
        longest = max(longest, (time.thread_time() - start) * 1000)
        time.sleep(0.001)
    return longest


def worked(act):
    """Milliseconds that the window's thread works on `act`, and until all that waits is painted."""
    start = time.thread_time()
    act()
    QApplication.processEvents()
    return (time.thread_time() - start) * 1000


def main(cards, typed):
    i18n.use_language("nl")
    application = QApplication.instance() or QApplication([])
    theme().put_on(application)
    with tempfile.TemporaryDirectory() as folder:
        opener = Opener("Anna", "LAPTOP", lambda: AT, secrets.token_bytes, Path(folder) / "user")
        house = furnish(Workspaces(opener).create(Path(folder) / "bench.burgertop"))
        process = house.processes.start(NewProcess(form="burgertop", title="Bench")).id
        start = time.process_time()
        house.cards.add_many(process, [card(number) for number in range(cards)])
        say(f"{cards} cards kept at once: {time.process_time() - start:.1f} CPU s")
        start = time.process_time()
        house.cards.lines(process)
        say(f"read once: {time.process_time() - start:.2f} CPU s")
        still = []
        for _again in range(FILLS):
            with shown(house, process) as (_page, desk):
                still.append(turns(desk))
            del _page, desk
            gc.collect()
        tell("longest turn while the page is filled", still)
        with shown(house, process) as (page, desk):
            use(page, desk, typed)
        house.workspace.close()


@contextmanager
def shown(house, process):
    """A new page that begins to read its cards."""
    desk = Desk(house, lambda: date(2026, 9, 26))
    page = CardsPage(desk)
    page.resize(1232, 844)
    page.show()
    page.show_process(process)
    yield page, desk
    desk.tasks.close()
    page.close()
    shiboken6.delete(page)


def use(page, desk, typed):
    turns(desk, 1.0)
    ready, still = [], []
    for number in range(typed):
        page.strip._text.setText(f"Kaart van vanavond {number}")
        ready.append(worked(lambda: QTest.keyClick(page.strip._text, Qt.Key.Key_Return)))
        still.append(turns(desk))
    tell("Enter, until the next card can be typed", ready)
    tell("longest turn while a card is kept", still)
    taken, still = [], []
    for turn in range(20):
        line = page.wall.columns[turn % 4].model.lines[turn]
        target = page.found.themes[(turn + 5) % THEMES].id
        taken.append(worked(lambda line=line, target=target: page.act.move([line.card.id], target)))
        still.append(turns(desk))
    tell("a card to another theme", taken)
    tell("longest turn while it moves", still)
    page.filter.click()
    turns(desk)
    taken, still = [], []
    for sign in "markt":
        taken.append(worked(lambda sign=sign: QTest.keyClick(page.bar._text, sign)))
        still.append(turns(desk))
    tell("a letter in the filter", taken)
    tell("longest turn after it", still)
    taken, still = [worked(page.bar.clear)], [turns(desk)]
    tell("all cards again", taken)
    tell("longest turn after it", still)
    taken, still = {"list": [], "wall": []}, {"list": [], "wall": []}
    for view in ("list", "wall") * FILLS:
        taken[view].append(worked(lambda view=view: page.views.chosen.emit(view)))
        still[view].append(turns(desk, 0.5))
    for view in taken:
        tell(f"from wall to list or back: {view}", taken[view])
        tell("longest turn after it", still[view])


if __name__ == "__main__":
    main(*[int(given) for given in (*sys.argv[1:3], *("5000", "40")[len(sys.argv[1:3]) :])])
