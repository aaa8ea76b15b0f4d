"""The page with the boards that a form names."""
