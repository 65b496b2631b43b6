"""The frozen nouns of the field. `docs/terms.md` explains each; the Vienna Conventions name them."""
