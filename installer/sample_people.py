"""Writes the made-up residents of the sample: python installer/sample_people.py.

Makes resources/sample/people.csv, population.csv and quotas.csv from sample_names.toml. The seed
is fixed: the same names and the same numpy give the same files. People who like meetings register
more often than others, as in life, so the pool does not look like the population.
"""

from __future__ import annotations

import csv
import math
import tomllib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "resources" / "sample"
FEATURES = ("leeftijd", "gender", "opleiding", "wijk", "wonen")
PEOPLE, SEATS, SEED = 468, 30, 20260601
SHARED, NEEDING, INTERPRETER, NO_MAIL, NO_PHONE = 0.055, 0.04, 0.14, 0.14, 0.08
NEEDS = ("rolstoel", "ringleiding", "rustige plek", "grote letters")
DOMAINS = ("post.example", "mail.example", "example.org", "example.net")
HEADER = (
    "nummer",
    "naam",
    "adres",
    "postcode",
    "plaats",
    "e-mail",
    "telefoon",
    "leeftijd",
    "gender",
    "opleiding",
    "wijk",
    "wonen",
    "nodig",
    "kanaal",
)

Row = dict[str, str]
Source = dict[str, Any]


def main() -> None:
    """Write the three files."""
    with (HERE / "sample_names.toml").open("rb") as handle:
        source = tomllib.load(handle)
    shares = [
        (feature, value, share) for feature in FEATURES for value, share in _shares(source, feature).items()
    ]
    _write("people.csv", ";", HEADER, [[row[name] for name in HEADER] for row in people(source)])
    _write(
        "population.csv",
        ",",
        ("feature", "value", "share", "source"),
        [[feature, value, f"{share:.3f}", "verzonnen"] for feature, value, share in shares],
    )
    _write(
        "quotas.csv",
        ",",
        ("feature", "value", "min", "max", "min_flex", "max_flex"),
        [[feature, value, *map(str, bounds(share))] for feature, value, share in shares],
    )


def people(source: Source) -> list[Row]:
    """Everyone who registered, numbered from 1 in order of registration."""
    rng = np.random.default_rng(SEED)
    rows = [_special(source, special, rng) for special in source["bijzonder"]]
    while len(rows) < PEOPLE:
        row = _resident(source, rng)
        found = [row, _housemate(source, row, rng)] if rng.random() < SHARED else [row]
        for somebody in found:
            if somebody["naam"] not in {other["naam"] for other in rows}:
                rows.append(somebody)
    order = rng.permutation(PEOPLE)
    return [rows[place] | {"nummer": str(number)} for number, place in enumerate(order, start=1)]


def bounds(share: float) -> tuple[int, int, int, int]:
    """Fewest and most seats for a group of this share, and how far each may give way."""
    exact = share * SEATS
    low, high = math.floor(exact + 1e-9), math.ceil(exact - 1e-9)
    if low == high:
        low, high = low - 1, high + 1
    return low, high, max(low - 1, 0), high + 1


def _shares(source: Source, feature: str) -> dict[str, float]:
    if feature == "wijk":
        return {name: wijk["bevolking"] for name, wijk in source["wijk"].items()}
    found: dict[str, float] = source[feature]["bevolking"]
    return found


def _resident(source: Source, rng: np.random.Generator) -> Row:
    groups = source["groep"]
    group = groups[rng.choice(len(groups), p=[group["deel"] for group in groups])]
    gender = _pick(source["gender"]["aanmelding"], rng)
    last = str(rng.choice(group.get(f"achternaam_{gender}", group["achternaam"])))
    row = _home(source, rng) | _person(source, f"{rng.choice(group[gender])} {last}", gender, rng)
    if "taal" in group and rng.random() < INTERPRETER:
        row["nodig"] = f"tolk {group['taal']}"
    elif rng.random() < NEEDING:
        row["nodig"] = str(rng.choice(NEEDS))
    return row


def _special(source: Source, special: Row, rng: np.random.Generator) -> Row:
    row = _home(source, rng) | _person(source, special["naam"], special["gender"], rng, special["post"])
    return row | {"nodig": special.get("nodig", "")}


def _housemate(source: Source, row: Row, rng: np.random.Generator) -> Row:
    """Somebody at the address of `row`, of about the same age, often with the same name."""
    other = _resident(source, rng)
    home = {field: row[field] for field in ("adres", "postcode", "plaats", "wijk", "wonen", "leeftijd")}
    first = other["naam"].split(" ", 1)[0]
    last = row["naam"].split(" ", 1)[-1]
    if rng.random() < 0.6:
        name = f"{first} {last}"
        return other | home | {"naam": name, "e-mail": _mail(_letters(name), rng)}
    return other | home


def _home(source: Source, rng: np.random.Generator) -> Row:
    wijken = source["wijk"]
    name = _pick({name: wijk["aanmelding"] for name, wijk in wijken.items()}, rng)
    wijk = wijken[name]
    number = f"{rng.integers(1, 140)}{rng.choice(['', '', '', '', '', '', 'a', 'b', '-II', ' bis'])}"
    letters = "".join(rng.choice(list("ABCDEGHJKLNPRTVWXZ"), 2))
    return {
        "adres": f"{rng.choice(wijk['straten'])} {number}",
        "postcode": f"{wijk['postcode']} {letters}",
        "plaats": source["plaats"],
        "wijk": name,
        "wonen": "huur" if rng.random() < wijk["huur"] * 0.8 else "koop",
    }


def _person(source: Source, name: str, gender: str, rng: np.random.Generator, post: str = "") -> Row:
    schooling = _pick(source["opleiding"]["aanmelding"], rng)
    return {
        "naam": name,
        "e-mail": _mail(post or _letters(name), rng),
        "telefoon": ""
        if rng.random() < NO_PHONE
        else f"06 00{rng.integers(10, 99)} {rng.integers(1000, 9999)}",
        "leeftijd": _pick(source["leeftijd"]["aanmelding"], rng),
        "gender": gender,
        "opleiding": schooling,
        "nodig": "",
        "kanaal": _pick(_channels(source, schooling), rng),
    }


def _channels(source: Source, schooling: str) -> dict[str, float]:
    """Letters reach everyone, the website mostly the theoretically schooled."""
    chances: dict[str, float] = dict(source["kanaal"]["aanmelding"])
    if schooling == "praktisch":
        chances["website"], chances["huis-aan-huis"] = chances["huis-aan-huis"], chances["website"]
    return chances


def _mail(post: str, rng: np.random.Generator) -> str:
    return "" if rng.random() < NO_MAIL else f"{post}@{rng.choice(DOMAINS)}"


def _letters(name: str) -> str:
    """A name as it stands in a mail address: plain letters and one dot."""
    plain = name.translate(str.maketrans("ıŁłĐđØøÞþß", "iLlDdOoTts"))
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    first, _, last = plain.lower().partition(" ")
    return ".".join(filter(None, ("".join(filter(str.isalnum, part)) for part in (first, last))))


def _pick(chances: dict[str, float], rng: np.random.Generator) -> str:
    weights = np.array(list(chances.values()))
    return list(chances)[rng.choice(len(weights), p=weights / weights.sum())]


def _write(name: str, delimiter: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with (SAMPLE / name).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, delimiter=delimiter, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
