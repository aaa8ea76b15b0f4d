"""Documents as web pages: every reader, every width, without a script."""
