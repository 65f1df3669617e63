# SPDX-License-Identifier: MIT
"""The whole site as a visitor meets it: every page in Chromium, under the production policy."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pages
import pytest
import sites
from axe_playwright_python.sync_playwright import Axe
from browser import serving, watched
from playwright.sync_api import Browser, Page, Route

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


# ---- every page --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tour(site: Site, chromium: Browser) -> dict[str, tuple[list[str], int]]:
    """Every page, opened once on a small phone: its faults, and how wide it is."""
    seen = {}
    with watched(chromium, site.address, viewport={"width": 320, "height": 640}) as watch:
        for path in pages.looked_at(site.folder):
            watch.forget()
            watch.page.goto(site.address + pages.address(path))
            # Search sets itself up after the page has loaded; wait for what it fetches.
            watch.page.wait_for_timeout(150)
            width = watch.page.evaluate("document.documentElement.scrollWidth")
            seen[path] = (watch.faults(), width)
    return seen


def test_no_page_breaks_the_policy_or_reaches_for_another_origin(
    tour: dict[str, tuple[list[str], int]],
) -> None:
    assert {path: faults for path, (faults, _) in tour.items() if faults} == {}


def test_nothing_is_wider_than_a_small_phone(tour: dict[str, tuple[list[str], int]]) -> None:
    assert {path: width for path, (_, width) in tour.items() if width > 320} == {}


def test_all_internal_links_and_anchors_are_alive(site: Site) -> None:
    dead = list(pages.dead_links(site.folder, site.root))
    assert not dead, "\n".join(dead[:40])


def test_titles_are_there_and_unlike_each_other(site: Site) -> None:
    titles: dict[str, str] = {}
    for path in pages.all_pages(site.folder):
        title = pages.parsed(site.folder / path).title
        assert title, path
        if pages.kind(path) != "node":
            assert title not in titles, (title, path, titles.get(title))
            titles[title] = path


def test_every_page_says_what_it_is_in_one_first_heading(site: Site) -> None:
    for path in pages.all_pages(site.folder):
        text = (site.folder / path).read_text("utf-8")
        assert len(re.findall(r"<h1[\s>]", text)) == 1, path


# Faults of Material's own templates, which we leave as they are: (code, what it is about).
KNOWN_HTML_FAULTS: set[tuple[str, str]] = set()


def test_the_html_is_valid(site: Site) -> None:
    found: dict[str, list[object]] = {}
    for path in pages.looked_at(site.folder):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((site.folder / path).read_text("utf-8"))
        errors = [
            (code, place, values)
            for place, code, values in parser.errors
            if (code, str(values.get("name", ""))) not in KNOWN_HTML_FAULTS
        ]
        if errors:
            found[path] = errors[:3]
    assert not found


# ---- for everyone ------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(
    site: Site, chromium: Browser, scheme: str, width: int
) -> None:
    found = {}
    size = {"width": width, "height": 844}
    with watched(chromium, site.address, viewport=size, color_scheme=scheme) as watch:
        for path in pages.one_of_each_kind(site.folder):
            watch.page.goto(site.address + pages.address(path))
            if violations := axe(watch.page):
                found[path] = violations
    assert not found


@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_while_searching(
    site: Site, chromium: Browser, scheme: str, width: int
) -> None:
    size = {"width": width, "height": 844}
    with watched(chromium, site.address, viewport=size, color_scheme=scheme) as watch:
        watch.page.goto(site.address)
        ask(watch.page, "未到账")
        assert not axe(watch.page)


def axe(page: Page) -> list[str]:
    """What axe objects to: rule, place."""
    page.evaluate("document.getAnimations().forEach((a) => a.finish())")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
    ]


# ---- search ------------------------------------------------------------------------------------

# Where each query must lead, among the first five pages found.
EXPECTED = {
    "激活码无效": "outcomes/",
    "未到账": "outcomes/",
    "三倍赔偿": "law/xiaobaofa",
}


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


@pytest.mark.parametrize("query", EXPECTED)
def test_search_finds_the_right_page(site: Site, chromium: Browser, query: str) -> None:
    wanted = "sayings/" if site.is_second else EXPECTED[query]
    with watched(chromium, site.address) as watch:
        watch.page.goto(site.address)
        found = ask(watch.page, query)
        assert any(link.startswith(site.address + wanted) for link in found[:10]), found[:10]
        assert watch.page.locator(f"{RESULTS} mark").count()
        assert not watch.faults()


def test_search_works_by_keyboard_on_a_phone(site: Site, chromium: Browser) -> None:
    with watched(chromium, site.address, viewport={"width": 390, "height": 844}) as watch:
        watch.page.goto(site.address)
        open_search(watch.page)
        watch.page.keyboard.type("未到账")
        watch.page.locator(RESULTS).first.wait_for()
        watch.page.keyboard.press("Enter")
        watch.page.wait_for_url(lambda url: urlsplit(url).path != site.root)
        assert "到账" in watch.page.locator("body").inner_text()


def test_search_says_so_when_there_is_nothing(site: Site, chromium: Browser) -> None:
    with watched(chromium, site.address) as watch:
        watch.page.goto(site.address)
        open_search(watch.page)
        watch.page.keyboard.insert_text("量子引力波")
        watch.page.locator(".md-search-result__meta", has_text="没有").wait_for()
        assert watch.page.locator(RESULTS).count() == 0


# ---- where it stands ---------------------------------------------------------------------------


def test_a_wrong_address_gives_the_404_page_with_ways_on(site: Site, chromium: Browser) -> None:
    with watched(chromium, site.address) as watch:
        answer = watch.page.goto(site.address + "no/such/page/", wait_until="networkidle")
        assert answer is not None
        assert answer.status == 404
        # The page itself is the only thing that may be missing.
        assert [line for line in watch.faults() if "404" not in line] == []
        links = watch.page.locator("main a").evaluate_all("(all) => all.map((a) => a.href)")
        assert len(links) >= 2
        for link in links:
            assert watch.page.request.get(link).ok, link


def test_the_site_works_under_another_path(site: Site, chromium: Browser) -> None:
    lost = []
    with (
        serving(site.folder, "/some/where/else/") as address,
        watched(chromium, address) as watch,
    ):
        watch.page.on("response", lambda r: lost.append(r.url) if r.status >= 400 else None)
        for path in pages.one_of_each_kind(site.folder):
            if path != "404.html":
                watch.page.goto(address + pages.address(path), wait_until="networkidle")
        watch.page.goto(address)
        assert ask(watch.page, "未到账")[0].startswith(address)
    assert not lost


def test_the_site_works_from_a_folder(site: Site, chromium: Browser) -> None:
    root = site.folder.resolve().as_uri() + "/"
    with watched(chromium, root) as watch:
        for path in pages.one_of_each_kind(site.folder):
            if path == "404.html":
                continue
            watch.forget()
            watch.page.goto(root + path, wait_until="load")
            assert watch.page.locator("h1").first.is_visible(), path
            assert not violations(watch.page), path
            assert not watch.foreign, path
        watch.page.goto(root + "index.html")
        assert len(ask(watch.page, "未到账")) >= 1
        start = watch.page.url
        watch.page.locator(f"{RESULTS} a").first.click()
        watch.page.wait_for_url(lambda url: url != start and urlsplit(url).path.endswith(".html"))
        watch.page.locator("h1").first.wait_for()
        assert "到账" in watch.page.locator("body").inner_text()


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.lbViolations")
    return found


def test_moving_about_without_reloading_keeps_the_policy(site: Site, chromium: Browser) -> None:
    """Instant navigation needs the site's own address: answer for it from the folder."""
    with watched(chromium, site.base) as watch:
        watch.page.route(f"{site.base}**", lambda route: answer(site, route))
        watch.page.goto(site.home, wait_until="networkidle")
        watch.page.evaluate("window.stillHere = true")
        link = "main a[href$='sayings/']" if site.is_second else "main a[href*='guides/']"
        with watch.page.expect_navigation():
            watch.page.locator(link).first.click()
        watch.page.wait_for_load_state("networkidle")
        watch.page.go_back()
        watch.page.wait_for_load_state("networkidle")
        assert urlsplit(watch.page.url).path in (site.root, f"{site.root}index.html")
        assert not watch.faults()
        if site.is_second:
            assert watch.page.evaluate("window.stillHere === true")


def answer(site: Site, route: Route) -> None:
    path = urlsplit(route.request.url).path.removeprefix(site.root)
    file = site.folder / path
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        route.fulfill(status=404, body="")
        return
    mime = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    route.fulfill(status=200, body=file.read_bytes(), headers={"Content-Type": mime})
