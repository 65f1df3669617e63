# SPDX-License-Identifier: MIT
"""The pages of a built site: their kinds, their links, their anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

_HOST = "https://site.invalid/"
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_REFERENCES = {"href", "src", "data", "poster", "xlink:href", "action"}
LOOKED_AT = {"node": 12, "provision": 24}
"""Of these kinds there are hundreds, all alike: how many are opened in a browser."""


def kind(path: str) -> str:
    """What sort of page this is; node pages are all but the first level of a guide's folder."""
    parts = PurePosixPath(path).parts
    if parts[0] == "guides" and len(parts) > 3:
        return "node"
    if path in ("index.html", "404.html"):
        return path
    if len(parts) == 1 or parts[0] not in ("guides", "law", "outcomes"):
        return "article"
    if parts[0] == "law" and path.removesuffix("/index.html").count("/") == 2:
        return "provision"
    return f"{parts[0]} index" if parts[1:] == ("index.html",) else parts[0]


@cache
def all_pages(site: Path) -> tuple[str, ...]:
    """Every HTML page, by path."""
    return tuple(sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html")))


def looked_at(site: Path) -> list[str]:
    """Every page, but of the kinds in LOOKED_AT only some, evenly spread."""
    pages = all_pages(site)
    left_out: set[str] = set()
    for one, most in LOOKED_AT.items():
        same = [path for path in pages if kind(path) == one]
        left_out |= {*same} - {*same[:: max(1, len(same) // most)][:most]}
    return [path for path in pages if path not in left_out]


def one_of_each_kind(site: Path) -> list[str]:
    """The longest page of each kind: it shows the most."""
    longest: dict[str, str] = {}
    for path in all_pages(site):
        best = longest.setdefault(kind(path), path)
        if (site / path).stat().st_size > (site / best).stat().st_size:
            longest[kind(path)] = path
    return sorted(longest.values())


def address(path: str) -> str:
    """The address of a page below the site root."""
    return path.removesuffix("index.html")


@dataclass
class Parsed(HTMLParser):
    """Titles, ids and references of one page."""

    ids: set[str] = field(default_factory=set)
    references: list[str] = field(default_factory=list)
    title: str = ""
    text: str = ""
    walks: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        # The fragment of these pages holds answers, not anchors.
        self.walks = self.walks or tag in ("decision-guide", "outcome-view")
        for name, value in attrs:
            if name in ("id", "name") and value and (name == "id" or tag == "a"):
                self.ids.add(value)
            elif name in _REFERENCES and value:
                self.references.append(value)
            elif name == "srcset" and value:
                self.references += [part.split()[0] for part in value.split(",")]

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "title" and not self.title:
            self.title = data.strip()
        elif self._open not in ("script", "style"):
            self.text += data


@cache
def parsed(file: Path) -> Parsed:
    """One page, read."""
    page = Parsed()
    page.feed(file.read_text("utf-8"))
    page.close()
    return page


def dead_links(site: Path, root: str) -> Iterator[str]:
    """Internal references that lead nowhere. `root` is the path the site is served under."""
    for path in all_pages(site):
        base = urljoin(_HOST + root.lstrip("/"), path)
        for reference in parsed(site / path).references:
            if fault := _fault(site, root, urljoin(base, reference)):
                yield f"{path}: {reference} ({fault})"
    for css in sorted(site.rglob("*.css")):
        base = urljoin(_HOST + root.lstrip("/"), css.relative_to(site).as_posix())
        for reference in _CSS_URL.findall(css.read_text("utf-8")):
            if fault := _fault(site, root, urljoin(base, reference)):
                yield f"{css.name}: {reference} ({fault})"


def _fault(site: Path, root: str, url: str) -> str:
    if not url.startswith(_HOST):
        return ""
    parts = urlsplit(url)
    if not parts.path.startswith(root):
        return "outside the site"
    file = site / unquote(parts.path.removeprefix(root))
    if parts.path.endswith("/"):
        file /= "index.html"
    if not file.is_file():
        return "no such file"
    anchor = unquote(parts.fragment)
    if anchor and file.suffix == ".html" and not _has(file, anchor):
        return "no such anchor"
    return ""


def _has(file: Path, anchor: str) -> bool:
    page = parsed(file)
    return anchor in page.ids or (page.walks and "=" in anchor)
