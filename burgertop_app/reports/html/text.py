"""People's words in HTML: always text, never markup."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from burgertop_app.reports.pieces import plain
from burgertop_app.reports.typed import backward, cleaned, followable

if TYPE_CHECKING:
    from burgertop_app.reports.html.run import Run
    from burgertop_app.reports.pieces import Span, Words


def text(said: str) -> str:
    """Cleaned and escaped, fit for an element or a quoted attribute; line ends stay as they are."""
    return escape(cleaned(said), quote=True)


def lines(said: str) -> str:
    """As `text`, with line ends that a reader sees."""
    return text(said).replace("\n", "<br>")


def direction(words: Words) -> str:
    """An attribute for words with Arabic or Hebrew in them, which browsers then set in the right order."""
    return ' dir="auto"' if backward(plain(words)) else ""


def inline(words: Words, run: Run) -> str:
    """Words inside a paragraph with what is bold, a code, a link or a footnote."""
    return lines(words) if isinstance(words, str) else "".join(_span(span, run) for span in words)


def _span(span: Span, run: Run) -> str:
    inner = lines(span.text) + ("<br>" if span.text.endswith("\n") else "")
    if span.mono:
        inner = f"<code>{inner}</code>"
    if span.bold:
        inner = f"<strong>{inner}</strong>"
    if span.language and inner:
        inner = f'<span lang="{text(span.language)}">{inner}</span>'
    address = run.links.get(span.url, "") or followable(span.url) if span.url and inner else ""
    if address:
        inner = f'<a href="{escape(address)}">{inner}</a>'
    return inner + (run.noted(span.note) if span.note.strip() else "")
