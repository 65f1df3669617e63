# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""Every page of a site, opened once on a small phone under the production policy."""

from __future__ import annotations

import pages
import pytest
from browser import watched
from playwright.sync_api import Browser
from site_fixture import Site, site

_SETTLED = 150
"""Search sets itself up after the page has loaded, in milliseconds."""


@pytest.fixture(scope="module")
def tour(site: Site, chromium: Browser) -> dict[str, tuple[list[str], int]]:
    """Every page's faults, and how wide it is."""
    seen = {}
    with watched(chromium, site.address, viewport={"width": 320, "height": 640}) as watch:
        for path in pages.looked_at(site.folder):
            watch.forget()
            watch.page.goto(site.address + pages.address(path))
            watch.page.wait_for_timeout(_SETTLED)
            width = watch.page.evaluate("document.documentElement.scrollWidth")
            seen[path] = (watch.faults(), width)
    return seen


def test_no_page_breaks_the_policy_or_reaches_for_another_origin(
    tour: dict[str, tuple[list[str], int]],
) -> None:
    assert {path: faults for path, (faults, _) in tour.items() if faults} == {}


def test_nothing_is_wider_than_a_small_phone(tour: dict[str, tuple[list[str], int]]) -> None:
    assert {path: width for path, (_, width) in tour.items() if width > 320} == {}
