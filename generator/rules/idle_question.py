# SPDX-License-Identifier: MIT
"""A question whose answer changes nothing: not the way on, not what is shown (a warning).

## Why
Every question costs the reader something. One that decides nothing should not be asked there.

## Fails
    amount: {ask: amount, next: outcome/done}      # and no part of `done` looks at the amount

## Passes
    amount: {ask: amount, options: {under_500: outcome/small}, next: outcome/done}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.guards import atoms
from generator.problems import Severity, Span
from generator.rules.subject import Finding, Proved, outcome_parts

CODE, NAME = "GRA012", "idle-question"


def check(subject: Proved) -> Iterator[Finding]:
    """Yield questions that change nothing, always or on some way."""
    for span, screens in _screens(subject).items():
        label = screens[0].label
        if all(screen.idle for screen in screens):
            message = f"问“{label}”什么也不改变：去向一样，显示的内容也一样。"
            hint = "去掉这个问题，或者让某一步、某一段用到它。"
            yield Finding(span, message, hint, (), Severity.WARNING)
        elif any(screen.idle for screen in screens):
            message = f"有的路上问“{label}”什么也不改变。"
            hint = "用 cases 让用不到它的人跳过这个问题。"
            yield Finding(span, message, hint, (), Severity.WARNING)


@dataclass(frozen=True)
class _Screen:
    """One screen of a question; the yes/no members of a multi-select are one screen."""

    label: str
    idle: bool


def _screens(subject: Proved) -> dict[Span, list[_Screen]]:
    """By place of the question: all screens on which it is asked."""
    below = _below(subject, _tested(subject))
    found: dict[Span, list[_Screen]] = {}
    members: dict[Span, list[bool]] = {}
    for index, node in enumerate(subject.diagram.nodes):
        span = subject.result.program.steps[node.step].span
        idle = len(node.edges) == 1 and node.fact not in below[index]
        group = subject.diagram.group(index)
        if group:
            members.setdefault(span, []).append(idle)
            found[span] = [_Screen(str(subject.library.facts[group].label), all(members[span]))]
        else:
            label = subject.facts.facts[node.fact].label
            found.setdefault(span, []).append(_Screen(label, idle))
    return found


def _tested(subject: Proved) -> dict[str, frozenset[str]]:
    facts: dict[str, set[str]] = {}
    for outcome, _, _, when, _ in outcome_parts(subject.library):
        if when is not None:
            facts.setdefault(outcome, set()).update(str(atom.fact) for atom in atoms(when))
    return {outcome: frozenset(found) for outcome, found in facts.items()}


def _below(subject: Proved, tested: dict[str, frozenset[str]]) -> list[frozenset[str]]:
    """For each node the facts that some outcome below it looks at."""
    diagram = subject.diagram
    below: list[frozenset[str]] = [frozenset()] * len(diagram.nodes)
    for index in range(len(diagram.nodes) - 1, -1, -1):
        for edge in diagram.nodes[index].edges:
            ahead = (
                below[edge.to]
                if edge.to >= 0
                else tested.get(diagram.outcome(edge.to), frozenset())
            )
            below[index] |= ahead
    return below
