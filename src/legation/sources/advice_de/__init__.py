"""The German Federal Foreign Office: travel warnings."""
