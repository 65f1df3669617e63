# SPDX-License-Identifier: MIT
"""Z3: facts are bit-vectors, each step has a Boolean for "reached", each transition is a query.

A transition is first tried without asking how one gets there, which is cheap and mostly enough;
only then with the definitions of all steps before it. Definitions are added parents first to one
incremental solver, so that a query never sees a later step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import z3

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
from generator.guards import Guard, Is
from generator.program import Move, Program


def prove(program: Program, facts: Catalogue) -> str:
    """The common verdict."""
    return verdict(_Prover(program, facts).faults())


class _Prover:
    def __init__(self, program: Program, facts: Catalogue) -> None:
        self.program, self.facts = program, facts
        self.flow: Flow = flow(program)
        self.local, self.whole = z3.SolverFor("QF_FD"), z3.SolverFor("QF_FD")
        asked = {program.steps[name].fact for name in self.flow.order} - {""}
        self.terms = {f: z3.BitVec(f, _width(len(facts.facts[f].options))) for f in asked}
        self.reached = {name: z3.Bool(f"at {name}") for name in self.flow.order}
        self.into: dict[str, list[z3.BoolRef]] = {name: [] for name in self.flow.order}
        self.askers: dict[str, list[str]] = {fact: [] for fact in asked}
        for fact, term in self.terms.items():
            size = len(facts.facts[fact].options)
            if size < 1 << term.size():
                self._add(z3.ULT(term, size))

    def faults(self) -> Iterator[Fault]:
        self._begin()
        for name in self.flow.order:
            self.whole.add(self.reached[name] == z3.Or(self.into[name]))
            step = self.program.steps[name]
            if step.fact:
                self.askers[step.fact].append(name)
            for move, options in moves(step):
                guards = [self._guard(choice.when, name) for choice in move.choices]
                here = z3.And(self.reached[name], self._among(step.fact, options))
                yield from self._check(move, guards, here)
                self._lead_on(move, guards, here)

    def _begin(self) -> None:
        roots = sorted({to for to in self.program.starts.values() if to in self.reached})
        tree = z3.BitVec("tree", _width(len(roots)))
        self.whole.add(z3.ULE(tree, len(roots) - 1))
        for number, root in enumerate(roots):
            self.into[root].append(tree == number)

    def _check(self, move: Move, guards: Sequence[z3.BoolRef], here: z3.BoolRef) -> Iterator[Fault]:
        pairs = list(combinations(range(len(guards)), 2))
        gap = [z3.Not(z3.Or(guards))] if guards and move.otherwise is None else []
        shared = [z3.And(guards[i], guards[j]) for i, j in pairs]
        if not self._possible(z3.Or(gap + shared), here):
            return
        if gap and self._possible(gap[0], here):
            yield move.span, "gap"
        for (first, _), both in zip(pairs, shared, strict=True):
            if self._possible(both, here):
                yield move.choices[first].span, "overlap"

    def _possible(self, claim: z3.BoolRef, here: z3.BoolRef) -> bool:
        return self._satisfiable(self.local, claim) and self._satisfiable(
            self.whole, z3.And(here, claim)
        )

    def _satisfiable(self, solver: z3.Solver, claim: z3.BoolRef) -> bool:
        solver.push()
        solver.add(claim)
        result = solver.check()
        solver.pop()
        assert result != z3.unknown, solver.reason_unknown()
        return bool(result == z3.sat)

    def _lead_on(self, move: Move, guards: Sequence[z3.BoolRef], here: z3.BoolRef) -> None:
        for number, to in ways(move):
            if to in self.into:
                # Exactly this case: a situation that two cases match goes nowhere.
                others = [guard for n, guard in enumerate(guards) if n != number]
                own = [guards[number]] if number >= 0 else []
                self.into[to].append(z3.And(here, *own, *(z3.Not(other) for other in others)))

    def _guard(self, guard: Guard, step: str) -> z3.BoolRef:
        return fold(
            guard,
            lambda test: self._atom(test, step),
            lambda parts: z3.And(list(parts)),
            lambda parts: z3.Or(list(parts)),
            z3.Not,
        )

    def _atom(self, test: Is, step: str) -> z3.BoolRef:
        fact = str(test.fact)
        asked = self._asked(fact, step)
        given = z3.And(asked, self._among(fact, sorted(named(test, self.facts))))
        return z3.Or(given, z3.Not(asked)) if accepts_unasked(test) else given

    def _asked(self, fact: str, step: str) -> z3.BoolRef:
        here = self.program.steps[step].fact
        if fact == here or fact in self.flow.always[step]:
            return z3.BoolVal(True)
        if fact not in self.flow.ever[step]:
            return z3.BoolVal(False)
        return z3.Or([self.reached[name] for name in self.askers[fact]])

    def _among(self, fact: str, options: Sequence[str]) -> z3.BoolRef:
        if not fact:
            return z3.BoolVal(True)
        known = self.facts.facts[fact].options
        if len(set(options)) == len(known):
            return z3.BoolVal(True)
        return z3.Or([self.terms[fact] == known.index(option) for option in options])

    def _add(self, fact: z3.BoolRef) -> None:
        self.local.add(fact)
        self.whole.add(fact)


def _width(size: int) -> int:
    return max(1, (size - 1).bit_length())
