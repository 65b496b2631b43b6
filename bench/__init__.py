"""Measures of speed and size, each beside a peer in the same run."""
