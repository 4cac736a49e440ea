"""Countries by name, nationality and city, in four languages."""

import pytest

from relations import languages
from relations.coding.countries import _plain, alpha2, countries, country_name, known_codes

CODES = languages.codes()

# Names that count only with other words around them (see [[doubtful]] in countries.toml), or that CLDR gives twice.
_NEEDS_MORE = {
    "kk": {"BES"},
    "uz": {"BES"},
    "uz-Cyrl": {"BES"},
    "ru": {"BES", "SHN", "VIR", "PER", "MLI", "GHA", "TCD", "CUB", "TGO", "WSM", "CHL"},
    "ur": {"SYR", "MLI", "PER", "TCD", "TGO", "NER", "DMA", "CUB", "OMN", "GEO", "BEN", "GIN"},
}


def found(text, language):
    return [(text[row.start : row.end], row.code, row.kind) for row in countries(text, language)]


def test_codes_are_those_of_iso_3166():
    assert len(known_codes()) == 249
    assert all(len(two) == 2 for two in alpha2().values())
    assert len(set(alpha2().values())) == 249


@pytest.mark.parametrize("language", CODES)
def test_every_country_is_found_by_its_cldr_name(language):
    missed = []
    for code in known_codes() - _NEEDS_MORE.get(language, set()):
        name = _plain(country_name(code, language))
        got = {row.code for row in countries(name, language)}
        if code not in got:
            missed.append((code, name, got))
    assert missed == []


@pytest.mark.parametrize(
    ("language", "text", "code", "kind"),
    [
        ("kk", "Пәкістанның", "PAK", "country"),
        ("kk", "пәкістандық", "PAK", "nationality"),
        ("kk", "пәкістандықтардың", "PAK", "nationality"),
        ("kk", "Түркиядан", "TUR", "country"),
        ("kk", "Қазақстандағы", "KAZ", "country"),
        ("kk", "өзбек", "UZB", "nationality"),
        ("kk", "ҚХР-ның", "CHN", "country"),
        ("kk", "АҚШ-тың", "USA", "country"),
        ("kk", "Сауд Арабиясының", "SAU", "country"),
        ("kk", "Исламабадта", "PAK", "capital"),
        ("kk", "Нұр-Сұлтанда", "KAZ", "capital"),
        ("kk", "Бейжіңде", "CHN", "capital"),
        ("kk", "Карачиге", "PAK", "city"),
        ("kk", "Самарқанда", "UZB", "city"),
        ("ru", "Пакистаном", "PAK", "country"),
        ("ru", "Саудовской Аравии", "SAU", "country"),
        ("ru", "Соединенных Штатов", "USA", "country"),
        ("ru", "Соединённых Штатов", "USA", "country"),
        ("ru", "пакистанского", "PAK", "nationality"),
        ("ru", "пакистанцев", "PAK", "nationality"),
        ("ru", "Турции", "TUR", "country"),
        ("ru", "индийцами", "IND", "nationality"),
        ("ru", "РФ", "RUS", "country"),
        ("ru", "ИРП", "PAK", "country"),
        ("ru", "Нур-Султане", "KAZ", "capital"),
        ("ru", "Пекином", "CHN", "capital"),
        ("ru", "Лахоре", "PAK", "city"),
        ("en", "Pakistan's", "PAK", "country"),
        ("en", "Pakistan’s", "PAK", "country"),
        ("en", "Pakistanis", "PAK", "nationality"),
        ("en", "Turkey", "TUR", "country"),
        ("en", "Türkiye", "TUR", "country"),
        ("en", "Turkish", "TUR", "nationality"),
        ("en", "the U.S. side", "USA", "country"),
        ("en", "the US side", "USA", "country"),
        ("en", "UAE", "ARE", "country"),
        ("en", "South Korean", "KOR", "nationality"),
        ("en", "North Korea", "PRK", "country"),
        ("en", "ISLAMABAD", "PAK", "capital"),
        ("en", "Guinea-Bissau", "GNB", "country"),
        ("ur", "پاکستان", "PAK", "country"),
        ("ur", "پاکستانی", "PAK", "nationality"),
        ("ur", "پاکستانیوں", "PAK", "nationality"),
        ("ur", "قازق", "KAZ", "nationality"),
        ("ur", "ترک", "TUR", "nationality"),
        ("ur", "متحدہ عرب امارات", "ARE", "country"),
        ("ur", "سعودی عرب", "SAU", "country"),
        ("ur", "اسلام آباد", "PAK", "capital"),
        ("ur", "پاكستان", "PAK", "country"),  # Arabic kaf
    ],
)
def test_forms(language, text, code, kind):
    assert [(row[1], row[2]) for row in found(text, language)] == [(code, kind)]


def test_compounds_name_two_countries():
    assert [row[1] for row in found("казахстанско-пакистанская комиссия", "ru")] == ["KAZ", "PAK"]
    assert [row[1] for row in found("Қазақстан–Пәкістан форумы", "kk")] == ["KAZ", "PAK"]
    assert [row[1] for row in found("Pak-Kazakh and Sino-Italian trade", "en")] == ["PAK", "KAZ", "CHN", "ITA"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He told us about turkey farms."),
        ("en", "Turkey meat is cheap."),
        ("kk", "12 Қазан күні кездесті"),
        ("kk", "Қазан айында кездесті"),
        ("kk", "Сауда көлемі артты"),
        ("ru", "Того же мнения министр"),
        ("ru", "Заседание Совета директоров"),
        ("ur", "مالی سال میں"),
        ("ur", "شام کو اجلاس ہوا"),
        ("ur", "شنگھائی تعاون تنظیم"),
        ("en", "Shanghai Cooperation Organisation"),
    ],
)
def test_words_that_mean_something_else(language, text):
    assert found(text, language) == []


def test_a_city_that_shares_its_name_with_a_month_or_another_city():
    assert found("Қазан қаласында кездесті", "kk") == [("Қазан", "RUS", "city")]
    assert found("They met in Hyderabad, Pakistan.", "en")[0][1] == "PAK"
    assert found("They met in Hyderabad, India, at India House.", "en")[0][1] == "IND"


def test_start_leaves_out_what_stands_before():
    text = "Пакистан. Китай."
    assert [row.code for row in countries(text, "ru", start=10)] == ["CHN"]


@pytest.mark.parametrize("language", CODES)
def test_every_nationality_belongs_to_a_country(language):
    data = languages.load(language, "countries")
    assert set(data["names"]) | set(data["nationalities"]) <= known_codes()
    wrong = []
    for code, adjectives in data["nationalities"].items():
        for adjective in adjectives:
            rows = countries(f"x {adjective} x", language)
            if [row.code for row in rows] != [code] and not _is_doubtful(data, adjective):
                wrong.append((code, adjective, rows))
    assert wrong == []


def _is_doubtful(data, word):
    return any(word in rule["names"] for rule in data["doubtful"])
