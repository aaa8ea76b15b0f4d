"""Handing a process over to the archive, and answering a request for information."""
