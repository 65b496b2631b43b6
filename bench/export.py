"""The whole site in English as files, then again with one post changed: `python -m bench.export`."""
