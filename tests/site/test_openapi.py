"""The description of the API is valid, and the API keeps to it whatever is asked."""

import json
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from legation.site.app import make_app
from legation.site.openapi import openapi
from legation.site.view import Setting

APP = make_app(Setting(origin="http://localhost"))
API = schemathesis.openapi.from_asgi("/openapi.json", APP)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@API.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_keeps_to_its_description(case: "Case[Any]") -> None:
    case.call_and_validate(checks=CHECKS)


def test_every_type_is_described() -> None:
    description = json.loads(openapi(""))
    assert description["openapi"] == "3.1.0"
    assert {"Answer", "PlaceData", "PostData", "Banner"} <= description["components"]["schemas"].keys()
    assert description["servers"] == [{"url": "/"}]
