import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from burgertop_app.domain.draw_protocol import number_from_seed
from burgertop_app.domain.draw_requests import DrawFiles, Level
from burgertop_app.domain.errors import CheckFailed, InvalidInput, NotFound
from burgertop_app.domain.lottery_file import object_sha256
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.messages.draws import verification_lines
from burgertop_app.messages.errors import sentence
from burgertop_app.services.draw_checks import verify
from burgertop_app.services.lotteries import Lotteries

POOL = Path(__file__).parents[1] / "fixtures" / "pools" / "nl_n70_k24_f5"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A drawn folder that no test writes in."""
    folder = tmp_path_factory.mktemp("draws") / "draw"
    lotteries = Lotteries(lambda size: bytes(range(size)), lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))
    asked = DrawFiles(people=POOL / "people.csv", quotas=POOL / "quotas.csv", seats=24)
    lotteries.lottery(asked, folder, UNHEARD)
    lotteries.number(folder, seed="dice 6 2 4", reserves=4)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "draw"))


def change_json(path, change):
    found = json.loads(path.read_text("utf-8"))
    change(found)
    path.write_text(json.dumps(found), "utf-8")


def rehash(found):
    found["lottery_sha256"] = object_sha256(found)


def swap_members(found):
    """Put somebody else in the drawn panel and make the hash fit again."""
    panel = found["panels"][found["drawn_number"]]
    outsider = next(n for n in sorted(found["exact_probabilities"]) if n not in panel)
    found["panels"][found["drawn_number"]] = sorted([*panel[1:], outsider])
    rehash(found)


def choose_other_panel(found):
    found["drawn_number"] = (found["drawn_number"] + 1) % 1000


def loosen_quota(found):
    found["quotas"][0]["high"] += 1
    rehash(found)


def raise_chance(found):
    number = min(found["exact_probabilities"])
    found["exact_probabilities"][number] = "0.999999999999"
    rehash(found)


def claim_first_attempt(found):
    found["attempt"] = 0
    rehash(found)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (swap_members, "is veranderd: het is niet het panel dat is vastgelegd"),
        (choose_other_panel, "is veranderd: het volgt niet uit de loting en het startwoord"),
        (loosen_quota, "De quota zijn veranderd"),
        (raise_chance, "De precieze kans van nummer p0 is veranderd"),
        (claim_first_attempt, "De loting is niet die welke in openbaar/toezegging.json is vastgelegd"),
        (lambda found: found.update(seed="dice 6 2 5"), "volgt niet uit de loting en het startwoord"),
        (lambda found: found.update(drawn_number=1000), "Het getrokken getal is veranderd"),
        (lambda found: found.pop("portfolio"), "lottery.json is veranderd"),
        (lambda found: found["panels"].pop(), "999 in plaats van 1000"),
        (lambda found: found.pop("drawn_number"), "lottery.json is veranderd: “seed” is niet wat"),
        (lambda found: found.update(drawn_number=None, seed=""), "het getal is weg, terwijl panel.csv"),
        (lambda found: found.update(rehearsal=0), "“rehearsal” is niet wat het hoort te zijn"),
        (lambda found: found.update(seats=24.0), "lottery.json is veranderd"),
        (lambda found: found.update(seats=float("inf")), "lottery.json is veranderd"),
    ],
)
def test_changed_lottery_is_caught_and_named(folder, change, said):
    change_json(folder / "lottery.json", change)

    with pytest.raises(CheckFailed) as raised:
        verify(folder)

    assert said in sentence(raised.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("panel.csv", "praktisch", "midden", "staat niet in de vastlegging"),
        ("remaining.csv", "vrouw", "man", "staat niet in de vastlegging"),
        ("remaining.csv", "p13,", "p99,", "De mensen zijn veranderd"),
        ("probabilities.csv", "0.000", "0.001", "probabilities.csv is veranderd"),
        ("openbaar/opening.json", '"drawn_number": ', '"drawn_number": 1', "opening.json is veranderd"),
        ("openbaar/opening.json", '"count": 1', '"count": 2', "“quotas” is niet wat het hoort te zijn"),
        ("openbaar/toezegging.json", '"people": 70', '"people": 69', "“people” is niet wat"),
        ("openbaar/toezegging.json", '"attempt": 1', '"attempt": 2', "“attempt” is niet wat"),
        ("salts.json", '"p0": "0', '"p0": "1', "De code van nummer p0 staat niet in de vastlegging"),
        ("lottery.json", '"format":1', '"format":', "lottery.json is veranderd of beschadigd"),
    ],
)
def test_changed_file_is_caught_and_named(folder, name, old, new, said):
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(CheckFailed) as raised:
        verify(folder)

    assert said in sentence(raised.value)


def test_changed_leaf_is_caught_and_named(folder):
    change_json(
        folder / "openbaar" / "toezegging.json", lambda found: found["leaves"].__setitem__(3, "0" * 64)
    )

    with pytest.raises(CheckFailed, match="verify_leaf"):
        verify(folder)


def test_exchanged_people_are_caught(folder):
    panel, rest = folder / "panel.csv", folder / "remaining.csv"
    drawn, waiting = panel.read_text("utf-8").splitlines(), rest.read_text("utf-8").splitlines()
    drawn[1], waiting[1] = waiting[1], drawn[1]
    panel.write_text("\n".join(drawn) + "\n", "utf-8")
    rest.write_text("\n".join(waiting) + "\n", "utf-8")

    with pytest.raises(CheckFailed, match="verify_panel_sheet"):
        verify(folder)


def test_reordered_reserves_are_caught(folder):
    lines = (folder / "reserves.csv").read_text("utf-8").splitlines()
    lines[1], lines[2] = lines[2], lines[1]
    (folder / "reserves.csv").write_text("\n".join(lines) + "\n", "utf-8")

    with pytest.raises(CheckFailed, match="verify_reserves"):
        verify(folder)


@pytest.mark.parametrize(
    "name",
    ["panel.csv", "salts.json", "probabilities.csv", "openbaar/toezegging.json", "openbaar/opening.json"],
)
def test_missing_file_is_caught(folder, name):
    (folder / name).unlink()

    with pytest.raises(CheckFailed):
        verify(folder)


def test_verify_does_not_claim_that_the_commitment_came_first(made):
    beyond = [line for line in verification_lines(verify(made)) if line.startswith("  –")]

    assert any("Of de vastlegging openbaar was voordat het getal bestond" in line for line in beyond)


def test_sound_folder_passes_with_people_and_quotas(made):
    found = verify(made, POOL / "people.csv", POOL / "quotas.csv")

    assert found.level is Level.FULL
    assert "right_recomputed" in [each.code for each in found.right]


def test_other_people_are_caught_by_number(made, tmp_path):
    text = (POOL / "people.csv").read_text("utf-8")
    (tmp_path / "people.csv").write_text(
        text.replace("p0,naam0", "p0,other").replace("man", "vrouw", 1), "utf-8"
    )

    with pytest.raises(CheckFailed, match="verify_given_person"):
        verify(made, tmp_path / "people.csv")


def test_other_quotas_are_caught_by_name(made, tmp_path):
    text = (POOL / "quotas.csv").read_text("utf-8")
    (tmp_path / "quotas.csv").write_text(text.replace("man,11,12", "man,11,13"), "utf-8")

    with pytest.raises(CheckFailed) as raised:
        verify(made, None, tmp_path / "quotas.csv")

    assert sentence(raised.value) == "Het quotum voor geslacht man in quotas.csv is niet dat van deze loting."


def test_public_part_can_be_checked_alone(made, tmp_path):
    shutil.copytree(made / "openbaar", tmp_path / "site")

    found = verify(tmp_path / "site")

    assert found.level is Level.PUBLIC
    assert [each.code for each in found.right] == [
        "right_shape",
        "right_number",
        "right_public_opening",
        "right_sums",
    ]
    assert "beyond_members" in [each.code for each in found.beyond]


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("opening.json", lambda found: found["panel"].__setitem__(0, "p999"), "verify_opening"),
        ("opening.json", lambda found: found.update(salt="0" * 64), "verify_opening"),
        ("opening.json", lambda found: found.update(seed="other"), "verify_number"),
        ("opening.json", lambda found: found["quotas"][0].update(count=1), "verify_quota_missed"),
        ("opening.json", lambda found: found.update(lottery_sha256="0" * 64), "verify_part"),
        ("toezegging.json", lambda found: found["leaves"].pop(), "verify_part"),
        ("toezegging.json", lambda found: found["panels"].pop(), "verify_part"),
        ("toezegging.json", lambda found: found.pop("chances"), "verify_file_damaged"),
    ],
)
def test_changed_public_file_is_caught(made, tmp_path, name, change, code):
    site = Path(shutil.copytree(made / "openbaar", tmp_path / "site"))
    change_json(site / name, change)

    with pytest.raises(CheckFailed, match=code):
        verify(site)


def test_number_of_the_folder_follows_from_hash_and_seed(made):
    found = json.loads((made / "lottery.json").read_text("utf-8"))

    assert found["drawn_number"] == number_from_seed(object_sha256(found), "dice 6 2 4")


def test_folder_without_a_draw_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match="draw_folder_none"):
        verify(tmp_path)


def test_missing_folder_is_refused(tmp_path):
    with pytest.raises(NotFound, match="draw_folder_missing"):
        verify(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: found["people"].update(p999="00"), "“people” is niet wat het hoort te zijn"),
        (lambda found: found.update(draw="another"), "“draw” is niet wat het hoort te zijn"),
        (lambda found: found.update(extra=1), "“extra” is niet wat het hoort te zijn"),
    ],
)
def test_changed_salts_are_caught_and_named(folder, change, said):
    change_json(folder / "salts.json", change)

    with pytest.raises(CheckFailed) as raised:
        verify(folder)

    assert said in sentence(raised.value)


@pytest.mark.parametrize("part", ["announced", "attempt", "made_at", "method", "number_source", "extra"])
def test_any_change_in_the_published_commitment_breaks_its_seal(folder, part):
    change_json(folder / "openbaar" / "toezegging.json", lambda found: found.update({part: "changed"}))

    with pytest.raises(CheckFailed) as raised:
        verify(folder / "openbaar")

    assert "toezegging.json is veranderd: het past niet bij" in sentence(raised.value)


@pytest.mark.parametrize("part", ["kind", "format", "rehearsal", "commitment_sha256", "extra"])
def test_any_change_in_the_published_opening_is_named(folder, part):
    change_json(folder / "openbaar" / "opening.json", lambda found: found.update({part: 7}))

    with pytest.raises(CheckFailed) as raised:
        verify(folder / "openbaar")

    assert f"opening.json is veranderd: “{part}” is niet wat" in sentence(raised.value)


@pytest.mark.parametrize("name", ["lottery.json", "salts.json", "openbaar/opening.json"])
def test_a_file_nested_beyond_reading_is_called_damaged(folder, name):
    (folder / name).write_text("[" * 100_000, "utf-8")

    with pytest.raises(CheckFailed, match="verify_file_damaged"):
        verify(folder)


def test_a_folder_without_its_protocol_is_not_complete(folder):
    (folder / "protocol.pdf").unlink()

    with pytest.raises(CheckFailed, match="verify_file_missing"):
        verify(folder)


def test_names_and_addresses_are_told_as_not_checked(folder):
    assert "beyond_columns" in {check.code for check in verify(folder).beyond}
