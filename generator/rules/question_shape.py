# SPDX-License-Identifier: MIT
"""A question is put together in a way that has no meaning, or leaves an option without a way on.

## Why
A question asks a fact, uses a sub-tree, or only routes; and every option leads somewhere.

## Fails
    ask: product
    options: {topup: carrier}        # and the others?

## Passes
    ask: product
    options: {topup: carrier}
    next: merchant
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.guards import RESERVED
from generator.located import Located
from generator.model import Question
from generator.rules.subject import Finding, Subject, all_trees

CODE, NAME = "SHP001", "question-shape"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield malformed questions."""
    for tree in all_trees(subject.library):
        for name, question in tree.questions.items():
            yield from _question(name, question, subject)


def _question(name: Located, question: Question, subject: Subject) -> Iterator[Finding]:
    default = question.next is not None or bool(question.cases)
    if question.next is not None and question.cases:
        yield Finding(name.span, f"“{name}”同时写了 next 和 cases。", "只留一个。")
    if question.otherwise is not None and not question.cases:
        hint = "没有条件时，把 otherwise 改成 next。"
        yield Finding(question.otherwise.text.span, "otherwise 只能跟在 cases 后面。", hint)
    if question.use is not None:
        if question.ask is not None or default or question.options:
            hint = "只留 use 和 exits；别的问题另写一个。"
            yield Finding(name.span, f"“{name}”用了共用段，就不能再问问题或写去向。", hint)
        return
    if question.exits:
        yield Finding(name.span, f"“{name}”写了 exits，但没有 use。", "删掉 exits，或者加上 use。")
    if question.ask is None:
        yield from _router(name, question, default)
    else:
        yield from _asking(name, question, default, subject)


def _router(name: Located, question: Question, default: bool) -> Iterator[Finding]:
    if not default or question.options:
        hint = "写 ask（问一个事实）、use（用一段共用的问题），或者只写 cases（按前面的回答分流）。"
        yield Finding(name.span, f"“{name}”没有写问什么。", hint)


def _asking(
    name: Located, question: Question, default: bool, subject: Subject
) -> Iterator[Finding]:
    assert question.ask is not None
    if question.ask in subject.facts.groups:
        if question.options or not default:
            hint = '多选题只写 next 或 cases；在条件里用 proof.page: "yes" 这样的写法。'
            yield Finding(name.span, f"“{name}”问的是多选，不能按选项写去向。", hint)
        return
    info = subject.facts.facts.get(question.ask)
    if info is not None and not default:
        covered = frozenset().union(*(info.members(o) for o in question.options), frozenset())
        for option in info.options:
            if option not in covered:
                label = info.option_labels[option]
                hint = f"在 options 里加上 {option}: 去向，或者写一个 next。"
                yield Finding(name.span, f"“{name}”没有写选“{label}”之后去哪里。", hint)


def reserved(name: str) -> bool:
    """Whether `name` cannot name a fact (it means something in conditions or addresses)."""
    return name in RESERVED or name in ("at", "from")
