import pytest

from legation.places import Gazetteer
from legation.sources.pages.sign import Sign, read_sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("U.S. Consulate General Barcelona", Sign("US", "consulate general", "Barcelona")),
        ("U.S. EMBASSY BERLIN", Sign("US", "embassy", "BERLIN")),
        ("The U.S. Embassy in Majuro", Sign("US", "embassy", "Majuro")),
        ("U.S. Consular Agent - Genoa", Sign("US", "consulate", "Genoa")),
        ("Manaus Consular Agency", Sign("US", "consulate", "Manaus")),
        ("Embassy Branch Office in Belo Horizonte", Sign("US", "office", "Belo Horizonte")),
        ("U.S. Embassy Jerusalem Branch Office Tel Aviv", Sign("US", "office", "Tel Aviv")),
        ("U.S. Embassy to the Holy See", Sign("US", "embassy", None, "Holy See")),
        ("Australian Consulate-General, São Paulo", Sign("AU", "consulate general", "São Paulo")),
        ("Australian Honorary Consul, Muscat", Sign("AU", "honorary consulate", "Muscat")),
        ("Embassy of Canada, Kinshasa", Sign("CA", "embassy", "Kinshasa")),
        ("Embassy of Sweden Pyongyang", Sign("SE", "embassy", "Pyongyang")),
        ("Embassy of the United Kingdom, Kabul", Sign("GB", "embassy", "Kabul")),
        ("Office of the Embassy of Canada to Nicaragua", Sign("CA", "embassy", None, "Nicaragua")),
        ("British Deputy High Commission Chennai", Sign("GB", "consulate general", "Chennai")),
        ("Honorary British Consul Dominica", Sign("US", "honorary consulate", "Dominica")),
        ("Australian Embassy", Sign("AU", "embassy", None)),
        ("Virtual Embassy Tehran", None),
        ("Embassy of Switzerland – Foreign Interests Section", None),
        ("Visa section of the British Embassy", None),
        ("Always call before going to the High Commission.", None),
        ("Consular Agency in Recife’s Consular District", None),
        ("Checking the Embassy", None),
        ("Calle 60 No. 338-K x 29 y 31", None),
        ("Embassy " * 500, None),
    ],
)
def test_names(text: str, sign: Sign | None, gazetteer: Gazetteer) -> None:
    assert read_sign(text, gazetteer, "US") == sign
