"""How quick the rule for names is: fifty thousand people against long texts.

Run with `PYTHONPATH=. python tests/bench/bench_names.py [people]`; tells seconds of the processor.
"""

from __future__ import annotations

import itertools
import sys
import time

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


def text(size, names):
    """So many signs of ordinary Dutch, with a name in every twentieth line."""
    named = itertools.cycle(names)
    lines = (LINE if place % 20 else f"Dat vond {next(named)} ook. " for place in itertools.count())
    said, length = [], 0
    while length < size:
        said.append(next(lines))
        length += len(said[-1])
    return "".join(said)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    names = list(people(count))
    long = text(1_000_000, names)
    for what, several, alone in (("one person", names[:1], True), (f"{count} people", names, False)):
        before = time.process_time()
        known = Names(several, alone=alone)
        built = time.process_time()
        found = len(known.spans(long))
        done = time.process_time()
        spent = f"know them {built - before:5.2f} s, 1 000 000 signs {done - built:5.2f} s"
        sys.stdout.write(f"{what:<14} {spent}, {found} found\n")


if __name__ == "__main__":
    main()
