"""The menu of the window: workspace, look, language, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from burgertop_app.i18n import LANGUAGES, _, language
from burgertop_app.ui.kit.icons import icon
from burgertop_app.ui.kit.theme import Mode, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.ui.main_window import MainWindow

LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}


def window_menu(window: MainWindow) -> QMenu:
    """A fresh menu in the language now spoken."""
    menu = QMenu(window)
    menu.addAction(icon("folder-plus"), _("New workspace…"), window.door.new)
    menu.addAction(icon("folder-open"), _("Open workspace…"), window.door.other)
    if window.desk is not None:
        menu.addAction(icon("copy"), _("Back up workspace…"), window.door.back_up)
        _two_laptops(menu, window)
    menu.addSeparator()
    looks = menu.addMenu(icon("sun-moon"), _("Look"))
    for mode, said in (
        (Mode.SYSTEM, _("As the computer")),
        (Mode.LIGHT, _("Light")),
        (Mode.DARK, _("Dark")),
    ):
        _choice(looks, said, _chooser(window.choose_look, mode), on=theme().mode is mode)
    languages = menu.addMenu(icon("languages"), _("Language"))
    for code in LANGUAGES:
        _choice(
            languages, LANGUAGE_NAMES[code], _chooser(window.choose_language, code), on=language() == code
        )
    if (notifier := window.watch.notifier) is not None:
        tells = menu.addAction(icon("bell"), _("Desktop message about terms"))
        tells.setCheckable(True)
        tells.setChecked(notifier.on)
        tells.toggled.connect(lambda on: notifier.switch(on=on))
    menu.addSeparator()
    menu.addAction(icon("circle-question-mark"), _("Help"), window.show_help)
    menu.addAction(icon("log-out"), _("Quit"), window.close)
    return menu


def _two_laptops(menu: QMenu, window: MainWindow) -> None:
    both, acts = menu.addMenu(icon("git-merge"), _("Two laptops")), window.handovers
    both.addAction(icon("files"), _("Copy for a second laptop…"), acts.copy)
    both.addAction(icon("upload"), _("Make a hand-over file…"), acts.hand_over)
    both.addAction(icon("download"), _("Take over a hand-over file…"), acts.take_over)
    both.addSeparator()
    both.addAction(icon("scale"), _("Differences between laptops…"), acts.look)


def _choice(menu: QMenu, said: str, act: Callable[[], None], *, on: bool) -> None:
    group = menu.findChild(QActionGroup) or QActionGroup(menu)
    action = QAction(said, menu)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(act)
    group.addAction(action)
    menu.addAction(action)


def _chooser(choose: Callable[[str], None], value: str) -> Callable[[], None]:
    def chosen() -> None:
        choose(value)

    return chosen
