# ruff: noqa: RUF001 - names as people write them
"""Everything for the day: every paper, in one folder or none, with nothing private on any of them."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date, time

import pytest

from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.papers.day_kit import KitKind
from burgertop_app.domain.people import NeedKind, Role, State
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewProposal, PersonForm
from burgertop_app.services import leaving
from burgertop_app.services.printing.day_kit import render_kit
from burgertop_app.services.printing.rendering import render
from burgertop_app.services.printing.round_script import shared_out
from burgertop_app.services.seating import calculate
from tests.beginnings import beginning

HIDDEN = "Zwaluwgeheim"
"""A word that stands in everything that may not be on paper, and nowhere else."""
NAMES = (
    *("Anneke de Vries", "Şükrü Yıldırım-Öztürk", "Władysław Grzęda", "فاطمة الزهراء", "דוד לוי"),
    *("Bo Aalders", "Karima el Idrissi", "Jan van der Aa", "Nguyễn Thị Hạnh", "Ольга Петрова"),
    *("İpek Şahin", "Ed Bakker"),
)


@beginning
def event(house, process):
    """Twelve people with needs and features that are nobody's business, at two tables in three rounds."""
    private = {
        "address": f"{HIDDEN}straat 1",
        "place": HIDDEN,
        "email": f"{HIDDEN}@voorbeeld.nl",
        "phone": HIDDEN,
        "features": {"geloof": HIDDEN, "gezondheid": HIDDEN, "leeftijd": HIDDEN},
        "needs": dict.fromkeys(NeedKind, HIDDEN),
        "channel": HIDDEN,
    }
    for name in NAMES:
        house.people.add(process, PersonForm(name=name, state=State.DRAWN, **private))
    leader = PersonForm(name="Aylin Demirkan", role=Role.FACILITATOR, state=State.CONFIRMED, **private)
    leader_id = house.people.add(process, leader).id
    house.event_day.facilitator(leader_id, (HIDDEN,), (HIDDEN,))
    house.people.add(process, replace(leader, name="Wim Waarnemer", role=Role.OBSERVER))
    made = house.meetings.begin(process, title="Paneldag", on=date(2026, 9, 26), place="De Sluis").id
    rounds = house.meetings.rounds(made)
    house.meetings.set_rounds(
        made,
        [replace(turn, topic="Warm wonen", questions=("Wat helpt u?", "Wie doet wat?")) for turn in rounds],
    )
    house.event_day.lead_by_turns(made)
    given = house.seating.fresh(made, ("leeftijd",))
    house.seating.keep(given, calculate(given, UNHEARD))
    return made


@pytest.fixture
def kit(house, event):
    return house.printing.day_kit(event)


@pytest.fixture
def saved(house, process, kit, tmp_path):
    """The folder with everything."""
    return house.exporting.save_kit(process, kit, render_kit(kit, UNHEARD), tmp_path, "Papieren")


def read(path):
    """The words of a PDF, letters in their plain form and without marks of direction."""
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return re.sub("[\u202a-\u202e]", "", unicodedata.normalize("NFKC", done.stdout))


def test_the_kit_is_one_pdf_for_each_kind(saved):
    assert sorted(path.name for path in saved.iterdir()) == [
        "1 Deurlijst.pdf",
        "2 Routekaarten.pdf",
        "3 Naamkaartjes.pdf",
        "4 Tafelborden.pdf",
        "5 Tafelbladen.pdf",
        "6 Draaiboek voor gespreksleiders.pdf",
        "7 Losse kaarten.pdf",
        "8 Stembriefjes.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF-1.7") for path in saved.iterdir())


