"""Working on two laptops: a copy for the second, a file with what was done there, and taking that over."""

from __future__ import annotations

import errno
import re
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.handovers import Choices, Difference, Incoming, TakenOver
from burgertop_app.domain.log import Operation
from burgertop_app.domain.people import Contact
from burgertop_app.domain.people_import import Field
from burgertop_app.i18n import _
from burgertop_app.messages.importing import field_words
from burgertop_app.services.leaving import Leaving, record_of_file
from burgertop_app.services.privacy import reader
from burgertop_app.services.saving import save_document
from burgertop_app.storage import copies, sites
from burgertop_app.storage.handover import admission, choosing, conflicts, container, gathering, merging
from burgertop_app.storage.workspace_file import SUFFIX, aside, discard

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.exchange.file_texts import ReadPdf
    from burgertop_app.services.context import Context
    from burgertop_app.storage.handover.gathering import Handover
    from burgertop_app.storage.handover.merging import Taken
    from burgertop_app.storage.unit_of_work import Store

PURPOSE = "second_laptop"
FULL = (errno.ENOSPC, errno.EDQUOT)
"""How a computer says that a disk is full."""
MOMENT = r"\d{4}-\d\d-\d\d \d{4}( \d+)?"
"""When a copy of before a takeover was made, as its name says it; with a count where that was taken."""
CONTACT = (Field.NAME, Field.ADDRESS, Field.POSTCODE, Field.PLACE, Field.EMAIL, Field.PHONE)


