"""The answer of the college: offering, receipt, term, reminders and the word on each recommendation."""
