"""Opinion groups in words: what was found, what it can and cannot say, and what is wrong with a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.opinion_intake import IntakeTrouble
from burgertop_app.domain.opinion_map import (
    CLEAR,
    FAIR,
    LEAST_IN_GROUP,
    LEAST_PEOPLE,
    LEAST_STATEMENTS,
    LEAST_VOTES_EACH,
    NoGroups,
    group_name,
)
from burgertop_app.i18n import _, mark, ngettext, number, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from burgertop_app.domain.opinion_intake import IntakeProblem, OpinionReading
    from burgertop_app.domain.opinion_map import OpinionMap, Said, Typical
    from burgertop_app.domain.opinion_views import TakenIn

WHY = {
    NoGroups.FEW_PEOPLE: mark(
        "There are too few people with enough votes to draw: {least} are needed, so that nobody can be "
        "recognised."
    ),
    NoGroups.FEW_STATEMENTS: mark("There are too few statements with votes to draw: {least} are needed."),
    NoGroups.ALIKE: mark("Everybody says the same, so there is nothing to divide."),
    NoGroups.SMALL: mark(
        "Groups could only be made with fewer than {least} people in one, and we do not show those."
    ),
    NoGroups.CHANCE: mark(
        "There are no groups: people do not vote alike more than when the votes are shuffled."
    ),
}
TROUBLES = {
    IntakeTrouble.NUMBER: mark("“{value}” is no number of a statement."),
    IntakeTrouble.TWICE: mark("This number of a statement was there already; the first one counts: {value}"),
    IntakeTrouble.EMPTY: mark("Statement {value} has no words."),
    IntakeTrouble.LONG: mark("The statement is too long: {value}"),
    IntakeTrouble.OTHER: mark("Under this number another statement is known; that one stays: {value}"),
    IntakeTrouble.VOTER: mark("“{value}” is no number of a voter. Names are never taken in."),
    IntakeTrouble.STATEMENT: mark("There is no statement with number {value}."),
    IntakeTrouble.VALUE: mark("“{value}” is no vote. A vote is 1 (agrees), -1 (disagrees) or 0 (passes)."),
}
LIMITS = (
    mark("Who stands close together voted alike. The axes have no name: left is not better than right."),
    mark(
        "The picture shows two directions only. People who differ in a third way may stand together, so look "
        "at the statements before you draw a conclusion."
    ),
    mark("Everyone is a dot without a name. A group of fewer than {least} people is never shown."),
    mark(
        "These are the people who took part, not all residents. What the groups say is no vote and no "
        "majority of the town."
    ),
)


def why_words(why: NoGroups) -> str:
    """Why there are no groups."""
    least = {
        NoGroups.FEW_PEOPLE: LEAST_PEOPLE,
        NoGroups.FEW_STATEMENTS: LEAST_STATEMENTS,
        NoGroups.SMALL: LEAST_IN_GROUP,
    }
    return _(WHY[why]).format(least=number(least.get(why, 0)))


def result_sentences(found: OpinionMap) -> list[str]:
    """What was found, sentence by sentence."""
    return [*people_sentences(found), *([why_words(found.why)] if found.why else _group_sentences(found))]


def people_sentences(found: OpinionMap) -> list[str]:
    """How many people voted, and how many of them count."""
    told = ngettext("{count} person voted.", "{count} people voted.", found.voters)
    sentences = [told.format(count=number(found.voters))]
    if found.left_out:
        left = ngettext(
            "{count} of them gave fewer than {least} votes and has no dot.",
            "{count} of them gave fewer than {least} votes and have no dot.",
            found.left_out,
        )
        least = min(LEAST_VOTES_EACH, len(found.statements) or LEAST_VOTES_EACH)
        sentences.append(left.format(count=number(found.left_out), least=number(least)))
    return sentences


def _group_sentences(found: OpinionMap) -> list[str]:
    sizes = ", ".join(
        _("{group} ({people})").format(group=group_name(place), people=number(size))
        for place, size in enumerate(found.sizes)
    )
    sentences = [
        _("There are {count} groups of people who vote alike: {sizes}.").format(
            count=number(len(found.sizes)), sizes=sizes
        ),
        sharpness_words(found.sharpness or 0.0),
        _(
            "The picture shows {shown} of all differences; with shuffled votes that is {chance} at most."
        ).format(shown=percent(found.shown), chance=percent(found.by_chance or 0.0)),
    ]
    if found.smaller:
        sentences.append(
            _("A sharper division has a group of fewer than {least} people; we do not show that one.").format(
                least=number(LEAST_IN_GROUP)
            )
        )
    return sentences


def sharpness_words(sharpness: float) -> str:
    """How clear the groups are."""
    if sharpness > CLEAR:
        return _("The groups are clearly apart.")
    if sharpness > FAIR:
        return _("The groups are fairly well apart, but not everybody fits.")
    return _("The groups run into one another: take the division as a rough one.")


def limit_sentences() -> list[str]:
    """What the picture can and cannot say."""
    return [_(limit).format(least=number(LEAST_IN_GROUP)) for limit in LIMITS]


def said_words(said: Said) -> str:
    """How many agree, disagree and pass, in parts of who voted on the statement, and how many these are."""
    if not said.seen:
        return _("nobody voted")
    return _("{agree} agree, {disagree} disagree, {passed} pass (of {count})").format(
        agree=percent(said.agree / said.seen),
        disagree=percent(said.disagree / said.seen),
        passed=percent(said.passed / said.seen),
        count=number(said.seen),
    )


def agree_words(said: Said) -> str:
    """The part that agrees of who voted on the statement, and how many these are."""
    if not said.seen:
        return "–"
    return _("{share} of {count}").format(share=percent(said.agree / said.seen), count=number(said.seen))


def typical_words(told: Sequence[Typical], text: Callable[[int], str]) -> list[str]:
    """What sets a group apart, a line for each statement; `text` gives the words of a statement."""
    if not told:
        return [_("No statement sets this group apart.")]
    return [_typical_line(one, text(one.number)) for one in told]


def _typical_line(one: Typical, text: str) -> str:
    said = _("agrees") if one.agrees else _("disagrees")
    return _("{number}. {text}: {said} ({share}, {times} times as likely as the others)").format(
        number=one.number,
        text=text.rstrip("."),
        said=said,
        share=percent(one.share),
        times=number(one.times, 1),
    )


def problem_words(problem: IntakeProblem) -> str:
    """What is wrong with a row of a file."""
    return _(TROUBLES[problem.trouble]).format(value=problem.value)


def reading_words(reading: OpinionReading) -> str:
    """What files hold, before it is taken in."""
    statements = ngettext("{count} statement", "{count} statements", len(reading.statements))
    votes = ngettext("{count} vote", "{count} votes", len(reading.votes))
    voters = ngettext("{count} voter", "{count} voters", reading.voters)
    told = _("In the files: {statements}, {votes} by {voters}.").format(
        statements=statements.format(count=number(len(reading.statements))),
        votes=votes.format(count=number(len(reading.votes))),
        voters=voters.format(count=number(reading.voters)),
    )
    if reading.again:
        again = ngettext(
            "{count} time somebody voted on a statement again: the last vote counts.",
            "{count} times somebody voted on a statement again: the last vote counts.",
            reading.again,
        )
        told = f"{told} {again.format(count=number(reading.again))}"
    return told


def taken_words(taken: TakenIn) -> str:
    """What taking in files did."""
    told = _("Taken in: {statements} statements and {votes} votes.").format(
        statements=number(taken.statements), votes=number(taken.votes)
    )
    if taken.known:
        told += " " + ngettext(
            "{count} vote stood already.", "{count} votes stood already.", taken.known
        ).format(count=number(taken.known))
    if taken.refused:
        told += " " + ngettext(
            "{count} row was left out.", "{count} rows were left out.", taken.refused
        ).format(count=number(taken.refused))
    return told
