"""Where the draw stands, what was published beforehand, and who was drawn, by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.dutch_time import DUTCH, ZONE
from burgertop_app.i18n import _, number
from burgertop_app.reports.parts import at_moment
from burgertop_app.reports.pieces import Box, Bullets, Facts, Heading, Paragraph, Role, Span, Tone

if TYPE_CHECKING:
    from datetime import datetime

    from burgertop_app.domain.papers.draw import Commitment, DrawnNumber, DrawProtocolPaper
    from burgertop_app.reports.pieces import Piece, Words


def status(paper: DrawProtocolPaper, title: str) -> tuple[Piece, ...]:
    """The first page: title, state and particulars."""
    facts: tuple[tuple[str, Words], ...] = (
        (_("Process"), paper.masthead.process),
        (_("Draw"), (Span(paper.draw_id, mono=True),)),
        (_("Attempt"), number(paper.attempt)),
        (_("Made on"), at_moment(paper.masthead.made_at)),
        (_("Time zone"), _zone(paper.masthead.made_at)),
        (_("Calculated with"), paper.engine),
    )
    return (
        Heading(1, title, listed=False),
        Paragraph(paper.masthead.organisation, Role.LEAD),
        *_state(paper),
        Facts(tuple(fact for fact in facts if fact[1])),
        *_earlier(paper),
    )


def _zone(at: datetime) -> str:
    """The zone of all times in the protocol, by the name that everyone knows it."""
    return _("{zone} (the time in the Netherlands)").format(zone=ZONE) if at.tzinfo is DUTCH else ""


def outcome(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    """The chapters on the commitment and on the number."""
    return (*_commitment(paper.commitment), *(_drawn(paper.drawn) if paper.drawn else ()))


def _state(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    boxes: list[Piece] = []
    if paper.withdrawn is not None:
        said = _("This draw was withdrawn on {moment} and no longer counts. It stays visible.").format(
            moment=at_moment(paper.withdrawn.at)
        )
        reason = _("Reason: {reason}").format(reason=paper.withdrawn.reason)
        boxes.append(Box((Paragraph(said, Role.STRONG), Paragraph(reason)), Tone.LATE))
    if paper.rehearsal:
        said = _(
            "This is a rehearsal. Nothing was published before the number was known, so it proves nothing."
        )
        boxes.append(Box((Paragraph(said, Role.STRONG),), Tone.WARN))
    elif paper.withdrawn is None:
        boxes.append(_standing(paper.drawn))
    return tuple(boxes)


def _standing(drawn: DrawnNumber | None) -> Box:
    if drawn is None:
        said = _(
            "Everything is fixed, but the number has not been drawn yet. Nobody knows who is in the panel."
        )
        return Box((Paragraph(said, Role.STRONG),), Tone.ACCENT)
    said = _("The panel has been drawn: panel {number}.").format(number=f"{drawn.number:03d}")
    return Box((Paragraph(said, Role.STRONG),), Tone.OK)


def _earlier(paper: DrawProtocolPaper) -> tuple[Piece, ...]:
    if not paper.earlier_attempts:
        return (Paragraph(_("This is the first attempt in this process."), Role.SMALL),)
    hashes = tuple((Span(each, mono=True),) for each in paper.earlier_attempts)
    return (
        Heading(2, _("Earlier attempts in this process")),
        Paragraph(_("These are the hashes of the lotteries before this one.")),
        Bullets(hashes, numbered=True),
    )


def _commitment(commitment: Commitment | None) -> tuple[Piece, ...]:
    if commitment is None:
        return ()
    facts: tuple[tuple[str, Words], ...] = (
        (_("Recorded"), at_moment(commitment.committed_at)),
        (_("Where the number comes from"), commitment.number_source),
        (_("When the number is drawn"), commitment.moment),
        (_("Published where"), commitment.published_where),
        (_("Witnesses"), commitment.witnesses),
    )
    explained = _(
        "The lottery was recorded before anyone could know the number. What was published then can be laid"
        " beside this protocol."
    )
    return (
        Heading(1, _("Recorded beforehand")),
        Paragraph(explained),
        Facts(tuple(fact for fact in facts if fact[1])),
    )


def _when(at: datetime | None) -> str:
    return "" if at is None else at_moment(at)


def _drawn(drawn: DrawnNumber) -> tuple[Piece, ...]:
    seed: Words = (Span(drawn.seed, mono=True),) if drawn.seed else _("None: the number was drawn by hand.")
    facts: tuple[tuple[str, Words], ...] = (
        (_("Seed"), seed),
        (_("The number"), (Span(f"{drawn.number:03d}", bold=True),)),
        (_("Drawn on"), _when(drawn.drawn_at)),
    )
    return (
        Heading(1, _("The number and the panel")),
        Facts(tuple(fact for fact in facts if fact[1])),
        Heading(2, _("The panel")),
        Paragraph(_("People are named here by their registration number only.")),
        Paragraph(_joined(drawn.panel)),
        *_reserves(drawn),
        *_replacements(drawn.replacements),
    )


def _reserves(drawn: DrawnNumber) -> tuple[Piece, ...]:
    if not drawn.reserves:
        return ()
    listed = tuple(f"{place}. {each}" for place, each in enumerate(drawn.reserves, 1))
    rule = (Paragraph(drawn.reserve_rule),) if drawn.reserve_rule else ()
    return (Heading(2, _("Reserves, in order")), *rule, Paragraph(_joined(listed)))


def _replacements(told: tuple[str, ...]) -> tuple[Piece, ...]:
    if not told:
        return ()
    return (Heading(2, _("Replacements")), *map(Paragraph, told))


def _joined(numbers: tuple[str, ...]) -> str:
    return " · ".join(each.replace(" ", "\u00a0") for each in numbers)
