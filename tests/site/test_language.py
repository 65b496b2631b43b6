"""The catalogues: complete where a person in trouble reads, and true to the messages."""

import importlib.util
import re
from pathlib import Path

import polib
import pytest

from legation.model.situation import LANGUAGES
from legation.site.language import LOCALE, translations
from legation.site.wording import CAVEATS, GAPS, GROUNDS, KINDS, NEEDS

FOREIGN = [language for language in LANGUAGES if language != "en"]
PARTS = re.compile(r"%\(\w+\)s|%s|help\.unhcr\.org")


def known() -> set[str]:
    specification = importlib.util.spec_from_file_location(
        "messages", Path(__file__).with_name("messages.py")
    )
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    found: set[str] = module.messages()
    return found


@pytest.mark.parametrize("language", FOREIGN)
def test_a_catalogue_says_what_the_site_says(language: str) -> None:
    entries = polib.pofile(str(LOCALE / f"{language}.po"))
    assert {entry.msgid for entry in entries} == known()
    for entry in entries:
        assert PARTS.findall(entry.msgid) == PARTS.findall(entry.msgstr), entry.msgid
        assert entry.msgstr


@pytest.mark.parametrize("language", FOREIGN)
def test_what_an_answer_says_by_code_is_said_in_every_language(language: str) -> None:
    said = translations(language)
    for words in (CAVEATS, GAPS, GROUNDS, KINDS, NEEDS):
        for message in words.values():
            assert said.gettext(message) != message or message in ("Consulate", "Notary"), (language, message)
