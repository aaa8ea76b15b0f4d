"""The page on which the advice is written, fixed and offered."""
