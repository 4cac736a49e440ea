"""Cities as places of events."""

import pytest

from relations.coding.places import places


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("kk", "Исламабадта, кейін Лахор мен Алматыда", ["Islamabad", "Lahore", "Almaty"]),
        ("ru", "из Алматы в Карачи через Нур-Султан", ["Almaty", "Karachi", "Astana"]),
        ("en", "from Gwadar to Dar es Salaam", ["Gwadar", "Dar es Salaam"]),
        ("ur", "لاہور سے نئی دہلی تک", ["Lahore", "New Delhi"]),
    ],
)
def test_places(language, text, names):
    assert [row.name_en for row in places(text, language)] == names
