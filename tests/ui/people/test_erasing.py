"""Erasing somebody on screen: what the organiser reads before, and where the list stays afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from screens import photograph, settle

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.name_marks import Verdict
from burgertop_app.domain.people import State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm, RecommendationForm
from burgertop_app.domain.responses import Commitment
from burgertop_app.services.evidencing import Proof
from burgertop_app.services.publishing import printed
from burgertop_app.ui.advice.page import AdvicePage
from burgertop_app.ui.kit.pdf_text import pdf_text
from burgertop_app.ui.log.names import HIGHEST
from burgertop_app.ui.log.page import LogPage
from burgertop_app.ui.people.dialogs import EraseDialog

NAME = "Fatma van der Zonnebloem"


@pytest.fixture
def person(house, process):
    """The participation of somebody who is named in a fixed advice, a fixed report and perhaps a scan."""
    promise = house.promising.keep(Commitment(id=process, process_id=process, text=f"Een bankje voor {NAME}"))
    house.reporting.fix(house.reporting.prepare(process), b"%PDF", f"<p>{NAME}</p>".encode())
    added = house.people.add(process, PersonForm(name=NAME, features={})).id
    advice = house.advising.start(process, "Een bankje in het park").id
    house.advising.write(advice, SectionKind.SUMMARY, f"Dank aan {NAME}.")
    house.advising.recommend(advice, RecommendationForm(title="Zet er een bankje", reason="Het is er warm."))
    ready = house.publishing.prepare(advice, "Er was geen tijd.")
    house.publishing.publish(ready, printed(ready, UNHEARD))
    return added, promise.id


@pytest.fixture
def scan(house, person, tmp_path):
    """A file that nobody can look into."""
    path = tmp_path / "scan van de brief.pdf"
    path.write_bytes(b"%PDF-1.7 alleen een plaatje %%EOF")
    house.evidencing.add(Proof("Scan", commitment_id=person[1], path=path, on=date(2026, 1, 15)))


@pytest.fixture
def log(qtbot, waterrijk_desk, process):
    made = LogPage(waterrijk_desk)
    qtbot.addWidget(made)
    made.resize(1184, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, waterrijk_desk)
    return made


def erase(qtbot, page, process, person, monkeypatch):
    page.show_process(process, person[0])
    page.show()
    settle(qtbot, page.desk)
    seen = []
    monkeypatch.setattr(page.act, "agrees_to_erase", lambda _line, outlook: seen.append(outlook) or True)
    page.act.erase(page.panel.story)
    settle(qtbot, page.desk)
    return seen[0]


def said(widget):
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel))


def outlook_of(house, person):
    with house.workspace.context.work.reading() as store:
        from burgertop_app.domain.people import Participation

        person_id = store.get(Participation, person[0]).person_id
    return house.privacy.outlook(person_id, pdf_text)


def test_the_dialog_tells_where_the_name_stays_and_what_was_not_read(qtbot, house, process, person, scan):
    dialog = EraseDialog(None, house.people.lines(process)[0], outlook_of(house, person))
    qtbot.addWidget(dialog)

    text = said(dialog)

    assert "De naam of een adres blijft staan in 2 stukken" in text
    assert "Versie 1 van advies 1, “Een bankje in het park”; Voortgangsverslag 1" in text
    assert "Het programma kon niet in 1 bestand kijken: Het bestand “scan van de brief.pdf”." in text
    assert "Archiefwet" in text


def test_the_dialog_says_when_a_name_is_too_short_to_look_for(qtbot, house, process):
    added = house.people.add(process, PersonForm(name="Jan", features={})).id
    dialog = EraseDialog(None, house.people.lines(process)[0], outlook_of(house, (added,)))
    qtbot.addWidget(dialog)

    assert "te kort om in teksten te zoeken" in said(dialog)


def test_the_outcome_says_what_stays_and_leads_to_the_log(
    qtbot, page, house, process, person, scan, dialogs, monkeypatch
):
    went = []
    page.desk.page_wanted.connect(lambda key, _process, _focus: went.append(key))

    erase(qtbot, page, process, person, monkeypatch)

    assert house.people.lines(process)[0].state is State.ERASED
    assert "De naam of een adres staat nog in 2 stukken" in dialogs.asked[-1]
    assert "niet in 1 bestand kijken" in dialogs.asked[-1]
    assert went == ["log"]


def test_nobody_is_bothered_when_no_name_stays(qtbot, page, house, process, dialogs, monkeypatch):
    added = house.people.add(process, PersonForm(name=NAME, features={})).id

    erase(qtbot, page, process, (added,), monkeypatch)

    assert house.people.lines(process)[0].state is State.ERASED
    assert dialogs.asked == []


def test_the_log_lists_what_stays_and_takes_a_decision(
    qtbot, page, log, house, process, person, scan, dialogs, monkeypatch
):
    assert not log.names.isVisible()
    erase(qtbot, page, process, person, monkeypatch)
    assert log.names.isVisible()
    assert "3 wachten op uw besluit" in said(log.names)
    line = next(line for line in house.privacy.marks() if line.advice)

    dialogs.reasons.append("Archiefwet")
    log.names._decide(line, Verdict.KEPT)
    settle(qtbot, log.desk)

    assert "2 wachten op uw besluit" in said(log.names)
    assert "Blijft zoals het is, en niet openbaar: Archiefwet" in said(log.names)


@pytest.fixture
def advice_page(qtbot, waterrijk_desk, process, person):
    made = AdvicePage(waterrijk_desk)
    qtbot.addWidget(made)
    made.show_process(process)
    made.show()
    settle(qtbot, waterrijk_desk)
    return made


def save_first_version(qtbot, advice_page, dialogs, target):
    """Save the document of version 1; gives what was told of it."""
    dialogs.files, dialogs.agrees = [target], False
    advice_page.acts.save_version(advice_page.found.versions[0])
    settle(qtbot, advice_page.desk)
    return dialogs.asked[-1]


def test_who_saves_a_version_with_an_erased_name_is_told(
    qtbot, advice_page, page, house, process, person, dialogs, monkeypatch, tmp_path
):
    before = save_first_version(qtbot, advice_page, dialogs, tmp_path / "voor.pdf")
    erase(qtbot, page, process, person, monkeypatch)
    settle(qtbot, page.desk)

    after = save_first_version(qtbot, advice_page, dialogs, tmp_path / "na.pdf")

    assert "gewist" not in before
    assert (
        "In dit document staat nog de naam of het adres van iemand van wie de gegevens zijn gewist" in after
    )
    assert (tmp_path / "na.pdf").read_bytes() == (tmp_path / "voor.pdf").read_bytes()


def test_a_short_list_of_names_has_no_scroll_bar(
    qtbot, page, log, house, process, person, scan, dialogs, monkeypatch
):
    erase(qtbot, page, process, person, monkeypatch)
    line = next(line for line in house.privacy.marks() if line.advice)
    house.privacy.judge(line.mark, Verdict.OTHER, "De naam van de straat.")
    log.resize(1440, 900)
    log.load()
    settle(qtbot, log.desk)

    area = log.names._area

    assert area.height() < HIGHEST
    assert area.verticalScrollBar().maximum() == 0


def test_pictures_of_erasing(qtbot, page, log, house, process, person, scan, dialogs, monkeypatch):
    dialog = EraseDialog(page, house.people.lines(process)[0], outlook_of(house, person))
    qtbot.addWidget(dialog)
    paths = [*photograph(dialog, "erase", size=None), *photograph(dialog, "erase", 2.0, size=None)]
    dialog.close()

    erase(qtbot, page, process, person, monkeypatch)
    line = next(line for line in house.privacy.marks() if line.advice)
    house.privacy.judge(line.mark, Verdict.KEPT, "Archiefwet")
    log.load()
    settle(qtbot, log.desk)
    paths += [
        *photograph(log, "log-names", size=(1184, 844)),
        *photograph(log, "log-names", 2.0, (1184, 844)),
    ]

    assert all(path.stat().st_size > 10_000 for path in paths)
