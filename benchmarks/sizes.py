# SPDX-License-Identifier: MIT
"""What a guide page sends beyond Material's own files."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from benchmarks.tables import table

_DATA = re.compile(r'<script type="application/json" class="lb-data">(.*?)</script>', re.DOTALL)


def report(site: Path) -> None:
    rows = []
    script = (site / "assets/lubiao/guide.js").read_bytes()
    rows.append(("component script", *_sizes(script)))
    for page in sorted((site / "guides").glob("*.html")):
        found = _DATA.search(page.read_text(encoding="utf-8"))
        if found:
            data = found.group(1).encode()
            name = page.stem
            rows.append((f"data of {name}", *_sizes(data)))
            rows.append((f"component + data of {name}", *_sizes(script + data)))
            rows.append((f"whole page {name} (HTML)", *_sizes(page.read_bytes())))
    styles = b"".join(p.read_bytes() for p in sorted((site / "assets/lubiao").glob("*.css")))
    rows.append(("style sheet", *_sizes(styles)))
    table("Guide page, bytes", ("part", "raw", "gzip -9"), rows)


def _sizes(content: bytes) -> tuple[str, str]:
    return f"{len(content):,}", f"{len(gzip.compress(content, 9, mtime=0)):,}"
