"""The description of the API is valid and complete, and the API keeps to it whatever is asked."""

import json
import re
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import CHECKS, load_all_checks

from legation.site.address import FORMS
from legation.site.app import make_app
from legation.site.openapi import openapi
from legation.site.view import Setting

load_all_checks()
APP = make_app(Setting(origin="http://localhost"))
REFUSED = {"expected-statuses": ["308", "400", "404", "414"]}
CONFIG = schemathesis.Config.from_dict({"checks": {"negative_data_rejection": REFUSED}})
API = schemathesis.openapi.from_asgi("/openapi.json", APP, config=CONFIG)
EVERY: list[Any] = CHECKS.get_all()
IN_WORDS = ("find", "oembed")
"""What takes words and addresses, which no schema can tell from those that name something."""


@API.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_keeps_to_its_description(case: "Case[Any]") -> None:
    # Nor can one tell how far ahead a day may lie.
    meant = case.operation.definition.raw["operationId"] not in IN_WORDS and not (case.query or {}).get("on")
    checks = [one for one in EVERY if meant or one.__name__ != "positive_data_acceptance"]
    case.call_and_validate(checks=checks)


def test_every_type_is_described() -> None:
    description = json.loads(openapi(""))
    assert description["openapi"] == "3.1.0"
    assert {"Answer", "PlaceData", "PostData", "Banner"} <= description["components"]["schemas"].keys()
    assert description["servers"] == [{"url": "/"}]


def test_every_form_of_every_page_is_described() -> None:
    """Pages themselves are for people; all else is in the description, under its path."""
    names = {"answer": "{place}/{who}", "place": "{place}", "abroad": "{state}/abroad", "post": "post/{post}"}
    served = {
        f"/{{language}}/{names.get(kind, kind)}.{form}" for kind, forms in FORMS.items() for form in forms
    }
    described = json.loads(openapi(""))["paths"].keys()
    assert {path for path in served if not path.endswith(".html")} == {
        path for path in described if path.startswith("/{language}")
    }


@pytest.mark.parametrize("path", sorted(json.loads(openapi(""))["paths"]))
def test_every_path_can_be_kept_and_read_from_elsewhere(path: str) -> None:
    examples = {"language": "en", "place": "ru", "state": "nl", "who": "nl", "post": "Q4374029"}
    target = re.sub(r"{(\w+)}", lambda part: examples[part[1]], path)
    target += {"/oembed": "?url=http://localhost/en/ru/", "/en/find.json": "?q=dutch+in+moscow"}.get(
        target, ""
    )
    sheet = APP.answer(b"GET", target.encode(), {})
    headers = dict(sheet.headers)
    assert sheet.status == (303 if "find" in path else 200)
    assert headers[b"access-control-allow-origin"] == b"*"
    assert headers[b"cache-control"].startswith((b"public, max-age=", b"no-store"))
    if sheet.status == 200:
        again = APP.answer(b"GET", target.encode(), {b"if-none-match": headers[b"etag"]})
        assert (again.status, again.body) == (304, b"")
        assert APP.answer(b"HEAD", target.encode(), {}).headers == sheet.headers
