"""Cards: entering them, the wall with a column per theme, and the list."""
