"""The chain shows every alteration and where it begins; sites stand on their own."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace

import pytest

from burgertop_app.domain.log import ChainFault, Operation
from burgertop_app.domain.processes import Process
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage import log


@pytest.fixture
def written(workspace):
    """A workspace with five entries."""
    with workspace.context.work.writing("start") as store:
        process = store.add(
            Process(id=store.new_id(), form="x", recipe="{}", recipe_sha256="", title="Groen")
        )
    for title in ("Blauw", "Rood", "Geel", "Wit"):
        with workspace.context.work.writing("rename") as store:
            process = store.change(process, title=title)
    return workspace


def alter(workspace, statement):
    """Do what somebody with a database tool could do."""
    connection = sqlite3.connect(workspace.path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def found(workspace):
    (report,) = workspace.chains()
    return report.broken_at, report.fault


def test_an_entry_tells_who_did_what_when_and_what_was_before(written, clock):
    entry = written.log(limit=1)[0]

    assert (entry.who, entry.action, entry.at) == ("Anna", "rename", clock())
    assert (entry.operation, entry.table) == (Operation.UPDATE, "process")
    assert (entry.before, entry.after) == ({"title": "Geel"}, {"title": "Wit"})


def test_the_log_of_one_row_has_only_that_row(written):
    written.set("naam", {"voor": "Anna"})
    row = written.log()[-1].row_id

    assert [entry.after["title"] for entry in written.log(row=row)] == [
        "Wit",
        "Geel",
        "Rood",
        "Blauw",
        "Groen",
    ]


def test_an_untouched_log_is_whole(written):
    (report,) = written.chains()

    assert (report.site_name, report.entries, report.erased, report.intact) == ("LAPTOP-1", 5, 0, True)


@pytest.mark.parametrize(
    ("statement", "entry", "fault"),
    [
        ("UPDATE log_entry SET who = 'Bram' WHERE seq = 3", 3, ChainFault.ALTERED),
        ("UPDATE log_entry SET at = '2020-01-01 00:00:00.000000' WHERE seq = 2", 2, ChainFault.ALTERED),
        ("UPDATE log_entry SET action = 'draw' WHERE seq = 4", 4, ChainFault.ALTERED),
        ("UPDATE log_entry SET row_id = NULL WHERE seq = 1", 1, ChainFault.ALTERED),
        ("UPDATE log_entry SET link = zeroblob(32) WHERE seq = 5", 5, ChainFault.ALTERED),
        ("DELETE FROM log_entry WHERE seq = 2", 2, ChainFault.MISSING),
        ("DELETE FROM log_entry WHERE seq = 5", 5, ChainFault.MISSING),
        ("UPDATE log_payload SET content = '{}' WHERE seq = 4", 4, ChainFault.PAYLOAD_ALTERED),
        ("UPDATE log_payload SET salt = zeroblob(16) WHERE seq = 4", 4, ChainFault.PAYLOAD_ALTERED),
        ("DELETE FROM log_payload WHERE seq = 3", 3, ChainFault.PAYLOAD_MISSING),
        (
            "UPDATE log_payload SET content = NULL, salt = NULL, erased_at = '2026-01-01' WHERE seq = 3",
            3,
            ChainFault.PAYLOAD_MISSING,
        ),
    ],
)
def test_an_alteration_is_found_where_it_begins(written, statement, entry, fault):
    alter(written, statement)

    assert found(written) == (entry, fault)


def test_a_recomputed_link_breaks_the_next_one(written):
    alter(written, "UPDATE log_entry SET who = 'Bram' WHERE seq = 2")

    forge(written, 2)

    assert found(written) == (3, ChainFault.ALTERED)


def forge(workspace, seq):
    """Compute the link of one entry anew, as a forger would who does not rewrite the rest."""
    with workspace.context.work.reading() as store:
        rows = store.connection.execute(log.joined()).mappings().all()
    by_seq = {row["seq"]: row for row in rows}
    forged = log.link(by_seq[seq - 1]["link"], by_seq[seq])
    alter(workspace, f"UPDATE log_entry SET link = x'{forged.hex()}' WHERE seq = {seq}")  # noqa: S608


def test_two_copies_in_one_file_are_verified_apart(written, opener, tmp_path):
    written.close()
    copy = tmp_path / "kopie.burgertop"
    shutil.copy(written.path, copy)
    elsewhere = replace(opener, who="Bram", computer="LAPTOP-2", folder=tmp_path / "elsewhere")
    second = Workspaces(elsewhere).open(copy)
    second.set("naam", {"voor": "Bram"})
    second.set("naam", {"voor": "Cas"})

    assert [(chain.site_name, chain.entries, chain.intact) for chain in second.chains()] == [
        ("LAPTOP-1", 5, True),
        ("LAPTOP-2", 3, True),
    ]
    alter(second, "UPDATE log_entry SET who = 'Dirk' WHERE seq = 2 AND who = 'Bram'")
    assert [(chain.site_name, chain.broken_at) for chain in second.chains()] == [
        ("LAPTOP-1", None),
        ("LAPTOP-2", 2),
    ]
    second.close()


def test_the_newest_entry_of_a_site_stands_first_though_its_clock_was_put_back(written, clock):
    clock.on(days=-200)
    with written.context.work.writing("rename") as store:
        store.change(store.find(Process)[0], title="Zwart")

    assert [entry.seq for entry in written.log(limit=3)] == [6, 5, 4]


def test_without_a_limit_every_entry_of_a_site_stands_in_the_order_of_its_numbers(written, clock):
    clock.on(days=-200)
    with written.context.work.writing("rename") as store:
        store.change(store.find(Process)[0], title="Zwart")

    assert [entry.seq for entry in written.log()] == [6, 5, 4, 3, 2, 1]
