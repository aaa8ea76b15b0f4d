"""Every single byte of a draw counts: whichever is changed, `verify` and the shipped checker stop with 3.

Nothing is left out. On a small draw every byte is changed of the short public files, of the commitment up to
its first panels, and of the sheets that are given from outside; of the other files a byte here and there from
the first to the last, because one list of hashes holds them all alike. Two changes: the lowest bit, and the
bit that makes capitals of letters.
"""

from __future__ import annotations

import ast
import hashlib
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from burgertop_app.domain.draw_requests import DrawFiles
from burgertop_app.domain.errors import CheckFailed
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.exchange.draw_sums import SOURCE
from burgertop_app.messages.errors import sentence
from burgertop_app.services.draw_checks import verify
from burgertop_app.services.lotteries import Lotteries

LOWEST, CAPITAL = 0x01, 0x20
PEOPLE = "id,naam,sekse,leeftijd\n" + "".join(
    f"r{number:02d},Bewoner {number},{'vm'[number % 2]},{('jong', 'oud')[number // 2 % 2]}\n"
    for number in range(8)
)
QUOTAS = "feature,value,min,max,min_flex,max_flex\n" + "".join(
    f"{feature},{value},1,3,0,4\n"
    for feature, value in (("sekse", "v"), ("sekse", "m"), ("leeftijd", "jong"), ("leeftijd", "oud"))
)
SHORT = ("panel.csv", "reserves.csv", "remaining.csv", "probabilities.csv", "SHA256SUMS", "invoer.json")
LONG = ("lottery.json", "salts.json", "protocol.pdf", "controleer_loting.py")
PUBLIC_SHORT = ("opening.json", "SHA256SUMS")
PUBLIC_LONG = ("toezegging.json", "protocol.pdf", "controleer_loting.py")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory):
    place = tmp_path_factory.mktemp("sheets")
    (place / "people.csv").write_text(PEOPLE, "utf-8")
    (place / "quotas.csv").write_text(QUOTAS, "utf-8")
    return place


@pytest.fixture(scope="module")
def made(sheets, tmp_path_factory):
    folder = tmp_path_factory.mktemp("draws") / "draw"
    lotteries = Lotteries(lambda size: bytes(range(size)), lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))
    asked = DrawFiles(people=sheets / "people.csv", quotas=sheets / "quotas.csv", seats=4, source="Lotto")
    lotteries.lottery(asked, folder, UNHEARD)
    lotteries.number(folder, seed="3 14 15", reserves=2)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "draw"))


def places(size, parts):
    """Some places in a file, spread over all of it, the first and the last among them."""
    return sorted({place * (size - 1) // parts for place in range(parts + 1)})


def passed(path, positions, mask, check):
    """The places of `path` where a changed byte is not caught; any error but the right one goes on."""
    whole, missed = path.read_bytes(), []
    for place in positions:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ mask]) + whole[place + 1 :])
        try:
            check()
            missed.append((place, whole[max(0, place - 20) : place + 20]))
        except CheckFailed as error:
            assert sentence(error)  # noqa: PT017 - thousands of places in one test
    path.write_bytes(whole)
    return missed


@pytest.mark.parametrize("mask", [LOWEST, CAPITAL])
@pytest.mark.parametrize("name", SHORT)
def test_any_byte_of_a_short_file_in_the_full_folder_is_caught(folder, name, mask):
    path = folder / name

    missed = passed(path, places(path.stat().st_size, 40), mask, lambda: verify(folder))

    assert missed == []


@pytest.mark.parametrize("mask", [LOWEST, CAPITAL])
@pytest.mark.parametrize("name", LONG)
def test_bytes_all_over_a_long_file_in_the_full_folder_are_caught(folder, name, mask):
    path = folder / name

    missed = passed(path, places(path.stat().st_size, 24), mask, lambda: verify(folder))

    assert missed == []


@pytest.mark.parametrize("name", [*PUBLIC_SHORT, *PUBLIC_LONG])
def test_bytes_of_what_is_public_are_caught_in_the_full_folder_too(folder, name):
    path = folder / "openbaar" / name

    missed = passed(path, places(path.stat().st_size, 12), LOWEST, lambda: verify(folder))

    assert missed == []


@pytest.mark.parametrize("mask", [LOWEST, CAPITAL])
@pytest.mark.parametrize("name", PUBLIC_SHORT)
def test_every_byte_of_a_short_public_file_is_caught(folder, name, mask):
    path = folder / "openbaar" / name

    missed = passed(path, range(path.stat().st_size), mask, lambda: verify(folder / "openbaar"))

    assert missed == []


def test_every_byte_of_the_commitment_up_to_the_first_panels_is_caught(folder):
    path = folder / "openbaar" / "toezegging.json"
    text = path.read_bytes()
    panels = text.index(b'"panels"')
    positions = [*range(panels + 200), *range(text.index(b"]", panels), len(text))]

    assert passed(path, positions, LOWEST, lambda: verify(folder / "openbaar")) == []


@pytest.mark.parametrize("mask", [LOWEST, CAPITAL])
@pytest.mark.parametrize("name", PUBLIC_LONG)
def test_bytes_all_over_a_long_public_file_are_caught(folder, name, mask):
    path = folder / "openbaar" / name

    missed = passed(path, places(path.stat().st_size, 100), mask, lambda: verify(folder / "openbaar"))

    assert missed == []


