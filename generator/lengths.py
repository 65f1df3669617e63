# SPDX-License-Identifier: MIT
"""How many screens a guide asks, over all situations: exact shares, nothing is listed."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from generator.diagram import Diagram

Lengths = Mapping[int, Fraction]
"""Number of screens -> share of all situations (one full assignment each, all equally many)."""


def lengths(diagram: Diagram, start: int) -> Lengths:
    """How many screens there are from node `start` to an outcome.

    The yes/no members of one multi-select are one screen. Every option of a fact weighs the same,
    so the shares are those of full assignments, not of ways of answering.
    """
    arriving: dict[int, dict[int, Fraction]] = {start: {0: Fraction(1)}}
    total: dict[int, Fraction] = {}
    for index in diagram.reachable(start):
        node = diagram.nodes[index]
        width = sum(len(edge.options) for edge in node.edges)
        for edge in node.edges:
            cost = 0 if _same_screen(diagram, index, edge.to) else 1
            into = arriving.setdefault(edge.to, {}) if edge.to >= 0 else total
            for screens, share in arriving[index].items():
                part = share * len(edge.options) / width
                into[screens + cost] = into.get(screens + cost, Fraction(0)) + part
    return dict(sorted(total.items()))


def _same_screen(diagram: Diagram, index: int, to: int) -> bool:
    group = diagram.group(index)
    return bool(group) and to >= 0 and diagram.group(to) == group


def median(found: Lengths) -> int:
    """The fewest screens that are enough in at least half of all situations."""
    reached = Fraction(0)
    for screens, share in sorted(found.items()):
        reached += share
        if reached * 2 >= 1:
            return screens
    return 0


def longest(found: Lengths) -> int:
    """The most screens in any situation."""
    return max(found, default=0)
