"""The wizard that invites people at random from a list."""
