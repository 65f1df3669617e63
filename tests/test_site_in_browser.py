# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""The whole site as a visitor meets it: every page in Chromium, under the production policy."""

from __future__ import annotations

import re

import html5lib
import pages
import pytest
from browser import watched
from playwright.sync_api import Browser
from site_fixture import LIGHT_AND_DARK, Site, axe, site

# ---- every page ----------------------------------------------------------------------------------


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


# ---- for everyone --------------------------------------------------------------------------------


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
def test_without_scripts_every_page_follows_the_system(
    site: Site, chromium: Browser, scheme: str
) -> None:
    look = """() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    }"""
    dark = ["rgb(16, 25, 26)", "rgb(232, 236, 233)"]
    context = chromium.new_context(java_script_enabled=False, color_scheme=scheme)
    page = context.new_page()
    for path in pages.one_of_each_kind(site.folder):
        page.goto(site.address + pages.address(path))
        assert (page.evaluate(look) == dark) == (scheme == "dark"), path
    context.close()


_UNFOLD = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"


def test_nothing_is_wider_than_a_phone_at_twice_its_size(site: Site, chromium: Browser) -> None:
    wide = {}
    with watched(chromium, site.address, viewport={"width": 195, "height": 422}) as watch:
        for path in pages.one_of_each_kind(site.folder):
            watch.page.goto(site.address + pages.address(path))
            watch.page.evaluate(_UNFOLD)
            width = watch.page.evaluate("document.documentElement.scrollWidth")
            if width > 195:
                wide[path] = width
    assert not wide


def test_no_reader_meets_a_number_nobody_can_picture(site: Site) -> None:
    for path in pages.all_pages(site.folder):
        text = (site.folder / path).read_text("utf-8")
        read = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
        assert not re.search(r"\d{1,3}(?:,\d{3}){2,}", read), path
