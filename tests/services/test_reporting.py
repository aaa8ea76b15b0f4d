from datetime import UTC, date, datetime
from email import message_from_bytes, policy

import pytest

from burgertop_app.domain.errors import BurgertopError, Conflict, NotPossible
from burgertop_app.domain.follow_views import Ending
from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.responses import Commitment, CommitmentState, Step
from burgertop_app.services.printing.rendering import render
from tests.beginnings import beginning


@beginning
def promises(house, process):
    """Two promises, of Wonen and of Energie."""
    return [
        house.promising.keep(
            Commitment(id=process, process_id=process, text=text, owner=owner, due_on=date(2026, 4, 1))
        ).id
        for text, owner in (("Loket openen", "Wonen"), ("Batterij plaatsen", "Energie"))
    ]


def make(house, process):
    ready = house.reporting.prepare(process)
    return house.reporting.fix(ready, render(ready.paper, UNHEARD).content).id


def test_a_report_is_numbered_kept_and_comes_back_byte_for_byte(house, process, promises, tmp_path):
    ready = house.reporting.prepare(process)
    made = render(ready.paper, UNHEARD).content
    kept = house.reporting.fix(ready, made).id

    house.reporting.save_as(kept, tmp_path / "verslag.pdf")

    assert (tmp_path / "verslag.pdf").read_bytes() == made
    assert [report.number for report in house.reporting.all(process)] == [1]
    assert house.reporting.all(process)[0].sha256 == ready.paper.content_hash


def test_a_report_comes_back_as_a_web_page_too(house, process, promises, tmp_path):
    ready = house.reporting.prepare(process)
    web = render(ready.paper, UNHEARD, PaperForm.HTML).content
    kept = house.reporting.fix(ready, b"%PDF", web).id

    house.reporting.save_as(kept, tmp_path / "verslag.html")

    assert (tmp_path / "verslag.html").read_bytes() == web
    assert "Loket openen" in web.decode()


def test_the_next_report_says_exactly_what_changed(house, process, promises, clock):
    make(house, process)
    clock.now = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    house.following.take_step(promises[0], Step.DO)
    house.following.move_due(promises[0], date(2026, 9, 1), "De levering is te laat.")
    house.following.note(promises[0], "De ruimte is gehuurd.")
    house.following.end(promises[1], Ending(CommitmentState.DROPPED, "Het net is vol."))
    house.promising.keep(Commitment(id=process, process_id=process, text="Nieuw"))

    paper = house.printing.progress(process)

    assert paper.since == date(2026, 3, 2)
    assert {item.text: item.changes for item in paper.items} == {
        "Loket openen": (
            "stap van “plan” naar “doen”",
            "verschoven van 1 april 2026 naar 1 september 2026",
            "1 nieuwe notitie",
        ),
        "Batterij plaatsen": ("van “moet nog beginnen” naar “vervallen”",),
        "Nieuw": ("nieuw",),
    }


def test_nothing_changed_is_said_too(house, process, promises):
    make(house, process)

    assert all(item.changes == () for item in house.printing.progress(process).items)


def test_what_a_report_told_of_is_never_removed(house, process, promises):
    note = house.following.note(promises[1], "Gebeld.").id
    make(house, process)

    for undo in (lambda: house.promising.drop([promises[0]]), lambda: house.following.take_back_note(note)):
        with pytest.raises(NotPossible):
            undo()


def test_a_withdrawn_promise_is_told_once_more_and_then_left_out(house, process, promises):
    make(house, process)
    house.following.withdraw(promises[0], "Stond er dubbel.")
    told = [item.withdrawn for item in house.printing.progress(process).items]

    make(house, process)

    assert "Stond er dubbel." in told
    assert [item.text for item in house.printing.progress(process).items] == ["Batterij plaatsen"]


def test_a_withdrawn_report_is_looked_past(house, process, promises):
    make(house, process)
    house.reporting.withdraw(house.reporting.all(process)[0].id, "Verkeerde cijfers.")

    assert house.printing.progress(process).since is None
    assert house.reporting.prepare(process).paper.number == 2


def test_a_change_meanwhile_stops_the_report(house, process, promises):
    ready = house.reporting.prepare(process)
    house.following.take_step(promises[0], Step.DO)

    with pytest.raises(Conflict, match="report_changed_meanwhile"):
        house.reporting.fix(ready, b"%PDF")

    assert house.reporting.all(process) == ()


def test_a_resident_does_not_stand_in_a_report_by_name(house, process, promises):
    house.people.add(process, PersonForm(name="Fatma Yilmaz", features={}))
    house.following.note(promises[0], "Fatma Yilmaz belde met de wethouder.")

    with pytest.raises(NotPossible, match="report_names_people") as refused:
        house.reporting.prepare(process)

    assert "Yilmaz" not in str(refused.value.params)


def test_a_part_of_a_longer_word_is_no_name(house, process, promises):
    house.people.add(process, PersonForm(name="Roos", features={}))
    house.following.note(promises[0], "De Roosstraat is klaar.")

    assert house.reporting.prepare(process).paper.number == 1


def test_there_is_no_report_about_nothing(house, process):
    with pytest.raises(NotPossible, match="report_nothing"):
        house.reporting.prepare(process)


def test_each_owner_gets_one_letter_with_what_they_promised(house, process, promises):
    house.promising.keep(Commitment(id=process, process_id=process, text="Bellen", owner="wonen"))

    letters = house.printing.owner_letters(process).letters

    assert [(letter.owner, [item.text for item in letter.items]) for letter in letters] == [
        ("Energie", ["Batterij plaatsen"]),
        ("Wonen", ["Loket openen", "Bellen"]),
    ]


def test_drafts_for_owners_leave_a_record_and_no_name_of_a_file(house, process, promises, tmp_path):
    count = house.reporting.save_drafts(process, tmp_path / "concepten")

    files = sorted((tmp_path / "concepten").iterdir())
    message = message_from_bytes(files[0].read_bytes(), policy=policy.default)
    assert (count, [file.name for file in files]) == (2, ["001.eml", "002.eml"])
    assert "Batterij plaatsen" in message.get_content()
    assert house.privacy.exports(process)[0].kind == "owner_drafts"


def test_nobody_is_asked_when_nothing_runs(house, process, promises):
    for one in promises:
        house.following.end(one, Ending(CommitmentState.DROPPED, "Vervalt."))

    with pytest.raises(BurgertopError, match="owner_letters_nobody"):
        house.printing.owner_letters(process)


def test_the_agenda_puts_what_is_late_first_with_its_question(house, process, promises, clock):
    clock.now = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    house.promising.keep(Commitment(id=process, process_id=process, text="Later", due_on=date(2026, 9, 1)))

    paper = house.printing.agenda(process, None)

    assert [(item.text, item.late) for item in paper.items] == [
        ("Batterij plaatsen", 61),
        ("Loket openen", 61),
        ("Later", 0),
    ]
    assert "De dag is voorbij" in paper.items[0].questions[0]
    assert "Wie doet het?" in paper.items[2].questions
