"""Made-up voters: so many groups that each have a line of their own, or no line at all."""

from __future__ import annotations

import numpy as np

from burgertop_app.domain.opinions import VoteTable


def table(votes):
    """The votes, shape (people, statements), not a number where nothing was said."""
    rows = tuple(tuple(None if np.isnan(cell) else int(cell) for cell in row) for row in votes)
    return VoteTable(tuple(range(votes.shape[1])), tuple(range(len(votes))), rows)


def grouped(seed, groups, each=40, statements=24, gone=0.25):
    """People of so many groups, who say what their group says six times in seven; and their true groups."""
    rng = np.random.default_rng(seed)
    line = rng.choice([-1, 1], size=(groups, statements))
    truth = np.repeat(np.arange(groups), each)
    loose = rng.choice([-1, 0, 1], size=(len(truth), statements))
    votes = np.where(rng.random(loose.shape) < 6 / 7, line[truth], loose).astype(float)
    votes[rng.random(votes.shape) < gone] = np.nan
    return votes, truth


def random(seed, people=120, statements=24):
    """People who vote without any line."""
    rng = np.random.default_rng(seed)
    votes = rng.choice([-1, 0, 1], size=(people, statements), p=(0.35, 0.2, 0.45)).astype(float)
    votes[rng.random(votes.shape) < 0.3] = np.nan
    return votes
