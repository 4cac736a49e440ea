"""Nothing on a slide covers anything else, whatever events are called and whatever font they are set in."""

from __future__ import annotations

from itertools import combinations

import measured
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pptx_parts import touch
from synthetic import dossier

from relations.export.office_width import bold_width, office_width
from relations.export.slide_timeline import PLACE
from relations.export.timeline_periods import periods
from relations.export.timeline_places import Box, Places, places
from relations.views.archive import Archive
from relations.views.scene import Scene

LETTERS = {
    "en": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяӘҒҚҢӨҰҮҺІШЩЮМЖФ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяШЩЮМЖФ",
    "ur": "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنوہھءیےئؤآں",
}


def words(language: str) -> some.SearchStrategy[str]:
    return some.text(LETTERS[language], min_size=1, max_size=14)


@pytest.mark.parametrize("language", LETTERS)
def test_no_font_sets_a_word_wider_than_it_is_said_to_be(language: str) -> None:
    names = measured.fonts(arabic=language == "ur")

    @settings(deadline=None, max_examples=300)
    @given(words(language))
    def narrow(word: str) -> None:
        for name in names:
            wide = measured.width(word, name, language)
            assert wide is None or wide / 100 * 1000 <= office_width(word, 1000), (word, name)

    narrow()


def test_bold_letters_are_no_narrower() -> None:
    for language, letters in LETTERS.items():
        for letter in letters:
            assert bold_width(letter, 100) >= 0.85 * office_width(letter, 100) > 15, (language, letter)


def rectangles(laid: Places, language: str) -> list[tuple[str, Box]]:
    """Marks, and words as wide as HarfBuzz sets them in the package's own font, where they stand in their places."""
    found = [(f"mark {item.event_id}", item.box) for item in laid.items]
    for item in laid.items:
        if item.label:
            text, box, side = item.label
            size = laid.text / 0.75  # points to pixels
            arabic = "noto-arabic" if language == "ur" else None
            wides = [
                wide / 100 * size for name in filter(None, [arabic, *measured.fonts(language == "ur")])
                if (wide := measured.width(text, name, language))
            ]  # fmt: skip
            assert all(wide <= box.width for wide in wides), (text, wides, box)
            left = box.left if side == "right" else box.left + box.width - max(wides, default=box.width)
            found.append((f"label {text}", box._replace(left=left, width=max(wides, default=box.width))))
    for lane in laid.lanes:
        wide = bold_width(lane.name, (laid.text + 0.8) / 0.75)
        assert wide <= lane.box.width
        left = lane.box.left + lane.box.width - wide if language == "ur" else lane.box.left
        found.append((f"lane {lane.name}", lane.box._replace(left=left, width=wide)))
    return found


@settings(deadline=None, max_examples=25)
@given(some.data(), some.sampled_from(sorted(LETTERS)), some.integers(1, 90), some.integers(0, 10_000))
def test_no_two_rectangles_touch(data: some.DataObject, language: str, n: int, seed: int) -> None:
    made = dossier(events=n, seed=seed)
    names = [" ".join(data.draw(some.lists(words(language), min_size=1, max_size=4))) for _ in range(3)]
    made.tables["people"] = made.people.assign(
        name=names, **{f"name_{one}": pd.array(names, dtype="string") for one in LETTERS}
    )
    scene = Scene(Archive(made), language=language)
    for window in periods(scene, PLACE):
        laid = places(scene, window, PLACE)
        for (one, here), (other, there) in combinations(rectangles(laid, language), 2):
            apart = not touch(
                (here.left, here.top, here.left + here.width, here.top + here.height),
                (there.left, there.top, there.left + there.width, there.top + there.height), slack=1,
            )  # fmt: skip
            assert apart, (one, other)
        if laid.today is not None:
            for name, box in rectangles(laid, language):
                covers = box.left < laid.today < box.left + box.width
                assert not (name.startswith("label") and covers), name
