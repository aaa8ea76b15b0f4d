"""The keys of the window in words, for the help."""

from __future__ import annotations

from burgertop_app.i18n import _


def help_words() -> str:
    """The keys, one a line."""
    return "\n".join(
        (
            _("Ctrl+K: search people, cards, recommendations and commands"),
            _("Ctrl+1 to Ctrl+9: the pages of the process"),
            _("Ctrl+Q: close the window"),
            _("Ctrl+Z and Ctrl+Shift+Z: undo and redo"),
            _("In a list: type to search, Enter to open, Ctrl+C to copy"),
            _("Everything you type is kept at once; there is no Save button."),
        )
    )
