"""United States: the posts that the Department of State names for each country, as its travel pages give them."""
