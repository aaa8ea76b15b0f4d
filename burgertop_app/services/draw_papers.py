"""The paper of a draw from files: what the protocol says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from burgertop_app.domain.canonical import decimals
from burgertop_app.domain.draws import PANELS
from burgertop_app.domain.dutch_time import DUTCH
from burgertop_app.domain.keep_out import reason_class
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.domain.papers import draw as paper
from burgertop_app.domain.papers.common import Masthead
from burgertop_app.domain.preflight import supplies
from burgertop_app.exchange.draw_sums import checker_sha256
from burgertop_app.i18n import _, language
from burgertop_app.messages.keep_out import keep_out_words
from burgertop_app.messages.replacing import drop_out_words, reserve_rule_words, step_sentence
from burgertop_app.services.draw_public_paper import rule_sentences

if TYPE_CHECKING:
    from burgertop_app.domain.draws import Lottery, Pool
    from burgertop_app.services.draw_folders import FolderDraw


def protocol_paper(draw: FolderDraw, seal: str = "") -> paper.DrawProtocolPaper:
    """The full protocol of `draw`, in the language now spoken; `seal` is the hash of its commitment."""
    lottery = draw.lottery
    return paper.DrawProtocolPaper(
        masthead=Masthead(
            organisation=draw.organisation or _("Draw from files"),
            process=draw.title,
            made_at=(draw.drawn_at or draw.made_at).astimezone(DUTCH),
            language=language(),
        ),
        draw_id=draw.told.draw_id,
        attempt=lottery.attempt,
        seats=lottery.rules.seats,
        people=len(draw.sheet.pool) - len(lottery.rules.barred),
        method=lottery.rules.method,
        quotas=quota_lines(lottery, draw.sheet.pool, draw.drawn.number if draw.drawn else None),
        chances=tuple(
            times / PANELS for number, times in lottery.counts.items() if number not in lottery.rules.barred
        ),
        quota_source=draw.quota_source,
        registration=draw.registration,
        lottery_sha256=lottery_sha256(lottery),
        commitment_sha256=seal,
        checker_sha256=checker_sha256(),
        pool_sha256=lottery.pool_sha256,
        quotas_sha256=lottery.quotas_sha256,
        min_probability=decimals(lottery.certificate.min_probability),
        upper_bound=decimals(lottery.certificate.upper_bound),
        engine=lottery.engine,
        panels=PANELS,
        largest_deviation=lottery.largest_deviation,
        rules=rule_sentences(households=bool(lottery.rules.household_columns)),
        kept_in=len(lottery.rules.keep_in),
        kept_out=kept_out_counts(lottery),
        without_chance=without_chance_counts(lottery),
        earlier_attempts=lottery.earlier_attempts,
        commitment=None if draw.rehearsal else _commitment(draw),
        drawn=_drawn(draw),
        withdrawn=draw.withdrawn,
    )


def quota_lines(lottery: Lottery, pool: Pool, number: int | None) -> tuple[paper.ProtocolQuota, ...]:
    """Each quota with its supply and, once a number is drawn, what the panel has."""
    chosen = () if number is None else lottery.panels[number]
    found = Counter(pair for each in chosen for pair in pool.declared(pool.by_number[each]).items())
    return tuple(
        paper.ProtocolQuota(
            feature=supply.quota.feature,
            value=supply.quota.value,
            low=supply.quota.low,
            high=supply.quota.high,
            supply=supply.people,
            panel=None if number is None else found[supply.quota.feature, supply.quota.value],
        )
        for supply in supplies(pool, lottery.quotas, lottery.rules)
    )


def kept_out_counts(lottery: Lottery) -> tuple[paper.ProtocolCount, ...]:
    """Per class of reason how many people could not be drawn."""
    reasons = Counter(reason_class(kept.reason) for kept in lottery.rules.keep_out)
    return tuple(
        paper.ProtocolCount(reason=keep_out_words(reason), people=reasons[reason])
        for reason in sorted(reasons)
    )


def without_chance_counts(lottery: Lottery) -> tuple[paper.ProtocolCount, ...]:
    """How many people no panel can hold; empty when everyone has a chance."""
    if not lottery.without_chance:
        return ()
    reason = _("The quotas together leave no room for them in any panel.")
    return (paper.ProtocolCount(reason=reason, people=len(lottery.without_chance)),)


def _commitment(draw: FolderDraw) -> paper.Commitment:
    return paper.Commitment(
        committed_at=draw.made_at.astimezone(DUTCH),
        number_source=draw.lottery.number_source,
        moment=draw.told.moment,
        published_where=draw.told.place,
        witnesses=", ".join(draw.told.witnesses),
    )


def _drawn(draw: FolderDraw) -> paper.DrawnNumber | None:
    if draw.drawn is None:
        return None
    return paper.DrawnNumber(
        seed=draw.drawn.seed,
        number=draw.drawn.number,
        drawn_at=draw.drawn_at.astimezone(DUTCH) if draw.drawn_at else None,
        panel=draw.lottery.panels[draw.drawn.number],
        reserves=draw.reserves,
        reserve_rule=f"{reserve_rule_words()} {drop_out_words(draw.lottery.drop_out)}",
        replacements=tuple(map(step_sentence, draw.steps)),
    )
