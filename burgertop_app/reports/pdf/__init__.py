"""The only door to reportlab: a document is a tuple of pieces, and `document.pdf` makes the file.

Pieces say what a thing is (heading, list, table, figure with its text), never how it is drawn,
so that a layer that tags the file can be put underneath without touching the documents.
"""
