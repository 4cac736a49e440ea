"""Days that are written in Turkish and in Uzbek of both scripts, and read back."""

from __future__ import annotations

from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.dates import read

DAY = "2024-12-12"
MORE = " Kabul Kabul Kabul Kabul Kabul Kabul"  # a short line with little but a date is taken for a header


def values(text: str, language: str) -> list[str]:
    return [row.edtf for row in read(text + MORE, language, DAY)]


def months(tag: str) -> list[str]:
    return [str(name) for name in Locale.parse(tag, sep="-").months["format"]["wide"].values()]


@settings(deadline=None)
@given(st.integers(1950, 2049), st.integers(1, 12), st.integers(1, 28), st.sampled_from("'’"))
def test_turkish_days_are_read_back(year: int, month: int, day: int, apostrophe: str) -> None:
    name = months("tr")[month - 1]
    written = [
        f"{day} {name} {year}{apostrophe}de",
        f"{day} {name} {year} tarihinde",
        f"{year} yılının {day} {name} günü",
    ]
    assert [values(f"Taraflar {words} görüştü.", "tr") for words in written] == [[f"{year}-{month:02}-{day:02}"]] * 3


@settings(deadline=None)
@given(st.integers(1950, 2049), st.integers(1, 12), st.integers(1, 28), st.sampled_from(["uz", "uz-Cyrl"]))
def test_uzbek_days_are_read_back(year: int, month: int, day: int, language: str) -> None:
    name = months(language)[month - 1]
    of, on = ("yil", "da") if language == "uz" else ("йил", "да")
    written = [f"{year}-{of} {day}-{name}{on}", f"{year} {of} {day} {name}{on}", f"{year} {of} {day}-{name}"]
    assert [values(f"— {words} —", language) for words in written] == [[f"{year}-{month:02}-{day:02}"]] * 3


@settings(deadline=None)
@given(st.sampled_from(["tr", "uz", "uz-Cyrl"]), st.text(alphabet="abgoʻ'’‘.-1290 yilşıİq", max_size=120))
def test_any_text_is_read_without_failing(language: str, text: str) -> None:
    for row in read(text, language, DAY):
        assert text[row.start : row.end] == row.text
