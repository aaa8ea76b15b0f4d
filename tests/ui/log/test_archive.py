"""The archive and the Woo documents from the page Log."""

from __future__ import annotations

import zipfile

import pytest
from screens import photograph, settle

from burgertop_app.domain.archive import Appraisal, ArchiveRequest
from burgertop_app.ui.archive.forms import ArchiveForm, WooForm
from burgertop_app.ui.log.page import LogPage


@pytest.fixture
def page(qtbot, waterrijk_desk, waterrijk):
    made = LogPage(waterrijk_desk)
    qtbot.addWidget(made)
    made.show_process(waterrijk.process)
    made.show()
    settle(qtbot, waterrijk_desk)
    return made


@pytest.fixture
def form(qtbot, page, waterrijk):
    made = ArchiveForm(page, waterrijk.process, page.desk.today())
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_archive_is_made_checked_and_told_of(qtbot, page, dialogs, waterrijk, tmp_path):
    dialogs.files.append(tmp_path / "archief.zip")

    page.archive_acts.make_archive(ArchiveRequest(process_id=waterrijk.process))
    settle(qtbot, page.desk, timeout=120_000)

    with zipfile.ZipFile(tmp_path / "archief.zip") as box:
        assert {"dossier.xlsx", "SHA256SUMS", "metadata.json"} <= set(box.namelist())
    assert "Het archief is heel" in " ".join(map(str, dialogs.asked))


def test_the_woo_documents_are_made(qtbot, page, dialogs, tmp_path):
    dialogs.files.append(tmp_path / "woo.zip")

    page.archive_acts.make_woo("Alles over wonen")
    settle(qtbot, page.desk, timeout=120_000)

    with zipfile.ZipFile(tmp_path / "woo.zip") as box:
        assert "inventarislijst.xlsx" in box.namelist()
        assert "Verzoek: Alles over wonen" in box.read("LEESMIJ.txt").decode()


def test_a_file_that_is_no_archive_gets_a_sentence(qtbot, page, dialogs, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"geen zip")
    dialogs.files.append(tmp_path / "x.zip")

    page.archive_acts.check()
    settle(qtbot, page.desk)

    assert page.error_bar.isVisible()


def test_contacts_without_a_ground_are_refused_at_the_field(form):
    form.contacts.put(True)
    form.contacts.changed.emit(True)

    form.yes.click()

    assert form.isVisible()
    assert "Vul de grond in" in form.ground.mistake


def test_what_was_filled_in_becomes_the_request(form, waterrijk):
    form.appraisal.put(Appraisal.KEEP)
    form.selection_list.put("Selectielijst gemeenten 2020")
    form.category.put("8.1")

    form.yes.click()

    assert form.given == ArchiveRequest(
        process_id=waterrijk.process, selection_list="Selectielijst gemeenten 2020", category="8.1"
    )


def test_pictures_of_the_archive(qtbot, page, form):
    form.contacts.put(True)
    form.appraisal.put(Appraisal.DESTROY)
    form.contacts.changed.emit(True)
    asked = WooForm(page)
    qtbot.addWidget(asked)

    paths = [
        *photograph(page, "log-archive"),
        *photograph(form, "archive-form", size=None),
        *photograph(form, "archive-form", scale=2.0, size=None),
        *photograph(asked, "woo-form", size=None),
    ]

    assert all(path.exists() for path in paths)
