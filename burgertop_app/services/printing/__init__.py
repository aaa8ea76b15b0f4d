"""Puts documents together: from what was kept to the value that a report is made from."""
