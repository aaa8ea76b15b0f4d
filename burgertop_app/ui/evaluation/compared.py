"""Two occasions of one instrument beside each other, as bars and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.evaluations import sayings, tally
from burgertop_app.domain.form_parts import QuestionKind
from burgertop_app.i18n import _, day, number, percent
from burgertop_app.ui.kit.bars import BarGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from burgertop_app.domain.evaluations import Occasion
    from burgertop_app.domain.form_parts import Instrument, Question

MOST_WORDS = 12


@dataclass(frozen=True)
class Block:
    """Bars under one heading; `rows` are the same figures in words, per bar group.

    Attributes:
        heading: a mirror, a question, or "" for a list of questions.
        longest: the length of a full bar.
        sayings: words that were given, latest occasion.
        steps: steps that were agreed on, latest occasion.
    """

    heading: str
    groups: tuple[BarGroup, ...]
    rows: tuple[tuple[str, ...], ...]
    longest: float
    sayings: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def occasion_words(occasion: Occasion) -> str:
    """The day and the title of an occasion."""
    on = day(occasion.on) if occasion.on else _("No day")
    return " · ".join(filter(None, (on, occasion.title)))


def blocks(form: Instrument, language: str, now: Occasion, before: Occasion | None) -> tuple[Block, ...]:
    """Everything there is to see of `now`, beside `before` when there is one."""
    both = (now,) if before is None else (now, before)
    found = [_marks(mirror.name.say(language), mirror.questions, language, both) for mirror in form.mirrors]
    scales = [question for question in form.questions if question.kind is QuestionKind.SCALE]
    if scales:
        found.append(_marks("", scales, language, both))
    for question in form.questions:
        if question.kind is QuestionKind.CHOICE:
            found.append(_choices(question, language, both))
        elif question.kind is QuestionKind.TEXT:
            found.append(_words(question, language, both))
    return tuple(block for block in found if block.groups or block.sayings)


def _marks(heading: str, asked: Iterable[Question], language: str, both: tuple[Occasion, ...]) -> Block:
    questions = tuple(asked)
    groups, rows = [], []
    for question in questions:
        means = tuple(each.average([question.code]) for each in both)
        said = tuple("" if mean is None else number(mean, 1) for mean in means)
        name = question.text.say(language)
        groups.append(BarGroup(name, means, _from_to(said)))
        rows.append((name, *said))
    now = both[0]
    return Block(
        heading,
        tuple(groups),
        tuple(rows),
        max(question.high for question in questions),
        tuple(text for question in questions for text in now.texts(question.code)),
        tuple(step for question in questions for step in now.steps(question.code)),
    )


def _choices(question: Question, language: str, both: tuple[Occasion, ...]) -> Block:
    groups, rows = [], []
    totals = [len(each.texts(question.code)) for each in both]
    for choice in question.choices:
        counts = [each.texts(question.code).count(choice.code) for each in both]
        shares = tuple(count / total if total else None for count, total in zip(counts, totals, strict=True))
        said = tuple("" if share is None else percent(share) for share in shares)
        name = choice.name.say(language)
        groups.append(BarGroup(name, shares, _from_to(said)))
        rows.append((name, *said))
    steps = both[0].steps(question.code)
    return Block(question.text.say(language), tuple(groups), tuple(rows), 1.0, steps=steps)


def _words(question: Question, language: str, both: tuple[Occasion, ...]) -> Block:
    counted = [
        {word.casefold(): (word, count) for word, count in tally(each.texts(question.code))} for each in both
    ]
    spelled = {key: word for known in reversed(counted) for key, (word, _count) in known.items()}
    order = sorted(spelled, key=lambda key: [-known.get(key, ("", 0))[1] for known in counted])
    groups, rows = [], []
    for key in order[:MOST_WORDS]:
        counts = tuple(known.get(key, ("", 0))[1] for known in counted)
        said = tuple(number(count) for count in counts)
        groups.append(BarGroup(spelled[key], tuple(map(float, counts)), _from_to(said)))
        rows.append((spelled[key], *said))
    longest = max((float(count) for known in counted for _word, count in known.values()), default=1.0)
    now = both[0]
    return Block(
        question.text.say(language),
        tuple(groups),
        tuple(rows),
        longest,
        sayings(now.texts(question.code)),
        now.steps(question.code),
    )


def _from_to(said: tuple[str, ...]) -> str:
    """What it was and what it is now."""
    if len(said) == 1 or not said[1]:
        return said[0]
    return _("{before} → {now}").format(before=said[1], now=said[0] or "–")
