"""From a document to one web page that stands by itself: its look and its pictures are inside."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from burgertop_app.domain.house_style import HOUSE
from burgertop_app.i18n import _, speaking
from burgertop_app.reports import pieces
from burgertop_app.reports.html.drawings import patterns
from burgertop_app.reports.html.flow import flows
from burgertop_app.reports.html.letterhead import logo, own_style
from burgertop_app.reports.html.run import Run, embedded
from burgertop_app.reports.html.text import direction, lines, text
from burgertop_app.reports.outline import outline
from burgertop_app.reports.typed import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from burgertop_app.domain.house_style import Look
    from burgertop_app.reports.document import Document

STYLE = Path(__file__).parents[3] / "resources" / "web" / "document.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True)
class Frame:
    """What stands around a page: how it gets its look, what is above and below it, where pictures go.

    `links` are the addresses that lead to other pages of the same site; `heading` stands on top of the page
    instead of the title, which also names the site.
    """

    look: str
    above: str = ""
    below: str = ""
    source: Callable[[bytes, str], str] = embedded
    links: Mapping[str, str] = field(default_factory=dict)
    heading: str = ""


def html(document: Document) -> bytes:
    """The page; nothing in it comes from elsewhere, and it runs no script."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    return page(document, Frame(f"{policy}\n<style>\n{stylesheet(document.look)}</style>"))


def page(document: Document, frame: Frame) -> bytes:
    """A document as a page with `frame` around it."""
    with speaking(document.language):
        return _page(document, frame).encode("utf-8")


def stylesheet(look: Look = HOUSE) -> str:
    """The look of every page; with the colours of an organiser behind it, which then count."""
    return _shipped() + own_style(look)


@cache
def _shipped() -> str:
    return STYLE.read_text(encoding="utf-8")


def _page(document: Document, frame: Frame) -> str:
    shape = outline(document)
    run = Run(shape, frame.source, frame.links)
    covered = isinstance(shape.parts[0], pieces.Cover) if shape.parts else False
    body = flows(shape.parts, run)
    heading = frame.heading or shape.title
    title = "" if covered else f"<h1{direction(heading)}>{lines(heading)}</h1>"
    stamp = f'<p class="mark">{text(document.stamp)}</p>' if document.stamp and not covered else ""
    drawn = patterns() if "url(#" in _shipped() and 'class="f-' in body else ""
    mast = logo(document.look, frame.source)
    skip = text(_("To the content"))
    return f"""<!DOCTYPE html>
<html lang="{text(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="author" content="{text(one_line(document.author))}">
<title>{text(one_line(document.title)) or "–"}</title>
{frame.look}
</head>
<body>
<a class="skip" href="#main">{skip}</a>
{drawn}<header class="banner">{mast}<p class="running">{text(document.running)}</p>{frame.above}</header>
<main id="main" tabindex="-1">
{stamp}{title}
{body}
{run.endnotes()}
</main>
<footer><p>{text(document.foot)}</p>{frame.below}</footer>
</body>
</html>
"""
