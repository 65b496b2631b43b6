"""Turn captures of sources into the text in `data/`."""
