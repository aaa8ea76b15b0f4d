"""The advice as a PDF for the college, the council and the public."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, day, ngettext, number, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import (
    chopped,
    hash_lines,
    labelled,
    mandate_pieces,
    running,
    support_pieces,
    theme_pieces,
)
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Columns,
    Contents,
    Cover,
    Facts,
    Heading,
    Paragraph,
    Role,
    Span,
    Together,
    Tone,
    plain,
)
from burgertop_app.reports.representation import representation_pieces
from burgertop_app.reports.wording import body, inline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.papers.advice import AdvicePaper, CardReference, KeyFigure, PaperRecommendation
    from burgertop_app.reports.pieces import Piece, Words

_ABREAST = 4
_SHORT = 320
_WHO = 60
"""Longer words before a colon are a sentence, not somebody's name."""


def advice_document(paper: AdvicePaper) -> Document:
    """The advice; a draft is marked on every page, a version carries its number and hash."""
    with speaking(paper.masthead.language):
        return Document(
            title=paper.title,
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=_foot(paper),
            stamp=_("DRAFT") if paper.draft else "",
            parts=tuple(_parts(paper)),
        )


def _foot(paper: AdvicePaper) -> str:
    date = day(paper.version_on)
    if paper.draft:
        return _("Draft of {date}").format(date=date)
    return _("Version {version} of {date} · content {hash}").format(
        version=paper.version, date=date, hash=chopped(paper.content_hash)
    )


def _parts(paper: AdvicePaper) -> list[Piece]:
    return [
        _cover(paper),
        Contents(_("Contents")),
        *text_pieces(paper),
        *_people(paper),
        *_cards(paper),
    ]


def text_pieces(paper: AdvicePaper) -> tuple[Piece, ...]:
    """Everything that the residents say, from the summary to what follows; without cover and appendices."""
    return (
        *_chapter(_("Summary"), _own(paper, paper.summary), new_page=True),
        *_chapter(_("Assignment and room"), _assignment(paper)),
        *_chapter(_("How we worked"), _method(paper)),
        *_participants(paper),
        *_recommendations(paper),
        *_chapter(_("What we do ourselves"), _own(paper, paper.ourselves), new_page=True),
        *_chapter(_("What we ask of the council"), _own(paper, paper.asked)),
        *_chapter(_("The answer and what follows"), _follow_up(paper)),
    )


def _own(paper: AdvicePaper, text: str) -> tuple[Piece, ...]:
    """The residents' own text with its pictures."""
    return body(text, images=paper.images)


def _chapter(title: str, pieces: tuple[Piece, ...], *, new_page: bool = False) -> tuple[Piece, ...]:
    """A chapter, left out when there is nothing in it."""
    return (Heading(1, title, new_page=new_page), *pieces) if pieces else ()


def _cover(paper: AdvicePaper) -> Cover:
    facts: list[tuple[str, Words]] = []
    if paper.addressees:
        facts.append((_("For"), ", ".join(paper.addressees)))
    facts.append((_("Date"), day(paper.version_on)))
    if paper.draft:
        facts.append((_("Version"), _("Draft of version {version}").format(version=paper.version)))
    else:
        facts.append((_("Version"), str(paper.version)))
        facts.append((_("Hash of the content"), (Span(hash_lines(paper.content_hash), mono=True),)))
    return Cover(
        organisation=paper.masthead.organisation,
        kicker=_("Advice"),
        title=paper.title,
        subtitle=paper.masthead.process,
        facts=tuple(facts),
        mark=_("Draft. This advice has not been adopted yet.") if paper.draft else "",
    )


def _assignment(paper: AdvicePaper) -> tuple[Piece, ...]:
    mandate = mandate_pieces(paper.mandate) if paper.mandate else ()
    room = (Heading(2, _("The room there was")), *mandate) if mandate else ()
    return (*_own(paper, paper.assignment), *room)


def _method(paper: AdvicePaper) -> tuple[Piece, ...]:
    figures = tuple(
        Columns(tuple(_figure(figure) for figure in paper.figures[first : first + _ABREAST]))
        for first in range(0, len(paper.figures), _ABREAST)
    )
    draw = body(paper.draw_method)
    return (
        *figures,
        *_own(paper, paper.method),
        *((Heading(2, _("How the panel was drawn")), *draw) if draw else ()),
        *_agreement(paper),
    )


def _agreement(paper: AdvicePaper) -> tuple[Piece, ...]:
    """How the members agreed to this text, or why they were not asked."""
    if not paper.sign_off:
        return ()
    return (
        Heading(2, _("Agreement of the members")),
        Paragraph(paper.sign_off),
        *labelled(_("Who thought differently"), paper.sign_off_minority, images=paper.images),
    )


def _figure(figure: KeyFigure) -> tuple[Piece, ...]:
    return (Paragraph(figure.number, Role.BIG), Paragraph(figure.words, Role.SMALL))


def _participants(paper: AdvicePaper) -> tuple[Piece, ...]:
    shown = representation_pieces(paper.representation) if paper.representation else ()
    return _chapter(_("Who took part"), (*_own(paper, paper.who), *shown), new_page=True)


