"""Parts that the progress report, the agenda and the letters to owners share: one promise, one pledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.processes import PledgeState
from burgertop_app.domain.responses import CommitmentState
from burgertop_app.i18n import _, day, number
from burgertop_app.messages.words import word
from burgertop_app.reports.pieces import Box, Bullets, Paragraph, Role, Span, Tone
from burgertop_app.reports.wording import body, inline

if TYPE_CHECKING:
    from burgertop_app.domain.papers.progress import MovedDay, PledgeItem, ProgressItem
    from burgertop_app.reports.pieces import Piece, Words

_TONES = {
    CommitmentState.DONE: Tone.OK,
    CommitmentState.UNDER_WAY: Tone.ACCENT,
    CommitmentState.STALLED: Tone.WARN,
}
_PLEDGE_TONES = {PledgeState.KEPT: Tone.OK, PledgeState.NOT_KEPT: Tone.LATE}


def item_box(item: ProgressItem, notes: int = 3) -> Box:
    """A promise with how it stands, what changed and what shows it; with so many notes at most."""
    said: list[Piece] = [
        Paragraph((Span(item.text, bold=True),)),
        Paragraph(facts_line(item), Role.SMALL),
    ]
    if item.changes:
        said.append(Paragraph((Span(_("Since last time:"), bold=True), Span(f" {'; '.join(item.changes)}"))))
    if item.withdrawn:
        said.append(Paragraph(_("Withdrawn: {reason}").format(reason=item.withdrawn)))
    if item.outcome:
        said += _outcome(item)
    said += [Paragraph(_moved(one), Role.SMALL) for one in item.moved]
    said += [
        Paragraph((Span(f"{day(on)}: ", bold=True), *_spans(inline(text)))) for on, text in item.notes[:notes]
    ]
    if item.evidence:
        said += [Paragraph(_("What shows it:"), Role.SMALL), evidence_list(item.evidence)]
    return Box(tuple(said), tone_of(item))


def tone_of(item: ProgressItem) -> Tone:
    """Late before the state; the words beside it say the same."""
    if item.late:
        return Tone.LATE
    return _TONES.get(item.state, Tone.PLAIN)


def facts_line(item: ProgressItem) -> str:
    """How it stands, who does it, when, in which step and for how much, on one line."""
    parts = (
        item.standing,
        item.owner,
        _("ready on {date}").format(date=day(item.due_on)) if item.due_on else _("no day agreed"),
        _("step: {step}").format(step=word(item.step)),
        _("budget € {amount}").format(amount=number(item.budget)) if item.budget is not None else "",
    )
    line = " · ".join(filter(None, parts))
    return line[:1].upper() + line[1:]


def pledge_box(pledge: PledgeItem) -> Box:
    """What was promised beforehand, and whether it was kept."""
    when = day(pledge.on) if pledge.on else ""
    standing = ", ".join(filter(None, (word(pledge.state), when)))
    said: list[Piece] = [
        Paragraph((Span(f"{pledge.by}: ", bold=True), Span(pledge.text))),
        Paragraph(standing[:1].upper() + standing[1:], Role.SMALL),
        *body(pledge.note),
    ]
    if pledge.evidence:
        said.append(evidence_list(pledge.evidence))
    return Box(tuple(said), _PLEDGE_TONES.get(pledge.state, Tone.PLAIN))


def evidence_list(evidence: tuple[tuple[str, str], ...]) -> Bullets:
    """Pieces of evidence, each a link where there is one."""
    return Bullets(tuple((Span(said, url=link),) if link else said for said, link in evidence), small=True)


def _outcome(item: ProgressItem) -> list[Piece]:
    label = _("What was achieved:") if item.state is CommitmentState.DONE else _("Why it was dropped:")
    return [Paragraph((Span(label, bold=True), Span(" "), *_spans(inline(item.outcome))))]


def _moved(moved: MovedDay) -> str:
    if moved.now_on is None:
        return _("There is no day any more; it was {was}. Reason: {reason}").format(
            was=day(moved.was_on), reason=moved.reason
        )
    return _("Moved from {was} to {now}. Reason: {reason}").format(
        was=day(moved.was_on), now=day(moved.now_on), reason=moved.reason
    )


def _spans(words: Words) -> tuple[Span, ...]:
    return (Span(words),) if isinstance(words, str) else words
