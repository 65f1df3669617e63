# SPDX-License-Identifier: MIT
"""Questions that people are newly asked, or no longer asked."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.compare.results import Asking
from generator.compare.routes import Pair, Side
from generator.forest import Forest


def asking(pair: Pair) -> Iterator[Asking]:
    """Every fact that some situation is asked in one version and not in the other."""
    seen: dict[tuple[str, tuple[int, ...]], int] = {}
    if _shape(pair.forest, pair.old, seen) == _shape(pair.forest, pair.new, seen):
        return
    for fact in pair.names.options:
        if fact not in pair.asked:
            continue
        before, after = (_asks(pair.forest, side, fact) for side in (pair.old, pair.new))
        found = {(d.before, d.after): d.count for d in pair.differences(before, after, _both_known)}
        if found:
            newly, dropped = found.get((False, True), 0), found.get((True, False), 0)
            yield Asking(fact, _label(pair, fact), newly, dropped)


_END, _NOT_OFFERED = -1, -2


def _shape(forest: Forest, side: Side, seen: dict[tuple[str, tuple[int, ...]], int]) -> int:
    """A number for which facts are asked after which answers, whatever they lead to.

    Two sides with the same number, by the same `seen`, ask the same in every situation.
    """
    diagram, words = side.checked.diagram, side.words
    made: dict[int, int] = {}
    for index in reversed(diagram.reachable(diagram.starts[side.tree])):
        node = diagram.nodes[index]
        ends = {option: made.get(edge.to, _END) for edge in node.edges for option in edge.options}
        name = words.fact(node.fact)
        options = (words.own(node.fact, option) for option in forest.options[name])
        key = (name, tuple(ends.get(option, _NOT_OFFERED) for option in options))
        made[index] = seen.setdefault(key, len(seen))
    return made.get(diagram.starts[side.tree], _END)


def _both_known(old: Hashable, new: Hashable) -> bool:
    return isinstance(old, bool) and isinstance(new, bool)


def _asks(forest: Forest, side: Side, wanted: str) -> int:
    """The function that says whether a situation is asked `wanted` (a joint name)."""
    diagram = side.checked.diagram
    no, yes = forest.leaf(False), forest.leaf(True)
    made: dict[int, int] = {}
    for index in reversed(diagram.reachable(diagram.starts[side.tree])):
        node = diagram.nodes[index]
        if side.words.fact(node.fact) == wanted:
            made[index] = yes
            continue
        ends = {option: made.get(edge.to, no) for edge in node.edges for option in edge.options}
        made[index] = side.words.node(forest, node.fact, ends)
    return made.get(diagram.starts[side.tree], no)


def _label(pair: Pair, fact: str) -> str:
    for side in (pair.new, pair.old):
        for name, info in side.checked.facts.facts.items():
            if side.words.fact(name) == fact:
                return info.label
    return fact
