"""UCDP/PRIO Armed Conflict Dataset: which sides fight, by year."""
