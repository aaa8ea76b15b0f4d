"""Footnotes: a raised number in the words, the notes themselves at the end of the chapter, linked both ways.

The end of a chapter, because a note at the foot of a page would move when the lines above it are set anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import HRFlowable
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.reports.pdf.paragraphs import paragraph
from burgertop_app.reports.pdf.phrases import fragment
from burgertop_app.reports.pdf.structure import Mark
from burgertop_app.reports.pdf.style import LINE, NOTE, colour

if TYPE_CHECKING:
    from burgertop_app.reports.pdf.run import Run


class Rule(HRFlowable):  # type: ignore[misc]  # reportlab is untyped
    """A line between the text and its notes; it says nothing."""

    @override
    def draw(self) -> None:
        """Draw the line."""
        with self.canv.decoration():
            super().draw()


def notes(run: Run) -> list[Any]:
    """The notes that wait, below a line."""
    if not run.notes:
        return []
    waiting, run.notes = run.notes, []
    rule = Rule(width="25%", thickness=0.6, color=LINE, hAlign="LEFT", spaceBefore=10, spaceAfter=5)
    return [rule, *(_note(number, said, run) for number, said in waiting)]


def _note(number: int, said: str, run: Run) -> Any:  # noqa: ANN401
    element = run.tree.current.add("Note", ident=f"note-{number}")
    back = Mark(
        anchor=f"note-{number}",
        place=f"note-{number}-back",
        told=_("back to the text of note {number}").format(number=number),
        element=element.add("Lbl").add("Link"),
    )
    drawn = paragraph(f" {said}", NOTE, run, element.add("P"))
    if drawn.frags:
        look = colour(run.inks.link)
        drawn.frags.insert(0, fragment(f"{number}.", NOTE, run.tree.marked(back), colour=look))
    return drawn
