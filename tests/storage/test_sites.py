"""Copying a file does not copy who it is."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from uuid import UUID

import pytest

from burgertop_app.domain.workspaces import Setting
from burgertop_app.storage.sites import REGISTER, _lane
from burgertop_app.storage.workspace_file import create, open_file


@pytest.fixture
def path(tmp_path, opener):
    file = create(tmp_path / "panel.burgertop", opener)
    write(file)
    file.close()
    return file.path


def write(file):
    with file.work.writing("setting") as store:
        number = store.next_number("card")
        store.add(Setting(id=store.new_id(), key=f"card {number}", content={}))
        return number


def site_at(path, opener):
    file = open_file(path, opener)
    file.close()
    return file.site


def test_the_same_file_is_the_same_site(path, opener):
    assert site_at(path, opener) == site_at(path, opener)


def test_the_same_site_goes_on_when_its_first_day_ended_without_closing(tmp_path, opener):
    stopped = create(tmp_path / "panel.burgertop", opener)
    write(stopped)
    stopped.engine.dispose()
    stopped._hold.release()

    after = open_file(stopped.path, opener)
    number = write(after)
    after.close()

    assert (after.site, number) == (stopped.site, 2)


def test_looking_does_not_make_a_site(path, opener, tmp_path):
    copy = tmp_path / "kopie.burgertop"
    shutil.copy(path, copy)

    assert site_at(copy, opener) != site_at(copy, opener)


def test_a_moved_file_stays_the_same_site(path, opener, tmp_path):
    before = site_at(path, opener)

    moved = path.rename(tmp_path / "elders.burgertop")

    assert site_at(moved, opener) == before


def test_a_file_whose_old_place_cannot_be_looked_at_opens_as_a_copy(path, opener):
    before = site_at(path, opener)
    register = opener.folder / REGISTER
    known = json.loads(register.read_text())
    known[before.id.hex]["path"] = f"/{'x' * 300}/panel.burgertop"
    register.write_text(json.dumps(known))

    assert site_at(path, opener) != before


def test_a_copy_beside_the_original_is_another_site(path, opener, tmp_path):
    copy = tmp_path / "kopie.burgertop"
    shutil.copy(path, copy)
    file = open_file(copy, opener)
    write(file)
    file.close()

    assert file.site.id != site_at(path, opener).id
    assert site_at(copy, opener) == file.site


def test_a_file_from_another_laptop_is_another_site(path, opener, tmp_path):
    other = replace(opener, computer="LAPTOP-2", folder=tmp_path / "other-laptop")

    assert site_at(path, other).id != site_at(path, opener).id


def test_an_older_backup_put_back_is_another_site(path, opener, tmp_path):
    backup = tmp_path / "reserve"
    shutil.copy(path, backup)
    before = site_at(path, opener)
    file = open_file(path, opener)
    write(file)
    file.close()

    shutil.copy(backup, path)

    assert site_at(path, opener).id != before.id


def test_two_laptops_on_one_network_file_keep_their_sites(path, opener, tmp_path):
    other = replace(opener, computer="LAPTOP-2", folder=tmp_path / "other-laptop")
    file = open_file(path, other)
    write(file)
    file.close()

    assert site_at(path, opener).name == "LAPTOP-1"
    assert site_at(path, other) == file.site


def test_two_sites_do_not_give_out_the_same_number(path, opener, tmp_path):
    other = replace(opener, computer="LAPTOP-2", folder=tmp_path / "other-laptop")
    copy = tmp_path / "kopie.burgertop"
    shutil.copy(path, copy)
    here, there = open_file(path, opener), open_file(copy, other)

    ours = {write(here) for _ in range(5)}
    theirs = {write(there) for _ in range(5)}
    here.close()
    there.close()

    assert ours == {2, 3, 4, 5, 6}
    assert not ours & theirs
    assert min(theirs) > 10_000


def test_lanes_in_use_are_not_taken(entropy):
    taken = {0} | set(range(1, 98))

    assert {_lane(UUID(bytes=entropy(16)), taken) for _ in range(40)} == {98, 99}


@pytest.mark.parametrize("content", ["", "[]", "{nee", "SITE"])
def test_a_damaged_register_means_a_new_site_and_no_error(path, opener, content):
    before = site_at(path, opener)
    (opener.folder / "sites.json").write_text(content.replace("SITE", f'{{"{before.id.hex}": 1}}'))

    assert site_at(path, opener).id != before.id


def test_a_user_folder_that_cannot_be_written_does_not_stop_anybody(path, opener, tmp_path):
    blocked = tmp_path / "a-file"
    blocked.write_text("")

    file = open_file(path, replace(opener, folder=blocked))

    assert write(file) > 10_000
    file.close()
