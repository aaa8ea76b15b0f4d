"""How long it takes to put the work of two laptops together: 2 000 cards and 300 check-ins.

PYTHONPATH=. python tests/bench/bench_merge.py
"""

from __future__ import annotations

import tempfile
import time
from datetime import date
from pathlib import Path

from burgertop_app.domain.events import Presence
from burgertop_app.domain.requests import NewCard, PersonForm
from burgertop_app.storage import workspace_file
from tests.bench.telling import say
from tests.laptops import Team, process_of

CARDS, CHECKED_IN, PEOPLE = 2_000, 300, 600


def main() -> None:
    """Print a line per step."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "leeg.burgertop"
        plain.touch()
        workspace_file._lay_out(plain)
        team = Team(Path(folder), plain)
        office = team.first()
        process = process_of(office)
        for number in range(PEOPLE):
            office.house.people.add(process, PersonForm(name=f"Bewoner Nummer{number}"))
        event = office.house.meetings.add(process, title="Avond", on=date(2026, 3, 2), place="Zaal").id
        office.house.cards.add_many(process, [_card(number) for number in range(CARDS // 2)])
        hall = team.copy(office, "ZAAL")
        people = [line.participation_id for line in office.house.people.lines(process)]
        for number in range(CARDS):
            hall.house.cards.add(process, _card(number, "Van de zaal"))
        for laptop, some in ((hall, people[:CHECKED_IN]), (office, people[CHECKED_IN // 2 : CHECKED_IN])):
            laptop.house.event_day.attend(event, dict.fromkeys(some, Presence.PRESENT))
        file = _timed("make the file", hall.hand)
        say(f"  {file.stat().st_size / 1e6:.2f} MB")
        _timed("look at it", lambda: office.house.handing_over.preview(file))
        _timed("take it over, with the copy before", lambda: office.read(file))
        _timed("the same file again", lambda: office.read(file))
        back = _timed("make the file the other way", office.hand)
        _timed("take that over", lambda: hall.read(back))
        say(f"alike: {office.content() == hall.content()}, sound: {office.sound() and hall.sound()}")
        team.close()


def _card(number: int, words: str = "Kaart") -> NewCard:
    return NewCard(text=f"{words} {number}: meer groen en minder verkeer", table_no=number % 40 + 1)


def _timed(name, work):
    before, clock = time.process_time(), time.perf_counter()
    made = work()
    say(f"{name}: {time.process_time() - before:.1f} CPU s, {time.perf_counter() - clock:.1f} s")
    return made


if __name__ == "__main__":
    main()
