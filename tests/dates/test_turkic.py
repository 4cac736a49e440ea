"""Dates in Turkish and in Uzbek of both scripts: what only their spelling has, and each class of word."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.dates import read

DAY = "2024-12-12"

TURKISH = {
    "Anlaşma 1992'de imzalandı.": ["1992"],
    "İlişkiler 24 Şubat 1992'de kuruldu.": ["1992-02-24"],
    "İlişkiler 24 ŞUBAT 1992’de kuruldu.": ["1992-02-24"],
    "İlişkiler 1992 yılının şubat ayında kuruldu.": ["1992-02"],
    "Bakan 3-4 Aralık'ta Ankara'daydı.": ["2024-12-03/2024-12-04"],
    "Bakan 31 Temmuz - 1 Ağustos 2019'da Minsk'teydi.": ["2019-07-31/2019-08-01"],
    "Aralık ayının 5'inde imzalandı.": ["2024-12-05"],
    "Geçen yıl ve geçen ay görüştüler.": ["2023", "2024-11"],
    "Önümüzdeki ay ve gelecek yıl görüşecekler.": ["2025-01", "2025"],
    "2025 yılının ilk çeyreğinde açılacak.": ["2025-33"],
    "2025 yılının 3. çeyreğinde açılacak.": ["2025-35"],
    "2024'ün ilk yarısında arttı.": ["2024-40"],
    "Bu yılın ilk dokuz ayında arttı.": ["2024-01/2024-09"],
    "2024'ün ocak-eylül döneminde arttı.": ["2024-01/2024-09"],
    "İki gün önce geldi.": ["2024-12-10"],
    "Otuz yıl önce kuruldu.": ["1994~"],
    "1990'lı yıllarda ve 1980'lerde yazıldı.": ["199X", "198X"],
    "Dün geldi, yarın dönecek.": ["2024-12-11", "2024-12-13"],
    "Toplantı pazartesi günü yapıldı.": ["2024-12-09"],
    "12.05.2021 tarihli anlaşma yürürlükte.": ["2021-05-12"],
    "2020 sonbaharında görüştüler.": ["2020-23"],
    "Yıl sonuna kadar açılacak.": ["2024"],
    "2023-2024 eğitim yılında başladı.": ["2023/2024"],
    "Nisan 2021'de geldi, üç ay sonra döndü.": ["2021-04", "2021-07~"],
    "Aynı yıl kabul edildi.": [],
    "Kasım Cömert Tokayev konuştu.": [],
    "Türkiye'nin 13. Karma Komisyon toplantısı ve 18 bin ton.": [],
}
UZBEK = {
    "Munosabatlar 1992-yil 24-fevralda o'rnatilgan.": ["1992-02-24"],
    "Munosabatlar 1992-yil 24-fevralda oʻrnatilgan.": ["1992-02-24"],
    "Munosabatlar 1992-yilning fevral oyida o‘rnatilgan.": ["1992-02"],
    "Munosabatlar 1992 yil 24 fevralda o’rnatilgan.": ["1992-02-24"],
    "Tashrif 3-4-dekabr kunlari bo'lib o'tdi.": ["2024-12-03/2024-12-04"],
    "Dekabr oyining 5-kunida imzolangan.": ["2024-12-05"],
    "Oʻtgan yili va o'tgan oyda uchrashdi.": ["2023", "2024-11"],
    "Kelgusi oyda va kelasi yil ochiladi.": ["2025-01", "2025"],
    "2025-yilning birinchi choragida ochiladi.": ["2025-33"],
    "2025-yilning 3-choragida ochiladi.": ["2025-35"],
    "Joriy yilning yanvar-sentabr oylarida oshdi.": ["2024-01/2024-09"],
    "2024-yilning birinchi yarmida oshdi.": ["2024-40"],
    "Bu yilning dastlabki to'qqiz oyida oshdi.": ["2024-01/2024-09"],
    "30 yil avval ochilgan.": ["1994~"],
    "Oʻttiz yil avval ochilgan.": ["1994~"],
    "Ikki kun oldin keldi.": ["2024-12-10"],
    "1990-yillarda va 1980-yillarning boshida yozilgan.": ["199X", "198X"],
    "Kecha keldi, ertaga qaytadi.": ["2024-12-11", "2024-12-13"],
    "Yig'ilish dushanba kuni o'tkazildi.": ["2024-12-09"],
    "2020-yil kuzida uchrashdi.": ["2020-23"],
    "Yil oxiriga qadar ochiladi.": ["2024"],
    "2023-2024 o'quv yilida boshlandi.": ["2023/2024"],
    "2021-yil aprelda keldi, uch oydan keyin qaytdi.": ["2021-04", "2021-07~"],
    "COVID-19 va 13-sessiya.": [],
}
CYRILLIC = {
    "Муносабатлар 1992 йил 24 февралда ўрнатилган.": ["1992-02-24"],
    "Муносабатлар 1992-йил 24-февралда ўрнатилган.": ["1992-02-24"],
    "Муносабатлар 1992 йилнинг февраль ойида ўрнатилган.": ["1992-02"],
    "Ташриф 3-4 декабрь кунлари бўлиб ўтди.": ["2024-12-03/2024-12-04"],
    "Ўтган йили ва ўтган ойда учрашди.": ["2023", "2024-11"],
    "Келгуси ойда ва келаси йил очилади.": ["2025-01", "2025"],
    "2025 йилнинг биринчи чорагида очилади.": ["2025-33"],
    "Жорий йилнинг январь-сентябрь ойларида ошди.": ["2024-01/2024-09"],
    "Ўттиз йил аввал очилган.": ["1994~"],
    "1990-йилларда ёзилган.": ["199X"],
    "Кеча келди, эртага қайтади.": ["2024-12-11", "2024-12-13"],
    "Йиғилиш душанба куни ўтказилди.": ["2024-12-09"],
    "Йил охирига қадар очилади.": ["2024"],
    "13-сессия ва 18 минг тонна.": [],
}
CASES = [
    pytest.param(language, text, expected, id=f"{language}: {text}")
    for language, cases in (("tr", TURKISH), ("uz", UZBEK), ("uz-Cyrl", CYRILLIC))
    for text, expected in cases.items()
]


MORE = " Kabul Kabul Kabul Kabul Kabul Kabul"  # a short line with little but a date is taken for a header


def values(text: str, language: str) -> list[str]:
    return [row.edtf for row in read(text + MORE, language, DAY)]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_value(language: str, text: str, expected: list[str]) -> None:
    assert values(text, language) == expected
    for row in read(text, language, DAY):
        assert text[row.start : row.end] == row.text


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
