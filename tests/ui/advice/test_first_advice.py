"""Somebody who never used it writes an advice, from an empty process to a fixed version with its document."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

sys.path.insert(0, str(Path(__file__).parents[1]))
from screens import settle, when_asked

from burgertop_app.ui.advice.dialogs import OneLine
from burgertop_app.ui.advice.mark_dialogs import NoteForm, PictureForm, TableForm
from burgertop_app.ui.advice.page import AdvicePage
from burgertop_app.ui.advice.sign_off_form import AgreementForm


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "huizen.png"
    Image.new("RGB", (400, 300), "teal").save(path)
    return path


def typed(form, field, words):
    getattr(form, field).editor.setPlainText(words)
    form.accept()


@pytest.fixture
def page(qtbot, waterrijk_desk, process):
    made = AdvicePage(waterrijk_desk)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show_process(process)
    made.show()
    settle(qtbot, waterrijk_desk)
    when_asked(OneLine, lambda form: typed(form, "_said", "Warm wonen"))
    made._on_new()
    settle(qtbot, waterrijk_desk)
    return made


def write_summary(qtbot, page, dialogs, picture):
    """Words with a footnote, a table from a spreadsheet and a picture."""
    QGuiApplication.clipboard().setText("Wijk\tHuizen\nHaven\t12")
    qtbot.keyClicks(page.editor.text.editor, "Wij zijn dertig bewoners")
    when_asked(NoteForm, lambda form: typed(form, "_said", "Geloot op 20 juni"))
    page.bar.buttons["footnote"].click()
    when_asked(TableForm, lambda form: form.accept())
    page.bar.buttons["table"].click()
    dialogs.files = [picture]

    def describe(form):
        form.pick.click()
        qtbot.waitUntil(lambda: form.ready is not None)
        typed(form, "alt", "Een rij huizen")

    when_asked(PictureForm, describe)
    page.bar.buttons["picture"].click()
    settle(qtbot, page.desk)


def recommend(qtbot, page):
    """A recommendation with a reason and who does what."""
    page._go("recommendations")
    when_asked(OneLine, lambda form: typed(form, "_said", "Maak één loket."))
    page.editor.add.click()
    settle(qtbot, page.desk)
    qtbot.keyClicks(page.editor.reason.editor, "Dat scheelt iedereen tijd.")
    qtbot.keyClicks(page.editor.texts["roles"].editor, "Gemeente: opent het loket")


def sign(qtbot, page):
    """All 28 members agree."""
    page._go("members")
    settle(qtbot, page.desk)

    def agree(form):
        form.asked.put(28)
        form.agreed.put(28)
        form.accept()

    when_asked(AgreementForm, agree)
    qtbot.mouseClick(page.editor.record, Qt.MouseButton.LeftButton)
    settle(qtbot, page.desk)


def test_advice_is_written_signed_and_fixed(qtbot, page, dialogs, house, picture):
    write_summary(qtbot, page, dialogs, picture)
    recommend(qtbot, page)
    sign(qtbot, page)
    page.acts.publish()
    settle(qtbot, page.desk)

    version = house.advising.versions(page.found.advice.id)[0]
    content = json.loads(version.content)
    pages = PdfReader(io.BytesIO(house.publishing.document(version.id))).pages
    said = " ".join(" ".join(each.extract_text() for each in pages).split())
    summary = next(told["body"] for told in content["sections"] if told["kind"] == "summary")
    parts = ("[^1]: Geloot op 20 juni", "| Haven | 12 |", "![Een rij huizen](image:1)")
    assert all(part in summary for part in parts)
    assert len(content["images"]) == 1
    assert version.sign_off_id is not None
    assert "28 van de 28" in said
    assert "opent het loket" in said
