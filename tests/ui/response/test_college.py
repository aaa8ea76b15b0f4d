from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from screens import photograph, settle

from burgertop_app.domain.requests import RecommendationForm
from burgertop_app.domain.terms import Effect, Recess, Start
from burgertop_app.services.receiving import Confirmation
from burgertop_app.ui.response import college
from burgertop_app.ui.response.addresses_form import AddressesForm
from burgertop_app.ui.response.agreement_form import AgreementForm
from burgertop_app.ui.response.page import ResponsePage
from tests.beginnings import beginning

DAY = date(2026, 3, 2)


@pytest.fixture
def page(qtbot, waterrijk_desk):
    made = ResponsePage(waterrijk_desk)
    qtbot.addWidget(made)
    return made


@beginning
def offered(house, process):
    advice = house.advising.start(process, "Warm wonen").id
    house.advising.recommend(advice, RecommendationForm(title="Begin met isoleren."))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF-advies")
    house.advising.offer(advice, to="College", on=DAY)
    return advice


@beginning
def received(house, offered):
    house.receiving.receive(offered, on=DAY, proof="Bon 12")
    return offered


def show(qtbot, page, process):
    page.show_process(process)
    page.show()
    settle(qtbot, page.desk)


def test_a_postponement_is_recorded_and_shown_beside_the_agreed_day(qtbot, page, house, process, received):
    show(qtbot, page, process)
    college.postpone(page, page._found.shown)
    form = page.side.form
    form.weeks.put(3)
    form.reason.put("Het onderzoek is nog niet klaar.")

    record = page.side.drawer.findChildren(type(form.file.button))[-1]
    record.click()
    settle(qtbot, page.desk)

    assert house.receiving.term(received).last == date(2026, 5, 4)
    assert "13 april 2026" in page.term._delays.text()
    assert "maandag 4 mei 2026" in page.term._delays.text()
    assert "maandag 13 april 2026" in page.term.sentence.text()


def test_weeks_are_told_as_a_day_at_once(qtbot, page, process, received):
    show(qtbot, page, process)
    college.postpone(page, page._found.shown)

    qtbot.keyClicks(page.side.form.weeks.editor, "3")
    settle(qtbot, page.desk)

    assert "maandag 4 mei 2026" in page.side.form._found.text()


def test_addresses_are_kept_while_they_are_typed(qtbot, page, house, process, offered):
    show(qtbot, page, process)
    college.addresses(page)
    settle(qtbot, page.desk)

    block = page.side.form.blocks[0]
    qtbot.keyClicks(block.email.editor, "college@waterrijk.example")
    block.email.flush()
    settle(qtbot, page.desk)

    assert house.addressing.all(process)[0].email == "college@waterrijk.example"
    assert len(house.addressing.all(process)) == 3


def test_typing_twice_keeps_every_address_once(qtbot, page, house, process, offered):
    show(qtbot, page, process)
    college.addresses(page)
    settle(qtbot, page.desk)

    for block, words in ((page.side.form.blocks[0], "a@b.nl"), (page.side.form.blocks[1], "c@d.nl")):
        qtbot.keyClicks(block.email.editor, words)
        block.email.flush()
        settle(qtbot, page.desk)

    assert [one.email for one in house.addressing.all(process)] == ["a@b.nl", "c@d.nl", ""]


def test_a_day_off_is_put_in_the_table_with_its_source(qtbot, page, house, process, offered):
    show(qtbot, page, process)
    college.days_off(page)
    settle(qtbot, page.desk)
    form = page.side.form
    form.day.put(date(2029, 5, 11))

    form.add.click()
    settle(qtbot, page.desk)
    assert form.source.mistake
    form.source.put("Stcrt. 2028, 1")
    form.add.click()
    settle(qtbot, page.desk)

    assert date(2029, 5, 11) in house.days_off.table().holidays.decree


def test_the_agreement_gives_what_was_filled_in(qtbot, house, process):
    form = AgreementForm(house.receiving.agreement(process), running=False)
    qtbot.addWidget(form)
    form.length.put(3)
    form.unit.put("months")
    form.start.put(Start.OFFER.value)
    form.recesses.more.click()
    row = form.recesses.rows[0]
    row.first.put(date(2026, 7, 13))
    row.last.put(date(2026, 8, 23))
    row.effect.put(Effect.EXTENDS.value)

    term = form.agreement().term

    assert (term.length, term.unit, term.start) == (3, "months", Start.OFFER)
    assert term.recess == (Recess(date(2026, 7, 13), date(2026, 8, 23), Effect.EXTENDS),)


