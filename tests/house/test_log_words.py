"""The log speaks in words: every action that a service writes under has its sentence."""

from __future__ import annotations

import re
from pathlib import Path

from burgertop_app.messages.log import ACTIONS
from burgertop_app.messages.log_parts import PARTS
from burgertop_app.storage.base import Row

SERVICES = Path(__file__).parents[2] / "burgertop_app" / "services"
WRITING = re.compile(r"\.writing\(\s*\"([^\"]+)\"")


def written_actions():
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SERVICES.rglob("*.py")))
    return set(WRITING.findall(text))


def test_every_action_of_a_service_has_words():
    actions = written_actions()

    assert len(actions) > 50
    assert sorted(actions - set(ACTIONS)) == []


def test_every_table_that_the_log_tells_about_has_words():
    silent = {"log_entry", "log_payload", "number_range", "tombstone"}

    assert set(Row.metadata.tables) - silent - set(PARTS) == set()
