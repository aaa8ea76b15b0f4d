"""The papers of a vote: the rule to hang on the wall, and the result with how it came about."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, minute, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pictures import Bars, Fill, Series
from burgertop_app.reports.pieces import Box, Bullets, Facts, Figure, Grid, Heading, Paragraph, Role, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.papers.votes import ResultGroup, Row, VoteResultPaper, VoteRulePaper
    from burgertop_app.reports.pieces import Piece


MOST_BARS = 24
"""So many bars fit on a page; more go on in a next picture."""
MOST_COLUMNS = 12
"""So many columns of numbers stand side by side; more go on in a next table."""
WIDER = 1.7
"""The last column of a table with a word above it, in columns with a number above them."""
SHORTEST, BESIDE = "100 %", 3.2
"""No share is longer than this; the empty space beside the words of a column, in signs."""
PER_SIGN, EVERYONE, MOST_GROUPS, MOST_NUMBERS = 1.2, 13.4, 62.0, 78.0
"""The percents of the page that a sign takes, that everyone takes, the groups side by side, and both."""
ROOM = 1.35
"""The axis is so much longer than the longest bar, so that the words behind it fit."""


def vote_rule_document(paper: VoteRulePaper) -> Document:
    """The rule on a page or two: how to vote, how is counted, what is voted on, and the mark of it all."""
    with speaking(paper.masthead.language):
        draft = (
            (Box((Paragraph(_("Draft: this rule is not fixed yet."), Role.STRONG),), Tone.WARN),)
            if paper.fixed_at is None
            else ()
        )
        return _document(
            paper.masthead,
            _("Rule of the vote: {title}").format(title=paper.title),
            (
                *draft,
                Heading(2, _("How you vote")),
                Paragraph(paper.method, Role.STRONG),
                Paragraph(paper.how),
                Heading(2, _("How is counted")),
                Bullets(paper.rule),
                Heading(2, _("What is voted on")),
                Grid((_("No."), _("Proposal")), tuple(paper.options), (10, 90), "rl", row_headers=True),
                *_fixed(paper),
            ),
        )


def vote_result_document(paper: VoteResultPaper) -> Document:
    """The result in sentences, a picture, tables, groups, objections, and the rule it follows from."""
    with speaking(paper.masthead.language):
        return _document(
            paper.masthead,
            _("Result of the vote: {title}").format(title=paper.title),
            (
                *(Paragraph(said, Role.LEAD if not at else Role.BODY) for at, said in enumerate(paper.told)),
                *_bars(paper),
                Heading(2, _("Per proposal")),
                Grid(
                    (_("Proposal"), _("What became of it")), tuple(paper.options), (42, 58), row_headers=True
                ),
                *_table(_("How the answers are spread"), paper.spread),
                *_table(_("On how many slips one stands above the other"), paper.pairs),
                *_groups(paper),
                *_objections(paper.objections),
                Heading(2, _("The rule, fixed before the vote")),
                Paragraph(paper.method, Role.STRONG),
                Bullets(paper.rule, small=True),
                *((Paragraph(paper.sha256, Role.HASH),) if paper.sha256 else ()),
            ),
        )


def _document(masthead: Masthead, title: str, parts: tuple[Piece, ...]) -> Document:
    return Document(
        title=title,
        author=masthead.organisation,
        language=masthead.language,
        made_at=masthead.made_at,
        running=running(masthead),
        foot=made_on(masthead),
        parts=(Heading(1, title, listed=False), *parts),
    )


def _fixed(paper: VoteRulePaper) -> tuple[Piece, ...]:
    if paper.fixed_at is None:
        return ()
    return (
        Heading(2, _("Fixed before the vote")),
        Facts(((_("Fixed on"), minute(paper.fixed_at.astimezone())),)),
        Paragraph(_("Mark of this rule (SHA-256)"), Role.LABEL),
        Paragraph(paper.sha256, Role.HASH),
        Paragraph(
            _("If a word or number of this rule changes, so does the mark. The result shows the same mark."),
            Role.SMALL,
        ),
    )


def _bars(paper: VoteResultPaper) -> tuple[Piece, ...]:
    if not paper.bars:
        return ()
    series = (Series(_("Result"), Fill.ACCENT),)
    longest = max(bar.share for bar in paper.bars) or 1.0
    told = _("Bars for each proposal, the best first: {lines}.")
    figures = []
    for begin in range(0, len(paper.bars), MOST_BARS):
        some = paper.bars[begin : begin + MOST_BARS]
        rows = tuple((bar.name, (bar.share,), (bar.words,)) for bar in some)
        alt = told.format(lines="; ".join(f"{bar.name}: {bar.words}" for bar in some))
        figures.append(Figure(Bars(series, rows, ROOM * longest, legend=False), alt))
    return tuple(figures)


def _table(title: str, rows: tuple[Row, ...]) -> tuple[Piece, ...]:
    if not rows:
        return ()
    columns = len(rows[0]) - 1
    parts = [
        tuple((row[0], *row[begin : begin + MOST_COLUMNS]) for row in rows)
        for begin in range(1, columns + 1, MOST_COLUMNS)
    ]
    return (Heading(2, title), *(_numbers(part) for part in parts))


def _numbers(rows: tuple[Row, ...]) -> Grid:
    """A table of numbers with the proposal before them; a column with a word above it is wider."""
    head, *body = rows
    parts = [WIDER if said.isalpha() else 1.0 for said in head[1:]]
    widths = (36.0, *(64 * part / sum(parts) for part in parts))
    return Grid(head, tuple(body), widths, "l" + "r" * len(parts), row_headers=True, compact=True)


def _groups(paper: VoteResultPaper) -> tuple[Piece, ...]:
    if not paper.groups:
        return ()
    return (
        Heading(2, _("Support per group")),
        Paragraph(paper.support),
        *((Bullets(paper.lowest),) if paper.lowest else ()),
        *(table for one in paper.groups for table in _group(one)),
    )


def _group(group: ResultGroup) -> Iterator[Grid]:
    """Tables in which no word above a column is broken: with many groups two, each with everyone again."""
    need = [(max(map(len, (*said.split(), SHORTEST))) + BESIDE) * PER_SIGN for said in group.groups]
    tables = max(1, math.ceil(sum(need) / MOST_GROUPS))
    size = max(1, math.ceil(len(need) / tables))
    for begin in range(0, max(len(need), 1), size):
        some = slice(begin, begin + size)
        rows = tuple((*row[:2], *row[2:][some]) for row in group.rows)
        asked = (EVERYONE, *need[some])
        wide = [part * min(1, MOST_NUMBERS / sum(asked)) for part in asked]
        yield Grid(
            (_("Proposal"), _("Everyone"), *group.groups[some]),
            rows,
            (100 - sum(wide), *wide),
            "l" + "r" * len(wide),
            row_headers=True,
            compact=True,
            caption=group.question,
        )


def _objections(rows: tuple[Row, ...]) -> tuple[Piece, ...]:
    if not rows:
        return ()
    head = (_("Proposal"), _("Reason"), _("What was done with it"))
    return (Heading(2, _("Objections")), Grid(head, rows, (28, 38, 34), row_headers=True))
