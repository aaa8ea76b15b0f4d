"""The protocol of a draw: what was fixed beforehand, what the number gave, and how anyone can check it."""
