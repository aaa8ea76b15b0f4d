"""The window: pages that show and ask."""
