"""What was promised, how far it is, and the feedback to who took part."""
