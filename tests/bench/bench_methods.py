"""CPU seconds and figures of the chances by one method, without rounding to numbered panels.

python tests/bench/bench_methods.py METHOD FOLDER SEATS

FOLDER has people.csv and quotas.csv. Prints one JSON line. Not a test: pytest does not collect it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from burgertop_app.domain.draw_comparison import MethodChances
from burgertop_app.domain.draws import DrawRules
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.sortition.lottery import chances
from burgertop_app.exchange.pool_sheet import read_pool
from burgertop_app.exchange.quota_sheet import read_quotas


def main() -> None:
    """Measure one method on one pool."""
    method, folder, seats = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    quotas = read_quotas(folder / "quotas.csv")
    pool = read_pool(folder / "people.csv", quotas).pool
    start = time.process_time()
    found = MethodChances(method, chances(pool, quotas, DrawRules(seats, method=method), UNHEARD))
    line = {
        "method": method,
        "pool": folder.name,
        "cpu_s": round(time.process_time() - start, 2),
        "lowest": round(found.lowest, 6),
        "highest": round(found.highest, 6),
        "gini": round(found.gini, 4),
        "without_chance": found.without,
    }
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