def test_nothing_private_stands_on_any_paper(house, process, event, saved, tmp_path):
    tables = house.seating.room(event).seated[house.meetings.rounds(event)[0].id]
    house.seating.swap(event, 1, *(table.people[0].participation_id for table in tables))
    late = tmp_path / "later.pdf"
    late.write_bytes(render(house.printing.late_changes(event), UNHEARD).content)
    changed = tmp_path / "gewijzigd.pdf"
    changed.write_bytes(render(house.printing.changed_route_cards(event), UNHEARD).content)

    for path in (*saved.iterdir(), late, changed):
        assert HIDDEN.casefold() not in read(path).casefold(), path.name
        assert HIDDEN.encode() not in path.read_bytes()


def test_names_come_out_in_their_own_letters(saved):
    papers = ("1 Deurlijst", "2 Routekaarten", "3 Naamkaartjes", "5 Tafelbladen")
    words = {word for name in NAMES for word in name.replace("-", " ").split()}

    lost = {paper: words - set(re.split(r"[\s-]+", read(saved / f"{paper}.pdf"))) for paper in papers}

    assert lost == {paper: set() for paper in papers}


def test_a_name_that_cannot_be_drawn_is_warned_about_by_number(house, process, event):
    house.meetings.set_tables(event, 2, low=5, high=8)
    who = house.people.add(process, PersonForm(name="ሰላም ታደሰ", state=State.DRAWN)).id
    house.seating.place(event, who)
    number = house.people.story(who).line.number

    for paper in (house.printing.name_badges(event), house.printing.door_list(event)):
        (warning,) = render(paper, UNHEARD).warnings
        assert number in warning
        assert "ሰላም" not in warning


def test_the_kit_leaves_one_record_and_prints_the_plan(house, process, event, saved, clock):
    (record,) = house.privacy.exports(process)

    assert (record.kind, record.people, record.file_name) == ("print_kit", 13 + 1, "Papieren")
    assert house.seating.versions(event)[-1].printed_at == clock()


def test_a_second_kit_gets_a_folder_of_its_own(house, process, kit, saved, tmp_path):
    again = house.exporting.save_kit(process, kit, render_kit(kit, UNHEARD), tmp_path, "Papieren")

    assert again.name == "Papieren (2)"
    assert len(list(again.iterdir())) == len(list(saved.iterdir()))


def test_a_kit_of_a_plan_that_moved_leaves_nothing(house, process, event, kit, tmp_path):
    printed = render_kit(kit, UNHEARD)
    tables = house.seating.room(event).seated[house.meetings.rounds(event)[0].id]
    house.seating.swap(event, 1, *(table.people[0].participation_id for table in tables))

    with pytest.raises(Conflict, match="plan_moved_while_printing"):
        house.exporting.save_kit(process, kit, printed, tmp_path, "Papieren")

    assert not (tmp_path / "Papieren").exists()
    assert house.seating.versions(event)[-1].printed_at is None


def test_a_kit_without_its_record_goes_again(house, process, event, kit, tmp_path, monkeypatch):
    def refuse(*_asked):
        raise NotPossible("disk_full")

    printed = render_kit(kit, UNHEARD)
    monkeypatch.setattr(leaving, "record", refuse)

    with pytest.raises(NotPossible, match="disk_full"):
        house.exporting.save_kit(process, kit, printed, tmp_path, "Papieren")

    assert not (tmp_path / "Papieren").exists()


def test_a_place_that_is_gone_is_told_and_nothing_is_marked(house, process, event, kit, tmp_path):
    with pytest.raises(InvalidInput, match="kit_folder_failed"):
        house.exporting.save_kit(process, kit, render_kit(kit, UNHEARD), tmp_path / "weg", "Papieren")

    assert house.privacy.exports(process) == ()
    assert house.seating.versions(event)[-1].printed_at is None


