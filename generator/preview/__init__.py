# SPDX-License-Identifier: MIT
"""What an editor sees in the browser while the sources have faults: a banner on every page."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.problems import Problem

STYLE_PATH = "assets/lubiao-preview.css"

_HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


def style() -> bytes:
    """The style sheet of the banner."""
    return (_HERE / "preview.css").read_bytes()


def empty_home() -> bytes:
    """The home page while there is nothing to show yet."""
    return (_HERE / "empty.md").read_bytes()


def banner(problems: Sequence[Problem], *, is_stale: bool, root: str) -> str:
    """The banner's markup; `is_stale` says that the page shows the last good content."""
    template = _TEMPLATES.get_template("banner.html.jinja")
    return template.render(problems=problems, is_stale=is_stale, style=root + STYLE_PATH)


def with_banner(page: str, banner: str) -> str:
    """`page` with the banner as the first thing in its body."""
    start = page.find("<body")
    end = page.find(">", start) + 1
    return page[:end] + banner + page[end:] if start >= 0 and end > 0 else banner + page


def root_of(url: str) -> str:
    """The way from the page at `url` back to the site root, as a prefix."""
    return "../" * html.unescape(url).count("/")
