# SPDX-License-Identifier: MIT
"""What the symbolic peers know of a program before they start: order, what was asked, what matters.

Written apart from the generator's own analysis, so that an error there cannot hide here.
"""

from __future__ import annotations

import graphlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.catalogue import Catalogue
from generator.guards import UNASKED, AllOf, AnyOf, Guard, Is, Not, atoms
from generator.problems import Span
from generator.program import Dest, Move, Program, Step

T = TypeVar("T")
Fault = tuple[Span, str]


@dataclass(frozen=True)
class Flow:
    """`order`: steps, parents first. The sets hold for the moment before a step asks."""

    order: tuple[str, ...]
    always: dict[str, frozenset[str]]
    ever: dict[str, frozenset[str]]
    matters: dict[str, frozenset[str]]

    def unsure_of(self, step: str, fact: str) -> bool:
        """Whether `fact` was asked before `step` on some ways only."""
        return fact in self.ever[step] and fact not in self.always[step]


def flow(program: Program) -> Flow:
    """Analyse the steps reachable from the starts. Raises graphlib.CycleError for a circle."""
    order = tuple(reversed(tuple(graphlib.TopologicalSorter(_graph(program)).static_order())))
    always: dict[str, frozenset[str]] = dict.fromkeys(program.starts.values(), frozenset())
    ever: dict[str, frozenset[str]] = dict.fromkeys(order, frozenset())
    for name in order:
        step = program.steps[name]
        own = {step.fact} if step.fact else frozenset()
        for to in onward(step):
            always[to] = always.get(to, always[name] | own) & (always[name] | own)
            ever[to] = ever[to] | ever[name] | own
    return Flow(order, always, ever, _matters(program, order, ever))


def onward(step: Step) -> set[str]:
    """The steps that `step` may lead to."""
    found = (to for move in step.moves.values() for to in move.destinations())
    return {to for to in found if not to.startswith("outcome/")}


def moves(step: Step) -> Iterator[tuple[Move, list[str]]]:
    """The transitions of `step`, each once, with the options that take it."""
    options: dict[int, list[str]] = {}
    found: dict[int, Move] = {}
    for option, move in step.moves.items():
        found[id(move)] = move
        options.setdefault(id(move), []).append(option)
    return ((move, options[key]) for key, move in found.items())


def fold(
    guard: Guard,
    atom: Callable[[Is], T],
    every: Callable[[Iterable[T]], T],
    some: Callable[[Iterable[T]], T],
    negate: Callable[[T], T],
) -> T:
    """Rebuild `guard` in another notation."""

    def rebuilt(part: Guard) -> T:
        match part:
            case Is():
                return atom(part)
            case Not(inner):
                return negate(rebuilt(inner))
            case AllOf(parts):
                return every(rebuilt(inner) for inner in parts)
            case AnyOf(parts):
                return some(rebuilt(inner) for inner in parts)

    return rebuilt(guard)


def named(test: Is, facts: Catalogue) -> frozenset[str]:
    """The options that `test` accepts."""
    info = facts.facts[str(test.fact)]
    return frozenset().union(*(info.members(str(value)) for value in test.values))


def accepts_unasked(test: Is) -> bool:
    """Whether `test` also accepts that its fact was not asked."""
    return UNASKED in test.values


def verdict(faults: Iterable[Fault]) -> str:
    """`sound`, or the first of `faults` in the order of the sources."""
    first = min(faults, default=None)
    return f"{first[1]} {first[0]}" if first else "sound"


def ways(move: Move) -> list[tuple[int, Dest]]:
    """Every way out: the number of its case (-1 for `otherwise`) and where it leads."""
    numbered = [(number, choice.to) for number, choice in enumerate(move.choices)]
    return numbered if move.otherwise is None else [*numbered, (-1, move.otherwise)]


def _graph(program: Program) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {}
    todo = [to for to in program.starts.values() if not to.startswith("outcome/")]
    while todo:
        name = todo.pop()
        if name not in graph:
            graph[name] = onward(program.steps[name])
            todo.extend(graph[name])
    return graph


def _matters(
    program: Program, order: tuple[str, ...], ever: dict[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Facts that a step or a later one tests, or asks although it may be known already."""
    found: dict[str, frozenset[str]] = {}
    for name in reversed(order):
        step = program.steps[name]
        tested = {
            str(test.fact)
            for move, _ in moves(step)
            for choice in move.choices
            for test in atoms(choice.when)
        }
        again = {step.fact} & ever[name]
        found[name] = frozenset(tested | again).union(*(found[to] for to in onward(step)))
    return found
