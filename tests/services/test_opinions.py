"""Conversations over statements: taken in from files, looked at for groups, and written out again."""

from __future__ import annotations

import csv

import pytest
from openpyxl import load_workbook

from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.opinion_map import NoGroups
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewCard, PersonForm
from burgertop_app.services.opinions import calculate

STATEMENTS = 8


@pytest.fixture
def poll(house, process):
    return house.opinions.begin(process, "Groen in de wijk", "Wat vindt u?").id


@pytest.fixture
def export(tmp_path):
    """Writes an export of two camps of so many people, and gives the paths."""

    def written(each=15, name="votes"):
        comments = tmp_path / "comments.csv"
        rows = [f"1,x,{one},0,0,0,{-1 if one == 7 else 1},Stelling {one}" for one in range(STATEMENTS)]
        head = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"
        comments.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        votes = tmp_path / f"{name}.csv"
        said = [
            f"{1000 + voter},x,{one},{voter},{1 if (one % 2 == 0) == (voter < each) else -1}"
            for voter in range(2 * each)
            for one in range(STATEMENTS)
        ]
        votes.write_text("\n".join(["timestamp,datetime,comment-id,voter-id,vote", *said]) + "\n")
        return [comments, votes]

    return written


@pytest.fixture
def take_in(house, poll, export):
    def taken(**how):
        return house.opinions.take_in(poll, house.opinions.look(poll, export(**how), UNHEARD))

    return taken


def search(house, poll):
    ground = house.opinions.prepare(poll)
    return house.opinions.keep(ground, calculate(ground, UNHEARD))


def test_an_export_is_kept_whole_and_what_was_set_aside_does_not_count(house, poll, take_in):
    _change, told = take_in()

    view = house.opinions.view(poll)
    assert (told.statements, told.votes, told.known, told.refused) == (8, 240, 0, 0)
    assert (len(view.statements), len(view.counting)) == (8, 7)
    assert view.statements[7].withdrawn_reason == "In het bestand al terzijde gelegd."
    assert (view.voters, view.votes) == (30, 210)


def test_two_camps_are_found_and_kept(house, poll, take_in):
    take_in()

    search(house, poll)

    view = house.opinions.view(poll)
    assert view.found.sizes == (15, 15)
    assert not view.stale
    assert view.count.votes == 210


def test_the_same_files_are_not_taken_in_twice(take_in):
    take_in()

    with pytest.raises(NotPossible) as error:
        take_in()

    assert error.value.code == "opinion_before"


def test_votes_of_a_later_file_win_and_earlier_ones_stay(house, poll, take_in, tmp_path):
    take_in()
    sheet = tmp_path / "papier.csv"
    sheet.write_text("stemmer;0\n0;-1\n1;1\n99;0\n", encoding="utf-8")

    _change, told = house.opinions.take_in(poll, house.opinions.look(poll, [sheet], UNHEARD))

    table = house.opinions.prepare(poll).table
    assert (told.votes, told.known) == (2, 1)
    assert [table.said[table.voters.index(one)][0] for one in (0, 1, 99)] == [-1, 1, 0]


def test_withdrawn_votes_no_longer_count_and_the_earlier_ones_do_again(house, poll, take_in, tmp_path):
    take_in()
    sheet = tmp_path / "papier.csv"
    sheet.write_text("stemmer;0\n0;-1\n", encoding="utf-8")
    house.opinions.take_in(poll, house.opinions.look(poll, [sheet], UNHEARD))
    wrong = house.opinions.view(poll).intakes[-1]

    house.opinions.withdraw_intake(wrong.id, "Verkeerde stapel")

    assert house.opinions.prepare(poll).table.said[0][0] == 1
    assert house.opinions.view(poll).intakes[-1].withdrawn_reason == "Verkeerde stapel"


