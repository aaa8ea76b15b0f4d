"""What is published of a draw: groups without small numbers, and the first format that stays checkable."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from burgertop_app.domain.draw_format_1 import commitment_1
from burgertop_app.domain.draw_protocol import commitment, sealed
from burgertop_app.domain.draw_requests import DrawFiles
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange import draw_folder
from burgertop_app.services.draw_checks import verify
from burgertop_app.services.draw_folders import folder_files
from burgertop_app.services.draw_reading import full_draw
from burgertop_app.services.lotteries import Lotteries

AGES = ("16-29", "30-64", "65+")
QUOTAS = (("leeftijd", "16-29", 4, 5), ("leeftijd", "30-64", 4, 6), ("leeftijd", "65+", 1, 3))
MORE = (("sekse", "v", 5, 6), ("sekse", "m", 4, 5), ("herkomst", "a", 4, 6), ("herkomst", "b", 4, 6))


@pytest.fixture
def lotteries(clock, entropy):
    return Lotteries(entropy, clock)


@pytest.fixture
def asked(tmp_path):
    """Forty people and ten seats; the oldest have a quota from one seat, and one feature looks sensitive."""
    people = [f"r{n:02d},{AGES[n % 3]},{'vm'[n // 2 % 2]},{'ab'[n // 4 % 2]}" for n in range(40)]
    (tmp_path / "p.csv").write_text("\n".join(("id,leeftijd,sekse,herkomst", *people)) + "\n", "utf-8")
    quotas = [",".join(map(str, line)) for line in (*QUOTAS, *MORE)]
    (tmp_path / "q.csv").write_text("\n".join(("feature,value,min,max", *quotas)) + "\n", "utf-8")
    return DrawFiles(people=tmp_path / "p.csv", quotas=tmp_path / "q.csv", seats=10)


@pytest.fixture
def folder(lotteries, asked, tmp_path):
    lotteries.lottery(asked, tmp_path / "draw", UNHEARD)
    return tmp_path / "draw"


def public(folder, name):
    return json.loads((folder / "openbaar" / name).read_text("utf-8"))


def checker(folder):
    words = [sys.executable, "-I", folder / "controleer_loting.py"]
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=False)


def test_a_small_quota_goes_with_its_neighbour_and_the_limits_are_added(folder):
    assert [
        line for line in public(folder, "toezegging.json")["quotas"] if line["feature"] == "leeftijd"
    ] == [
        {"feature": "leeftijd", "values": ["16-29"], "low": 4, "high": 5},
        {"feature": "leeftijd", "values": ["30-64", "65+"], "low": 5, "high": 9},
    ]


def test_a_feature_that_looks_sensitive_is_withheld_by_name(folder):
    assert public(folder, "toezegging.json")["withheld"] == ["herkomst"]


def test_no_quota_can_be_guessed_from_a_hash_and_no_rate_of_a_group_is_told(folder):
    committed = public(folder, "toezegging.json")

    assert "quotas_sha256" not in committed
    assert set(committed["drop_out"]) == {"overall", "processes", "people"}


def test_the_counts_after_the_draw_are_of_the_same_groups(lotteries, folder):
    lotteries.number(folder, seed="3 14 15")

    lines = public(folder, "opening.json")["quotas"]

    assert [{key: line[key] for key in line if key != "count"} for line in lines] == public(
        folder, "toezegging.json"
    )["quotas"]
    assert sum(line["count"] for line in lines if line["feature"] == "leeftijd") == 10


def reseal(folder, change):
    """Change the commitment and make its own hash fit again."""
    path = folder / "openbaar" / "toezegging.json"
    found = json.loads(path.read_text("utf-8"))
    change(found)
    path.write_bytes(draw_folder.readable_json_bytes(sealed(found)))


def split_the_old(found):
    line = next(line for line in found["quotas"] if line["values"] == ["30-64", "65+"])
    found["quotas"].append({**line, "values": ["65+"], "low": 1, "high": 3})
    line |= {"values": ["30-64"], "low": 4, "high": 6}


@pytest.mark.parametrize(
    "change",
    [
        split_the_old,
        lambda found: found["quotas"][0].update(low=3),
        lambda found: found["quotas"][1].update(values=["30-64"]),
        lambda found: found["quotas"][1].update(values=["30-64", "65+", "16-29"]),
        lambda found: found["withheld"].clear(),
        lambda found: found["quotas"][0].pop("values"),
        lambda found: found["quotas"].clear(),
    ],
)
def test_other_groups_or_limits_than_those_of_the_lottery_are_caught(folder, change):
    reseal(folder, change)

    with pytest.raises(CheckFailed, match="verify_part"):
        verify(folder)


def test_the_shipped_checker_catches_other_limits(folder):
    reseal(folder, lambda found: found["quotas"][1].update(high=8))

    found = checker(folder)

    assert found.returncode == 3
    assert "toezegging.json: het quotum van leeftijd 30-64 / 65+ is niet dat van de loting." in found.stdout


def test_the_shipped_checker_catches_a_value_that_is_in_no_group(folder):
    reseal(folder, lambda found: found["quotas"][1].update(values=["30-64"]))

    assert "een waarde ontbreekt of staat er dubbel" in checker(folder).stdout


def test_a_format_of_later_is_not_called_right(folder):
    reseal(folder, lambda found: found.update(format=3))

    for place in (folder, folder / "openbaar"):
        with pytest.raises(CheckFailed, match="verify_part"):
            verify(place)


@pytest.fixture
def first_format(folder):
    """The folder as a version before this one made it."""
    files = draw_folder.read_folder(folder)
    draw = full_draw(files, "draw")
    now = commitment(draw.lottery, draw.sheet.pool, draw.salts, draw.told, rehearsal=False, shown={})
    kept = {draw_folder.COMMITMENT: draw_folder.readable_json_bytes(sealed(commitment_1(now, draw.lottery)))}
    draw_folder.write_folder(folder, folder_files(draw, kept), instead_of=files)
    return folder


def test_what_was_committed_to_in_the_first_format_is_drawn_and_checked_in_it(lotteries, first_format, asked):
    before = (first_format / "openbaar" / "toezegging.json").read_bytes()

    lotteries.number(first_format, seed="3 14 15", reserves=2)

    opened = public(first_format, "opening.json")
    assert (first_format / "openbaar" / "toezegging.json").read_bytes() == before
    assert (opened["format"], [line["value"] for line in opened["quotas"]][:3]) == (1, [*AGES])
    assert "right_recomputed" in {
        each.code for each in verify(first_format, asked.people, asked.quotas).right
    }
    assert verify(first_format / "openbaar").right
    assert [checker(first_format / level).returncode for level in ("", "openbaar")] == [0, 0]


def test_a_changed_quota_in_the_first_format_is_caught(first_format):
    reseal(first_format, lambda found: found["quotas"][0].update(low=3))

    with pytest.raises(CheckFailed, match="verify_part"):
        verify(first_format)
    assert checker(first_format).returncode == 3
