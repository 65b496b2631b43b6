"""Pages of prose on which a ministry names posts: what is common to reading them."""