class HandingOver:
    """What an organiser does to work on two laptops; `path` is where the open workspace stands."""

    def __init__(self, context: Context, path: Path) -> None:
        self._work = context.work
        self._clock = context.clock
        self._path = path

    def copy(self, to: Path) -> Change:
        """Make a copy for a second laptop, which is a site of its own with numbers of its own.

        It leaves a record, and the log says what the copy knows.

        Raises:
            InvalidInput, NotPossible, CheckFailed: as `storage.copies.copy_away`.
        """
        with self._work.reading() as store:
            known = sites.known(store.connection)
        if not known:
            with self._work.writing("handover.copy") as store:
                store.journal.seen({}, Operation.COPIED)
            known = {self._work.site.id: 1}
        copies.copy_away(self._path, to, for_another=True)
        kept = record_of_file(
            self._work,
            "handover.copy",
            self._leaving("workspace_copy", to.name),
            to,
            lambda store: store.journal.seen(known, Operation.COPIED),
        )
        return changed(Topic.SETTINGS, row=kept.id)

    def make(self, to: Path) -> Change:
        """Write everything that was done since the copies parted to one file, and record that it left.

        Raises:
            InvalidInput: the file cannot be written there.
            NotPossible: `disk_full`.
        """
        with self._work.reading() as store:
            content = gathering.gather(store, self._work.site, self._work.who)
        try:
            save_document(to, container.pack(content))
        except InvalidInput as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in FULL:
                raise NotPossible("disk_full") from error
            raise
        kept = record_of_file(self._work, "handover.make", self._leaving("handover", to.name), to)
        return changed(Topic.SETTINGS, row=kept.id)

    def preview(self, file: Path, pdf: ReadPdf | None = None) -> Incoming:
        """What taking over would bring; nothing is kept of it.

        Raises:
            InvalidInput, NotPossible: the file does not fit; see `storage.handover.merging.take_over`.
        """
        handover = _read(file)
        try:
            with self._work.writing("handover.take") as store:
                self._enough(store, handover, file, pdf)
        except _EnoughError as seen:
            return seen.incoming

    def take_over(self, file: Path, choices: Choices | None = None, pdf: ReadPdf | None = None) -> TakenOver:
        """Bring in what was done on the other laptop, all of it or nothing, and let `choices` count.

        First a copy of the workspace is made beside it, for there is no undo: the history of pages must go.

        Raises:
            InvalidInput, NotPossible: the file does not fit, or no copy could be made; nothing is changed.
            NotFound: `difference_gone`, look at the file again.
        """
        handover = _read(file)
        with self._work.reading() as store:
            new = admission.check(store.connection, handover, self._work.site, file.name)
            if not new and not choices:
                return TakenOver(_incoming(handover, file, None, self._differences(store)), None)
        self._clear()
        before = self._unused()
        held = aside(before)
        copies.copy_away(self._path, held)
        try:
            with self._work.writing("handover.take") as store:
                incoming = self._take(store, handover, file, choices or {}, pdf)
                if not incoming.erased:
                    held.rename(before)
        except BaseException:
            held.unlink(missing_ok=True)
            before.unlink(missing_ok=True)
            raise
        if incoming.erased:
            held.unlink(missing_ok=True)
            self._work.scrub()
            return TakenOver(incoming, None)
        return TakenOver(incoming, before)

    def differences(self) -> tuple[Difference, ...]:
        """What was said differently on two laptops and over which nobody has chosen yet."""
        with self._work.reading() as store:
            return self._differences(store)

    def settle(self, choices: Choices) -> Change:
        """Let the chosen sayings count.

        Raises:
            NotFound: `difference_gone`, somebody chose meanwhile.
            Conflict: `row_in_use`, what should go is used by something else.
        """
        with self._work.writing("handover.choose") as store:
            choosing.settle(store, self._work.site, choices)
        return Change(None, frozenset(Topic))

    def _take(
        self, store: Store, handover: Handover, file: Path, choices: Choices, pdf: ReadPdf | None
    ) -> Incoming:
        taken = merging.take_over(store, handover, self._work.site, file.name, reader(pdf))
        if choices:
            choosing.settle(store, self._work.site, choices)
        return _incoming(handover, file, taken, self._differences(store))

    def _enough(self, store: Store, handover: Handover, file: Path, pdf: ReadPdf | None) -> NoReturn:
        raise _EnoughError(self._take(store, handover, file, {}, pdf))

    def _differences(self, store: Store) -> tuple[Difference, ...]:
        return conflicts.Differences(store.connection, self._work.site).all()

    def _leaving(self, kind: str, name: str) -> Leaving:
        with self._work.reading() as store:
            people = sum(1 for contact in store.find(Contact) if contact.name)
        columns = (*map(field_words, CONTACT), _("Everything in the workspace"))
        return Leaving(kind, name, people, columns, PURPOSE, None)

    def _clear(self) -> None:
        """Remove copies of before a takeover that did not get their name, since the program was killed.

        The workspace is held by this program alone, so what is named after it is in the making nowhere else;
        a copy that was opened elsewhere has a longer name.
        """
        name = self._before(re.escape(self._path.stem), MOMENT) + re.escape(SUFFIX)
        wanted = re.compile(rf"(~{name}\.new|~~{name}\.new\.new)(-\w+)?")
        for leftover in self._path.parent.glob("~*.new*"):
            if wanted.fullmatch(leftover.name):
                discard(leftover)

    def _before(self, name: str, moment: str) -> str:
        return _("{name} before takeover {moment}").format(name=name, moment=moment)

    def _unused(self) -> Path:
        """A free name for the copy that is made before taking over."""
        moment = self._clock().astimezone().strftime("%Y-%m-%d %H%M")
        name = self._before(self._path.stem, moment)
        free = self._path.with_name(name + SUFFIX)
        count = 2
        while free.exists() or aside(free).exists():
            free = self._path.with_name(f"{name} {count}{SUFFIX}")
            count += 1
        return free


class _EnoughError(Exception):
    """What was looked at is not kept."""

    def __init__(self, incoming: Incoming) -> None:
        super().__init__()
        self.incoming = incoming


def _read(file: Path) -> Handover:
    return gathering.understood(container.unpack(file), file.name)


def _incoming(
    handover: Handover, file: Path, taken: Taken | None, differences: tuple[Difference, ...]
) -> Incoming:
    return Incoming(
        file=file.name,
        laptop=handover.site.name,
        who=handover.who,
        made_at=datetime.fromisoformat(handover.made_at),
        entries=taken.entries if taken else 0,
        new=dict(taken.new) if taken else {},
        changed=dict(taken.changed) if taken else {},
        double=dict(taken.double) if taken else {},
        renamed=tuple((name, given) for name, _row, given in taken.renamed) if taken else (),
        erased=taken.erased if taken else 0,
        differences=differences,
    )
