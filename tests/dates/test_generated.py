"""Date phrases generated from the grammar of each language, with the value that each must have."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations.dates import read

DAY = date(2024, 12, 12)
CASES = settings(deadline=None, max_examples=150)
DAYS = st.dates(date(1900, 1, 1), date(2049, 12, 31))

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر".split(),
}
RU_IN = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split()
# Genitive, locative, locative of the possessed, of a place in time, ablative, accusative; by the sounds of each name.
KK_CASES = [
    "қаңтардың қаңтарда қаңтарында қаңтардағы қаңтардан қаңтарды".split(),
    "ақпанның ақпанда ақпанында ақпандағы ақпаннан ақпанды".split(),
    "наурыздың наурызда наурызында наурыздағы наурыздан наурызды".split(),
    "сәуірдің сәуірде сәуірінде сәуірдегі сәуірден сәуірді".split(),
    "мамырдың мамырда мамырында мамырдағы мамырдан мамырды".split(),
    "маусымның маусымда маусымында маусымдағы маусымнан маусымды".split(),
    "шілденің шілдеде шілдесінде шілдедегі шілдеден шілдені".split(),
    "тамыздың тамызда тамызында тамыздағы тамыздан тамызды".split(),
    "қыркүйектің қыркүйекте қыркүйегінде қыркүйектегі қыркүйектен қыркүйекті".split(),
    "қазанның қазанда қазанында қазандағы қазаннан қазанды".split(),
    "қарашаның қарашада қарашасында қарашадағы қарашадан қарашаны".split(),
    "желтоқсанның желтоқсанда желтоқсанында желтоқсандағы желтоқсаннан желтоқсанды".split(),
]
SENTENCES = {
    "en": "The ministers met {} in Astana.",
    "ru": "Министры встретились {} в Астане.",
    "kk": "Министрлер {} Астанада кездесті.",
    "ur": "وزرا {} آستانہ میں ملے۔",
}
EASTERN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def only(language: str, phrase: str) -> str:
    """The value of the one date in a sentence with a phrase."""
    found = [row.edtf for row in read(SENTENCES[language].format(phrase), language, DAY.isoformat())]
    assert len(found) == 1, (phrase, found)
    return found[0]


def whole_days(language: str, day: date) -> list[str]:
    """Every way to write a day of a year."""
    year, month, number = day.year, MONTHS[language][day.month - 1], day.day
    if language == "en":
        suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        short = month[:3] + "." if len(month) > 4 else month
        return [
            f"on {number} {month} {year}", f"on {month} {number}, {year}", f"on the {number}{suffix} of {month} {year}",
            f"on {month} {number}{suffix}, {year}", f"on {short} {number}, {year}", f"on {number:02} {short} {year}",
            f"on {day.isoformat()}", f"on {number:02}.{day.month:02}.{year}",
            f"on {calendar.day_name[day.weekday()]}, {month} {number}, {year}",
        ]  # fmt: skip
    if language == "ru":
        return [
            f"{number} {month} {year} года", f"{number} {month} {year} г.", f"{number}-го {month} {year}-го",
            f"{day:%d.%m.%Y}", f"{day:%d.%m.%Y} г.",
            f"к {number} {month} {year} года", f"до {number} {month} {year}-го",
            f"({number} {month} {year} года)",
        ]  # fmt: skip
    if language == "kk":
        genitive, locative, possessed, place, ablative, _ = KK_CASES[day.month - 1]
        return [
            f"{year} жылғы {number} {locative}", f"{year} жылдың {number} {possessed}",
            f"{year} жылы {number} {month} күні", f"{year} ж. {number} {locative}", f"{number} {month} {year} жылы",
            f"{year} жылғы {genitive} {number}-і күні", f"{year} жылғы {number} {place}",
            f"{year} жылғы {number} {ablative} бері", f"{day:%d.%m.%Y} ж.",
        ]  # fmt: skip
    return [
        f"{number} {month} {year}ء کو", f"{number} {month} {year} کو", f"{number} {month}، {year}ء کو",
        f"{number} {month} سنہ {year}ء کو", f"{number} {month} {year}ء سے", f"{day:%d-%m-%Y} کو",
        f"{number} {month} {year}ء کو".translate(EASTERN),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@CASES
@given(day=DAYS, data=st.data())
def test_a_day_is_read_however_it_is_written(language: str, day: date, data: st.DataObject) -> None:
    phrase = data.draw(st.sampled_from(whole_days(language, day)))
    assert only(language, phrase) == day.isoformat()


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@CASES
@given(year=st.integers(1900, 2049), month=st.integers(1, 12), data=st.data())
def test_a_month_of_a_year_is_read_in_every_case(language: str, year: int, month: int, data: st.DataObject) -> None:
    name = MONTHS[language][month - 1]
    written = {
        "en": [f"in {name} {year}", f"in {name} of {year}", f"since {name} {year}", f"by the end of {name} {year}"],
        "ru": [f"в {RU_IN[month - 1]} {year} года", f"в {RU_IN[month - 1]} {year}-го", f"с {name} {year} г.",
               f"в начале {name} {year} года", f"до {name} {year} года"],
        "kk": [f"{year} жылғы {KK_CASES[month - 1][1]}", f"{year} жылдың {KK_CASES[month - 1][2]}",
               f"{year} жылдың {name} айында", f"{year} жылғы {KK_CASES[month - 1][3]}",
               f"{year} жылғы {KK_CASES[month - 1][4]} бері", f"{year} жылғы {KK_CASES[month - 1][0]} соңында"],
        "ur": [f"{name} {year}ء میں", f"{name} {year} میں", f"{name} {year}ء سے", f"{name} {year}ء کے آخر میں"],
    }[language]  # fmt: skip
    assert only(language, data.draw(st.sampled_from(written))) == f"{year}-{month:02}"


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@CASES
@given(year=st.integers(1900, 2049), month=st.integers(1, 12), first=st.integers(1, 27), data=st.data())
def test_days_of_one_month_are_one_interval(
    language: str, year: int, month: int, first: int, data: st.DataObject
) -> None:
    last = data.draw(st.integers(first + 1, 28))
    name = MONTHS[language][month - 1]
    written = {
        "en": [f"on {first}-{last} {name} {year}", f"from {first} to {last} {name} {year}",
               f"from {name} {first} to {last}, {year}", f"on {name} {first}–{last}, {year}",
               f"between {first} and {last} {name} {year}", f"on {first} and {last} {name} {year}"],
        "ru": [f"{first}–{last} {name} {year} года", f"с {first} по {last} {name} {year} года",
               f"{first} и {last} {name} {year} г.", f"с {first}-го по {last}-е {name} {year} года"],
        "kk": [f"{year} жылғы {first}-{last} {KK_CASES[month - 1][1]}", f"{year} жылғы {first}-{last} {name} күндері",
               f"{year} жылғы {first}-{last} {name} аралығында",
               f"{year} жылғы {first} және {last} {KK_CASES[month - 1][1]}",
               f"{year} жылғы {KK_CASES[month - 1][0]} {first}-і мен {last}-і аралығында"],
        "ur": [f"{first} سے {last} {name} {year}ء تک", f"{first} تا {last} {name} {year}ء کو",
               f"{first} اور {last} {name} {year}ء کو", f"{first}-{last} {name} {year}ء کو"],
    }[language]  # fmt: skip
    phrase = data.draw(st.sampled_from(written))
    assert only(language, phrase) == f"{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@CASES
@given(start=DAYS, length=st.integers(32, 300), data=st.data())
def test_days_across_months_and_years_are_one_interval(
    language: str, start: date, length: int, data: st.DataObject
) -> None:
    end = start + timedelta(days=length)
    one, other = MONTHS[language][start.month - 1], MONTHS[language][end.month - 1]
    if start.year == end.year:
        written = {
            "en": [f"from {start.day} {one} to {end.day} {other} {end.year}",
                   f"from {one} {start.day} to {other} {end.day}, {end.year}",
                   f"{start.day} {one} – {end.day} {other} {end.year}"],
            "ru": [f"с {start.day} {one} по {end.day} {other} {end.year} года",
                   f"{start.day} {one} – {end.day} {other} {end.year} года"],
            "kk": [f"{end.year} жылғы {start.day} {one} мен {end.day} {other} аралығында",
                   f"{end.year} жылғы {start.day} {one} – {end.day} {KK_CASES[end.month - 1][1]}"],
            "ur": [f"{start.day} {one} سے {end.day} {other} {end.year}ء تک",
                   f"{start.day} {one} تا {end.day} {other} {end.year}ء"],
        }[language]  # fmt: skip
    else:
        written = {
            "en": [f"from {start.day} {one} {start.year} to {end.day} {other} {end.year}",
                   f"from {one} {start.day}, {start.year} to {other} {end.day}, {end.year}"],
            "ru": [f"с {start.day} {one} {start.year} года по {end.day} {other} {end.year} года"],
            "kk": [f"{start.year} жылғы {start.day} {one} мен {end.year} жылғы {end.day} {other} аралығында"],
            "ur": [f"{start.day} {one} {start.year}ء سے {end.day} {other} {end.year}ء تک"],
        }[language]  # fmt: skip
    assert only(language, data.draw(st.sampled_from(written))) == f"{start.isoformat()}/{end.isoformat()}"


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@CASES
@given(year=st.integers(1950, 2049), part=st.integers(1, 4), data=st.data())
def test_quarters_and_halves_are_read(language: str, year: int, part: int, data: st.DataObject) -> None:
    roman = ["I", "II", "III", "IV"][part - 1]
    word = {"en": "first second third fourth", "ru": "первом втором третьем четвертом",
            "kk": "бірінші екінші үшінші төртінші",
            "ur": "پہلی دوسری تیسری چوتھی"}[language].split()[part - 1]  # fmt: skip
    written = {
        "en": [f"in the {word} quarter of {year}", f"in Q{part} {year}",
               f"in {part}Q{year % 100:02}" if year >= 2000 else f"in {part}Q {year}"],
        "ru": [f"в {word} квартале {year} года", f"в {roman} квартале {year} г.", f"в {part}-м квартале {year} года"],
        "kk": [f"{year} жылдың {word} тоқсанында", f"{year} жылғы {roman} тоқсанда",
               f"{year} жылдың {part}-тоқсанында"],
        "ur": [f"{year}ء کی {word} سہ ماہی میں", f"سال {year}ء کی {word} سہ ماہی میں"],
    }[language]  # fmt: skip
    assert only(language, data.draw(st.sampled_from(written))) == f"{year}-{32 + part}"


NUMBERS = {
    "en": {2: "two", 7: "seven", 12: "twelve", 20: "twenty", 25: "twenty-five", 33: "thirty-three", 41: "forty one"},
    "ru": {2: "два", 7: "семь", 12: "двенадцать", 20: "двадцать", 25: "двадцать пять", 33: "тридцать три",
           41: "сорок один"},
    "kk": {2: "екі", 7: "жеті", 12: "он екі", 20: "жиырма", 25: "жиырма бес", 33: "отыз үш", 41: "қырық бір"},
    "ur": {2: "دو", 7: "سات", 12: "بارہ", 20: "بیس", 25: "پچیس", 33: "تینتیس", 41: "اکتالیس"},
}  # fmt: skip
AGO = {
    "en": ["{} years ago", "more than {} years ago", "some {} years ago"],
    "ru": ["{} года назад", "{} лет назад", "более {} лет назад", "{} лет тому назад"],
    "kk": ["{} жыл бұрын", "осыдан {} жыл бұрын", "бұдан {} жыл бұрын", "{} жылдан астам уақыт бұрын"],
    "ur": ["{} سال قبل", "{} برس پہلے", "آج سے {} سال قبل"],
}


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@CASES
@given(data=st.data())
def test_years_ago_are_counted_in_digits_and_words(language: str, data: st.DataObject) -> None:
    number, word = data.draw(st.sampled_from(sorted(NUMBERS[language].items())))
    phrase = data.draw(st.sampled_from(AGO[language])).format(data.draw(st.sampled_from([str(number), word])))
    assert only(language, phrase) == f"{DAY.year - number}~"


COUNTED = {
    "en": ["They made {} buses per year.", "The line is {} km long.", "They sent {} students there.", "It cost ${}."],
    "ru": ["Выпускают в год {} автобусов.", "Длина дороги {} км.", "Туда уехали {} студентов.",
           "Резолюция № {} принята."],
    "kk": ["Жылына {} автобус шығарады.", "Ұзындығы {} шақырым.", "Онда {} студент кетті.",
           "Жыл сайын {} тонна шығарады."],
    "ur": ["سالانہ {} بسیں بناتا ہے۔", "سڑک {} کلومیٹر لمبی ہے۔", "وہاں {} طلبہ گئے۔", "قیمت {} ڈالر ہے۔"],
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "kk", "ru", "ur"])
@CASES
@given(number=st.integers(1000, 9999), data=st.data())
def test_a_number_that_counts_is_no_year(language: str, number: int, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(COUNTED[language])).format(number)
    assert [row.text for row in read(text, language, DAY.isoformat())] == []
