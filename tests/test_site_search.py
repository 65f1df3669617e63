# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Search on the whole site: it finds what people type, and says so when there is nothing."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from browser import watched
from playwright.sync_api import Browser
from site_fixture import LIGHT_AND_DARK, RESULTS, SEARCH, Site, ask, axe, open_search, site

# Where each query must lead, among the first links; `queries.yaml` holds many more.
EXPECTED = {
    "激活码无效": "outcomes/",
    "未到账": "outcomes/",
    "三倍赔偿": "articles/triple-damages",
}


@pytest.mark.parametrize("query", EXPECTED)
def test_search_finds_the_right_page(site: Site, chromium: Browser, query: str) -> None:
    wanted = "sayings/" if site.is_second else EXPECTED[query]
    with watched(chromium, site.address) as watch:
        watch.page.goto(site.address)
        found = ask(watch.page, query)
        assert any(link.startswith(site.address + wanted) for link in found[:15]), found[:15]
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


@pytest.mark.parametrize("query", ["量子引力波", "<b>x", "！？", "<>"])
def test_search_says_so_when_there_is_nothing(site: Site, chromium: Browser, query: str) -> None:
    with watched(chromium, site.address) as watch:
        watch.page.goto(site.address)
        open_search(watch.page)
        watch.page.keyboard.insert_text(query)
        watch.page.locator(".md-search-result__meta", has_text="没有").wait_for()
        assert watch.page.locator(RESULTS).count() == 0


WAYS_ON = ".lb-search-none a"


def test_where_nothing_is_found_there_are_ways_on(site: Site, chromium: Browser) -> None:
    with watched(chromium, site.address, viewport={"width": 390, "height": 844}) as watch:
        watch.page.goto(site.address)
        open_search(watch.page)
        assert watch.page.locator(WAYS_ON).count() == 0
        watch.page.keyboard.insert_text("量子引力波")
        watch.page.locator(".md-search-result__meta", has_text="没有").wait_for()
        if not site.is_second:  # it says nothing of ways on in its mkdocs.yml
            watch.page.locator(WAYS_ON).first.wait_for()
            for link in watch.page.locator(WAYS_ON).all():
                assert watch.page.request.get(link.evaluate("(a) => a.href")).ok
            watch.page.keyboard.press("Enter")
            assert watch.page.evaluate("document.activeElement.matches('.lb-search-none a')")
            watch.page.keyboard.press("ArrowDown")
            assert (
                watch.page.locator(WAYS_ON).nth(1).evaluate("(a) => a === document.activeElement")
            )
        watch.page.locator(SEARCH).fill("")
        watch.page.keyboard.insert_text("未到账")
        watch.page.locator(RESULTS).first.wait_for()
        assert watch.page.locator(WAYS_ON).count() == 0
        assert not watch.faults()


@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
def test_axe_finds_nothing_where_nothing_was_found(
    site: Site, chromium: Browser, scheme: str
) -> None:
    size = {"width": 390, "height": 844}
    with watched(chromium, site.address, viewport=size, color_scheme=scheme) as watch:
        watch.page.goto(site.address)
        open_search(watch.page)
        watch.page.keyboard.insert_text("量子引力波")
        watch.page.locator(".md-search-result__meta", has_text="没有").wait_for()
        assert not axe(watch.page)


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
