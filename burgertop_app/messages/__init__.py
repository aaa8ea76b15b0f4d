"""Sentences for people: one place for screen, terminal and paper."""
