"""The script of each round, to the minute: welcome, questions, cards, sign-off, end."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from burgertop_app.domain.papers.tables import RoundScript, ScriptStep
from burgertop_app.messages import table_script as said
from burgertop_app.services.printing.sittings import ends, later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.events import Round
    from burgertop_app.services.printing.sittings import Sitting

_WELCOME, _WELCOME_AGAIN, _TALK, _CARDS, _SIGN_OFF, _CLOSE = 6, 3, 20, 8, 6, 2


def round_scripts(found: Sequence[Sitting], stubs: int) -> tuple[RoundScript, ...]:
    """The script of every round, in order; `stubs` is how many cards a table sheet has room for."""
    turns = sorted({sitting.turn.no: sitting.turn for sitting in found}.items())
    rounds = [turn for _no, turn in turns]
    return tuple(
        _script(turn, following, stubs, first=turn is rounds[0])
        for turn, following in zip(rounds, (*rounds[1:], None), strict=True)
    )


def _script(turn: Round, following: Round | None, stubs: int, *, first: bool) -> RoundScript:
    questions = turn.questions or ("",)
    talk = _TALK / len(questions)
    steps = [
        (_WELCOME if first else _WELCOME_AGAIN, said.welcome_words(first=first)),
        *(
            (talk, said.question_words(question, turn.topic, first=place == 0))
            for place, question in enumerate(questions)
        ),
        (_CARDS, said.card_words(stubs)),
        (_SIGN_OFF, said.sign_off_words()),
        (_CLOSE, said.close_words(following.starts_at if following else None, last=following is None)),
    ]
    minutes = shared_out(turn.minutes, [weight for weight, _words in steps])
    begins = [0, *accumulate(minutes)]
    return RoundScript(
        round_no=turn.no,
        topic=turn.topic,
        starts=turn.starts_at,
        ends=ends(turn),
        questions=turn.questions,
        steps=tuple(
            ScriptStep(start=later(turn.starts_at, begin), what=what, say=say, minutes=takes)
            for (_weight, (what, say)), begin, takes in zip(steps, begins, minutes, strict=False)
        ),
    )


def shared_out(minutes: int, weights: Sequence[float]) -> tuple[int, ...]:
    """Whole minutes by weight that add up to `minutes`; each gets at least one when there are enough."""
    least = 1 if minutes >= len(weights) else 0
    free, whole = minutes - least * len(weights), sum(weights)
    marks = [round(free * part / whole) for part in accumulate(weights)]
    return tuple(least + mark - before for mark, before in zip(marks, (0, *marks), strict=False))