def _recommendations(paper: AdvicePaper) -> tuple[Piece, ...]:
    recommendations = paper.recommendations
    if not recommendations:
        return ()
    lines = tuple(f"{item.sentence}" for item in recommendations)
    count = ngettext(
        "We give {count} recommendation.", "We give {count} recommendations.", len(lines)
    ).format(count=number(len(lines)))
    rules = {item.support.rule for item in recommendations if item.support}
    rule = rules.pop() if len(rules) == 1 else ""
    voted = _("We voted on them. {rule}").format(rule=rule) if rule else ""
    return (
        Heading(1, _("Our recommendations"), new_page=True),
        Paragraph(" ".join(filter(None, (count, voted)))),
        Bullets(lines, numbered=True),
        *(Together(_recommendation(item, paper.images, told=bool(rule))) for item in recommendations),
    )


def _recommendation(
    item: PaperRecommendation, images: Mapping[int, bytes], *, told: bool
) -> tuple[Piece, ...]:
    """One recommendation; `told`: the counting rule was told already, for all."""
    title = _("Recommendation {number}").format(number=item.number)
    counted = replace(item.support, rule="") if item.support and told else item.support
    support = (Heading(3, _("Support"), listed=False), *support_pieces(counted)) if counted else ()
    return (
        Heading(2, title, contents=f"{item.number}. {item.sentence}", large=True),
        Paragraph(item.sentence, Role.LEAD),
        *body(item.reason, images=images),
        *support,
        *_facts(item, images),
        *_beside(
            labelled(_("Who thought differently"), item.minority, images=images),
            labelled(_("What residents do themselves"), item.ourselves, images=images),
        ),
        *labelled(_("Remark"), item.note, images=images),
        *_references(item.cards),
    )


def _facts(item: PaperRecommendation, images: Mapping[int, bytes]) -> tuple[Piece, ...]:
    """Who does what and what it costs: a table when the lines are short, else as they were written."""
    roles = [line.strip().removeprefix("- ") for line in item.roles.splitlines() if line.strip()]
    parted = [line.partition(":") for line in roles]
    rows: list[tuple[str, Words]] = []
    rest: list[Piece] = []
    if roles and all(colon and who and len(who) <= _WHO and what.strip() for who, colon, what in parted):
        rows += [(who.strip(), inline(what.strip())) for who, _colon, what in parted]
        shown: tuple[Piece, ...] = (Heading(3, _("Who does what"), listed=False),)
    else:
        shown = ()
        rest += labelled(_("Who does what"), item.roles, images=images)
    if "\n" in item.costs.strip() or len(item.costs) > _SHORT:
        rest += labelled(_("What it costs"), item.costs, images=images)
    elif item.costs.strip():
        title = _("Who does what, and what it costs") if rows else _("What it costs")
        shown = (Heading(3, title, listed=False),)
        rows.append((_("Costs"), inline(item.costs.strip())))
    return (*shown, *((Facts(tuple(rows)),) if rows else ()), *rest)


def _beside(left: tuple[Piece, ...], right: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Two short texts side by side; below each other when one is missing or long."""
    simple = all(isinstance(piece, Heading | Paragraph) for piece in (*left, *right))
    if left and right and simple and max(_length(left), _length(right)) <= _SHORT:
        return (Columns((left, right)),)
    return (*left, *right)


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(len(plain(piece.words)) for piece in pieces if isinstance(piece, Paragraph))


def _references(cards: tuple[CardReference, ...]) -> tuple[Piece, ...]:
    if not cards:
        return ()
    said = (f"{card.number} ({card.times}x)" if card.times > 1 else card.number for card in cards)
    line = " · ".join(words.replace(" ", "\u00a0") for words in said)
    return (Heading(3, _("Cards that this rests on"), listed=False), Paragraph(line))


def _follow_up(paper: AdvicePaper) -> tuple[Piece, ...]:
    term = (Box(body(paper.term), Tone.ACCENT),) if paper.term.strip() else ()
    return (*term, *_own(paper, paper.follow_up))


def _people(paper: AdvicePaper) -> tuple[Piece, ...]:
    if not paper.participants:
        return ()
    note = _("These participants agreed to be named: {named} of {all}.").format(
        named=number(len(paper.participants)),
        all=number(max(paper.participants_total, len(paper.participants))),
    )
    only = _("These names stand in this copy alone; the fixed version {version} has none.").format(
        version=number(paper.version)
    )
    return (
        Heading(1, _("Appendix: participants"), new_page=True),
        Paragraph(" ".join((note, only))),
        Paragraph(" · ".join(name.replace(" ", "\u00a0") for name in paper.participants)),
    )


def _cards(paper: AdvicePaper) -> tuple[Piece, ...]:
    if not paper.themes:
        return ()
    count = sum(len(theme.cards) for theme in paper.themes)
    intro = ngettext(
        "This is the {count} card that was written, word for word.",
        "These are all {count} cards that were written, word for word, by theme.",
        count,
    ).format(count=number(count))
    more = any(card.times > 1 for theme in paper.themes for card in theme.cards)
    again = _("Where more people wrote the same, it says how many, for example (2x).") if more else ""
    return (
        Heading(1, _("Appendix: all cards"), new_page=True),
        Paragraph(" ".join(filter(None, (intro, again, paper.agreement)))),
        *(piece for theme in paper.themes for piece in theme_pieces(theme)),
    )
