"""Several dossiers: listed, each at an address of its own, compared side by side, and none but those served."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from serving import served
from synthetic import write
from test_server import get

from relations.dashboard.comparison import comparison
from relations.dashboard.dossier_list import labels, listing
from relations.dashboard.shelf import Shelf, dossier_address, find
from relations.errors import DossierError, ServeError
from relations.views.words import LANGUAGES, Words


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("many")
    write(place / "alpha", seed=2)
    write(place / "beta", seed=3, events=90)
    (place / "alpha" / "dossier.toml").write_text('countries = ["KAZ", "UZB"]\n')
    (place / "notes").mkdir()
    return place


@pytest.fixture(scope="module")
def address(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(folder, tmp_path_factory.mktemp("log") / "log") as found:
        yield found


def test_a_folder_of_dossiers_is_all_of_them(folder: Path) -> None:
    assert find(folder) == [(folder / name).resolve() for name in ("alpha", "beta")]
    assert list(Shelf([folder, folder / "beta"]).folders) == ["alpha", "beta"]
    with pytest.raises(DossierError, match="is no dossier"):
        Shelf([folder / "notes"]).card("notes")
    twin = write(folder.parent / "other" / "alpha")
    with pytest.raises(ServeError, match="two dossiers are named alpha"):
        Shelf([folder, twin])


def test_the_list_tells_what_each_dossier_holds(folder: Path) -> None:
    shelf = Shelf([folder])
    card = shelf.card("beta")
    dossier = shelf.open("beta")
    assert (card.events, card.articles) == (len(dossier.events), len(dossier.articles))
    assert card.overdue == dossier.events["outcome"].eq("overdue").sum() <= card.open
    assert card.first == "1992-02-24"
    pages = {code: listing(shelf, Words(code), {"page": "/p"}, "/base/") for code in LANGUAGES}
    for code, page in pages.items():
        assert f'<html lang="{code}"' in page and f'href="/base/dossier/beta?lang={code}"' in page
        assert Words(code).country("UZB") in page
    assert len({re.search("<h1>(.*?)</h1>", page)[1] for page in pages.values()}) == 4  # type: ignore[index]


def test_dossiers_with_one_title_are_told_apart(folder: Path) -> None:
    third = write(folder.parent / "third" / "gamma")
    named = labels(Shelf([folder, third]), Words("en"), ("alpha", "beta", "gamma"))
    assert named["alpha"] == "Kazakhstan – Uzbekistan"
    assert named["beta"] == "Kazakhstan – Pakistan (beta)" and named["gamma"] == "Kazakhstan – Pakistan (gamma)"


@pytest.mark.parametrize("name", ["Қазақстан-Өзбекстан", "a b", "a&b", "a#b", "a?b", "a%2Fb", "a/b", 'a"<b', "پاکستان"])
def test_an_address_names_its_dossier_whatever_letters_it_has(name: str) -> None:
    parts = urlsplit(dossier_address("/base/", name, "kk"))
    assert parts.path.isascii() and parts.path.count("/") == 3
    assert unquote(parts.path) == f"/base/dossier/{name}"
    assert (parts.query, parts.fragment) == ("lang=kk", "")


def test_list_and_comparison_link_to_the_page_of_a_name_of_any_letters(tmp_path: Path) -> None:
    for name in ("Қазақстан & Өзбекстан #1", "beta"):
        write(tmp_path / name)
    shelf, say, addresses = Shelf([tmp_path]), Words("kk"), {"page": "/p", "library": "/l"}
    names = tuple(shelf.folders)
    for page in (listing(shelf, say, addresses, "/"), comparison(shelf, say, addresses, "/", names)):
        linked = [unquote(one) for one in re.findall('href="/dossier/([^?"]*)[?]lang=kk"', page) if one.isascii()]
        assert linked == ["beta", "Қазақстан-Өзбекстан-1"]


def test_only_dossiers_that_are_served_are_opened(address: str) -> None:
    for name in ("none", "notes", "..", "alpha.ipynb", "%2e%2e%2falpha", "alpha%00"):
        assert get(f"{address}dossier/{name}")[0] == 404, name
    assert get(f"{address}compare?dossier=alpha&dossier=../notes")[0] == 404
    for place in ("dossier/nosuch", "nosuch", "compare"):
        for language, words in (("ur", "اس پتے پر کوئی صفحہ نہیں"), ("kk", "Бұл мекенжайда бет жоқ")):
            status, _, body = get(f"{address}{place}?lang={language}&dossier=nosuch")
            assert status == 404 and words in body.decode() and f'href="/?lang={language}"' in body.decode()
    status, headers, body = get(f"{address}?lang=ru")
    assert status == 200 and "default-src 'none'" in headers["content-security-policy"]
    assert body.decode().count("dossier/") == 2


@pytest.mark.browser
def test_the_list_leads_to_a_page_and_to_the_comparison(browser: Any, address: str) -> None:
    context = browser.new_context(locale="en-GB", viewport={"width": 390, "height": 844})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    page.click("button[type=submit]")
    page.wait_for_selector("[data-figure=shares][data-drawn=true] .point")
    assert page.locator("[data-figure=years] .point").count() > 20
    assert page.locator("main table").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.click("th a >> nth=0")
    page.wait_for_selector(".relations-root:not([aria-busy])", timeout=60_000)
    assert "/dossier/alpha" in page.url and page.title() == "Kazakhstan – Uzbekistan"
    page.click("#language-kk")
    page.wait_for_selector("html[lang=kk]")
    assert "/dossier/alpha?lang=kk" in page.url
    page.click(".relations-home a")
    assert page.locator("tbody tr").count() == 2
    assert wrong == []
    context.close()
