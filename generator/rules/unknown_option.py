# SPDX-License-Identifier: MIT
"""A transition or condition names an option that the fact does not have.

## Why
Such a transition can never be taken, and the reader's real answer may have nowhere to go.

## Fails
    options: {unusde: redeem}

## Passes
    options: {unused: redeem}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.guards import UNASKED, Guard, atoms
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

CODE, NAME = "REF003", "unknown-option"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every option name that its fact does not have."""
    for given in taken_as_answered(subject.library):
        for said, chosen in given.items():
            yield from _option(str(said), chosen, subject, allow_unasked=False)
    for tree in all_trees(subject.library):
        for question in tree.questions.values():
            for name in question.options:
                yield from _option(str(question.ask), name, subject, allow_unasked=False)
            for case in cases(question):
                yield from _guard(case.when, subject)
    for _, _, _, when, _ in outcome_parts(subject.library):
        if when is not None:
            yield from _guard(when, subject)
    for invariant in subject.library.invariants:
        if invariant.when is not None:
            yield from _guard(invariant.when, subject)
        if invariant.monotone is not None:
            pair = invariant.monotone
            for name in (*pair.worse, *pair.better):
                yield from _option(str(pair.fact), name, subject, allow_unasked=False)
        if invariant.irrelevant is not None:
            for name in invariant.irrelevant.among:
                fact = str(invariant.irrelevant.fact)
                yield from _option(fact, name, subject, allow_unasked=False)
    for scenario in subject.library.scenarios:
        for fact, option in scenario.answers.items():
            yield from _option(str(fact), option, subject, allow_unasked=False)


def _guard(guard: Guard, subject: Subject) -> Iterator[Finding]:
    for atom in atoms(guard):
        for value in atom.values:
            yield from _option(str(atom.fact), value, subject, allow_unasked=True)


def _option(
    fact: str, name: Located, subject: Subject, *, allow_unasked: bool
) -> Iterator[Finding]:
    info = subject.facts.facts.get(fact)
    if info is None or (allow_unasked and name == UNASKED) or info.members(name):
        return
    if name in ("true", "false"):
        hint = '“有”和“没有”写成带引号的 "yes" 和 "no"。'
    else:
        hint = did_you_mean(name, info.names()) or f"可以写：{'、'.join(info.names())}。"
    yield Finding(name.span, f"“{info.label}”没有“{name}”这个选项。", hint)
