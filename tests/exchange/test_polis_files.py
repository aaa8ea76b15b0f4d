"""Files of a Polis export: read whole, what is wrong listed by row, and written so that they read back."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from uuid import UUID

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.opinion_intake import IntakeTrouble
from burgertop_app.domain.opinions import OpinionPoll, Statement, StatementVote, vote_table
from burgertop_app.domain.outcomes import Standing
from burgertop_app.exchange import polis_writing
from burgertop_app.exchange.polis_reading import read_polis

COMMENTS = """timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1627531167586,Wed Jul 28,0,357,2,0,1,Meer bomen in de straat.
1627568821508,Thu Jul 29,1,365,0,2,0,"Het plein moet groener, met een ""pomp""."
1625693947062,Wed Jul 07,2,175,0,0,-1,Onzin
"""
VOTES = """timestamp,datetime,comment-id,voter-id,vote
1627531168,Wed,0,1,1
1627531169,Wed,0,2,1
1627531170,Wed,1,1,-1
1627531171,Wed,1,2,-1
"""


@pytest.fixture
def files(tmp_path):
    """Writes files and gives their paths."""

    def written(**texts):
        paths = []
        for name, text in texts.items():
            path = tmp_path / f"{name}.csv"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        return paths

    return written


def told(reading):
    return [(one.row, one.trouble, one.value) for one in reading.problems]


def test_words_without_quotes_keep_their_commas_as_they_were(files):
    comments = COMMENTS + "1627531167,Wed,3,1,0,0,1,Het kost 1,5 miljoen, en dan, ja,ja\n"
    summary = "topic,Groen, grijs\nconversation-description,Wat moet 1,5 keer beter, en hoe?\n"

    reading = read_polis(files(a=comments, b=summary), {})

    assert reading.statements[-1].text == "Het kost 1,5 miljoen, en dan, ja,ja"
    assert (reading.title, reading.intro) == ("Groen, grijs", "Wat moet 1,5 keer beter, en hoe?")


def test_statements_and_votes_come_whole(files):
    reading = read_polis(files(a=VOTES, b=COMMENTS), {})

    assert [one.text for one in reading.statements][1] == 'Het plein moet groener, met een "pomp".'
    assert [one.out for one in reading.statements] == [False, False, True]
    assert [(one.voter, one.number, one.said) for one in reading.votes] == [
        (1, 0, 1), (2, 0, 1), (1, 1, -1), (2, 1, -1)
    ]  # fmt: skip
    assert reading.votes[0].given_at == datetime(2021, 7, 29, 3, 59, 28, tzinfo=UTC)
    assert not reading.problems
    assert not reading.reversed


def test_a_text_without_quotes_keeps_its_commas(files):
    loose = COMMENTS.splitlines()[0] + "\n1,x,7,1,0,0,1,Eerst denken, dan doen, dan delen\n"

    assert read_polis(files(a=loose), {}).statements[0].text == "Eerst denken, dan doen, dan delen"


def test_what_is_wrong_with_votes_is_listed_by_row_and_the_rest_stays(files):
    wrong = VOTES + "1,x,9,1,1\n1,x,0,3,2\n1,x,0,Jan,1\n1,x,0,4,0\n"

    reading = read_polis(files(a=wrong, b=COMMENTS), {})

    assert told(reading) == [
        (6, IntakeTrouble.STATEMENT, "9"),
        (7, IntakeTrouble.VALUE, "2"),
        (8, IntakeTrouble.VOTER, "Jan"),
    ]
    assert len(reading.votes) == 5


def test_what_is_wrong_with_statements_is_listed_by_row(files):
    wrong = COMMENTS + "1,x,0,1,0,0,1,Nog eens\n1,x,a,1,0,0,1,Zonder nummer\n1,x,5,1,0,0,1,\n"

    reading = read_polis(files(a=wrong), {})

    assert told(reading) == [
        (5, IntakeTrouble.TWICE, "Nog eens"),
        (6, IntakeTrouble.NUMBER, "a"),
        (7, IntakeTrouble.EMPTY, "5"),
    ]
    assert len(reading.statements) == 3


def test_other_words_under_a_known_number_are_listed(files):
    reading = read_polis(files(a=COMMENTS), {0: "Minder bomen."})

    assert told(reading) == [(2, IntakeTrouble.OTHER, "Meer bomen in de straat.")]


def test_of_two_votes_the_one_given_last_comes_last(files):
    twice = VOTES + "1627531100,x,0,1,-1\n"

    reading = read_polis(files(a=twice, b=COMMENTS), {})

    assert reading.again == 1
    assert [one.said for one in reading.votes if (one.voter, one.number) == (1, 0)] == [-1, 1]


def test_votes_that_are_turned_round_are_noticed(files):
    crossed = VOTES.replace(",1\n", ",X\n").replace(",-1\n", ",1\n").replace(",X\n", ",-1\n")

    reading = read_polis(files(a=crossed, b=COMMENTS), {})

    assert reading.reversed
    assert [one.said for one in reading.turned().votes] == [1, 1, -1, -1]


def test_a_sheet_with_a_voter_per_row_is_read_with_words_too(files):
    sheet = "stemmer;0;1\n11;eens;Oneens\n12;pas;\n13;misschien;-1\n"

    reading = read_polis(files(a=sheet), {0: "Meer bomen.", 1: "Minder auto's."})

    assert [(one.voter, one.number, one.said) for one in reading.votes] == [
        (11, 0, 1), (11, 1, -1), (12, 0, 0), (13, 1, -1)
    ]  # fmt: skip
    assert told(reading) == [(4, IntakeTrouble.VALUE, "misschien")]


def test_a_list_and_a_sheet_of_the_same_votes_are_not_counted_twice(files):
    sheet = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n1,0,0,2,1,1,1,-1\n"

    reading = read_polis(files(a=VOTES, b=COMMENTS, c=sheet), {})

    assert len(reading.votes) == 4
    assert [remark.code for remark in reading.remarks] == ["polis_both"]


def test_another_encoding_is_read_and_told(files):
    reading = read_polis(files(a=COMMENTS.replace("bomen", "caf\xe9s").encode("cp1252")), {})

    assert reading.statements[0].text == "Meer cafés in de straat."
    assert [remark.code for remark in reading.remarks] == ["sheet_encoding_guessed"]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"a": "naam;leeftijd\nJan;40\n"}, "polis_header"),
        ({"a": VOTES}, "polis_no_statements"),
        ({"a": COMMENTS, "b": COMMENTS}, "polis_twice"),
        ({"a": "   \n"}, "sheet_empty"),
        ({"a": b"PNG\x00\x01\x02"}, "sheet_not_a_table"),
    ],
)
def test_a_file_that_is_something_else_is_refused(files, texts, code):
    with pytest.raises(InvalidInput) as error:
        read_polis(files(**texts), {})

    assert error.value.code == code


def test_what_is_written_reads_back_the_same(tmp_path):
    poll = OpinionPoll(id=UUID(int=1), process_id=UUID(int=2), title="Groen, of niet?", intro="Met elkaar.")
    statements = [
        Statement(id=UUID(int=10), poll_id=poll.id, number=0, text='Meer "bomen", graag.'),
        Statement(id=UUID(int=11), poll_id=poll.id, number=3, text="=SOM(A1)", standing=Standing.WITHDRAWN),
    ]
    said = [(10, 1, 1, 1), (10, 1, -1, 2), (10, 2, 0, 3), (11, 2, 1, 4)]
    moment = datetime(2026, 3, 2, 9, tzinfo=UTC)
    votes = [
        StatementVote(
            id=UUID(int=100 + place),
            statement_id=UUID(int=one),
            intake_id=UUID(int=5),
            voter=voter,
            said=vote,
            place=place,
            given_at=moment.replace(second=place),
        )
        for one, voter, vote, place in said
    ]
    counted = vote_table(statements, votes)
    numbers = {one.id: one.number for one in statements}
    paths = [tmp_path / name for name in polis_writing.names()]
    polis_writing.write_comments(paths[0], statements, counted, moment)
    polis_writing.write_votes(paths[1], votes, numbers)
    polis_writing.write_participants(paths[2], counted, {1: 0})
    polis_writing.write_summary(paths[3], poll, counted, 2, 2)

    reading = read_polis(paths, {})

    assert (reading.title, reading.intro) == (poll.title, poll.intro)
    assert [(one.number, one.text, one.out) for one in reading.statements] == [
        (0, 'Meer "bomen", graag.', False), (3, "=SOM(A1)", True)
    ]  # fmt: skip
    assert [(one.voter, one.number, one.said) for one in reading.votes] == [
        (voter, numbers[UUID(int=one)], vote) for one, voter, vote, _place in said
    ]
    assert not reading.problems
    assert paths[2].read_text("utf-8").splitlines()[1] == "1,0,0,1,0,1,-1"


IMPORTANCE = "participant,group-id,n-comments,n-votes,n-important,0,1\n1,0,0,2,1,1,0\n"
GROUPS = "comment-id,comment,total-votes,total-agrees,group-a-votes\n0,Meer bomen,2,2,2\n"
MATRIX = (
    "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n1,0,0,2,1,1,1,-1\n2,1,0,2,1,1,1,-1\n"
)
EXPORT = {
    "2026-05-11-r7x-comments.csv": COMMENTS,
    "2026-05-11-r7x-participant-votes.csv": MATRIX,
    "2026-05-11-r7x-participant-importance.csv": IMPORTANCE,
    "2026-05-11-r7x-comment-groups.csv": GROUPS,
    "2026-05-11-r7x-votes.csv": VOTES,
}


def folder_of(place, files):
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def zip_of(path, files, below=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{below}{name}", text)
    return path


@pytest.mark.parametrize("below", ["", "gesprek.r7x.2026-05-11/"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_whole_export_is_read_from_its_folder_or_zip(files, tmp_path, packed, below):
    single = read_polis(files(a=VOTES, b=COMMENTS, c=MATRIX), {})

    if packed:
        found = read_polis([zip_of(tmp_path / "export.zip", EXPORT, below)], {})
    else:
        folder_of(tmp_path / "export" / below, EXPORT)
        found = read_polis([tmp_path / "export"], {})

    assert (found.statements, found.votes) == (single.statements, single.votes)
    assert found.sha256 == single.sha256
    assert len(found.files) == 3


def test_a_strange_file_in_the_folder_is_told_and_left(tmp_path):
    strange = {"adressen.csv": "naam,straat\nJan,Dorpsstraat\n", "leesmij.txt": "hallo"}

    found = read_polis([folder_of(tmp_path / "map", EXPORT | strange)], {})

    assert [(one.code, dict(one.params)["file"]) for one in found.remarks if one.code == "polis_passed"] == [
        ("polis_passed", "adressen.csv")
    ]
    assert "Jan" not in repr(found)


def test_what_a_mac_packs_along_is_passed_over(tmp_path):
    packed = zip_of(tmp_path / "export.zip", EXPORT | {"__MACOSX/._votes.csv": "\x00\x05"})

    assert len(read_polis([packed], {}).votes) == 4


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda place: folder_of(place / "leeg", {"x.txt": "x"}), "polis_folder_empty"),
        (lambda place: zip_of(place / "leeg.zip", {"x.txt": "x"}), "polis_folder_empty"),
        (lambda place: folder_of(place / "vol", {f"{n}.csv": "a" for n in range(201)}), "polis_folder_full"),
        (lambda place: folder_of(place / "anders", {"x.csv": "naam,straat\nJan,A\n"}), "polis_nothing"),
        (lambda place: folder_of(place / "twee", EXPORT | {"votes.csv": VOTES}), "polis_twice"),
    ],
)
def test_a_folder_that_is_no_export_is_refused_with_a_reason(tmp_path, made, code):
    with pytest.raises(InvalidInput) as error:
        read_polis([made(tmp_path)], {})

    assert error.value.code == code


def test_a_damaged_zip_is_refused(tmp_path):
    packed = zip_of(tmp_path / "export.zip", EXPORT)
    packed.write_bytes(packed.read_bytes()[:-200])

    with pytest.raises(InvalidInput) as error:
        read_polis([packed], {})

    assert error.value.code == "polis_zip_damaged"
