"""Answers as bytes for people and programs: pure functions of the model."""
