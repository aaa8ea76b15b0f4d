"""The methods of a vote in words: what each is, when to use it, and the rule as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.ballot_methods import (
    COLDEST,
    LEAST_IN_GROUP,
    ORDERING,
    RANKED,
    SIDES,
    WARMEST,
    BallotRule,
)
from burgertop_app.i18n import _, mark, ngettext, number

if TYPE_CHECKING:
    from burgertop_app.domain.ballot_methods import BallotMethod

NAMES = {
    BallotRule.MAJORITY: mark("Majority"),
    BallotRule.TWO_THIRDS: mark("Two thirds"),
    BallotRule.THRESHOLD: mark("A threshold of your own"),
    BallotRule.CONSENT: mark("Consent (no objections)"),
    BallotRule.DOTS: mark("Dots"),
    BallotRule.APPROVAL: mark("Approval"),
    BallotRule.SCORE: mark("Scores"),
    BallotRule.BORDA: mark("Ranking with points (Borda)"),
    BallotRule.SCHULZE: mark("Ranking in pairs (Schulze)"),
    BallotRule.TOP: mark("Top 3"),
    BallotRule.TEMPERATURE: mark("Temperature check"),
}
WHAT = {
    BallotRule.MAJORITY: mark("Everyone votes for or against each proposal; more for than against carries."),
    BallotRule.TWO_THIRDS: mark("Everyone votes for or against; at least two thirds must be for."),
    BallotRule.THRESHOLD: mark("Everyone votes for or against; you say which part must be for, such as 3/4."),
    BallotRule.CONSENT: mark("A proposal passes when no objection with a reason stands."),
    BallotRule.DOTS: mark("Everyone divides a few dots over the proposals."),
    BallotRule.APPROVAL: mark("Everyone ticks all proposals that they can agree with."),
    BallotRule.SCORE: mark("Everyone gives each proposal a mark; the highest mean wins."),
    BallotRule.BORDA: mark("Everyone puts the proposals in order; each place gives points."),
    BallotRule.SCHULZE: mark(
        "Everyone puts the proposals in order; who wins from all others two by two wins."
    ),
    BallotRule.TOP: mark("Everyone names the three that matter most."),
    BallotRule.TEMPERATURE: mark("Everyone says how warm they are about it; nothing is decided."),
}
WHEN = {
    BallotRule.MAJORITY: mark("Use it when each proposal needs a plain yes or no."),
    BallotRule.TWO_THIRDS: mark("Use it when an advice must be carried by many more than half."),
    BallotRule.THRESHOLD: mark("Use it when you agreed on another share beforehand."),
    BallotRule.CONSENT: mark("Use it in a group that will carry out the plan together."),
    BallotRule.DOTS: mark("Use it to see quickly where the energy is, with many proposals."),
    BallotRule.APPROVAL: mark("Use it to find what most people can live with; it is easy to explain."),
    BallotRule.SCORE: mark("Use it when it matters how much people want something."),
    BallotRule.BORDA: mark("Use it with few proposals, to find one that is acceptable to all."),
    BallotRule.SCHULZE: mark("Use it when one must be chosen and proposals look alike."),
    BallotRule.TOP: mark("Use it to choose what is taken up first."),
    BallotRule.TEMPERATURE: mark("Use it halfway, to see where more talk is needed."),
}


def method_name(rule: BallotRule) -> str:
    """The method in one or two words."""
    return _(NAMES[rule])


def method_help(rule: BallotRule) -> str:
    """What the method is and when to use it, in two sentences."""
    return f"{_(WHAT[rule])} {_(WHEN[rule])}"


def how_to_vote(method: BallotMethod) -> str:
    """What a voter does on the slip."""
    dots = ngettext(
        "You have {dots} dot. Write behind each proposal how many dots you give it, at most {each}.",
        "You have {dots} dots. Write behind each proposal how many dots you give it, at most {each}.",
        method.dots,
    )
    ranks = _(
        "Write 1 behind the proposal you find best, 2 behind the next, and so on. Equal numbers "
        "are allowed. What you leave empty comes below all others."
    )
    warmth = _("Tick for each proposal how you feel about it, from {coldest} (cold) to {warmest} (warm).")
    said = {
        BallotRule.CONSENT: _(
            "Tick one box for each proposal. Do you object? Then write your reason; an objection "
            "without a reason does not count."
        ),
        BallotRule.DOTS: dots,
        BallotRule.APPROVAL: _("Tick the proposals that you agree with, at most {most}.")
        if method.most
        else _("Tick every proposal that you agree with. As many as you like."),
        BallotRule.SCORE: _(
            "Give each proposal a mark from {low} (bad) to {high} (good). An empty box counts as {low}."
        ),
        BallotRule.BORDA: ranks,
        BallotRule.SCHULZE: ranks,
        BallotRule.TOP: _top_how(method),
        BallotRule.TEMPERATURE: warmth,
    }.get(method.rule, _("Tick one box for each proposal. Do not write your name."))
    return said.format(
        dots=number(method.dots),
        each=number(method.each),
        most=number(method.most),
        low=number(method.low),
        high=number(method.high),
        top=number(method.top),
        coldest=COLDEST,
        warmest=WARMEST,
    )


def counted_how(method: BallotMethod) -> str:
    """How the slips are counted, in one or two sentences."""
    share = {"needed": number(method.share.numerator), "of": number(method.share.denominator)}
    return {
        BallotRule.MAJORITY: _("A proposal is carried when more people vote for it than against it."),
        BallotRule.TWO_THIRDS: _("A proposal is carried when at least two thirds of the votes are for it."),
        BallotRule.THRESHOLD: _(
            "A proposal is carried when at least {needed} of every {of} votes are for it."
        ).format(**share),
        BallotRule.CONSENT: _(
            "A proposal is carried when somebody agrees and no objection with a reason stands. Every "
            "objection is read out and talked about; the group says whether it has been met."
        ),
        BallotRule.DOTS: _("All dots are added up. The proposal with the most dots comes first."),
        BallotRule.APPROVAL: _("The proposal that the most people ticked comes first."),
        BallotRule.SCORE: _("The proposal with the highest mean comes first."),
        BallotRule.BORDA: _(
            "On each slip a proposal gets a point for every proposal below it, and half a point for every "
            "equal one. The proposal with the most points comes first."
        ),
        BallotRule.SCHULZE: _(
            "All proposals are compared two by two: which one stands higher on more slips? Who wins from "
            "every other comes first. Do they go round in a circle, then the strongest chain of wins "
            "decides (the method of Schulze)."
        ),
        BallotRule.TOP: _top_counted(method),
        BallotRule.TEMPERATURE: _("Nothing is decided. The result shows how the answers are spread."),
    }[method.rule]


def rule_lines(method: BallotMethod) -> tuple[str, ...]:
    """The whole rule, sentence by sentence, as it is printed and cannot change."""
    lines = [counted_how(method)]
    if method.rule in SIDES:
        lines.append(_("Blank votes do not weigh."))
    if method.rule in ORDERING:
        said = ngettext(
            "{count} proposal is chosen. A proposal that nobody marked is never chosen.",
            "{count} proposals are chosen. A proposal that nobody marked is never chosen.",
            method.seats,
        )
        lines += [said.format(count=number(method.seats)), _lots(method)]
    lines.append(_quorum(method))
    if method.electorate:
        said = ngettext("{count} person may vote.", "{count} people may vote.", method.electorate)
        lines.append(said.format(count=number(method.electorate)))
    if method.paper:
        lines.append(
            _(
                "Every slip has a number that belongs to the paper and to nobody. Two people enter all slips "
                "apart from each other; where they differ, the paper is looked at."
            )
        )
    if method.secret:
        lines.append(_("The vote is secret."))
    lines += _group_lines(method)
    return tuple(lines)


def rule_short(method: BallotMethod) -> str:
    """The rule in one sentence, for on a slip."""
    return counted_how(method)


def support_means(rule: BallotRule) -> str:
    """What the support of a group is a part of, in a sentence."""
    if rule in SIDES:
        return _("Support is the part of the votes for or against that is for.")
    if rule in RANKED:
        return _("Support is the part of all other proposals that stand below it, on average over the slips.")
    return {
        BallotRule.CONSENT: _("Support is the part of the slips without an objection."),
        BallotRule.DOTS: _("Support is the part of the slips with at least one dot for it."),
        BallotRule.APPROVAL: _("Support is the part of the slips on which it is ticked."),
        BallotRule.SCORE: _("Support is the mean mark as a part of the highest mark."),
        BallotRule.TOP: _("Support is the part of the slips that name it."),
        BallotRule.TEMPERATURE: _("Support is the mean temperature, from 0 % (cold) to 100 % (warm)."),
    }[rule]


def _lots(method: BallotMethod) -> str:
    return _(
        "Do equals stand at the edge, then the published number “{seed}” decides: everyone can check it. "
        "(The SHA-256 of the number, a line end and the title of the proposal; the smallest goes first.)"
    ).format(seed=method.seed.strip())


def _quorum(method: BallotMethod) -> str:
    if not method.quorum:
        return _("The result stands whatever the number of slips.")
    said = ngettext(
        "The result only stands when at least {count} slip is handed in; blank and invalid ones count too.",
        "The result only stands when at least {count} slips are handed in; blank and invalid ones count too.",
        method.quorum,
    )
    return said.format(count=number(method.quorum))


def _group_lines(method: BallotMethod) -> list[str]:
    if not method.groups:
        return []
    asked = ", ".join(one.name for one in method.groups)
    return [
        _(
            "On the slip you may tick a box about yourself ({questions}); you may also leave it empty. "
            "The result shows the support of a group only from {least} slips, and never so that somebody’s "
            "vote can be worked out."
        ).format(questions=asked, least=number(LEAST_IN_GROUP))
    ]


def _top_how(method: BallotMethod) -> str:
    if method.ordered:
        return _("Choose at most {top} proposals. Write 1 behind the most important, then 2, and so on.")
    return _("Tick at most {top} proposals.")


def _top_counted(method: BallotMethod) -> str:
    if not method.ordered:
        return _("The proposal that the most people named comes first.")
    return _(
        "A first place gives {top} points, the next one less, and so on. The proposal with the most points "
        "comes first."
    ).format(top=number(method.top))
