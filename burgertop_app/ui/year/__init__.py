"""The page about the year of a standing panel."""
