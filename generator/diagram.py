# SPDX-License-Identifier: MIT
"""The condition-free decision diagram: the shape, counting, walking.

A node asks one fact; each edge carries the options that lead to the same place; a leaf is an
outcome id. There are no conditions left: what an earlier answer decides is in which node one
stands. Built by `generator.specialise`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from generator.catalogue import Catalogue


@dataclass(frozen=True)
class Edge:
    """`options` of the node's fact lead to `to`: a node if >= 0, else outcome `-to - 1`."""

    options: tuple[str, ...]
    to: int


@dataclass(frozen=True)
class Node:
    """A question as met on the way; `step` is its place in the program."""

    step: str
    fact: str
    edges: tuple[Edge, ...]

    def to(self, option: str) -> int:
        """Where `option` leads. KeyError if the fact has no such option."""
        for edge in self.edges:
            if option in edge.options:
                return edge.to
        raise KeyError(option)


@dataclass(frozen=True)
class Diagram:
    """Nodes in an order in which every edge leads forward; `starts` by tree id."""

    nodes: tuple[Node, ...]
    outcomes: tuple[str, ...]
    starts: Mapping[str, int]
    facts: Catalogue

    def outcome(self, to: int) -> str:
        """The outcome id behind a negative `to`."""
        return self.outcomes[-to - 1]

    def reachable(self, start: int) -> list[int]:
        """Nodes on some way from `start`, parents before children."""
        seen = {start} if start >= 0 else set()
        for index in range(max(start, 0), len(self.nodes)):
            if index in seen:
                seen.update(e.to for e in self.nodes[index].edges if e.to >= 0)
        return sorted(seen)

    def walk(self, start: int, answers: Mapping[str, str]) -> tuple[int, list[str]]:
        """Follow `answers` from `start` until a fact is missing or an outcome is reached.

        Returns where the walk stops and the facts it used, in order.
        """
        used: list[str] = []
        at = start
        while at >= 0 and answers.get(self.nodes[at].fact) in self._options(at):
            used.append(self.nodes[at].fact)
            at = self.nodes[at].to(answers[self.nodes[at].fact])
        return at, used

    def _options(self, index: int) -> tuple[str, ...]:
        return self.facts.facts[self.nodes[index].fact].options

    @cached_property
    def screens(self) -> tuple[tuple[int, int], ...]:
        """For each node the fewest and most screens to an outcome, its own included.

        The yes/no members of one multi-select share a screen.
        """
        table: list[tuple[int, int]] = [(0, 0)] * len(self.nodes)
        for index in range(len(self.nodes) - 1, -1, -1):
            rest = [self._rest(index, edge.to, table) for edge in self.nodes[index].edges]
            table[index] = (1 + min(r[0] for r in rest), 1 + max(r[1] for r in rest))
        return tuple(table)

    @cached_property
    def targets(self) -> tuple[tuple[int, ...], ...]:
        """For each node where its edges lead, each place once."""
        return tuple(tuple(dict.fromkeys(e.to for e in node.edges)) for node in self.nodes)

    def _rest(self, index: int, to: int, table: list[tuple[int, int]]) -> tuple[int, int]:
        if to < 0:
            return 0, 0
        shared = self.group(index) and self.group(index) == self.group(to)
        return (table[to][0] - 1, table[to][1] - 1) if shared else table[to]

    def group(self, index: int) -> str:
        """The multi-select that node `index` belongs to, or empty."""
        return self.facts.facts[self.nodes[index].fact].group


@dataclass(frozen=True)
class Census:
    """Exact counts over one guide.

    A *situation* is one full assignment of the facts that the guide can ask; a *path* is one way
    of answering. Both are exact integers, however large.
    """

    situations: int
    paths: int
    by_outcome: Mapping[str, int]
    facts: tuple[str, ...]


def census(diagram: Diagram, tree: str, given: Mapping[str, str] | None = None) -> Census:
    """Count situations and paths of `tree` by sums over edges (nothing is listed).

    `given` answers are taken before the first question: only what comes after is counted.
    """
    start, _ = diagram.walk(diagram.starts[tree], given or {})
    order = diagram.reachable(start)
    facts = tuple(dict.fromkeys(diagram.nodes[i].fact for i in order))
    total = 1
    for fact in facts:
        total *= len(diagram.facts.facts[fact].options)
    share: dict[int, Fraction] = {start: Fraction(1)}
    paths: dict[int, int] = {start: 1}
    for index in order:
        width = len(diagram.facts.facts[diagram.nodes[index].fact].options)
        for edge in diagram.nodes[index].edges:
            part = share[index] * len(edge.options) / width
            share[edge.to] = share.get(edge.to, Fraction(0)) + part
            paths[edge.to] = paths.get(edge.to, 0) + paths[index] * len(edge.options)
    leaves = [to for to in share if to < 0]
    return Census(
        situations=total,
        paths=sum(paths[to] for to in leaves),
        by_outcome={
            diagram.outcome(to): int(share[to] * total) for to in sorted(leaves, reverse=True)
        },
        facts=facts,
    )


def always_asked(diagram: Diagram) -> dict[str, frozenset[str]]:
    """For each reached outcome the facts that every way to it asks."""
    known: dict[int, frozenset[str]] = dict.fromkeys(diagram.starts.values(), frozenset())
    for index, node in enumerate(diagram.nodes):
        if index not in known:
            continue
        after = known.pop(index) | {node.fact}
        for edge in node.edges:
            known[edge.to] = known[edge.to] & after if edge.to in known else after
    return {diagram.outcome(to): facts for to, facts in known.items() if to < 0}


def ever_asked(diagram: Diagram) -> dict[str, frozenset[str]]:
    """For each reached outcome the facts that some way to it asks."""
    known: dict[int, frozenset[str]] = dict.fromkeys(diagram.starts.values(), frozenset())
    for index, node in enumerate(diagram.nodes):
        after = known.pop(index, frozenset()) | {node.fact}
        for edge in node.edges:
            known[edge.to] = known.get(edge.to, frozenset()) | after
    return {diagram.outcome(to): facts for to, facts in known.items() if to < 0}


def paths(diagram: Diagram, start: int) -> Iterator[tuple[dict[str, str], str]]:
    """Every way of answering with its outcome. Only for small diagrams (tests, examples)."""
    stack: list[tuple[int, dict[str, str]]] = [(start, {})]
    while stack:
        at, answers = stack.pop()
        if at < 0:
            yield answers, diagram.outcome(at)
            continue
        node = diagram.nodes[at]
        for edge in reversed(node.edges):
            for option in reversed(edge.options):
                stack.append((edge.to, {**answers, node.fact: option}))
