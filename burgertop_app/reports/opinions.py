"""Opinion groups on paper: what was found, what joins and what divides the groups, and every statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.opinion_map import group_name
from burgertop_app.i18n import _, number
from burgertop_app.messages.opinions import (
    agree_words,
    limit_sentences,
    result_sentences,
    said_words,
    typical_words,
)
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pictures import Bars, Cloud, Fill, Heap, Series
from burgertop_app.reports.pieces import Bullets, Figure, Grid, Heading, Paragraph, Role, Together
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from burgertop_app.domain.opinion_map import StatementResult
    from burgertop_app.domain.papers.opinions import OpinionPaper
    from burgertop_app.reports.pieces import Piece

FILLS = (Fill.SOLID, Fill.DIAGONAL, Fill.UPRIGHT, Fill.DARK, Fill.OUTLINE)
MOST = 5
DIVISIVE = 0.25


def opinion_document(paper: OpinionPaper) -> Document:
    """What was found in a conversation over statements."""
    head = paper.masthead
    return Document(
        title=_("Opinion groups: {title}").format(title=paper.title),
        author=head.organisation,
        language=head.language,
        made_at=head.made_at,
        running=running(head),
        foot=made_on(head),
        parts=tuple(_parts(paper)),
        look=head.look,
    )


def _parts(paper: OpinionPaper) -> Iterator[Piece]:
    found = paper.found
    yield Heading(1, paper.title, listed=False)
    yield from body(paper.intro)
    if paper.stale:
        yield Paragraph(_("Votes came in since; this is how it stood before."), Role.STRONG)
    for place, said in enumerate(result_sentences(found)):
        yield Paragraph(said, Role.BODY if place else Role.LEAD)
    if found.dots:
        yield _cloud(paper)
    yield Heading(2, _("What this can and cannot say"))
    yield Bullets(tuple(limit_sentences()))
    if found.sizes:
        yield from _groups(paper)
    else:
        yield from _everyone(paper)
    if found.statements:
        yield Heading(2, _("Every statement"))
        yield _every(paper)


def _groups(paper: OpinionPaper) -> Iterator[Piece]:
    found = paper.found
    together = sorted(found.statements, key=lambda one: (-one.agreed, one.number))[:MOST]
    yield Heading(2, _("What every group agrees with most"))
    yield from _drawn(paper, together)
    apart = [one for one in found.statements if one.apart >= DIVISIVE]
    if apart:
        yield Heading(2, _("What divides the groups most"))
        yield from _drawn(paper, sorted(apart, key=lambda one: (-one.apart, one.number))[:MOST])
    yield Heading(2, _("What sets a group apart"))
    for group, told in enumerate(found.typical):
        lines = tuple(typical_words(told, lambda number: paper.texts.get(number, "")))
        title = _("Group {group}: {people} people").format(
            group=group_name(group), people=number(found.sizes[group])
        )
        yield Together((Heading(3, title), Bullets(lines)))


def _everyone(paper: OpinionPaper) -> Iterator[Piece]:
    for title, numbers in (
        (_("What most people agree with"), paper.found.agreed),
        (_("What most people disagree with"), paper.found.rejected),
    ):
        if numbers:
            yield Heading(2, title)
            yield Bullets(tuple(f"{one}. {paper.texts.get(one, '')}" for one in numbers))


def _drawn(paper: OpinionPaper, chosen: Sequence[StatementResult]) -> Iterator[Piece]:
    names = [group_name(group) for group in range(len(paper.found.sizes))]
    series = tuple(
        Series(_("Group {group}").format(group=name), fill) for name, fill in zip(names, FILLS, strict=False)
    )
    rows = tuple(
        (
            _("Statement {number}").format(number=one.number),
            tuple(said.agree / said.seen if said.seen else None for said in one.groups),
            tuple(agree_words(said) for said in one.groups),
        )
        for one in chosen
    )
    told = "; ".join(
        f"{words}: {', '.join(f'{name} {share}' for name, share in zip(names, shares, strict=True))}"
        for words, _bars, shares in rows
    )
    alt = _("Which part of each group agrees, per statement. {lines}").format(lines=told)
    yield Bullets(tuple(f"{one.number}. {paper.texts.get(one.number, '')}" for one in chosen), small=True)
    yield Figure(Bars(series, rows, 1.0), alt)


def _every(paper: OpinionPaper) -> Grid:
    found = paper.found
    names = [group_name(group) for group in range(len(found.sizes))]
    heads = (
        _("No."),
        _("Statement"),
        _("Everybody"),
        *(_("{group} agrees").format(group=one) for one in names),
    )
    rows = tuple(
        (
            number(one.number),
            paper.texts.get(one.number, ""),
            said_words(one.everyone),
            *(agree_words(said) for said in one.groups),
        )
        for one in found.statements
    )
    share = 10.0
    rest = 100 - 7 - share * len(names)
    widths = (7.0, rest * 0.62, rest * 0.38, *([share] * len(names)))
    return Grid(heads, rows, widths, "rll" + "r" * len(names), compact=True, row_headers=False)


def _cloud(paper: OpinionPaper) -> Figure:
    """People as dots without names; the numbers of voters stay out of it."""
    found = paper.found
    heaps = tuple(
        Heap(
            group_name(group),
            _("Group {group}: {people} people").format(group=group_name(group), people=number(size)),
            tuple((dot.x, dot.y) for dot in found.dots if dot.group == group),
        )
        for group, size in enumerate(found.sizes)
    )
    everybody = Heap("", _("one person"), tuple((dot.x, dot.y) for dot in found.dots))
    said = ", ".join(heap.words for heap in heaps)
    return Figure(
        Cloud(heaps or (everybody,)),
        _("People as dots: who voted alike stands close. {said}").format(said=said),
    )