def test_what_is_not_ready_is_told_in_sentences(house, event, kit):
    rounds = house.meetings.rounds(event)
    house.meetings.set_rounds(event, [replace(rounds[0], questions=(), starts_at=None), *rounds[1:]])

    told = house.printing.day_kit(event).not_ready

    assert kit.not_ready == tuple(
        f"In ronde {no} heeft 1 tafel geen gespreksleider: tafel 2." for no in (1, 2, 3)
    )
    assert told[3:] == (
        "Ronde 1 heeft nog geen vragen. Daarom staan er ook geen op de tafelbladen en in het draaiboek.",
        "Ronde 1 heeft nog geen tijd. Daarom staan er geen tijden van die ronde op de papieren.",
    )


def test_without_facilitators_there_is_no_script(house, event):
    house.event_day.lead({place.id: None for place in house.meetings.places(event)})

    kit = house.printing.day_kit(event)

    assert KitKind.SCRIPT not in dict(kit.papers)
    assert kit.not_ready[0].startswith("Er is geen draaiboek")


def test_the_door_list_is_in_the_order_of_family_names(house, event):
    lines = house.printing.door_list(event).lines

    assert [line.person.name for line in lines] == [
        *("Jan van der Aa", "Bo Aalders", "Ed Bakker", "Władysław Grzęda", "Nguyễn Thị Hạnh"),
        *("Karima el Idrissi", "İpek Şahin", "Anneke de Vries", "Şükrü Yıldırım-Öztürk"),
        *("Ольга Петрова", "דוד לוי", "فاطمة الزهراء"),
    ]
    assert all(set(line.tables) <= {"1", "2"} and len(line.tables) == 3 for line in lines)


def test_badges_are_for_everybody_who_comes(house, event):
    roles = {badge.person.name: badge.role for badge in house.printing.name_badges(event).badges}

    assert set(roles) == {*NAMES, "Aylin Demirkan", "Wim Waarnemer"}
    assert (roles["Aylin Demirkan"], roles["Wim Waarnemer"]) == ("gespreksleider", "waarnemer")
    assert roles["Bo Aalders"] == ""


def test_blank_cards_go_on_after_those_on_the_sheets(house, event):
    sheets = house.printing.table_sheets(event).sheets
    last = max(sheet.first_card + sheet.stubs for sheet in sheets)

    tables = house.printing.blank_cards(event).tables

    assert tables == (("1", tuple(range(last, last + 6))), ("2", tuple(range(last, last + 6))))


def test_without_proposals_a_slip_has_lines_to_fill_in(house, event):
    paper = house.printing.voting_slips(event)

    assert (paper.slips, paper.options, paper.blanks) == (12, (), 5)


def test_slips_name_what_is_on_the_ballot_and_its_rule(house, process, event):
    for title in ("Eén loket.", "Meer groen."):
        house.proposals.add(process, NewProposal(title=title))
    house.proposals.open_ballot(process, "Eindstemming", BallotRule.TWO_THIRDS)
    house.proposals.add(process, NewProposal(title="Te laat."))

    paper = house.printing.voting_slips(event)

    assert (paper.title, paper.options) == ("Eindstemming", (("1", "Eén loket."), ("2", "Meer groen.")))
    assert paper.rule == "Een voorstel is aangenomen bij: ten minste twee derde voor."


def test_the_script_of_a_round_fills_it_to_the_minute(house, event):
    (route,) = (paper := house.printing.facilitators(event)).routes
    first, *_others = paper.rounds

    assert route.name == "Aylin Demirkan"
    assert first.steps[0].start == time(10)
    assert sum(step.minutes for step in first.steps) == house.meetings.rounds(event)[0].minutes
    assert [step.what for step in first.steps[1:3]] == ["Wat helpt u?", "Wie doet wat?"]
    assert first.steps[-1].say.endswith(f"begint om {paper.rounds[1].starts:%H:%M} uur.")


@pytest.mark.parametrize(("minutes", "least"), [(1, 0), (5, 0), (6, 1), (7, 1), (45, 3), (600, 29)])
def test_minutes_are_shared_out_whole(minutes, least):
    shared = shared_out(minutes, (6, 10, 10, 8, 6, 2))

    assert sum(shared) == minutes
    assert min(shared) == least
