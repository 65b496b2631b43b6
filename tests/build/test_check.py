import msgspec
import pytest

from legation.build.check import check
from legation.errors import StopSource
from legation.model.claims import Said
from tests.build.test_pack import RECORD

PLACES = frozenset({"NL", "RU"})


def test_a_whole_record_passes() -> None:
    check([RECORD], PLACES)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"sending": "XX"}, "XX is not in the register"),
        ({"receiving": "NL"}, "stands in its own state"),
        (
            {"claims": RECORD.claims | {"mood": (Said("good", "wikidata", "2022-11-16"),)}},
            "unknown field mood",
        ),
        (
            {"claims": RECORD.claims | {"website": (Said("ftp://example.org", "wikidata", "2022-11-16"),)}},
            "website",
        ),
        ({"claims": RECORD.claims | {"city": (Said("Moscow", "", "2022-11-16"),)}}, "without source or date"),
        ({"claims": RECORD.claims | {"kind": (Said("palace", "wikidata", "2022-11-16"),)}}, "palace"),
        ({"claims": RECORD.claims | {"position": (Said("north", "wikidata", "2022-11-16"),)}}, "array"),
        ({"claims": {}}, "missing required field"),
    ],
)
def test_a_faulty_record_is_named_with_its_fault(changes: dict[str, object], fault: str) -> None:
    with pytest.raises(StopSource, match=fault) as stopped:
        check([msgspec.structs.replace(RECORD, **changes)], PLACES)
    assert stopped.value.locator == "Q10"


def test_an_id_stands_once() -> None:
    with pytest.raises(StopSource, match="Q10: has its id twice"):
        check([RECORD, RECORD], PLACES)
