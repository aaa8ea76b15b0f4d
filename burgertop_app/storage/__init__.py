"""Keeping: rows, transactions and the workspace file."""
