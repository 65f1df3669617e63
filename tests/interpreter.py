# SPDX-License-Identifier: MIT
"""A naive reading of the trees, straight from the model: what the compiled diagram must equal.

Shares no code with `generator.program` or `generator.specialise`; slow and obvious on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.guards import AllOf, AnyOf, Guard, Is, Not
from generator.model import Branch, Library, Target


def interpret(library: Library, tree: str, answers: Mapping[str, str]) -> tuple[str, list[str]]:
    """The outcome for a full assignment `answers`, and the facts asked on the way, in order."""
    asked: list[str] = []
    frames: list[tuple[Any, Mapping[str, Target]]] = [(library.trees[tree], {})]
    name = str(library.trees[tree].start)
    for _ in range(10_000):
        question = frames[-1][0].questions[name]
        if question.use is not None:
            frames.append((library.subtrees[question.use], question.exits))
            name = str(frames[-1][0].start)
            continue
        option = ""
        if question.ask is not None:
            fact = library.facts[question.ask]
            names = (
                [f"{question.ask}.{o}" for o in fact.options]
                if fact.kind == "multi"
                else [str(question.ask)]
            )
            asked += [n for n in names if n not in asked]
            option = answers[names[0]]
        target = _next(library, question, option, {n: answers[n] for n in asked})
        while target.kind == "exit":
            _, exits = frames.pop()
            target = exits[target.name]
        if target.kind == "outcome":
            return target.name, asked
        if target.kind == "tree":
            frames = [(library.trees[target.name], {})]
            name = str(frames[-1][0].start)
        else:
            name = target.name
    raise AssertionError("endless lap")


def _next(library: Library, question: Any, option: str, known: Mapping[str, str]) -> Target:
    entry = question.options.get(option)
    if entry is None and question.ask is not None and library.facts[question.ask].kind != "multi":
        cls = library.facts[question.ask].options[option].cls
        entry = question.options.get(cls) if cls is not None else None
    if isinstance(entry, Target):
        return entry
    if isinstance(entry, Branch):
        return _choose(library, entry.cases, entry.otherwise, known)
    if question.next is not None:
        return question.next
    return _choose(library, question.cases, question.otherwise, known)


def _choose(library: Library, cases: Any, otherwise: Any, known: Mapping[str, str]) -> Target:
    hits = [case.next for case in cases if true(library, case.when, known) is True]
    assert len(hits) <= 1, "overlap"
    return hits[0] if hits else otherwise


def true(library: Library, guard: Guard, known: Mapping[str, str]) -> bool | None:
    """Kleene truth; None if it hangs on something not asked."""
    if isinstance(guard, Is):
        given = known.get(str(guard.fact))
        if given is None:
            return True if "unasked" in guard.values else None
        fact = library.facts.get(str(guard.fact))
        cls = fact.options[given].cls if fact is not None else None
        return given in guard.values or (cls is not None and cls in guard.values)
    if isinstance(guard, Not):
        inner = true(library, guard.guard, known)
        return None if inner is None else not inner
    truths = [true(library, part, known) for part in guard.guards]
    if isinstance(guard, AllOf):
        return False if False in truths else None if None in truths else True
    assert isinstance(guard, AnyOf)
    return True if True in truths else None if None in truths else False
