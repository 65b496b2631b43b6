"""GDACS: alerts of disasters."""
