import os
import subprocess
import sys
from pathlib import Path

import pytest

POOLS = Path(__file__).parents[2] / "fixtures" / "pools" / "nl_n70_k24_f5"

SCRIPT = """
import sys
from pathlib import Path
from burgertop_app.domain.canonical import canonical
from burgertop_app.domain.draws import DrawRules
from burgertop_app.domain.lottery_file import lottery_json
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.sortition.lottery import compute
from burgertop_app.exchange.pool_sheet import read_pool
from burgertop_app.exchange.quota_sheet import read_quotas
folder = Path(sys.argv[1])
quotas = read_quotas(folder / "quotas.csv")
pool = read_pool(folder / "people.csv", quotas).pool
lottery = compute(pool, quotas, DrawRules(24, sys.argv[2]), UNHEARD)
sys.stdout.buffer.write(canonical(lottery_json(lottery, rehearsal=True)))
"""


def made(method, hash_seed, threads):
    surroundings = os.environ | {"PYTHONHASHSEED": hash_seed, "OMP_NUM_THREADS": threads}
    command = [sys.executable, "-c", SCRIPT, str(POOLS), method]
    return subprocess.run(command, env=surroundings, capture_output=True, check=True).stdout


@pytest.mark.parametrize("method", ["leximin", "maximin"])
def test_lottery_is_the_same_bytes_under_any_hash_seed_and_thread_count(method):
    first = made(method, "0", "1")

    assert first.startswith(b'{"attempt":1')
    assert made(method, "1", "2") == first
    assert made(method, "2", "4") == first
