"""The view on opinion groups: statements, votes from files, and people as dots without names."""
