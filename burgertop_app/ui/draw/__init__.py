"""The page about the draw, and the view for the beamer."""
