"""The view on a citizens' budget: before the vote, while papers come in, and the outcome side by side."""
