"""What the lines of an answer make of values that a source could not put in normal form."""

from legation.render.text import as_dialled


def test_a_number_out_of_any_plan_is_marked_as_its_source_writes_it() -> None:
    assert as_dialled("+12025550123") == "+12025550123"
    assert as_dialled("+1) 202 555 0123") == "+1) 202 555 0123 (as its source writes it)"
