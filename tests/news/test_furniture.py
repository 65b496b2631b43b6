"""Lines that are no article; the sentences are invented."""

import pytest

from legation.news.furniture import is_credit, is_furniture
from legation.news.notice import is_invitation


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies here, see our cookie policy for more of it.",
        "Read the privacy policy before you go on with this page.",
        "The terms of service were changed by us in the spring.",
        "All of it is ours and all rights reserved by the paper.",
        "Sign up for the letter of the week from our own desk.",
        "Please sign in before you leave any word below the line.",
        "Now you can subscribe to the morning mail of the paper.",
        "The newsletter comes each day at seven in the morning.",
        "It is all in our app on every telephone that there is.",
        "Turn on JavaScript to see what stands on this page here.",
        "Give us your email and we shall write to you quite soon.",
        "This story may not be published or broadcast elsewhere.",
        "Two of the desk contributed to this report from the north.",
        "Turn off the ad block that you have put on this page now.",
        "For the whole list of them click here at any time of day.",
        "By this you take our user agreement as it stands today.",
        "Thank you for reading all of it to the very last line.",
        "You can create an account in less than a minute with us.",
        "function() was what the page had to say for itself then",
        "A boat near the bridge in spring. Photo by Jane Roe here.",
    ],
)
def test_an_invitation_or_a_credit_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["A boat (AP/Jane Roe)", "A boat. Getty Images", "A boat. Shutterstock, 2019"]
)
def test_a_credit(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Are you in Freedonia and need help from your own state?",
        "Find your country's embassy in Freedonia.",
        "NEED CONSULAR ASSISTANCE IN FREEDONIA?",
        "Who can help you in Freedonia?",
    ],
)
def test_an_invitation(line: str) -> None:
    assert is_invitation(line)
