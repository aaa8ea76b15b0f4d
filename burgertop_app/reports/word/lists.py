"""Lists as Word numbers them: one definition for dots and one for numbers, each list counting anew."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from burgertop_app.reports.word.xml import Element, made

DEEPEST = 8
_DOTS = ("•", "–", "▪")
_STEP = 360


class Lists:
    """The numbering of one document."""

    def __init__(self, word: Any) -> None:  # noqa: ANN401  (python-docx is untyped)
        self._numbering = word.part.numbering_part.element
        for old in list(self._numbering):
            self._numbering.remove(old)
        self._made = 0

    def begin(self, kinds: tuple[bool, ...]) -> int:
        """A new list whose depths are numbered or not; gives its number."""
        self._made += 1
        levels = [_level(depth, numbered=numbered) for depth, numbered in enumerate(kinds)]
        kind = made("w:multiLevelType", val="multilevel")
        abstract = made("w:abstractNum", kind, *levels, abstractNumId=self._made)
        earlier = self._numbering.findall(qn("w:num"))
        if earlier:
            earlier[0].addprevious(abstract)
        else:
            self._numbering.append(abstract)
        self._numbering.append(made("w:num", made("w:abstractNumId", val=self._made), numId=self._made))
        return self._made


def put(paragraph: Any, number: int, depth: int) -> None:  # noqa: ANN401
    """Make a paragraph an item of list `number`."""
    marks = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  (python-docx has no call for it)
    marks.get_or_add_ilvl().val = min(depth, DEEPEST)
    marks.get_or_add_numId().val = number


def _level(depth: int, *, numbered: bool) -> Element:
    left = _STEP * (depth + 1)
    words = f"%{depth + 1}." if numbered else _DOTS[depth % len(_DOTS)]
    return made(
        "w:lvl",
        made("w:start", val=1),
        made("w:numFmt", val="decimal" if numbered else "bullet"),
        made("w:lvlText", val=words),
        made("w:lvlJc", val="left"),
        made("w:pPr", made("w:ind", left=left, hanging=_STEP)),
        ilvl=depth,
    )
