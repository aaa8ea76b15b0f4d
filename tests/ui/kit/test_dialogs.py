"""File dialogs start where the organiser keeps documents, or where the last file went."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QVBoxLayout, QWidget

from burgertop_app.ui.door import ending_right, unused
from burgertop_app.ui.kit.dialogs import Dialogs, Panel, Question
from burgertop_app.ui.kit.layout import column
from burgertop_app.ui.kit.preferences import Forgetful


@pytest.fixture
def documents(tmp_path, monkeypatch):
    folder = tmp_path / "Documenten"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    return folder


def answering(monkeypatch, path):
    """Let Qt's dialog answer `path`; what it was asked comes back in a list."""
    asked = []

    def answer(_parent, _title, start, _kinds):
        asked.append(Path(start))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


def test_first_file_goes_in_the_documents(documents, tmp_path, monkeypatch):
    asked = answering(monkeypatch, "")

    Dialogs().save_file(None, "Nieuw", "*.burgertop", Path("Onze burgerpanels.burgertop"))

    assert asked == [documents / "Onze burgerpanels.burgertop"]


def test_next_file_goes_where_the_last_one_went(documents, tmp_path, monkeypatch):
    preferences = Forgetful()
    answering(monkeypatch, tmp_path / "advies.pdf")
    Dialogs(preferences).save_file(None, "Bewaren", "*.pdf", Path("advies.pdf"))

    assert Dialogs(preferences).place() == tmp_path


def test_folder_that_is_gone_is_not_offered(documents, tmp_path):
    preferences = Forgetful()
    preferences.put("folder", str(tmp_path / "weg"))

    assert Dialogs(preferences).place() == documents


def test_proposed_name_is_never_one_that_is_there(tmp_path):
    (tmp_path / "Onze burgerpanels.burgertop").write_text("")

    assert unused(tmp_path / "Onze burgerpanels.burgertop").name == "Onze burgerpanels 2.burgertop"


def test_name_with_a_full_stop_keeps_every_part():
    assert ending_right(Path("Panel v1.2")).name == "Panel v1.2.burgertop"


@pytest.mark.parametrize(
    ("typed", "kind", "kept"),
    [
        ("advies.pdf", "Word (*.docx)", "advies.docx"),
        ("advies", "Word (*.docx)", "advies.docx"),
        ("advies.md", "Word (*.docx)", "advies.md"),
        ("advies.pdf", "PDF (*.pdf)", "advies.pdf"),
        ("advies.pdf", "", "advies.pdf"),
    ],
)
def test_the_chosen_kind_gives_the_ending_unless_one_was_typed(documents, monkeypatch, typed, kind, kept):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(documents / typed), kind))

    assert Dialogs().save_file(None, "Bewaren", "", Path("advies.pdf")) == documents / kept


def test_a_file_that_qt_did_not_ask_about_is_not_replaced_without_a_question(documents, monkeypatch):
    (documents / "advies.docx").write_bytes(b"oud")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_asked: (str(documents / "advies"), "Word (*.docx)")
    )
    monkeypatch.setattr(Dialogs, "ask", lambda *_asked: False)

    assert Dialogs().save_file(None, "Bewaren", "", Path("advies.pdf")) is None


def heading(panel):
    """The heading of a panel."""
    return next(label for label in panel.findChildren(QLabel) if label.property("words") == "heading")


def test_large_panel_gives_its_room_to_the_list(qtbot):
    rows = QListWidget()
    panel = Panel(None, "Op welke voorstellen steunt het?", column(rows), "Gebruiken")
    qtbot.addWidget(panel)
    panel.widen(620, 520)

    panel.show()

    assert heading(panel).height() <= heading(panel).sizeHint().height()
    assert rows.height() > panel.height() / 2


def test_long_question_is_whole(qtbot):
    said = "De versie krijgt een nummer, een datum en een controlecode, en het document wordt bewaard. " * 2
    listed = "\n".join(f"– Aanbeveling {number} steunt nog niet op kaarten" for number in range(5))
    asked = Question(None, "Versie 1 vaststellen?", f"{said}\n\n{listed}\n\n{said}", "Ja", reason=True)
    qtbot.addWidget(asked)

    asked.show()

    for label in asked.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_panel_opens_wide_enough_for_its_fields(qtbot):
    wide = QWidget()
    wide.setMinimumSize(620, 200)
    body = QVBoxLayout()
    body.addWidget(wide)
    panel = Panel(None, "Nieuwe enquête", body, "Bewaren")
    qtbot.addWidget(panel)

    panel.show()

    assert panel.rect().contains(wide.geometry())
