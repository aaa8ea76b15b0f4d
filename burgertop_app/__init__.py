"""Burgertop: a citizen panel from the first letter to the answered advice."""
