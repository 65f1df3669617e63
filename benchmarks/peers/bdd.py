# SPDX-License-Identifier: MIT
"""Binary decision diagrams: the set of answers with which a step is reached, step by step.

Facts are numbers in binary, their bits in the order of asking; facts that no later step looks at
are quantified away. A fact asked on some ways only has one more value, "not asked".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations
from typing import Any

from benchmarks.peers.flow import (
    Fault,
    Flow,
    accepts_unasked,
    flow,
    fold,
    moves,
    named,
    verdict,
    ways,
)
from generator.catalogue import Catalogue
from generator.guards import Guard, Is, atoms
from generator.program import Dest, Move, Program, Step

try:
    from dd.cudd import BDD

    ENGINE = "dd.cudd"
except ImportError:  # no wheel for this machine
    from dd.autoref import BDD

    ENGINE = "dd.autoref"

Set = Any
"""A node of the package; it has `&`, `|`, `~` and `==`."""


def prove(program: Program, facts: Catalogue, reordering: bool = True) -> str:
    """The common verdict."""
    return verdict(_Prover(program, facts, reordering).faults())


class _Prover:
    def __init__(self, program: Program, facts: Catalogue, reordering: bool) -> None:
        self.program, self.facts = program, facts
        self.flow: Flow = flow(program)
        self.bdd = BDD()
        self.bdd.configure(reordering=reordering)
        self.extra = _sometimes_asked(program, self.flow)
        asked = dict.fromkeys(f for s in self.flow.order if (f := program.steps[s].fact))
        self.bits = {fact: self._declare(fact) for fact in asked}
        self.known = {fact: self._any(fact) for fact in asked}
        self.at: dict[str, Set] = dict.fromkeys(self.flow.order, self.bdd.false)

    def faults(self) -> Iterator[Fault]:
        begin = self._all(self._is(fact, self._unasked(fact)) for fact in sorted(self.extra))
        for root in self.program.starts.values():
            if root in self.at:
                self.at[root] = begin
        for name in self.flow.order:
            step = self.program.steps[name]
            answered = self._answer(step, self.at.pop(name))
            for move, options in moves(step):
                here = answered & self._among(step.fact, options)
                guards = [self._guard(choice.when, name) for choice in move.choices]
                yield from self._check(move, guards, here)
                self._lead_on(move, guards, here, step)

    def _answer(self, step: Step, before: Set) -> Set:
        """`before` once the fact of `step` is known; an answer known already stays."""
        if not step.fact:
            return before
        if step.fact in self.flow.always[step.id]:
            return before
        if step.fact not in self.extra:
            return before & self.known[step.fact]
        unasked = self._is(step.fact, self._unasked(step.fact))
        fresh = self.bdd.exist(self.bits[step.fact], before & unasked)
        return (before & ~unasked) | (fresh & self.known[step.fact])

    def _check(self, move: Move, guards: Sequence[Set], here: Set) -> Iterator[Fault]:
        if guards and move.otherwise is None and here & ~self._some(guards) != self.bdd.false:
            yield move.span, "gap"
        inside = [here & guard for guard in guards]
        for first, second in combinations(range(len(guards)), 2):
            if inside[first] & inside[second] != self.bdd.false:
                yield move.choices[first].span, "overlap"

    def _lead_on(self, move: Move, guards: Sequence[Set], here: Set, step: Step) -> None:
        for number, to in ways(move):
            if to in self.at:
                others = self._some(guard for n, guard in enumerate(guards) if n != number)
                own = guards[number] if number >= 0 else self.bdd.true
                self.at[to] |= self._forget(here & own & ~others, step, to)

    def _forget(self, states: Set, step: Step, to: Dest) -> Set:
        held = self.flow.matters[step.id] | ({step.fact} - {""})
        dead = held - self.flow.matters[to]
        names = [bit for fact in dead for bit in self.bits[fact]]
        return self.bdd.exist(names, states) if names else states

    def _guard(self, guard: Guard, step: str) -> Set:
        return fold(guard, lambda t: self._atom(t, step), self._all, self._some, lambda g: ~g)

    def _atom(self, test: Is, step: str) -> Set:
        fact = str(test.fact)
        here = self.program.steps[step].fact
        if fact != here and fact not in self.flow.ever[step]:
            return self.bdd.true if accepts_unasked(test) else self.bdd.false
        given = self._among(fact, named(test, self.facts))
        if accepts_unasked(test) and fact in self.extra:
            return given | self._is(fact, self._unasked(fact))
        return given

    def _among(self, fact: str, options: Iterable[str]) -> Set:
        if not fact:
            return self.bdd.true
        known = self.facts.facts[fact].options
        return self._some(self._is(fact, known.index(option)) for option in options)

    def _any(self, fact: str) -> Set:
        return self._among(fact, self.facts.facts[fact].options)

    def _is(self, fact: str, number: int) -> Set:
        return self.bdd.cube(
            {bit: bool(number >> place & 1) for place, bit in enumerate(self.bits[fact])}
        )

    def _unasked(self, fact: str) -> int:
        return len(self.facts.facts[fact].options)

    def _declare(self, fact: str) -> list[str]:
        values = len(self.facts.facts[fact].options) + (fact in self.extra)
        bits = [f"{fact}/{place}" for place in range(max(1, (values - 1).bit_length()))]
        self.bdd.declare(*reversed(bits))
        return bits

    def _all(self, parts: Iterable[Set]) -> Set:
        return reduce(lambda a, b: a & b, parts, self.bdd.true)

    def _some(self, parts: Iterable[Set]) -> Set:
        return reduce(lambda a, b: a | b, parts, self.bdd.false)


def _sometimes_asked(program: Program, known: Flow) -> frozenset[str]:
    """Facts that a step tests or asks although only some ways to it have asked them."""
    found: set[str] = set()
    for name in known.order:
        step = program.steps[name]
        tested = {
            str(test.fact)
            for move, _ in moves(step)
            for choice in move.choices
            for test in atoms(choice.when)
        } - {step.fact}
        found |= {fact for fact in tested | {step.fact} if known.unsure_of(name, fact)}
    return frozenset(found)
