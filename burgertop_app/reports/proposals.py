"""The book of proposals: each on a page of its own, with the cards behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import card_table, labelled, made_on, running, support_pieces
from burgertop_app.reports.pieces import Contents, Cover, Facts, Heading, Paragraph, Role
from burgertop_app.reports.wording import body

if TYPE_CHECKING:
    from burgertop_app.domain.papers.proposals import BookProposal, ProposalBookPaper
    from burgertop_app.reports.pieces import Piece


def proposal_book_document(paper: ProposalBookPaper) -> Document:
    """The book with a title page, contents, and a chapter for each proposal."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("{name}: {process}").format(name=paper.name, process=paper.masthead.process),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=made_on(paper.masthead),
            parts=tuple(_parts(paper)),
        )


def _parts(paper: ProposalBookPaper) -> list[Piece]:
    count = len(paper.proposals)
    said = ngettext("{count} proposal", "{count} proposals", count).format(count=number(count))
    chapters = [piece for proposal in paper.proposals for piece in _chapter(proposal)]
    return [
        Cover(
            organisation=paper.masthead.organisation,
            kicker=paper.name,
            title=paper.masthead.process,
            subtitle=_("What residents do themselves, what they ask, and on which cards it rests"),
            facts=((_("Proposals"), said), *(((_("In short"), paper.wish),) if paper.wish else ())),
            mark="" if paper.voted else _("Draft. Nobody has voted on these proposals yet."),
        ),
        *(
            (Contents(_("Contents")), *chapters)
            if chapters
            else (Paragraph(_("There are no proposals yet.")),)
        ),
    ]


def _chapter(proposal: BookProposal) -> list[Piece]:
    told = _("{number}. {title}").format(number=proposal.number, title=proposal.title)
    pieces: list[Piece] = [Heading(1, told, new_page=True)]
    if proposal.lineage:
        pieces.append(Paragraph(proposal.lineage, Role.SMALL))
    for label, text in proposal.texts:
        pieces += labelled(label, text, 2) if label else body(text)
    if proposal.facts:
        pieces.append(Facts(proposal.facts))
    if proposal.support is not None:
        pieces += [Heading(2, _("How people voted"), listed=False), *support_pieces(proposal.support)]
        if proposal.result:
            pieces.append(Paragraph(proposal.result, Role.STRONG))
    return [
        *pieces,
        Heading(2, _("Cards that this rests on"), listed=False),
        *body(proposal.agreement),
        *card_table(proposal.cards),
    ]
