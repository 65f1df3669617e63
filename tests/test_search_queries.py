# SPDX-License-Identifier: MIT
"""What people type, asked of the index of the whole site: see `queries.yaml`."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser
from site_fixture import REAL

from generator.search import index as search

pytestmark = pytest.mark.skipif(not REAL, reason="no mkdocs.yml at the root")

FIRST = 3
LONGEST = 90
ASKED: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8")
)
QUERIES: dict[str, list[str]] = {
    str(query): pages for group in ASKED["queries"].values() for query, pages in group.items()
}
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "《": "》", "【": "】"}
ENDS = "。！？；!?;…”’」』）》】)]"

Groups = list[list[dict[str, str]]]


@pytest.fixture(scope="module")
def index(built_site: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((built_site / "search/search_index.json").read_bytes())
    return loaded


@pytest.fixture(scope="module")
def answers(chromium: Browser, index: dict[str, Any]) -> dict[str, Groups]:
    """Of every query, the pages found, each as its items."""
    page = chromium.new_page()
    page.add_script_tag(content=search.worker().decode())
    found: dict[str, Groups] = page.evaluate(
        """([text, queries]) => {
          const index = JSON.parse(text);
          const answer = lubiaoSearch();
          answer({ type: 0, data: index });
          return Object.fromEntries(queries.map((query) => {
            const { items } = answer({ type: 2, data: query }).data;
            return [query, items.map((page) => page.map(({ location, title, text }) =>
              ({ location, title, text })))];
          }));
        }""",
        [json.dumps(index), list(QUERIES)],
    )
    page.close()
    return found


def first_pages(groups: Groups) -> list[str]:
    return [group[0]["location"].split("#")[0].removesuffix(".html") for group in groups[:FIRST]]


def test_there_are_many_queries_each_with_a_page_that_exists(index: dict[str, Any]) -> None:
    asked = [query for group in ASKED["queries"].values() for query in group]
    assert len(asked) == len(set(map(str, asked))) >= 140
    there = {doc["location"].split("#")[0].removesuffix(".html") for doc in index["docs"]}
    for query, pages in QUERIES.items():
        assert pages, query
        assert set(pages) <= there, (query, set(pages) - there)


def test_people_find_what_they_mean(answers: dict[str, Groups]) -> None:
    missed = {
        query: first_pages(answers[query])
        for query, pages in QUERIES.items()
        if not set(pages) & set(first_pages(answers[query]))
    }
    told = "\n".join(
        f"{query}: first came {got}, not {QUERIES[query]}" for query, got in missed.items()
    )
    assert not missed, told


def plain(marked: str) -> str:
    return html.unescape(re.sub(r"</?mark[^>]*>", "", marked))


def fault(text: str) -> str:
    """What is wrong with a snippet, if anything."""
    if len(text) > LONGEST:
        return "too long"
    open_: list[str] = []
    for char in text:
        if char in PAIRS:
            open_.append(PAIRS[char])
        elif char in PAIRS.values() and (not open_ or open_.pop() != char):
            return "closes what was not opened"
    if open_:
        return f"no {open_[-1]}"
    if text[-1] not in ENDS:
        return "no mark at its end"
    return "begins with a mark" if text[0] in "，。、：；！？）”》」·" else ""


def test_every_snippet_is_made_of_whole_phrases(answers: dict[str, Groups]) -> None:
    texts = {
        plain(item["text"])
        for groups in answers.values()
        for group in groups
        for item in group
        if item["text"]
    }
    assert len(texts) > 1000
    faults = {text: fault(text) for text in texts if fault(text)}
    assert not faults, list(faults.items())[:10]


def test_every_snippet_begins_where_a_clause_begins(
    answers: dict[str, Groups], index: dict[str, Any]
) -> None:
    lines: list[str] = index["config"]["lines"]
    sections = {
        doc["location"]: "\n".join(lines[n].strip() for n in doc["text"]) for doc in index["docs"]
    }
    for groups in answers.values():
        for item in (item for group in groups for item in group if item["text"]):
            text = plain(item["text"])
            begins = re.split(r"[。！？；，：、·…]", text.lstrip("…"))[0].strip()
            before = r"(?:^|[。！？；，：、!?;,: ”’」』）》】“‘（《【])\s*"
            pattern = before + re.escape(begins)
            assert re.search(pattern, sections[item["location"]], re.M), (item["location"], text)


def test_what_was_typed_is_marked_wherever_it_is_shown(answers: dict[str, Groups]) -> None:
    marked = 0
    for query, groups in answers.items():
        for part in (i[k] for group in groups for i in group for k in ("title", "text")):
            runs = re.findall(r"<mark data-md-highlight>([^<]+)</mark>", part)
            if query in plain(part):
                marked += 1
                assert any(query in html.unescape(run) for run in runs), (query, part)
    assert marked > 500
