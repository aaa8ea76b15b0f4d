"""Starts Qt for the program: look, language of Qt's own words, and one place for unexpected errors."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_log_path
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.qt_words import speak
from burgertop_app.ui.kit.theme import Mode, theme
from burgertop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from burgertop_app.services.house import House

LOG = logging.getLogger("burgertop")
LOG_BYTES = 500_000
LOG_FILES = 3


class Unexpected(QObject):
    """Hears of every error that nobody caught: logs it once and shows it."""

    happened = Signal(object)

    def listen(self) -> None:
        """From now on."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        # The words of an error may quote what somebody typed; only its kind and place are logged.
        LOG.error("unexpected %s at %s", kind.__name__, place_of(trace))
        self.happened.emit(error)

    def _on_thread_error(self, failed: threading.ExceptHookArgs) -> None:
        self._on_error(failed.exc_type, failed.exc_value or failed.exc_type(), failed.exc_traceback)


def start(house: House, words: Sequence[str] = ()) -> int:
    """Show the window until it is closed; gives the exit code.

    Args:
        house: from bootstrap.
        words: the workspace to open; without it the last one, if it is still there.
    """
    write_log(user_log_path("Burgertop", appauthor=False) / "burgertop.log")
    application = dress(QApplication(sys.argv[:1]))
    look = house.preferences.get("look")
    if look in list(Mode):
        theme().choose(Mode(str(look)))
    window = MainWindow(house)
    unexpected = Unexpected()
    unexpected.happened.connect(window.report)
    unexpected.listen()
    window.show()
    wanted = Path(words[0]) if words else next(iter(window.door.recent()), None)
    if wanted is not None:
        window.door.open(wanted)
    code = application.exec()
    take_down(window)
    return code


def take_down(window: QObject) -> None:
    """Destroy a closed window and everything in it now: Qt may crash on one that the end of Python finds."""
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def dress(application: QApplication) -> QApplication:
    """Name, icon, look and the translation of Qt's own words."""
    application.setApplicationName("Burgertop")
    application.setApplicationDisplayName("Burgertop")
    application.setDesktopFileName("burgertop")
    theme().put_on(application)
    application.setWindowIcon(icon("burgertop", "accent"))
    speak()
    return application


def write_log(file: Path) -> None:
    """Keep unexpected errors in `file`, at most three of half a megabyte; a full disk stops nobody."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    LOG.addHandler(handler)


def place_of(trace: TracebackType | None) -> str:
    """Where it happened: file and line per step, the innermost last; no values."""
    steps = []
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{code.co_filename.rpartition('burgertop_app')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " > ".join(steps)
