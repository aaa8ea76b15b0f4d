"""The wizard that brings people in from a sheet."""
