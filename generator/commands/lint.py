# SPDX-License-Identifier: MIT
"""`lubiao lint`: everything that can be wrong with hand-written pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator import report
from generator.articles.lint import citations, lint
from generator.citing.shelf import shelf
from generator.commands.law_lint import template_pages
from generator.commands.reading import parsed_library
from generator.disk import read_site
from generator.problems import Problem, has_errors

_EXISTING = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(name="lint")
@click.argument("folder", type=click.Path(path_type=Path), default="decision_trees")
@click.option("--content", type=_EXISTING, default="content", help="手写页面的文件夹。")
def lint_command(folder: Path, content: Path) -> None:
    """查手写的页面：开头写没写全、话说得清不清楚、提到的法律对不对；有错误时退出码是 1。"""
    library = parsed_library(folder)
    index, today = shelf(library), date.today().isoformat()
    pages = read_site(content, {".md"})
    templates = tuple(template_pages())
    found = [_in(content, problem) for problem in lint(pages, library, index, today)]
    found += [p for page in templates for p in citations(page, index, today)]
    if found:
        click.echo(report.text(found))
    if has_errors(found):
        raise SystemExit(1)
    click.echo(f"看了 {len(pages)} 个手写的页面、{len(templates)} 个模板，没有错误。")


def _in(content: Path, problem: Problem) -> Problem:
    """`problem` with its files named from the working directory."""
    related = tuple(
        (replace(span, file=(content / span.file).as_posix()), note)
        for span, note in problem.related
    )
    span = replace(problem.span, file=(content / problem.span.file).as_posix())
    return replace(problem, span=span, related=related)
