"""Pictures of the page about proposals, to look at."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import photograph, settle

from burgertop_app.ui.proposals.page import ProposalsPage


def test_list_and_vote_are_photographed(qtbot, desk, process, sample):
    page = ProposalsPage(desk)
    qtbot.addWidget(page)
    page.resize(1232, 844)
    page.show_process(process)
    page.show()
    settle(qtbot, desk)
    pictures = photograph(page, "proposals-list", size=(1232, 844))
    pictures += photograph(page, "proposals-list-small", size=(1124, 664))
    page._choose("vote")
    pictures += photograph(page, "proposals-vote", size=(1232, 844))

    assert all(path.stat().st_size > 20_000 for path in pictures)


def test_the_rule_is_photographed(qtbot, desk, process, two):
    page = ProposalsPage(desk)
    qtbot.addWidget(page)
    page.show_process(process)
    page.show()
    settle(qtbot, desk)
    page._choose("vote")

    pictures = photograph(page, "proposals-rule", size=(1124, 664))

    assert all(path.stat().st_size > 20_000 for path in pictures)
