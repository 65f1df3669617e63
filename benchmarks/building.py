# SPDX-License-Identifier: MIT
"""Our full build beside a bare mkdocs-material build of as many plain pages."""

from __future__ import annotations

from pathlib import Path

from benchmarks.tables import script, seconds, spread, table

_CONFIG = """\
site_name: Plain
theme: {name: material, font: false}
plugins: [{search: {lang: [en], pipeline: []}}]
nav: [Home: index.md]
not_in_nav: "/pages/"
"""
_PARAGRAPH = "这里是一段普通的文字，长短和我们的页面差不多，用来比较生成网站要花的时间。" * 3
TIMES = 3


def report(folder: Path, site: Path) -> None:
    ours = seconds([script("mkdocs"), "build", "--strict", "-d", str(site)], TIMES)
    pages = len(list(site.rglob("*.html")))
    plain = _plain(folder / "plain", pages, _average_size(site))
    peer = seconds([script("mkdocs"), "build", "-d", str(folder / "plain-site")], TIMES, plain)
    files = sum(1 for path in (site / "downloads").iterdir())
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 1e6
    other = f"{files} downloads, {size:.0f} MB in all"
    table(
        f"Full build, {TIMES} runs each, median (range)",
        ("build", "HTML pages", "other output", "wall"),
        [
            ("ours: check, compile, checklists, site", pages, other, spread(ours)),
            ("bare mkdocs-material, plain pages of the same mean size", pages, "", spread(peer)),
        ],
    )


def _average_size(site: Path) -> int:
    texts = [path.stat().st_size for path in site.rglob("*.html")]
    return sum(texts) // len(texts)


def _plain(folder: Path, pages: int, size: int) -> Path:
    docs = folder / "docs" / "pages"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Plain\n", encoding="utf-8")
    body = f"\n\n{_PARAGRAPH}\n" * max(1, size // (len(_PARAGRAPH.encode()) * 4))
    for number in range(pages - 2):  # the home page and 404.html are pages too
        (docs / f"p{number}.md").write_text(f"# 第{number}页\n{body}", encoding="utf-8")
    return folder
