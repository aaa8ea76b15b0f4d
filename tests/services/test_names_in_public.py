"""A name attack on what leaves for the public: names in every text, looked for in every file."""

from __future__ import annotations

import io
import zipfile

import pypdf
import pytest

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.archive import ArchiveRequest
from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.domain.requests import NewCard, NewProcess, NewProposal, PersonForm, RecommendationForm
from burgertop_app.domain.voting import Slip
from burgertop_app.services.archive.gathering import set_papers
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.publishing import printed
from burgertop_app.services.site_making import made
from tests.beginnings import beginning

PERSON, FIRST, SECOND = "Zwaantje Kwispelstaart", "Ottoline Typgraag", "Bartholo Toetsman"
SOUGHT = ("Zwaantje", "Kwispelstaart", "Ottoline", "Typgraag", "Bartholo", "Toetsman")


@beginning
def top(house):
    """A summit in which one person is named in every text, with a counted vote and a fixed advice."""
    process = house.processes.start(NewProcess(form="burgertop", title="Top")).id
    house.people.add(process, PersonForm(name=PERSON))
    card = house.cards.add(process, NewCard(text=f"Een bankje voor {PERSON}", table_no=1)).id
    house.cards.reword(card, f"Een bank voor {PERSON}", f"{PERSON} vroeg het")
    proposal = house.proposals.add(process, NewProposal(title=f"De bank van {PERSON}", card_ids=(card,))).id
    told = f"{PERSON} zegt het"
    house.proposal_writing.edit(
        proposal,
        ProposalWords(title=f"De bank van {PERSON}", text=told, why=told, ourselves=told, minority=told),
    )
    house.proposal_writing.own(proposal, house.proposal_writing.reader(process).read("1"))
    house.intending.add(process, [NewIntention(text=f"Wij helpen {PERSON}", table_no=1, share=True)])
    ballot = house.voting.fix(process, "Stemming", BallotMethod(rule=BallotRule.CONSENT, seed="1")).id
    house.voting.printed(ballot)
    against = Slip(number="77123", marks={0: -1}, reasons={0: f"{PERSON} wil niet"})
    house.vote_entering.enter(ballot, Batch.FIRST, against, FIRST)
    house.vote_entering.enter(ballot, Batch.SECOND, Slip(number="77123", marks={0: 1}), SECOND)
    seen = Slip(number="77123", marks={0: -1}, reasons=against.reasons, reason=f"{PERSON} keek mee")
    house.vote_entering.settle(ballot, seen, FIRST)
    house.vote_counting.count(ballot)
    advice = house.advising.start(process, "Een bank").id
    house.advising.write(advice, SectionKind.SUMMARY, "Kort.")
    house.advising.recommend(advice, RecommendationForm(title="Zet er een bank", reason="Rust."))
    ready = house.publishing.prepare(advice, "Er was geen tijd.")
    house.publishing.publish(ready, printed(ready, UNHEARD))
    return process


def words(name, content):
    yield name
    yield content.decode("utf-8", "replace")
    if content.startswith(b"%PDF"):
        yield " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if name.endswith((".xlsx", ".docx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(content)) as box:
            for inner in box.namelist():
                yield from words(inner, box.read(inner))


def unpacked(path):
    """The files in a zip, without an advice that was fixed: its words stay, and a website leaves it out."""
    with zipfile.ZipFile(path) as box:
        return {name: box.read(name) for name in box.namelist() if "advies-1-versie-1" not in name}


def told(files):
    """Which name stands in which file."""
    return {
        (name, sought)
        for name, content in files.items()
        for said in words(name, content)
        for sought in SOUGHT
        if sought.casefold() in " ".join(said.split()).casefold()
    }


def test_the_website_names_nobody(house, top):
    pages = made(house.site_making.prepare(top), UNHEARD)

    assert told(pages) == set()
    assert any(b"[weggelaten]" in content for content in pages.values())


@pytest.mark.parametrize("paper", ["vote_result", "proposal_book", "intentions", "card_book", "overview"])
def test_a_public_paper_names_nobody(house, top, paper):
    makers = {
        "vote_result": lambda: house.printing.vote_result(house.voting.current(top).ballot.id),
        "proposal_book": lambda: house.printing.proposal_book(top),
        "intentions": lambda: house.printing.intentions(top),
        "card_book": lambda: house.printing.card_book(top),
        "overview": lambda: house.feeding_back.overview(top),
    }

    assert told({"papier.pdf": render(makers[paper](), UNHEARD).content}) == set()


def test_the_slips_for_a_recount_name_nobody(house, top, tmp_path):
    path = house.vote_files.save_recount(house.voting.current(top).ballot.id, tmp_path / "natellen.xlsx")

    assert told({path.name: path.read_bytes()}) == set()


def test_documents_for_a_request_for_information_name_nobody(house, top, tmp_path):
    gathered = house.woo.gather(top, "Alles")
    house.woo.keep(gathered, set_papers(gathered, UNHEARD), tmp_path / "woo.zip")

    assert told(unpacked(tmp_path / "woo.zip")) == set()


def test_the_archive_names_nobody_in_documents_and_no_slip_in_its_data(house, top, tmp_path):
    gathered = house.archiving.gather(ArchiveRequest(process_id=top))
    house.archiving.keep(gathered, set_papers(gathered, UNHEARD), tmp_path / "archief.zip", UNHEARD)

    files = unpacked(tmp_path / "archief.zip")
    data = {name: content for name, content in files.items() if name.startswith(("gegevens/", "dossier."))}
    assert told({name: content for name, content in files.items() if name not in data}) == set()
    assert not [name for name, content in data.items() for said in words(name, content) if "77123" in said]
