"""Which cards seem to say the same."""
