# SPDX-License-Identifier: MIT
"""A page's HTML cut into the sections that search shows: heading, anchor, plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE_NAMES = (
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby s samp small span strong "
    "sub sup time u var wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
# What is not prose: scripts, drawings, buttons and their like.
_SKIPPED = frozenset({"button", "nav", "script", "select", "style", "svg", "template", "textarea"})
_SKIPPED_CLASSES = frozenset({"lb-when"})
_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_SPACE = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r"\s*\n\s*")


@dataclass
class Section:
    """A heading and what stands under it. The page itself has no `anchor`."""

    anchor: str = ""
    title: str = ""
    text: str = ""


def sections(markup: str) -> list[Section]:
    """The sections of a page. A first-level heading names the page, not a section."""
    parser = _Extractor()
    parser.feed(markup)
    parser.close()
    return [_tidy(section) for section in parser.sections]


def _tidy(section: Section) -> Section:
    title = _plain(section.title).replace("\n", " ")
    return Section(section.anchor, title, _plain(section.text))


def _plain(text: str) -> str:
    return _BREAK.sub("\n", _SPACE.sub(" ", text)).strip()


@dataclass
class _Skip:
    """An element left out; `depth` counts elements of its name inside, so its end is known."""

    tag: str
    depth: int = 1


@dataclass
class _Extractor(HTMLParser):
    sections: list[Section] = field(default_factory=lambda: [Section()])
    _skip: _Skip | None = None
    _heading: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if self._skip:
            self._skip.depth += tag == self._skip.tag
        elif tag not in _VOID and _is_left_out(tag, values):
            self._skip = _Skip(tag)
            self._write("\n" if tag not in _INLINE else " ")
        elif tag in _HEADINGS and (tag == "h1" or values.get("id")):
            self._start_section(tag, "" if tag == "h1" else values["id"] or "")
        elif tag not in _INLINE:
            self._write("\n")

    def _start_section(self, tag: str, anchor: str) -> None:
        self._heading = tag
        if anchor:
            self.sections.append(Section(anchor))

    def handle_endtag(self, tag: str) -> None:
        if self._skip:
            self._skip.depth -= tag == self._skip.tag
            if not self._skip.depth:
                self._skip = None
        elif tag == self._heading:
            self._heading = ""
        elif tag not in _INLINE:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self._write(data.replace("\n", " "))

    def _write(self, data: str) -> None:
        section = self.sections[-1]
        if self._heading == "h1":
            self.sections[0].title += data
        elif self._heading:
            section.title += data
        else:
            section.text += data


def _is_left_out(tag: str, attrs: dict[str, str | None]) -> bool:
    classes = (attrs.get("class") or "").split()
    return (
        tag in _SKIPPED
        or "hidden" in attrs
        or "data-search-exclude" in attrs
        or attrs.get("aria-hidden") == "true"
        or not _SKIPPED_CLASSES.isdisjoint(classes)
    )
