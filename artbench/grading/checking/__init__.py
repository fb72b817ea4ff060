"""Checking what was read against the facts of the picture."""
