"""Letting an organiser choose where a document or a table goes, writing it there and offering to open it."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from burgertop_app.domain.papers.forms import PaperForm
from burgertop_app.i18n import _, mark
from burgertop_app.services.printing.rendering import Printed, render
from burgertop_app.services.saving import save_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.services.printing.rendering import Paper
    from burgertop_app.ui.kit.tables import Sheet
    from burgertop_app.ui.page import Page

ALL_FORMS = (PaperForm.PDF, PaperForm.WORD, PaperForm.HTML, PaperForm.MARKDOWN)
"""What a document for other people can be saved as."""

_KINDS = {
    PaperForm.PDF: mark("PDF (*.pdf)"),
    PaperForm.WORD: mark("Word (*.docx)"),
    PaperForm.HTML: mark("Web page (*.html)"),
    PaperForm.MARKDOWN: mark("Markdown, plain text (*.md)"),
}
UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def save_paper(
    page: Page[Any],
    title: str,
    paper: Callable[[], Paper],
    name: str,
    done: Callable[[Path], object] | None = None,
    *,
    forms: Sequence[PaperForm] = (PaperForm.PDF,),
) -> None:
    """Ask where the document goes and in which form, set it in the other lane, write it, offer to open it.

    A document with people in it leaves a record.

    Args:
        page: the page that asks.
        title: what the organiser reads meanwhile ("Brief maken…").
        paper: puts the document together; runs on the write lane.
        name: proposal for the name of the file, without its ending.
        done: called when the file is there.
        forms: the forms to choose from, the usual one first.
    """
    target = place_for(page, _("Save the document"), name, forms)
    if target is not None:
        write_paper(page, title, paper, target, done)


def place_for(page: Page[Any], title: str, name: str, forms: Sequence[PaperForm]) -> Path | None:
    """Where the organiser wants a document, with the ending of the form that was chosen."""
    kinds = ";;".join(_(_KINDS[form]) for form in forms)
    path = page.desk.dialogs.save_file(page, title, kinds, proposal(name, forms[0].suffix))
    if path is None or path.suffix:
        return path
    return path.with_suffix(forms[0].suffix)


def write_paper(
    page: Page[Any],
    title: str,
    paper: Callable[[], Paper],
    target: Path,
    done: Callable[[Path], object] | None = None,
) -> None:
    """As `save_paper`, when the place is known; its ending tells the form."""
    exporting, process = page.desk.services.exporting, page.process

    def keep(made: Paper, printed: Printed) -> tuple[Path, tuple[str, ...]]:
        return exporting.save_paper(process, made, printed.content, target), printed.warnings

    def there(kept: object) -> None:
        _there(page, kept)
        if done is not None:
            done(target)

    page.request(title, paper, partial(render, form=PaperForm.of(target)), keep, there)


def save_sheet(page: Page[Any], sheet: Sheet, name: str, *, named: bool = False) -> None:
    """Ask where a table goes and write it there; `named`: people stand in it, so it leaves a record."""
    kinds = _("Excel (*.xlsx);;CSV for a Dutch Excel (*.csv)")
    path = page.desk.dialogs.save_file(page, _("Save the table"), kinds, proposal(name, ".xlsx"))
    if path is None:
        return
    target = path if path.suffix else path.with_suffix(".xlsx")
    exporting, process = page.desk.services.exporting, page.process

    def write() -> object:
        if named and process is not None:
            return exporting.export_people(process, sheet, target, name)
        return save_table(target, sheet.headings, sheet.rows)

    page.ask(
        write,
        lambda _kept: page.desk.say(_("{file} is saved.").format(file=target.name)),
    )


def proposal(name: str, ending: str) -> Path:
    """A bare file name made of `name` without what a file name cannot hold; the dialog knows the folder."""
    return Path(f"{UNFIT.sub(' ', name).strip()}{ending}")


def _there(page: Page[Any], kept: object) -> None:
    path, warnings = kept if isinstance(kept, tuple) else (None, ())
    if isinstance(path, Path):
        offer_to_open(page, path, warnings)


def offer_to_open(page: Page[Any], path: Path, warnings: Sequence[str] = ()) -> None:
    """Tell where a document stands and what to look at in it, and offer to open it."""
    question = _("{file} is saved in {folder}.").format(file=path.name, folder=path.parent)
    if warnings:
        question = "\n\n".join((question, *warnings))
    if page.desk.dialogs.offer(page, _("The document is ready"), question, _("Open")):
        show_outside(page, path)


def show_outside(page: Page[Any], path: Path) -> None:
    """Open a file or folder in the program that the computer has for it, or say where it stands."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        page.desk.say(
            _("No program on this computer opens {file}. It stands in {folder}.").format(
                file=path.name, folder=path.parent
            ),
            "info",
        )
