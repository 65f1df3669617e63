# SPDX-License-Identifier: MIT
"""A built site on a server, and what a visitor does there: search, and an inspection by axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import sites
from axe_playwright_python.sync_playwright import Axe
from browser import serving
from playwright.sync_api import Page

REAL = (sites.ROOT / "mkdocs.yml").is_file()
LIGHT_AND_DARK = ("light", "dark")
SEARCH = "[data-md-component=search-query]"
RESULTS = ".md-search-result__item"


@dataclass(frozen=True)
class Site:
    """A built site, and where it is meant to stand."""

    folder: Path
    home: str
    address: str

    @property
    def base(self) -> str:
        """The address that the site was built for."""
        return self.home.removesuffix("index.html")

    @property
    def root(self) -> str:
        return urlsplit(self.base).path

    @property
    def is_second(self) -> bool:
        return "books.example" in self.home


def site_home(folder: Path) -> str:
    """The address of the home page, from the sitemap."""
    places = re.findall("<loc>(.*?)</loc>", (folder / "sitemap.xml").read_text("utf-8"))
    return min(places, key=lambda place: (not place.endswith(("/", "/index.html")), len(place)))


@pytest.fixture(
    scope="module",
    params=[
        "second_site",
        pytest.param(
            "built_site", marks=pytest.mark.skipif(not REAL, reason="no mkdocs.yml at the root")
        ),
    ],
)
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    folder: Path = request.getfixturevalue(request.param)
    home = site_home(folder)
    with serving(folder, urlsplit(home).path.removesuffix("index.html")) as address:
        yield Site(folder, home, address)


def open_search(page: Page) -> None:
    button = page.locator("header label[for=__search]").first
    (button if button.is_visible() else page.locator(SEARCH)).click()
    page.wait_for_function("document.activeElement.matches(`[data-md-component=search-query]`)")


def ask(page: Page, query: str) -> list[str]:
    """Put `query` into the box in one go, as paste, voice and input methods do."""
    open_search(page)
    page.locator(SEARCH).fill("")
    page.keyboard.insert_text(query)
    page.locator(RESULTS).first.wait_for()
    links = page.locator(f"{RESULTS} > a").evaluate_all("(all) => all.map((a) => a.href)")
    return [str(link) for link in links]


def axe(page: Page) -> list[str]:
    """What axe objects to: rule, place."""
    page.evaluate("document.getAnimations().forEach((a) => a.finish())")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
    ]
