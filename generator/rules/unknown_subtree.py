# SPDX-License-Identifier: MIT
"""A question uses a sub-tree that does not exist, or that contains itself.

## Why
Sub-trees are copied into their callers; one that contains itself would never end.

## Fails
    use: payeee

## Passes
    use: payee
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import did_you_mean
from generator.rules.inlined import in_circles
from generator.rules.subject import Finding, Subject, all_trees

CODE, NAME = "REF005", "unknown-subtree"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield unknown sub-trees and sub-trees that use themselves."""
    known = subject.library.subtrees
    for tree in all_trees(subject.library):
        for question in tree.questions.values():
            if question.use is not None and question.use not in known:
                hint = did_you_mean(question.use, known) or "在 trees/ 里写好这段共用的问题。"
                yield Finding(question.use.span, f"没有叫“{question.use}”的共用段。", hint)
    circular = in_circles(subject.library)
    for name in known:
        if name in circular:
            yield Finding(name.span, f"共用段“{name}”绕回来用了自己。", "去掉其中一处 use。")
