"""Buttons: one primary a page, secondary, small, link and icon buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from burgertop_app.ui.kit.icons import icon as icon_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Entry = tuple[str, str, Callable[[], object]]


LINE: Entry = ("", "", lambda: None)
"""A line between entries of a menu."""


def primary(text: str, act: Callable[[], object] | None = None, icon: str = "") -> QPushButton:
    """The one thing to do on this page; stands last."""
    return push_button(text, act, icon, "primary", "on")


def secondary(text: str, act: Callable[[], object] | None = None, icon: str = "") -> QPushButton:
    """Something else that can be done."""
    return push_button(text, act, icon, "secondary", "text")


def small(text: str, act: Callable[[], object] | None = None, icon: str = "") -> QPushButton:
    """A button of 30 px inside a card."""
    return push_button(text, act, icon, "small", "text")


def danger(text: str, act: Callable[[], object] | None = None, icon: str = "trash-2") -> QPushButton:
    """Something that cannot be undone."""
    return push_button(text, act, icon, "danger", "late")


def link(text: str, act: Callable[[], object] | None = None, icon: str = "") -> QPushButton:
    """Looks like a link, works like a button."""
    made = push_button(text, act, icon, "link", "accent")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def icon_button(icon: str, name: str, act: Callable[[], object] | None = None, keys: str = "") -> QToolButton:
    """An icon alone; `name` is its tooltip and what a screen reader says, `keys` e.g. "Ctrl+Z"."""
    made = QToolButton()
    made.setIcon(icon_of(icon))
    made.setIconSize(QSize(18, 18))
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({keys})" if keys else name)
    if keys:
        made.setShortcut(keys)
    if act is not None:
        made.clicked.connect(_without_arguments(act))
    return made


def menu_button(
    text: str, entries: Sequence[tuple[str, str, Callable[[], object]]], icon: str = "ellipsis"
) -> QPushButton:
    """A secondary button that unfolds entries of (text, icon or "", act), with `LINE` between groups."""
    made = secondary(text, icon=icon)
    menu = QMenu(made)
    for words, picture, act in entries:
        action = menu.addAction(words) if words else menu.addSeparator()
        if picture:
            action.setIcon(icon_of(picture))
        action.triggered.connect(_without_arguments(act))
    made.setMenu(menu)
    return made


def push_button(text: str, act: Callable[[], object] | None, icon: str, kind: str, tint: str) -> QPushButton:
    """A push button of any `kind` that the style sheet knows; prefer the functions above."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.ArrowCursor)
    made.setAutoDefault(False)
    if icon:
        made.setIcon(icon_of(icon, tint))
        made.setIconSize(QSize(23, 18) if kind in {"primary", "secondary", "danger"} else QSize(20, 16))
    if act is not None:
        made.clicked.connect(_without_arguments(act))
    return made


def _without_arguments(act: Callable[[], object]) -> Callable[[], object]:
    def acted() -> None:
        act()

    return acted
