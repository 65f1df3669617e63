# SPDX-License-Identifier: MIT
"""The last pass over a site as MkDocs built it: our search in, one policy on every page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator import csp
from generator.problems import Problem, Span
from generator.search import index as search

INDEX_PATH = "search/search_index.json"
INDEX_SCRIPT_PATH = "search/search_index.js"
SEARCH_PAGE_PATH = "assets/lubiao-search.js"
READ_SUFFIXES = frozenset({".html", ".css", ".json", ".js"})

_WORKER = re.compile(r"assets/javascripts/workers/search\.[^/]*\.js\Z")


@dataclass(frozen=True)
class Finished:
    """The files to write over the built ones, and what a strict policy would block."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def finish(
    site: Mapping[str, bytes], entries: Sequence[search.Entry], *, with_policy: bool = True
) -> Finished:
    """Finish `site` (path -> bytes) with a search over `entries`.

    Without `with_policy` pages are checked, not changed.
    """
    pages = {path: data for path, data in site.items() if path.endswith(".html")}
    styles = {path: data for path, data in site.items() if path.endswith(".css")}
    protected = csp.protect(pages)
    found = chain.from_iterable(csp.style_faults(path, data) for path, data in styles.items())
    searching, missing = _search_files(site, entries)
    files = dict(protected.pages) if with_policy else {}
    return Finished(files | searching, (*protected.problems, *found, *missing))


def _search_files(
    site: Mapping[str, bytes], entries: Sequence[search.Entry]
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Our index and worker in place of Material's; nothing if the site has no search."""
    if INDEX_PATH not in site:
        return {}, ()
    workers = [path for path in site if _WORKER.search(path)]
    if len(workers) != 1:
        message = f"找到 {len(workers)} 个搜索脚本，应当正好有一个。"
        hint = "可能是 mkdocs-material 换了版本：按 pyproject.toml 里写的版本安装。"
        return {}, (Problem(Span("assets/javascripts/workers"), "SEA001", message, hint),)
    index = search.make_index(entries, search.synonyms())
    return {
        INDEX_PATH: index,
        INDEX_SCRIPT_PATH: search.index_script(index),
        workers[0]: search.worker(),
    }, ()
