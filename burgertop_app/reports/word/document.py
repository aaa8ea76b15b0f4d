"""From a document to a file for Word: the same bytes for the same document."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml.ns import qn

from burgertop_app.domain.inks import inks
from burgertop_app.i18n import _, speaking
from burgertop_app.reports import pieces
from burgertop_app.reports.outline import outline
from burgertop_app.reports.pieces import Role
from burgertop_app.reports.typed import cleaned, one_line
from burgertop_app.reports.word.flow import Run, flows, picture
from burgertop_app.reports.word.lists import Lists
from burgertop_app.reports.word.notes import Notes
from burgertop_app.reports.word.styles import dress, style_of, styled
from burgertop_app.reports.word.xml import field

if TYPE_CHECKING:
    from burgertop_app.reports.document import Document

_LONGEST = 250
_LOGO = (230.0, 84.0)
"""Points, wide and high."""
_MOMENT = (1980, 1, 1, 0, 0, 0)


def word(document: Document) -> bytes:
    """The file (.docx)."""
    with speaking(document.language):
        made_of = docx.Document()
        dress(made_of, document.language, inks(document.look))
        _properties(made_of, document)
        _edges(made_of, document)
        shape = outline(document)
        notes = Notes()
        run = Run(
            made_of, iter(shape.headings), shape.listed, Lists(made_of), notes, inks=inks(document.look)
        )
        if document.look.logo:
            picture(document.look.logo, document.look.alt, _LOGO, run)
        if not (shape.parts and isinstance(shape.parts[0], pieces.Cover)):
            if document.stamp:
                run.paragraph(document.stamp, style_of(Role.STRONG))
            run.paragraph(one_line(shape.title), "Title")
        flows(shape.parts, run)
        notes.keep(made_of)
        _number_pictures(made_of)
    kept = io.BytesIO()
    made_of.save(kept)
    return _stamped(kept.getvalue())


def _properties(made_of: Any, document: Document) -> None:  # noqa: ANN401  (python-docx is untyped)
    told = made_of.core_properties
    told.title, told.author = one_line(document.title)[:_LONGEST], one_line(document.author)[:_LONGEST]
    told.language, told.subject = document.language, one_line(document.running)[:_LONGEST]
    told.created = told.modified = document.made_at.replace(microsecond=0)
    told.last_modified_by, told.comments, told.revision = told.author, "", 1


def _edges(made_of: Any, document: Document) -> None:  # noqa: ANN401
    """The line on top of every page; below it the foot and the number of the page."""
    section = made_of.sections[0]
    top, below = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (top, below):
        styled(paragraph, style_of(Role.LABEL))
    top.add_run(cleaned(document.running) + (f" · {cleaned(document.stamp)}" if document.stamp else ""))
    before, _mark, after = _("page {number}").partition("{number}")
    below.add_run(f"{cleaned(document.foot)} · {before}")
    field(below._p, "PAGE")  # noqa: SLF001
    below.add_run(after)


def _number_pictures(made_of: Any) -> None:  # noqa: ANN401
    for place, named in enumerate(made_of.element.iter(qn("wp:docPr")), 1):
        named.set("id", str(place))


def _stamped(content: bytes) -> bytes:
    """The same parts with one moment for all of them."""
    fresh = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, old.read(name))
    return fresh.getvalue()
