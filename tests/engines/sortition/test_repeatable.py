import os
import subprocess
import sys

import pytest

from burgertop_app.domain.draws import METHODS

# Two draws: 40 people in 22 groups with shared addresses, one kept in and one kept out; and five people of
# whom no mix of whole panels reaches what fractions of people would, so that panels must be priced.
SCRIPT = """
import sys
from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.draws import DrawRules, Entry, KeptOut, Pool
from burgertop_app.domain.lottery_file import lottery_json
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.engines.sortition.lottery import compute

def draw(people, bounds, rules):
    features = tuple(f"f{place}" for place in range(3))
    entries = tuple(Entry(f"p{n}", tuple(each), home) for n, (each, home) in enumerate(people))
    quotas = [Quota(f, str(v), *own) for f, each in zip(features, bounds) for v, own in enumerate(each)]
    lottery = compute(Pool(features, entries), Quotas(tuple(quotas)), rules, UNHEARD)
    sys.stdout.buffer.write(canonical(lottery_json(lottery, rehearsal=True)))

method = sys.argv[1]
many = [(f"{n % 7 % 3}{n // 3 % 3}{n * n % 11 % 3}", f"h{n // 2}") for n in range(40)]
kept = DrawRules(10, method, keep_in=("p5",), keep_out=(KeptOut("p6", "interest"),))
draw(many, [[(3, 4), (3, 4), (2, 4)]] * 3, kept)
few = [(each, "") for each in ("111", "010", "100", "010", "001")]
draw(few, [[(0, 2), (0, 3)], [(1, 3), (1, 2)], [(1, 2), (0, 2)]], DrawRules(3, method))
"""


def made(method, hash_seed, threads):
    surroundings = os.environ | {
        "PYTHONHASHSEED": hash_seed,
        "OMP_NUM_THREADS": threads,
        "OPENBLAS_NUM_THREADS": threads,
    }
    command = [sys.executable, "-c", SCRIPT, method]
    return subprocess.run(command, env=surroundings, capture_output=True, check=True).stdout


@pytest.mark.parametrize("method", METHODS)
def test_lottery_is_the_same_bytes_under_any_hash_seed_and_thread_count(method):
    first = made(method, "0", "1")

    assert first.count(b'{"attempt":1') == 2
    assert made(method, "1", "4") == first
    assert made(method, "2", "4") == first
