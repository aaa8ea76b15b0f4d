"""The public overview of the cards: what became of them, in counts, per theme and per recommendation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.responses import Disposal
from burgertop_app.i18n import _, ngettext, number, speaking
from burgertop_app.messages.answers import disposal_word
from burgertop_app.reports.answered import short_answer_box
from burgertop_app.reports.document import Document
from burgertop_app.reports.feedback_cards import promised
from burgertop_app.reports.parts import made_on, running
from burgertop_app.reports.pictures import Fill, Segment, Segments
from burgertop_app.reports.pieces import (
    Box,
    Bullets,
    Figure,
    Grid,
    Heading,
    Paragraph,
    Role,
    Together,
    Tone,
)
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.feedback_overview import (
        FeedbackOverviewPaper,
        OverviewEnd,
        OverviewTheme,
    )
    from burgertop_app.reports.pieces import Piece

FILLS = {
    Disposal.ADOPTS: Fill.SOLID,
    Disposal.PARTLY: Fill.UPRIGHT,
    Disposal.INVESTIGATES: Fill.DIAGONAL,
    Disposal.REJECTS: Fill.DARK,
    None: Fill.EMPTY,
}


def feedback_overview_document(paper: FeedbackOverviewPaper) -> Document:
    """The overview for participants, residents and press."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("What became of all cards: {advice}").format(advice=paper.advice_title),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=tuple(_parts(paper)),
        )


def sentences(paper: FeedbackOverviewPaper) -> tuple[str, ...]:
    """The counts as sentences, the largest first; in the language now spoken."""
    if not paper.cards:
        return (_("No cards have been kept."),)
    written = ngettext(
        "The participants wrote {count} card.", "The participants wrote {count} cards.", paper.cards
    )
    proposed = ngettext(
        "{count} of them led to a proposal.", "{count} of them led to a proposal.", paper.proposed
    )
    advised = ngettext(
        "{count} stands behind a recommendation.", "{count} stand behind a recommendation.", paper.advised
    )
    adopted = ngettext(
        "{count} led to a recommendation that the college adopts, whole or in part.",
        "{count} led to a recommendation that the college adopts, whole or in part.",
        paper.adopted,
    )
    said = [
        written.format(count=number(paper.cards)),
        proposed.format(count=number(paper.proposed)),
        advised.format(count=number(paper.advised)),
    ]
    if paper.answered:
        said.append(adopted.format(count=number(paper.adopted)))
    if paper.promises:
        kept = ngettext(
            "Of {promises} promise {count} is done.",
            "Of {promises} promises {count} are done.",
            paper.promises,
        )
        said.append(kept.format(promises=number(paper.promises), count=number(paper.done)))
    return tuple(said)


def _parts(paper: FeedbackOverviewPaper) -> list[Piece]:
    return [
        Heading(1, _("What became of all cards")),
        Paragraph(paper.advice_title, Role.LEAD),
        Box((Paragraph(" ".join(sentences(paper))),), Tone.ACCENT),
        *_picture(paper.ends),
        *_themes(paper.themes),
        *_ends(paper.ends),
        *_closing(paper),
    ]


def _picture(ends: tuple[OverviewEnd, ...]) -> tuple[Piece, ...]:
    if not ends:
        return ()
    kinds = [end.outcome.disposal for end in ends]
    parts = tuple(
        Segment(f"{number(kinds.count(kind))} {disposal_word(kind)}", kinds.count(kind), FILLS[kind])
        for kind in FILLS
        if kind in kinds
    )
    said = ngettext(
        "The cards led to {count} recommendation.", "The cards led to {count} recommendations.", len(ends)
    ).format(count=number(len(ends)))
    alt = _("{sentence} {parts}.").format(sentence=said, parts=", ".join(part.words for part in parts))
    return (Heading(2, _("In one picture")), Paragraph(said), Figure(Segments(parts), alt))


def _themes(themes: tuple[OverviewTheme, ...]) -> tuple[Piece, ...]:
    if not themes:
        return ()
    header = (_("Theme"), _("Cards"), _("Behind a recommendation"), _("Recommendations"))
    rows = tuple(
        (
            theme.name,
            number(theme.cards),
            number(theme.advised),
            ", ".join(map(str, theme.recommendations)) or "–",
        )
        for theme in themes
    )
    return (Heading(2, _("Per theme")), Grid(header, rows, widths=(46, 14, 20, 20)))


def _ends(ends: tuple[OverviewEnd, ...]) -> tuple[Piece, ...]:
    if not ends:
        return ()
    return (Heading(2, _("Per recommendation")), *map(_end, ends))


def _end(end: OverviewEnd) -> Piece:
    outcome = end.outcome
    behind = ngettext("{count} card: {cards}", "{count} cards: {cards}", len(end.cards)).format(
        count=number(len(end.cards)), cards=", ".join(end.cards)
    )
    done = (
        (
            Paragraph(_("What was promised, and how far it is:"), Role.SMALL),
            Bullets(tuple(map(promised, outcome.promises)), small=True),
        )
        if outcome.promises
        else ()
    )
    return Together(
        (
            Heading(3, f"{outcome.recommendation}. {outcome.sentence}", listed=False),
            Paragraph(behind, Role.SMALL),
            short_answer_box(outcome.disposal, outcome.reason, outcome.owner, outcome.due_on),
            *done,
        )
    )


def _closing(paper: FeedbackOverviewPaper) -> tuple[Piece, ...]:
    following = body(paper.next_step)
    contact = _("Do you have a question? {contact}").format(contact=paper.contact)
    return (
        *((Heading(2, _("What happens next")), *following) if following else ()),
        *((Paragraph(contact),) if paper.contact else ()),
    )
