"""The World Factbook: foreign missions in the United States, American missions abroad."""
