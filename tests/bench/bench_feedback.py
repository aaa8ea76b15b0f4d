"""How quick feedback to many participants is, and the archive of a workspace.

Run with `python tests/bench/bench_feedback.py [people]` or, for the archive of every process in a workspace
made by `burgertop demo --out DIR`, with `python tests/bench/bench_feedback.py DIR/demo.burgertop`. Tells
seconds by the clock and, since other work may share the machine, seconds of the processor.
"""

from __future__ import annotations

import resource
import secrets
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from telling import lap, say

from burgertop_app import i18n
from burgertop_app.domain.archive import ArchiveRequest
from burgertop_app.domain.feedback import Sent
from burgertop_app.domain.people import State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import (
    DispositionForm,
    NewCard,
    NewProcess,
    NewProposal,
    PersonForm,
    RecommendationForm,
)
from burgertop_app.domain.responses import Disposal
from burgertop_app.services.archive.gathering import set_papers
from burgertop_app.services.feedback_files import enclosures
from burgertop_app.services.house import furnish
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener

RECOMMENDATIONS, CARDS, OWN = 13, 140, 6
MADE_AT = datetime(2027, 4, 3, 9, 0, tzinfo=UTC)


def opener(folder):
    return Opener("Anna", "LAPTOP-1", lambda: MADE_AT, secrets.token_bytes, folder)


def fill(house, people):
    """A process with so many participants; everyone signed some of the cards."""
    request = NewProcess(form="burgertop", title="Proef", topic="Wonen", municipality="Testdam")
    process = house.processes.start(request).id
    house.processes.edit(process, contact="Bel Noor.")
    for no in range(people):
        form = PersonForm(
            name=f"Mens {no}", email=f"mens{no}@x.example", address="Kade 1", postcode="1234 AB"
        )
        house.people.add(process, form)
    ids = [line.participation_id for line in house.people.lines(process)]
    house.people.mark(ids, State.PRESENT)
    share = max(1, people * OWN // CARDS)
    signed = [[ids[(no * share + each) % people] for each in range(share)] for no in range(CARDS)]
    cards = [
        house.cards.add(process, NewCard(text=f"Idee {no} over de straat.", authors=tuple(who))).id
        for no, who in enumerate(signed)
    ]
    advice = house.advising.start(process, "Warm wonen").id
    found = []
    for no in range(RECOMMENDATIONS):
        new = NewProposal(title=f"Voorstel {no}", card_ids=tuple(cards[no::RECOMMENDATIONS]))
        proposal = house.proposals.add(process, new).id
        form = RecommendationForm(title=f"Doe iets met {no}.", proposal_ids=(proposal,))
        found.append(house.advising.recommend(advice, form).id)
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=date(2026, 3, 2))
    house.receiving.receive(advice, on=date(2026, 3, 2), proof="Bon")
    for one in found[1:]:
        house.responding.answer(one, DispositionForm(disposal=Disposal.ADOPTS, owner="Wonen"))
    return process, found


def feedback(people):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace = Workspaces(opener(folder / "user")).create(folder / "proef.burgertop")
        house = furnish(workspace)
        process, recommendations = fill(house, people)
        with lap("who hears something"):
            waiting = house.feeding_back.people(process)
        with lap("put the letters together"):
            paper = house.lettering.feedback(process, waiting)
        with lap(f"one PDF with {len(paper.sheets)} letters and sheets"):
            content = render(paper, UNHEARD).content
        say(f"  {len(content) // 1024} kB")
        with lap("a PDF for each"):
            files = enclosures(paper, UNHEARD)
        with lap("write the e-mail drafts"):
            house.feedback_files.save_drafts(process, paper, files, waiting, folder / "mails")
        with lap("write the list for mail merge"):
            house.feedback_files.save_merge_list(process, waiting, folder / "lijst.xlsx")
        with lap("note as sent"):
            house.feeding_back.sent(waiting, Sent.LETTER)
        answer = DispositionForm(disposal=Disposal.REJECTS, reason="Geen geld.")
        house.responding.answer(recommendations[0], answer)
        with lap("who hears something after one more answer"):
            waiting = house.feeding_back.people(process)
        say(f"  {len(waiting)} of {people}")
        workspace.close()


def archive(path):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workspace = Workspaces(opener(folder / "user")).open(path)
        house = furnish(workspace)
        for process in house.processes.all():
            say(process.title)
            with lap("read"):
                gathered = house.archiving.gather(ArchiveRequest(process_id=process.id))
            with lap("set the documents"):
                papers = set_papers(gathered, UNHEARD)
            with lap("write, read back and check"):
                found = house.archiving.keep(gathered, papers, folder / f"{process.id.hex}.zip")
            size = (folder / f"{process.id.hex}.zip").stat().st_size
            say(f"  {found.files} files, {size // 1024} kB, whole: {found.sound}")
        workspace.close()
    say(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    i18n.use_language("nl")
    told = sys.argv[1] if len(sys.argv) > 1 else "300"
    if told.isdecimal():
        feedback(int(told))
    else:
        archive(Path(told))