def test_votes_that_stood_in_a_withdrawn_file_too_come_in_again(house, poll, take_in, tmp_path, clock):
    take_in()
    sheet = tmp_path / "papier.csv"
    sheet.write_text("stemmer;0\n0;1\n99;1\n", encoding="utf-8")
    reading = house.opinions.look(poll, [sheet], UNHEARD)
    house.opinions.take_in(poll, reading)
    clock.on(hours=1)
    house.opinions.withdraw_intake(house.opinions.view(poll).intakes[0].id, "Verkeerd bestand")

    _change, told = house.opinions.take_in(poll, reading)

    assert (told.votes, told.known) == (1, 1)
    assert house.opinions.prepare(poll).table.voters == (0, 99)
    clock.on(hours=1)
    with pytest.raises(NotPossible, match="opinion_before"):
        house.opinions.take_in(poll, reading)


def test_nothing_is_withdrawn_without_a_reason(house, poll, take_in):
    take_in()
    view = house.opinions.view(poll)

    for withdraw, row in (
        (house.opinions.withdraw, poll),
        (house.opinions.withdraw_intake, view.intakes[0].id),
        (house.opinions.withdraw_statement, view.statements[0].id),
    ):
        with pytest.raises(InvalidInput) as error:
            withdraw(row, "  ")
        assert error.value.code == "reason_empty"


def test_groups_grow_stale_when_a_statement_is_left_out_and_fresh_when_it_is_put_back(house, poll, take_in):
    take_in()
    search(house, poll)
    statement = house.opinions.view(poll).statements[0]

    house.opinions.withdraw_statement(statement.id, "Dubbel")
    assert house.opinions.view(poll).stale

    house.opinions.restore_statement(statement.id)
    assert not house.opinions.view(poll).stale


def test_votes_that_come_in_while_groups_are_looked_for_are_not_overlooked(house, poll, take_in, tmp_path):
    take_in()
    ground = house.opinions.prepare(poll)
    sheet = tmp_path / "papier.csv"
    sheet.write_text("stemmer;0\n500;1\n", encoding="utf-8")
    house.opinions.take_in(poll, house.opinions.look(poll, [sheet], UNHEARD))

    with pytest.raises(Conflict) as error:
        house.opinions.keep(ground, calculate(ground, UNHEARD))

    assert error.value.code == "opinion_changed"
    assert house.opinions.view(poll).count is None


def test_too_few_people_are_told_so(house, poll, take_in):
    take_in(each=4)

    search(house, poll)

    assert house.opinions.view(poll).found.why is NoGroups.FEW_PEOPLE


def test_there_is_nothing_to_look_for_without_votes(house, poll):
    with pytest.raises(NotPossible) as error:
        house.opinions.prepare(poll)

    assert error.value.code == "opinion_no_votes"


def test_statements_come_from_cards_once(house, process, poll):
    cards = [house.cards.add(process, NewCard(text=text)).id for text in ("Meer bomen", "Minder auto's")]

    house.opinions.from_cards(poll, process, cards)
    house.opinions.from_cards(poll, process, cards)

    view = house.opinions.view(poll)
    assert [(one.number, one.text, one.card_id) for one in view.statements] == [
        (1, "Meer bomen", cards[0]),
        (2, "Minder auto's", cards[1]),
    ]


def test_a_statement_that_is_there_is_not_added_again(house, poll):
    house.opinions.add_statement(poll, "Meer bomen")

    with pytest.raises(InvalidInput) as error:
        house.opinions.add_statement(poll, "  meer  BOMEN ")

    assert (error.value.code, error.value.params["number"]) == ("statement_there", 1)


def test_nothing_is_added_to_a_withdrawn_conversation(house, process, poll):
    house.opinions.withdraw(poll, "Vergissing")

    with pytest.raises(NotPossible) as error:
        house.opinions.add_statement(poll, "Meer bomen")

    assert error.value.code == "opinion_withdrawn"
    assert house.opinions.polls(process) == ()


