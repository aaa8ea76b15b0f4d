"""Which theme a card may belong to, learnt from the cards that people sorted."""
