"""The page with letters to residents."""
