"""Slips from a sheet, all or none, and slips for anyone to count again."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule, GroupQuestion
from burgertop_app.domain.ballots import Batch, VoteState
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.requests import NewProposal, PersonForm
from burgertop_app.domain.voting import Slip
from burgertop_app.exchange.workbooks import read_table
from burgertop_app.messages.vote_lines import sheet_problems
from tests.beginnings import beginning

AREA = GroupQuestion("Wijk", ("Noord", "Zuid"))


@beginning
def proposals(house, process):
    """Three proposals."""
    return [house.proposals.add(process, NewProposal(title=said)).id for said in ("Loket", "Groen", "Bus")]


@pytest.fixture
def fix(house, process, proposals):
    def made(rule, **told):
        ballot = house.voting.fix(process, "Stemming", BallotMethod(rule=rule, seed="1", **told)).id
        house.voting.printed(ballot)
        return ballot

    return made


@pytest.fixture
def sheet(tmp_path):
    def made(*lines):
        path = tmp_path / "briefjes.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return made


def test_a_sheet_becomes_slips(house, fix, sheet):
    ballot = fix(BallotRule.DOTS, groups=(AREA,))
    path = sheet(
        "Nummer;1. Loket;Groen;3;Wijk;Status;Reden;Opmerkelijk",
        "101;3;;2;noord;;;x",
        "102;;;;;blanco;;",
        "103;9;;;;ongeldig;negen stippen;",
    )

    read = house.vote_files.look(ballot, path, Batch.FIRST)
    house.vote_files.keep(ballot, read, Batch.FIRST, "Anna")

    votes = house.voting.desk(ballot).entered(Batch.FIRST)
    assert [vote.state for vote in votes] == [VoteState.VALID, VoteState.BLANK, VoteState.INVALID]
    assert (sorted(votes[0].choices.values()), votes[0].cells) == (["2", "3"], {"Wijk": "Noord"})
    assert read.unused == ("Opmerkelijk",)


def test_every_wrong_row_is_told_and_nothing_is_kept(house, fix, sheet):
    ballot = fix(BallotRule.DOTS, groups=(AREA,))
    path = sheet(
        "nummer;1;2;3;wijk",
        "101;3;;;Noord",
        "101;1;;;",
        "102;6;;;",
        "103;veel;;;",
        "104;1;;;Oost",
        ";1;;;",
    )
    read = house.vote_files.look(ballot, path, Batch.FIRST)

    with pytest.raises(InvalidInput) as refused:
        house.vote_files.keep(ballot, read, Batch.FIRST, "Anna")

    assert refused.value.code == "vote_sheet_wrong"
    assert house.voting.desk(ballot).votes == ()
    assert [(one.row, one.error.code) for one in read.problems] == [
        (3, "vote_row_twice"),
        (4, "vote_mark"),
        (5, "vote_cell"),
        (6, "vote_box_unknown"),
        (7, "vote_number_empty"),
    ]
    assert sheet_problems(read, 1) == (
        "Rij 3: Briefje 101 staat in dit bestand ook op rij 2. Laat de rij staan die klopt met het papier.",
        "en nog 4 rijen",
    )


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("papier;1;2;3", "vote_sheet_no_number"),
        ("nummer;1;2", "vote_sheet_no_option"),
        ("nummer;1;2;3;Bus", "vote_sheet_twice"),
    ],
)
def test_a_sheet_without_the_right_columns_is_refused(house, fix, sheet, head, code):
    ballot = fix(BallotRule.DOTS)

    with pytest.raises(InvalidInput) as refused:
        house.vote_files.look(ballot, sheet(head, "101" + ";1" * head.count(";")), Batch.FIRST)

    assert refused.value.code == code


def test_a_score_with_a_comma_or_joined_cells_is_told_and_nothing_is_kept(house, fix, tmp_path):
    ballot = fix(BallotRule.SCORE)
    book = Workbook()
    for row in (("nummer", 1, 2, 3), ("101", "7,5", 8, 9), ("102", 7, None, 9), ("103", "7,0", 8.0, 9)):
        book.active.append(row)
    book.active.merge_cells("B3:C3")
    book.save(tmp_path / "briefjes.xlsx")

    read = house.vote_files.look(ballot, tmp_path / "briefjes.xlsx", Batch.FIRST)

    assert [(one.row, one.error.code) for one in read.problems] == [(2, "vote_cell"), (3, "vote_row_merged")]
    assert [dict(slip.marks) for slip in read.slips] == [{0: 7, 1: 8, 2: 9}]
    with pytest.raises(InvalidInput):
        house.vote_files.keep(ballot, read, Batch.FIRST, "Anna")
    assert house.voting.desk(ballot).votes == ()


def test_words_for_and_against_are_understood(house, fix, sheet):
    ballot = fix(BallotRule.MAJORITY)
    path = sheet("nummer;1;2;3", "101;voor;Tegen;blanco", "102;V;-;")

    read = house.vote_files.look(ballot, path, Batch.FIRST)

    assert [dict(slip.marks) for slip in read.slips] == [{0: 1, 1: -1, 2: 0}, {0: 1, 1: -1}]


def test_a_sheet_that_is_the_vote_itself_can_be_counted_at_once(house, fix, sheet):
    ballot = fix(BallotRule.APPROVAL)
    path = sheet("nummer;1;2;3", "101;x;;x", "102;1;;")
    read = house.vote_files.look(ballot, path, Batch.SETTLED)

    house.vote_files.keep(ballot, read, Batch.SETTLED, "Anna")
    house.vote_counting.count(ballot)

    assert [one.score for one in house.vote_counting.result(ballot).outcome.options] == [2, 0, 1]


def test_a_number_from_a_sheet_that_is_the_vote_and_from_paper_is_refused(house, fix, sheet):
    ballot = fix(BallotRule.APPROVAL)
    whole = sheet("nummer;1;2;3", "101;x;;x", "102;1;;")
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="101", marks={1: 1}), "Bilal")

    typed = house.vote_files.look(ballot, whole, Batch.SETTLED)
    rest = house.vote_files.look(ballot, sheet("nummer;1;2;3", "102;1;;"), Batch.SETTLED)
    house.vote_files.keep(ballot, rest, Batch.SETTLED, "Anna")
    with pytest.raises(InvalidInput) as error:
        house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="102", marks={1: 1}), "Bilal")

    assert [one.error.code for one in typed.problems] == ["vote_number_taken"]
    assert error.value.code == "vote_number_taken"


def test_two_rounds_from_two_sheets_are_compared(house, fix, sheet):
    ballot = fix(BallotRule.APPROVAL)
    for batch, by, mark in ((Batch.FIRST, "Anna", "x"), (Batch.SECOND, "Bilal", "")):
        read = house.vote_files.look(ballot, sheet("nummer;1;2;3", f"101;x;{mark};"), batch)
        house.vote_files.keep(ballot, read, batch, by)

    assert [one.number for one in house.voting.desk(ballot).differences] == ["101"]


def test_an_empty_sheet_has_the_numbers_and_can_be_read_back(house, fix, tmp_path):
    ballot = fix(BallotRule.DOTS, slips=4, groups=(AREA,))

    path = house.vote_files.save_form(ballot, tmp_path / "leeg.xlsx")

    table = read_table(path)
    assert table.header == ("nummer", "1. Loket", "2. Groen", "3. Bus", "Wijk", "staat", "reden")
    assert sorted(row[0] for row in table.rows) == sorted(house.voting.desk(ballot).ballot.numbers)


def test_boxes_that_differ_in_a_sign_alone_are_told_apart(house, fix, sheet):
    ballot = fix(BallotRule.DOTS, groups=(GroupQuestion("Leeftijd", ("<30", "30+")),))

    read = house.vote_files.look(
        ballot, sheet("nummer;1;2;3;leeftijd", "1;1;;;30+", "2;1;;;<30"), Batch.FIRST
    )

    assert [slip.cells for slip in read.slips] == [{"Leeftijd": "30+"}, {"Leeftijd": "<30"}]


def test_a_box_that_may_be_either_is_refused(house, fix, sheet):
    ballot = fix(BallotRule.DOTS, groups=(GroupQuestion("Leeftijd", ("<30", "30+")),))

    read = house.vote_files.look(ballot, sheet("nummer;1;2;3;leeftijd", "1;1;;;30"), Batch.FIRST)

    assert [one.error.code for one in read.problems] == ["vote_box_unknown"]


def test_a_blank_slip_with_marks_is_looked_at_again(house, fix, sheet):
    ballot = fix(BallotRule.DOTS)

    read = house.vote_files.look(ballot, sheet("nummer;1;2;3;status", "1;2;;;blanco"), Batch.FIRST)

    assert [one.error.code for one in read.problems] == ["vote_blank_marked"]
    assert "Briefje 1" in sheet_problems(read)[0]


def test_a_recount_has_the_marks_without_numbers_and_groups(house, fix, sheet, tmp_path):
    ballot = fix(BallotRule.DOTS, groups=(AREA,))
    lines = ("nummer;1;2;3;wijk;status", "901;3;;2;Noord;", "102;1;1;;Zuid;", "555;;;;;blanco")
    read = house.vote_files.look(ballot, sheet(*lines), Batch.SETTLED)
    house.vote_files.keep(ballot, read, Batch.SETTLED, "Anna")
    house.vote_counting.count(ballot)

    path = house.vote_files.save_recount(ballot, tmp_path / "natellen.csv")

    text = path.read_text(encoding="utf-8-sig")
    assert text.splitlines() == [
        "staat;1. Loket;2. Groen;3. Bus",
        "blanco;;;",
        "geldig;1;1;",
        "geldig;3;;2",
    ]


def test_a_recount_names_nobody(house, process, fix, sheet, tmp_path):
    house.people.add(process, PersonForm(name="Fatma Demir", phone="06"))
    house.proposals.add(process, NewProposal(title="Bankje van Fatma Demir"))
    ballot = fix(BallotRule.DOTS)
    read = house.vote_files.look(ballot, sheet("nummer;1;2;3;4", "901;1;;;"), Batch.SETTLED)
    house.vote_files.keep(ballot, read, Batch.SETTLED, "Anna")
    house.vote_counting.count(ballot)

    path = house.vote_files.save_recount(ballot, tmp_path / "natellen.csv")

    assert path.read_text(encoding="utf-8-sig").splitlines()[0].endswith(";4. Bankje van [weggelaten]")


def test_nothing_leaves_before_the_count(house, fix, tmp_path):
    ballot = fix(BallotRule.DOTS)

    with pytest.raises(NotPossible) as refused:
        house.vote_files.save_recount(ballot, tmp_path / "natellen.csv")

    assert refused.value.code == "vote_not_closed"
