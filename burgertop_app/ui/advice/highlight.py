"""Light colours in a text with marks: the marks are quiet, what they do shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat
from typing_extensions import override

from burgertop_app.ui.kit.theme import theme, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_HEADING = re.compile(r"^(#{2,4}\s+)(\S.*)$")
_ITEM = re.compile(r"^(\s*(?:[-*•]|\d{1,3}[.)])\s+)")
_NOTE = re.compile(r"^(\[\^[\w-]{1,20}\]:\s+)(.*)$")
_PICTURE = re.compile(r"^\s*(!\[)([^\]\n]*)(\]\(image:\d{1,4}\))\s*$")
_CAPTION = re.compile(r"^(: )(\S.*)$")
_ROW = re.compile(r"^\s*\|.*\|\s*$")
_BOLD = re.compile(r"(\*\*)([^*\n]+)(\*\*)")
_LINK = re.compile(r"(?<!!)(\[)([^\]\n^][^\]\n]*)(\]\((?:https?://|mailto:)[^\s)]+\))")
_MARK = re.compile(r"\[\^[\w-]{1,20}\](?!:)")


class Marks(QSyntaxHighlighter):
    """Colours the marks of `domain.rich_text`, in the colours of the theme."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme().changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        look = tokens()
        quiet, strong, link = _format(look.muted), _format(look.text, bold=True), _format(look.accent)
        if _ROW.match(text):
            for place, letter in enumerate(text):
                if letter == "|" or (letter in "-:" and not re.search(r"\w", text)):
                    self.setFormat(place, 1, quiet)
        for pattern, looks in (
            (_HEADING, (quiet, strong)),
            (_ITEM, (link,)),
            (_NOTE, (link, quiet)),
            (_PICTURE, (quiet, link, quiet)),
            (_CAPTION, (quiet, quiet)),
            (_BOLD, (quiet, strong, quiet)),
            (_LINK, (quiet, link, quiet)),
        ):
            for found in pattern.finditer(text):
                for group, made in enumerate(looks, start=1):
                    self.setFormat(found.start(group), len(found[group]), made)
        for found in _MARK.finditer(text):
            self.setFormat(found.start(), len(found[0]), link)


def _format(colour: str, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    return made
