# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""The site away from home: a wrong address, another path, a folder, without reloading."""

from __future__ import annotations

import mimetypes
from urllib.parse import urlsplit

import pages
from browser import serving, watched
from playwright.sync_api import Browser, Page, Route
from site_fixture import RESULTS, Site, ask, site


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
