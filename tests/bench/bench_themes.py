"""How often the right theme is among three suggestions, beside simpler ways; how many doubles are found.

    PYTHONPATH=. python tests/bench/bench_themes.py [fresh|test|tuning|tuning_2|sample|doubles|time ...]

Labelled cards lie beside this file; `sample` are the cards of the demo.
"""

from __future__ import annotations

import csv
import sys
import warnings
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import TYPE_CHECKING

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.suggesting import Heap, Words
from burgertop_app.engines.duplicates.resembling import resembling
from burgertop_app.engines.themes import features, reading
from burgertop_app.engines.themes.reading import WordBook
from burgertop_app.engines.themes.suggesting import Learnt, suggest
from burgertop_app.exchange.subjects import read_subjects
from tests.bench.telling import say

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SETS = {
    "fresh": HERE / "cards" / "fresh_cards.csv",
    "test": HERE / "cards" / "test.csv",
    "tuning": HERE / "cards" / "tuning.csv",
    "tuning_2": HERE / "cards" / "tuning_2.csv",
    "sample": HERE.parents[1] / "resources" / "sample" / "cards.csv",
}
EXAMPLES = (1, 3, 5, 8)
DRAWS = 30
Sorted = dict[str, str]
Way = "Callable[[Cards, Sorted], dict[str, tuple[str, ...]]]"


@dataclass(frozen=True)
class Cards:
    """Labelled cards by id, without the doubles."""

    texts: dict[str, str]
    themes: dict[str, str]

    @property
    def titles(self) -> list[str]:
        """Every theme."""
        return sorted(set(self.themes.values()))


def load(name: str) -> Cards:
    """A labelled set; a double of another card would make the task too easy and is left out."""
    texts, themes = {}, {}
    with SETS[name].open(encoding="utf-8-sig", newline="") as handle:
        for row in csv.DictReader(handle, delimiter=";"):
            key = row.get("id") or row["nummer"]
            theme = row.get("theme") or row.get("thema") or ""
            if theme and not row.get("same_as"):
                texts[key], themes[key] = row.get("text") or row["tekst"], theme
    return Cards(texts, themes)


def draw(cards: Cards, examples: int, seed: int) -> Sorted:
    """So many sorted cards of each theme, by chance; at least one card of each theme is left to guess."""
    rng = np.random.default_rng([examples, seed])
    chosen: Sorted = {}
    for title in cards.titles:
        own = [key for key, theme in cards.themes.items() if theme == title]
        size = min(examples, len(own) - 1)
        chosen |= {str(key): title for key in rng.choice(own, size, replace=False)}
    return chosen


def largest(cards: Cards, given: Sorted) -> dict[str, tuple[str, ...]]:
    """(a) Always the three largest themes."""
    top = tuple(title for title, _count in Counter(cards.themes.values()).most_common(3))
    return {key: top for key in cards.texts if key not in given}


def letters_regression(names: bool = False, ease: float = 10.0) -> Way:
    """(b) Runs of letters, tf-idf, logistic regression; with `names`, titles are examples as well."""

    def guess(cards: Cards, given: Sorted) -> dict[str, tuple[str, ...]]:
        titles = cards.titles
        maker = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        keys = list(cards.texts)
        made = maker.fit_transform([*cards.texts.values(), *titles])
        known = [at for at, key in enumerate(keys) if key in given]
        wanted = [given[keys[at]] for at in known]
        if names:
            known += range(len(keys), len(keys) + len(titles))
            wanted += titles
        model = LogisticRegression(C=ease, max_iter=200).fit(made[known], wanted)
        rest = [at for at, key in enumerate(keys) if key not in given]
        best = np.argsort(-model.predict_proba(made[rest]), axis=1, kind="stable")[:, :3]
        return {
            keys[at]: tuple(model.classes_[place] for place in row)
            for at, row in zip(rest, best, strict=True)
        }

    return guess


def program(book: WordBook, *, names: bool = True) -> Way:
    """The program itself."""

    def guess(cards: Cards, given: Sorted) -> dict[str, tuple[str, ...]]:
        lines = [Words(key, text, given.get(key)) for key, text in cards.texts.items()]
        heaps = [Heap(title, title if names else "") for title in cards.titles]
        found = suggest(book, lines, heaps, reasons=False)
        return {key: tuple(one.theme for one in found[key]) for key in cards.texts if key not in given}

    return guess


@contextmanager
def without(module: object, name: str) -> Iterator[None]:
    """One ingredient left out for the time being."""
    kept = getattr(module, name)
    setattr(module, name, 0.0)
    try:
        yield
    finally:
        setattr(module, name, kept)


