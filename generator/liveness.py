# SPDX-License-Identifier: MIT
"""Live-variable analysis: which earlier answers can still matter from a step on."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.guards import UNSURE, Is, atoms
from generator.program import Move, Program, Step

Env = Mapping[str, str]
"""Known facts and the option each was answered with."""

_Test = tuple[str, tuple[tuple[str, object], ...]]
"""A fact, and for each of its options the token by which a test tells it apart."""


class Liveness:
    """Which options of a known fact the steps reachable from a step still tell apart."""

    def __init__(self, program: Program, facts: Catalogue) -> None:
        self._facts = facts
        self._reach = _closure(program, {s.id: self._tests(s) for s in program.steps.values()})
        self._live: dict[str, dict[str, dict[str, str]]] = {}

    def project(self, step: str, env: Env) -> tuple[tuple[str, str], ...]:
        """`env` reduced to what can still matter from `step` on, sorted by fact."""
        live = self.classes(step)
        return tuple(sorted((f, live[f][v]) for f, v in env.items() if f in live))

    def classes(self, step: str) -> dict[str, dict[str, str]]:
        """For each fact still tested from `step` on: option to representative of its class."""
        if step not in self._live:
            self._live[step] = self._partitions(step)
        return self._live[step]

    def _partitions(self, step: str) -> dict[str, dict[str, str]]:
        tests: dict[str, list[dict[str, object]]] = {}
        for fact, tokens in self._reach[step]:
            tests.setdefault(fact, []).append(dict(tokens))
        return {fact: self._partition(fact, tests[fact]) for fact in tests}

    def _partition(self, fact: str, tests: list[dict[str, object]]) -> dict[str, str]:
        first: dict[object, str] = {}
        return {
            option: first.setdefault(
                # 不确定 stays apart, so that reaching it by a catch-all can be noticed.
                (option == UNSURE, *(test[option] for test in tests)),
                option,
            )
            for option in self._facts.facts[fact].options
        }

    def _tests(self, step: Step) -> frozenset[_Test]:
        found: set[_Test] = set()
        numbered: dict[Move, int] = {}
        for move in step.moves.values():
            numbered.setdefault(move, len(numbered))
            for choice in move.choices:
                found.update(self._atom(atom) for atom in atoms(choice.when))
        if step.fact:
            tokens = tuple((o, numbered[m]) for o, m in step.moves.items())
            found.add((step.fact, tokens))
        return frozenset(found)

    def _atom(self, atom: Is) -> _Test:
        info = self._facts.facts[str(atom.fact)]
        named = frozenset().union(*(info.members(str(v)) for v in atom.values))
        return str(atom.fact), tuple((o, o in named) for o in info.options)


def _closure(
    program: Program, tests: Mapping[str, frozenset[_Test]]
) -> dict[str, frozenset[_Test]]:
    # Backward data flow to a fixpoint; cycles are allowed.
    before: dict[str, set[str]] = {}
    for step in program.steps.values():
        for move in step.moves.values():
            for dest in move.destinations():
                before.setdefault(dest, set()).add(step.id)
    reach = dict(tests)
    todo = list(program.steps)[::-1]
    while todo:
        here = todo.pop(0)
        for earlier in before.get(here, ()):
            merged = reach[earlier] | reach[here]
            if merged != reach[earlier]:
                reach[earlier] = merged
                todo.append(earlier)
    return reach
