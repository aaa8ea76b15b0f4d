"""The pages of a website about one process."""
