"""A file that cannot be used: one sentence, and not a byte of the workspace changed."""

from __future__ import annotations

import hashlib
import json
import zlib

import pytest

from burgertop_app.domain.errors import BurgertopError, NotPossible
from burgertop_app.domain.requests import NewCard
from burgertop_app.messages.errors import sentence
from burgertop_app.services import handing_over
from burgertop_app.storage.handover import container
from tests.laptops import Team, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    return team.first()


@pytest.fixture
def hall(team, office):
    laptop = team.copy(office, "ZAAL")
    laptop.house.cards.add(process_of(laptop), NewCard(text="Meer bomen", table_no=1))
    return laptop


@pytest.fixture
def file(hall):
    return hall.hand("goed")


@pytest.fixture
def refused(office):
    """Reads a file that must be refused; the code, after looking that nothing changed."""

    def tried(path, laptop=office):
        before = laptop.content(), laptop.rows("log_entry"), laptop.rows("site")
        for reading in (laptop.house.handing_over.preview, laptop.house.handing_over.take_over):
            with pytest.raises(BurgertopError) as error:
                reading(path)
        assert (laptop.content(), laptop.rows("log_entry"), laptop.rows("site")) == before
        assert list(laptop.folder.glob("[!~]*.burgertop")) == [laptop.house.workspace.path]
        assert path.name in sentence(error.value) or laptop.name not in sentence(error.value)
        return error.value.code

    return tried


def altered(file, change):
    """The file with other content, whose checksum fits."""
    content = container.unpack(file)
    change(content)
    file.write_bytes(container.pack(content))
    return file


def test_a_file_of_something_else(refused, tmp_path):
    path = tmp_path / "brief.burgertop-overdracht"
    path.write_bytes(b"PK\x03\x04 een brief")

    assert refused(path) == "handover_not_ours"


def test_an_empty_file_and_a_file_that_is_not_there(refused, tmp_path):
    path = tmp_path / "leeg.burgertop-overdracht"
    path.write_bytes(b"")

    assert refused(path) == "handover_not_ours"
    assert refused(tmp_path / "weg.burgertop-overdracht") == "handover_missing"
    assert refused(tmp_path) == "handover_missing"


def test_a_workspace_instead_of_a_file(refused, hall):
    assert refused(hall.house.workspace.path) == "handover_not_ours"


@pytest.mark.parametrize("left", [30, 60, 100, -1])
def test_a_file_that_was_cut_off(refused, file, left):
    file.write_bytes(file.read_bytes()[:left])

    assert refused(file) == "handover_cut_off"


@pytest.mark.parametrize("place", [0, 10, 30, 45, 70, 90, 200, -5, -1])
def test_one_byte_that_flipped(refused, file, place):
    content = bytearray(file.read_bytes())
    content[place] ^= 0x10
    file.write_bytes(content)

    assert refused(file) in {
        "handover_damaged",
        "handover_not_ours",
        "handover_too_large",
        "handover_cut_off",
    }


def test_more_behind_the_end(refused, file):
    file.write_bytes(file.read_bytes() + b"x")

    assert refused(file) == "handover_damaged"


def packed(body, size):
    sizes = len(body).to_bytes(8) + size.to_bytes(8)
    return container.MAGIC + sizes + hashlib.sha256(sizes + body).digest() + body


def test_a_file_that_blows_up(refused, file):
    body = zlib.compress(b" " * 50_000_000)

    file.write_bytes(packed(body, 1000))
    assert refused(file) == "handover_too_large"

    file.write_bytes(packed(body, container.MOST + 1))
    assert refused(file) == "handover_too_large"


@pytest.mark.parametrize("plain", [b"", b"[]", b"{", b"\xff\xfe", b"{}" * 2])
def test_a_file_with_nothing_sensible_in_it(refused, file, plain):
    file.write_bytes(packed(zlib.compress(plain), len(plain)))

    assert refused(file) == "handover_damaged"


def test_a_file_without_one_of_its_parts(refused, file):
    for part in ("told", "rows", "since", "seen", "site", "links"):
        path = file.with_name(f"zonder-{part}.burgertop-overdracht")
        path.write_bytes(file.read_bytes())

        assert refused(altered(path, lambda content, part=part: content.pop(part))) == "handover_damaged"


def test_a_file_of_another_version(refused, file):
    assert refused(altered(file, lambda content: content.update(schema="0001"))) == "handover_older"
    assert refused(altered(file, lambda content: content.update(schema="9999"))) == "handover_newer"


