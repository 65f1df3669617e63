# SPDX-License-Identifier: MIT
"""Reading a compiled page apart: its front matter, its elements, their words."""

from __future__ import annotations

import json
import re
from typing import Any

import html5lib

from generator.site import SiteFile


def front_matter(page: SiteFile) -> tuple[dict[str, Any], str]:
    _, head, body = page.content.decode().split("---\n", 2)
    pairs = (line.partition(": ") for line in head.splitlines())
    return {key: json.loads(value) for key, _, value in pairs}, body


def parsed_page(body: str) -> list[Any]:
    page = html5lib.HTMLParser(strict=True).parse(
        f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>"
    )
    return [e for e in page.iter() if isinstance(e.tag, str)]


def words(element: Any) -> str:
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()
