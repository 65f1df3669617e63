# SPDX-License-Identifier: MIT
"""Some situation does not keep an invariant. The message names the smallest one.

## Why
An invariant is what the editors promised of every situation; this one would get another answer.

## Fails
    - name: paid-again
      says: 被要求再付钱的人，一律先报警。
      when: {stance: pay_more}
      always: {verdict: police}
    # and some way of answering with stance=pay_more ends at an outcome of another verdict

## Passes
    # every way of answering with stance=pay_more ends at an outcome with verdict police
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.forest import TooUnlike
from generator.invariants import Broken, Prover
from generator.model import Invariant
from generator.rules.subject import Finding, Proved, in_words

CODE, NAME = "INV001", "invariant-broken"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield every invariant that some situation breaks, with the first guide in which it does."""
    prover = Prover(subject.library, subject.diagram)
    for invariant in subject.library.invariants:
        try:
            found = list(prover.broken(invariant))
        except TooUnlike:
            message = f"不变式“{invariant.name}”要比较的情形太多，证明不了。"
            hint = "用 when 或 trees 缩小范围，或者拆成几条。"
            yield Finding(invariant.name.span, message, hint)
            continue
        if found:
            yield _finding(invariant, found[0], subject, len(found) - 1)


def _finding(invariant: Invariant, broken: Broken, subject: Proved, others: int) -> Finding:
    example = in_words(broken.example, subject.facts) or "不管怎么回答"
    if broken.fact:
        said = _two(broken, subject)
        message = f"有的情形不符合“{invariant.says}”例如：{example}；{said}。"
    else:
        (outcome,) = broken.outcomes
        verdict = _verdict(outcome, subject)
        message = (
            f"有的情形不符合“{invariant.says}”例如：{example}；"
            f"走到的结论是“{outcome}”（{verdict}）。"
        )
    if others:
        message += f"这是从“{broken.tree}”进去的；另外 {others} 份指引里也有。"
    hint = "改树或者结论；如果是这条不变式说错了，就改它。"
    return Finding(invariant.name.span, message, hint)


def _two(broken: Broken, subject: Proved) -> str:
    before = in_words([(broken.fact, broken.before)], subject.facts)
    after = in_words([(broken.fact, broken.after)], subject.facts)
    old, new = broken.outcomes
    return (
        f"{before}时是“{old}”（{_verdict(old, subject)}），"
        f"{after}时是“{new}”（{_verdict(new, subject)}）"
    )


def _verdict(outcome: str, subject: Proved) -> str:
    verdict = subject.library.outcomes[outcome].verdict
    return str(subject.library.verdicts[verdict].label)
