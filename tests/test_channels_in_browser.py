# SPDX-License-Identifier: MIT
"""Channels and wrong claims as a visitor meets them: for everyone, and no wider than the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import serving, watched
from playwright.sync_api import Browser
from site_fixture import LIGHT_AND_DARK, axe

PAGES = (
    "misquotes.html",
    "channels/index.html",
    "channels/police.html",
    "channels/complain-12315.html",
    "channels/court.html",
)


@pytest.mark.parametrize("scheme", LIGHT_AND_DARK)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_and_the_width_of_the_screen(
    built_site: Path, chromium: Browser, scheme: str, width: int
) -> None:
    size = {"width": width, "height": 740}
    with (
        serving(built_site) as address,
        watched(chromium, address, viewport=size, color_scheme=scheme) as watch,
    ):
        for page in PAGES:
            watch.page.goto(f"{address}{page}")
            assert axe(watch.page) == [], page
            wide = watch.page.evaluate("document.documentElement.scrollWidth")
            assert wide == width, page
            assert watch.faults() == [], page
