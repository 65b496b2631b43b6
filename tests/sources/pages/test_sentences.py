import pytest

from legation.sources.pages.sentences import find_closed_post, find_closure, find_districts, is_honorary


@pytest.mark.parametrize(
    ("said", "since"),
    [
        ("U.S. Embassy Perm suspended operations on August 31, 2021.", "2021-08-31"),
        ("The embassy suspended operations in 2012, and cannot help.", "2012"),
        ("Has temporarily suspended operations from Wednesday 11 February 2015", "2015-02-11"),
        ("The consulate will be closed from 16 January 2025 until further notice.", "2025-01-16"),
        ("The agency is permanently closed.", "2025-08-14"),
        ("The consulate will be closed from 16 January 2026.", "2025-08-14"),
        ("The embassy is closed on local holidays.", None),
        ("The embassy is closed for in-person appointments.", None),
        ("The embassy is open.", None),
    ],
)
def test_closures(said: str, since: str | None) -> None:
    assert find_closure(said, "2025-08-14") == since


def test_a_closed_post_is_named_in_a_sentence() -> None:
    said = "The U.S. Embassy in Perm suspended operations on March 11, 2019."
    assert find_closed_post(said) == "U.S. Embassy in Perm"
    assert find_closed_post("The U.S. Embassy in Perm is open.") is None


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "This consular district includes Henan, Hubei, Hunan, and Jiangxi.",
            ["Henan", "Hubei", "Hunan", "Jiangxi"],
        ),
        (
            "It provides services for the states of Bihar, West Bengal, and Assam, and the union territory of Delhi.",
            ["Bihar", "West Bengal", "Assam", "Delhi"],
        ),
        ("The consular district includes the province of Ontario except for the counties of Lanark.", []),
        ("The district is large.", []),
    ],
)
def test_districts(said: str, names: list[str]) -> None:
    assert find_districts(said) == names


def test_honorary_heads() -> None:
    assert is_honorary("There is a consulate in Perm, headed by an Honorary Consul.", "Perm")
    assert not is_honorary("There is a consulate in Perm, headed by an Honorary Consul.", "Omsk")
    assert not is_honorary("There is a consulate in Perm.", "Perm")