def test_the_files_of_polis_come_back_as_they_went(house, process, poll, take_in, tmp_path):
    take_in()
    search(house, poll)
    folder = tmp_path / "uit"
    folder.mkdir()

    paths = house.opinion_files.save_polis(poll, folder)

    other = house.opinions.begin(process, "Nog eens").id
    house.opinions.take_in(other, house.opinions.look(other, paths, UNHEARD))
    before, after = (house.opinions.prepare(one).table for one in (poll, other))
    assert before == after
    rows = list(csv.DictReader(paths[2].read_text("utf-8").splitlines()))
    assert {row["group-id"] for row in rows} == {"0", "1"}
    assert house.opinions.view(other).statements[7].standing is Standing.WITHDRAWN


def test_the_files_of_polis_name_nobody(house, process, tmp_path):
    house.people.add(process, PersonForm(name="Fatma Demir", phone="06"))
    poll = house.opinions.begin(process, "Wat Fatma Demir wil", "Gesprek met F. Demir").id
    house.opinions.add_statement(poll, "Fatma Demir heeft gelijk")

    paths = house.opinion_files.save_polis(poll, tmp_path)

    assert not any("Demir" in path.read_text("utf-8") for path in paths)
    assert "[weggelaten] heeft gelijk" in paths[0].read_text("utf-8")


def test_a_sheet_to_fill_in_reads_back_as_votes(house, poll, tmp_path):
    for text in ("Meer bomen", "Minder auto's"):
        house.opinions.add_statement(poll, text)
    path = house.opinion_files.save_form(poll, tmp_path / "invullen.xlsx")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["B2"], sheet["C2"], sheet["B3"] = "eens", "oneens", 0
    book.save(path)

    reading = house.opinions.look(poll, [path], UNHEARD)

    assert [(one.voter, one.number, one.said) for one in reading.votes] == [(1, 1, 1), (1, 2, -1), (2, 1, 0)]
    assert not reading.problems


def test_the_workbook_tells_words_statements_and_what_sets_groups_apart(house, poll, take_in, tmp_path):
    take_in()
    search(house, poll)

    book = load_workbook(house.opinion_files.save_workbook(poll, tmp_path / "uit.xlsx"))

    assert book.sheetnames == ["In woorden", "Stellingen", "Wat een groep anders zegt"]
    assert book["Stellingen"]["A2"].value == 0
    assert book["Stellingen"].max_row == 8


def test_the_workbook_and_the_paper_name_nobody(house, process, poll, take_in, tmp_path):
    house.people.add(process, PersonForm(name="Fatma Demir", phone="06"))
    house.opinions.add_statement(poll, "Fatma Demir heeft gelijk")
    take_in()
    search(house, poll)

    book = load_workbook(house.opinion_files.save_workbook(poll, tmp_path / "uit.xlsx"))
    paper = house.opinion_files.paper(poll)

    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not [said for said in (*cells, *paper.texts.values()) if "Demir" in said]
    assert "[weggelaten] heeft gelijk" in paper.texts.values()


def test_the_workbook_says_when_it_is_how_things_stood_before(house, poll, take_in, tmp_path):
    take_in()
    search(house, poll)
    statement = house.opinions.view(poll).counting[0]
    house.opinions.withdraw_statement(statement.id, "dubbel")

    path = house.opinion_files.save_workbook(poll, tmp_path / "groepen.xlsx")

    assert load_workbook(path)["In woorden"]["A2"].value.startswith("Er kwamen sindsdien stemmen bij")


def test_nothing_is_written_of_groups_that_were_not_looked_for(house, poll, tmp_path):
    for write in (
        lambda: house.opinion_files.save_workbook(poll, tmp_path / "uit.xlsx"),
        lambda: house.opinion_files.paper(poll),
    ):
        with pytest.raises(NotPossible) as error:
            write()
        assert error.value.code == "opinion_not_counted"
