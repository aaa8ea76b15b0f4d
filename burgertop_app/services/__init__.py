"""What an organiser asks for, one method per request."""
