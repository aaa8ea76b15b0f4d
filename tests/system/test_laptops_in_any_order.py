"""Three laptops do whatever comes up, and read each other's files in whatever order: all end alike."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.laptop_acts import ACTS, Act, begin, do
from tests.laptops import Team

EXAMPLES = 400 if os.environ.get("BURGERTOP_EXPLORE") == "1" else 2


def acts(laptops):
    return st.lists(
        st.builds(
            Act,
            laptop=st.integers(0, laptops - 1),
            kind=st.sampled_from(sorted(ACTS)),
            which=st.integers(0, 5),
            what=st.integers(0, 2),
            later=st.integers(0, 90),
        ),
        max_size=14,
    )


def read_others(laptops, files):
    for laptop, own in zip(laptops, files, strict=True):
        laptop.read(*(file for file in files if file is not own))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(early=acts(3), between=acts(3), late=acts(3), met=st.booleans(), order=st.permutations((0, 1, 2)))
def test_any_work_in_any_order_ends_alike_everywhere(laid_out, early, between, late, met, order):
    with tempfile.TemporaryDirectory() as folder:
        team = Team(Path(folder), laid_out)
        try:
            office = begin(team)
            laptops = [office, team.copy(office, "ZAAL"), team.copy(office, "MARKT")]
            readers = [team.fork(office, "EEN"), team.fork(office, "TWEE"), team.fork(office, "DRIE")]
            for act in early:
                do(laptops[act.laptop], act)
            first = [laptop.hand("vroeg") for laptop in laptops]
            for act in between:
                do(laptops[act.laptop], act)
            if met:
                laptops[order[0]].read(first[order[1]])
                laptops[order[2]].read(first[order[0]], first[order[1]])
            for act in late:
                do(laptops[act.laptop], act)
            files = [laptop.hand("laat") for laptop in laptops]

            readers[0].read(*(files[at] for at in order))
            readers[1].read(*first, *(files[at] for at in reversed(order)))
            readers[2].read(
                first[order[0]], files[order[1]], files[order[0]], files[order[2]], first[order[2]]
            )
            read_others(laptops, files)
            before = readers[0].fingerprint()
            readers[0].read(*files)

            assert readers[0].fingerprint() == before
            assert all(each.sound() for each in (*readers, *laptops))
            contents = [each.content() for each in (*readers, *laptops)]
            for content in contents[1:]:
                assert content == contents[0]
        finally:
            team.close()
