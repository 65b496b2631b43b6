"""Forms of names in French, German and Spanish sentences (needs Babel)."""

import pytest

pytest.importorskip("babel", reason="needs the dependency group `names`")

from legation.build.situation.names import compile_names
from legation.store.situation import read_names
from tests.project.conftest import DATA


def test_the_table_is_the_one_that_cldr_and_the_rules_give() -> None:
    assert (DATA / "situation" / "names.tsv").read_text(encoding="utf-8") == compile_names(DATA)


@pytest.mark.parametrize(
    ("language", "place", "forms"),
    [
        ("fr", "RU", ("la Russie", "la Russie", "en Russie")),
        ("fr", "IR", ("l’Iran", "l’Iran", "en Iran")),
        ("fr", "ML", ("le Mali", "le Mali", "au Mali")),
        ("fr", "US", ("les États-Unis", "les États-Unis", "aux États-Unis")),
        ("fr", "MZ", ("le Mozambique", "le Mozambique", "au Mozambique")),
        ("fr", "HT", ("Haïti", "Haïti", "en Haïti")),
        ("fr", "CU", ("Cuba", "Cuba", "à Cuba")),
        ("de", "UA", ("die Ukraine", "der Ukraine", "in der Ukraine")),
        ("de", "SD", ("der Sudan", "dem Sudan", "im Sudan")),
        ("de", "PH", ("die Philippinen", "den Philippinen", "auf den Philippinen")),
        ("de", "ML", ("Mali", "Mali", "in Mali")),
        (
            "es",
            "CF",
            ("la República Centroafricana", "la República Centroafricana", "en la República Centroafricana"),
        ),
        ("en", "GB", ("the United Kingdom", "the United Kingdom", "in the United Kingdom")),
    ],
)
def test_forms(language: str, place: str, forms: tuple[str, str, str]) -> None:
    table = {(row[0], row[1]): row[3:6] for row in read_names(DATA / "situation" / "names.tsv")}
    assert table[language, place] == forms
