"""Floors on ``tests/gold_more``: languages that are files only, and more articles of the others; single readings."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from relations.articles import detect_language
from relations.coding import code
from relations.coding.countries import countries
from relations.coding.figures import figures
from relations.coding.romanisation import romanise
from relations.merging.ordinals import ordinal
from relations.sentences import sentences

HERE = Path(__file__).parent
FOLDER = HERE / "gold_more"
FLOORS = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, float]]]:
    to = tmp_path_factory.mktemp("scores") / "scores.json"
    run = subprocess.run(
        [sys.executable, str(HERE / "gold" / "score.py"), *(str(FOLDER / language) for language in LANGUAGES),
         "--command", f"{sys.executable} -m relations.cli code --jsonl", "--json", str(to)],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=HERE.parent,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    found: dict[str, dict[str, dict[str, float]]] = json.loads(to.read_text())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mark", sorted(FLOORS["F1"]))
def test_floor(scores: dict[str, dict[str, dict[str, float]]], language: str, mark: str) -> None:
    floor = FLOORS.get(language, {}).get(mark, FLOORS["F1"][mark])
    assert scores[language][mark]["F1"] >= floor, scores[language][mark]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_articles_with_enough_dates(language: str) -> None:
    articles = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((FOLDER / language).glob("*.json"))]
    assert len(articles) >= 5
    assert all(len(article["gold"]["timexes"]) >= 10 for article in articles)
    for article in articles:
        assert detect_language(article["text"]) == article["language"] == language
        assert all(one["text"] in article["text"] for one in article["gold"]["timexes"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bakan Fidan Kahire'de", "tr"),
        ("Erdoğan Taşkent'e geldi", "tr"),
        ("İki ülke ticaret hacmini artıracak", "tr"),
        ("Shavkat Mirziyoyev Pekinga boradi", "uz"),
        ("O'zbekiston va Xitoy hamkorligi", "uz"),
        ("Oʻzbekiston va Xitoy hamkorligi", "uz"),
        ("Tashqi ishlar vaziri Kobulga keldi", "uz"),
        ("Савдо ҳажми ошди", "uz-Cyrl"),
        ("Икки давлат ўртасида битим имзоланди", "uz-Cyrl"),
        ("Azərbaycan Prezidenti Bakıda səfir qəbul etdi", "az"),
        ("Қытаймен келісім жасалды", "kk"),
        ("Шавкат Мирзиёев в Москве", "ru"),
        ("Кыргызстан менен Өзбекстан келишим түздү", "ky"),
        ("Президенти Тоҷикистон ба Душанбе омад", "tg"),
        ("Erdoğan arrives in Ankara", "en"),
        ("Mirziyoyev, Tokayev hold talks", "en"),
        ("O'Brien visits Lahore", "en"),
        ("El presidente llegó a Ankara para una visita oficial de dos días", "es"),
    ],
)
def test_language_of_a_title(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "Türkiye'nin İslamabad Büyükelçisi", [("TUR", "country"), ("PAK", "capital")]),
        ("tr", "Kırgızistan’a, ÖZBEKİSTAN'dan", [("KGZ", "country"), ("UZB", "country")]),
        ("tr", "Pakistanlı ve Türk iş insanları", [("PAK", "nationality"), ("TUR", "nationality")]),
        ("tr", "Irak'ın ve ABD'nin", [("IRQ", "country"), ("USA", "country")]),
        ("uz", "Oʻzbekistonning va O'zbekistondan", [("UZB", "country"), ("UZB", "country")]),
        ("uz", "qozogʻistonlik vazir Toshkentda", [("KAZ", "nationality"), ("UZB", "capital")]),
        ("uz-Cyrl", "Қирғизистоннинг Бишкекдаги элчиси", [("KGZ", "country"), ("KGZ", "capital")]),
    ],
)
def test_countries_in_any_case(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.code, row.kind) for row in countries(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tr", "İtalya ve Türkiye arasında ikili ticaret yüzde 18 arttı.", (18.0, "%", None)),
        ("tr", "İtalya ve Türkiye arasında ikili ticaret %18 arttı.", (18.0, "%", None)),
        ("tr", "İtalya ve Türkiye arasında ticaret 3,6 milyar dolara ulaştı.", (3.6e9, "currency", "USD")),
        ("uz", "Italiya va O'zbekiston o'rtasida o'zaro savdo 18 foizga o'sdi.", (18.0, "%", None)),
        ("uz", "Italiya va O‘zbekiston o‘zaro: 5 milliard so‘m kredit.", (5e9, "currency", "UZS")),
        ("uz-Cyrl", "Италия ва Ўзбекистон ўзаро савдоси 2,4 миллиард долларга етди.", (2.4e9, "currency", "USD")),
    ],
)
def test_figures(language: str, text: str, expected: tuple[float, str, str | None]) -> None:
    (row,) = figures(text, language, [(0, len(text))], [])
    assert (row.value, row.unit, row.currency) == expected


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("tr", "Konseyin 7. Toplantısı", 7),
        ("tr", "İkinci toplantı", 2),
        ("uz", "komissiyaning 9-yig‘ilishi", 9),
        ("uz", "to‘rtinchi forum", 4),
        ("uz-Cyrl", "иккинчи йиғилиш", 2),
        ("tr", "2,1 milyar dolar", None),
    ],
)
def test_ordinals(language: str, text: str, number: int | None) -> None:
    assert ordinal(text, language) == number


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("tr", "Konseyin 7. Toplantısı Ankara'da yapıldı. Bakan Fidan konuştu.", 2),
        ("tr", "Anlaşma 2024. Ticaret arttı.", 2),
        ("uz", "Savdo hajmi 2 mlrd. dollarga yetdi. Tomonlar kelishdi.", 2),
    ],
)
def test_sentences(language: str, text: str, count: int) -> None:
    assert len(sentences(text, language)) == count


def test_one_article_gives_every_kind_of_row() -> None:
    text = (
        "Türkiye Dışişleri Bakanı Hakan Fidan, 24 Şubat 2025'te Özbekistan Dışişleri Bakanı Bahtiyar Saidov ile "
        "Taşkent'te görüştü. İki ülke arasındaki ticaret hacmi 2024'te 3 milyar dolar oldu."
    )
    coded = code(text, published="2025-02-25")
    assert coded.language == "tr"
    assert [row.edtf for row in coded.dates] == ["2025-02-24", "2024"]
    assert ("meeting", "2025-02-24", "occurred") in {(row.type, row.date, row.status) for row in coded.events}
    assert [(row.name, row.role, row.country) for row in coded.people] == [
        ("Hakan Fidan", "Minister of Foreign Affairs", "TUR"),
        ("Bahtiyar Saidov", "Minister of Foreign Affairs", "UZB"),
    ]
    assert {row.code for row in coded.sectors} == {"trade"}
    assert [(row.indicator, row.value, row.period) for row in coded.figures] == [("trade-turnover", 3e9, "2024")]


def test_names_in_a_case_and_in_latin_letters() -> None:
    text = "Ўзбекистон Президенти Шавкат Мирзиёевнинг Қозоғистонга ташрифи икки томонлама алоқаларга бағишланди."
    assert [row.name for row in code(text, published="2024-01-01", language="uz-Cyrl", start=0).people] == [
        "Shavkat Mirziyoyev"
    ]
    assert romanise("Ҳамроев Ўткир") == "Hamroyev Otkir"
