"""The very queries that go to Wikidata, run by a real SPARQL engine on loopback over invented items."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs

import pyoxigraph
import pytest

from legation.build.fetch import Fetcher, Limits
from legation.errors import StopSource
from legation.sources.wikidata.live import BATCH, JSON, capture
from tests.build.serving import answer, serving

pytestmark = pytest.mark.server

PREFIXES = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
wd:Q3917681 wdt:P279 wd:Q213283 ; rdfs:label "embassy"@en, "ambassade"@fr .
wd:Q372690 wdt:P279 wd:Q7843791 ; rdfs:label "consulate general"@en .
wd:Q31 rdfs:label "Belgium"@en, "Belgique"@fr .
wd:Q55 rdfs:label "Netherlands"@en .
wd:Q32 rdfs:label "Luxembourg"@mul .
wd:Q9000001 rdfs:label "Invented; City"@en .
"""
EMBASSY = """
wd:Q9000010 wdt:P31 wd:Q3917681 ; wdt:P137 wd:Q55 ; wdt:P17 wd:Q31 ; wdt:P131 wd:Q9000001 ;
  wdt:P1001 wd:Q31, wd:Q32 ; wdt:P625 "Point(4.37 50.84)"^^geo:wktLiteral ;
  wdt:P1329 "+32-2-555-01-00", "+32-2-555-01-01" ; wdt:P968 <mailto:post@example.org> ;
  wdt:P856 <https://example.org/?a=1;b=2> ; wdt:P571 "1919-01-01T00:00:00Z"^^xsd:dateTime ;
  wdt:P6375 "1, Rue inventée"@fr .
"""
CONSULATE = """
wd:Q9000002 wdt:P31 wd:Q372690 ; wdt:P137 wd:Q55 ; wdt:P17 wd:Q31 ; wdt:P276 wd:Q9000001 ;
  wdt:P576 "2020-05-01T00:00:00Z"^^xsd:dateTime .
"""
NOT_A_POST = "wd:Q9000003 wdt:P31 wd:Q5 ; wdt:P137 wd:Q55 ; wdt:P17 wd:Q31 ."


@contextmanager
def engine(turtle: str) -> Iterator[str]:
    store = pyoxigraph.Store()
    store.load(input=(PREFIXES + turtle).encode(), format=pyoxigraph.RdfFormat.TURTLE)

    def serve(request: BaseHTTPRequestHandler, body: bytes) -> None:
        results = store.query(parse_qs(body.decode())["query"][0])
        assert isinstance(results, pyoxigraph.QuerySolutions)
        answer(request, results.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b"", JSON)

    with serving(serve) as origin:
        yield origin


def rows(turtle: str) -> list[dict[str, str]]:
    with engine(turtle) as origin:
        text = capture(
            Fetcher("wikidata", loopback=origin, limits=Limits(pause=0)), f"{origin}/sparql"
        ).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_an_item_becomes_one_row_in_the_shape_of_the_captures() -> None:
    (row,) = rows(EMBASSY + NOT_A_POST)
    assert row == {
        "operator": "Netherlands",
        "operatorQID": "http://www.wikidata.org/entity/Q55",
        "jurisdictions": "Belgium|Luxembourg",
        "jurisdictionQIDs": "http://www.wikidata.org/entity/Q31|http://www.wikidata.org/entity/Q32",
        "country": "Belgium",
        "countryQID": "http://www.wikidata.org/entity/Q31",
        "city": "Invented; City",
        "cityQID": "http://www.wikidata.org/entity/Q9000001",
        "address": "1, Rue inventée",
        "latitude": "50.84",
        "longitude": "4.37",
        "phone": "+32-2-555-01-00|+32-2-555-01-01",
        "email": "mailto:post@example.org",
        "website": "https://example.org/?a=1;b=2",
        "type": "embassy",
        "typeQID": "http://www.wikidata.org/entity/Q3917681",
        "creation": "1919-01-01T00:00:00Z",
        "dissolved": "",
        "state": "",
        "QID": "http://www.wikidata.org/entity/Q9000010",
    }


def test_rows_come_by_number_and_a_closing_is_read() -> None:
    first, second = rows(EMBASSY + CONSULATE)
    assert (first["QID"][-8:], second["QID"][-8:]) == ("Q9000002", "Q9000010")
    assert first["dissolved"] == "2020-05-01T00:00:00Z"
    assert first["city"] == "Invented; City"


def test_more_posts_than_one_question_holds_are_asked_in_batches() -> None:
    many = "".join(
        f"wd:Q{n} wdt:P31 wd:Q3917681 ; wdt:P137 wd:Q55 ; wdt:P17 wd:Q31 .\n"
        for n in range(1000, 1000 + BATCH + 1)
    )
    assert len(rows(many)) == BATCH + 1


def test_what_no_sparql_service_would_say_stops_the_source() -> None:
    def odd(request: BaseHTTPRequestHandler, body: bytes) -> None:
        answer(request, b'{"hello": "world"}', JSON)

    with serving(odd) as origin, pytest.raises(StopSource, match="not answer in the SPARQL JSON format"):
        capture(Fetcher("wikidata", loopback=origin), origin)


def test_posts_that_vanish_between_two_questions_stop_the_source() -> None:
    one = b'{"head": {}, "results": {"bindings": [{"post": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"}}]}}'
    answers = iter([one, b'{"head": {}, "results": {"bindings": []}}'])

    def forgetful(request: BaseHTTPRequestHandler, body: bytes) -> None:
        answer(request, next(answers), JSON)

    with serving(forgetful) as origin, pytest.raises(StopSource, match="nothing on 1 posts"):
        capture(Fetcher("wikidata", loopback=origin, limits=Limits(pause=0)), origin)
