"""Argentina: the foreign ministry's open data on its own posts, with duty telephones and consular districts."""
