# SPDX-License-Identifier: MIT
"""`lubiao ask`: what comes after these answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.asking import ask, read_answers, tree_faults
from generator.asking.as_json import as_json
from generator.asking.words import faults_text, text
from generator.commands.reading import library_of


@click.command(name="ask", context_settings={"ignore_unknown_options": True})
@click.argument("tree", default="")
@click.argument("answers", nargs=-1, metavar="[事实=选项]...")
@click.option("--folder", type=click.Path(path_type=Path), default="decision_trees")
@click.option("--json", "machine", is_flag=True, help="输出 JSON，格式见 docs/ask.md。")
@click.option("--set-aside", is_flag=True, help="也列出结论里这样回答时不显示的段。")
def ask_command(
    tree: str, answers: tuple[str, ...], folder: Path, machine: bool, set_aside: bool
) -> None:
    """如果这样回答，会怎样：TREE 的下一题，或者结论的全文。

    例如 lubiao ask full-refund problem=not_arrived product=topup
    """
    checked = library_of(folder)
    read = read_answers(checked, answers, date.today())
    faults = (*tree_faults(checked, tree), *read.faults)
    if faults:
        click.echo(faults_text(faults), err=True)
        raise SystemExit(2)
    asked = ask(checked, tree, read.answers)
    click.echo(as_json(asked) if machine else text(asked, with_set_aside=set_aside), nl=not machine)
