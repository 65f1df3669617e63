# SPDX-License-Identifier: MIT
"""The search index and the scripts that use it: plain text, sorted, the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.components.bundle import bundle_modules
from generator.search.extract import sections

_HERE = Path(__file__).parent

Entry = dict[str, Any]
"""One section of one page: `location`, `title`, `text`, and perhaps `keywords`."""

Keywords = Mapping[str, Sequence[str]]
"""Search words by anchor; those of the page itself are under the empty one."""


def worker() -> bytes:
    """The script that takes the place of Material's search worker."""
    parts = sorted((_HERE / "worker").glob("*.js"))
    return bundle_modules({part.name: part.read_text("utf-8") for part in parts})


def page_script() -> bytes:
    """The script each page loads before Material's own."""
    return (_HERE / "page.js").read_bytes()


def synonyms() -> dict[str, Any]:
    """What search knows about words and pages.

    `groups` are words that mean the same, `fillers` carry no meaning, `spellings` are slips and
    what was meant, `kinds` say by the beginning of an address how much a kind of page weighs.
    """
    words: dict[str, Any] = json.loads((_HERE / "synonyms.json").read_text("utf-8"))
    return words


def keywords(words: object) -> dict[str, list[str]]:
    """A page's own search words: a list or words in a line for the page, or lists by anchor."""
    if isinstance(words, dict):
        return {str(anchor): _word_list(some) for anchor, some in words.items()}
    return {"": _word_list(words)} if words else {}


def _word_list(words: object) -> list[str]:
    return [str(word) for word in words] if isinstance(words, list) else str(words).split()


def page_entries(url: str, title: str, markup: str, words: Keywords) -> list[Entry]:
    """What search knows of the page at `url`; `title` names it whatever its heading says."""
    entries = []
    for section in sections(markup):
        location = f"{url}#{section.anchor}" if section.anchor else url
        name = section.title if section.anchor else title
        entry: Entry = {"location": location, "title": name, "text": section.text}
        if own := list(dict.fromkeys(words.get(section.anchor, ()))):
            entry["keywords"] = own
        entries.append(entry)
    return entries


def make_index(entries: Iterable[Entry], words: Mapping[str, Any]) -> bytes:
    """The index of the whole site, as Material's script passes it to the worker, with `words`.

    A section's text is a list of numbers of `config.lines`.
    """
    # Material splits a query by `separator` when it highlights; the rest is for its own worker.
    config: dict[str, Any] = {
        "lang": ["zh"],
        "separator": r"[\s，。、；：！？]+",
        "pipeline": [],
        "fields": {},
    }
    config |= {"synonyms": words["groups"], "fillers": words["fillers"]}
    config |= {"spellings": words.get("spellings", []), "kinds": words.get("kinds", {})}
    docs = sorted(entries, key=lambda entry: _order(entry["location"]))
    # Many pages share whole lines. Each is written once; Material's script hands on `config`
    # and `docs` only.
    lines: dict[str, int] = {}
    texts = [[lines.setdefault(line, len(lines)) for line in _lines(doc)] for doc in docs]
    config["lines"] = list(lines)
    index = {
        "config": config,
        "docs": [doc | {"text": text} for doc, text in zip(docs, texts, strict=True)],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def _lines(entry: Entry) -> list[str]:
    text: str = entry["text"]
    return text.split("\n") if text else []


def index_script(index: bytes) -> bytes:
    """The index as a script, for pages opened from a folder, where nothing can be fetched."""
    text = index.decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"var __index = {text};\n".encode()


def _order(location: str) -> tuple[str, bool, str]:
    page, _, anchor = location.partition("#")
    return page, bool(anchor), anchor
