import csv
import json
from pathlib import Path

import openpyxl
import pytest

from burgertop_app.domain.draw_requests import DrawFiles
from burgertop_app.domain.errors import BurgertopError, Cancelled, CheckFailed, Conflict, InvalidInput
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.services.lotteries import Lotteries

POOL = Path(__file__).parents[1] / "fixtures" / "pools" / "nl_n70_k24_f5"


@pytest.fixture
def lotteries(clock, entropy):
    return Lotteries(entropy, clock)


def request(**changes):
    given = {"people": POOL / "people.csv", "quotas": POOL / "quotas.csv", "seats": 24}
    return DrawFiles(**(given | changes))


def sheet(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_full_folder_is_complete(lotteries, tmp_path):
    lotteries.draw(request(), tmp_path / "draw", UNHEARD, seed="dice 6 2 4", reserves=3)

    paths = [path for path in (tmp_path / "draw").rglob("*") if path.is_file()]
    assert {path.relative_to(tmp_path / "draw").as_posix() for path in paths} == {
        "SHA256SUMS",
        "openbaar/SHA256SUMS",
        "lottery.json",
        "salts.json",
        "panel.csv",
        "reserves.csv",
        "remaining.csv",
        "probabilities.csv",
        "protocol.pdf",
        "invoer.json",
        "controleer_loting.py",
        "openbaar/toezegging.json",
        "openbaar/opening.json",
        "openbaar/protocol.pdf",
        "openbaar/controleer_loting.py",
    }


def test_everyone_is_in_one_sheet_with_all_columns(lotteries, tmp_path):
    outcome = lotteries.draw(request(), tmp_path / "draw", UNHEARD, seed="dice", reserves=3)

    parts = [sheet(tmp_path / "draw" / f"{name}.csv") for name in ("panel", "reserves", "remaining")]
    whole = {row["id"]: row for row in sheet(POOL / "people.csv")}
    assert [len(part) for part in parts] == [24, 3, 43]
    assert {row["id"]: row for part in parts for row in part} == whole
    assert [row["id"] for row in parts[1]] == list(outcome.reserves)


def test_draw_in_one_go_is_marked_a_rehearsal(lotteries, tmp_path):
    lotteries.draw(request(), tmp_path / "draw", UNHEARD, seed="dice")

    assert json.loads((tmp_path / "draw" / "lottery.json").read_text("utf-8"))["rehearsal"] is True
    assert json.loads((tmp_path / "draw/openbaar/toezegging.json").read_text("utf-8"))["rehearsal"] is True


def test_committed_folder_has_no_number_and_no_panel(lotteries, tmp_path):
    lotteries.lottery(request(source="Lotto 28 november"), tmp_path / "draw", UNHEARD)

    found = json.loads((tmp_path / "draw" / "lottery.json").read_text("utf-8"))
    assert (found["drawn_number"], found["seed"], found["rehearsal"]) == (None, "", False)
    assert found["number_source"] == "Lotto 28 november"
    assert not (tmp_path / "draw" / "panel.csv").exists()
    assert len(sheet(tmp_path / "draw" / "remaining.csv")) == 70


def test_number_after_the_commitment_leaves_the_commitment_as_it_was(lotteries, clock, tmp_path):
    lotteries.lottery(request(), tmp_path / "draw", UNHEARD)
    before = (tmp_path / "draw" / "openbaar" / "toezegging.json").read_bytes()
    clock.on(days=7)

    outcome = lotteries.number(tmp_path / "draw", seed="3 14 15", reserves=5)

    assert (tmp_path / "draw" / "openbaar" / "toezegging.json").read_bytes() == before
    assert not outcome.drawn.rehearsal
    assert len(outcome.reserves) == 5


def test_committed_and_rehearsed_lottery_are_the_same(lotteries, tmp_path):
    committed = lotteries.lottery(request(), tmp_path / "one", UNHEARD)
    rehearsed = lotteries.draw(request(), tmp_path / "two", UNHEARD, seed="dice")

    assert committed.lottery_sha256 == rehearsed.lottery_sha256


def test_number_drawn_by_hand_is_taken_as_it_is(lotteries, tmp_path):
    outcome = lotteries.draw(request(), tmp_path / "draw", UNHEARD, number=7)

    assert outcome.drawn.number == 7
    assert outcome.panel == outcome.lottery.panels[7]


def test_number_is_drawn_once(lotteries, tmp_path):
    lotteries.lottery(request(), tmp_path / "draw", UNHEARD)
    lotteries.number(tmp_path / "draw", seed="first")

    with pytest.raises(Conflict, match="draw_has_number"):
        lotteries.number(tmp_path / "draw", seed="second")


def test_no_number_is_drawn_from_a_changed_lottery(lotteries, tmp_path):
    lotteries.lottery(request(), tmp_path / "draw", UNHEARD)
    path = tmp_path / "draw" / "lottery.json"
    path.write_text(path.read_text("utf-8").replace('"attempt":1', '"attempt":2'), "utf-8")

    with pytest.raises(CheckFailed, match="verify_lottery_hash"):
        lotteries.number(tmp_path / "draw", seed="dice")


def test_draw_never_overwrites_a_draw(lotteries, tmp_path):
    lotteries.draw(request(), tmp_path / "draw", UNHEARD, seed="dice")

    with pytest.raises(Conflict, match="draw_folder_taken"):
        lotteries.draw(request(), tmp_path / "draw", UNHEARD, seed="dice")


@pytest.mark.parametrize(
    ("changes", "number", "code"),
    [
        ({"seats": 71}, {"seed": "x"}, "draw_seats_over_people"),
        ({"seats": 0}, {"seed": "x"}, "draw_seats"),
        ({"seats": 25}, {"seed": "x"}, "draw_no_panel"),
        ({"household": ("address", "zip")}, {"seed": "x"}, "draw_no_panel"),
        ({"household": ("street",)}, {"seed": "x"}, "sheet_column_missing"),
        ({"id_column": "badge"}, {"seed": "x"}, "sheet_column_missing"),
        ({"method": "dice"}, {"seed": "x"}, "draw_method"),
        ({}, {}, "draw_seed_or_number"),
        ({}, {"seed": "x", "number": 1}, "draw_seed_or_number"),
        ({}, {"seed": "  "}, "draw_seed_empty"),
        ({}, {"number": 1000}, "draw_number_range"),
        ({}, {"seed": "x", "reserves": -1}, "draw_reserves"),
    ],
)
def test_impossible_request_leaves_nothing(lotteries, tmp_path, changes, number, code):
    with pytest.raises(BurgertopError, match=code):
        lotteries.draw(request(**changes), tmp_path / "draw", UNHEARD, **number)

    assert list(tmp_path.iterdir()) == []


def test_cancel_leaves_nothing(lotteries, tmp_path):
    class Impatient:
        def checkpoint(self, phase, _fraction=None):
            if phase == "draw_mix":
                raise Cancelled

    with pytest.raises(Cancelled):
        lotteries.draw(request(), tmp_path / "draw", Impatient(), seed="dice")

    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_written_is_refused_before_the_long_work(lotteries, tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(InvalidInput, match="draw_folder_unwritable"):
        lotteries.draw(request(), tmp_path / "file" / "draw", UNHEARD, seed="dice")


def test_people_from_a_workbook_give_the_same_lottery(lotteries, tmp_path):
    book = openpyxl.Workbook()
    for row in csv.reader((POOL / "people.csv").read_text("utf-8").splitlines()):
        book.active.append(row)
    book.save(tmp_path / "people.xlsx")

    fresh = lotteries.draw(request(people=tmp_path / "people.xlsx"), tmp_path / "one", UNHEARD, seed="dice")
    known = lotteries.draw(request(), tmp_path / "two", UNHEARD, seed="dice")

    assert fresh.lottery_sha256 == known.lottery_sha256


def test_kept_out_people_are_counted_by_class_of_reason_without_their_story(lotteries, tmp_path):
    (tmp_path / "out.csv").write_text("id,reden\np0,afkoelperiode\np2,broer van Jan Vossestaart\n", "utf-8")

    lotteries.lottery(request(keep_out=tmp_path / "out.csv"), tmp_path / "draw", UNHEARD)

    public = json.loads((tmp_path / "draw" / "openbaar" / "toezegging.json").read_text("utf-8"))
    rows = {row["id"]: row["probability"] for row in sheet(tmp_path / "draw" / "probabilities.csv")}
    files = b"".join(path.read_bytes() for path in (tmp_path / "draw").rglob("*") if path.is_file())
    assert public["kept_out"] == {"cool_down": 1, "other": 1}
    assert b"Vossestaart" not in files
    assert lotteries.verify(tmp_path / "draw", None, None, UNHEARD).right
    assert (len(rows), rows["p0"], rows["p2"]) == (70, "0.000", "0.000")


def test_what_is_public_holds_no_name_address_or_number_outside_the_panel(lotteries, tmp_path):
    outcome = lotteries.draw(request(), tmp_path / "draw", UNHEARD, seed="dice", reserves=5)

    public = b"".join(path.read_bytes() for path in sorted((tmp_path / "draw" / "openbaar").iterdir()))
    private = [row[column] for row in sheet(POOL / "people.csv") for column in ("name", "address", "zip")]
    hidden = {row["id"] for row in sheet(POOL / "people.csv")} - set(outcome.panel)
    assert not [text for text in private if f'"{text}"'.encode() in public]
    assert not [number for number in hidden if f'"{number}"'.encode() in public]


def test_what_is_public_leaves_every_feature_of_the_panel_open(lotteries, tmp_path):
    """Only counts tell of features; each leaves at least two values, so any member may have either."""
    lotteries.draw(request(), tmp_path / "draw", UNHEARD, seed="dice")

    opened = json.loads((tmp_path / "draw" / "openbaar" / "opening.json").read_text("utf-8"))
    present = {}
    for line in opened["quotas"]:
        present.setdefault(line["feature"], []).append(line["count"])
    assert all(sum(bool(count) for count in counts) >= 2 for counts in present.values())


def test_of_groups_that_are_too_small_no_quota_and_no_count_is_public(lotteries, tmp_path):
    (tmp_path / "q.csv").write_text(
        "feature,value,min,max\nsex,f,0,2\nsex,m,0,2\nage,y,1,1\nage,o,1,1\n", "utf-8"
    )
    (tmp_path / "p.csv").write_text("id,sex,age\n1,f,y\n2,f,o\n3,f,y\n4,f,o\n", "utf-8")
    asked = request(people=tmp_path / "p.csv", quotas=tmp_path / "q.csv", seats=2)

    lotteries.draw(asked, tmp_path / "draw", UNHEARD, seed="dice")

    committed, opened = (
        json.loads((tmp_path / "draw" / "openbaar" / name).read_text("utf-8"))
        for name in ("toezegging.json", "opening.json")
    )
    assert (committed["quotas"], opened["quotas"], committed["withheld"]) == ([], [], ["sex", "age"])
    assert lotteries.verify(tmp_path / "draw" / "openbaar", None, None, UNHEARD).right
