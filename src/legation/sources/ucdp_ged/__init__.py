"""UCDP Georeferenced Event Dataset, candidate events: where they fight, by month."""
