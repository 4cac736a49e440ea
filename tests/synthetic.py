"""A made-up dossier in memory, with the columns of the contract: no file is read and no coder runs."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from relations import edtf
from relations.dossier import Dossier
from relations.dossier.settings import Settings
from relations.tables import frame, package

LANGUAGES = ("kk", "ru", "en", "ur")
WORDS = {
    "kk": ("Екі елдің министрлері кездесті", "{date} Исламабадта министрлер сауда туралы келіссөз жүргізді."),
    "ru": ("Министры двух стран встретились", "{date} в Исламабаде министры обсудили торговлю и перевозки."),
    "en": ("Ministers of the two countries met", "The ministers discussed trade and transport in Islamabad {date}."),
    "ur": ("دونوں ملکوں کے وزرا کی ملاقات", "{date} اسلام آباد میں وزرا نے تجارت پر بات کی۔"),
}
LANES = {
    "diplomacy": ("Diplomacy", "Дипломатия", "Дипломатия", "سفارت کاری"),
    "visits": ("Visits", "Сапарлар", "Визиты", "دورے"),
    "meetings": ("Meetings", "Кездесулер", "Встречи", "ملاقاتیں"),
    "commissions": ("Commissions", "Комиссиялар", "Комиссии", "کمیشن"),
    "agreements": ("Agreements", "Келісімдер", "Соглашения", "معاہدے"),
    "trade": ("Trade", "Сауда", "Торговля", "تجارت"),
    "culture": ("Culture", "Мәдениет", "Культура", "ثقافت"),
}
TYPES = {
    "relations-established": (
        "diplomacy",
        "Relations established",
        "Қатынас орнату",
        "Установление отношений",
        "تعلقات",
    ),
    "mission-opened": ("diplomacy", "Mission opened", "Елшілік ашу", "Открытие миссии", "مشن کا قیام"),
    "visit": ("visits", "Visit", "Сапар", "Визит", "دورہ"),
    "meeting": ("meetings", "Meeting", "Кездесу", "Встреча", "ملاقات"),
    "commission": ("commissions", "Commission", "Комиссия", "Комиссия", "کمیشن"),
    "agreement": ("agreements", "Agreement", "Келісім", "Соглашение", "معاہدہ"),
    "trade-transaction": ("trade", "Trade deal", "Сауда мәмілесі", "Сделка", "تجارتی سودا"),
    "culture-education": ("culture", "Culture and education", "Мәдениет және білім", "Культура", "ثقافت و تعلیم"),
}
SECTORS = {
    "trade": ("Trade", "Сауда", "Торговля", "تجارت"),
    "transport": ("Transport", "Көлік", "Транспорт", "نقل و حمل"),
    "energy": ("Energy", "Энергетика", "Энергетика", "توانائی"),
    "education": ("Education", "Білім", "Образование", "تعلیم"),
    "agriculture": ("Agriculture", "Ауыл шаруашылығы", "Сельское хозяйство", "زراعت"),
}
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\u202e\u0000=HYPERLINK("x")'


def _labels(texts: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(("label_en", "label_kk", "label_ru", "label_ur"), texts, strict=True))


def _span(date: str | None) -> dict[str, Any]:
    if date is None:
        return {}
    earliest, latest = edtf.span(date)
    return {"earliest": earliest, "latest": latest}


def tables(events: int = 40, articles: int = 24, seed: int = 1) -> dict[str, pd.DataFrame]:
    """Make every table of the contract; the same arguments make the same tables."""
    draw = random.Random(seed)  # noqa: S311 - made-up data, nothing secret
    rows: dict[str, list[dict[str, Any]]] = {
        name: []
        for name in ("articles", "events", "evidence", "event_sectors", "event_people", "article_sectors", "people")
    }
    for n in range(articles):
        language = LANGUAGES[n % 4]
        day = f"{2000 + n % 26}-{1 + n % 12:02}-{1 + n % 28:02}"
        title, sentence = WORDS[language]
        rows["articles"].append(
            {"article_id": f"a{n}", "title": HOSTILE if n == 3 else title, "published": day, **_span(day),
             "published_from": "header", "language": language, "publisher": f"Publisher {n % 5}",
             "url": "javascript:window.hacked=1" if n == 3 else f"https://example.org/{n}", "countries": "AAA BBB",
             "file": f"{n}.txt", "sha256": "0" * 64, "coder_version": "1", "text": sentence.format(date=day)}
        )  # fmt: skip
        sector = list(SECTORS)[n % len(SECTORS)]
        rows["article_sectors"].append(
            {"article_id": f"a{n}", "sector": sector, "start": 0, "end": 3, "quote": "abc", "rule": "r"}
        )
    for n in range(3):
        rows["people"].append(
            {"person_id": f"p{n}", "name": f"Person {n}", "name_ru": f"Персона {n}", "role": "minister",
             "country": "PAK", "n_articles": 3, "n_events": 4}
        )  # fmt: skip
    for n in range(events):
        kind = list(TYPES)[0 if n == 0 else 1 + n % (len(TYPES) - 1)]
        year = 1992 if n == 0 else 1993 + draw.randrange(34)
        month = 2 if n == 0 else draw.randrange(1, 13)
        form = draw.choice(("{y}-{m:02}-15", "{y}-{m:02}", "{y}", "{y}~", None)) if n else "{y}-{m:02}-24"
        date = form and form.format(y=year, m=month)
        planned = bool(n) and (date is None or year >= 2025)
        article = n % articles
        language = LANGUAGES[article % 4]
        words = date or "soon"
        quote = HOSTILE if article == 3 else WORDS[language][1].format(date=words)
        at = quote.find(words) if date else -1
        rows["events"].append(
            {"event_id": f"e{n}", "date": date, **_span(date), "precision": date and edtf.precision(date),
             "type": kind, "lane": TYPES[kind][0], "plover": "COOPERATE", "cameo": "050",
             "status": "planned" if planned else "occurred", "commitment": planned,
             "announced": "2024-12-12" if planned else None,
             "summary": HOSTILE if article == 3 else WORDS[language][0], "summary_language": language,
             "place": "Islamabad" if n % 2 else None, "countries": "KAZ PAK", "n_articles": 1, "languages": language,
             "disagreement": "date: 1993 (2), 1994~ (1)" if n == 1 else None, "confidence": 0.5 + n % 5 / 10,
             "review": "accepted" if n == 2 else None}
        )  # fmt: skip
        rows["evidence"].append(
            {"event_id": f"e{n}", "article_id": f"a{article}", "start": 0, "end": len(quote), "quote": quote,
             "date_text": words if at >= 0 else None, "date_start": at if at >= 0 else None,
             "date_end": at + len(words) if at >= 0 else None, "date": date, "type": kind,
             "status": "planned" if planned else "occurred", "rule": f"{language}.rule", "confidence": 0.8,
             "key": f"{n:016x}:{kind}:"}
        )  # fmt: skip
        for sector in draw.sample(list(SECTORS), draw.randrange(3)):
            rows["event_sectors"].append({"event_id": f"e{n}", "sector": sector})
        if n % 3 == 0:
            rows["event_people"].append({"event_id": f"e{n}", "person_id": f"p{n % 9 // 3}"})
    made = {name: frame(name, body) for name, body in rows.items()}
    made["lanes"] = frame("lanes", [{"code": code, **_labels(texts)} for code, texts in LANES.items()])
    made["sectors"] = frame("sectors", [{"code": code, **_labels(texts)} for code, texts in SECTORS.items()])
    made["event_types"] = frame(
        "event_types",
        [{"code": c, "lane": t[0], **_labels(t[1:]), "plover": "COOPERATE", "cameo": "050"} for c, t in TYPES.items()],
    )
    made["figures"] = frame(
        "figures",
        [{"figure_id": f"f{n}", "indicator": "trade-turnover", "value": value, "unit": "currency", "currency": "USD",
          "period": period, **_span(period), "status": status, "article_id": f"a{n % articles}", "start": 0, "end": 3,
          "quote": HOSTILE if n == 3 else "abc", "rule": "r"}
         for n, (value, period, status) in enumerate(
             [(1e8, "2020", "measured"), (2e8, "2020", "measured"), (1e9, "2027", "target"),
              (5e7, "2021-01", "measured"), (3e8, None, "measured")])],
    )  # fmt: skip
    for name in ("dates", "article_people", "problems"):
        made[name] = frame(name, [])
    return made


def dossier(today: date = date(2026, 2, 10), **arguments: int) -> Dossier:
    """Stand in for what ``relations.open`` gives."""
    made = tables(**arguments)
    return Dossier(Path("synthetic"), Settings("synthetic", ("KAZ", "PAK")), made, "1", today)


def write(folder: Path, **arguments: int) -> Path:
    """Write the made-up dossier to disk, as a build would leave it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dossier.toml").write_text('countries = ["KAZ", "PAK"]\n', encoding="utf-8")
    package.write(tables(**arguments), folder / "tables", {"name": "synthetic", "title": "synthetic"})
    return folder
