# SPDX-License-Identifier: MIT
"""Functions from situations to labels, as shared decision diagrams, and where two disagree.

A *function* is a node of the forest: it asks one fact and has one child per option, or it is a
leaf with a label. Equal nodes are one node, and a node whose children are all the same is left out
(multi-terminal decision diagrams; Bryant 1986, Clarke et al. 1993). Unlike there, different ways
may ask the facts in different orders, each at most once, so equal functions may still be two
nodes; walking two of them side by side is exact all the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf, prod

MAX_PAIRS = 400_000
"""Beyond this two functions are too unlike to be compared; see TooUnlike."""

MAX_WORK = 1_000_000
"""The same for the nodes that are looked at on the way: about five seconds' worth."""

Options = Mapping[str, tuple[str, ...]]
"""All options of each fact."""


class TooUnlike(Exception):
    """Two functions ask so differently that walking them side by side does not end in time."""


class Forest:
    """Shared nodes over one set of facts. Children are made before parents.

    `most` is how much work may be spent on this forest, whatever is done with it; see TooUnlike.
    """

    def __init__(self, options: Options, most: float = inf) -> None:
        self.options = options
        self._bit = {fact: 1 << n for n, fact in enumerate(options)}
        self._labels: list[Hashable] = []
        self._leaf: dict[Hashable, int] = {}
        self._nodes: list[tuple[str, tuple[int, ...]]] = []
        self._made: dict[tuple[str, tuple[int, ...]], int] = {}
        self._support: list[int] = []
        self._restricted: dict[tuple[int, str, int], int] = {}
        self._work, self._most = 0, most

    def spend(self, steps: int) -> None:
        """Count `steps` nodes that were looked at; raises TooUnlike if that is too many by now."""
        self._work += steps
        if self._work > self._most:
            raise TooUnlike

    @contextmanager
    def at_most(self, steps: float) -> Iterator[None]:
        """Inside of this, no more than `steps` may be spent."""
        before = self._most
        self._most = min(before, self._work + steps)
        try:
            yield
        finally:
            self._most = before

    def leaf(self, label: Hashable) -> int:
        """The function that is `label` everywhere."""
        if label not in self._leaf:
            self._labels.append(label)
            self._leaf[label] = -len(self._labels)
        return self._leaf[label]

    def node(self, fact: str, children: tuple[int, ...]) -> int:
        """The function that asks `fact` and goes on with the child of each option, in order."""
        self.spend(1)
        if all(child == children[0] for child in children):
            return children[0]
        key = (fact, children)
        if key not in self._made:
            self._made[key] = len(self._nodes)
            self._nodes.append(key)
            below = [self._support[child] for child in children if child >= 0]
            self._support.append(self._bit[fact] | _union(below))
        return self._made[key]

    def label(self, at: int) -> Hashable:
        """The label of a leaf (a negative `at`)."""
        return self._labels[-at - 1]

    def fact(self, at: int) -> str:
        """The fact that an inner node asks."""
        return self._nodes[at][0]

    def children(self, at: int) -> tuple[int, ...]:
        """Where an inner node's options lead, in order."""
        return self._nodes[at][1]

    def facts(self, *ats: int) -> tuple[str, ...]:
        """The facts that any of the functions can ask, in the order of the forest."""
        asked = _union([self._support[at] for at in ats if at >= 0])
        return tuple(fact for fact, bit in self._bit.items() if asked & bit)

    def restrict(self, at: int, fact: str, option: int) -> int:
        """The function `at` once `fact` is answered with the option number `option`."""
        if not self._asks(at, fact):
            return at
        key = (at, fact, option)
        if key not in self._restricted:
            for inner in self._below(at, fact):
                self._restricted[inner, fact, option] = self._restrict_one(inner, fact, option)
        return self._restricted[key]

    def _restrict_one(self, at: int, fact: str, option: int) -> int:
        asked, children = self._nodes[at]
        if asked == fact:
            return children[option]
        settled = tuple(
            self._restricted[child, fact, option] if self._asks(child, fact) else child
            for child in children
        )
        return self.node(asked, settled)

    def _below(self, at: int, fact: str) -> list[int]:
        # Children have smaller numbers than parents, so sorted order is children first.
        seen, todo = {at}, [at]
        while todo:
            for child in self._nodes[todo.pop()][1]:
                if child not in seen and self._asks(child, fact):
                    seen.add(child)
                    todo.append(child)
        self.spend(len(seen))
        return sorted(seen)

    def _asks(self, at: int, fact: str) -> bool:
        return at >= 0 and bool(self._support[at] & self._bit[fact])


