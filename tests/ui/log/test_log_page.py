import pytest
from screens import photograph, settle

from burgertop_app.ui.log.page import LogPage


@pytest.fixture
def page(qtbot, waterrijk_desk, waterrijk):
    made = LogPage(waterrijk_desk)
    qtbot.addWidget(made)
    made.show_process(waterrijk.process)
    made.show()
    settle(qtbot, waterrijk_desk)
    return made


def test_the_newest_entry_stands_on_top(qtbot, page, house, waterrijk):
    house.processes.edit(waterrijk.process, topic="Iets anders")

    page.load()
    settle(qtbot, page.desk)

    assert page.table.sheet().rows[0][3] == "Traject gewijzigd"


def test_the_verdict_says_that_the_log_is_whole(page):
    said = page._verdicts.itemAt(0).layout().itemAt(1).widget().text()

    assert said.startswith("Het logboek van")
    assert "volgen uit elkaar" in said


def test_pictures_of_the_log(page):
    paths = photograph(page, "log")

    assert all(path.exists() for path in paths)
