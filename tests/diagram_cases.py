# SPDX-License-Identifier: MIT
"""Compiles small trees and compares them with the naive interpreter over all situations."""

from __future__ import annotations

from itertools import product

from generator.check import CheckedLibrary, check
from generator.diagram import census, paths
from generator.report import text
from tests.interpreter import interpret
from tests.libraries import library


def checked(*named: str, **files: str) -> CheckedLibrary:
    result = check(library(*named, **files))
    assert result.library is not None, text(result.problems)
    return result.library


def outcomes_agree(compiled: CheckedLibrary, tree: str = "demo") -> int:
    """Compare with the interpreter on every situation; return how many there are."""
    counted = census(compiled.diagram, tree)
    options = [compiled.facts.facts[fact].options for fact in counted.facts]
    tally: dict[str, int] = {}
    for row in product(*options):
        answers = dict(zip(counted.facts, row, strict=True))
        expected, asked = interpret(compiled.library, tree, answers)
        at, used = compiled.diagram.walk(compiled.diagram.starts[tree], answers)
        assert (compiled.diagram.outcome(at), used) == (expected, asked)
        tally[expected] = tally.get(expected, 0) + 1
    assert dict(counted.by_outcome) == tally
    assert counted.situations == sum(tally.values())
    assert counted.paths == len(list(paths(compiled.diagram, compiled.diagram.starts[tree])))
    return counted.situations


SHARED = {
    "trees__part": """\
        subtree: part
        exits: [good, bad]
        start: used
        questions:
          used: {ask: used, options: {"no": exit/good}, next: exit/bad}
        """,
    "trees__demo": """\
        tree: demo
        title: 演示
        summary: 两条路共用一段。
        review_by: "2027-01-01"
        start: arrived
        questions:
          arrived: {ask: arrived, options: {"yes": first, "no": second}}
          first: {use: part, exits: {good: outcome/fresh, bad: outcome/late}}
          second: {use: part, exits: {good: outcome/late, bad: outcome/fresh}}
        """,
}


MULTI = {
    "facts__proof": """\
        facts:
          proof:
            label: 证据
            question: 有哪些？
            kind: multi
            none: 都没有
            options:
              page: {label: 页面截图}
              chat: {label: 聊天记录}
              bill: {label: 付款记录}
        """,
    "trees__demo": """\
        tree: demo
        title: 演示
        summary: 多选。
        review_by: "2027-01-01"
        start: proof
        questions:
          proof:
            ask: proof
            cases:
              - when: {any: [{proof.page: "yes"}, {proof.chat: "yes"}]}
                next: outcome/fresh
              - when: {proof.page: "no", proof.chat: "no"}
                next: outcome/late
        """,
}
