"""The archive of a process, and what a request for information needs."""
