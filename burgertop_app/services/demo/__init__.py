"""The whole chain in one go: on the shipped sample, or on one's own pool."""
