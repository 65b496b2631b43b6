"""Any list in delimited text, read by a small mapping: see `docs/how-to/add-a-list.md`."""
