"""The website: what stands on it, what never does, and how its folder is written."""

from __future__ import annotations

import errno
import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from burgertop_app.domain.advice import AdviceState
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.people import Contact
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewCard, PersonForm, RecommendationForm
from burgertop_app.domain.responses import Commitment
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.exchange import site_folder
from burgertop_app.services.site_making import made
from burgertop_app.storage import advice_store


def texts(folder):
    """What can be read in every file of a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            yield path, " ".join(page.extract_text() for page in PdfReader(path).pages)
        elif path.is_file():
            yield path, path.read_text(encoding="utf-8", errors="replace")


def personal(stage):
    """Every string in the workspace that belongs to a person: all that the sheets of the sample hold."""
    with stage.house.workspace.context.work.reading() as store:
        contacts = store.find(Contact)
    kept = {getattr(contact, name) for contact in contacts for name in ("name", "email", "phone", "address")}
    return {each.strip() for each in kept if len(each.strip()) > 4}


@pytest.fixture(scope="module")
def planted(stage, tmp_path_factory):
    """A website of a workspace in which people stand by name wherever somebody can type."""
    house, work = stage.house, stage.house.workspace.context.work
    with work.reading() as store:
        one, other = [contact for contact in store.find(Contact) if contact.email and contact.phone][:2]
    said = f"{one.name} zei: bel {one.phone} of mail {one.email}, {one.address} {one.postcode}."
    commitments = (
        Commitment(
            id=stage.process, process_id=stage.process, text=said, owner=one.name, progress=other.name
        ),
        Commitment(id=stage.process, process_id=stage.process, text="Bellen.", owner="Karin Zwaluwstaart"),
    )
    made_ids = [house.promising.keep(each).id for each in commitments]
    house.site_making.keep(
        stage.process,
        folder := tmp_path_factory.mktemp("planted") / "site",
        made(house.site_making.prepare(stage.process), UNHEARD),
    )
    house.promising.drop(made_ids)
    return folder


def test_no_string_of_a_person_stands_anywhere_on_the_site(stage, planted):
    kept = personal(stage)

    assert len(kept) > 1000
    for path, text in texts(planted):
        assert [each for each in kept if each in text] == [], path.name


def test_a_name_that_somebody_typed_is_left_out_and_an_owner_becomes_an_office(planted):
    text = (planted / "vervolg.html").read_text(encoding="utf-8")

    assert "[weggelaten] zei: bel [weggelaten] of mail [weggelaten]" in text
    assert "Zwaluwstaart" not in text
    assert "<dd>de gemeente</dd>" in text
    assert "<dd>Wonen</dd>" in text


def test_the_document_on_the_site_is_the_one_that_was_kept(stage, site):
    with stage.house.workspace.context.work.reading() as store:
        version = advice_store.versions(store, stage.advice)[0]
    document = (site / "advies-1-versie-1.pdf").read_bytes()

    assert document == stage.house.publishing.document(version.id)
    page = (site / "advies-1.html").read_text(encoding="utf-8").replace(" ", "")
    assert hashlib.sha256(document).hexdigest() in page
    assert version.sha256 in page


def test_the_draw_on_the_site_can_be_checked_with_its_own_checker(site):
    folder = next((site / "loting").iterdir())

    done = subprocess.run(
        [sys.executable, "controleer_loting.py"], cwd=folder, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stdout
    assert {path.name for path in folder.iterdir()} >= {"SHA256SUMS", "toezegging.json", "opening.json"}


def test_the_site_tells_every_answer_with_its_reason_owner_and_date(stage, site):
    text = (site / "antwoord-1.html").read_text(encoding="utf-8")
    paper = stage.house.printing.response_overview(stage.advice)

    assert all(item.sentence in text for item in paper.recommendations)
    assert "Financiën zorgt hiervoor. Het is klaar op 1 juni 2027." in text


def test_making_it_is_logged_and_recorded(stage, site):
    with stage.house.workspace.context.work.reading() as store:
        records = store.find(ExportRecord, kind="website", file_name=site.name)

    assert [(kept.people, kept.columns) for kept in records] == [(0, ())]
    assert "site.make" in {line.action for line in stage.house.workspace.log()}


def test_the_same_workspace_gives_the_same_site(stage):
    paper = stage.house.site_making.prepare(stage.process)

    assert made(paper, UNHEARD) == made(paper, UNHEARD)


def test_a_withdrawn_advice_stays_with_its_reason(stage, tmp_path):
    paper = stage.house.site_making.prepare(stage.process)
    gone = replace(paper.advices[0], state=AdviceState.WITHDRAWN, withdrawn_reason="Er zat een fout in.")
    files = made(replace(paper, advices=(gone,)), UNHEARD)

    for name in ("index.html", "advies-1.html", "advies-1-versie-1.html", "antwoord-1.html"):
        assert "Dit advies is ingetrokken: Er zat een fout in." in files[name].decode("utf-8"), name


def test_a_document_with_a_name_that_was_taken_off_a_card_later_is_withheld(house, process):
    house.people.add(process, PersonForm(name="Zonnebloem van Ophoven"))
    card = house.cards.add(process, NewCard(text="Bel Zonnebloem van Ophoven over de tocht")).id
    advice = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(advice, RecommendationForm(title="Dicht de kieren."))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.cards.reword(card, "Bel een buur over de tocht", "naam eraf")

    paper = house.site_making.prepare(process)

    assert paper.advices[0].versions[0].document is None


def test_without_a_fixed_version_or_a_draw_there_is_nothing_to_publish(house, process):
    with pytest.raises(NotPossible, match="site_nothing"):
        house.site_making.prepare(process)


FILES = {"index.html": b"nieuw", "loting/a.json": b"{}"}


def put(folder, files=FILES):
    with site_folder.replaced(folder, files):
        pass


def test_a_website_takes_the_place_of_an_earlier_one(tmp_path):
    put(tmp_path / "site", {"index.html": b"oud", "weg.html": b"oud"})

    put(tmp_path / "site")

    found = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.*")}
    assert found == {*FILES, site_folder.MARKER}
    assert json.loads((tmp_path / "site" / site_folder.MARKER).read_text())["made_with"] == "Burgertop"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["foto.jpg", "index.html", site_folder.MARKER])
def test_a_folder_with_files_of_somebody_else_stays_as_it_is(tmp_path, name):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_text("van mij", encoding="utf-8")

    with pytest.raises(Conflict, match="site_folder_taken"):
        put(tmp_path / "site")

    assert (tmp_path / "site" / name).read_text(encoding="utf-8") == "van mij"


def test_a_file_that_was_put_among_ours_is_not_lost(tmp_path):
    put(tmp_path / "site")
    (tmp_path / "site" / "notitie.txt").write_text("bewaren", encoding="utf-8")

    with pytest.raises(Conflict) as caught:
        put(tmp_path / "site")

    assert caught.value.params["file"] == "notitie.txt"


def test_a_full_disk_leaves_the_old_website(tmp_path, monkeypatch):
    put(tmp_path / "site", {"index.html": b"oud"})

    def full(self, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InvalidInput, match="site_folder_failed"):
        put(tmp_path / "site")

    assert (tmp_path / "site" / "index.html").read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_without_a_record_the_old_website_comes_back(tmp_path):
    put(tmp_path / "site", {"index.html": b"oud"})

    with pytest.raises(RuntimeError), site_folder.replaced(tmp_path / "site", FILES):
        raise RuntimeError

    assert (tmp_path / "site" / "index.html").read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_program_left_is_put_back_or_removed(tmp_path):
    put(tmp_path / "site", {"index.html": b"oud"})
    (tmp_path / "site").rename(tmp_path / ".site.1.old")
    (tmp_path / ".site.2.new").mkdir()

    with pytest.raises(RuntimeError), site_folder.replaced(tmp_path / "site", FILES):
        raise RuntimeError

    assert (tmp_path / "site" / "index.html").read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
