"""Erasing somebody as an organiser does: what goes, what is marked, and what still comes out afterwards."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from docx import Document

from burgertop_app.domain.addressees import Addressee, AddresseeRole
from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.archive import ArchiveRequest
from burgertop_app.domain.errors import Conflict, InvalidInput
from burgertop_app.domain.name_marks import Fixed, NameMark, Verdict
from burgertop_app.domain.people import Contact, Person
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewCard, NewProcess, PersonForm, RecommendationForm
from burgertop_app.domain.responses import Commitment
from burgertop_app.services.archive.gathering import set_papers
from burgertop_app.services.evidencing import Proof
from burgertop_app.services.publishing import printed
from burgertop_app.services.site_making import made

NAME = "Fatma van der Zonnebloem"
SAID = "Dank aan F. van der Zonnebloem voor het idee."


def text_of(content):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def person_called(house, process, name):
    house.people.add(process, PersonForm(name=name, features={}))
    with house.workspace.context.work.reading() as store:
        return next(one.person_id for one in store.find(Contact) if one.name == name)


@pytest.fixture
def person(house, process):
    return person_called(house, process, NAME)


@pytest.fixture
def advice(house, process, person):
    """A fixed advice that names the person, while the person is known."""
    advice_id = house.advising.start(process, "Een bankje in het park").id
    house.advising.write(advice_id, SectionKind.SUMMARY, SAID)
    form = RecommendationForm(title="Zet er een bankje", reason=f"Volgens {NAME}.")
    house.advising.recommend(advice_id, form)
    ready = house.publishing.prepare(advice_id, "Er was geen tijd.")
    house.publishing.publish(ready, printed(ready, UNHEARD))
    return advice_id


def version_of(house, advice):
    return house.advising.versions(advice)[-1]


def test_the_draft_loses_the_name_and_the_fixed_version_keeps_its_hash(house, advice, person):
    before = version_of(house, advice)

    house.privacy.erase(person, text_of)

    assert version_of(house, advice) == before
    assert house.advising.sections(advice)[SectionKind.SUMMARY].body == "Dank aan … voor het idee."
    (line,) = house.advising.recommendations(advice)
    assert line.text.reason == "Volgens …."
    (mark,) = [line for line in house.privacy.marks() if not line.mark.unread]
    assert (mark.mark.kind, mark.advice, mark.number, mark.title) == (
        Fixed.ADVICE_VERSION,
        1,
        1,
        "Een bankje in het park",
    )
    assert mark.mark.times == 2


def test_a_next_version_can_be_fixed_and_names_nobody(house, advice, person):
    house.privacy.erase(person, text_of)

    ready = house.publishing.prepare(advice, "De naam is weggelaten.")
    house.publishing.publish(ready, printed(ready, UNHEARD))

    assert "Zonnebloem" not in version_of(house, advice).content
    assert "Zonnebloem" not in text_of(house.publishing.document(version_of(house, advice).id))


def site(house, process):
    return made(house.site_making.prepare(process), UNHEARD)


def test_the_website_leaves_the_name_out_and_says_so(house, process, advice, person):
    house.privacy.erase(person, text_of)

    files = site(house, process)

    assert [name for name, content in files.items() if b"onnebloem" in content] == []
    assert not any(name.endswith(".pdf") for name in files)
    page = next(files[name].decode() for name in files if "versie-1" in name)
    assert "Dank aan [weggelaten] voor het idee." in page
    assert "een naam of een adres weggelaten" in page


def test_what_proves_to_be_somebody_else_may_be_published_again(house, process, advice, person):
    house.privacy.erase(person, text_of)
    (line,) = [line for line in house.privacy.marks() if not line.mark.unread]

    house.privacy.judge(line.mark, Verdict.OTHER, "Dit is de wethouder.")

    files = site(house, process)
    assert any(name.endswith(".pdf") for name in files)
    assert any(b"van der Zonnebloem" in content for content in files.values())


def test_a_decision_needs_a_reason_and_is_kept(house, advice, person):
    house.privacy.erase(person, text_of)
    mark = house.privacy.marks()[0].mark

    with pytest.raises(InvalidInput, match="name_mark_reason_empty"):
        house.privacy.judge(mark, Verdict.KEPT, " ")
    house.privacy.judge(mark, Verdict.KEPT, "Archiefwet")

    kept = house.privacy.marks()[0].mark
    assert (kept.verdict, kept.reason, kept.holds_back) == (Verdict.KEPT, "Archiefwet", not kept.unread)
    with pytest.raises(Conflict, match="changed_elsewhere"):
        house.privacy.judge(mark, Verdict.OTHER, "Toch niet")


@pytest.fixture
def letter(house, process, tmp_path):
    """A letter of the college with the name, as evidence."""
    promise = house.promising.keep(Commitment(id=process, process_id=process, text="Een bankje")).id
    path = tmp_path / f"brief {NAME}.docx"
    letter = Document()
    letter.add_paragraph(SAID)
    letter.save(path)
    house.evidencing.add(Proof("Brief", commitment_id=promise, path=path, on=date(2026, 1, 15)))
    return path


def members(content):
    """The bytes of a file, those packed in it, and the text of a PDF."""
    yield content
    if content[:5] == b"%PDF-":
        yield text_of(content).encode()
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as box:
            for name in box.namelist():
                yield name.encode()
                yield from members(box.read(name))


def with_name(target):
    with zipfile.ZipFile(target) as box:
        return {
            name
            for name in box.namelist()
            if any(b"onnebloem" in each for each in (name.encode(), *members(box.read(name))))
        }


def test_an_archive_has_the_name_only_in_what_was_fixed_and_says_where(
    house, process, advice, person, letter, tmp_path
):
    house.cards.add(process, NewCard(text=SAID))
    house.privacy.erase(person, text_of)
    target = tmp_path / "archief.zip"

    gathered = house.archiving.gather(ArchiveRequest(process_id=process, contacts=True, ground="Archiefwet"))
    house.archiving.keep(gathered, set_papers(gathered, UNHEARD), target)

    found = with_name(target)
    with zipfile.ZipFile(target) as box:
        guide = box.read("LEESMIJ.txt").decode()
    assert len(found) == 3
    assert all(f"  {name}\n" in guide for name in found)
    assert "artikel 17 lid 3 AVG" in guide


def test_a_woo_folder_has_the_name_nowhere(house, process, advice, person, letter, tmp_path):
    house.privacy.erase(person, text_of)
    target = tmp_path / "woo.zip"

    gathered = house.woo.gather(process)
    held_back = house.woo.keep(gathered, set_papers(gathered, UNHEARD), target)

    assert with_name(target) == set()
    assert any("Advies 1, versie 1" in name for name in held_back)


def test_a_marked_report_is_not_on_the_website_and_the_site_says_so(house, process, advice, person):
    house.promising.keep(Commitment(id=process, process_id=process, text="Een bankje"))
    house.reporting.fix(house.reporting.prepare(process), b"%PDF", f"<p>{SAID}</p>".encode())
    house.privacy.erase(person)

    files = site(house, process)

    assert not any("voortgang" in name for name in files)
    assert "Het laatste voortgangsverslag staat hier niet" in files["vervolg.html"].decode()


def test_what_nobody_can_look_into_is_told(house, process, person, tmp_path):
    promise = house.promising.keep(Commitment(id=process, process_id=process, text="Een bankje")).id
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 alleen een plaatje %%EOF")
    house.evidencing.add(Proof("Scan", commitment_id=promise, path=path, on=date(2026, 1, 15)))

    outlook = house.privacy.outlook(person)

    assert [line.title for line in outlook.unread] == ["scan.pdf"]
    assert outlook.found == ()


def test_an_erasure_in_one_window_refuses_an_older_text_in_another(house, advice, person):
    section = house.advising.sections(advice)[SectionKind.SUMMARY]
    house.privacy.erase(person)

    work = house.workspace.context.work
    with pytest.raises(Conflict, match="changed_elsewhere"), work.writing("write") as store:
        store.change(section, body=f"{SAID} En nog wat.")

    assert house.advising.sections(advice)[SectionKind.SUMMARY].body == "Dank aan … voor het idee."


@pytest.mark.parametrize(
    ("name", "said", "left"),
    [
        ("Bakker", "De bakker en Bakker", "De bakker en …"),
        ("De Boer", "De boer, en De Boer", "De boer, en …"),
        ("Jan", "Jan was er", "Jan was er"),
        ("Li", "Li was er", "Li was er"),
        ("", "Niets", "Niets"),
        ("(.*) [a-z]+ Smit|", "(.*) [a-z]+ Smit| was er", "(.*) […| was er"),
        ("Anna Bakker", "Anna bakker, de bakker", "…, de bakker"),
    ],
)
def test_a_name_that_is_also_something_else(house, process, name, said, left):
    person = person_called(house, process, "x")
    with house.workspace.context.work.writing("name") as store:
        store.change(store.one(Contact, person_id=person), name=name)
    house.cards.add(process, NewCard(text=said))

    house.privacy.erase(person)

    assert [line.text for line in house.cards.lines(process)] == [left]


def test_somebody_in_two_processes_goes_from_both_and_a_namesake_keeps_the_name(house, process, person):
    other = house.processes.start(
        NewProcess(form="burgerpanel", title="Tweede", topic="Water", municipality="Testdam")
    ).id
    namesake = person_called(house, other, "Ander Mens")
    with house.workspace.context.work.writing("name") as store:
        store.change(store.one(Contact, person_id=namesake), name=NAME)
    for each in (process, other):
        house.cards.add(each, NewCard(text=SAID))

    house.privacy.erase(person)

    for each in (process, other):
        assert [line.text for line in house.cards.lines(each)] == ["Dank aan … voor het idee."]
    with house.workspace.context.work.reading() as store:
        assert store.get(Person, namesake).erased_at is None
        assert store.one(Contact, person_id=namesake).name == NAME


REACHED = "Fatma (zonnebloem@example.nl, +31 6 12 34 56 78) van de Dorpsstraat 12a. Zonnebloem Fatma van der."


@pytest.fixture
def reached(house, person):
    """The person with an address for e-mail, a telephone number and a home."""
    with house.workspace.context.work.writing("contact") as store:
        contact = store.one(Contact, person_id=person)
        store.change(contact, email="Zonnebloem@example.nl", phone="06-12345678", address="Dorpsstraat 12 A")
    return person


def test_how_somebody_was_reached_goes_from_texts_and_is_marked_where_it_stays(house, process, reached):
    advice_id = house.advising.start(process, "Een bankje").id
    house.advising.write(advice_id, SectionKind.SUMMARY, "Bel 0612345678.")
    house.advising.recommend(advice_id, RecommendationForm(title="Zet er een bankje", reason="Rust."))
    ready = house.publishing.prepare(advice_id, "Er was geen tijd.")
    house.publishing.publish(ready, printed(ready, UNHEARD))
    house.cards.add(process, NewCard(text=REACHED))

    house.privacy.erase(reached, text_of)

    assert [line.text for line in house.cards.lines(process)] == ["Fatma (…, …) van de …. …."]
    (mark,) = [line.mark for line in house.privacy.marks() if not line.mark.unread]
    assert (mark.kind, mark.times) == (Fixed.ADVICE_VERSION, 1)
    assert house.privacy.named(version_of(house, advice_id).id)
    path = house.workspace.path
    house.workspace.close()
    assert [said for said in (b"onnebloem@", b"12 A", b"12 34") if said in path.read_bytes()] == []


def test_the_letter_box_of_an_office_stays_when_a_member_gave_it_as_their_own(house, process, person):
    with house.workspace.context.work.writing("contact") as store:
        store.change(store.one(Contact, person_id=person), email="griffie@testdam.nl")
        told = {"role": AddresseeRole.CLERK, "name": "Griffie", "email": "griffie@testdam.nl"}
        store.add(Addressee(id=store.new_id(), process_id=process, **told))
    house.cards.add(process, NewCard(text="Vraag het griffie@testdam.nl"))

    house.privacy.erase(person)

    assert [line.text for line in house.cards.lines(process)] == ["Vraag het griffie@testdam.nl"]


def test_a_mark_says_when_and_never_who(house, advice, person, clock):
    house.privacy.erase(person, text_of)

    with house.workspace.context.work.reading() as store:
        (mark,) = store.find(NameMark)
    assert mark.at == clock()
    assert str(person) not in repr(replace(mark))
