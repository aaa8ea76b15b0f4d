"""Where people stand who voted on statements: who votes alike stands close together, in two dimensions.

A statement that somebody said nothing of counts for them as its average; then come the two directions in
which people differ most. Of each person only what they did say is weighed, and who said little is moved
outward by the root of the part that they saw, so that saying little does not make a moderate.

Source: Polis, math/src/polismath/math/conversation.clj (`mat`, `in-conv`) and pca.clj
(`sparsity-aware-project-ptpt`), https://github.com/compdemocracy/polis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.decomposition import PCA

from burgertop_app.domain.opinion_map import LEAST_VOTES_EACH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from burgertop_app.domain.opinions import VoteTable

DIMENSIONS = 2
NOTHING = 1e-9


class Places(NamedTuple):
    """Where people stand, shape (people, 2), and the part of all difference that this shows."""

    points: NDArray[np.float64]
    shown: float


def matrix(table: VoteTable) -> NDArray[np.float64]:
    """The votes, shape (voters, statements): 1, 0, -1, or not a number where nothing was said."""
    rows = [[np.nan if cell is None else float(cell) for cell in row] for row in table.said]
    return np.array(rows, dtype=np.float64).reshape(len(table.voters), len(table.statements))


def taking_part(votes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Who gave at least seven votes, or all of them where there are fewer statements that anybody voted on.

    Args:
        votes: shape (people, statements), each column with at least one vote.
    """
    given = (~np.isnan(votes)).sum(axis=1)
    least = min(LEAST_VOTES_EACH, votes.shape[1])
    found: NDArray[np.bool_] = given >= least
    return found


def placed(votes: NDArray[np.float64]) -> Places | None:
    """Where everybody stands; None when all who said anything said the same.

    The sign of a direction is free: of each, the statement that weighs most points to the positive side (the
    first one where two weigh the same), so that the picture does not turn over by itself.

    Args:
        votes: shape (people, statements), each column with at least one vote.
    """
    there = ~np.isnan(votes)
    means = np.nanmean(votes, axis=0)
    whole = np.where(there, votes, means)
    if np.ptp(whole, axis=0).max() < NOTHING:
        return None
    found = PCA(n_components=DIMENSIONS, svd_solver="covariance_eigh").fit(whole)
    directions = _turned(found.components_)
    moved = np.where(there, votes - means, 0.0) @ directions.T
    outward = np.sqrt(votes.shape[1] / np.maximum(there.sum(axis=1), 1))
    return Places(moved * outward[:, None], float(np.nansum(found.explained_variance_ratio_)))


def _turned(directions: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.round(np.abs(directions), 9)
    heaviest = directions[np.arange(len(directions)), weights.argmax(axis=1)]
    return directions * np.where(heaviest < 0, -1.0, 1.0)[:, None]
