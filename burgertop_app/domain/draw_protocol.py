"""The protocol of a draw: the number, the salts and leaves, the commitment and its opening.

Nobody can choose the outcome: the lottery is fixed and its hash published before the number exists, and
the number follows from that hash and a seed from outside. Salts hide people and panels in what is
published; they touch neither lottery nor number.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from burgertop_app.domain import draw_format_1 as first_format
from burgertop_app.domain.canonical import WHOLE, canonical, decimals, sha256
from burgertop_app.domain.draws import PANELS
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.keep_out import reason_class
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.domain.public_quotas import counted, quota_lines, withheld

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.draws import Entry, Lottery, Panel, Pool
    from burgertop_app.domain.merging import Merging

FORMAT = 2
SALT_BYTES = 32
BINS = 20
SEAL = "commitment_sha256"
"""The part of the commitment that is the hash of all its other parts."""


@dataclass(frozen=True)
class DrawnNumber:
    """The number that chose the panel; `seed` is empty when it was drawn by hand (balls)."""

    number: int
    seed: str = ""
    rehearsal: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.number < PANELS:
            raise InvalidInput("draw_number_range", number=self.number)

    @property
    def source(self) -> str:
        """What the reserve list and replacements follow from: the seed, or the number drawn by hand."""
        return self.seed or f"{self.number:03d}"


@dataclass(frozen=True)
class Announcement:
    """What is told beforehand: the draw's id, when made, when and where the number comes, and who watches.

    `made_at` is a moment in ISO 8601.
    """

    draw_id: str
    made_at: str = ""
    moment: str = ""
    place: str = ""
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Salts:
    """What hides people and panels in public: a salt per number (hex), one secret for the panels (hex)."""

    people: Mapping[str, str]
    secret: str

    def of_panel(self, number: int) -> str:
        """The salt of one numbered panel, in hex: HMAC-SHA-256 of its number under the secret."""
        return hmac.new(
            bytes.fromhex(self.secret), f"burgertop/panel/1\n{number:03d}".encode(), hashlib.sha256
        ).hexdigest()


def tidy_seed(seed: str) -> str:
    """The seed as it counts: trimmed, runs of white space one space, NFC.

    Raises:
        InvalidInput: nothing is left.
    """
    tidy = unicodedata.normalize("NFC", " ".join(seed.split()))
    if not tidy:
        raise InvalidInput("draw_seed_empty")
    return tidy


def number_from_seed(digest: str, seed: str) -> int:
    """The number 0 to 999 that follows from the lottery's hash and the seed, each equally likely."""
    tidy = tidy_seed(seed)
    limit = 2**64 - 2**64 % PANELS
    for counter in count():
        block = hashlib.sha256(f"burgertop/number/1\n{digest}\n{tidy}\n{counter}".encode()).digest()
        value = int.from_bytes(block[:8], "big")
        if value < limit:
            return value % PANELS
    raise AssertionError


def drawn_from_seed(lottery: Lottery, seed: str, *, rehearsal: bool) -> DrawnNumber:
    """The number that `seed` draws from `lottery`."""
    return DrawnNumber(number_from_seed(lottery_sha256(lottery), seed), tidy_seed(seed), rehearsal)


def leaf(salt: str, number: str, features: Mapping[str, str]) -> str:
    """The public mark of one registrant: SHA-256 of salt, number and canonical features, line by line.

    Who has the salt can see that the registration is in the pool, and rightly; nobody else learns anything.
    """
    text = unicodedata.normalize("NFC", f"{salt}\n{number}\n").encode()
    return hashlib.sha256(text + canonical({**features})).hexdigest()


def entry_leaf(pool: Pool, entry: Entry, salts: Salts) -> str:
    """The leaf of one entry of the pool."""
    return leaf(salts.people[entry.number], entry.number, pool.declared(entry))


