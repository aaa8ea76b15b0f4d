"""Which projects a citizens' budget pays."""
