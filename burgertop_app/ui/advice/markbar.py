"""The bar above the texts: a button for each mark, for the text in which one writes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from burgertop_app.i18n import _, mark
from burgertop_app.ui.kit.buttons import icon_button
from burgertop_app.ui.kit.layout import row, upright

BUTTONS: tuple[tuple[str, str, str, str], ...] = (
    ("heading", "heading", mark("Heading; press again for a lower one"), "Ctrl+H"),
    ("bold", "bold", mark("Bold"), "Ctrl+B"),
    ("", "", "", ""),
    ("bullets", "list", mark("List with dots"), "Ctrl+Shift+8"),
    ("numbers", "list-ordered", mark("List with numbers"), "Ctrl+Shift+7"),
    ("deeper", "step-in", mark("Item one step further in"), "Ctrl+]"),
    ("shallower", "step-out", mark("Item one step back"), "Ctrl+["),
    ("", "", "", ""),
    ("table", "table", mark("Table…"), "Ctrl+T"),
    ("picture", "image", mark("Picture…"), "Ctrl+Shift+P"),
    ("link", "link", mark("Link…"), "Ctrl+L"),
    ("footnote", "footnote", mark("Footnote…"), "Ctrl+Alt+F"),
    ("", "", "", ""),
    ("help", "circle-question-mark", mark("How to mark a text"), ""),
)
"""What is asked for, icon, name and key; an empty one is a line between two groups."""


class MarkBar(QWidget):
    """Buttons for marks; the keys work in the text itself."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Marks"))
        self.buttons: dict[str, QToolButton] = {}
        items: list[QWidget | None] = []
        for wanted, icon, name, keys in BUTTONS:
            if not wanted:
                line = upright()
                line.setFixedHeight(18)
                items.append(line)
                continue
            made = icon_button(icon, _(name), partial(self.wanted.emit, wanted))
            if keys:
                made.setToolTip(f"{_(name)} ({keys})")
            self.buttons[wanted] = made
            items.append(made)
        self.setLayout(row(*items, None, gap=1))
