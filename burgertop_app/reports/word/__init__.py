"""Documents for Word: real headings, lists, tables and footnotes, to edit further."""