@pytest.mark.parametrize(("mask", "step"), [(LOWEST, 1), (CAPITAL, 3)])
def test_every_byte_of_the_people_given_from_outside_is_caught(made, sheets, tmp_path, mask, step):
    path = Path(shutil.copy(sheets / "people.csv", tmp_path))

    missed = passed(path, range(0, path.stat().st_size, step), mask, lambda: verify(made, path))

    assert missed == []


@pytest.mark.parametrize(("mask", "step"), [(LOWEST, 1), (CAPITAL, 3)])
def test_every_byte_of_the_quotas_given_from_outside_is_caught(made, sheets, tmp_path, mask, step):
    path = Path(shutil.copy(sheets / "quotas.csv", tmp_path))

    missed = passed(path, range(0, path.stat().st_size, step), mask, lambda: verify(made, None, path))

    assert missed == []


def test_the_sheets_as_they_were_pass_to_the_last_byte(made, sheets):
    codes = {each.code for each in verify(made, sheets / "people.csv", sheets / "quotas.csv").right}

    assert {"right_given_people", "right_given_quotas", "right_recomputed", "right_sums"} <= codes


def test_another_name_in_the_people_from_outside_is_named_by_number_and_column(made, sheets, tmp_path):
    (tmp_path / "people.csv").write_text(PEOPLE.replace("Bewoner 3", "Bewoner 9"), "utf-8")

    with pytest.raises(CheckFailed) as raised:
        verify(made, tmp_path / "people.csv")

    assert (
        sentence(raised.value) == "Nummer r03 heeft in people.csv iets anders bij “naam” dan in deze loting."
    )


def test_the_same_people_in_other_line_ends_are_told_apart_from_a_change_in_a_person(made, tmp_path):
    (tmp_path / "people.csv").write_bytes(PEOPLE.replace("\n", "\r\n").encode())

    with pytest.raises(CheckFailed) as raised:
        verify(made, tmp_path / "people.csv")

    assert "Nummers en kenmerken of quota zijn gelijk" in sentence(raised.value)


def test_a_file_that_is_no_part_of_the_draw_is_told_and_is_no_fault(folder):
    (folder / "notitie.txt").write_text("van de griffier", "utf-8")

    beyond = {each.code: dict(each.params) for each in verify(folder).beyond}

    assert beyond["beyond_others"] == {"files": "notitie.txt"}


def run_checker(*words, place=None):
    """The checker as anyone would run it: plain Python, nothing of ours on its path."""
    script = (place / "controleer_loting.py") if place else SOURCE
    return subprocess.run(
        [sys.executable, "-I", script, *words], capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("level", ["", "openbaar"])
def test_the_shipped_checker_finds_a_sound_draw_right(made, level):
    found = run_checker(place=made / level)

    assert (found.returncode, found.stderr) == (0, "")
    assert "Alles wat hier te zien is, klopt." in found.stdout


def test_the_shipped_checker_takes_a_folder(made):
    assert run_checker(made / "openbaar").returncode == 0


def test_the_shipped_checker_checks_a_commitment_before_the_number(sheets, tmp_path, clock, entropy):
    asked = DrawFiles(people=sheets / "people.csv", quotas=sheets / "quotas.csv", seats=4)
    Lotteries(entropy, clock).lottery(asked, tmp_path / "draw", UNHEARD)

    found = [run_checker(place=tmp_path / "draw" / level) for level in ("", "openbaar")]

    assert [each.returncode for each in found] == [0, 0]


@pytest.mark.parametrize(
    "name", [*SHORT, *LONG, *(f"openbaar/{name}" for name in PUBLIC_SHORT + PUBLIC_LONG)]
)
def test_the_shipped_checker_stops_at_a_changed_byte(folder, name):
    path = folder / name
    whole = path.read_bytes()
    answers = []
    for place in places(len(whole), 2):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ LOWEST]) + whole[place + 1 :])
        answers.append(run_checker(folder))

    assert {each.returncode for each in answers} == {3}
    assert all("KLOPT NIET: " in each.stdout and not each.stderr for each in answers)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("openbaar/opening.json", '"seed": "3 14 15"', '"seed": "3 14 16"', "volgt niet uit het startwoord"),
        ("openbaar/opening.json", '"r', '"q', "niet het vastgelegde panel"),
        ("openbaar/toezegging.json", '"seats": 4', '"seats": 5', "toezegging.json is veranderd"),
        ("lottery.json", '"high":3', '"high":4', "lottery.json is veranderd"),
        ("panel.csv", "Bewoner", "Bewoonster", "Veranderd sinds SHA256SUMS: panel.csv"),
        ("remaining.csv", "jong", "oud", "hoort bij geen vastgelegd merkteken"),
    ],
)
def test_the_shipped_checker_says_what_was_changed(folder, name, old, new, said):
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    assert said in run_checker(folder).stdout


def test_the_shipped_checker_is_short_and_stands_on_the_standard_library():
    text = SOURCE.read_text("utf-8")
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imports for alias in node.names}

    assert len(text.splitlines()) <= 128
    assert names <= sys.stdlib_module_names


def test_the_checker_in_both_folders_is_the_one_whose_hash_the_list_has(made):
    digest = hashlib.sha256(SOURCE.read_bytes()).hexdigest()

    assert f"{digest}  controleer_loting.py" in (made / "SHA256SUMS").read_text("utf-8")
    assert f"{digest}  controleer_loting.py" in (made / "openbaar" / "SHA256SUMS").read_text("utf-8")
