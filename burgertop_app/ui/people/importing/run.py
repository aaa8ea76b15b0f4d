"""One walk through the wizard: read, analyse and rehearse in the calculation lane, keep at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from burgertop_app.domain.people_import import Columns
from burgertop_app.domain.requests import Keeping
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.services import importing
from burgertop_app.services.importing import ImportRequest, Source
from burgertop_app.ui.kit.wizard import Step, Wizard
from burgertop_app.ui.people.importing.columns_step import ColumnsStep
from burgertop_app.ui.people.importing.file_step import GROUPS, FileStep
from burgertop_app.ui.people.importing.kept import Kept
from burgertop_app.ui.people.importing.preview_step import PreviewStep
from burgertop_app.ui.people.importing.problems_step import ProblemsStep
from burgertop_app.ui.people.importing.result_step import ResultStep
from burgertop_app.ui.people.notice import tell_once
from burgertop_app.ui.people.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.importing import ImportPlan, Summary
    from burgertop_app.domain.people_import import Rules
    from burgertop_app.domain.views import PeopleView
    from burgertop_app.services.importing import Opened
    from burgertop_app.ui.page import Page

FILE, PREVIEW, COLUMNS, PROBLEMS, RESULT = range(5)
KINDS = "(*.csv *.xlsx *.xlsm *.ods *.xls *.txt)"


class ImportRun(Walk):
    """Leads through the five steps in `holder`; `ended` comes when the list is wanted again."""

    def __init__(self, page: Page[PeopleView]) -> None:
        super().__init__(page)
        self._importing = page.desk.services.importing
        self._process: UUID | None = None
        self._features: tuple[str, ...] = ()
        self._source: Source | None = None
        self._opened: Opened | None = None
        self._rules: Rules | None = None

    def start(self, process: UUID, features: Mapping[str, Sequence[str]]) -> None:
        """Show the first step."""
        self.stop()
        self._process, self._features = process, tuple(features)
        self.file, self.preview, self.columns = FileStep(), PreviewStep(), ColumnsStep()
        self.problems, self.result = ProblemsStep(), ResultStep()
        names = (_("File"), _("Preview"), _("Columns"), _("Problems"), _("Finish"))
        bodies = (self.file, self.preview, self.columns, self.problems, self.result)
        self.wizard = Wizard(
            _("Import people"),
            _("Nothing is kept until you press “Import” on the last page."),
            [Step(name, body) for name, body in zip(names, bodies, strict=True)],
            _("Import"),
        )
        self._box.addWidget(self.wizard)
        self.wizard.wanted.connect(self._on_wanted)
        self.wizard.finished.connect(self._keep)
        self.wizard.cancelled.connect(self.stop)
        self.file.pick_wanted.connect(self._pick)
        self.file.path_given.connect(self.open_path)
        self.file.pasted.connect(self.open_text)
        self.preview.reread.connect(self._open)
        self.columns.changed.connect(self._hold)
        self.problems.changed.connect(self._hold)
        self.wizard.hold(_("Choose a sheet first."))
        people = self._desk.services.people
        self._page.ask(lambda: people.keeping(process), self._propose)

    def open_path(self, path: Path) -> None:
        """Read the file at `path`."""
        self._open(Source(path=path, name=path.name))

    def open_text(self, text: str) -> None:
        """Read what was pasted."""
        self._open(Source(text=text, name=_("the clipboard")))

    def _pick(self) -> None:
        kinds = " ".join((_("Sheets"), KINDS))
        path = self._desk.dialogs.open_file(self._page, _("Choose a sheet with people"), kinds)
        if path is not None:
            self.open_path(path)

    def _propose(self, keeping: Keeping) -> None:
        if self.wizard is not None:
            self.columns.propose(keeping, self._desk.today())

    def _open(self, source: Source) -> None:
        role = self.file.role.value()
        wanted = Source(**(vars(source) | {"features": self._features, "role": role}))
        task = self._desk.tasks.calculate(_("Reading the sheet"), importing.open_source, wanted)
        self._submit(task, lambda opened: self._on_opened(wanted, opened))

    def _on_opened(self, source: Source, opened: Opened) -> None:
        if self.wizard is None:
            return
        self._source, self._opened = source, opened
        rows = len(opened.table.rows)
        self.file.tell(opened.table.name)
        self.wizard.found(FILE, opened.table.name)
        self.wizard.found(PREVIEW, ngettext("{count} row", "{count} rows", rows).format(count=number(rows)))
        self.preview.put(source, opened)
        self.columns.put(opened, self._features, source.role)
        self._go(PREVIEW)

    def _on_wanted(self, step: int) -> None:
        if self.wizard is None:
            return
        now = self.wizard.step
        if step < now or (now, step) == (PREVIEW, COLUMNS):
            self._go(step)
        elif step == PREVIEW:
            self._again()
        elif step == PROBLEMS:
            self._analyse()
        else:
            self._rehearse()

    def _again(self) -> None:
        """Go on from the file step; who are in the sheet may have been changed there."""
        if self._source is not None and self._source.role is not self.file.role.value():
            self._open(self._source)
        else:
            self._go(PREVIEW)

    def _analyse(self) -> None:
        process, opened, uses, role = self._process, self._opened, self.columns.uses, self.file.role.value()
        if process is None or opened is None:
            return
        service, columns = self._importing, Columns(uses)
        task = self._desk.tasks.request(
            _("Looking for problems"),
            lambda: (opened.table, columns, service.rules(process, role)),
            importing.look,
            lambda given, plan: (given[2], plan),
        )
        self._submit(task, self._on_analysed)

    def _on_analysed(self, found: tuple[Rules, ImportPlan]) -> None:
        if self.wizard is None:
            return
        self._rules, plan = found
        self.problems.put(plan)
        rows = self.problems.rows
        self.wizard.found(PROBLEMS, ngettext("{count} row", "{count} rows", rows).format(count=number(rows)))
        self._go(PROBLEMS)

    def _rehearse(self) -> None:
        request = self._request()
        if request is not None:
            task = self._desk.tasks.calculate(_("Looking for problems"), importing.rehearse, request)
            self._submit(task, self._on_rehearsed)

    def _on_rehearsed(self, summary: Summary) -> None:
        request = self._request()
        if request is not None and self._opened is not None:
            named = zip(self._opened.table.header, self.columns.uses, strict=True)
            taken = tuple(title for title, use in named if use.field != "ignore")
            keeping = Keeping(request.purpose, request.keep_until)
            self.result.put(summary, keeping, _(GROUPS[request.role]), taken)
            self._go(RESULT)

    def _keep(self) -> None:
        process, request, service = self._process, self._request(), self._importing
        if process is None or request is None:
            return
        kept = Kept(service, process, request)
        self._submit(self._desk.tasks.long(_("Keeping people"), kept.keep), lambda _all: self._on_kept(kept))

    def _on_kept(self, kept: Kept) -> None:
        self.stop()
        kept.tell(self._desk)
        tell_once(self._page)

    def _request(self) -> ImportRequest | None:
        opened, rules, until = self._opened, self._rules, self.columns.keep_until.value()
        if opened is None or rules is None or until is None:
            return None
        return ImportRequest(
            plan=self.problems.plan,
            columns=Columns(self.columns.uses),
            rules=rules,
            choices=dict(self.problems.choices),
            purpose=self.columns.purpose.value(),
            keep_until=until,
            file_sha256=opened.sha256,
            role=self.file.role.value(),
            state=self.file.state.value(),
        )

    @override
    def _forget(self) -> None:
        self._source, self._opened = None, None

    @override
    def _hold(self) -> None:
        if self.wizard is None:
            return
        step, why = self.wizard.step, ""
        if step == FILE and self._opened is None:
            why = _("Choose a sheet first.")
        elif step == COLUMNS:
            why = self.columns.why_not
            coupled, every = self.columns.coupled, len(self.columns.uses)
            said = _("{coupled} of {every} coupled").format(coupled=coupled, every=every)
            self.wizard.found(COLUMNS, said)
        elif step == PROBLEMS and self.problems.open_ones:
            waiting = self.problems.open_ones
            why = ngettext(
                "{count} choice left, then you can go on.",
                "{count} choices left, then you can go on.",
                waiting,
            ).format(count=number(waiting))
        self.wizard.hold(why)
