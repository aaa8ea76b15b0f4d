"""The page above all processes."""
