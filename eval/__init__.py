"""Quality measured on recorded corpora: `python -m eval.<name>`."""
