# SPDX-License-Identifier: MIT
"""Every row of `rows.yaml` stands on the built site, few taps from the home page.

A tap is a link; a link in a closed fold costs one more, to open it. Search does not count, nor
does what a script would show.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import sites
import yaml
from site_fixture import REAL

ROWS: dict[str, Any] = yaml.safe_load((sites.ROOT / "tests/rows.yaml").read_text("utf-8"))
MOST_TAPS = 3
_HOST = "https://site.invalid/"

pytestmark = pytest.mark.skipif(not REAL, reason="no mkdocs.yml at the root")


class Page(HTMLParser):
    """The words of a page, and its links with what each costs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.links: list[tuple[str, int]] = []
        self._folds: list[bool] = []
        self._unread = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "details":
            self._folds.append("open" not in given)
        self._unread = tag in ("script", "style", "template")
        if tag == "a" and (target := given.get("href")):
            self.links.append((target, 1 + sum(self._folds)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._folds.pop()
        self._unread = False

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.text += data


@cache
def read(file: Path) -> Page:
    page = Page()
    page.feed(file.read_text("utf-8"))
    page.close()
    return page


def links(site: Path, path: str) -> Iterator[tuple[str, int]]:
    """(page, cost) of every link of `path` that stays on the site."""
    for target, cost in read(site / path).links:
        url = urlsplit(urljoin(_HOST + path, target))
        inside = unquote(url.path.removeprefix("/"))
        if url.netloc == urlsplit(_HOST).netloc and (site / inside).suffix == ".html":
            yield inside, cost


@cache
def taps(site: Path) -> dict[str, int]:
    """For each page within reach, the fewest taps from the home page."""
    found: dict[str, int] = {}
    waiting = [(0, "index.html")]
    while waiting:
        cost, path = heapq.heappop(waiting)
        if path in found or cost > MOST_TAPS or not (site / path).is_file():
            continue
        found[path] = cost
        for target, more in links(site, path):
            if target not in found:
                heapq.heappush(waiting, (cost + more, target))
    return found


def test_every_row_is_told_once_and_in_order() -> None:
    assert list(ROWS) == [f"R{number}" for number in range(1, 29)]
    for row, entry in ROWS.items():
        assert set(entry) <= {"what", "guides", "pages", "docs", "lacks"}, row
        assert entry["pages"], row


@pytest.mark.parametrize("row", ROWS)
def test_the_pages_of_a_row_say_it_and_are_near(built_site: Path, row: str) -> None:
    near = taps(built_site)
    for path, phrase in ROWS[row]["pages"].items():
        assert (built_site / path).is_file(), path
        assert phrase in read(built_site / path).text, (path, phrase)
        assert path in near, f"{path} is more than {MOST_TAPS} taps away"


@pytest.mark.parametrize("row", [row for row, entry in ROWS.items() if "guides" in entry])
def test_the_guides_of_a_row_can_be_started_from_the_home_page(built_site: Path, row: str) -> None:
    near = taps(built_site)
    for guide in ROWS[row]["guides"]:
        assert near[f"guides/{guide}.html"] <= MOST_TAPS - 1, guide


@pytest.mark.parametrize("row", [row for row, entry in ROWS.items() if "docs" in entry])
def test_the_handbook_says_what_the_row_needs(row: str) -> None:
    for path, phrase in ROWS[row]["docs"].items():
        assert phrase in (sites.ROOT / path).read_text("utf-8"), (path, phrase)


def test_a_link_in_a_closed_fold_costs_one_tap_more() -> None:
    page = Page()
    page.feed(
        '<a href="a"></a><details><a href="b"></a></details>'
        '<details open><a href="c"></a></details><a href="d"></a>'
    )
    assert page.links == [("a", 1), ("b", 2), ("c", 1), ("d", 1)]
