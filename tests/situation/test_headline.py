"""The sentences, on the packaged facts, in every language."""

import sqlite3
import string
import tomllib
from typing import Any

import pytest

from legation.model.situation import LANGUAGES, Language
from legation.situation.observe import Observer
from legation.situation.wording import MESSAGES

SEPTEMBER = "2026-09-15"


@pytest.mark.parametrize(
    ("place", "on", "sentence"),
    [
        ("RU", SEPTEMBER, "Russia is currently at war in Ukraine."),
        ("RU", "2026-11-24", "Russia is currently at war in Ukraine."),
        ("RU", "2024-05-01", "Russia is currently at war in Ukraine."),
        ("RU", "2027-06-01", "Russia was at war in Ukraine in August 2026, the latest data."),
        ("UA", SEPTEMBER, "Ukraine is currently at war with Russia."),
        ("ML", "2024-05-01", "Armed conflict in Mali: the government against JNIM and others."),
        (
            "ML",
            SEPTEMBER,
            "Armed conflict in Mali at the end of 2024, the latest data: the government against JNIM and others.",
        ),
        ("SD", "2024-06-01", "War in Sudan: the government against RSF."),
        ("LB", "2024-06-01", "Israel is currently at war with Hezbollah in Lebanon."),
        ("RW", "2024-06-01", "Rwanda is currently in armed conflict with FDLR-FOCA."),
        ("AF", "2026-05-01", "Afghanistan is currently in armed conflict with Pakistan."),
        ("GB", "2024-06-01", "The United Kingdom is currently in armed conflict in Yemen."),
        ("GB", SEPTEMBER, None),
        ("FR", SEPTEMBER, None),
        ("PE", SEPTEMBER, None),
    ],
)
def test_english(observer: Observer, place: str, on: str, sentence: str | None) -> None:
    assert observer.find(place, on).headline == sentence


@pytest.mark.parametrize(
    ("language", "russia", "united_states", "yemen"),
    [
        (
            "fr",
            "La Russie est actuellement en guerre en Ukraine.",
            "Les États-Unis sont actuellement en conflit armé au Yémen.",
            "Le Yémen est actuellement en conflit armé avec le Royaume-Uni et les États-Unis.",
        ),
        (
            "es",
            "Rusia está actualmente en guerra en Ucrania.",
            "Estados Unidos está actualmente en conflicto armado en Yemen.",
            "Yemen está actualmente en conflicto armado con Reino Unido y Estados Unidos.",
        ),
        (
            "de",
            "Russland befindet sich derzeit im Krieg in der Ukraine.",
            "Die Vereinigten Staaten befinden sich derzeit in einem bewaffneten Konflikt im Jemen.",
            (
                "Der Jemen befindet sich derzeit in einem bewaffneten Konflikt mit dem Vereinigten Königreich und den "
                "Vereinigten Staaten."
            ),
        ),
        (
            "ru",
            "Россия сейчас в состоянии войны; место боевых действий: Украина.",
            "Соединенные Штаты сейчас в состоянии вооружённого конфликта; место боевых действий: Йемен.",
            "Йемен сейчас в состоянии вооружённого конфликта; другая сторона: Великобритания, Соединенные Штаты.",
        ),
        (
            "uk",
            "Росія зараз у стані війни; місце бойових дій: Україна.",
            "Сполучені Штати зараз у стані збройного конфлікту; місце бойових дій: Ємен.",
            "Ємен зараз у стані збройного конфлікту; інша сторона: Велика Британія, Сполучені Штати.",
        ),
        (
            "ar",
            "روسيا حاليًا في حالة حرب في أوكرانيا.",
            "الولايات المتحدة حاليًا في حالة نزاع مسلح في اليمن.",
            "اليمن حاليًا في حالة نزاع مسلح مع المملكة المتحدة والولايات المتحدة.",
        ),
        (
            "zh",
            "俄罗斯目前在乌克兰处于战争状态。",
            "美国目前在也门处于武装冲突状态。",
            "也门目前与英国和美国处于武装冲突状态。",
        ),
        (
            "nl",
            "Rusland is momenteel verwikkeld in een oorlog in Oekraïne.",
            "De Verenigde Staten zijn momenteel verwikkeld in een gewapend conflict in Jemen.",
            (
                "Jemen is momenteel verwikkeld in een gewapend conflict met het Verenigd Koninkrijk en de "
                "Verenigde Staten."
            ),
        ),
        (
            "pt",
            "A Rússia está atualmente em guerra na Ucrânia.",
            "Os Estados Unidos estão atualmente em conflito armado no Iêmen.",
            "O Iêmen está atualmente em conflito armado com o Reino Unido e os Estados Unidos.",
        ),
        (
            "hi",
            "रूस इस समय यूक्रेन में युद्ध की स्थिति में है।",
            "संयुक्त राज्य इस समय यमन में सशस्त्र संघर्ष की स्थिति में है।",
            "यमन इस समय यूनाइटेड किंगडम और संयुक्त राज्य के साथ सशस्त्र संघर्ष की स्थिति में है।",
        ),
    ],
)
def test_other_languages(
    observer: Observer, language: Language, russia: str, united_states: str, yemen: str
) -> None:
    assert observer.find("RU", SEPTEMBER, language).headline == russia
    assert observer.find("US", "2024-06-01", language).headline == united_states
    assert observer.find("YE", "2024-06-01", language).headline == yemen


def shape(messages: dict[str, Any]) -> dict[str, set[str]]:
    """Fields of each message by its path, verbs and translated group names apart."""
    found = {}
    for table, entries in messages.items():
        if table in ("verb", "group", "months"):
            continue
        for key, text in entries.items():
            fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
            found[f"{table}.{key}"] = fields - {"verb", "name", "place", "subject"}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_says_the_same_things(language: Language) -> None:
    english = tomllib.loads((MESSAGES / "en.toml").read_text(encoding="utf-8"))
    other = tomllib.loads((MESSAGES / f"{language}.toml").read_text(encoding="utf-8"))
    assert shape(other) == shape(english)
    assert len(other["months"]) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_has_a_whole_sentence_on_every_day(
    observer: Observer, store: sqlite3.Connection, language: Language
) -> None:
    places = [row[0] for row in store.execute("SELECT DISTINCT place FROM situation_name ORDER BY place")]
    said = 0
    for on in ("2003-04-01", "2012-05-31", "2024-12-31", "2026-11-24"):
        for place in places:
            sentence = observer.find(place, on, language).headline
            if sentence is None:
                continue
            said += 1
            assert sentence[-1] in ".。।"
            assert "{" not in sentence
            assert "  " not in sentence
            assert sentence[0].upper() == sentence[0]
    assert said > 100


@pytest.mark.parametrize("on", ["1999-12-31", "1960-01-01"])
def test_before_the_data_nothing_is_said_and_that_is_said(observer: Observer, on: str) -> None:
    found = observer.find("RU", on)
    assert found.headline is None
    assert "before-conflicts" in {gap.code for gap in found.unknown}


def test_group_names_cannot_be_taken_for_places(store: sqlite3.Connection, observer: Observer) -> None:
    codes = {row[0] for row in store.execute("SELECT DISTINCT place FROM situation_name")}
    for place in sorted(codes):
        for conflict in observer.find(place, "2024-06-01").conflicts:
            for member in (*conflict.parties[0], *conflict.parties[1]):
                assert member in codes or len(member) > 2, member
