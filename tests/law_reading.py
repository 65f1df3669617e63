# SPDX-License-Identifier: MIT
"""Law pages as compiled, ready for tests to read: two builds, and ways to look into a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml

from generator.problems import has_errors
from generator.site import Build, Settings, build
from tests import shipped as ours
from tests.law_cases import law_files
from tests.libraries import library

HTML = "{http://www.w3.org/1999/xhtml}"
TREES = Path(__file__).parents[1] / "decision_trees"
SITE = "https://a.example/x/"
ARTICLES = {
    "index.md": '---\ntitle: "首页"\n---\n[a](law/rules/rules-2-new.md)',
    "articles/one.md": "# 第一篇\n\n[条](../law/rules.md#demo-1)[旧](../law/demo/rules-2-now.md)",
    "articles/html.md": '# Two\n<a href="../law/rules/demo-1.html">x</a>',
    "articles/index.md": "[条]: ../law/rules/demo-1/index.md\n",
    "articles/none.md": "# Three\n`[x](../law/rules.md#demo-1)` [y](../law/rules.md#instrument)",
}

FRONT = """---
title: {}
description: 一句话。
topic: 先弄懂
review_by: "2027-01-01"
---
"""


@pytest.fixture(scope="module")
def made() -> Build:
    sources = {**library(), **law_files()}
    # A whole build wants front matter of every article, and makes their index itself.
    articles = {
        path: (FRONT.format(path) + text if path.startswith("articles/") else text).encode()
        for path, text in ARTICLES.items()
        if path != "articles/index.md"
    }
    done = build(sources, Settings(exports=False, directories=False, articles=articles))
    assert not has_errors(done.problems), done.problems
    return done


@pytest.fixture(scope="module")
def real() -> Build:
    done = ours.built()
    assert not has_errors(done.problems)
    return done


def body(made: Build, path: str) -> str:
    return made.files[path].content.decode().partition("\n---\n")[2]


def front(made: Build, path: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(made.files[path].content.decode().split("---\n")[1])
    return loaded


@cache
def parse(text: str) -> Any:
    head = "<!doctype html><html lang=zh><head><meta charset=utf-8><title>x</title></head>"
    return html5lib.HTMLParser(strict=True).parse(f"{head}<body>{text}</body></html>")


def elements(text: str, tag: str) -> Iterator[Any]:
    return parse(text).iter(f"{HTML}{tag}")


def words(element: Any) -> str:
    return "".join(element.itertext()).strip()


def by_id(text: str, name: str) -> str:
    [found] = [e for e in parse(text).iter() if e.get("id") == name]
    return words(found)


def section(text: str, name: str) -> Any:
    [found] = [e for e in elements(text, "section") if e.get("aria-labelledby") == name]
    return found


def statutes() -> Iterator[tuple[dict[str, Any], str, dict[str, Any]]]:
    """(instrument, id, provision) of the shipped library, straight from the files."""
    for file in sorted((TREES / "law").glob("*.yaml")):
        law = yaml.safe_load(file.read_text("utf-8"))
        for name, provision in law.get("provisions", {}).items():
            yield law, name, provision