def measure(label: str, cards: Cards, way: Way, examples: tuple[int, ...] = EXAMPLES) -> None:
    """Print the part of the unsorted cards with the right theme among three, over the draws."""
    told = []
    for size in examples:
        hits = []
        for seed in range(DRAWS if size else 1):
            given = draw(cards, size, seed)
            found = way(cards, given)
            hits.append(np.mean([cards.themes[key] in top for key, top in found.items()]) * 100)
        told.append(f"{np.mean(hits):.0f} ± {np.std(hits):.1f} ({min(hits):.0f}–{max(hits):.0f})")
    say(f"| {label} | {' | '.join(told)} |")


def themes(name: str) -> None:
    """The table of one set."""
    cards = load(name)
    say(f"\n{name}: {len(cards.texts)} cards, {len(cards.titles)} themes, {DRAWS} draws")
    book = WordBook(read_subjects())
    measure("(a) three largest themes", cards, largest)
    measure("(b) letters, logistic regression", cards, letters_regression())
    measure("(b) and names of themes", cards, letters_regression(names=True))
    measure("the program", cards, program(book))
    measure("without names of themes", cards, program(book, names=False))
    measure("without the list of subjects", cards, program(WordBook(())))
    measure("without both", cards, program(WordBook(()), names=False))
    with without(reading, "NEIGHBOURS"):
        measure("without neighbouring subjects", cards, program(WordBook(read_subjects())))
    with without(features, "LETTERS"):
        measure("without letters", cards, program(book))
    with without(features, "WORDS"):
        measure("without words", cards, program(book))
    measure("nothing sorted yet, names only (column 1)", cards, program(book), (0,))


def near_misses(name: str) -> set[frozenset[str]]:
    """Pairs that were marked because they look alike and ask something else; none for an older set."""
    path = SETS[name].with_name(f"{name}_near_misses.csv")
    if not path.exists():
        return set()
    with path.open(encoding="utf-8", newline="") as handle:
        return {frozenset(row.values()) for row in csv.DictReader(handle, delimiter=";")}


def doubles(name: str) -> None:
    """Precision and recall of the doubles of one set."""
    with SETS[name].open(encoding="utf-8", newline="") as handle:
        found = list(csv.DictReader(handle, delimiter=";"))
    texts = {row["id"]: row["text"] for row in found}
    marked = {frozenset((row["id"], row["same_as"])) for row in found if row["same_as"]}
    lines = [Words(key, text) for key, text in texts.items()]
    pairs = resembling(WordBook(read_subjects()), lines)
    shown = {frozenset((pair.card, pair.other)) for pair in pairs}
    right = shown & marked
    say(f"\n{name}: {len(marked)} marked, {len(shown)} shown, {len(right)} right")
    say(f"precision {len(right) / len(shown):.2f}, recall {len(right) / len(marked):.2f}")
    near = near_misses(name)
    say(f"{len(shown & near)} of {len(near)} marked near misses shown")
    for pair in sorted(shown - marked, key=sorted):
        say("  wrong: " + " / ".join(texts[key] for key in sorted(pair)))
    for pair in sorted(marked - shown, key=sorted):
        say("  missed: " + " / ".join(texts[key] for key in sorted(pair)))


def time() -> None:
    """CPU seconds for 1 000, 10 000 and 50 000 cards, a third of them sorted, and the most memory so far."""
    cards = load("test")
    texts = list(cards.texts.values())
    for size in (1_000, 10_000, 50_000):
        rng = np.random.default_rng(size)
        mixed = [f"{rng.choice(texts)} {rng.choice(texts)} {at}" for at in range(size)]
        some = [Words(at, text, at % 15 if at % 3 == 0 else None) for at, text in enumerate(mixed)]
        heaps = [Heap(at, title) for at, title in enumerate(cards.titles[:15])]
        began = process_time()
        book = WordBook(read_subjects())
        made = process_time()
        suggest(book, some, heaps)
        first = process_time()
        made_rows = features.rows(book, [*(one.text for one in some), *(heap.text for heap in heaps)])
        read = process_time()
        Learnt(made_rows, some, heaps).all(UNHEARD, reasons=True)
        again = process_time()
        resembling(book, some)
        done = process_time()
        say(
            f"{size} cards: list {made - began:.2f}, first {first - made:.2f}, "
            f"after one more is sorted {again - read:.2f}, doubles {done - again:.2f} CPU s, "
            f"{getrusage(RUSAGE_SELF).ru_maxrss // 1024} MB"
        )


def main(wanted: list[str]) -> None:
    """Do what is asked, everything by default."""
    for name in wanted or [*SETS, "doubles", "time"]:
        if name in SETS:
            themes(name)
        elif name == "time":
            time()
        else:
            for one in ("tuning", "tuning_2", "test", "fresh"):
                doubles(one)


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    main(sys.argv[1:])
