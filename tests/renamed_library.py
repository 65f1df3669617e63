# SPDX-License-Identifier: MIT
"""A small library in which everything public was renamed, and what is built from it."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from generator.problems import has_errors
from generator.site import Build, Settings, build
from tests.libraries import BASE, library, outcomes

FACTS = """\
    facts:
      state:
        label: 用了没有
        question: 用了吗？
        formerly: [used]
        options:
          fresh: {label: 没用, formerly: ["no", untouched]}
          part: {label: 用了一部分}
          gone: {label: 用完了, formerly: ["yes"]}
      came:
        label: 到了没有
        question: 到了吗？
        formerly: [arrived, landed]
        options: {"yes": {label: 到了}, "no": {label: 没到}}
      proof:
        label: 手上的证据
        question: 有哪些？
        kind: multi
        none: 都没有
        formerly: [papers]
        options: {page: {label: 截图, formerly: [shot]}, chat: {label: 聊天}}
    """
TREE = """\
    tree: guide
    title: 演示
    summary: 一棵小树。
    review_by: "2027-01-01"
    formerly: [demo]
    start: came
    questions:
      came:
        ask: came
        options: {"no": outcome/overdue}
        next: proof
      proof: {ask: proof, next: state}
      state:
        ask: state
        cases:
          - when: {state: fresh, proof.page: "yes"}
            next: outcome/fresh
        otherwise: outcome/overdue
    """


def renamed(**files: str) -> dict[str, bytes]:
    """The base library after everything public in it got a new id."""
    called = outcomes("overdue", "fresh").replace("demo-1", "rules-1")
    law = BASE["law/demo.yaml"].replace(
        "instrument: demo", "instrument: rules\n        formerly: [demo]"
    )
    changed = {
        "facts__facts": FACTS,
        "trees__demo": TREE,
        "outcomes__o": called.replace("  overdue:\n", "  overdue:\n    formerly: [late, tardy]\n"),
        "law__demo": law.replace("demo-1: {", "rules-1: {formerly: [demo-1], "),
    }
    return library(**{**changed, **files})


@cache
def _made() -> Build:
    done = build(renamed(), Settings())
    assert not has_errors(done.problems)
    return done


@pytest.fixture(scope="session")
def made() -> Build:
    """That library built, once for each process."""
    return _made()


def page_data(made: Build, path: str) -> dict[str, Any]:
    """The data that a page carries for the component."""
    text = made.files[path].content.decode()
    found = re.search(r'class="lb-data">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data
