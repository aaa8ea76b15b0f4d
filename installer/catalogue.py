r"""The Dutch catalogue: what the code says, what the catalogue knows, and the difference.

python installer/catalogue.py missing      sentences in the code without Dutch; exit 1 if any
python installer/catalogue.py add FILE|-   add lines "English<TAB>Dutch", or for plurals
                                           "one<TAB>many<TAB>een<TAB>veel"; \n stands for a new line
python installer/catalogue.py tidy         drop what the code no longer says, sort
python installer/catalogue.py compile      write the .mo that the program reads
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP = Path(__file__).parents[1]
SOURCE = TOP / "resources" / "locale" / "nl" / "LC_MESSAGES" / "burgertop.po"
KEYWORDS = {"_": None, "mark": None, "ngettext": (1, 2)}


def said() -> Catalog:
    """Every sentence in the code."""
    catalogue = Catalog(locale="nl")
    for name, line, message, comments, context in extract_from_dir(
        str(TOP / "burgertop_app"), keywords=KEYWORDS, comment_tags=("NL:",)
    ):
        catalogue.add(
            message, locations=[(f"burgertop_app/{name}", line)], auto_comments=comments, context=context
        )
    return catalogue


def known() -> Catalog:
    """The catalogue as it stands."""
    with SOURCE.open("rb") as handle:
        return read_po(handle, locale="nl")


def missing() -> list[str]:
    """Sentences of the code that the catalogue lacks, leaves empty or marks doubtful."""
    have = known()
    gaps = []
    for message in said():
        found = have.get(message.id, message.context)
        if message.id and (found is None or not _complete(found.string) or found.fuzzy):
            gaps.append(str(message.id))
    return gaps


def add(lines: list[str]) -> None:
    """Put translations in the catalogue; a later one replaces an earlier one."""
    with _locked():
        catalogue = known()
        for line in filter(None, lines):
            parts = [part.replace("\\n", "\n") for part in line.rstrip("\n").split("\t")]
            if len(parts) not in (2, 4):
                sys.exit(f"2 or 4 fields wanted: {line}")
            half = len(parts) // 2
            key = parts[0] if half == 1 else tuple(parts[:half])
            catalogue.delete(key)
            catalogue.add(key, parts[1] if half == 1 else tuple(parts[half:]))
        _keep(catalogue)


def tidy() -> None:
    """Keep what the code says, sorted, and nothing else."""
    with _locked():
        have, catalogue = known(), said()
        for message in catalogue:
            found = have.get(message.id, message.context)
            if message.id and found is not None:
                message.string = found.string
            message.locations = []
        _keep(catalogue)


def compiled() -> None:
    """Write the binary catalogue beside the source."""
    with SOURCE.with_suffix(".mo").open("wb") as handle:
        write_mo(handle, known())


def _complete(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def _keep(catalogue: Catalog) -> None:
    temporary = SOURCE.with_suffix(".new")
    with temporary.open("wb") as handle:
        write_po(handle, catalogue, width=110, sort_output=True, no_location=True, omit_header=False)
    temporary.replace(SOURCE)


@contextmanager
def _locked() -> Iterator[None]:
    lock = SOURCE.with_suffix(".lock")
    while True:
        try:
            lock.touch(exist_ok=False)
            break
        except FileExistsError:
            time.sleep(0.05)
    try:
        yield
    finally:
        lock.unlink()


def main() -> None:
    """Do what the first word asks."""
    command, *rest = sys.argv[1:] or ["missing"]
    if command == "missing":
        gaps = missing()
        print(*gaps, sep="\n")
        sys.exit(bool(gaps))
    elif command == "add":
        text = sys.stdin.read() if rest == ["-"] else Path(rest[0]).read_text(encoding="utf-8")
        add(text.splitlines())
    elif command == "tidy":
        tidy()
    elif command == "compile":
        compiled()
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
