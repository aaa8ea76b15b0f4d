"""Table plans: making them, and the figures that say how good they are."""
