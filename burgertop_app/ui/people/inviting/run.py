"""One walk through the wizard that invites: read the list, share out and draw letters, keep at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from burgertop_app.domain.address_list import InviteRequest
from burgertop_app.domain.requests import Keeping
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.services import inviting
from burgertop_app.services.importing import Source
from burgertop_app.services.inviting import LettersAsked, ListAsked
from burgertop_app.ui.kit.wizard import Step, Wizard
from burgertop_app.ui.people.importing.preview_step import PreviewStep
from burgertop_app.ui.people.importing.run import KINDS
from burgertop_app.ui.people.inviting.columns_step import ListColumnsStep
from burgertop_app.ui.people.inviting.file_step import ListFileStep
from burgertop_app.ui.people.inviting.keeping import Making
from burgertop_app.ui.people.inviting.letters_step import LettersStep
from burgertop_app.ui.people.inviting.ready_step import ReadyStep
from burgertop_app.ui.people.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.address_list import AddressList, DrawnLetters
    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.views import PeopleView
    from burgertop_app.services.importing import Opened
    from burgertop_app.ui.page import Page

FILE, PREVIEW, COLUMNS, LETTERS, READY = range(5)
AREA_WORDS = ("wijk", "buurt", "gebied", "stadsdeel", "kern", "area", "neighbourhood", "district")


class InviteRun(Walk):
    """Leads through the five steps in `holder`; `ended` comes when the list of people is wanted again."""

    def __init__(self, page: Page[PeopleView]) -> None:
        super().__init__(page)
        self._inviting = page.desk.services.inviting
        self._process: UUID | None = None
        self._features: Mapping[str, tuple[str, ...]] = {}
        self._opened: Opened | None = None
        self._listed: AddressList | None = None
        self._request: InviteRequest | None = None

    def start(self, process: UUID) -> None:
        """Show the first step."""
        self.stop()
        self._process = process
        self.file, self.preview = ListFileStep(), PreviewStep()
        self.columns, self.letters, self.ready = ListColumnsStep(), LettersStep(), ReadyStep()
        names = (_("File"), _("Preview"), _("Columns"), _("Letters"), _("Finish"))
        bodies = (self.file, self.preview, self.columns, self.letters, self.ready)
        self.wizard = Wizard(
            _("Invite people from a list"),
            _("Nothing is kept until you press “Invite” on the last page."),
            [Step(name, body) for name, body in zip(names, bodies, strict=True)],
            _("Invite"),
        )
        self._box.addWidget(self.wizard)
        self._connect(self.wizard)
        self.wizard.hold(_("Choose a list first."))
        people, service = self._desk.services.people, self._inviting
        self._page.ask(lambda: (people.keeping(process), service.features(process)), self._propose)

    def open_path(self, path: Path) -> None:
        """Read the file at `path`."""
        self._open(Source(path=path, name=path.name))

    def open_text(self, text: str) -> None:
        """Read what was pasted."""
        self._open(Source(text=text, name=_("the clipboard")))

    def _connect(self, wizard: Wizard) -> None:
        wizard.wanted.connect(self._on_wanted)
        wizard.finished.connect(self._keep)
        wizard.cancelled.connect(self.stop)
        self.file.pick_wanted.connect(self._pick)
        self.file.path_given.connect(self.open_path)
        self.file.pasted.connect(self.open_text)
        self.preview.reread.connect(self._open)
        self.columns.changed.connect(self._hold)
        self.letters.changed.connect(self._hold)

    def _pick(self) -> None:
        kinds = f"{_('Sheets')} {KINDS}"
        path = self._desk.dialogs.open_file(self._page, _("Choose a list of addresses or people"), kinds)
        if path is not None:
            self.open_path(path)

    def _propose(self, found: tuple[Keeping, Mapping[str, tuple[str, ...]]]) -> None:
        keeping, self._features = found
        if self.wizard is not None:
            purpose = _("Inviting for the draw of {process}").format(process=keeping.purpose)
            self.columns.propose(Keeping(purpose, keeping.keep_until), self._desk.today())

    def _open(self, source: Source) -> None:
        task = self._desk.tasks.calculate(_("Reading the sheet"), inviting.open_list, source)
        self._submit(task, lambda opened: self._on_opened(source, opened))

    def _on_opened(self, source: Source, opened: Opened) -> None:
        if self.wizard is None:
            return
        self._opened = opened
        rows = len(opened.table.rows)
        self.file.tell(opened.table.name)
        self.wizard.found(FILE, opened.table.name)
        self.wizard.found(PREVIEW, ngettext("{count} row", "{count} rows", rows).format(count=number(rows)))
        self.preview.put(source, opened)
        area = next((name for name in self._features if name.casefold() in AREA_WORDS), "")
        self.columns.put(opened, self._features, area)
        self._go(PREVIEW)

    def _on_wanted(self, step: int) -> None:
        if self.wizard is None:
            return
        if step < self.wizard.step or step in (PREVIEW, COLUMNS):
            self._go(step)
        elif step == LETTERS:
            self._read()
        else:
            self._draw()

    def _read(self) -> None:
        process, opened, service = self._process, self._opened, self._inviting
        if process is None or opened is None:
            return
        columns = self.columns.columns
        task = self._desk.tasks.request(
            _("Reading the list"),
            lambda: ListAsked(opened.table, columns, service.rules(process), opened.sha256),
            inviting.read_list,
            lambda _given, listed: listed,
        )
        self._submit(task, self._on_listed)

    def _on_listed(self, listed: AddressList) -> None:
        if self.wizard is None:
            return
        self._listed = listed
        self.letters.put(listed)
        areas = len(listed.areas)
        said = ngettext("{count} area", "{count} areas", areas).format(count=number(areas))
        self.wizard.found(COLUMNS, said)
        self._go(LETTERS)

    def _draw(self) -> None:
        letters = self.letters.letters.value()
        if self._listed is None or letters is None:
            return
        asked = LettersAsked(self._listed, self.letters.plan, letters)
        task = self._desk.tasks.calculate(_("Drawing letters"), inviting.draw_letters, asked)
        self._submit(task, self._on_drawn)

    def _on_drawn(self, drawn: DrawnLetters) -> None:
        keeping = self.columns.keeping
        if self._listed is None or keeping is None:
            return
        self._request = InviteRequest(
            listed=self._listed,
            plan=self.letters.plan,
            drawn=drawn,
            keeping=keeping,
            area_feature=self.columns.area_feature.value() or "",
        )
        self.ready.put(self._request)
        self._go(READY)

    def _keep(self) -> None:
        process, request, service = self._process, self._request, self._inviting
        if process is not None and request is not None:
            making = Making(self._page, service, process, request)
            task = self._desk.tasks.long(_("Keeping people"), making.make)
            self._submit(task, lambda change: self._on_made(making, change))

    def _on_made(self, making: Making, change: Change) -> None:
        self.stop()
        making.done(change)

    @override
    def _forget(self) -> None:
        self._opened, self._listed, self._request = None, None, None

    @override
    def _hold(self) -> None:
        if self.wizard is None:
            return
        whys = {COLUMNS: lambda: self.columns.why_not, LETTERS: lambda: self.letters.why_not}
        if self.wizard.step == FILE and self._opened is None:
            self.wizard.hold(_("Choose a list first."))
            return
        self.wizard.hold(whys[self.wizard.step]() if self.wizard.step in whys else "")
