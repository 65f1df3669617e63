# SPDX-License-Identifier: MIT
"""What a query takes in the index of the real site, and how large that index is.

`python -m benchmarks.searching SITE` prints this table alone, for a site already built.
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import sync_playwright

from benchmarks.tables import table
from generator.search import index as search
from tests.browser import ARGS, CHROMIUM

_QUERIES = Path(__file__).parent.parent / "tests" / "queries.yaml"
_MEASURE = """([index, queries]) => {
  const answer = lubiaoSearch();
  const begin = performance.now();
  answer({ type: 0, data: index });
  const setup = performance.now() - begin;
  const round = () => queries.map((query) => {
    const start = performance.now();
    answer({ type: 2, data: query });
    return [performance.now() - start, query];
  });
  return { setup, first: round(), again: round() };
}"""


def report(site: Path) -> None:
    raw = (site / "search/search_index.json").read_bytes()
    asked = yaml.safe_load(_QUERIES.read_text(encoding="utf-8"))["queries"].values()
    queries = [str(query) for group in asked for query in group]
    measured = _measured(json.loads(raw), queries)
    rows = [
        ("index, bytes", f"{len(raw):,}"),
        ("index, bytes gzip -9", f"{len(gzip.compress(raw, 9, mtime=0)):,}"),
        ("worker script, bytes", f"{len(search.worker()):,}"),
        ("reading the index, ms", f"{measured['setup']:.0f}"),
        ("queries", str(len(queries))),
        *_times("first time", measured["first"]),
        *_times("again", measured["again"]),
    ]
    table("Search, in Chromium", ("what", "value"), rows)


def _measured(index: dict[str, Any], queries: list[str]) -> dict[str, Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGS))
        page = browser.new_page()
        page.add_script_tag(content=search.worker().decode())
        measured: dict[str, Any] = page.evaluate(_MEASURE, [index, queries])
        browser.close()
    return measured


def _times(when: str, rounds: list[tuple[float, str]]) -> list[tuple[str, str]]:
    times = [took for took, _ in rounds]
    slowest, query = max(rounds)
    return [
        (f"a query, {when}, median ms", f"{statistics.median(times):.1f}"),
        (f"a query, {when}, 95 % within ms", f"{statistics.quantiles(times, n=20)[-1]:.1f}"),
        (f"a query, {when}, slowest ms", f"{slowest:.1f} ({query})"),
    ]


if __name__ == "__main__":
    report(Path(sys.argv[1]))
