"""The state while one page is made: headings still to come, footnotes so far, where pictures go."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.reports.html.text import lines, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from burgertop_app.reports.outline import Outline, Placed


@dataclass
class Run:
    """One page in the making.

    Attributes:
        outline: its title and headings.
        source: where the picture with this content and media type is found.
        links: where addresses of our own lead to, by the address in the document.
        heading: the words of the last heading, the name of a table that has none of its own.
    """

    outline: Outline
    source: Callable[[bytes, str], str]
    links: Mapping[str, str] = field(default_factory=dict)
    heading: str = ""
    notes: list[str] = field(default_factory=list)
    _coming: Iterator[Placed] = field(init=False)

    def __post_init__(self) -> None:
        self.heading = self.outline.title
        self._coming = iter(self.outline.headings)

    def next_heading(self) -> Placed:
        """The heading that is now written."""
        placed = next(self._coming)
        self.heading = placed.heading.text
        return placed

    def noted(self, note: str) -> str:
        """The mark of a footnote, which stands at the end of the page."""
        self.notes.append(note)
        place = len(self.notes)
        said = text(_("Note {number}").format(number=place))
        return (
            f'<sup><a id="ref-{place}" href="#note-{place}" role="doc-noteref" aria-label="{said}">'
            f"{place}</a></sup>"
        )

    def endnotes(self) -> str:
        """The footnotes with a way back to where each stands."""
        if not self.notes:
            return ""
        back = text(_("Back to the text"))
        items = "".join(
            f'<li id="note-{place}">{lines(note)} '
            f'<a href="#ref-{place}" role="doc-backlink" aria-label="{back} ({place})">↩</a></li>'
            for place, note in enumerate(self.notes, 1)
        )
        title = text(_("Footnotes"))
        return f'<section class="notes" role="doc-endnotes"><h2>{title}</h2><ol>{items}</ol></section>'


def embedded(content: bytes, media_type: str) -> str:
    """A picture inside the page itself."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"
