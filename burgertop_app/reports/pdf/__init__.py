"""The only door to reportlab: `document.pdf` makes the file of a document, pieces and all.

Pieces say what a thing is (heading, list, table, figure with its text), never how it is drawn,
so that this layer can tag the file without touching the documents.
"""
