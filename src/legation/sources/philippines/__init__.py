"""The Philippines: the foreign ministry's list of embassies and consulates in the country."""
