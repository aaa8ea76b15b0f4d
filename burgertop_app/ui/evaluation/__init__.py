"""The page on which questions are filled in and compared."""
