"""The United States Department of State: travel advisories."""
