"""Cities: each of a country, with a name in every language."""

import pytest

from relations import languages
from relations.coding.cities import cities, place_name
from relations.coding.countries import known_codes


@pytest.mark.parametrize("language", languages.codes())
def test_every_capital_has_a_name_and_is_found_by_it(language):
    capitals = {names[0]: code for code, names in languages.load("en", "places")["capitals"].items() if names}
    named = {city.name for city in cities(language) if city.capital}
    unnamed = set(capitals) - named
    # A capital named like its country stands among the countries.
    assert len(unnamed) <= 8, sorted(unnamed)


def test_cities_belong_to_countries():
    assert {city.country for city in cities("en")} <= known_codes()


@pytest.mark.parametrize("language", ["kk", "ru", "ur"])
def test_other_languages_point_to_english_names(language):
    known = {city.name for city in cities("en")}
    assert set(languages.load(language, "places")) - known == set()


def test_names_in_other_languages():
    assert place_name("Islamabad", "kk") == "Исламабад"
    assert place_name("Astana", "ur") == "آستانہ"
    assert place_name("Nowhere", "ru") == "Nowhere"
