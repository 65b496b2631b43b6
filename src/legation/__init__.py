"""legation: who can help a citizen of X in Y, how to reach them, and what is going on there."""
