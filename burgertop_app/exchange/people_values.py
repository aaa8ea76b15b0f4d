"""Reading one value of a sheet with people: what it becomes, or what is wrong with it.

Every reader is called once per distinct value, so that long sheets stay quick.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.domain.bsn import passes
from burgertop_app.domain.codes import tidy_code
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.guesses import age_groups, day_of, flat, likely
from burgertop_app.domain.importing import EMPTY, NEW_NUMBER, SKIP_ROW, Finding, value, values
from burgertop_app.domain.people import NUMBER, NeedKind
from burgertop_app.exchange.people_ages import is_about_age, read_age, read_loose_age
from burgertop_app.exchange.readings import Reading
from burgertop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from burgertop_app.domain.guesses import AgeGroup
    from burgertop_app.domain.people_import import Rules

EMAIL = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s.,;<>()]{2,}")
MOSTLY_AGES = 0.5
YES = frozenset(("ja", "j", "yes", "y", "true", "waar", "1", "x", "v"))
NO = frozenset(("nee", "n", "no", "false", "onwaar", "0", "geen", "nvt", "niet", "none"))
NEEDS = {
    NeedKind.INTERPRETER: re.compile(r"tolk|vertal|interpret|translat", re.IGNORECASE),
    NeedKind.WHEELCHAIR: re.compile(r"rolstoel|scootmobiel|rollator|wheelchair|lift", re.IGNORECASE),
    NeedKind.HEARING: re.compile(r"slechthorend|ringleiding|gehoor|doof|hearing|deaf|loop", re.IGNORECASE),
    NeedKind.QUIET: re.compile(r"prikkel|stil|rustig|quiet", re.IGNORECASE),
}


def read_number(cell: str) -> Reading:
    """A number that somebody has in the process; a BSN or an e-mail address is none."""
    if NUMBER.fullmatch(cell) and not _is_bsn(cell):
        return Reading(cell)
    tidy = re.sub(r"[^A-Za-z0-9._-]", "", cell).lstrip("._-")
    if NUMBER.fullmatch(tidy) and "@" not in cell and not _is_bsn(tidy):
        offer = value(tidy)
        return Reading("", Finding("number_wrong", (offer, NEW_NUMBER, SKIP_ROW), offer, free=True))
    code = "number_is_bsn" if _is_bsn(tidy) else "number_is_email" if "@" in cell else "number_wrong"
    code = code if cell else "number_blank"
    return Reading("", Finding(code, (NEW_NUMBER, SKIP_ROW), NEW_NUMBER, free=code != "number_is_bsn"))


def _is_bsn(cell: str) -> bool:
    return cell.isdigit() and len(cell) in (8, 9) and passes(cell)


def read_email(cell: str) -> Reading:
    """An e-mail address, small slips put right as a proposal."""
    text = re.sub(r"^mailto:", "", cell, flags=re.IGNORECASE)
    if not text or EMAIL.fullmatch(text):
        return Reading(text)
    tidy = re.sub(r"\s+", "", text).replace(",", ".").strip("<>;.")
    if EMAIL.fullmatch(tidy):
        offer = value(tidy)
        return Reading("", Finding("email_wrong", (offer, EMPTY, SKIP_ROW), offer, free=True))
    return Reading("", Finding("email_incomplete", (EMPTY, SKIP_ROW), free=True))


def read_code(cell: str) -> Reading:
    """The code from a letter, whatever the capitals, spaces and dashes."""
    try:
        return Reading(tidy_code(cell) if cell else "")
    except InvalidInput:
        return Reading("", Finding("code_wrong", (EMPTY, SKIP_ROW), free=True))


def read_answer(cell: str) -> Reading:
    """Whether somebody takes part, as "yes" or "no"; nothing means yes: who fills in a form takes part."""
    said = flat(cell)
    if said in YES or not said or said.startswith(("ikdoemee", "doetmee", "ikdoegraagmee", "aanmeld")):
        return Reading("yes")
    if said in NO or said.startswith(("ikdoenietmee", "doetnietmee", "nee", "afmeld", "ikdoeniet")):
        return Reading("no")
    return Reading("", Finding("answer_unknown", (value(_("yes")), value(_("no")), SKIP_ROW)))


def read_born(cell: str, rules: Rules) -> Reading:
    """Nothing: a birth is only held against the youngest who may take part, and kept nowhere."""
    finding = read_loose_age(cell, rules).finding if cell else None
    if finding is None:
        return Reading("")
    return Reading("", Finding(finding.code, (SKIP_ROW,), params=finding.params))


def read_consent(cell: str, today: date) -> Reading:
    """The day on which somebody agreed, as 2026-03-02: `today` for a yes; nothing without a clear yes."""
    said = flat(cell)
    if not said or said in NO:
        return Reading("")
    try:
        day, code = today if said in YES else day_of(cell, today), "consent_unclear"
    except ValueError:
        day, code = None, "consent_no_day"
    if day is None:
        return Reading("", Finding(code, (EMPTY, SKIP_ROW), EMPTY, free=True))
    return Reading(day.isoformat())


def feature_reader(feature: str, known: tuple[str, ...], rules: Rules) -> Callable[[str], Reading]:
    """How to read the values of `feature` of which `known` are the values, none meaning any."""
    groups = age_groups(known)
    by_age = len(groups) > MOSTLY_AGES * len(known)
    if not known:
        return partial(read_loose_age, rules=rules) if is_about_age(feature) else Reading
    same = {" ".join(name.casefold().split()): name for name in known}
    return partial(_read_feature, known=known, same=same, groups=groups if by_age else (), rules=rules)


def needs_of(title: str, cell: str) -> dict[NeedKind, str]:
    """What somebody needs, from a tick in a column called "Tolk" or from words in a cell."""
    said = flat(cell)
    if not said or said in NO:
        return {}
    if said in YES:
        found = [kind for kind, pattern in NEEDS.items() if pattern.search(title)]
        return dict.fromkeys(found, "") or {NeedKind.OTHER: title}
    found = [kind for kind, pattern in NEEDS.items() if pattern.search(cell)]
    return dict.fromkeys(found or [NeedKind.OTHER], cell)


def _read_feature(
    cell: str, *, known: tuple[str, ...], same: dict[str, str], groups: tuple[AgeGroup, ...], rules: Rules
) -> Reading:
    choices = (*values(*known), EMPTY, SKIP_ROW)
    if not cell:
        return Reading("", Finding("value_blank", choices))
    meant = same.get(" ".join(cell.casefold().split()))
    if meant is not None:
        return Reading(meant)
    aged = read_age(cell, groups, choices, rules) if groups else None
    if aged is not None:
        return aged
    guess = likely(cell, known)
    code = "age_unknown" if groups else "value_unknown"
    return Reading("", Finding(code, choices, value(guess) if guess is not None else None))
