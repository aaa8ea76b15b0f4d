"""What leaves of a conversation over statements: files of Polis, a sheet to fill in, a workbook, a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.opinion_map import group_name
from burgertop_app.domain.opinions import OpinionPoll
from burgertop_app.domain.papers.opinions import OpinionPaper
from burgertop_app.domain.processes import Process
from burgertop_app.exchange import polis_writing
from burgertop_app.exchange.exports import write_workbook
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.opinions import result_sentences
from burgertop_app.services.printing import shared
from burgertop_app.services.site_reading import guard
from burgertop_app.storage import opinion_store

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.opinion_views import OpinionView
    from burgertop_app.domain.opinions import Statement
    from burgertop_app.exchange.exports import Cell
    from burgertop_app.services.context import Context

FORM_ROWS = 200
SHARE_DIGITS = 4


class OpinionFiles:
    """Writes the files of a conversation over statements; voters are numbers in all of them."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._clock = context.clock

    def save_polis(self, poll_id: UUID, folder: Path) -> tuple[Path, ...]:
        """Write the four files of a Polis export into `folder`; gives their paths.

        They are made to be shared, so people by name are left out of what is written.

        Raises:
            InvalidInput: a file cannot be written there.
        """
        with self._work.reading() as store:
            poll = store.get(OpinionPoll, poll_id)
            statements = opinion_store.statements(store, poll_id)
            votes = opinion_store.votes(store, poll_id)
            view = opinion_store.view(store, poll_id)
            table = opinion_store.ground(store, poll).table
            known = guard(store)
            with speaking(store.get(Process, poll.process_id).language):
                left = _("[left out]")
        poll = replace(poll, title=known.without(poll.title, left), intro=known.without(poll.intro, left))
        statements = tuple(replace(one, text=known.without(one.text, left)) for one in statements)
        found = None if view.stale else view.found
        dots = found.dots if found else ()
        groups = {dot.voter: dot.group for dot in dots if dot.group is not None}
        comments, said, participants, summary = (folder / name for name in polis_writing.names())
        polis_writing.write_comments(comments, statements, table, self._clock())
        polis_writing.write_votes(said, votes, {one.id: one.number for one in statements})
        polis_writing.write_participants(participants, table, groups)
        polis_writing.write_summary(summary, poll, table, len(found.sizes) if found else 0, len(dots))
        return comments, said, participants, summary

    def save_form(self, poll_id: UUID, path: Path) -> Path:
        """Write a sheet to type votes into: a row per voter number, a column per statement; gives `path`.

        Raises:
            InvalidInput: the file cannot be written there.
        """
        view, language = self._read(poll_id)
        with speaking(language):
            header = ("stemmer" if language == "nl" else "voter", *(str(one.number) for one in view.counting))
            listed = [(one.number, one.text) for one in view.counting]
            rows: list[tuple[Cell, ...]] = [
                (number, *([""] * len(view.counting))) for number in range(1, FORM_ROWS + 1)
            ]
            write_workbook(
                path,
                {
                    _("Votes"): (header, rows),
                    _("Statements"): ((_("No."), _("Statement")), listed),
                    _("How to answer"): (
                        (_("Type"), _("Meaning")),
                        [("1", _("agrees")), ("-1", _("disagrees")), ("0", _("passes")), ("", _("not seen"))],
                    ),
                },
            )
        return path

    def save_workbook(self, poll_id: UUID, path: Path) -> Path:
        """Write what was found as a workbook: the sentences, every statement, and what sets groups apart.

        People by name are left out, here and in `paper`.

        Raises:
            NotPossible: the groups were not looked for yet.
            InvalidInput: the file cannot be written there.
        """
        view, language = self._read(poll_id)
        found = view.found
        if found is None:
            raise NotPossible("opinion_not_counted")
        with speaking(language):
            view = replace(view, statements=self._told(view))
            header, rows = _statement_rows(view)
            apart = [
                (
                    group_name(group),
                    one.number,
                    view.text(one.number),
                    _("agrees") if one.agrees else _("disagrees"),
                    round(one.share, SHARE_DIGITS),
                    round(one.times, 2),
                )
                for group, told in enumerate(found.typical)
                for one in told
            ]
            write_workbook(
                path,
                {
                    _("In words"): (
                        (_("What was found"),),
                        [(said,) for said in (*_warning(view), *result_sentences(found))],
                    ),
                    _("Statements"): (header, rows),
                    _("What sets a group apart"): (
                        (
                            *(_("Group"), _("No."), _("Statement"), _("Says")),
                            *(_("Share of the group"), _("Times likelier than others")),
                        ),
                        apart,
                    ),
                },
            )
        return path

    def paper(self, poll_id: UUID) -> OpinionPaper:
        """What was found, on paper.

        Raises:
            NotPossible: the groups were not looked for yet.
        """
        with self._work.reading() as store:
            view = opinion_store.view(store, poll_id)
            if view.count is None:
                raise NotPossible("opinion_not_counted")
            process, known = store.get(Process, view.poll.process_id), guard(store)
            masthead = shared.masthead(store, process, self._clock())
        with speaking(process.language):
            left = _("[left out]")
        return OpinionPaper(
            masthead=masthead,
            title=known.without(view.poll.title, left),
            intro=known.without(view.poll.intro, left),
            found=view.count.found,
            texts={one.number: known.without(one.text, left) for one in view.statements},
            stale=view.stale,
        )

    def _told(self, view: OpinionView) -> tuple[Statement, ...]:
        """The statements with nobody's name."""
        with self._work.reading() as store:
            known = guard(store)
        return tuple(replace(one, text=known.without(one.text, _("[left out]"))) for one in view.statements)

    def _read(self, poll_id: UUID) -> tuple[OpinionView, str]:
        with self._work.reading() as store:
            view = opinion_store.view(store, poll_id)
            return view, store.get(Process, view.poll.process_id).language


def _warning(view: OpinionView) -> tuple[str, ...]:
    return (_("Votes came in since; this is how it stood before."),) if view.stale else ()


def _statement_rows(view: OpinionView) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    found = view.found
    groups = [group_name(place) for place in range(len(found.sizes))] if found else []
    sides = (_("agree"), _("disagree"), _("pass"))
    header = (
        *(_("No."), _("Statement"), *sides),
        *(_("Group {group}: {side}").format(group=name, side=side) for name in groups for side in sides),
        *(_("Agreed by all groups (0-1)"), _("Rejected by all groups (0-1)"), _("How divisive (0-1)")),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            *(one.number, view.text(one.number)),
            *(
                count
                for said in (one.everyone, *one.groups)
                for count in (said.agree, said.disagree, said.passed)
            ),
            *(round(part, SHARE_DIGITS) for part in (one.agreed, one.rejected, one.apart)),
        )
        for one in (found.statements if found else ())
    ]
    return header, rows
