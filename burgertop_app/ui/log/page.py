"""The log: everything that was done in the workspace, newest first, and whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.i18n import _, mark, minute, moment, ngettext, number
from burgertop_app.messages.log import action_words, chain_words, operation_words
from burgertop_app.messages.log_parts import part_words
from burgertop_app.ui.archive.acts import ArchiveActs
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.layout import clear, column, row, words
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import Space, State
from burgertop_app.ui.log.names import NamesCard
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from burgertop_app.domain.log import ChainReport, LogEntry
    from burgertop_app.domain.name_marks import MarkLine
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.tables import Sheet

MOST = 5_000
"""Entries shown; older ones are in the export of the file, not on screen."""


@dataclass(frozen=True)
class Logged:
    """The newest entries, the state of the chain of every copy that wrote, and names that still stand."""

    entries: tuple[LogEntry, ...]
    chains: tuple[ChainReport, ...]
    names: tuple[MarkLine, ...] = ()


class LogPage(Page[Logged]):
    """Read only: nobody can change the log, also not the organiser."""

    KEY, ICON, NAME = "log", "scroll-text", mark("Log")
    TOPICS = frozenset(Topic)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = RecordTable(
            _("Log"),
            _columns(),
            key=lambda entry: (entry.site_id, entry.seq),
            counted=lambda count: ngettext("{count} entry", "{count} entries", count),
        )
        self._search = self.table.search_field(_("Search the log"))
        self._search.setFixedWidth(300)
        self._verdicts = column(gap=Space.S)
        self.content.addWidget(Card(self._verdicts, heading=_("Is the log whole?")))
        self.names = NamesCard(self)
        self.content.addWidget(self.names)
        self.content.addLayout(row(self._search, None))
        self.content.addWidget(self.table, 1)
        self.archive_acts = ArchiveActs(self)
        self.head.act(
            secondary(_("To Excel"), self.table.export, "download"),
            secondary(_("Check an archive…"), self.archive_acts.check, "search"),
            secondary(_("Woo request…"), self.archive_acts.woo, "file-text"),
            secondary(_("Archive…"), self.archive_acts.archive, "archive"),
        )
        self.table.export_wanted.connect(self._on_export)
        self.remember("table", self.table)

    @override
    def reading(self, process: UUID) -> Callable[[], Logged]:
        workspace, privacy = self.desk.services.workspace, self.desk.services.privacy
        return lambda: Logged(workspace.log(limit=MOST), workspace.chains(), privacy.marks())

    @override
    def fill(self, found: Logged) -> None:
        self.table.put(found.entries)
        self.names.put(found.names)
        self.head.say(_("What was done in this workspace, by whom and when. Nothing in it can be changed."))
        clear(self._verdicts)
        for chain in found.chains:
            chip = Chip(_("whole"), State.OK) if chain.intact else Chip(_("altered"), State.LATE)
            line = row(ChipLabel(chip), words(chain_words(chain), wrap=True))
            line.setStretch(1, 1)
            self._verdicts.addLayout(line)

    def _on_export(self, sheet: Sheet) -> None:
        save_sheet(self, sheet, _("Log"))


def _columns() -> tuple[Column[LogEntry], ...]:
    return (
        Column(
            "seq",
            _("No."),
            lambda entry: entry.seq,
            text=lambda entry: number(entry.seq),
            width=80,
            align=Align.RIGHT,
        ),
        Column(
            "at",
            _("When"),
            lambda entry: entry.at,
            text=lambda entry: moment(entry.at.astimezone(), "medium"),
            width=190,
        ),
        Column("who", _("Who"), lambda entry: entry.who, width=130),
        Column("action", _("What"), lambda entry: action_words(entry.action), width=300, bold=True),
        Column("operation", _("How"), lambda entry: operation_words(entry.operation), width=130),
        Column("part", _("Of what"), _part, stretch=True),
        Column("fields", _("Fields in the file"), _fields, width=260, muted=True, mono=True, hidden=True),
    )


def _part(entry: LogEntry) -> str:
    said = part_words(entry.table)
    if entry.erased_at is None:
        return said
    when = minute(entry.erased_at.astimezone(), "medium")
    return _("{part}, erased on {day}").format(part=said, day=when)


def _fields(entry: LogEntry) -> str:
    return ", ".join(entry.after or entry.before)
