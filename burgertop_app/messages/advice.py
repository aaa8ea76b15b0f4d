"""The parts of an advice and how far they are, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.advice import SectionKind
from burgertop_app.i18n import _, mark

if TYPE_CHECKING:
    from burgertop_app.domain.advice_checks import AdviceCheck

HEADINGS: dict[SectionKind, str] = {
    SectionKind.SUMMARY: mark("Summary"),
    SectionKind.ASSIGNMENT: mark("Assignment and room"),
    SectionKind.METHOD: mark("How we worked"),
    SectionKind.PARTICIPANTS: mark("Who took part"),
    SectionKind.OURSELVES: mark("What we do ourselves"),
    SectionKind.COUNCIL: mark("What we ask of the council"),
    SectionKind.FOLLOW_UP: mark("The answer and what follows"),
}
"""What stands above each part, in the document too."""

HELP: dict[SectionKind, str] = {
    SectionKind.SUMMARY: mark("Say in half a page what you advise and why. Many people read only this."),
    SectionKind.ASSIGNMENT: mark(
        "What did the college ask? What was fixed and what was open comes below it by itself, from the plan."
    ),
    SectionKind.METHOD: mark(
        "How did you work? The numbers and the method of the draw come with it by themselves."
    ),
    SectionKind.PARTICIPANTS: mark(
        "Who was there and who was missing? The comparison with all residents comes below it by itself."
    ),
    SectionKind.OURSELVES: mark("What do residents do themselves? That makes an advice stronger."),
    SectionKind.COUNCIL: mark("What do you ask of the council? For example to discuss the advice in public."),
    SectionKind.FOLLOW_UP: mark(
        "How do you follow the answer? The term that was agreed stands above it by itself."
    ),
}
"""What belongs in each part."""

_THERE: dict[str, str] = {
    "summary": mark("The summary is there"),
    "assignment": mark("The assignment is there"),
    "mandate": mark("What was fixed and open is there"),
    "method": mark("How you worked is there"),
    "participants": mark("Who took part is there"),
    "recommendations": mark("There are recommendations"),
    "reason": mark("Every recommendation has a reason"),
    "cards": mark("Every recommendation rests on cards"),
    "support": mark("Every recommendation says how people voted"),
    "sentence_long": mark("Every recommendation is a short sentence"),
    "ourselves": mark("What you do yourselves is there"),
    "council": mark("What you ask of the council is there"),
    "follow_up": mark("How you follow the answer is there"),
    "costs": mark("Every recommendation says what it costs"),
    "roles": mark("Every recommendation says who does what"),
    "term": mark("The term for the answer is agreed"),
    "access": mark("Everyone can read or hear the texts"),
    "members": mark("The members agreed to this text"),
}
_MISSING: dict[str, str] = {
    "summary": mark("The summary is missing"),
    "assignment": mark("The assignment is missing"),
    "mandate": mark("The plan does not say yet what was fixed and open"),
    "method": mark("How you worked is missing"),
    "participants": mark("Who took part is missing"),
    "recommendations": mark("There is no recommendation yet"),
    "reason": mark("Recommendation {number} has no reason yet"),
    "cards": mark("Recommendation {number} does not rest on cards yet"),
    "support": mark("Nobody voted on recommendation {number}"),
    "sentence_long": mark("The sentence of recommendation {number} is long"),
    "ourselves": mark("What you do yourselves is missing"),
    "council": mark("What you ask of the council is missing"),
    "follow_up": mark("How you follow the answer is missing"),
    "costs": mark("Recommendation {number} does not say what it costs"),
    "roles": mark("Recommendation {number} does not say who does what"),
    "term": mark("The term for the answer is not recorded yet; the usual one stands in the text"),
    "members": mark("The members were not asked yet whether they agree to this text"),
    "members_again": mark("The text changed after the members agreed; ask them again"),
    "heading_high": mark("{where}: the heading “{detail}” stands too high; make it one level lower"),
    "heading_skipped": mark("{where}: the heading “{detail}” skips a level"),
    "table_head": mark("{where}: a table has no words above each column"),
    "picture_alt": mark("{where}: picture {detail} does not say yet what it shows"),
    "picture_file_name": mark("{where}: picture {detail} has a file name instead of what it shows"),
    "picture_gone": mark("{where}: there is no picture {detail}"),
    "picture_written": mark("{where}: “{detail}” is no picture of this advice; put it in with the button"),
    "picture_unused": mark("Picture {detail} does not stand in any text"),
    "link_bare": mark("{where}: the link “{detail}” does not say where it leads"),
    "text_long": mark("{where}: a long sentence: “{detail}”"),
    "note_missing": mark("{where}: footnote {detail} has no text"),
    "note_unused": mark("{where}: nothing refers to footnote {detail}"),
    "glyphs": mark("{where}: these characters cannot be printed: {detail}"),
}

FIELDS: dict[str, str] = {
    "reason": mark("Why"),
    "costs": mark("What it costs"),
    "roles": mark("Who does what"),
    "minority": mark("Who thought differently"),
    "ourselves": mark("What residents do themselves"),
    "note": mark("Remark"),
}
"""What stands above each text of a recommendation."""


def heading(kind: SectionKind) -> str:
    """The heading of a part."""
    return _(HEADINGS[kind])


def help_line(kind: SectionKind) -> str:
    """What belongs in a part."""
    return _(HELP[kind])


def check_words(check: AdviceCheck) -> str:
    """What was found, in a few words."""
    said = _THERE if check.done else _MISSING
    return _(said[check.code]).format(number=check.number, detail=check.detail, where=where_words(check))


def where_words(check: AdviceCheck) -> str:
    """Where a check is about: a part, or a recommendation."""
    if check.number:
        return _("Recommendation {number}").format(number=check.number)
    return heading(SectionKind(check.place)) if check.place in set(SectionKind) else ""


def field_words(name: str) -> str:
    """What stands above a text of a recommendation."""
    return _(FIELDS[name])
