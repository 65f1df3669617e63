# SPDX-License-Identifier: MIT
"""Libraries to ask, checked once for each process, and ways to ask them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import chdir
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner, Result

from generator.asking import Asked, NextQuestion, ask, read_answers
from generator.check import CheckedLibrary, check
from generator.cli import main
from generator.commands.reading import library_of
from tests import shipped as ours
from tests.libraries import library, outcomes

ROOT = Path(__file__).parents[1]
TREE = "full-refund"
TODAY = date(2026, 11, 22)
POLICE = [
    "problem=not_arrived",
    "product=membership",
    "order_status=processing",
    "promised=overdue",
    "chase=not_yet",
    "merchant=card_site",
    "channel=alipay",
    "stance=pay_more",
]
FACTS = """\
    facts:
      used:
        label: 用了没有
        question: 用了吗？
        options:
          "no": {label: 没用, hint: 一点也没用}
          part: {label: 用了一部分, short: 一部分, class: some}
          "yes": {label: 用完了, class: some}
          unsure: {label: 不确定}
        classes: {some: 用过}
      arrived:
        label: 到了没有
        question: 到了吗？
        options: {"yes": {label: 到了}, "no": {label: 没到}}
      proof:
        label: 证据
        question: 有哪些证据？
        kind: multi
        none: 都没有
        options:
          page: {label: 商品页，或截图}
          chat: {label: 聊天}
          bill: {label: 账单}
      amount:
        label: 金额
        question: 多少钱？
        kind: number
        unit: 元
        options: {small: {label: 少, below: 100}, big: {label: 多}, unsure: {label: 记不清}}
      due:
        label: 到期
        question: 哪天到期？
        kind: date
        options: {not_yet: {label: 没到期, below: 1}, passed: {label: 过了}, unsure: {label: 同名}}
      twin:
        label: 双生
        question: 哪一个？
        options: {a: {label: 同名}, b: {label: 同名}}
"""
TREES = """\
    tree: demo
    title: 演示
    summary: 一棵小树。
    review_by: "2027-01-01"
    start: arrived
    questions:
      arrived: {ask: arrived, options: {"no": outcome/late}, next: proof}
      proof: {ask: proof, next: used}
      used: {ask: used, options: {"no": outcome/fresh}, next: amount}
      amount: {ask: amount, options: {small: outcome/fresh}, next: due}
      due: {ask: due, next: twin}
      twin: {ask: twin, options: {a: outcome/late}, next: outcome/fresh}
"""
OTHER = """\
    tree: other
    title: 另一棵
    summary: 只问一件事。
    review_by: "2027-01-01"
    start: arrived
    questions:
      arrived: {ask: arrived, options: {"no": outcome/late}, next: outcome/plain}
"""
OUTCOMES = outcomes("fresh", "late", "plain").replace(
    "    reasons: [因为这样。]\n",
    """\
    reasons:
      - 因为这样。
      - {text: 看得清楚。, when: {any: [{proof.page: "yes"}, {proof.chat: "yes"}]}}
      - {text: 有账单。, when: {proof.bill: "yes"}}
      - {text: 没有过期。, when: {due: [not_yet, unasked]}}
""",
    1,
)
SMALL = {
    "facts__facts": FACTS,
    "trees__demo": TREES,
    "trees__other": OTHER,
    "outcomes__o": OUTCOMES,
}


def checked_library(sources: Mapping[str, bytes]) -> CheckedLibrary:
    """The library in these sources, which must be sound."""
    result = check(sources)
    assert result.library is not None, result.problems
    return result.library


@cache
def shipped_library() -> CheckedLibrary:
    """The library of this repository, checked once for all tests of a process."""
    return ours.library()


@pytest.fixture(scope="session")
def shipped() -> CheckedLibrary:
    return shipped_library()


@cache
def small_library() -> CheckedLibrary:
    """One fact of each kind, and two trees that ask some of them."""
    return checked_library(library(**SMALL))


@pytest.fixture(scope="session")
def small() -> CheckedLibrary:
    return small_library()


def handbook_files() -> dict[str, bytes]:
    """The YAML files of that example, by path."""
    page = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n# (\S+\.yaml)\n(.*?)```", page, re.DOTALL)
    return {path: body.encode() for path, body in blocks}


@cache
def handbook_library() -> CheckedLibrary:
    """The small example of the editors' handbook."""
    return checked_library(handbook_files())


@pytest.fixture(scope="session")
def handbook() -> CheckedLibrary:
    return handbook_library()


def ask_typed(checked: CheckedLibrary, tree: str, *arguments: str) -> Asked:
    """What comes of the arguments, which must all be understood."""
    read = read_answers(checked, arguments, TODAY)
    assert read.faults == ()
    return ask(checked, tree, read.answers)


def next_question(checked: CheckedLibrary, *arguments: str, tree: str = "demo") -> NextQuestion:
    """The question that comes after the arguments."""
    result = ask_typed(checked, tree, *arguments).result
    assert isinstance(result, NextQuestion)
    return result


def run_ask(*arguments: str) -> Result:
    """Run `lubiao ask` at the top of the repository, where it finds the shipped trees.

    They are proved once for all runs; another folder is read as the command reads it.
    """
    with chdir(ROOT), patch("generator.commands.ask.library_of", _library_of):
        return CliRunner().invoke(main, ["ask", *arguments])


def _library_of(folder: Path) -> CheckedLibrary:
    return ours.library() if folder == Path("decision_trees") else library_of(folder)
