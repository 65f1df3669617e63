# SPDX-License-Identifier: MIT
"""Questions about all situations of a diagram at once, answered without listing them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from generator.diagram import Diagram
from generator.guards import UNASKED, Guard
from generator.labelling import Answers, Watch

Trail = tuple[tuple[str, str], ...]
"""Answers in the order of asking."""

_State = tuple[int, Trail]
"""A node (or outcome) and the watched answers that still matter there."""


class Situations:
    """Searches over one diagram; what several searches need is computed once."""

    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self._leading: dict[frozenset[str], set[int]] = {}

    @cached_property
    def possible(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """For each outcome and fact the options with which one can come there.

        `unasked` is among them if some way there does not ask the fact. Exact for each fact on
        its own, not for facts together.
        """
        nodes = self.diagram.nodes
        known: dict[int, _Table] = {}
        for start in self.diagram.starts.values():
            _merge(known, start, _Table())
        for index in range(len(nodes)):
            if index not in known:
                continue
            here = known.pop(index)
            for edge in nodes[index].edges:
                after = _Table({**here, nodes[index].fact: frozenset(edge.options)})
                _merge(known, edge.to, after)
        return {self.diagram.outcome(to): table for to, table in known.items()}

    def first(
        self,
        starts: Iterable[int],
        conditions: Mapping[str, Iterable[Guard]],
        wanted: Callable[[str, Answers], bool],
        hopeless: Callable[[Answers], bool] = lambda known: False,
    ) -> tuple[Trail, str] | None:
        """The fewest answers that lead from a start to a wanted outcome, and that outcome.

        Only the outcomes that `conditions` names are looked at; `wanted` is given the answers to
        the facts in their conditions. `hopeless` says after which answers nothing wanted follows;
        it looks at nothing but facts in these conditions.
        """
        watch = Watch(self.diagram, conditions)
        leading = self.leading_to(conditions)
        begin: list[_State] = [(start, ()) for start in starts if start in leading]
        came: dict[_State, tuple[_State, str, str] | None] = dict.fromkeys(begin)
        todo = deque(begin)
        while todo:
            state = todo.popleft()
            if state[0] < 0:
                if wanted(self.diagram.outcome(state[0]), dict(state[1])):
                    return _trail(came, state), self.diagram.outcome(state[0])
                continue
            fact = self.diagram.nodes[state[0]].fact
            known = dict(state[1])
            for option, to in self._onward(state[0], watch):
                if to not in leading:
                    continue
                answers = {**known, fact: option} if watch.minds(fact) else known
                if answers is not known and hopeless(answers):
                    continue
                onward = (to, watch.keep(answers, to))
                if onward not in came:
                    came[onward] = (state, fact, option)
                    todo.append(onward)
        return None

    def leading_to(self, outcomes: Iterable[str]) -> set[int]:
        """The nodes from which one of `outcomes` can be reached, and these outcomes."""
        wanted = frozenset(outcomes)
        if wanted not in self._leading:
            self._leading[wanted] = self._leads(wanted)
        return self._leading[wanted]

    def _leads(self, wanted: frozenset[str]) -> set[int]:
        found = {-1 - n for n, outcome in enumerate(self.diagram.outcomes) if outcome in wanted}
        for index in range(len(self.diagram.nodes) - 1, -1, -1):
            if any(edge.to in found for edge in self.diagram.nodes[index].edges):
                found.add(index)
        return found

    def _onward(self, at: int, watch: Watch) -> Iterator[tuple[str, int]]:
        """One option for each way on that `watch` can tell from the others."""
        node = self.diagram.nodes[at]
        for edge in node.edges:
            for option in watch.apart(node.fact, edge.options):
                yield option, edge.to


class _Table(dict[str, frozenset[str]]):
    """Options by fact; a fact that no way asked is not stored."""

    def __missing__(self, fact: str) -> frozenset[str]:
        return _NEVER


_NEVER = frozenset([UNASKED])


def _merge(known: dict[int, _Table], at: int, more: _Table) -> None:
    here = known.setdefault(at, more)
    if here is more:
        return
    for fact in here.keys() - more.keys():
        here[fact] |= _NEVER
    for fact, options in more.items():
        here[fact] = here[fact] | options


def _trail(came: Mapping[_State, tuple[_State, str, str] | None], state: _State) -> Trail:
    trail: list[tuple[str, str]] = []
    step = came[state]
    while step is not None:
        state, fact, option = step
        trail.append((fact, option))
        step = came[state]
    return tuple(reversed(trail))
