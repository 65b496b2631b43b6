# Starts from Python 3.11, pip and make alone: uv comes from pip into .venv, everything else through uv.
.PHONY: map screenshots check lint types imports test data names serve eval bench docs clean
.DEFAULT_GOAL := check
PYTHON ?= python3
BIN := .venv/bin
CAPTURES ?= ../shared/data
# Trust the certificates that the system trusts, as pip does (the name of the switch changed between versions of uv).
export UV_SYSTEM_CERTS = 1
export UV_NATIVE_TLS = 1

.venv/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --constraint constraints.txt --group dev --editable ".[build,news,site,mcp,ray]"
	@touch $@

check: lint types imports test  ## all that must hold before a change lands

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.ready
	$(BIN)/mypy

imports: .venv/.ready
	$(BIN)/lint-imports

test: .venv/.ready .venv/.browser .venv/axe.min.js
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered -q

# For the tests that drive a browser; they skip by name where neither can be had.
.venv/.browser: .venv/.ready
	command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium >/dev/null) || echo "no chromium here"
	@touch $@

data: .venv/.ready  ## directory text from the captures in CAPTURES
	$(BIN)/legation build --from $(CAPTURES)

eval: .venv/.ready
	$(BIN)/python -m eval

docs: .venv/.ready  ## reference pages that are made from the types and docstrings
	$(BIN)/python -m legation.render.schema > docs/reference/answer.schema.json
	$(BIN)/python docs/generate/python_reference.py

bench: .venv/.ready .venv/.peers
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --constraint constraints.txt --group bench
	$(BIN)/python -m bench

# What the site is measured with and against; benchmarks name what cannot be had and leave it out. pygeoapi needs a
# Python whose sqlite can load extensions, as Debian's own can.
.venv/.peers: .venv/.ready
	for package in wrk libsqlite3-mod-spatialite; do dpkg -s $$package >/dev/null 2>&1 || apt-get install -y -qq $$package >/dev/null || echo "no $$package here"; done
	for python in /usr/bin/python3.1?; do $$python -c "import sqlite3; sqlite3.connect(':memory:').enable_load_extension(True)" \
		&& $(BIN)/uv venv --quiet --clear --python $$python .venv/pygeoapi \
		&& $(BIN)/uv pip install --quiet --python .venv/pygeoapi/bin/python "pygeoapi==0.21.*" "gunicorn>=23" && break; done || echo "no pygeoapi here"
	@touch $@

map:  ## the map's script and outlines, from data/places; needs node
	cd src/legation/site/map && npm install --no-save --silent && node outlines.mjs ../../../../data/places/borders.geojsonl ../static/outlines.json
	cd src/legation/site/map && npx esbuild map.js --bundle --minify --format=esm --legal-comments=none \
		--banner:js='/* legation (MIT) with d3-geo, d3-array, topojson-client (ISC, Mike Bostock) */' --outfile=../static/map.js

screenshots: .venv/.ready  ## pictures of the main pages; needs chromium
	$(BIN)/python -m bench.screenshots screenshots

clean:
	rm -rf .venv dist .coverage* legation.sqlite*

# axe-core, for the accessibility tests; they skip by name where npm is missing.
.venv/axe.min.js: .venv/.ready
	@cd .venv && npm pack --silent axe-core@4.14.1 >/dev/null 2>&1 && tar xzf axe-core-4.14.1.tgz package/axe.min.js \
		&& mv package/axe.min.js . && rm -r package axe-core-4.14.1.tgz || echo "no axe-core here"
