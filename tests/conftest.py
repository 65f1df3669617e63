# SPDX-License-Identifier: MIT
"""Shared fixtures: the built site, the second site, a server, Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import browser as chromium_setup
import pytest
import sites
from playwright.sync_api import Browser, expect, sync_playwright

# A test that passes never waits that long; a machine under load may need it.
expect.set_options(timeout=30_000)


# What takes longest begins first, so that no worker is left alone with it at the end.
LONGEST = (
    "test_mutants",
    "test_parity",
    "test_site_tour",
    "test_site_in_browser",
    "test_component_values",
    "test_site_search",
    "test_law_site",
    "test_channels_in_browser",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files of LONGEST first; the others keep their order."""
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.stem, len(order)))


@pytest.fixture(scope="session", autouse=True)
def _site_under_way(request: pytest.FixtureRequest, _shared: Path, worker_id: str) -> None:
    """Begin to build the site beside the first tests, if any test of this run wants it."""
    if any(map(_wants_site, request.session.items)) and worker_id in ("master", "gw0"):
        building = (sites.ROOT, _shared / "site")
        threading.Thread(target=sites.build_once, args=building, daemon=True).start()


def _wants_site(item: pytest.Item) -> bool:
    named = {*getattr(item, "fixturenames", ())}
    if (chosen := getattr(item, "callspec", None)) is not None:
        named.update(value for value in chosen.params.values() if isinstance(value, str))
    return "built_site" in named


@pytest.fixture(scope="session")
def plugin_installed() -> None:
    """MkDocs finds plugins by entry point, so the package must be installed."""
    names = {point.name for point in entry_points(group="mkdocs.plugins")}
    assert "lubiao" in names, "run: pip install -e ."


@pytest.fixture(scope="session")
def _shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all test processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def second_site(_shared: Path, plugin_installed: None) -> Path:
    """The second site, built."""
    return sites.build_once(sites.SECOND_SITE, _shared / "second-site")


@pytest.fixture(scope="session")
def built_site(_shared: Path, plugin_installed: None) -> Path:
    """The site of this repository, built strictly."""
    return sites.build_once(sites.ROOT, _shared / "site")


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The built site, served at the root of a host."""
    with chromium_setup.serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole run; open contexts, not pages, to stay apart."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_setup.CHROMIUM, args=list(chromium_setup.ARGS)
        )
        yield browser
        browser.close()
