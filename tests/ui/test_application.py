"""Starting Qt: words of its own in Dutch, and unexpected errors that name nobody."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from burgertop_app.i18n import use_language
from burgertop_app.ui.application import LOG, Unexpected, dress, write_log
from burgertop_app.ui.kit.qt_words import speak


@pytest.fixture
def log(tmp_path):
    file = tmp_path / "log" / "burgertop.log"
    before = list(LOG.handlers)
    write_log(file)
    yield file
    for handler in set(LOG.handlers) - set(before):
        handler.close()
        LOG.removeHandler(handler)


def fail():
    raise ValueError("Fatma Çelik, Dorpsstraat 1")


def test_unexpected_error_is_shown_and_logged_without_what_it_says(log, qtbot):
    unexpected = Unexpected()
    with qtbot.waitSignal(unexpected.happened) as heard:
        try:
            fail()
        except ValueError as error:
            unexpected._on_error(ValueError, error, error.__traceback__)

    written = log.read_text(encoding="utf-8")
    assert str(heard.args[0]) == "Fatma Çelik, Dorpsstraat 1"
    assert "ValueError" in written
    assert "Fatma" not in written


def test_log_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("")

    write_log(tmp_path / "file" / "burgertop.log")

    assert not any(isinstance(handler, logging.FileHandler) for handler in LOG.handlers)


@pytest.fixture
def spoken(dressed):
    """Qt speaks as the program does; Dutch again afterwards, as every other test expects."""
    yield
    use_language("nl")
    speak()


DIALOG_WORDS = ("&Look in:", "Files of &type:", "File &name:", "Show &hidden files")


@pytest.mark.parametrize("said", DIALOG_WORDS)
def test_file_dialog_says_nothing_in_english(spoken, said):
    assert speak()
    assert QCoreApplication.translate("QFileDialog", said) not in ("", said)


def test_qt_speaks_dutch_on_its_buttons(spoken):
    assert speak()
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


def test_qt_follows_a_change_of_language(spoken):
    speak()

    use_language("en")
    speak()

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"
    assert QLocale().language() == QLocale.Language.English


def test_application_has_its_name_and_icon(dressed):
    dress(dressed)

    assert dressed.applicationName() == "Burgertop"
    assert not dressed.windowIcon().isNull()


BRIEF = """
import sys
from PySide6.QtCore import QTimer
from burgertop_app.bootstrap import build
from burgertop_app.ui import application

class Brief(application.MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        self.destroyed.connect(lambda: print("gone"))
        QTimer.singleShot(0, self.close)

application.MainWindow = Brief
code = application.start(build())
print("ended")
sys.exit(code)
"""


def test_program_that_is_closed_takes_its_window_and_its_folder_away(tmp_path):
    for name in ("tmp", "home"):
        (tmp_path / name).mkdir()
    own = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "APPDATA"}
    there = {"TMPDIR": str(tmp_path / "tmp"), "TEMP": str(tmp_path / "tmp"), "TMP": str(tmp_path / "tmp")}
    home = dict.fromkeys(own, str(tmp_path / "home"))
    env = {**os.environ, **home, **there, "QT_QPA_PLATFORM": "offscreen"}

    ran = subprocess.run(
        [sys.executable, "-c", BRIEF],
        env=env,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (ran.returncode, ran.stdout.split()) == (0, ["gone", "ended"]), ran.stderr
    assert list((tmp_path / "tmp").glob("Burgertop-*")) == []
