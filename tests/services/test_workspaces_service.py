"""Settings, the log and privacy of an open workspace."""

from __future__ import annotations

import pytest

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.errors import Conflict, InvalidInput, NotFound
from burgertop_app.domain.people import Contact, Person
from burgertop_app.domain.processes import Process
from burgertop_app.services.privacy import Privacy
from burgertop_app.services.workspaces import Workspaces, backup, check, restore


@pytest.fixture
def privacy(workspace):
    return Privacy(workspace.context)


@pytest.fixture
def begun(workspace):
    with workspace.context.work.writing("start") as store:
        return store.add(Process(id=store.new_id(), form="x", recipe="{}", recipe_sha256="", title="Groen"))


def test_a_setting_that_was_never_made_is_empty(workspace):
    assert workspace.setting("thema") == {}


def test_a_setting_takes_the_place_of_the_earlier_one(workspace):
    workspace.set("thema", {"kleur": "blauw"})
    change = workspace.set("thema", {"kleur": "rood", "grootte": 3})

    assert workspace.setting("thema") == {"kleur": "rood", "grootte": 3}
    assert change.topics == {Topic.SETTINGS}


def test_today_is_the_date_here(workspace, clock):
    assert workspace.context.today() == clock().astimezone().date()


def test_a_check_of_the_open_workspace_finds_it_sound(workspace):
    workspace.set("a", {})

    report = check(workspace.path)

    assert report.sound
    assert [chain.entries for chain in report.chains] == [1]


def test_a_backup_of_the_open_workspace_can_be_restored(workspace, opener, tmp_path):
    workspace.set("a", {"b": 1})

    backup(workspace.path, tmp_path / "reserve.burgertop")
    restore(tmp_path / "reserve.burgertop", tmp_path / "terug.burgertop")

    again = Workspaces(opener).open(tmp_path / "terug.burgertop")
    assert again.setting("a") == {"b": 1}
    again.close()


def test_a_backup_onto_itself_is_refused(workspace):
    with pytest.raises(InvalidInput, match="copy_exists"):
        backup(workspace.path, workspace.path)


def test_erasing_somebody_tells_which_pages_must_read_again(workspace, privacy):
    with workspace.context.work.writing("add") as store:
        person = store.add(Person(id=store.new_id()))
        store.add(Contact(id=store.new_id(), person_id=person.id, name="Jan Smit"))

    change = privacy.erase(person.id)

    assert change.id == person.id
    assert Topic.PEOPLE in change.topics
    with workspace.context.work.reading() as store:
        assert store.one(Contact, person_id=person.id).name == ""


def test_erasing_somebody_unknown_is_refused(workspace, privacy):
    with pytest.raises(NotFound, match="row_missing"):
        privacy.erase(workspace.context.work.new_id())


def test_somebody_whose_page_was_open_cannot_be_changed_after_the_erasure(workspace, privacy):
    with workspace.context.work.writing("add") as store:
        person = store.add(Person(id=store.new_id()))
        contact = store.add(Contact(id=store.new_id(), person_id=person.id, name="Jan Smit"))

    privacy.erase(person.id)

    with pytest.raises(Conflict, match="changed_elsewhere"), workspace.context.work.writing("undo") as store:
        store.change(contact, name="Jan Smit")
