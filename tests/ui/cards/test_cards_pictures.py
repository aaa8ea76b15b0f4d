"""Pictures of the page about cards, to look at."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import photograph, settle

from burgertop_app.ui.cards.page import CardsPage


def test_wall_and_list_are_photographed(qtbot, desk, process, sample):
    page = CardsPage(desk)
    qtbot.addWidget(page)
    page.resize(1216, 828)
    page.show_process(process)
    page.show()
    settle(qtbot, desk)
    page.strip._text.setText("Eerst nieuwe ramen, daarna pas het dak (2x)")
    pictures = photograph(page, "cards-wall", size=(1232, 844))
    page._choose("list")
    pictures += photograph(page, "cards-list", size=(1232, 844))
    page._choose("wall")
    page.filter.setChecked(True)
    page._on_filter()
    page.focus_on(sample[12].card.id)
    settle(qtbot, desk)
    pictures += photograph(page, "cards-panel", size=(1124, 664))

    assert all(path.stat().st_size > 20_000 for path in pictures)


def test_the_empty_page_and_the_wizard_are_photographed(qtbot, desk, process, answers, tmp_path):
    sheet = tmp_path / "kaarten van de dag.csv"
    sheet.write_text(
        "kaart;tekst;tafel;soort;voor\n"
        "1-01;Eerst nieuwe ramen, daarna pas het dak (2x);1;aanbeveling;gemeente\n"
        "1-01;Leg het uit op de markt;een;tip;gemeente\n"
        "1-03;Ik ben bang dat ik moet verhuizen;1;uitspraken;politiek\n"
        "1-04;;1;tip;bewoners\n",
        encoding="utf-8",
    )
    page = CardsPage(desk)
    qtbot.addWidget(page)
    page.show_process(process)
    page.show()
    settle(qtbot, desk)
    pictures = photograph(page, "cards-empty", size=(1124, 664))
    answers.files.append(sheet)
    page.importing.start()
    settle(qtbot, desk)
    pictures += photograph(page, "cards-import-file", size=(1124, 664))
    page.importing.wizard._on_next()
    settle(qtbot, desk)
    pictures += photograph(page, "cards-import-questions", size=(1124, 664))

    assert all(path.stat().st_size > 10_000 for path in pictures)
