"""What the website tells of promises: what is late, what was withdrawn, whose it is, and the last report."""

from datetime import UTC, date, datetime

import pytest

from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.responses import Commitment, Side
from burgertop_app.services import site_reading
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.site_making import made


@pytest.fixture
def promise(house, process, clock):
    """A promise that should have been kept two months ago."""
    kept = house.promising.keep(
        Commitment(
            id=process, process_id=process, text="Loket openen", owner="Wonen", due_on=date(2026, 4, 1)
        )
    ).id
    clock.now = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    return kept


def site(house, process):
    context = house.workspace.context
    with context.work.reading() as store:
        paper = site_reading.site_paper(store, process, {}, context.clock(), context.today())
    return made(paper, UNHEARD)


def follow_up(house, process):
    return site(house, process)["vervolg.html"].decode()


def report(house, process):
    ready = house.reporting.prepare(process)
    forms = (PaperForm.PDF, PaperForm.HTML)
    return house.reporting.fix(ready, *(render(ready.paper, UNHEARD, form).content for form in forms)).id


def test_a_late_promise_is_called_late(house, process, promise):
    text = follow_up(house, process)

    assert "Op 1 juni 2026 was 1 toezegging te laat." in text
    assert "61 dagen te laat" in text


def test_the_last_note_is_told_with_its_day(house, process, promise):
    house.following.note(promise, "De ruimte is gehuurd.")

    text = follow_up(house, process)

    assert "De ruimte is gehuurd." in text
    assert "Laatste bericht" in text


def test_a_withdrawn_promise_says_so_with_the_reason(house, process, promise):
    house.following.withdraw(promise, "Dubbel opgeschreven.")

    text = follow_up(house, process)

    assert "ingetrokken" in text
    assert "Dubbel opgeschreven." in text
    assert "te laat" not in text


def test_plans_of_residents_stand_apart(house, process, promise):
    house.promising.keep(
        Commitment(id=process, process_id=process, text="Wij koken soep", side=Side.RESIDENTS)
    )

    text = follow_up(house, process)

    assert text.index("Loket openen") < text.index("Wat doen bewoners zelf") < text.index("Wij koken soep")


def test_the_last_report_that_counts_stands_on_the_site_as_it_was_kept(house, process, promise):
    first = report(house, process)
    house.reporting.withdraw(report(house, process), "Er stond een fout in.")

    files = site(house, process)

    assert "voortgang-2.html" not in files
    assert 'href="voortgang-1.html"' in files["vervolg.html"].decode()
    assert 'href="voortgang-1.pdf"' in files["vervolg.html"].decode()
    kept = [each for each in house.reporting.all(process) if each.id == first]
    assert [each.number for each in kept] == [1]
    assert files["voortgang-1.pdf"].startswith(b"%PDF")


def test_a_report_with_somebody_in_it_stays_away(house, process, promise):
    report(house, process)
    house.people.add(process, PersonForm(name="Loket Openen"))

    files = site(house, process)

    assert "voortgang-1.pdf" not in files
    assert "voortgang-1" not in files["vervolg.html"].decode()


def test_a_report_with_an_official_by_name_stays_away(house, process, promise):
    house.promising.keep(Commitment(id=process, process_id=process, text="Bellen", owner="Karin Zwaluw"))
    report(house, process)

    assert "voortgang-1.pdf" not in site(house, process)
