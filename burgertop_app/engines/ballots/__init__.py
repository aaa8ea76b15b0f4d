"""Counting votes: exact, the same every time, and blind to who voted and to the order of the slips."""
