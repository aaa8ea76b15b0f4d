"""Pictures of the page and the wizard for the eye."""

from __future__ import annotations

import pytest
from screens import photograph, settle

from burgertop_app.ui.people.dialogs import EraseDialog, ExportDialog

SIZES = {"people": (1184, 844), "people-small": (1124, 664)}


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_the_list_with_one_person_is_drawn(qtbot, page, process, residents, name, size):
    page.resize(*size)
    page.show_process(process, residents[16].participation_id)
    page.show()
    settle(qtbot, page.desk)

    assert all(path.exists() for path in photograph(page, name, size=size))
    assert all(path.exists() for path in photograph(page, name, size=size, scale=2.0))


def test_the_edit_form_and_the_empty_page_are_drawn(qtbot, page, process, residents):
    page.resize(1184, 844)
    page.show_process(process, residents[16].participation_id)
    page.show()
    settle(qtbot, page.desk)
    page.panel.edit_wanted.emit(page.panel.story)

    assert all(path.exists() for path in photograph(page, "people-edit", size=(1184, 844)))


def test_somebody_new_is_drawn(qtbot, page, process):
    page.resize(1184, 844)
    page.show_process(process)
    page.show()
    settle(qtbot, page.desk)
    assert all(path.exists() for path in photograph(page, "people-empty", size=(1184, 844)))

    page.add()
    settle(qtbot, page.desk)

    assert all(path.exists() for path in photograph(page, "people-new", size=(1184, 844)))


def test_the_dialogs_are_drawn(qtbot, page, process, residents):
    page.resize(1184, 844)
    page.show_process(process)
    page.show()
    settle(qtbot, page.desk)
    sheet = page.list.table.sheet()
    dialogs = {
        "people-erase": EraseDialog(None, residents[16]),
        "people-export": ExportDialog(None, sheet, ""),
    }

    for name, dialog in dialogs.items():
        qtbot.addWidget(dialog)
        assert all(path.exists() for path in photograph(dialog, name, size=None))
