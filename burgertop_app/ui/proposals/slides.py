"""The big screen cut into slides: what stands on each, in words, for the picture and for the table alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.big_screen import parts
from burgertop_app.domain.card_history import Agreed, Agreement
from burgertop_app.i18n import _, ngettext, number, percent
from burgertop_app.messages.budget_votes import RULES
from burgertop_app.messages.budgets import amount
from burgertop_app.messages.card_agreement import told_together
from burgertop_app.messages.plans import money
from burgertop_app.messages.votes import score_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from burgertop_app.domain.ballot_methods import BallotRule
    from burgertop_app.domain.big_screen import (
        BigScreen,
        ScreenBudget,
        ScreenExample,
        ScreenProject,
        ScreenProposal,
    )

THEMES, PROPOSALS, PAID, SAYINGS = 6, 5, 5, 6
EXAMPLES = 2
WHOLE = 1_000
"""Parts of a bar that is full."""
LONGEST = 110
"""Signs of an example; a longer one is cut at a word."""


@dataclass(frozen=True)
class Tile:
    """One thing on a slide. `votes` are for, against and blank, None where nothing is counted.

    `aside` stands at the end of the line; a `large` one is an outcome, to be read at the back of the room.
    """

    title: str
    figure: str = ""
    lines: tuple[str, ...] = ()
    votes: tuple[int, int, int] | None = None
    aside: str = ""
    large: bool = False


@dataclass(frozen=True)
class Slide:
    """A heading and what stands below it; `wide` tiles go across, one below the other."""

    heading: str
    note: str
    tiles: tuple[Tile, ...]
    wide: bool = False


def slides(screen: BigScreen) -> tuple[Slide, ...]:
    """Every slide in order; one that says what will come while there is nothing."""
    made = (*_themes(screen), *_proposals(screen), *_budget(screen), *_sayings(screen))
    return made or (
        Slide(screen.title, _("Here come the themes, as soon as the first cards are sorted."), ()),
    )


def _themes(screen: BigScreen) -> Iterator[Slide]:
    told = ngettext("{count} card", "{count} cards", screen.cards).format(count=number(screen.cards))
    if screen.unsorted:
        told += " · " + _("{count} still to be sorted").format(count=number(screen.unsorted))
    if not screen.themes and screen.cards:
        yield Slide(_("What the tables wrote"), told, ())
    for some in parts(screen.themes, THEMES):
        shown = [one for theme in some for one in theme.examples[:EXAMPLES]]
        noted = iter(told_together([Agreed(one.agreed) for one in shown])[1])
        tiles = tuple(
            Tile(
                title=theme.title,
                figure=number(theme.cards),
                lines=tuple(_quoted(one, next(noted)) for one in theme.examples[:EXAMPLES]),
            )
            for theme in some
        )
        yield Slide(_("What the tables wrote"), " · ".join(filter(None, (told, _agreed(shown)))), tiles)


def _agreed(examples: Sequence[ScreenExample]) -> str:
    """What holds for all examples on a slide; what does not stands beside each."""
    ways = {one.agreed for one in examples}
    if not ways:
        return ""
    if ways == {Agreement.NOT_YET}:
        return _("the tables have not agreed with these words yet")
    if ways == {Agreement.AGREED}:
        return _("the tables agreed with these words")
    return _("the table agreed, unless it says otherwise")


def _quoted(example: ScreenExample, note: str) -> str:
    behind = f" [{note}]" if note else ""
    return f"“{_short(example.text, LONGEST - len(behind))}”{behind}"


def _proposals(screen: BigScreen) -> Iterator[Slide]:
    counted = any(proposal.counted for proposal in screen.proposals)
    heading = _("How people voted") if counted else _("The proposals")
    total = len(screen.proposals)
    told = ngettext("{count} proposal", "{count} proposals", total).format(count=number(total))
    if counted:
        told += "".join(f" · {said}" for said in _outcomes(screen.proposals))
    for some in parts(screen.proposals, PROPOSALS):
        yield Slide(heading, told, tuple(map(_proposal, some)), wide=True)


def _outcomes(proposals: Sequence[ScreenProposal]) -> Iterator[str]:
    """How many proposals are carried, and how many chosen."""
    placed = [one.carried for one in proposals if one.score is not None]
    sides = [one.carried for one in proposals if one.counted and one.score is None]
    if sides:
        yield _("{count} carried").format(count=number(sides.count(True)))
    if any(one is not None for one in placed):
        chosen = placed.count(True)
        yield ngettext("{count} chosen", "{count} chosen", chosen).format(count=number(chosen))


def _proposal(proposal: ScreenProposal) -> Tile:
    if proposal.score is not None and proposal.rule is not None:
        return _placed(proposal, proposal.rule, proposal.score)
    votes = (proposal.in_favour, proposal.against, proposal.blank)
    said = []
    if proposal.counted:
        outcome = {True: _("carried"), False: _("not carried"), None: ""}[proposal.carried]
        said.append(outcome)
        said.append(_("{count} for").format(count=number(votes[0])))
        said.append(_("{count} against").format(count=number(votes[1])))
        if votes[2]:
            said.append(_("{count} blank").format(count=number(votes[2])))
    said.append(money(proposal.cost))
    return Tile(
        title=_short(proposal.title),
        figure=str(proposal.number),
        lines=(" · ".join(filter(None, said)),),
        votes=votes if proposal.counted else None,
    )


def _placed(proposal: ScreenProposal, rule: BallotRule, score: Fraction) -> Tile:
    """What a proposal got under a method with places; the bar is its part of what the first one got."""
    outcome = {True: _("chosen"), False: _("not chosen"), None: ""}[proposal.carried]
    said = (outcome, score_words(rule, score), money(proposal.cost))
    part = round(WHOLE * score / proposal.best) if proposal.best and score >= 0 else 0
    return Tile(
        title=_short(proposal.title),
        figure=str(proposal.number),
        lines=(" · ".join(filter(None, said)),),
        votes=(part, 0, WHOLE - part) if part else None,
    )


def _budget(screen: BigScreen) -> Iterator[Slide]:
    budget = screen.budget
    if budget is None:
        return
    papers = ngettext("{count} paper", "{count} papers", budget.voters).format(count=number(budget.voters))
    told = f"{papers} · {_(RULES[budget.rule])}"
    yield Slide(_("What the money pays"), told, tuple(_whole(budget)))
    for some in parts(budget.paid, PAID):
        tiles = tuple(_paid(project, budget.unit) for project in some)
        yield Slide(_("These projects are paid"), told, tiles, wide=True)


def _whole(budget: ScreenBudget) -> Iterator[Tile]:
    """What is spent, what is left, and who sees something of their own in it."""
    spent, paid = amount(budget.money - budget.left, budget.unit), number(len(budget.paid))
    goes = ngettext(
        "goes to {paid} of {count} project", "goes to {paid} of {count} projects", budget.projects
    )
    yield Tile(goes.format(paid=paid, count=number(budget.projects)), spent, large=True)
    over = _("of {money} is left over").format(money=amount(budget.money, budget.unit))
    yield Tile(over, amount(budget.left, budget.unit), large=True)
    served = ngettext(
        "of {count} voter gets at least one project of their own choice",
        "of {count} voters get at least one project of their own choice",
        budget.voters,
    ).format(count=number(budget.voters))
    part = percent(budget.served / budget.voters)
    yield Tile(f"{served} ({part})", number(budget.served), large=True)


def _paid(project: ScreenProject, unit: int) -> Tile:
    return Tile(
        title=_short(project.title) or project.code,
        figure=project.code if project.title else "",
        lines=(project.area,) if project.area else (),
        aside=amount(project.cost, unit),
        large=True,
    )


def _sayings(screen: BigScreen) -> Iterator[Slide]:
    total = len(screen.intentions)
    for some in parts(screen.intentions, SAYINGS):
        told = ngettext("{count} answer", "{count} answers", total).format(count=number(total))
        yield Slide(screen.question, told, tuple(Tile(f"“{_short(text)}”") for text in some), wide=True)


def _short(text: str, most: int = LONGEST) -> str:
    said = " ".join(text.split())
    return said if len(said) <= most else said[: most - 1].rsplit(" ", 1)[0] + "…"
