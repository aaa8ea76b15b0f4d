"""Typing slips: which letters stand for what, how a line is typed, and the marks read back in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_marks import AGAINST, BLANK, FOR
from burgertop_app.domain.ballot_methods import RANKED, SIDES, BallotRule
from burgertop_app.domain.ballots import VoteState
from burgertop_app.domain.rank_entry import asks_places, order_of
from burgertop_app.i18n import _, language, listed, ngettext, number
from burgertop_app.messages.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from burgertop_app.domain.ballot_methods import BallotMethod
    from burgertop_app.domain.ballots import Vote
    from burgertop_app.domain.voting import BallotOption, ReadSlips, VoteDesk

LONGEST = 44
"""Of a longer name the beginning is read back."""
_SIDES = {"nl": "vtb", "en": "fab"}
_CONSENT = {"nl": "ibo", "en": "aos"}


def letters(rule: BallotRule) -> dict[str, int]:
    """The letters for a vote on each option, in the language now spoken."""
    known = _CONSENT if rule is BallotRule.CONSENT else _SIDES
    return dict(zip(known.get(language(), known["en"]), (FOR, AGAINST, BLANK), strict=True))


def typing_help(method: BallotMethod) -> str:
    """How the marks of one slip are typed."""
    if method.rule in SIDES:
        return _("For each proposal in order: f for, a against, b blank, . left empty. For example: ffab")
    if asks_places(method):
        return _(
            "Go down the slip and type beside each proposal the place that the voter wrote behind it. "
            "Nothing behind it? Press Enter."
        )
    return {
        BallotRule.CONSENT: _(
            "For each proposal in order: a agrees, s stands aside, o objects, . left empty. For example: aaos"
        ),
        BallotRule.DOTS: _(
            "The number of the proposal, x and the dots. For example: 3x2 5 means two and one"
        ),
        BallotRule.SCORE: _("A mark for each proposal in order, . for none. For example: 7 8 . 3"),
        BallotRule.TEMPERATURE: _("1 to 5 for each proposal in order, . for none. For example: 5 4 . 1"),
    }.get(method.rule, _("The numbers of the proposals that are ticked. For example: 1 4 7"))


def marks_words(rule: BallotRule, marks: Mapping[int, int], options: Sequence[BallotOption]) -> str:
    """The marks read back, option by option, to look at before Enter."""
    return ", ".join(
        _("{number} {mark}").format(number=options[at].number, mark=mark_word(rule, mark))
        for at, mark in sorted(marks.items())
    )


def order_words(marks: Mapping[int, int], options: Sequence[BallotOption]) -> str:
    """The order of a slip, the best first, to look at before it is kept; "" when nothing is marked."""
    said = [
        _("{place}: {options}").format(
            place=_("place {number}").format(number=place), options=_equals([options[at] for at in own])
        )
        for place, own in order_of(marks)
    ]
    rest = [one for at, one in enumerate(options) if at not in marks]
    if said and rest:
        said.append(_("without a place: {options}").format(options=_shown(rest)))
    return "; ".join(said)


def _equals(options: Sequence[BallotOption]) -> str:
    told = listed([_short(one) for one in options])
    return told if len(options) == 1 else _("{options} (equal)").format(options=told)


def _shown(options: Sequence[BallotOption]) -> str:
    return ", ".join(str(one.number) for one in options)


def _short(option: BallotOption) -> str:
    whole = f"{option.number}. {option.label}"
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1].rstrip()}…"


def mark_word(rule: BallotRule, mark: int) -> str:
    """One mark in a word."""
    if rule in SIDES:
        return {FOR: _("for"), AGAINST: _("against"), BLANK: _("blank")}[mark]
    if rule is BallotRule.CONSENT:
        return {FOR: _("agrees"), AGAINST: _("objects"), BLANK: _("stands aside")}[mark]
    if rule in RANKED:
        return _("at place {place}").format(place=mark)
    return f"×{mark}" if rule is BallotRule.DOTS else str(mark)


def sheet_problems(read: ReadSlips, most: int = 12) -> tuple[str, ...]:
    """A line for each row that cannot be used, the first `most` of them."""
    lines = [
        _("Row {row}: {problem}").format(row=one.row, problem=sentence(one.error))
        for one in read.problems[:most]
    ]
    rest = len(read.problems) - len(lines)
    if rest > 0:
        said = ngettext("and {count} row more", "and {count} rows more", rest)
        lines.append(said.format(count=number(rest)))
    return tuple(lines)


def vote_words(rule: BallotRule, vote: Vote | None, options: Sequence[BallotOption]) -> str:
    """An entry in words: its marks, or that it is blank, invalid or not there."""
    if vote is None:
        return _("not entered")
    said = {
        VoteState.BLANK: _("blank"),
        VoteState.INVALID: _("invalid: {reason}").format(reason=vote.reason),
        VoteState.ABSENT: _("no such paper"),
    }.get(vote.state)
    if said is not None:
        return said
    marks = {
        at: int(vote.choices[str(one.id)]) for at, one in enumerate(options) if str(one.id) in vote.choices
    }
    boxes = "; ".join(f"{name}: {box}" for name, box in vote.cells.items())
    return " · ".join(filter(None, (marks_words(rule, marks, options), boxes)))


def waiting_words(desk: VoteDesk) -> str:
    """Which slips have to be looked at: those that differ, and those that only one person typed."""
    unlike, once = len(desk.unlike), len(desk.differences) - len(desk.unlike)
    told = []
    if unlike:
        said = ngettext("{count} slip differs.", "{count} slips differ.", unlike)
        told.append(said.format(count=number(unlike)))
    if once:
        said = ngettext(
            "{count} slip was typed once. Let another person type it in the other round.",
            "{count} slips were typed once. Let another person type them in the other round.",
            once,
        )
        told.append(said.format(count=number(once)))
    if told:
        return " ".join(told)
    return _("Both rounds agree on every slip.") if desk.votes else _("No slip was entered yet.")
