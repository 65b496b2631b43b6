"""OpenStreetMap: diplomatic offices in an extract (`.osm.pbf`) or an answer of Overpass (JSON)."""
