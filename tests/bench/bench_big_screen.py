"""A full summit: 300 people, 1 000 cards, 40 proposals, 300 intentions; what the screens of the day cost.

python tests/bench/bench_big_screen.py
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.requests import NewCard, NewProcess, NewProposal, PersonForm
from burgertop_app.services.house import House
from burgertop_app.services.preferences import Preferences
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener
from burgertop_app.ui.proposals import found as reading
from burgertop_app.ui.proposals.slides import slides

PEOPLE, CARDS, THEMES, PROPOSALS = 300, 1000, 12, 40
ROUNDS = 10


def timed(label, act, rounds=ROUNDS):
    """Print the CPU seconds of one round, in milliseconds."""
    began = time.process_time()
    for place in range(rounds):
        act(place)
    sys.stdout.write(f"{label:44} {1000 * (time.process_time() - began) / rounds:8.1f} ms\n")


def main():
    """Fill a workspace, then measure."""
    numbers = itertools.count(1)
    with tempfile.TemporaryDirectory() as folder:
        opener = Opener(
            "Anna",
            "LAPTOP-1",
            lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
            lambda size: next(numbers).to_bytes(size),
            Path(folder) / "user-data",
        )
        preferences = Preferences(Path(folder) / "preferences.json")
        house = House(Workspaces(opener, "nl"), preferences, opener.clock, opener.entropy)
        services = house.create(Path(folder) / "top.burgertop")
        process = services.processes.start(NewProcess(form="burgertop", title="Top")).id
        for no in range(PEOPLE):
            services.people.add(
                process, PersonForm(name=f"Voornaam{no} van Achternaam{no}", phone=f"06{no:08d}")
            )
        themes = [services.cards.add_theme(process, f"Thema {no}").id for no in range(THEMES)]
        services.cards.add_many(
            process,
            [
                NewCard(
                    text=f"Kaart {no} over het plein en de straat", theme_id=themes[no % THEMES], table_no=1
                )
                for no in range(CARDS)
            ],
        )
        ids = [line.card.id for line in services.cards.lines(process)]
        for no in range(PROPOSALS):
            new = NewProposal(title=f"Voorstel {no}", card_ids=tuple(ids[no::PROPOSALS]))
            services.proposals.add(process, new)
        people = list(services.intending.numbers(process).values())
        services.intending.add(
            process,
            [
                NewIntention(text=f"Ik doe {no}", participation_id=one, share=True)
                for no, one in enumerate(people)
            ],
        )
        services.showing.choose(process, ids[:24])
        timed("read the big screen", lambda _place: services.showing.screen(process))
        screen = services.showing.screen(process)
        timed("cut it into slides", lambda _place: slides(screen))
        timed("read the page with proposals", lambda _place: reading.read(services, process))
        timed(
            "keep one intention",
            lambda place: services.intending.add(
                process, [NewIntention(text=f"Later {place}", participation_id=people[place])]
            ),
        )
        lines = services.proposals.lines(process)
        timed(
            "merge two proposals and undo it",
            lambda _place: (
                services.proposal_joining.merge([line.proposal.id for line in lines[:2]], "Samen"),
                services.proposal_joining.undo([line.proposal.id for line in lines[:2]], "toch niet"),
            ),
        )
        services.workspace.close()


if __name__ == "__main__":
    main()
