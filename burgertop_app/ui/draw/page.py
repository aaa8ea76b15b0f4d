"""The page about the draw: quotas with their people, the outlook, the chances, the outcome, all attempts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.draw_views import as_entry
from burgertop_app.i18n import _, mark
from burgertop_app.ui.draw import found as reading
from burgertop_app.ui.draw.attempts import PANEL_COLUMN, attempt_table
from burgertop_app.ui.draw.call_acts import CallActs
from burgertop_app.ui.draw.calls import CallView
from burgertop_app.ui.draw.chances import ChanceCard
from burgertop_app.ui.draw.draw_acts import DrawActs, menu_entries
from burgertop_app.ui.draw.found import DrawFound, Stage
from burgertop_app.ui.draw.group_rows import Around, group_rows
from burgertop_app.ui.draw.groups import GroupTable, fixed_table
from burgertop_app.ui.draw.looking import Looking
from burgertop_app.ui.draw.outlook import OutlookCard
from burgertop_app.ui.draw.panel_acts import PanelActs
from burgertop_app.ui.draw.quota_acts import QuotaActs
from burgertop_app.ui.draw.result import ResultView
from burgertop_app.ui.draw.rules import RulesCard
from burgertop_app.ui.draw.standing import StandingCard
from burgertop_app.ui.draw.taking_part import TakingPartCard
from burgertop_app.ui.kit.buttons import menu_button, primary, secondary
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import holder, scrolled
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from burgertop_app.domain.draw_records import DrawRecord
    from burgertop_app.domain.draw_requests import Verification
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.draw.group_rows import GroupRow
    from burgertop_app.ui.kit.tables import Entry, Sheet

SETUP, RESULT, CALLS, ATTEMPTS = "setup", "result", "calls", "attempts"
SIDE, NARROW_SIDE, ROOMY = 472, 400, 1150


class DrawPage(Page[DrawFound]):
    """Prepares a draw, records it, draws the number, and shows what came of it."""

    KEY, ICON, NAME = "draw", "dices", mark("Draw")
    TOPICS = frozenset({Topic.QUOTAS, Topic.PEOPLE, Topic.DRAWS, Topic.PROCESSES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found: DrawFound | None = None
        self.quotas, self.acts = QuotaActs(self), DrawActs(self)
        self.panels = PanelActs(self)
        self.looking = Looking(desk, self)
        self.groups = GroupTable(self._group_menu)
        self.fixed = fixed_table()
        self.outlook, self.rules = OutlookCard(), RulesCard()
        self.taking = TakingPartCard()
        self.panel: int | None = None
        self.standing, self.chances = StandingCard(), ChanceCard()
        self.result = ResultView()
        self.attempts = attempt_table(self._attempt_menu)
        self.calls = CallView(desk.today)
        self.calling = CallActs(self, self.calls)
        self.views = Segmented(
            (
                *((SETUP, _("Quotas")), (RESULT, _("Outcome"))),
                *((CALLS, _("Call list")), (ATTEMPTS, _("Attempts"))),
            ),
            _("What to see"),
        )
        self._build()
        self._connect()
        self.remember("attempts", self.attempts)
        self.remember("calls", self.calls.table)

    @override
    def reading(self, process: UUID) -> Callable[[], DrawFound]:
        house, names, panel = self.desk.services, self.result.named, self.panel
        return lambda: reading.read(house, process, names=names, panel=panel)

    @override
    def fill(self, found: DrawFound) -> None:
        before, self.found = self.found, found
        if before is None or _draw_id(before) != _draw_id(found) or before.stage != found.stage:
            self._on_other_stage(found)
        setup, fixed = found.setup, found.setup.fixed
        self.head.say(reading.sentence(found))
        rows = self._put_groups(found)
        self.rules.put(setup, fixed=fixed)
        self.taking.put(setup, fixed=fixed)
        self.taking.setVisible(not fixed)
        self.standing.put(found)
        self.chances.setVisible(found.view is not None)
        if found.view is not None:
            self.chances.put(found.view)
            self.result.put(found, rows)
        self.attempts.put(setup.draws[::-1])
        if found.stage is Stage.DRAWN and found.view is not None:
            self.calling.show(found.view.record.id)
        self.attempts.view.setColumnHidden(PANEL_COLUMN, setup.choices.panels == 1)
        self.outlook.setVisible(not fixed)
        if not fixed and setup.lines:
            self.calling.tell_drop_out()
        if not fixed:
            self.looking.look(found)
            self._show_outlook()
        self._show()

    @override
    def show_process(self, process: UUID | None, focus: object = None) -> None:
        if process != self.process:
            self.panel = None
        super().show_process(process, focus)

    @override
    def leave(self) -> None:
        self.groups.flush()
        self.looking.stop()
        self.calling.stop()
        super().leave()

    def show_checks(self, found: object) -> None:
        """Show what a check of the draw found."""
        checked: Verification = found  # type: ignore[assignment]
        self.result.show_checks(checked)
        self._choose(RESULT)

    def _build(self) -> None:
        self._tables = QStackedWidget()
        self._tables.addWidget(self.groups)
        self._tables.addWidget(self.fixed)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.M)
        for card in (self.standing, self.chances, self.outlook, self.taking, self.rules):
            inside.addWidget(card)
        inside.addStretch(1)
        self._side = scrolled(holder(inside))
        self._side.setFixedWidth(SIDE)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        body.addWidget(self._tables, 1)
        body.addWidget(self._side)
        self._stack = QStackedWidget()
        for widget in (holder(body), self.result, self.attempts, *self._empties(), self.calls):
            self._stack.addWidget(widget)
        self.content.addWidget(self._stack, 1)

    def _empties(self) -> tuple[QWidget, QWidget]:
        said = _("First say how many places each group gets. Begin with what people told about themselves.")
        begin = EmptyPage(
            said,
            (_("Begin with the groups"), self.quotas.start),
            (_("Quotas from a sheet…"), self.quotas.take_from_sheet),
        )
        waiting = EmptyPage(
            _("Here you draw the panel. First people must register: import them on the page People."),
            (_("To People"), lambda: self.desk.navigate("people")),
            (_("Quotas from a sheet…"), self.quotas.take_from_sheet),
            "users",
        )
        return begin, waiting

    def _connect(self) -> None:
        self.views.chosen.connect(self._choose)
        self.groups.edited.connect(self.quotas.keep)
        self.rules.source.saved.connect(self.quotas.tell_source)
        self.rules.chosen.connect(self.quotas.choose)
        self.rules.method_chosen.connect(self.acts.choose_method)
        self.rules.compare_wanted.connect(self.acts.compare)
        self.outlook.ease_wanted.connect(self.quotas.ease)
        self.outlook.people_wanted.connect(self._on_people)
        self.taking.people_wanted.connect(self._on_people)
        self.taking.chosen.connect(self.quotas.choose_rest)
        self.looking.changed.connect(self._show_outlook)
        self.looking.failed.connect(self.fail)
        self.result.names_wanted.connect(self._on_names)
        for table in (self.groups.table, self.fixed, self.attempts):
            table.export_wanted.connect(self._on_export)
        self.result.export_wanted.connect(self._on_result_export)

    def _put_groups(self, found: DrawFound) -> list[GroupRow]:
        setup, view = found.setup, found.view
        fixed = setup.fixed and view is not None
        self._tables.setCurrentIndex(1 if fixed else 0)
        chances = view.chances if view is not None and not view.outdated else {}
        self.groups.put([as_entry(line) for line in setup.lines], Around(setup.seats, setup.supply, chances))
        if view is None:
            return []
        panel = view.counts if view.panel else None
        around = Around(view.record.seats, view.supply, view.chances, panel)
        rows = group_rows([as_entry(line) for line in view.quotas], around)
        self.fixed.put(rows)
        self.fixed.view.setColumnHidden(5, panel is None)
        return rows

    def _on_other_stage(self, found: DrawFound) -> None:
        self.result.show_checks(None)
        self.views.put(RESULT if found.stage in (Stage.DRAWN, Stage.REHEARSED) else SETUP)

    def _choose(self, view: str) -> None:
        self.views.put(view)
        self._show()

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        bare = not found.setup.lines and found.view is None
        called = found.stage is Stage.DRAWN
        wanted = {SETUP: 0, RESULT: 1, CALLS: 5 if called else 1, ATTEMPTS: 2}[self.views.value]
        if wanted == 1 and (found.view is None or not found.view.panel):
            wanted = 0
        if bare and wanted == 0:
            wanted = 3 if found.setup.declared else 4
        self._stack.setCurrentIndex(wanted)
        self.views.offer(RESULT, offered=found.view is not None and bool(found.view.panel))
        self.views.offer(CALLS, offered=called)
        self.views.rename(ATTEMPTS, reading.attempts_words(found))
        self.head.act(*self._actions(found, bare=bare))

    def _actions(self, found: DrawFound, *, bare: bool) -> list[QWidget]:
        views: list[QWidget] = [self.views] if found.setup.draws else []
        if found.setup.choices.panels > 1:
            views.insert(0, self.panels.button(found.setup))
        if bare:
            return views
        return views + (self._fixed_actions(found) if found.setup.fixed else self._open_actions(found))

    def _fixed_actions(self, found: DrawFound) -> list[QWidget]:
        drawn = found.stage is Stage.DRAWN
        entries = [*menu_entries(self.acts, drawn=drawn), *self.panels.entries(found.setup)]
        more = menu_button(_("More"), entries)
        if drawn:
            return [more, primary(_("Show on beamer"), self.acts.show_ceremony, "presentation")]
        return [more, primary(_("To the draw…"), self.acts.show_ceremony, "dices")]

    def _open_actions(self, found: DrawFound) -> list[QWidget]:
        quotas = menu_button(_("Adjust"), self._quota_entries(found), "sliders-horizontal")
        if found.stage is Stage.PREPARED and found.view is not None and not found.view.outdated:
            rehearse = secondary(_("Rehearsal…"), self.acts.show_ceremony, "presentation")
            return [quotas, rehearse, primary(_("Record…"), self.acts.ask_commitment, "lock")]
        return [quotas, primary(_("Calculate the draw"), self.acts.calculate, "dices")]

    def _quota_entries(self, found: DrawFound) -> list[tuple[str, str, Callable[[], object]]]:
        known = {line.feature for line in found.setup.lines}
        entries: list[tuple[str, str, Callable[[], object]]] = [
            (_("Quotas from population figures…"), "percent", self.quotas.from_population),
            (_("Calculate places from shares"), "equal", self.quotas.derive),
            (_("Quotas from a sheet…"), "upload", self.quotas.take_from_sheet),
            (_("Add a group…"), "plus", self.quotas.add),
        ]
        entries += [
            (_("Add {feature}").format(feature=feature), "plus", _adder(self.quotas, feature))
            for feature in found.setup.declared
            if feature not in known
        ]
        if found.stage is Stage.PREPARED:
            entries.append((_("Calculate again"), "dices", self.acts.calculate))
        if found.stage is Stage.REHEARSED:
            entries.append((_("Show rehearsal on beamer"), "presentation", self.acts.show_ceremony))
        entries += self.panels.entries(found.setup)
        return [*entries, (_("Look again"), "rotate-ccw", self._on_look_again)]

    def _group_menu(self, rows: list[GroupRow]) -> Sequence[Entry]:
        if not rows:
            return ()
        feature = rows[0].entry.feature
        return (
            (_("Add a group…"), "plus", lambda: self.quotas.add(feature)),
            (_("Take out"), "trash-2", lambda: self.quotas.take_out(rows)),
        )

    def _attempt_menu(self, records: list[DrawRecord]) -> Sequence[Entry]:
        if len(records) != 1 or not (records[0].committed_at or records[0].drawn_at):
            return ()
        return ((_("Protocol (PDF)…"), "file-text", lambda: self.acts.protocol(records[0])),)

    def _on_look_again(self) -> None:
        if self.found is not None and not self.found.setup.fixed:
            self.looking.look(self.found, anew=True)
            self._show_outlook()

    def _show_outlook(self) -> None:
        if self.found is not None:
            self.outlook.put(self.found.setup, self.looking.quick, self.looking.thorough)

    def _on_people(self, numbers: tuple[str, ...]) -> None:
        ids = self.found.setup.ids if self.found is not None else {}
        self.desk.navigate("people", focus=ids.get(numbers[0]) if numbers else None)

    def _on_names(self, _shown: object) -> None:
        self.load()

    def _on_export(self, sheet: Sheet) -> None:
        save_sheet(self, sheet, _("Draw"))

    def _on_result_export(self, sheet: Sheet) -> None:
        save_sheet(self, sheet, _("Draw"), named=self.result.named)

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._side.setFixedWidth(SIDE if self.width() >= ROOMY else NARROW_SIDE)


def _draw_id(found: DrawFound) -> object:
    return found.view.record.id if found.view is not None else None


def _adder(quotas: QuotaActs, feature: str) -> Callable[[], object]:
    return lambda: quotas.add_feature(feature)
