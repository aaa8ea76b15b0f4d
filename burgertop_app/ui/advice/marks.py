"""What the bar above the texts does: a mark at once, or a small form first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.i18n import _
from burgertop_app.ui.advice import marking
from burgertop_app.ui.advice.mark_dialogs import (
    LinkForm,
    MarkHelp,
    NoteForm,
    PictureForm,
    TableForm,
    kinds,
)
from burgertop_app.ui.picture_reading import read_picture

if TYPE_CHECKING:
    from burgertop_app.domain.changes import Change
    from burgertop_app.services.picturing import PictureLine, Prepared
    from burgertop_app.ui.advice.markbar import MarkBar
    from burgertop_app.ui.advice.page import AdvicePage
    from burgertop_app.ui.advice.writing import RichField

AT_ONCE = {
    "bold": marking.bold,
    "bullets": marking.bullets,
    "numbers": marking.numbers,
    "deeper": marking.deeper,
    "shallower": marking.shallower,
}


class MarkActs:
    """Lets the bar act on the text in which somebody writes."""

    def __init__(self, page: AdvicePage, bar: MarkBar) -> None:
        self._page = page
        self._desk = page.desk
        self._field: RichField | None = None
        bar.wanted.connect(self.do)

    def follow(self, fields: list[RichField]) -> None:
        """Act on these texts from now on, the first until somebody writes in another."""
        self._field = fields[0] if fields else None
        for field in fields:
            field.entered.connect(self._on_entered)
            field.wanted.connect(self.do)

    def do(self, wanted: str) -> None:
        """Carry out what a button or key asked for."""
        field = self._field
        if wanted == "help":
            MarkHelp(self._page).exec()
        elif field is None or not field.isEnabled():
            return
        elif wanted in AT_ONCE:
            field.apply(AT_ONCE[wanted])
        elif wanted == "heading":
            field.apply(partial(marking.heading, highest=min(field.level + 1, 4)))
        else:
            {"table": self._table, "link": self._link, "footnote": self._note, "picture": self._picture}[
                wanted
            ](field)

    def replace(self, line: PictureLine) -> None:
        """Ask for another file in the place of a picture."""
        path = self._desk.dialogs.open_file(self._page, _("Choose a picture"), kinds())
        if path is None:
            return
        picturing, image = self._desk.services.picturing, line.image
        before = picturing.as_ready(line)
        made: list[Prepared] = []

        def work() -> Change:
            made.append(picturing.ready(path))
            return picturing.replace(image.id, made[0])

        said = _("Picture {number} is replaced.").format(number=image.number)
        self._page.ask(
            work,
            lambda _change: self._desk.did(
                said,
                lambda: picturing.replace(image.id, before),
                lambda: picturing.replace(image.id, made[0]),
                "image",
            ),
        )

    def remove(self, line: PictureLine) -> None:
        """Take a picture away that no text shows."""
        picturing = self._desk.services.picturing
        said = _("Picture {number} is removed.").format(number=line.image.number)
        self._page.ask(
            lambda: picturing.remove(line.image.id),
            lambda _change: self._desk.did(
                said,
                lambda: picturing.put_back(line),
                lambda: picturing.remove(line.image.id),
                "trash-2",
            ),
        )

    def _on_entered(self, field: RichField) -> None:
        self._field = field

    def _table(self, field: RichField) -> None:
        form = TableForm(self._page)
        if form.exec() == QDialog.DialogCode.Accepted:
            field.apply(partial(marking.tabled, rows=form.rows))

    def _link(self, field: RichField) -> None:
        form = LinkForm(self._page, field.typed_text.selected.replace("\n", " "))
        if form.exec() == QDialog.DialogCode.Accepted:
            said, target = form.given
            field.apply(partial(marking.linked, words=said, target=target))

    def _note(self, field: RichField) -> None:
        form = NoteForm(self._page)
        if form.exec() == QDialog.DialogCode.Accepted:
            field.apply(partial(marking.noted, note=form.given))

    def _picture(self, field: RichField) -> None:
        form = PictureForm(self._page, self.choose)
        advice = self._page.found.advice
        if form.exec() != QDialog.DialogCode.Accepted or advice is None:
            return
        ready, (alt, caption) = form.ready, form.given
        if ready is not None:
            picturing, advice_id = self._desk.services.picturing, advice.id
            self._page.ask(
                lambda: picturing.add(advice_id, ready),
                lambda image: self._on_kept(field, image.number, alt, caption),
            )

    def choose(self, form: PictureForm) -> None:
        """Ask for a file and show it in the form, or why it cannot be used."""
        path = self._desk.dialogs.open_file(form, _("Choose a picture"), kinds())
        if path is not None:
            picturing = self._desk.services.picturing
            read_picture(
                self._desk,
                form.pick,
                lambda: picturing.ready(path),
                partial(form.show_picture, path),
                form.refuse,
            )

    def _on_kept(self, field: RichField, number: int, alt: str, caption: str) -> None:
        field.apply(partial(marking.pictured, number=number, alt=alt, caption=caption))
        field.flush()
        advice = self._page.found.advice
        if advice is not None:
            self._desk.changes.announce(self._desk.services.picturing.told(advice.id))
