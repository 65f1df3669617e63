# SPDX-License-Identifier: MIT
"""A diagram as a function from situations to labels, where labels may depend on conditions.

The diagram itself keeps no answers; what a condition at an outcome still needs is carried along,
class by class, only as far as some outcome ahead needs it (the same analysis as for states).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.diagram import Diagram
from generator.forest import Forest
from generator.guards import Guard, Is, atoms

Answers = Mapping[str, str]

Label = Callable[[str, Answers], Hashable]
"""The label of an outcome, given the answers to the facts watched there that were asked."""


NOT_OFFERED = "(not offered)"
"""The label where a situation names an option that the diagram's fact does not have."""


@dataclass(frozen=True)
class Words:
    """How one library's facts and options are called in a forest (see `formerly`).

    `options` gives, by own fact and the forest's option, the own option that it stands for here.
    Several of the forest's options may stand for one of ours.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def fact(self, name: str) -> str:
        """The forest's name of a fact."""
        return self.facts.get(name, name)

    def own(self, fact: str, option: str) -> str:
        """What the forest's `option` is called in the own `fact` (which may not have it)."""
        return self.options.get((fact, option), option)

    def node(self, forest: Forest, fact: str, ends: Mapping[str, int]) -> int:
        """The function that asks the own `fact` and goes on at the end of each own option."""
        name = self.fact(fact)
        missing = forest.leaf(NOT_OFFERED)
        children = (ends.get(self.own(fact, option), missing) for option in forest.options[name])
        return forest.node(name, tuple(children))


_State = tuple[int, tuple[tuple[str, str], ...]]


def labelled(
    forest: Forest,
    diagram: Diagram,
    tree: str,
    label: Label = lambda outcome, answers: outcome,
    watch: Mapping[str, Iterable[Guard]] | None = None,
    words: Words | None = None,
) -> int:
    """The function that gives each situation of `tree` its label.

    `watch` maps outcomes to the conditions that `label` looks at there.
    """
    maker = Labeller(forest, diagram, label, words or Words(), Watch(diagram, watch or {}))
    return maker.make(tree)


class Watch:
    """Which facts some outcome ahead of a node still looks at, and which options it tells apart.

    `conditions` maps outcomes to the conditions looked at there.
    """

    def __init__(self, diagram: Diagram, conditions: Mapping[str, Iterable[Guard]]) -> None:
        found = {o: [a for g in guards for a in atoms(g)] for o, guards in conditions.items()}
        self._classes = _classes([a for some in found.values() for a in some], diagram.facts)
        self._ahead: dict[int, frozenset[str]] = {
            -1 - n: frozenset(str(atom.fact) for atom in found[outcome])
            for n, outcome in enumerate(diagram.outcomes)
            if found.get(outcome)
        }
        for index in range(len(diagram.nodes) - 1, -1, -1):
            needs: frozenset[str] | None = None
            for to in diagram.targets[index]:
                more = self._ahead.get(to)
                if more is not None and more is not needs:
                    needs = more if needs is None else needs | more
            if needs is not None:
                self._ahead[index] = needs
        # Many nodes look ahead at the same facts; each set is put in order once.
        order = {facts: tuple(sorted(facts)) for facts in {*self._ahead.values()}}
        self._kept = {at: order[facts] for at, facts in self._ahead.items()}

    def minds(self, fact: str) -> bool:
        """Whether any condition looks at `fact`."""
        return fact in self._classes

    def apart(self, fact: str, options: tuple[str, ...]) -> Iterable[str]:
        """The first of each class of `options` that the conditions tell apart."""
        classes = self._classes.get(fact)
        if classes is None:
            return options[:1]
        return {classes[option]: option for option in reversed(options)}.values()

    def keep(self, known: Answers, to: int) -> tuple[tuple[str, str], ...]:
        """What of `known` still matters at `to`, each option by the first of its class."""
        if not known:
            return ()
        classes = self._classes
        return tuple([(f, classes[f][known[f]]) for f in self._kept.get(to, ()) if f in known])


def _classes(found: Iterable[Is], facts: Catalogue) -> dict[str, dict[str, str]]:
    tests: dict[str, list[frozenset[str]]] = {}
    for atom in found:
        info = facts.facts[str(atom.fact)]
        named = frozenset().union(*(info.members(str(v)) for v in atom.values), frozenset())
        tests.setdefault(info.id, []).append(named)
    table: dict[str, dict[str, str]] = {}
    for fact, sets in tests.items():
        first: dict[tuple[bool, ...], str] = {}
        table[fact] = {
            option: first.setdefault(tuple(option in named for named in sets), option)
            for option in facts.facts[fact].options
        }
    return table


@dataclass
class Labeller:
    """Like `labelled` for one tree after another; what they share is made once."""

    forest: Forest
    diagram: Diagram
    label: Label
    words: Words
    watch: Watch
    made: dict[_State, int] = field(default_factory=dict)

    def make(self, tree: str) -> int:
        """The function of `tree`."""
        begin: _State = (self.diagram.starts[tree], ())
        # Edges lead forward, so later nodes are made first.
        for state in sorted(self._states(begin), key=lambda s: -s[0]):
            self.made[state] = self._one(state)
        return self._at(begin)

    def _states(self, begin: _State) -> set[_State]:
        seen = {begin} if begin[0] >= 0 and begin not in self.made else set()
        todo = list(seen)
        while todo:
            for onward in self._onward(todo.pop()).values():
                if onward[0] >= 0 and onward not in seen and onward not in self.made:
                    seen.add(onward)
                    todo.append(onward)
        return seen

    def _onward(self, state: _State) -> dict[str, _State]:
        node = self.diagram.nodes[state[0]]
        known = dict(state[1])
        return {
            option: (edge.to, self.watch.keep({**known, node.fact: option}, edge.to))
            for edge in node.edges
            for option in edge.options
        }

    def _one(self, state: _State) -> int:
        fact = self.diagram.nodes[state[0]].fact
        ends = {option: self._at(onward) for option, onward in self._onward(state).items()}
        return self.words.node(self.forest, fact, ends)

    def _at(self, state: _State) -> int:
        if state[0] >= 0:
            return self.made[state]
        return self.forest.leaf(self.label(self.diagram.outcome(state[0]), dict(state[1])))
