"""Which people stand together, and whether people vote alike more than by chance.

People are divided by k-means, in two to five groups and no more than their number carries; the sharpest
division by the silhouette is taken, of those in which each group has at least ten people. Whether there is
anything to divide is tried by shuffling the votes of each statement among those who voted on it, again and
again: when shuffled votes ever show as much difference in two dimensions, people do not vote alike more than
by chance, and there are no groups.

Source: for the range of k and the silhouette Polis, math/src/polismath/math/conversation.clj (`max-k-fn`,
`group-clusterings-silhouettes`). Different from there: people are divided directly rather than in a hundred
base clusters first, there is no smoothing over time, and the shuffling is ours, after Horn (1965), A
rationale and test for the number of factors in factor analysis; by chance it lets groups through once in
`SHUFFLES` + 1 times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

from burgertop_app.domain.opinion_map import LEAST_IN_GROUP, MOST_GROUPS
from burgertop_app.engines.opinions.placing import placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from burgertop_app.domain.progress import Progress

PHASE = "opinions"
SHUFFLES = 99
TRIES = 5
PEOPLE_PER_GROUP = 12
SILHOUETTE_MOST = 1_500
"""Of more people the silhouette looks at so many, chosen by the seed."""


class Division(NamedTuple):
    """A group per person, counting from 0, and how sharp the division is."""

    groups: NDArray[np.int64]
    sharpness: float


class Choice(NamedTuple):
    """The sharpest division that may be shown, None when there is none, and the sharpest of all."""

    shown: Division | None
    sharpest: Division | None


def divided(points: NDArray[np.float64], seed: int) -> Choice:
    """The divisions of people who stand at `points`, shape (people, 2).

    Groups are in order of size, the largest first, then from left to right.
    """
    shown: Division | None = None
    sharpest: Division | None = None
    for division in _divisions(points, seed):
        if sharpest is None or division.sharpness > sharpest.sharpness:
            sharpest = division
        small = np.bincount(division.groups).min() < LEAST_IN_GROUP
        if not small and (shown is None or division.sharpness > shown.sharpness):
            shown = division
    return Choice(shown, sharpest)


def shown_by_chance(votes: NDArray[np.float64], beyond: float, seed: int, progress: Progress) -> float:
    """The most difference that two dimensions show of shuffled votes; it ends when that is `beyond`.

    Args:
        votes: shape (people, statements).
        beyond: the part of all difference that two dimensions show of the votes themselves.
        seed: of the shuffling.
        progress: hears how far it is.

    Raises:
        Cancelled: somebody pressed Cancel.
    """
    rng = np.random.default_rng(seed)
    most = 0.0
    for time in range(SHUFFLES):
        progress.checkpoint(PHASE, time / SHUFFLES)
        places = placed(_shuffled(votes, rng))
        most = most if places is None else max(most, places.shown)
        if most >= beyond:
            break
    return most


def _divisions(points: NDArray[np.float64], seed: int) -> Iterator[Division]:
    different = len(np.unique(np.round(points, 9), axis=0))
    most = min(MOST_GROUPS, 2 + len(points) // PEOPLE_PER_GROUP, different, len(points) - 1)
    for count in range(2, most + 1):
        found = KMeans(n_clusters=count, n_init=TRIES, random_state=seed).fit(points)
        groups = _named(found.labels_, points, count)
        if len(np.unique(groups)) < 2:
            continue
        looked = SILHOUETTE_MOST if len(points) > SILHOUETTE_MOST else None
        sharp = silhouette_score(points, groups, sample_size=looked, random_state=seed)
        yield Division(groups, float(sharp))


def _named(labels: NDArray[np.int32], points: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    sizes = np.bincount(labels, minlength=count)
    middles = [points[labels == one].mean(axis=0) if sizes[one] else np.zeros(2) for one in range(count)]
    order = sorted(range(count), key=lambda one: (-sizes[one], round(float(middles[one][0]), 9)))
    names = np.empty(count, dtype=np.int64)
    names[order] = np.arange(count)
    named: NDArray[np.int64] = names[labels]
    return named


def _shuffled(votes: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """The votes of each statement over those who voted on it; who saw what stays."""
    mixed = votes.copy()
    for column in range(votes.shape[1]):
        there = np.flatnonzero(~np.isnan(votes[:, column]))
        mixed[there, column] = votes[rng.permutation(there), column]
    return mixed
