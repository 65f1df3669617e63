# SPDX-License-Identifier: MIT
"""The library has more of something than can be checked in reasonable time.

## Why
Every combination of answers is proved. Sizes that no reader could use any more would keep the
check busy for hours, and most often come from a mistake in a program that wrote the files.

## Fails
    # facts/: 600 facts

## Passes
    # facts/: 60 facts
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.guards import Guard, atoms
from generator.problems import Span
from generator.rules.inlined import sizes_of_trees
from generator.rules.subject import Finding, Subject, all_trees, cases, outcome_parts

CODE, NAME = "SHP006", "too-large"

MOST_TREES = 100
MOST_QUESTIONS = 1_000
MOST_FACTS = 500
MOST_OPTIONS = 500
MOST_VERDICTS = 100
MOST_CASES = 500
MOST_TESTS = 200


def check(subject: Subject) -> Iterator[Finding]:
    """Yield everything that is larger than its limit."""
    yield from _questions(subject)
    yield from _facts(subject)
    yield from _verdicts(subject)
    yield from _cases(subject)
    for when in _conditions(subject):
        yield from _tests(when)


def _questions(subject: Subject) -> Iterator[Finding]:
    trees = subject.library.trees
    if len(trees) > MOST_TREES:
        message = f"一共有 {len(trees):,} 棵树，最多 {MOST_TREES:,} 棵。"
        yield Finding(_first(trees), message, "把相近的树合成一棵。")
    names = [name for tree in all_trees(subject.library) for name in tree.questions]
    copied = sum(s.questions for s in sizes_of_trees(subject.library, subject.facts).values())
    if max(len(names), copied) > MOST_QUESTIONS:
        message = f"所有的树一共超过 {MOST_QUESTIONS:,} 个问题。"
        hint = "用一次共用段，就把里面的问题都算一遍。减少问题，或者少用几次共用段。"
        yield Finding(names[0].span, message, hint)


def _facts(subject: Subject) -> Iterator[Finding]:
    facts = subject.library.facts
    if len(subject.facts.facts) > MOST_FACTS:
        message = f"一共有 {len(subject.facts.facts):,} 个事实，最多 {MOST_FACTS:,} 个。"
        yield Finding(_first(facts), message, "多选的每一项也算一个。删掉没有树问的事实。")
    for name, fact in facts.items():
        if len(fact.options) > MOST_OPTIONS:
            message = f"“{fact.label}”有 {len(fact.options):,} 个选项，最多 {MOST_OPTIONS:,} 个。"
            yield Finding(name.span, message, "把相近的选项合成一个。")


def _verdicts(subject: Subject) -> Iterator[Finding]:
    verdicts = subject.library.verdicts
    if len(verdicts) > MOST_VERDICTS:
        message = f"一共有 {len(verdicts):,} 个结论种类，最多 {MOST_VERDICTS:,} 个。"
        yield Finding(_first(verdicts), message, "把相近的种类合成一个。")


def _first(shelf: Mapping[Any, object]) -> Span:
    span: Span = next(iter(shelf)).span
    return span


def _cases(subject: Subject) -> Iterator[Finding]:
    for tree in all_trees(subject.library):
        for name, question in tree.questions.items():
            count = sum(1 for _ in cases(question))
            if count > MOST_CASES:
                message = f"“{name}”有 {count:,} 个按条件的去向，最多 {MOST_CASES:,} 个。"
                yield Finding(name.span, message, "把去同一个地方的条件合成一个，或者多分几步。")


def _conditions(subject: Subject) -> Iterator[Guard | None]:
    for tree in all_trees(subject.library):
        for question in tree.questions.values():
            yield from (case.when for case in cases(question))
    yield from (part[3] for part in outcome_parts(subject.library))
    yield from (invariant.when for invariant in subject.library.invariants)


def _tests(when: Guard | None) -> Iterator[Finding]:
    tests = list(atoms(when)) if when is not None else []
    if len(tests) > MOST_TESTS:
        message = f"这个条件里写了 {len(tests):,} 次“事实: 选项”，最多 {MOST_TESTS:,} 次。"
        hint = "同一个事实的几个选项写成一个列表；或者拆成几个条件。"
        yield Finding(tests[0].fact.span, message, hint)
