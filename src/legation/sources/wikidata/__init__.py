"""Wikidata: items of diplomatic missions and consulates, as captured between 2020 and 2022, or live."""