def _union(masks: list[int]) -> int:
    together = 0
    for mask in masks:
        together |= mask
    return together


Pair = tuple[int, int]


@dataclass(frozen=True)
class Difference:
    """One way in which two functions disagree.

    `count` is the exact number of situations; `example` the plainest of them: the fewest answers
    that lead both functions to these labels, in order.
    """

    before: Hashable
    after: Hashable
    count: int
    example: tuple[tuple[str, str], ...]


def situations(forest: Forest, *functions: int) -> int:
    """The size of the joint answer space of `functions`: one option for each fact they ask."""
    return prod(len(forest.options[fact]) for fact in forest.facts(*functions))


def differences(
    forest: Forest,
    before: int,
    after: int,
    matters: Callable[[Hashable, Hashable], bool] = lambda old, new: old != new,
) -> list[Difference]:
    """Every pair of different labels that some situation has before and after.

    `matters` says which of them to report. Counts are over `situations(forest, before, after)`.
    Raises TooUnlike past MAX_PAIRS or MAX_WORK.
    """
    with forest.at_most(MAX_WORK):
        edges, first = _walk(forest, (before, after))
    mass = {(before, after): situations(forest, before, after)}
    for pair in _parents_first(edges, (before, after)):
        for child in edges[pair]:
            mass[child] = mass.get(child, 0) + mass[pair] // len(edges[pair])
    found: dict[tuple[Hashable, Hashable], Difference] = {}
    for a, b in first:
        if a < 0 and b < 0 and a != b and matters(forest.label(a), forest.label(b)):
            labels = (forest.label(a), forest.label(b))
            found[labels] = Difference(*labels, mass[a, b], _trail(forest, first, (a, b)))
    return list(found.values())


_First = dict[Pair, tuple[Pair, str, int] | None]
"""For each pair the first pair, fact and option number by which it was met, breadth first."""


def _walk(forest: Forest, start: Pair) -> tuple[dict[Pair, list[Pair]], _First]:
    edges: dict[Pair, list[Pair]] = {}
    first: _First = {start: None}
    todo = deque([start])
    while todo:
        pair = todo.popleft()
        if pair[0] == pair[1] or (pair[0] < 0 and pair[1] < 0):
            continue
        if len(first) > MAX_PAIRS:
            raise TooUnlike
        fact = forest.fact(pair[0] if pair[0] >= 0 else pair[1])
        edges[pair] = list(_onward(forest, pair, fact))
        forest.spend(len(edges[pair]))
        for option, child in enumerate(edges[pair]):
            if child not in first:
                first[child] = (pair, fact, option)
                todo.append(child)
    return edges, first


def _onward(forest: Forest, pair: Pair, fact: str) -> Iterator[Pair]:
    a, b = pair
    for option in range(len(forest.options[fact])):
        yield forest.restrict(a, fact, option), forest.restrict(b, fact, option)


def _parents_first(edges: Mapping[Pair, list[Pair]], start: Pair) -> list[Pair]:
    order: list[Pair] = []
    done: set[Pair] = set()
    stack = [(start, False)]
    while stack:
        pair, expanded = stack.pop()
        if expanded:
            order.append(pair)
        elif pair in edges and pair not in done:
            done.add(pair)
            stack.append((pair, True))
            stack.extend((child, False) for child in edges[pair])
    return order[::-1]


def _trail(forest: Forest, first: _First, pair: Pair) -> tuple[tuple[str, str], ...]:
    trail: list[tuple[str, str]] = []
    step = first[pair]
    while step is not None:
        pair, fact, option = step
        trail.append((fact, forest.options[fact][option]))
        step = first[pair]
    return tuple(reversed(trail))
