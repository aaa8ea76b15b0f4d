"""A document on the website: it stays away as soon as a person can be found anywhere in it."""

from __future__ import annotations

import pytest

from burgertop_app.domain.advice import SectionKind
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm, RecommendationForm
from burgertop_app.domain.responses import Commitment
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.publishing import printed
from burgertop_app.services.site_making import made


@pytest.fixture
def resident(house, process):
    return house.people.add(process, PersonForm(name="Fatma Demir", email="fd@example.nl", features={}))


@pytest.fixture
def publish(house, process, resident):
    """Fixes an advice with this summary, after it was told why nobody signed."""

    def publish(summary, unsigned="Er was geen tijd."):
        advice = house.advising.start(process, "Een bankje").id
        house.advising.write(advice, SectionKind.SUMMARY, summary)
        house.advising.recommend(advice, RecommendationForm(title="Zet er een bankje", reason="Rust."))
        ready = house.publishing.prepare(advice, unsigned)
        house.publishing.publish(ready, printed(ready, UNHEARD))

    return publish


def site(house, process):
    return made(house.site_making.prepare(process), UNHEARD)


def documents(house, process):
    return [name for name in site(house, process) if name.endswith(".pdf")]


def test_a_document_without_anybody_in_it_stands_there(house, process, publish):
    publish("Dank aan:\niedereen")

    assert len(documents(house, process)) == 1


@pytest.mark.parametrize("said", ["Dank aan:\nFatma Demir", "Dank aan:\n\nDemir, Fatma", "- fd@example.nl"])
def test_a_document_with_somebody_at_the_begin_of_a_line_stays_away(house, process, publish, said):
    publish(said)

    assert documents(house, process) == []


def test_a_document_that_names_somebody_in_why_nobody_signed_stays_away(house, process, publish):
    publish("Kort.", "Fatma Demir was ziek.")

    assert documents(house, process) == []


def test_a_report_with_the_address_of_somebody_behind_a_link_stays_away(house, process, publish):
    publish("Kort.")
    promise = house.promising.keep(Commitment(id=process, process_id=process, text="Loket openen")).id
    house.following.note(promise, "Vraag het [hier](mailto:fd@example.nl).")
    ready = house.reporting.prepare(process)
    forms = (PaperForm.PDF, PaperForm.HTML)
    house.reporting.fix(ready, *(render(ready.paper, UNHEARD, form).content for form in forms))

    files = site(house, process)

    assert not any("voortgang" in name for name in files)
    assert not any(b"fd@example.nl" in content for content in files.values())
