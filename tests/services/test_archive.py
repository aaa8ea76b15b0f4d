"""The archive and the Woo documents: complete, checkable without the program, and without names."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import subprocess
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import openpyxl
import pypdf
import pytest

from burgertop_app.domain.archive import Appraisal, ArchiveRequest
from burgertop_app.domain.errors import Cancelled, Conflict, InvalidInput
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
from burgertop_app.domain.workspaces import Attachment, ExportRecord
from burgertop_app.messages.archive import check_sentences
from burgertop_app.services.archive.checking import check_archive
from burgertop_app.services.archive.gathering import set_papers
from tests.beginnings import beginning

FROZEN = b"%PDF-1.7 as it was established"
MDTO = "{https://www.nationaalarchief.nl/mdto}"
PEOPLE = (
    PersonForm(
        name="Fatma Çelikbaş",
        address="Kanaaldijk 17",
        postcode="3456 ZX",
        place="Testdam",
        email="fatma@celikbas.example",
        phone="06-98765432",
        state=State.PRESENT,
    ),
    PersonForm(
        name="Jan van der Zuidlaren",
        address="Pijlstaartweg 3",
        postcode="6543 QW",
        email="jan@zuidlaren.example",
        phone="010-7654321",
        state=State.PRESENT,
    ),
)


@beginning
def full(house, process, drawn):
    """A process from the draw to the answer, with two people who are known by name and address."""
    house.processes.edit(process, starts_on=date(2026, 2, 1))
    for form in PEOPLE:
        house.people.add(process, form)
    author = next(line for line in house.people.lines(process) if line.name == PEOPLE[0].name)
    card = house.cards.add(process, NewCard(text="tocht", authors=(author.participation_id,))).id
    house.cards.reword(card, "tocht bij het raam", "duidelijker")
    proposal = house.proposals.add(process, NewProposal(title="Dicht de kieren", card_ids=(card,))).id
    advice = house.advising.start(process, "Warm wonen").id
    form = RecommendationForm(title="Dicht de kieren.", proposal_ids=(proposal,))
    recommendation = house.advising.recommend(advice, form).id
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), FROZEN)
    house.advising.offer(advice, to="College", on=date(2026, 3, 2))
    house.receiving.receive(advice, on=date(2026, 3, 2), proof="Bon 12")
    house.responding.answer(recommendation, DispositionForm(disposal=Disposal.ADOPTS, owner="Team Wonen"))
    with house.workspace.context.work.writing("letter") as store:
        letter = b"Beste college, groet, Fatma Celikbas"
        store.add(
            Attachment(
                id=store.new_id(),
                name="brief van Fatma Çelikbaş.pdf",
                media_type="application/pdf",
                sha256=hashlib.sha256(letter).hexdigest(),
                content=letter,
                process_id=process,
            )
        )
    return process


def archive(house, target, progress=UNHEARD, **asked):
    gathered = house.archiving.gather(ArchiveRequest(**asked))
    return house.archiving.keep(gathered, set_papers(gathered, UNHEARD), target, progress)


def answer_woo(house, process, target):
    gathered = house.woo.gather(process, "Alles over wonen")
    return house.woo.keep(gathered, set_papers(gathered, UNHEARD), target)


def opened(target):
    with zipfile.ZipFile(target) as box:
        return {name: box.read(name) for name in box.namelist()}


def words(name, content):
    """Everything that can be read in a file, and its raw bytes."""
    yield content.decode("utf-8", "replace")
    if content.startswith(b"%PDF") and content != FROZEN:
        yield " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if name.endswith((".xlsx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(content)) as box:
            for inner in box.namelist():
                yield from words(inner, box.read(inner))


def found_in(files, needles):
    return {
        (name, needle)
        for name, content in files.items()
        for text in words(name, content)
        for needle in needles
        if needle in " ".join(text.split()) or needle in name
    }


def personal():
    for form in PEOPLE:
        yield from (form.name, form.name.split()[-1], form.address, form.postcode, form.email, form.phone)


def test_the_archive_is_whole_and_checked_by_other_tools(house, full, tmp_path):
    found = archive(house, tmp_path / "archief", process_id=full)

    checked = subprocess.run(
        ["sha256sum", "--quiet", "-c", "SHA256SUMS"],
        cwd=tmp_path / "archief",
        capture_output=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, b"")
    assert found.sound
    assert found.entries == len(house.workspace.log()) - 1
    assert check_sentences(found)[0] == (
        f"Het archief is heel: {found.files} bestanden zijn zoals ze zijn gemaakt."
    )


def test_established_advice_and_received_letters_are_there_byte_for_byte(house, full, tmp_path):
    archive(house, tmp_path / "a.zip", process_id=full)

    files = opened(tmp_path / "a.zip")
    told = json.loads(files["documenten/adviezen/advies-1-versie-1.json"])
    assert files["documenten/adviezen/advies-1-versie-1.pdf"] == FROZEN
    assert files["documenten/ontvangen/001-ontvangen.pdf"] == b"Beste college, groet, Fatma Celikbas"
    assert "documenten/ontvangen/ kunnen namen" in files["LEESMIJ.txt"].decode()
    assert told["recommendations"]
    assert {"loting/poging-1/lottery.json", "loting/poging-1/openbaar/opening.json"} <= files.keys()
    assert {"documenten/spelregels.pdf", "documenten/kaartenboek.pdf", "LEESMIJ.txt"} <= files.keys()


def test_the_dossier_tells_the_whole_process(house, full, tmp_path):
    archive(house, tmp_path / "a.zip", process_id=full)

    book = openpyxl.load_workbook(io.BytesIO(opened(tmp_path / "a.zip")["dossier.xlsx"]))
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    assert [row[2] for row in rows["Kaarten"][1:]] == ["tocht", "tocht bij het raam"]
    assert rows["Antwoorden"][1][3:6] == ("overgenomen", None, "Team Wonen")
    assert rows["Lotingen"][1][3:6] == (6, 24, 6)
    assert len(rows["Mensen"]) == 1 + 26
    assert rows["Mensen"][0] == ("Nummer", "Rol", "Status", "leeftijd", "wonen")


def test_without_contacts_nothing_points_to_anybody(house, full, tmp_path):
    archive(house, tmp_path / "a.zip", process_id=full)

    files = opened(tmp_path / "a.zip")
    assert found_in(files, set(personal())) == set()


def test_with_contacts_they_are_there_and_it_is_recorded(house, full, tmp_path):
    archive(house, tmp_path / "a.zip", process_id=full, contacts=True, ground="Archiefbesluit 12")

    files = opened(tmp_path / "a.zip")
    rows = list(csv.DictReader(io.StringIO(files["personen/contactgegevens.csv"].decode())))
    with house.workspace.context.work.reading() as store:
        record = store.find(ExportRecord, order_by="at")[-1]
    assert {row["Adres"] for row in rows} >= {"Kanaaldijk 17", "Pijlstaartweg 3"}
    assert (record.kind, record.people, record.purpose) == ("archive", 26, "Archiefbesluit 12")
    assert "Archiefbesluit 12" in files["LEESMIJ.txt"].decode()


def test_contacts_need_a_ground(process):
    with pytest.raises(InvalidInput, match="archive_ground"):
        ArchiveRequest(process_id=process, contacts=True, ground=" ")


def test_a_dossier_that_goes_has_a_last_day(process):
    with pytest.raises(InvalidInput, match="archive_keep_until"):
        ArchiveRequest(process_id=process, appraisal=Appraisal.DESTROY)


def test_the_log_can_be_checked_by_hand(house, full, tmp_path):
    """As LEESMIJ-logboek.txt says, with nothing of the program."""
    archive(house, tmp_path / "a.zip", process_id=full)
    rows = list(csv.DictReader(io.StringIO(opened(tmp_path / "a.zip")["logboek/logboek.csv"].decode())))

    link = hashlib.sha256(b"burgertop site " + bytes.fromhex(rows[0]["site"])).hexdigest()
    for row in rows:
        said = [link, *(row[name] for name in ("who", "at", "action", "operation", "table", "row", "digest"))]
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        link = hashlib.sha256(text.encode()).hexdigest()
        assert link == row["link"]


def test_every_alteration_is_found_and_said(house, full, tmp_path):
    archive(house, tmp_path / "a", process_id=full)
    folder = tmp_path / "a"
    (folder / "documenten/spelregels.pdf").write_bytes(b"%PDF anders")
    (folder / "dossier.xlsx").unlink()
    (folder / "erbij.txt").write_text("later", encoding="utf-8")
    log = folder / "logboek/logboek.csv"
    log.write_bytes(log.read_bytes().replace(b",Anna,", b",Piet,", 1))

    found = check_archive(folder)

    assert found.altered == ("documenten/spelregels.pdf", "logboek/logboek.csv")
    assert (found.missing, found.unlisted) == (("dossier.xlsx",), ("erbij.txt",))
    assert [place.split()[1] for place in found.broken] == ["1"]
    assert check_sentences(found) == (
        "2 bestanden zijn veranderd: documenten/spelregels.pdf, logboek/logboek.csv.",
        "1 bestand ontbreekt: dossier.xlsx.",
        "1 bestand is later toegevoegd: erbij.txt.",
        f"Het logboek is op 1 plaats veranderd: {found.broken[0]}.",
    )


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_archive_gets_a_sentence(tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)

    with pytest.raises(InvalidInput, match=r"archive_unreadable|archive_no_sums"):
        check_archive(tmp_path / "x.zip")


class Stops:
    """Cancel, once so much was written."""

    def __init__(self, after):
        self.left = after

    def checkpoint(self, _phase, _fraction=None):
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("name", ["a.zip", "map"])
def test_cancelled_half_way_nothing_is_written(house, full, tmp_path, name):
    target = tmp_path / name
    if name == "a.zip":
        target.write_bytes(b"the old one")

    with pytest.raises(Cancelled):
        archive(house, target, Stops(5), process_id=full)

    assert not target.exists() or target.read_bytes() == b"the old one"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_on_a_full_disk_the_old_archive_stays(house, full, tmp_path, monkeypatch):
    target = tmp_path / "a.zip"
    target.write_bytes(b"the old one")

    def full_disk(*_arguments, **_named):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full_disk)

    with pytest.raises(InvalidInput, match="export_failed"):
        archive(house, target, process_id=full)

    assert target.read_bytes() == b"the old one"
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []


def test_a_folder_with_something_in_it_is_left_alone(house, full, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/van iemand.txt").write_text("blijft", encoding="utf-8")

    with pytest.raises(Conflict, match="archive_folder_taken"):
        archive(house, tmp_path / "a", process_id=full)

    assert [each.name for each in (tmp_path / "a").iterdir()] == ["van iemand.txt"]


def test_the_metadata_follow_mdto(house, full, tmp_path):
    archive(
        house,
        tmp_path / "a.zip",
        process_id=full,
        appraisal=Appraisal.DESTROY,
        keep_until=date(2036, 3, 2),
        selection_list="Selectielijst gemeenten 2020",
        category="8.1",
    )

    files = opened(tmp_path / "a.zip")
    (thing,) = ET.fromstring(files["metadata/dossier.mdto.xml"])  # noqa: S314  (written by the program itself)
    order = list(dict.fromkeys(child.tag.removeprefix(MDTO) for child in thing))
    assert order == [
        "identificatie",
        "naam",
        "aggregatieniveau",
        "omschrijving",
        "dekkingInTijd",
        "taal",
        "waardering",
        "bewaartermijn",
        "informatiecategorie",
        "heeftRepresentatie",
        "archiefvormer",
        "beperkingGebruik",
    ]
    assert thing.findtext(f"{MDTO}bewaartermijn/{MDTO}termijnEinddatum") == "2036-03-02"
    (file,) = ET.fromstring(files["metadata/dossier.xlsx.bestand.mdto.xml"])  # noqa: S314
    tags = [child.tag.removeprefix(MDTO) for child in file]
    assert tags == ["identificatie", "naam", "omvang", "bestandsformaat", "checksum", "isRepresentatieVan"]
    said = file.findtext(f"{MDTO}checksum/{MDTO}checksumWaarde")
    assert said == hashlib.sha256(files["dossier.xlsx"]).hexdigest()


def test_another_process_of_the_workspace_stays_out(house, full, tmp_path):
    other = house.processes.start(NewProcess(form="burgerpanel", title="Heel iets anders")).id
    house.cards.add(other, NewCard(text="kaart van een ander"))

    archive(house, tmp_path / "a.zip", process_id=full)

    assert found_in(opened(tmp_path / "a.zip"), {"kaart van een ander", "Heel iets anders"}) == set()


def test_an_empty_process_can_be_archived(house, process, tmp_path):
    assert archive(house, tmp_path / "a.zip", process_id=process).sound


def test_the_woo_documents_are_numbered_as_in_the_inventory(house, full, tmp_path):
    held_back = answer_woo(house, full, tmp_path / "woo.zip")

    files = opened(tmp_path / "woo.zip")
    book = openpyxl.load_workbook(io.BytesIO(files["inventarislijst.xlsx"]))
    header, *rows = book["Inventarislijst"].iter_rows(values_only=True)
    numbers = {int(name.split("/")[1][:3]) for name in files if name.startswith("documenten/")}
    left = {row[0] for row in rows if row[6].startswith("mogelijk")}
    assert header[7:9] == ("Beoordeling", "Grond")
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert numbers == {row[0] for row in rows} - left
    assert [text.split(maxsplit=1)[1] for text in held_back] == ["Ontvangen document 1"]
    choices = {
        str(one.sqref)[0]: one.formula1 for one in book["Inventarislijst"].data_validations.dataValidation
    }
    assert choices == {"H": "'Keuzelijsten'!$A$2:$A$4", "I": "'Keuzelijsten'!$B$2:$B$15"}


def test_the_woo_documents_point_to_nobody(house, full, tmp_path):
    answer_woo(house, full, tmp_path / "woo.zip")

    files = opened(tmp_path / "woo.zip")
    assert found_in(files, {*personal(), "Anna"}) == set()
    assert FROZEN in files.values()
    assert "Traject begonnen" in files["logboek.csv"].decode()
