"""Measures of quality, each with its own command; `python -m eval` runs them all."""
