"""Other programs that serve tables over HTTP, each in its fastest fair form, one worker, on loopback."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.rows import QUERY
from bench.server import Running, started

GEOGRAPHIC = Path(sys.prefix) / "pygeoapi" / "bin"
"""Where `make bench` puts pygeoapi: it needs a Python whose sqlite can load extensions."""

SPATIAL = """
import sqlite3, sys
rows, target = sys.argv[1:]
connection = sqlite3.connect(target, isolation_level=None)
connection.enable_load_extension(True)
connection.load_extension("mod_spatialite")
connection.execute("SELECT InitSpatialMetadata(1)")
connection.execute("ATTACH ? AS source", (rows,))
connection.execute("CREATE TABLE missions AS SELECT * FROM source.missions WHERE latitude IS NOT NULL")
connection.execute("SELECT AddGeometryColumn('missions', 'geom', 4326, 'POINT', 'XY')")
connection.execute("UPDATE missions SET geom = MakePoint(longitude, latitude, 4326)")
connection.execute("CREATE INDEX missions_op_host ON missions (sending, receiving)")
print(connection.execute("SELECT count(*) FROM missions WHERE geom IS NOT NULL").fetchone()[0])
"""


@contextmanager
def datasette(rows: Path, folder: Path) -> Iterator[Running]:
    """Datasette with one canned query; faster than its filter on a table."""
    metadata = folder / "metadata.json"
    metadata.write_text(json.dumps({"databases": {rows.stem: {"queries": {"find": {"sql": QUERY}}}}}))
    command = [
        sys.executable,
        "-m",
        "datasette",
        "serve",
        "-i",
        str(rows),
        "-m",
        str(metadata),
        "-p",
        "{port}",
    ]
    with started(command, "/-/versions.json") as running:
        yield running


def spatial_copy(rows: Path, folder: Path) -> Path | str:
    """The rows with coordinates as SpatiaLite has them, or why there are none."""
    if not (GEOGRAPHIC / "gunicorn").is_file():
        return "not installed: make bench does it where a Python with loadable SQLite extensions is"
    target = folder / "missions-spatial.db"
    made = subprocess.run(
        [GEOGRAPHIC / "python", "-c", SPATIAL, rows, target], capture_output=True, text=True, check=False
    )
    if made.returncode:
        return f"no SpatiaLite (apt-get install libsqlite3-mod-spatialite): {made.stderr.strip()[-80:]}"
    return target


@contextmanager
def pygeoapi(spatial: Path, folder: Path) -> Iterator[Running]:
    """One worker of gunicorn, which is faster than its Starlette application."""
    config, description = folder / "pygeoapi.json", folder / "openapi.json"
    config.write_text(json.dumps(configuration(spatial)))
    environment = os.environ | {"PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(description)}
    command = [GEOGRAPHIC / "pygeoapi", "openapi", "generate", config, "--output-file", description]
    command += ["--format", "json"]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    serve: Sequence[str] = [
        *(str(GEOGRAPHIC / "gunicorn"), "--workers", "1", "--bind", "127.0.0.1:{port}"),
        "pygeoapi.flask_app:APP",
    ]
    with started(serve, "/conformance?f=json", environment) as running:
        yield running


def configuration(spatial: Path) -> Mapping[str, object]:
    """What pygeoapi asks to be told: one collection, the spatial rows."""
    contact = {"name": "Bench", "url": "https://example.org/"}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": 5000},
            "url": "http://localhost:5000",
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "languages": ["en-US"],
            "pretty_print": False,
            "limits": {"default_items": 100, "max_items": 100},
            "map": {"url": "https://tile.example.org/{z}/{x}/{y}.png", "attribution": "none"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                "title": "Missions",
                "description": "Missions",
                "keywords": ["missions"],
                "terms_of_service": "https://example.org/",
                "url": "https://example.org/",
            },
            "license": {"name": "CC0-1.0", "url": "https://example.org/"},
            "provider": contact,
            "contact": contact,
        },
        "resources": {
            "missions": {
                "type": "collection",
                "title": "Missions",
                "description": "Missions",
                "keywords": ["missions"],
                "extents": {"spatial": {"bbox": [-180, -90, 180, 90]}},
                "providers": [
                    {
                        "type": "feature",
                        "name": "SQLiteGPKG",
                        "data": str(spatial),
                        "id_field": "id",
                        "table": "missions",
                    }
                ],
            }
        },
    }
