from datetime import date

import pytest
from screens import photograph, settle

from burgertop_app.domain.requests import NewProcess, RecommendationForm
from burgertop_app.ui.start.page import StartPage


def another(house, clock, title, offered, received=None):
    """A process with an advice of one recommendation that lies with the college."""
    process = house.processes.start(NewProcess(form="burgerpanel", title="Burgerpanel Waterrijk")).id
    advice = house.advising.start(process, title).id
    house.advising.recommend(advice, RecommendationForm(title="Doe het."))
    house.publishing.publish(house.publishing.prepare(advice, "Geen ronde."), b"%PDF")
    house.advising.offer(advice, to="College", on=offered)
    if received:
        house.receiving.receive(advice, on=received, proof="Bon")
    return process


@pytest.fixture
def page(qtbot, waterrijk_desk):
    made = StartPage(waterrijk_desk)
    qtbot.addWidget(made)
    return made


def show(qtbot, page):
    page.show_process(None)
    page.show()
    settle(qtbot, page.desk)


def test_the_most_urgent_advice_stands_on_top(qtbot, page, house, clock, waterrijk):
    another(house, clock, "Zwerfafval in Oosterpolder", date(2026, 10, 23), date(2026, 10, 23))
    another(house, clock, "Spelen voor ieder kind", date(2026, 12, 9))

    show(qtbot, page)

    table = page.advices.table
    assert [line[:3] for line in table.sheet().rows] == [
        ("Zwerfafval in Oosterpolder", "4 december", "6 dagen te laat"),
        ("Warm en betaalbaar wonen in Waterrijk", "28 december", "nog 18 dagen"),
        ("Spelen voor ieder kind", "nog geen bewijs", "termijn loopt niet"),
    ]


def test_every_process_tells_its_next_step(qtbot, page, house, waterrijk):
    house.processes.start(NewProcess(form="burgertop", title="Burgertop Waterrijk 2027"))

    show(qtbot, page)

    rows = page.processes.table.sheet().rows
    assert rows[0][:3] == (
        "Burgerpanel Waterrijk · Warm en betaalbaar wonen",
        "Burgerpanel",
        "Antwoord",
    )
    assert rows[1][3] == "Haal de mensen binnen die zich aanmeldden"


def test_opening_an_advice_goes_to_its_response(qtbot, page, waterrijk):
    show(qtbot, page)

    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        page.advices.table.select(waterrijk.advice)
        page.advices.table.view.enter_pressed.emit()

    assert wanted.args == ["response", waterrijk.process, waterrijk.advice]


def test_an_empty_workspace_says_how_to_begin(qtbot, page):
    show(qtbot, page)

    assert page.empty.isVisible()
    photograph(page, "start-empty")


def test_a_new_process_needs_a_name(qtbot, page):
    show(qtbot, page)
    page.empty.button.click()
    page.wizard.wanted.emit(1)

    page.wizard.finished.emit()

    assert page.wizard.error_bar.text


def test_a_new_process_of_a_form_opens_on_its_overview(qtbot, page, house):
    show(qtbot, page)
    page.empty.button.click()
    page.wizard.forms.choose("burgertop")
    page.wizard.wanted.emit(1)
    qtbot.keyClicks(page.wizard.title.editor, "Burgertop Waterrijk")

    with qtbot.waitSignal(page.desk.page_wanted) as wanted:
        page.wizard.finished.emit()

    process = house.processes.all()[0]
    assert wanted.args[:2] == ["overview", process.id]
    assert (process.form, process.title) == ("burgertop", "Burgertop Waterrijk")


def test_choosing_a_form_proposes_its_seats(qtbot, page):
    show(qtbot, page)
    page.empty.button.click()
    before = page.wizard.seats.value()

    page.wizard.forms.choose("burgertop")

    assert page.wizard.seats.value() != before


def test_the_start_page_looks_like_the_house(qtbot, page, house, clock, waterrijk):
    another(house, clock, "Zwerfafval in Oosterpolder", date(2026, 10, 23), date(2026, 10, 23))
    another(house, clock, "Veilig naar school", date(2026, 11, 4), date(2026, 11, 4))
    another(house, clock, "Spelen voor ieder kind", date(2026, 12, 9))
    house.processes.start(NewProcess(form="burgertop", title="Burgertop Waterrijk 2027"))
    show(qtbot, page)

    pictures = photograph(page, "start", size=(1232, 844))
    photograph(page, "start-small", size=(1124, 664))
    photograph(page, "start", scale=2.0, size=(1232, 844))
    page._on_new()
    photograph(page, "start-new", size=(1232, 844))

    assert all(picture.stat().st_size > 20_000 for picture in pictures)


def test_the_filter_shows_what_is_late(qtbot, page, house, clock, waterrijk):
    another(house, clock, "Zwerfafval in Oosterpolder", date(2026, 10, 23), date(2026, 10, 23))
    show(qtbot, page)

    page.advices.filter.setCurrentIndex(1)

    assert [line.title for line in page.advices.table.model.rows] == ["Zwerfafval in Oosterpolder"]


def test_the_banner_says_what_needs_somebody(qtbot, page, house, clock, waterrijk):
    show(qtbot, page)
    assert not page.banner.isVisible()
    another(house, clock, "Zwerfafval in Oosterpolder", date(2026, 10, 23), date(2026, 10, 23))

    show(qtbot, page)

    assert page.banner.isVisible()
    assert page.banner.sentence.text().startswith("1 advies is te laat.")


def test_the_terms_go_into_a_calendar(qtbot, page, dialogs, waterrijk, tmp_path):
    show(qtbot, page)
    dialogs.files = [tmp_path / "termijnen.ics"]

    page._on_calendar()
    settle(qtbot, page.desk)

    assert b"DTSTART;VALUE=DATE:20261228" in (tmp_path / "termijnen.ics").read_bytes()
