# SPDX-License-Identifier: MIT
"""A part's condition hangs on a fact that some way to its outcome does not ask, can never be true,
or lets 不确定 through by a `not`.

## Why
The page must know, for every reader, whether to show the part.

## Fails
    - {action: pay-wechat, when: {channel: wechat}}      # one way here never asks the channel

## Passes
    - {action: pay-wechat, when: {channel: [wechat, unasked]}}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.catalogue import Catalogue, holds
from generator.guards import UNASKED, UNSURE, Guard, Not, atoms
from generator.problems import Span
from generator.rules.subject import Finding, Proved, outcome_parts

CODE, NAME = "PRT001", "part-condition"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield conditions of parts that cannot be decided or never hold."""
    for outcome, _, _, when, span in outcome_parts(subject.library):
        if when is not None and outcome in subject.always:
            yield from _unasked(when, subject, outcome)
            yield from _never(when, subject, outcome, span)
            yield from _slips(when, subject.facts)


def _unasked(when: Guard, subject: Proved, outcome: str) -> Iterator[Finding]:
    for atom in atoms(when):
        if str(atom.fact) not in subject.always[outcome] and UNASKED not in atom.values:
            label = subject.facts.facts[str(atom.fact)].label
            message = f"走到结论“{outcome}”的路上，有的没有问过“{label}”。"
            wider = f"{atom.fact}: [{', '.join(atom.values)}, unasked]"
            hint = f"写成 {wider}，没问过的人也会看到；或者去掉这个条件。"
            yield Finding(atom.fact.span, message, hint)


def _never(when: Guard, subject: Proved, outcome: str, span: Span) -> Iterator[Finding]:
    names = sorted({str(atom.fact) for atom in atoms(when)})
    choices = [_possible(name, subject, outcome) for name in names]
    for values in product(*choices):
        answers = {n: v for n, v in zip(names, values, strict=True) if v != UNASKED}
        if holds(when, answers, subject.facts):
            return
    yield Finding(span, "这一段的条件永远不成立，没有人会看到它。", "改条件，或者删掉这一段。")


def _possible(name: str, subject: Proved, outcome: str) -> list[str]:
    asked = [*subject.facts.facts[name].options] if name in subject.ever[outcome] else []
    return asked if name in subject.always[outcome] else [*asked, UNASKED]


def _slips(when: Guard, facts: Catalogue) -> Iterator[Finding]:
    for inner in _negations(when):
        for atom in atoms(inner.guard):
            if facts.facts[str(atom.fact)].has_unsure and UNSURE not in atom.values:
                hint = "把 unsure 写进 not 里面，或者直接列出要哪些选项。"
                message = f"not 把“{facts.facts[str(atom.fact)].label}”选“不确定”的人也放了进来。"
                yield Finding(atom.fact.span, message, hint)


def _negations(when: Guard) -> Iterator[Not]:
    if isinstance(when, Not):
        yield when
    else:
        for part in getattr(when, "guards", ()):
            yield from _negations(part)
