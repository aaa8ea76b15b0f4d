"""The page about people: who they are, how far they are, and bringing them in."""
