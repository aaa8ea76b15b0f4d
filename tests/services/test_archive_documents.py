"""Which document is whose in an archive and a Woo list: our own reports are not called received."""

from __future__ import annotations

import io
import json
import time
import zipfile
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from burgertop_app.domain.archive import ArchiveRequest, DocumentKind
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProposal, RecommendationForm
from burgertop_app.domain.responses import Commitment
from burgertop_app.domain.surveys import Survey, SurveyKind, SurveyQuestion, SurveyReply
from burgertop_app.services.archive.gathering import set_papers
from burgertop_app.services.archive.woo import OWN_WORDS
from burgertop_app.services.evidencing import Proof

REPORT, WEB = b"%PDF verslag", b"<html>verslag"


@pytest.fixture
def reported(house, process, tmp_path):
    """A progress report, and a letter as evidence."""
    promise = house.promising.keep(Commitment(id=process, process_id=process, text="Een loket openen")).id
    letter = tmp_path / "brief.pdf"
    letter.write_bytes(b"%PDF-1.7 het loket is open %%EOF")
    house.evidencing.add(Proof("Brief", commitment_id=promise, path=letter, on=date(2026, 1, 15)))
    house.reporting.fix(house.reporting.prepare(process), REPORT, WEB)
    return process


@pytest.fixture
def archived(house, reported, tmp_path):
    """What lies in the archive, by path."""
    gathered = house.archiving.gather(ArchiveRequest(process_id=reported))
    house.archiving.keep(gathered, set_papers(gathered, UNHEARD), tmp_path / "archief.zip")
    return opened(tmp_path / "archief.zip")


def opened(target):
    with zipfile.ZipFile(target) as box:
        return {name: box.read(name) for name in box.namelist()}


def test_our_own_progress_report_is_no_received_document(archived):
    assert archived["documenten/voortgang/voortgangsverslag-1.pdf"] == REPORT
    assert archived["documenten/voortgang/voortgangsverslag-1.html"] == WEB
    assert b"verslag" not in b"".join(archived[name] for name in archived if "/ontvangen/" in name)


def test_what_came_in_has_the_day_on_which_it_came(archived):
    told = json.loads(archived["metadata.json"])["documents"]

    assert [one["on"] for one in told if one["kind"] == "received"] == ["2026-01-15"]


def test_the_book_of_proposals_goes_along(house, reported, tmp_path):
    house.proposals.add(reported, NewProposal(title="Eén loket voor alle vragen"))

    gathered = house.archiving.gather(ArchiveRequest(process_id=reported))
    house.archiving.keep(gathered, set_papers(gathered, UNHEARD), tmp_path / "archief.zip")

    files = opened(tmp_path / "archief.zip")
    told = json.loads(files["metadata.json"])["documents"]
    book = PdfReader(io.BytesIO(files["documenten/voorstellenboek.pdf"]))
    assert "Eén loket voor alle vragen" in " ".join(page.extract_text() for page in book.pages)
    assert [one["name"] for one in told if one["kind"] == "proposals"] == ["Voorstellenboek"]


def test_without_proposals_there_is_no_book_of_them(archived):
    assert "documenten/voorstellenboek.pdf" not in archived


def test_a_woo_list_warns_that_proposals_are_in_words_of_residents(house, reported):
    house.proposals.add(reported, NewProposal(title="Eén loket"))

    gathered = house.woo.gather(reported, "Loket")

    assert DocumentKind.PROPOSALS in [one.document.kind for one in gathered.unset]
    assert DocumentKind.PROPOSALS in OWN_WORDS


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this computer cannot change its zone for a test")
def test_what_was_fixed_after_midnight_has_the_new_day(house, process, clock, monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    clock.now = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    house.promising.keep(Commitment(id=process, process_id=process, text="Een loket openen"))
    house.reporting.fix(house.reporting.prepare(process), REPORT, WEB)

    gathered = house.archiving.gather(ArchiveRequest(process_id=process))
    monkeypatch.undo()
    time.tzset()

    assert {one.on for one in gathered.ready if one.kind == "progress"} == {date(2026, 3, 3)}


def test_our_own_progress_report_goes_along_with_a_request_for_information(house, reported, tmp_path):
    gathered = house.woo.gather(reported)
    held_back = house.woo.keep(gathered, set_papers(gathered, UNHEARD), tmp_path / "woo.zip")

    assert not any("Voortgangsverslag" in name for name in held_back)
    assert REPORT in opened(tmp_path / "woo.zip").values()


def test_no_two_documents_on_the_woo_list_have_one_name(house, reported, tmp_path):
    for title in ("Warm wonen", "Een bankje in het park"):
        advice = house.advising.start(reported, title).id
        house.advising.recommend(advice, RecommendationForm(title="Begin"))
        house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
        house.advising.offer(advice, to="College", on=date(2026, 1, 15))
        house.receiving.receive(advice, on=date(2026, 1, 15), proof="Bon 12")
    gathered = house.woo.gather(reported)

    names = [one.name for one in gathered.ready] + [one.document.name for one in gathered.unset]

    assert len(names) == len(set(names))
    assert {
        "Antwoord van het college op advies 2",
        "Aanbiedingsbrief van advies 1",
        "Voortgangsverslag 1, als webpagina",
    } <= set(names)


def test_an_answer_to_a_survey_cannot_be_tied_to_a_code(house, process, tmp_path):
    code, secret = "ABCD2345", "5e" * 16
    with house.workspace.context.work.writing("fill") as store:
        question = SurveyQuestion("Wat valt u op?", SurveyKind.TEXT)
        kept = store.add(
            Survey(
                id=store.new_id(), process_id=process, title="Peiling", questions=(question,), secret=secret
            )
        )
        store.add(
            SurveyReply(id=store.new_id(), survey_id=kept.id, answers={"0": "Niets"}, mark=kept.mark(code))
        )
    gathered = house.archiving.gather(ArchiveRequest(process_id=process))
    house.archiving.keep(gathered, set_papers(gathered, UNHEARD), tmp_path / "archief.zip")

    whole = b"".join(opened(tmp_path / "archief.zip").values()).decode("utf-8", "replace")
    assert "Niets" in whole
    assert secret not in whole
    assert kept.mark(code) not in whole
