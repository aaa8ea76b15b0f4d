"""How quick the rules for names and details are: fifty thousand people against long texts.

Run with `PYTHONPATH=. python tests/bench/bench_names.py [people]`; tells seconds of the processor.
"""

from __future__ import annotations

import itertools
import sys
import time
from uuid import UUID

from burgertop_app.domain.people import Contact
from burgertop_app.domain.person_details import Traces, details_of
from burgertop_app.domain.person_names import Names

FIRST = (
    "Fatma",
    "Jan",
    "Zoë",
    "Mohammed",
    "Anne-Marie",
    "Søren",
    "I\u015f\u0131l",
    "Pieter",
    "Lotte",
    "Karin",
)
BETWEEN = ("", "van der", "de", "van", "")
LINE = (
    "De wethouder van de gemeente zegt dat het bankje in het park er komt, en dat Van den Berg het betaalt. "
)


def people(count):
    syllables = ("ba", "ko", "ri", "mel", "ta", "vo", "sen", "dij", "ker", "man")
    for number in range(count):
        digits = [int(sign) for sign in f"{number:05d}"]
        last = "".join(syllables[digit] for digit in digits[1:]).capitalize()
        between = BETWEEN[number % 5]
        yield " ".join(filter(None, (f"{FIRST[digits[0]]} {FIRST[number % 7]}", between, last)))


def contacts(names):
    """Everybody with an address for e-mail, a telephone number and a home; two live in one house."""
    one = UUID(int=1)
    for number, name in enumerate(names):
        yield Contact(
            id=one,
            person_id=one,
            name=name,
            email=f"bewoner{number}@example.nl",
            phone=f"06-{12_345_678 + number}",
            address=f"{name.split()[-1]}straat {1 + number // 2 % 180}",
            postcode=f"{1000 + number // 40} AB",
        )


def text(size, known):
    """So many signs of ordinary Dutch, with somebody in every twentieth line."""
    met = itertools.cycle(known)

    def told():
        who = next(met)
        return f"Dat vond {who.name} ook ({who.email}, {who.phone}, {who.address}). "

    lines = (LINE if place % 20 else told() for place in itertools.count())
    said, length = [], 0
    while length < size:
        said.append(next(lines))
        length += len(said[-1])
    return "".join(said)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    known = list(contacts(people(count)))
    long = text(1_000_000, known)
    for what, several, alone in (("one person", known[:1], True), (f"{count} people", known, False)):
        before = time.process_time()
        names = Names((each.name for each in several), alone=alone)
        traces = Traces(names, details_of(several, postcodes=not alone))
        built = time.process_time()
        found = len(names.spans(long))
        named = time.process_time()
        places = len(traces.spans(long))
        done = time.process_time()
        spent = f"know them {built - before:5.2f} s, 1 000 000 signs {named - built:5.2f} s for {found} names"
        sys.stdout.write(f"{what:<14} {spent}, {done - named:5.2f} s for {places} names and details\n")


if __name__ == "__main__":
    main()
