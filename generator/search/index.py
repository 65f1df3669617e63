# SPDX-License-Identifier: MIT
"""The search index as Material writes it, made clean, small and the same every time."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|dl|dt|dd|pre|h[1-6]|table|tr|td|th|div|br)\b[^>]*>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_BREAK = re.compile(r"\s*\n\s*")
_SPACE = re.compile(r"[^\S\n]+")

Keywords = Mapping[str, Sequence[str]]
"""Search words of a page or section, by its address relative to the site root."""


def worker() -> bytes:
    """The script that takes the place of Material's search worker."""
    return (_HERE / "worker.js").read_bytes()


def page_script() -> bytes:
    """The script each page loads before Material's own."""
    return (_HERE / "page.js").read_bytes()


def synonyms() -> dict[str, list[Any]]:
    """The words that mean the same (`groups`), and those that carry no meaning (`fillers`)."""
    words: dict[str, list[Any]] = json.loads((_HERE / "synonyms.json").read_text("utf-8"))
    return words


def clean_index(raw: bytes, keywords: Keywords, words: Mapping[str, Any]) -> bytes:
    """Material's index `raw` as plain text, sorted, with `keywords` of pages and `words`."""
    index = json.loads(raw)
    docs = [_clean_doc(doc, keywords) for doc in index["docs"]]
    docs = sorted(_unique(docs), key=lambda doc: _order(doc["location"]))
    config = {"lang": ["zh"], "separator": r"[\s，。、；：！？]+", "pipeline": [], "fields": {}}
    config |= {"synonyms": words["groups"], "fillers": words["fillers"]}
    return json.dumps(
        {"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":")
    ).encode()


def index_script(index: bytes) -> bytes:
    """The index as a script, for pages opened from a folder, where nothing can be fetched."""
    text = index.decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"var __index = {text};\n".encode()


def plain_text(markup: str) -> str:
    """The text of `markup`; blocks become lines."""
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\n", markup)))
    return _BREAK.sub("\n", _SPACE.sub(" ", text)).strip()


def _clean_doc(doc: Mapping[str, Any], keywords: Keywords) -> dict[str, Any]:
    location = doc["location"]
    clean = {
        "location": location,
        "title": plain_text(doc["title"]).replace("\n", " "),
        "text": plain_text(doc["text"]),
    }
    words = [*keywords.get(location, ()), *doc.get("tags", ())]
    if words:
        clean["keywords"] = list(dict.fromkeys(words))
    return clean


def _unique(docs: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry per address: sections that share an address are one place for the reader."""
    merged: dict[str, dict[str, Any]] = {}
    for doc in docs:
        first = merged.setdefault(doc["location"], doc)
        if first is not doc:
            first["text"] = "\n".join(filter(None, [first["text"], doc["title"], doc["text"]]))
    return list(merged.values())


def _order(location: str) -> tuple[str, bool, str]:
    page, _, anchor = location.partition("#")
    return page, bool(anchor), anchor
