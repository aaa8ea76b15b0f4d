"""Light colours in a text with marks: the marks are quiet, what they do shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat
from typing_extensions import override

from burgertop_app.domain import rich_text
from burgertop_app.ui.kit.theme import theme, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_HEADING = re.compile(rf"^({rich_text.HASHES}\s+)(\S.*)$")
_ITEM = re.compile(rf"^(\s*(?:{rich_text.BULLET}|{rich_text.COUNTER})\s+)")
_NOTE = re.compile(rf"^(\[\^{rich_text.NOTE_NAME}\]:\s+)(.*)$")
_PICTURE = re.compile(rf"^\s*(!\[)([^\]\n]*)(\]\(image:{rich_text.IMAGE_NUMBER}\))\s*$")
_CAPTION = re.compile(r"^(: )(\S.*)$")
_BOLD = re.compile(rf"(\*\*)({rich_text.BOLD_WORDS})(\*\*)")
_LINK = re.compile(rf"(?<!!)(\[)([^\]\n^][^\]\n]*)(\]\({rich_text.TARGET}\))")
_MARK = re.compile(rf"\[\^{rich_text.NOTE_NAME}\](?!:)")


class Marks(QSyntaxHighlighter):
    """Colours the marks of `domain.rich_text`, in the colours of the theme."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme().changed.connect(self.rehighlight)

    @override
    def highlightBlock(self, text: str) -> None:
        look = tokens()
        quiet, strong, link = _format(look.muted), _format(look.text, bold=True), _format(look.accent)
        if rich_text.ROW.match(text):
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
