# SPDX-License-Identifier: MIT
"""An invariant that claims nothing, claims two things, or compares an answer with itself.

## Why
What is proved must be exactly what the sentence says; a claim that is empty is always "proved".

## Fails
    - name: paid-again
      says: 被要求再付钱的人，一律先报警。
      when: {stance: pay_more}
      always: {}

## Passes
    - name: paid-again
      says: 被要求再付钱的人，一律先报警。
      when: {stance: pay_more}
      always: {verdict: police}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.guards import UNSURE, atoms
from generator.located import Located
from generator.model import Claim, Invariant
from generator.model.invariants import Irrelevant, Monotone
from generator.rules.subject import Finding, Subject

CODE, NAME = "INV002", "invariant-shape"

_KINDS = ("never", "always", "only", "monotone", "irrelevant")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield malformed invariants."""
    for invariant in subject.library.invariants:
        kinds = [kind for kind in _KINDS if getattr(invariant, kind) is not None]
        if len(kinds) != 1:
            message = f"不变式“{invariant.name}”要在 {'、'.join(_KINDS)} 里写一个，只写一个。"
            yield Finding(invariant.name.span, message, "一句话写成一条；两句话就写两条。")
            continue
        yield from _claim(invariant)
        yield from _pair(invariant, subject)


def _claim(invariant: Invariant) -> Iterator[Finding]:
    claim = invariant.never or invariant.always or invariant.only
    if claim is not None and claim == Claim():
        hint = "写上 outcome、verdict、action、provision 等其中一项。"
        yield Finding(invariant.name.span, f"不变式“{invariant.name}”没有写要保证什么。", hint)
    if invariant.only is not None and invariant.when is None:
        hint = "加上 when：只有在什么情况下才可以。"
        yield Finding(
            invariant.name.span, f"不变式“{invariant.name}”写了 only，没有写 when。", hint
        )


def _pair(invariant: Invariant, subject: Subject) -> Iterator[Finding]:
    pair = invariant.monotone or invariant.irrelevant
    if pair is None:
        return
    for atom in atoms(invariant.when) if invariant.when is not None else ():
        if atom.fact == pair.fact:
            message = (
                f"不变式“{invariant.name}”要比较“{pair.fact}”的不同回答，when 里就不能再写它。"
            )
            yield Finding(atom.fact.span, message, "从 when 里去掉它。")
    if invariant.monotone is not None:
        yield from _sides(invariant, invariant.monotone, subject)
    elif invariant.irrelevant is not None:
        yield from _among(invariant, invariant.irrelevant, subject)


def _sides(invariant: Invariant, pair: Monotone, subject: Subject) -> Iterator[Finding]:
    worse = _members(pair.fact, pair.worse, subject)
    better = _members(pair.fact, pair.better, subject)
    if worse & better:
        message = f"不变式“{invariant.name}”的 worse 和 better 里有同一个回答。"
        yield Finding(pair.fact.span, message, "每个回答只写在一边。")
    if UNSURE in worse | better:
        hint = "去掉 unsure：不确定和别的回答分不出好坏。"
        yield Finding(pair.fact.span, f"不变式“{invariant.name}”比较了“不确定”。", hint)


def _among(invariant: Invariant, pair: Irrelevant, subject: Subject) -> Iterator[Finding]:
    if len(_members(pair.fact, pair.among, subject)) == 1:
        message = f"不变式“{invariant.name}”的 among 里只有一个回答，没有可比的。"
        hint = "至少写两个回答；不写 among，就是全部回答。"
        yield Finding(pair.fact.span, message, hint)


def _members(fact: Located, names: Iterable[Located], subject: Subject) -> frozenset[str]:
    info = subject.facts.facts.get(str(fact))
    return frozenset().union(*(info.members(str(n)) for n in names)) if info else frozenset()
