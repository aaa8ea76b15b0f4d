"""Proposals: their words, their cards, and the vote on them."""
