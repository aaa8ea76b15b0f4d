"""What an organiser does with quotas on the page: each act asks a service and can be undone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.preflight import Bound
from burgertop_app.domain.quota_shares import bounded, from_shares
from burgertop_app.i18n import _, ngettext
from burgertop_app.ui.draw.group_form import GroupForm
from burgertop_app.ui.draw.population import PopulationDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.draw_marks import CoolDown
    from burgertop_app.domain.draw_views import DrawSetup
    from burgertop_app.domain.preflight import Relaxation
    from burgertop_app.ui.draw.group_rows import GroupRow
    from burgertop_app.ui.draw.page import DrawPage


class QuotaActs(QObject):
    """Changes of the quotas."""

    def __init__(self, page: DrawPage) -> None:
        super().__init__(page)
        self._page = page

    @property
    def _setup(self) -> DrawSetup | None:
        return self._page.found.setup if self._page.found is not None else None

    def start(self) -> None:
        """Begin with what people declared."""
        preparing, process = self._page.desk.services.draw_preparing, self._page.process
        if process is not None:
            self._page.ask(lambda: preparing.start_quotas(process))

    def take_from_sheet(self) -> None:
        """Choose a sheet and take the quotas in it."""
        kinds = _("Quotas (*.csv *.xlsx);;All files (*)")
        path = self._page.desk.dialogs.open_file(self._page, _("Quotas from a sheet"), kinds)
        process, preparing = self._page.process, self._page.desk.services.draw_preparing
        if path is None or process is None:
            return
        before = self._setup.form if self._setup is not None else QuotaForm(lines=())
        told = _("Quotas taken from {file}.").format(file=path.name)
        self._page.ask(
            lambda: preparing.import_quotas(process, path), lambda _change: self._told(told, before)
        )

    def keep(self, entries: Sequence[QuotaEntry], told: str = "") -> None:
        """Keep these quotas; undo puts back those there were."""
        setup, process = self._setup, self._page.process
        if setup is None or process is None:
            return
        before, after = setup.form, replace(setup.form, lines=tuple(entries))
        said = told or _changed(before.lines, after.lines)
        drawing = self._page.desk.services.drawing

        def kept(change: Change) -> None:
            if change.topics:
                self._told(said, before, after)

        self._page.ask(lambda: drawing.set_quotas(process, after), kept)

    def tell_source(self, source: str) -> None:
        """Keep where the population figures come from."""
        setup, process, drawing = self._setup, self._page.process, self._page.desk.services.drawing
        if setup is not None and process is not None and setup.lines:
            form = replace(setup.form, source=source)
            self._page.ask(lambda: drawing.set_quotas(process, form))

    def derive(self) -> None:
        """Minimum and maximum from the shares of the population."""
        if self._setup is not None:
            fresh = from_shares(self._page.groups.entries, self._setup.seats)
            self.keep(fresh, _("Places calculated from the shares of residents."))

    def from_population(self) -> None:
        """Ask for population figures and keep the places that follow from them."""
        setup = self._setup
        if setup is None or not setup.lines:
            return
        dialog = PopulationDialog(self._page, setup, self._page.desk.today(), self._read_figures)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.keep_form(dialog.form, _("Places calculated from the figures on residents."))

    def keep_form(self, after: QuotaForm, told: str) -> None:
        """Keep quotas with their source; undo puts back those there were."""
        setup, process = self._setup, self._page.process
        drawing = self._page.desk.services.drawing
        if setup is None or process is None:
            return
        before = setup.form
        self._page.ask(
            lambda: drawing.set_quotas(process, after),
            lambda change: self._told(told, before, after) if change.topics else None,
        )

    def _read_figures(self, dialog: PopulationDialog) -> None:
        """Read a file that the organiser chooses, off the screen's thread: key figures can be large."""
        kinds = _("Population figures (*.csv *.xlsx);;All files (*)")
        desk = self._page.desk
        path = desk.dialogs.open_file(dialog, _("Figures from a file"), kinds)
        if path is not None:
            preparing = desk.services.draw_preparing
            task = desk.tasks.ask(lambda: preparing.figures(path))
            task.done.connect(dialog.take)
            task.failed.connect(dialog.fail)
            task.submit()

    def ease(self, way: Relaxation) -> None:
        """Apply a way out that the look beforehand found."""
        wanted = {
            (each.demand.feature, each.demand.value, each.demand.bound): each.number for each in way.easings
        }
        eased = [
            bounded(
                entry,
                low=wanted.get((entry.feature, entry.value, Bound.LOW), entry.low),
                high=wanted.get((entry.feature, entry.value, Bound.HIGH), entry.high),
            )
            for entry in self._page.groups.entries
        ]
        self.keep(eased, _("The quotas were eased as proposed."))

    def add(self, feature: str = "") -> None:
        """Ask for a group and add it."""
        if self._setup is None:
            return
        form = GroupForm(self._page, feature, self._setup.seats)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.put_in([form.entry])

    def add_feature(self, feature: str) -> None:
        """Add every value that people declared for a feature."""
        setup = self._setup
        if setup is not None:
            self.put_in(
                [
                    QuotaEntry(feature=feature, value=value, low=0, high=setup.seats)
                    for value in setup.declared[feature]
                ]
            )

    def put_in(self, fresh: Sequence[QuotaEntry]) -> None:
        """Add groups, each after the others of its feature."""
        entries = list(self._page.groups.entries)
        for entry in fresh:
            places = [at for at, each in enumerate(entries) if each.feature == entry.feature]
            entries.insert(places[-1] + 1 if places else len(entries), entry)
        self.keep(entries, _("{feature} was added to the quotas.").format(feature=fresh[0].feature))

    def take_out(self, rows: Sequence[GroupRow]) -> None:
        """Take groups out of the quotas."""
        gone = {row.key for row in rows}
        left = [entry for entry in self._page.groups.entries if (entry.feature, entry.value) not in gone]
        said = ngettext("A group was taken out.", "{count} groups were taken out.", len(gone))
        self.keep(left, said.format(count=len(gone)))

    def choose(self, seats: int, reserves: int, households: bool) -> None:  # noqa: FBT001
        """Keep the rules of the draw."""
        process, preparing = self._page.process, self._page.desk.services.draw_preparing
        if process is not None:
            self._page.ask(
                lambda: preparing.choose(process, seats=seats, reserves=reserves, households=households)
            )

    def choose_rest(self, guard: CoolDown) -> None:
        """Keep what happens to people who were drawn elsewhere not long ago; undo puts it back."""
        setup, process = self._setup, self._page.process
        preparing = self._page.desk.services.draw_preparing
        if setup is None or process is None or guard == setup.choices.cool_down:
            return
        before = setup.choices.cool_down
        kept = partial(
            preparing.choose,
            process,
            seats=setup.seats,
            reserves=setup.choices.reserves,
            households=setup.choices.households,
        )
        said = _("The rest between two panels was changed.")
        self._page.ask(
            lambda: kept(cool_down=guard),
            lambda _change: self._page.desk.did(
                said, lambda: kept(cool_down=before), lambda: kept(cool_down=guard), "hourglass"
            ),
        )

    def _told(self, said: str, before: QuotaForm, after: QuotaForm | None = None) -> None:
        process, drawing = self._page.process, self._page.desk.services.drawing
        if process is None or not before.lines:
            self._page.desk.say(said)
            return
        if after is None:
            self._page.desk.say(said)
            return
        self._page.desk.did(
            said,
            lambda: drawing.set_quotas(process, before),
            lambda: drawing.set_quotas(process, after),
            "dices",
        )


def _changed(before: Sequence[QuotaEntry], after: Sequence[QuotaEntry]) -> str:
    different = [new for new in after if new not in before]
    if len(different) != 1:
        return _("The quotas were changed.")
    entry = different[0]
    return _("{feature} {value}: {low} to {high} places.").format(
        feature=entry.feature, value=entry.value, low=entry.low, high=entry.high
    )
