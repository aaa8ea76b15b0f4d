"""What was done with a card, step by step, for its panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from burgertop_app.domain.outcome_views import CardStory, TieLine

Step = tuple[str, str, "datetime", str]
"""Icon, what happened, when, and by whom and why."""


def steps(story: CardStory) -> list[Step]:
    """Everything that was done with a card, in no order."""
    return [*_words(story), *_ties(story), *_others(story), *_agreement(story)]


def _words(story: CardStory) -> Iterator[Step]:
    first, *later = story.wordings
    yield "sticky-note", _("Written: “{text}”").format(text=first.text), first.at, first.by
    for said in later:
        why = _("typing errors put right") if said.typing_error else said.reason
        yield "pencil", _("Now: “{text}”").format(text=said.text), said.at, _by(said.by, why)


def _ties(story: CardStory) -> Iterator[Step]:
    for tie in story.themes:
        yield "move", _("To theme {title}").format(title=tie.name), tie.since, ""
        if tie.until is not None:
            yield "move", _("Out of theme {title}").format(title=tie.name), tie.until, tie.reason
    for tie in story.proposals:
        yield "vote", _("Under proposal {number}").format(number=tie.name), tie.since, ""
        if tie.until is not None:
            yield "unlink", _("Off proposal {number}").format(number=tie.name), tie.until, tie.reason


def _others(story: CardStory) -> Iterator[Step]:
    for tie in story.earlier:
        yield "git-merge", _("Came from card {label}").format(label=tie.name), tie.since, _why(tie)
    for tie in story.later:
        yield "split", _("Went on in card {label}").format(label=tie.name), tie.since, _why(tie)


def _agreement(story: CardStory) -> Iterator[Step]:
    for mark in story.sign_offs:
        yield "check-check", _("The table agreed"), mark.since, mark.by
        if mark.until is not None:
            yield "undo-2", _("Agreement taken back"), mark.until, _by(mark.ended_by, mark.reason)


def _why(tie: TieLine) -> str:
    return _by(tie.by, tie.reason)


def _by(who: str, why: str) -> str:
    return " · ".join(filter(None, (who, why)))