def test_half_a_recess_is_no_agreement_and_says_so(qtbot, house, process):
    form = AgreementForm(house.receiving.agreement(process), running=False)
    qtbot.addWidget(form)
    form.recesses.more.click()
    form.recesses.rows[0].first.put(date(2026, 7, 13))

    with qtbot.assertNotEmitted(form.ready):
        form._on_saved()

    assert form._mistake.text()


def test_a_draft_and_a_calendar_are_written(qtbot, page, house, process, received, tmp_path, monkeypatch):
    show(qtbot, page, process)
    monkeypatch.setattr(page.desk.dialogs, "save_file", lambda *_told: tmp_path / "laatste dag")

    entries = {words: act for words, _icon, act in college.paper_entries(page, page._found.shown)}
    entries["Laatste dag voor een agenda…"]()
    settle(qtbot, page.desk)

    assert [file.name for file in Path(tmp_path).iterdir() if file.suffix == ".ics"] == ["laatste dag.ics"]


def test_a_draft_without_an_address_leads_to_the_addresses(qtbot, page, process, received, monkeypatch):
    asked = []
    monkeypatch.setattr(page.desk.dialogs, "save_file", lambda *told: asked.append(told))
    show(qtbot, page, process)

    entries = {words: act for words, _icon, act in college.paper_entries(page, page._found.shown)}
    entries["E-mailconcept van de aanbieding…"]()
    settle(qtbot, page.desk)

    assert not asked
    assert "e-mailadres" in page.error_bar.text
    assert isinstance(page.side.form, AddressesForm)


def test_what_was_withdrawn_stays_readable_on_the_page(qtbot, page, house, process, offered):
    house.receiving.withdraw_offer(house.advising.offers(offered)[0].id, "Verkeerde dag")
    show(qtbot, page, process)

    entries = {words: act for words, _icon, act in college.entries(page, page._found.shown)}
    entries["Wat er tot nu gebeurde…"]()
    settle(qtbot, page.desk)

    told = [label.text() for label in page.side.form.findChildren(QLabel)]
    assert "Aangeboden aan College." in told
    assert "Ingetrokken: Verkeerde dag" in told


def test_before_the_offer_the_addresses_can_be_set(qtbot, page, house, process, offered):
    house.receiving.withdraw_offer(house.advising.offers(offered)[0].id, "Verkeerde dag")
    show(qtbot, page, process)

    menus = [button.menu() for button in page.findChildren(QPushButton) if button.menu()]

    assert "Adressen…" in [action.text() for menu in menus for action in menu.actions()]


def test_a_kept_proof_is_given_back_as_it_came(qtbot, page, house, process, offered, dialogs, tmp_path):
    scan, copy = tmp_path / "bon.pdf", tmp_path / "terug.pdf"
    scan.write_bytes(b"%PDF-1.7 bon 12")
    house.receiving.receive(offered, on=DAY, proof="Bon 12", told=Confirmation(by="de griffier", file=scan))
    show(qtbot, page, process)
    college.happened(page, page._found.shown)
    settle(qtbot, page.desk)
    dialogs.files, dialogs.agrees = [copy], False

    kept = next(b for b in page.side.form.findChildren(QPushButton) if b.text() == "Bewaard bestand…")
    kept.click()
    settle(qtbot, page.desk)

    assert copy.read_bytes() == b"%PDF-1.7 bon 12"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_response_page_can_be_looked_at(qtbot, page, house, waterrijk, scale):
    photographs = []
    show(qtbot, page, waterrijk.process)
    shown = page._found.shown
    for name, step in (
        ("delay", lambda: college.postpone(page, shown)),
        ("addresses", lambda: college.addresses(page)),
        ("days-off", lambda: college.days_off(page)),
        ("agreement", lambda: page.side.agree(shown)),
        ("reminder", lambda: page.side.remind(shown)),
        ("course", lambda: college.happened(page, shown)),
    ):
        step()
        settle(qtbot, page.desk)
        photographs += photograph(page, f"response-{name}", scale)

    assert all(path.exists() for path in photographs)
