import pytest

from legation.news.dates import find_date, says_modified


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published on 31/05/2012", "2012-05-31"),
        ("Published on 05/06/2012", "2012-06-05"),
        ("Posted 05/31/2012", "2012-05-31"),
        ("06/05/2012 9:00 AM EST", "2012-06-05"),
        ("2012-05-31T10:00:00Z", "2012-05-31"),
        ("Updated 1:39 am EST, Wednesday, November 20, 2019", "2019-11-20"),
        ("31st of May, 2012", "2012-05-31"),
        ("Publié le 1er août 2021", "2021-08-01"),
        ("31 de mayo de 2012", "2012-05-31"),
        ("Donnerstag, 31. Mai 2012", "2012-05-31"),
        ("31 мая 2012 г.", "2012-05-31"),
        ("31 травня 2012", "2012-05-31"),
        ("31 مايو 2012", "2012-05-31"),
        ("31 मई 2012", "2012-05-31"),
        ("2012年5月31日", "2012-05-31"),
        ("31/02/2012", None),
        ("Call 555 0123", None),
        ("May the 2012 team win", None),
    ],
)
def test_find_date(line: str, day: str | None) -> None:
    assert find_date(line) == day


def test_a_long_line_is_prose_and_has_no_date() -> None:
    assert find_date("It was signed on 31/05/2012 " + "and then nothing happened " * 8) is None


def test_a_later_change_is_told_from_publication() -> None:
    assert says_modified("Last updated 1 June 2012")
    assert not says_modified("Published 1 June 2012")
