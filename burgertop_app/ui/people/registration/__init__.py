"""Registration on the page about people: replies, the response, differences, and closing."""
