"""Slips from a sheet, all or none; an empty sheet to type in; and the slips for a recount by anyone."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.domain.ballots import Ballot, Batch
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.domain.voting import counting
from burgertop_app.exchange import ballot_sheet, workbooks
from burgertop_app.i18n import _, speaking
from burgertop_app.services.site_reading import guard
from burgertop_app.services.vote_entering import is_taken, keep_slip, may_enter
from burgertop_app.services.voting import standing
from burgertop_app.storage import vote_store

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.ballots import Vote
    from burgertop_app.domain.voting import ReadSlips
    from burgertop_app.services.context import Context


class VoteFiles:
    """What goes in and out of a vote as a sheet."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def look(self, ballot_id: UUID, path: Path, batch: Batch) -> ReadSlips:
        """Read the slips in `path` and find every problem; nothing is kept.

        Raises:
            NotFound: there is no such file.
            InvalidInput: it is no sheet, or a column is missing or there twice.
            NotPossible: the vote takes no slips.
        """
        table = workbooks.read_table(path)
        with self._work.reading() as store:
            ballot = standing(store, ballot_id)
            votes = vote_store.votes(store, ballot_id)
            entered = {number: list(own) for number, own in groupby(sorted(votes, key=_number), _number)}
            taken = {number for number, own in entered.items() if is_taken(own, batch)}
            return ballot_sheet.read_slips(table, ballot, vote_store.options(store, ballot), taken)

    def keep(self, ballot_id: UUID, read: ReadSlips, batch: Batch, by: str) -> Change:
        """Keep every slip of the sheet, or none.

        With `Batch.SETTLED` the sheet is the vote itself, from a voting form for example; else it is one of
        the two rounds.

        Raises:
            InvalidInput: a row cannot be used, nobody says who typed, or a number was entered meanwhile.
            NotPossible: the rule was not printed, or the vote takes no slips.
        """
        if read.problems:
            raise InvalidInput("vote_sheet_wrong", file=read.file, count=len(read.problems))
        with self._work.writing("ballot.sheet") as store:
            ballot = may_enter(store, ballot_id, by)
            votes = vote_store.votes(store, ballot_id)
            for slip in read.slips:
                others = [vote for vote in votes if vote.number == slip.number]
                keep_slip(store, ballot, others, batch, slip, by.strip())
        return changed(Topic.BALLOTS, row=ballot_id)

    def save_form(self, ballot_id: UUID, path: Path) -> Path:
        """Write an empty sheet with a column per option; gives `path`."""
        with self._work.reading() as store:
            ballot = store.get(Ballot, ballot_id)
            language = store.get(Process, ballot.process_id).language
            options = vote_store.options(store, ballot)
        with speaking(language):
            ballot_sheet.write_form(path, ballot, options)
        return path

    def save_recount(self, ballot_id: UUID, path: Path) -> Path:
        """Write what stands on the slips that count, without numbers, groups and names; gives `path`.

        Raises:
            NotPossible: the votes were not counted yet.
        """
        with self._work.reading() as store:
            ballot = store.get(Ballot, ballot_id)
            if ballot.closed_at is None:
                raise NotPossible("vote_not_closed")
            language = store.get(Process, ballot.process_id).language
            options, votes = vote_store.options(store, ballot), vote_store.votes(store, ballot_id)
            known = guard(store)
        with speaking(language):
            told = known.cleared(options, _("[left out]"))
            ballot_sheet.write_recount(path, told, counting(votes))
        return path


def _number(vote: Vote) -> str:
    return vote.number
