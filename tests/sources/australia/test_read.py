"""Pages in the form of the captures; states and cities are real, posts and contacts are not."""

from pathlib import Path

from legation.places import Gazetteer
from tests.sources.reading import read_rows, values

CUBA = """# Local contacts

#### Emergencies

* family and friends

#### Police

Call 106.

#### Consular contacts

Read the [charter](/node/46). Australia has a consulate in Havana headed by an Honorary Consul.
The [Australian Embassy in Perm](/x) is closed.

#### Canadian Embassy, Havana

1 Invented Street (between 2)
Ms Invented Person
Havana, 11300, Cuba

Telephone: +1 202 555 0123/4
Email: havana@example.org
Website: [example.org/cuba](https://example.org/cuba)

#### Australian Consulate, Havana

Phone: (+1 202) 555-0125
Opening hours: 9am-1pm, Monday to Friday
Facebook: [x](https://example.org/x)

#### Australian Embassy, Mexico City

11580 CDMX Mexico
Phone: +61 2 5550 0123

#### 24-hour Consular Emergency Centre

* +61 2 6261 3305 from overseas
"""


def test_posts_of_others_are_claims_about_others(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = {
        row.record: row
        for row in read_rows("australia", tmp_path, gazetteer, {"Cuba.md": CUBA})
        if row.about == "post"
    }
    canadian = values(rows["CA CU Havana embassy"])
    assert canadian["phones"] == ["+12025550123", "+12025550124"]
    assert canadian["address"] == "1 Invented Street (between 2), Havana, 11300, Cuba"
    assert (canadian["emails"], canadian["website"]) == (["havana@example.org"], "https://example.org/cuba")


def test_a_consulate_that_a_sentence_calls_honorary_is(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = {row.record: row for row in read_rows("australia", tmp_path, gazetteer, {"Cuba.md": CUBA})}
    assert values(rows["AU CU Havana honorary consulate"])["hours"] == "9am-1pm, Monday to Friday"
    assert values(rows["AU RU Perm embassy"])["closed"] == "2026-01-31"


def test_numbers_and_helpers_of_a_place(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = [
        row for row in read_rows("australia", tmp_path, gazetteer, {"Cuba.md": CUBA}) if row.about == "place"
    ]
    assert [values(row) for row in rows] == [
        {"police": ["106"]},
        {"helped-by": ["AU Mexico City, MX", "AU Perm, RU", "CA Havana, CU"]},
    ]
    assert {row.record for row in rows} == {"CU"}


def test_the_ministrys_line_is_on_no_post(tmp_path: Path, gazetteer: Gazetteer) -> None:
    rows = read_rows("australia", tmp_path, gazetteer, {"Cuba.md": CUBA})
    assert not [row for row in rows for claim in row.claims if "6261" in str(claim.value)]
