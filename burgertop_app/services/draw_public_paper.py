"""The public protocol of a draw: made from the published files alone, so that it tells nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.draw_protocol import SEAL
from burgertop_app.domain.draws import PANELS
from burgertop_app.domain.dutch_time import DUTCH
from burgertop_app.domain.keep_out import reason_class
from burgertop_app.domain.papers import draw as paper
from burgertop_app.domain.papers.common import Masthead
from burgertop_app.domain.public_quotas import line_value
from burgertop_app.exchange import draw_folder as folder
from burgertop_app.exchange.draw_sums import checker_sha256
from burgertop_app.i18n import _, language
from burgertop_app.messages.keep_out import keep_out_words
from burgertop_app.messages.replacing import public_step_sentence

if TYPE_CHECKING:
    from burgertop_app.exchange.draw_folder import Files


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """What a protocol tells besides the files: whose draw it is, when drawn, and if it still counts."""

    title: str
    organisation: str = ""
    drawn_at: datetime | None = None
    quota_source: str = ""
    registration: str = ""
    withdrawn: paper.Withdrawal | None = None


def public_paper(files: Files, told: Occasion) -> paper.DrawProtocolPaper:
    """The protocol for everyone, in the language now spoken, from `toezegging.json` and `opening.json`."""
    committed = folder.json_object(files, folder.COMMITMENT)
    opened = folder.json_object(files, folder.OPENING) if folder.OPENING in files else None
    made_at = datetime.fromisoformat(committed["made_at"]).astimezone(DUTCH)
    drawn_at = told.drawn_at.astimezone(DUTCH) if told.drawn_at else None
    return paper.DrawProtocolPaper(
        masthead=Masthead(
            organisation=told.organisation or _("Draw from files"),
            process=told.title,
            made_at=drawn_at or made_at,
            language=language(),
        ),
        public=True,
        draw_id=committed["draw"],
        attempt=committed["attempt"],
        seats=committed["seats"],
        people=committed["people"] - sum(committed["kept_out"].values()),
        method=committed["method"],
        quotas=tuple(_quota(line, committed["seats"]) for line in (opened or committed)["quotas"]),
        quota_source=told.quota_source,
        registration=told.registration,
        histogram=tuple(map(_bin, committed["chances"])),
        lottery_sha256=committed["lottery_sha256"],
        commitment_sha256=committed[SEAL],
        withheld=tuple(committed.get("withheld", ())),
        quotas_sha256=committed.get("quotas_sha256", ""),
        checker_sha256=checker_sha256(),
        min_probability=committed["certificate"]["min_probability"],
        upper_bound=committed["certificate"]["upper_bound"],
        engine=committed["engine"],
        panels=PANELS,
        rules=rule_sentences(households=committed["household_rule"]),
        kept_in=committed["kept_in"],
        kept_out=tuple(
            paper.ProtocolCount(reason=keep_out_words(reason_class(reason)), people=people)
            for reason, people in sorted(committed["kept_out"].items())
        ),
        earlier_attempts=tuple(committed["earlier_attempts"]),
        commitment=None if committed["rehearsal"] else _announced(committed, made_at),
        drawn=None if opened is None else _drawn(opened, drawn_at, _replacements(files)),
        withdrawn=told.withdrawn,
    )


def rule_sentences(*, households: bool) -> tuple[str, ...]:
    """The rule on people who share a home, where it applies, and that the draw was blind."""
    shared = (_("At most one person of each household is in the panel."),) if households else ()
    blind = _("The draw was blind: the calculation got numbers and features, never names.")
    return (*shared, blind)


def _quota(line: dict[str, Any], seats: int) -> paper.ProtocolQuota:
    return paper.ProtocolQuota(
        feature=line["feature"],
        value=line_value(line),
        low=line["low"],
        high=min(line["high"], seats),
        panel=line.get("count"),
    )


def _bin(part: dict[str, Any]) -> paper.ProtocolBin:
    return paper.ProtocolBin(low=float(part["from"]), high=float(part["to"]), people=part["people"])


def _announced(committed: dict[str, Any], made_at: datetime) -> paper.Commitment:
    announced = committed["announced"]
    return paper.Commitment(
        committed_at=made_at,
        number_source=committed["number_source"],
        moment=announced["moment"],
        published_where=announced["place"],
        witnesses=", ".join(announced["witnesses"]),
    )


def _drawn(
    opened: dict[str, Any], drawn_at: datetime | None, replacements: tuple[str, ...]
) -> paper.DrawnNumber:
    return paper.DrawnNumber(
        seed=opened["seed"],
        number=opened["drawn_number"],
        drawn_at=drawn_at,
        panel=tuple(opened["panel"]),
        replacements=replacements,
    )


def _replacements(files: Files) -> tuple[str, ...]:
    """The published replacements in sentences; they name nobody."""
    if folder.PUBLIC_REPLACEMENTS not in files:
        return ()
    return tuple(
        public_step_sentence(
            step["running"],
            datetime.fromisoformat(step["at"]).astimezone(DUTCH).date(),
            step["seats"],
            step["filled"],
            met=step["quotas_met"],
        )
        for step in folder.json_object(files, folder.PUBLIC_REPLACEMENTS)["steps"]
    )
