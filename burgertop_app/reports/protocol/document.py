"""The protocol of a draw as a PDF: the full one for organiser and notary, and the one for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _, speaking
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import at_moment, chopped, running
from burgertop_app.reports.protocol.checking import checking
from burgertop_app.reports.protocol.lottery import lottery
from burgertop_app.reports.protocol.outcome import outcome, status
from burgertop_app.reports.protocol.rules import rules

if TYPE_CHECKING:
    from burgertop_app.domain.papers.draw import DrawProtocolPaper


def draw_protocol_document(paper: DrawProtocolPaper) -> Document:
    """The protocol; a rehearsal and a withdrawn draw are marked on every page."""
    with speaking(paper.masthead.language):
        title = _title(paper).format(attempt=paper.attempt)
        return Document(
            title=title,
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=f"{running(paper.masthead)} · {title}",
            foot=_("Made on {moment} · lottery {hash}").format(
                moment=at_moment(paper.masthead.made_at), hash=chopped(paper.lottery_sha256)
            ),
            stamp=_stamp(paper),
            parts=(
                *status(paper, title),
                *rules(paper),
                *lottery(paper),
                *outcome(paper),
                *checking(paper),
            ),
        )


def _title(paper: DrawProtocolPaper) -> str:
    if paper.public:
        return _("Public protocol of the draw, attempt {attempt}")
    return _("Protocol of the draw, attempt {attempt}")


def _stamp(paper: DrawProtocolPaper) -> str:
    marks = (
        (paper.rehearsal, _("REHEARSAL")),
        (paper.withdrawn is not None, _("WITHDRAWN")),
    )
    return " · ".join(words for holds, words in marks if holds)
