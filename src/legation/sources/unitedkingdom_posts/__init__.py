"""United Kingdom: the offices of each British organisation abroad, as GOV.UK listed them in September 2018."""
