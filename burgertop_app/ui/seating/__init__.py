"""The page about meetings and tables."""
