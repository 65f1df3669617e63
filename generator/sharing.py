# SPDX-License-Identifier: MIT
"""Equal sub-diagrams once: explored states to a diagram, by hash-consing from the leaves up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.catalogue import Catalogue
from generator.diagram import Diagram, Edge, Node
from generator.program import Dest, Program

State = tuple[str, tuple[int, ...]]
"""A step, and what is remembered there (see `generator.states`)."""

Place = State | Dest | None
"""Where a transition arrives: a question, `outcome/id`, or nowhere (a fault)."""

Edges = list[tuple[tuple[str, ...], Place]]
"""Options that act alike, and where they arrive."""


def share(
    edges: Mapping[State, Edges],
    starts: Mapping[str, Place],
    program: Program,
    facts: Catalogue,
) -> Diagram:
    """Merge equal sub-diagrams, children first, and number nodes with parents first."""
    outcomes: dict[str, int] = {}
    made: dict[tuple[object, ...], int] = {}
    nodes: list[Node] = []
    of_state: dict[State, int] = {}

    def place(to: Place) -> int:
        assert to is not None
        if isinstance(to, str):
            return -1 - outcomes.setdefault(to.removeprefix("outcome/"), len(outcomes))
        return of_state[to]

    for state in _children_first(edges, starts):
        # How options are grouped depends on the step alone, so the ends of the groups tell all.
        key = (state[0], *[place(to) for _, to in edges[state]])
        if key not in made:
            made[key] = len(nodes)
            ends = {option: place(to) for group, to in edges[state] for option in group}
            step = program.steps[state[0]]
            options = facts.facts[step.fact].options
            nodes.append(Node(step.id, step.fact, _grouped(options, ends)))
        of_state[state] = made[key]
    begin = {tree: place(to) for tree, to in starts.items()}
    return _renumber(Diagram(tuple(nodes), tuple(outcomes), begin, facts))


def _grouped(options: Iterable[str], ends: Mapping[str, int]) -> tuple[Edge, ...]:
    grouped: dict[int, list[str]] = {}
    for option in options:
        grouped.setdefault(ends[option], []).append(option)
    return tuple(Edge(tuple(group), to) for to, group in grouped.items())


def _children_first(edges: Mapping[State, Edges], starts: Mapping[str, Place]) -> Iterable[State]:
    done: set[State] = set()
    for start in starts.values():
        stack = [(start, False)] if isinstance(start, tuple) else []
        while stack:
            state, expanded = stack.pop()
            if state in done:
                continue
            if expanded:
                done.add(state)
                yield state
                continue
            stack.append((state, True))
            children = [to for _, to in edges[state] if isinstance(to, tuple)]
            stack.extend((child, False) for child in reversed(children) if child not in done)


def _renumber(diagram: Diagram) -> Diagram:
    # Children were made first; reversing puts parents first and every edge forward.
    last = len(diagram.nodes) - 1

    def moved(to: int) -> int:
        return last - to if to >= 0 else to

    nodes = tuple(
        Node(n.step, n.fact, tuple(Edge(e.options, moved(e.to)) for e in n.edges))
        for n in reversed(diagram.nodes)
    )
    starts = {tree: moved(to) for tree, to in diagram.starts.items()}
    return Diagram(nodes, diagram.outcomes, starts, diagram.facts)
