# SPDX-License-Identifier: MIT
"""`lubiao law lint`: every mention of law in hand-written pages and in templates must resolve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

import generator
from generator import report
from generator.articles.lint import citations
from generator.citing.mentions import mentions
from generator.citing.pages import Page, readable
from generator.citing.shelf import Shelf, shelf
from generator.commands.reading import parsed_library
from generator.disk import read_site
from generator.problems import has_errors

_PACKAGE = Path(generator.__file__).parent
_TEMPLATES = (("render/templates", "*.jinja"), ("theme", "*.html"))
_EXISTING = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(name="lint")
@click.argument("folder", type=click.Path(path_type=Path), default="decision_trees")
@click.option("--content", type=_EXISTING, default="content", help="手写页面的文件夹。")
def law_lint(folder: Path, content: Path) -> None:
    """查手写页面和模板里提到的法律，是不是都在 FOLDER 的法条库里；有对不上的，退出码是 1。"""
    index = shelf(parsed_library(folder))
    pages = (*_content(content), *template_pages())
    today = date.today().isoformat()
    problems = tuple(p for page in pages for p in citations(page, index, today))
    if problems:
        click.echo(report.text(problems))
    if has_errors(problems):
        raise SystemExit(1)
    counted = sum(_count(page, index) for page in pages)
    click.echo(f"看了 {len(pages)} 个页面和模板，提到法律 {counted} 处，全部对得上法条库。")


def _content(folder: Path) -> Iterator[Page]:
    for path, data in read_site(folder, {".md"}).items():
        yield Page((folder / path).as_posix(), data.decode("utf-8-sig", "replace"))


def template_pages() -> Iterator[Page]:
    """Every template of ours: they mention law too."""
    for folder, pattern in _TEMPLATES:
        for path in sorted((_PACKAGE / folder).rglob(pattern)):
            name = path.relative_to(_PACKAGE.parent).as_posix()
            yield Page(name, path.read_text(encoding="utf-8"), is_markdown=False)


def _count(page: Page, index: Shelf) -> int:
    return sum(1 for _ in mentions(readable(page), index.names))
