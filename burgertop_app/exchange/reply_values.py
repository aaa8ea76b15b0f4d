"""Reading one cell of a reply workbook: what the college does, a day, and whether the council decides."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from burgertop_app.domain.guesses import flat
from burgertop_app.domain.responses import CouncilNeed, Disposal
from burgertop_app.i18n import LANGUAGES, said_in
from burgertop_app.messages.reply_workbook import CHOICES, COUNCIL
from burgertop_app.messages.words import WORDS

DISPOSALS = {
    Disposal.ADOPTS: "neemtover overnemen overgenomen wijnemenditover ja yes akkoord adopt adopted accept "
    "accepted helemaal volledig",
    Disposal.PARTLY: "deels gedeeltelijk vooreendeel tendele nemeneendeelover partially inpart adoptedinpart",
    Disposal.INVESTIGATES: "onderzoek onderzoeken uitzoeken zoekteerstuit investigate lookintoit",
    Disposal.REJECTS: "nee no niet nietover neemtnietover nietovernemen afgewezen afwijzen reject rejected "
    "notadopted",
    Disposal.NOT_OURS: "nietvanons nietaanons nietonzetaak nietonzebevoegdheid notours gaanhiernietover",
}
COUNCILS = {
    CouncilNeed.YES: "ja j yes y true waar 1 x",
    CouncilNeed.NO: "nee n no false onwaar 0 niet",
    CouncilNeed.UNKNOWN: "onbekend unknown weetniet nognietbekend misschien maybe",
}
MONTHS = (
    "januari january jan",
    "februari february feb",
    "maart march mrt mar",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "augustus august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december dec",
)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?")
_NAMED = re.compile(r"(?:[^\W\d_]+\s+)?(\d{1,2})(?:e|th|st|nd|rd)?\s+([^\W\d_]+)\.?\s+(\d{4})")
_SERIAL = re.compile(r"([3-9]\d{4})(?:\.\d+)?")
_ZERO = date(1899, 12, 30)
"""Day 0 of the numbers that spreadsheet programs keep dates as."""


def read_disposal(cell: str) -> Disposal | None:
    """What the college does, in the words of the list in any language or a plain synonym."""
    return _disposals().get(flat(cell))


def read_council(cell: str) -> CouncilNeed | None:
    """Whether the council must decide; an empty cell says that nobody knows."""
    return _councils().get(flat(cell)) if cell else CouncilNeed.UNKNOWN


def read_day(cell: str) -> date | None:
    """The day in a cell: a real date, the number behind one, or written the Dutch or the ISO way."""
    text = " ".join(cell.split())
    serial = _SERIAL.fullmatch(text)
    if serial is not None:
        return _ZERO + timedelta(days=int(serial[1]))
    year, month, number = _parts(text)
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day; zeros, which are no day, for anything else."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        year = found[3] if len(found[3]) > len("27") else f"20{found[3]}"
        return int(year), int(found[2]), int(found[1])
    if found := _NAMED.fullmatch(text):
        return int(found[3]), _months().get(found[2].casefold(), 0), int(found[1])
    return 0, 0, 0


@cache
def _disposals() -> dict[str, Disposal]:
    known = {word: kind for kind, words in DISPOSALS.items() for word in words.split()}
    for code in LANGUAGES:
        known |= {flat(said_in(code, said)): kind for kind, said in CHOICES.items()}
        known |= {flat(said_in(code, said)): Disposal(kind) for kind, said in WORDS[Disposal].items()}
    return known


@cache
def _councils() -> dict[str, CouncilNeed]:
    known = {word: need for need, words in COUNCILS.items() for word in words.split()}
    for code in LANGUAGES:
        known |= {flat(said_in(code, said)): need for need, said in COUNCIL.items()}
        known |= {flat(said_in(code, said)): CouncilNeed(need) for need, said in WORDS[CouncilNeed].items()}
    return known


@cache
def _months() -> dict[str, int]:
    return {name: month for month, names in enumerate(MONTHS, 1) for name in names.split()}
