"""Numbers of sessions."""

import pytest

from relations.merging.ordinals import ordinal


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("the 11th session of the commission", "en", 11),
        ("for the ninth time", "en", 9),
        ("13-е заседание межправкомиссии", "ru", 13),
        ("девятое по счету заседание", "ru", 9),
        ("комиссияның 9-отырысы", "kk", 9),
        ("12-ші отырыс", "kk", 12),
        ("алғашқы раунд", "kk", 1),
        ("بارہواں اجلاس", "ur", 12),
        ("چھٹے اجلاس", "ur", 6),
        ("57 млн долларов", "ru", None),
        ("8 trucks and 4,600 km", "en", None),
        ("20,237 lots", "en", None),
        ("3-4 ақпанда", "kk", None),
    ],
)
def test_ordinal(text: str, language: str, expected: int | None) -> None:
    assert ordinal(text, language) == expected
