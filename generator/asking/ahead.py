# SPDX-License-Identifier: MIT
"""What can still happen from a node of the diagram, given answers to facts further on.

Exact: a way whose answers contradict a given one is no way, and a given fact is not asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import prod

from generator.diagram import Diagram

_NOWHERE = (0, 0)


@dataclass(frozen=True)
class Ahead:
    """The ways on from `at`, a node whose fact is not in `answers`."""

    diagram: Diagram
    at: int
    answers: Mapping[str, str]

    @cached_property
    def ways(self) -> dict[int, tuple[tuple[int, int], ...]]:
        """For each node where a question is open, in order: (next open node or leaf, options)."""
        found: dict[int, tuple[tuple[int, int], ...]] = {}
        seen = {self.at}
        for index in range(self.at, len(self.diagram.nodes)):
            if index in seen:
                found[index] = tuple(
                    (self.diagram.walk(edge.to, self.answers)[0], len(edge.options))
                    for edge in self.diagram.nodes[index].edges
                )
                seen.update(to for to, _ in found[index])
        return found

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The facts that may still be asked, in the order of the diagram."""
        return tuple(dict.fromkeys(self.diagram.nodes[index].fact for index in self.ways))

    @cached_property
    def used(self) -> frozenset[str]:
        """The facts among the answers that some way on makes use of."""
        return frozenset(
            fact
            for index in self.ways
            for edge in self.diagram.nodes[index].edges
            for fact in self.diagram.walk(edge.to, self.answers)[1]
        )

    @cached_property
    def situations(self) -> int:
        """How many full assignments of `facts` there are."""
        return prod(len(self.diagram.facts.facts[fact].options) for fact in self.facts)

    def by_outcome(self) -> dict[str, int]:
        """Every outcome that can still come out, with its situations. Nothing is listed."""
        share: dict[int, Fraction] = {self.at: Fraction(1)}
        for index, ways in self.ways.items():
            width = sum(options for _, options in ways)
            for to, options in ways:
                share[to] = share.get(to, Fraction(0)) + share[index] * options / width
        counts: dict[str, int] = {}
        for to in (to for to in share if to < 0):
            name = self.diagram.outcome(to)
            counts[name] = counts.get(name, 0) + int(share[to] * self.situations)
        return counts

    def screens(self) -> tuple[int, int]:
        """The fewest and most screens to an outcome, this one included."""
        table: dict[int, tuple[int, int]] = {}
        for index, ways in reversed(self.ways.items()):
            rest = [self._rest(index, to, table) for to, _ in ways]
            table[index] = (1 + min(r[0] for r in rest), 1 + max(r[1] for r in rest))
        return table[self.at]

    def _rest(self, index: int, to: int, table: Mapping[int, tuple[int, int]]) -> tuple[int, int]:
        if to < 0:
            return _NOWHERE
        few, many = table[to]
        same = self._same_screen(index, to)
        return few - same, many - same

    def screen(self) -> tuple[str, ...]:
        """The facts that the screen at `at` asks: one, or the open members of a multi-select."""
        shared = {self.at}
        for index, ways in self.ways.items():
            if index in shared:
                shared.update(to for to, _ in ways if to >= 0 and self._same_screen(index, to))
        return tuple(dict.fromkeys(self.diagram.nodes[i].fact for i in sorted(shared)))

    def _same_screen(self, index: int, to: int) -> bool:
        group = self.diagram.group(index)
        return bool(group) and group == self.diagram.group(to)
