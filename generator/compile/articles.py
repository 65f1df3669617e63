# SPDX-License-Identifier: MIT
"""Which hand-written pages link to a provision.

Writers link to the page of a provision (`../law/demo/demo-1.md`) or to its place on the page of
its law (`../law/demo.md#demo-1`), in Markdown or in HTML.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.compile.context import Context
from generator.compile.mentions import Mention
from generator.views import Link

_TARGET = re.compile(r'\]\(\s*<?([^\s)>]+)|\bhref="([^"]+)"|^\s*\[[^\]]+\]:\s*<?(\S+?)>?\s*$', re.M)
_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|<!--.*?-->|`[^`\n]+`", re.M | re.S)
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.M)
_HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*(?:\{[^}]*\})?\s*$", re.M)
_SUFFIX = re.compile(r"(\.md|\.html|/index\.md|/index\.html|/)?\Z")


def article_mentions(context: Context, articles: Mapping[str, bytes]) -> Iterator[Mention]:
    """A mention for each of `articles` (paths below the documentation folder) that cites law."""
    for path, cited in article_cites(context, articles).items():
        if cited:
            title = _title(path, articles[path].decode(errors="replace"))
            yield Mention("articles", Link(title, address(context, path)), cited)


def article_cites(context: Context, articles: Mapping[str, bytes]) -> dict[str, frozenset[str]]:
    """The provisions that each of `articles` links to, by path."""
    places = _places(context)
    return {
        path: frozenset(
            places[link]
            for link in _links(path, content.decode(errors="replace"))
            if link in places
        )
        for path, content in sorted(articles.items())
    }


def _places(context: Context) -> dict[str, str]:
    """Every way to write a provision's place, without a suffix, and its id."""
    places: dict[str, str] = {}
    for name, (instrument, provision) in context.law.entries.items():
        for law in (instrument.instrument, *instrument.formerly):
            for called in (name, *provision.formerly):
                places.setdefault(f"law/{law}/{called}", name)
                places.setdefault(f"law/{law}#{called}", name)
    return places


def _links(path: str, text: str) -> Iterator[str]:
    for found in _TARGET.finditer(_CODE.sub("", text)):
        target, _, anchor = next(filter(None, found.groups())).partition("#")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        bare = _SUFFIX.sub("", place, count=1)
        yield bare
        yield f"{bare}#{anchor}"


def _title(path: str, text: str) -> str:
    front = _FRONT.match(text)
    found = (front and _TITLE.search(front[1])) or _HEADING.search(text)
    return found[1] if found else PurePosixPath(path).stem


def address(context: Context, path: str) -> str:
    """Where the Markdown page at `path` is served."""
    bare = path.removesuffix(".md")
    folder = bare.removesuffix("index") if PurePosixPath(bare).name == "index" else bare
    return context.places.page(folder)