def test_a_file_of_this_laptop_itself(refused, office):
    assert refused(office.hand()) == "handover_own"


def test_a_file_of_another_workspace(refused, team):
    other = team.first("ANDERS")

    assert refused(other.hand()) == "handover_other_workspace"


def test_a_log_that_was_changed(refused, file):
    def change(content):
        names, rows = content["told"]["log_entry"]
        rows[-1][names.index("who")] = "Iemand anders"

    assert refused(altered(file, change)) == "handover_damaged"


def test_a_payload_that_was_changed(refused, file):
    def change(content):
        names, rows = content["told"]["log_payload"]
        rows[-1][names.index("content")] = json.dumps({"after": {"seen": {}}, "before": {}})

    assert refused(altered(file, change)) == "handover_damaged"


def test_an_entry_that_lacks(refused, file):
    assert (
        refused(altered(file, lambda content: content["told"]["log_entry"][1].pop(0))) == "handover_damaged"
    )


def test_a_row_that_refers_to_nothing(refused, file):
    def change(content):
        names, rows = content["rows"]["card"]
        rows[-1][names.index("process_id")] = "0" * 32

    assert refused(altered(file, change)) == "handover_damaged"


def test_a_backup_that_went_on_under_the_same_name(refused, office, hall, tmp_path):
    """Two copies that are one site: only after somebody copied the register too."""
    office.house.cards.add(process_of(office), NewCard(text="Na de kopie", table_no=1))

    def change(content):
        names, rows = content["told"]["site"]
        own = office.house.workspace.context.work.site.id.hex
        assert any(row[names.index("id")] == own for row in rows)
        content["seen"][own] += 5

    assert refused(altered(hall.hand("valse"), change)) == "handover_forked"


def test_work_between_that_was_not_read(team, office, hall, refused):
    late = team.copy(office, "BIEB")
    base = office.rows("log_entry")

    def change(content):
        own = office.house.workspace.context.work.site.id.hex
        content["since"] = {own: len(base) + 40}
        content["seen"][own] = len(base) + 40
        content["told"]["log_entry"][1].clear()
        content["links"] = {own: "00"}

    assert refused(altered(hall.hand("later"), change), late) in {"handover_gap", "handover_forked"}


def test_a_full_disk_when_the_copy_is_made(office, file, monkeypatch):
    def full(*_arguments, **_more):
        raise NotPossible("disk_full")

    before = office.content()
    monkeypatch.setattr(handing_over.copies, "copy_away", full)

    with pytest.raises(NotPossible) as error:
        office.house.handing_over.take_over(file)

    assert error.value.code == "disk_full"
    assert office.content() == before


def test_something_that_breaks_midway_leaves_everything_as_it_was(office, file, monkeypatch):
    before = office.content(), office.rows("log_entry")
    monkeypatch.setattr(handing_over.merging.naming, "put_in_order", lambda _ground: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        office.house.handing_over.take_over(file)

    assert (office.content(), office.rows("log_entry")) == before
    assert list(office.folder.glob("[!~]*.burgertop")) == [office.house.workspace.path]


def test_looking_keeps_nothing(office, file):
    before = office.content(), office.rows("log_entry"), office.rows("site")

    incoming = office.house.handing_over.preview(file)

    assert incoming.new["card"] == 1
    assert (incoming.laptop, incoming.who) == ("ZAAL", "Wie-ZAAL")
    assert (office.content(), office.rows("log_entry"), office.rows("site")) == before


def test_a_hand_over_and_a_copy_leave_a_record(office, hall):
    hall.hand()

    assert [row["kind"] for row in office.rows("export_record")] == ["workspace_copy"]
    assert sorted(row["kind"] for row in hall.rows("export_record")) == ["handover"]
    assert all(row["people"] == 0 for row in hall.rows("export_record"))


def test_a_workspace_from_before_taking_over_stays_beside_it(office, file):
    before = office.content()

    taken = office.house.handing_over.take_over(file)

    assert taken.before is not None
    office.close()
    office.open(taken.before)
    assert office.content() == before


def test_a_copy_for_another_is_another_site_wherever_it_is_opened(team, office):
    own = office.house.workspace.context.work.site
    path = office.folder / "tweede.burgertop"
    office.house.handing_over.copy(path)
    office.close()
    office.house.workspace.path.unlink()
    office.seed = 99

    office.open(path)

    assert office.house.workspace.context.work.site.id != own.id
    assert office.house.workspace.context.work.site.lane != own.lane
