# SPDX-License-Identifier: MIT
"""A question or a condition names a fact that is not defined.

## Why
Facts are defined once, in `facts/`, and shared by all trees.

## Fails
    ask: prodcut

## Passes
    ask: product
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.guards import Guard, atoms
from generator.located import Located
from generator.problems import did_you_mean
from generator.rules.subject import (
    Finding,
    Subject,
    all_trees,
    cases,
    outcome_parts,
    taken_as_answered,
)

CODE, NAME = "REF002", "unknown-fact"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every fact name that is not defined."""
    askable = {*subject.facts.facts, *subject.facts.groups}
    for given in taken_as_answered(subject.library):
        for fact in given:
            yield from _in_condition(fact, subject, askable)
    for tree in all_trees(subject.library):
        for question in tree.questions.values():
            if question.ask is not None and question.ask not in subject.library.facts:
                yield _finding(question.ask, subject.library.facts)
            for case in cases(question):
                for atom in atoms(case.when):
                    yield from _in_condition(atom.fact, subject, askable)
    for scenario in subject.library.scenarios:
        for fact in scenario.answers:
            yield from _in_condition(fact, subject, askable)
    for when in (*(part[3] for part in outcome_parts(subject.library)), *_invariants(subject)):
        for atom in atoms(when) if when is not None else ():
            yield from _in_condition(atom.fact, subject, askable)
    for invariant in subject.library.invariants:
        for pair in (invariant.monotone, invariant.irrelevant):
            if pair is not None:
                yield from _in_condition(pair.fact, subject, askable)


def _invariants(subject: Subject) -> Iterator[Guard | None]:
    yield from (invariant.when for invariant in subject.library.invariants)


def _in_condition(fact: Located, subject: Subject, askable: set[str]) -> Iterator[Finding]:
    if fact in subject.facts.groups:
        member = subject.facts.groups[fact][0]
        hint = f'写明是哪一项，例如 {member}: "yes"。'
        yield Finding(fact.span, f"“{fact}”是多选，这里不能直接用。", hint)
    elif fact not in subject.facts.facts:
        yield _finding(fact, askable)


def _finding(fact: Located, known: object) -> Finding:
    hint = did_you_mean(fact, known) or "在 facts/ 里先定义它。"  # type: ignore[arg-type]
    return Finding(fact.span, f"没有叫“{fact}”的事实。", hint)
