# SPDX-License-Identifier: MIT
"""`lubiao check`: prove the trees and say what was proved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import report
from generator.check import CheckedLibrary, check
from generator.commands.reading import sources_of
from generator.coverage import as_yaml, coverage
from generator.diagram import census
from generator.lengths import lengths, longest, median
from generator.problems import Problem
from generator.scenarios import given

_FORMATS = {
    "text": report.text,
    "github": report.github,
    "json": report.as_json,
    "sarif": report.sarif,
}
_FOR_PROGRAMS = ("json", "sarif")


@click.command(name="check")
@click.argument("folder", type=click.Path(path_type=Path), default="decision_trees")
@click.option("--format", "style", type=click.Choice(list(_FORMATS)), default="text")
def check_command(folder: Path, style: str) -> None:
    """检查 FOLDER 里的全部 YAML；有错误时退出码是 1。"""
    checked = check(sources_of(folder), today=date.today().isoformat())
    _report(checked.problems, folder, style)
    if checked.library is None:
        raise SystemExit(1)
    if style == "text":
        _summary(checked.library)
        _coverage(checked.library, folder)


def _report(problems: tuple[Problem, ...], folder: Path, style: str) -> None:
    if problems or style in _FOR_PROGRAMS:
        click.echo(_FORMATS[style](problems, f"{folder.as_posix().rstrip('/')}/"))


def _summary(checked: CheckedLibrary) -> None:
    for tree, source in checked.library.trees.items():
        counted = census(checked.diagram, str(tree), given(source))
        nodes = len(checked.diagram.reachable(checked.entries[str(tree)]))
        asked = lengths(checked.diagram, checked.entries[str(tree)])
        click.echo(
            f"{tree}：一半的情形 {median(asked)} 题以内，最多 {longest(asked)} 题；"
            f"{len(counted.facts)} 个事实，{nodes} 页问题，"
            f"{len(counted.by_outcome)} 个结论，{counted.situations:,} 种情形"
            f"（只看问到的题，有 {counted.paths:,} 种答法），每一种恰好有一个结论。"
        )
    provisions = sum(len(i.provisions) for i in checked.library.instruments.values())
    click.echo(
        f"法条库：{len(checked.library.instruments)} 部，{provisions} 条。"
        f"故事：{len(checked.library.scenarios)} 个，全部走对。"
        f"不变式：{len(checked.library.invariants)} 条，全部证明。"
    )


def _coverage(checked: CheckedLibrary, folder: Path) -> None:
    found = coverage(checked.library, checked.compiled)
    if not found.missing:
        click.echo(f"{found.transitions} 条去向，每一条都有故事走过。")
        return
    click.echo(f"{found.transitions} 条去向里，有 {len(found.missing)} 条没有一个故事走过：")
    for place in found.missing:
        click.echo(f"  {folder.as_posix().rstrip('/')}/{place}")
    click.echo("可以把下面这些贴进 scenarios/，写上故事，核对结论：")
    for proposal in found.proposals:
        click.echo(as_yaml(proposal, checked.facts).rstrip())
