# SPDX-License-Identifier: MIT
"""Problems to report: two that a small library has, and one with hostile words in it."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import Any

from generator.check import check
from generator.problems import Problem, Severity, Span
from generator.report import sarif
from tests.libraries import BASE, library

TREE = dedent(BASE["trees/demo.yaml"]).replace(
    "    next: used\n",
    '    cases: [{when: {arrived: "yes"}, next: used},'
    ' {when: {not: {arrived: "no"}}, next: outcome/late}]\n',
)
WARNINGS = "warnings:\n  lonely: {tone: care, text: 当心。}\n"
FILES = library(trees__demo=TREE, warnings__w=WARNINGS)
# Only these two, so that a new rule does not change what is compared here.
BROKEN = tuple(p for p in check(FILES).problems if p.code in ("GRA002", "REF007"))
HOSTILE = Problem(
    Span('trees/a\nb"\r,: %,::error::\x1b[2J\u202e树\udc80.yaml', 3, 7),
    "SCH002",
    '不认识的键“a\nb, c: 100% [x](1) {0} ::error::"”。',
    "删掉\r\n它。",
    ((Span("law/'\n.yaml", 2, 1, 2, 5), "第一次\n写在这里"),),
    Severity.WARNING,
)
MANY = (*BROKEN, HOSTILE, Problem(Span("verdicts.yaml"), "YML008", "文件是空的。"))


def run_of(problems: tuple[Problem, ...], folder: str = "") -> dict[str, Any]:
    """The one run in the SARIF log of the problems."""
    log = json.loads(sarif(problems, folder))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)