def panel_hash(salt: str, number: int, panel: Panel) -> str:
    """The public mark of one numbered panel: SHA-256 of salt, panel number and canonical members."""
    text = f"{salt}\n{number:03d}\n".encode()
    return hashlib.sha256(text + canonical([*panel])).hexdigest()


def sealed(made: Mapping[str, Json]) -> dict[str, Json]:
    """A commitment with its own hash in it, so that a change of any part of it shows."""
    bare = {key: value for key, value in made.items() if key != SEAL}
    return bare | {SEAL: sha256(bare)}


def commitment(
    lottery: Lottery, pool: Pool, salts: Salts, told: Announcement, *, rehearsal: bool, shown: Merging
) -> dict[str, Json]:
    """What `toezegging.json` says: enough to hold the organiser to the lottery, nothing about a person.

    `shown` are the groups of which the quotas are told. Every quota by itself, and the rates of drop-out per
    value, are held by `lottery_sha256`.
    """
    reasons = Counter(reason_class(kept.reason).value for kept in lottery.rules.keep_out)
    made: dict[str, Json] = {
        "format": FORMAT,
        "kind": "commitment",
        "draw": told.draw_id,
        "made_at": told.made_at,
        "attempt": lottery.attempt,
        "earlier_attempts": [*lottery.earlier_attempts],
        "method": lottery.rules.method,
        "engine": lottery.engine,
        "seats": lottery.rules.seats,
        "quotas": quota_lines(lottery.quotas, shown),
        "withheld": withheld(lottery.quotas, shown),
        "household_rule": bool(lottery.rules.household_columns),
        "people": len(pool),
        "kept_in": len(lottery.rules.keep_in),
        "kept_out": {reason: reasons[reason] for reason in sorted(reasons)},
        "number_source": lottery.number_source,
        "drop_out": {key: part for key, part in lottery.drop_out.as_json().items() if key != "rates"},
        "announced": {"moment": told.moment, "place": told.place, "witnesses": [*told.witnesses]},
        "rehearsal": rehearsal,
        "certificate": {
            "min_probability": decimals(lottery.certificate.min_probability),
            "upper_bound": decimals(lottery.certificate.upper_bound),
        },
        "chances": histogram(lottery),
        "leaves": [*sorted(entry_leaf(pool, entry, salts) for entry in pool.entries)],
        "panels": [
            panel_hash(salts.of_panel(number), number, panel) for number, panel in enumerate(lottery.panels)
        ],
        "lottery_sha256": lottery_sha256(lottery),
    }
    return sealed(made)


def opening(
    lottery: Lottery, pool: Pool, salts: Salts, committed: Mapping[str, Json], drawn: DrawnNumber
) -> dict[str, Json]:
    """What `opening.json` says after the draw: the number, and the drawn panel by number with its salt.

    It opens one `committed` thing, in its format, and names it by its id and its seal.
    """
    panel = lottery.panels[drawn.number]
    lines = committed.get("quotas")
    told = [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
    first = committed.get("format") == first_format.FORMAT
    return {
        "format": committed.get("format"),
        "kind": "opening",
        "draw": committed.get("draw"),
        SEAL: committed.get(SEAL),
        "lottery_sha256": lottery_sha256(lottery),
        "rehearsal": drawn.rehearsal,
        "seed": drawn.seed,
        "drawn_number": drawn.number,
        "panel": [*panel],
        "salt": salts.of_panel(drawn.number),
        "quotas": first_format.quota_counts(lottery, pool, panel) if first else counted(told, pool, panel),
    }


def histogram(lottery: Lottery) -> list[Json]:
    """How many people have a chance within each twentieth, those kept out left aside; empty parts too.

    A chance on the edge counts with the part above it; a chance of one with the last part.
    """
    width = WHOLE // BINS
    found = Counter(
        min(chance // width, BINS - 1)
        for number, chance in lottery.exact
        if number not in lottery.rules.barred
    )
    return [
        {"from": decimals(place * width), "to": decimals((place + 1) * width), "people": found[place]}
        for place in range(BINS)
    ]
