"""The history of the schema; each revision stands on its own."""
