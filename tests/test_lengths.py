# SPDX-License-Identifier: MIT
"""How many screens a guide asks, against counting every situation one by one."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product

import pytest

from generator.diagram import Diagram
from generator.lengths import lengths, longest, median
from tests.random_libraries import proved


def _screens(diagram: Diagram, start: int, answers: dict[str, str]) -> int:
    _, used = diagram.walk(start, answers)
    return len({diagram.facts.facts[fact].group or fact for fact in used})


def _by_hand(diagram: Diagram, start: int) -> dict[int, Fraction]:
    facts = sorted({diagram.nodes[index].fact for index in diagram.reachable(start)})
    every = list(product(*(diagram.facts.facts[fact].options for fact in facts)))
    counted = Counter(
        _screens(diagram, start, dict(zip(facts, options, strict=True))) for options in every
    )
    return {screens: Fraction(n, len(every)) for screens, n in sorted(counted.items())}


@pytest.mark.parametrize("seed", range(30))
def test_lengths_are_those_of_all_situations_counted_one_by_one(seed: int) -> None:
    diagram = proved(seed).diagram
    for start in diagram.starts.values():
        if start >= 0:
            assert dict(lengths(diagram, start)) == _by_hand(diagram, start)


@pytest.mark.parametrize(
    ("found", "middle", "most"),
    [
        ({1: Fraction(1)}, 1, 1),
        ({1: Fraction(1, 2), 9: Fraction(1, 2)}, 1, 9),
        ({1: Fraction(49, 100), 3: Fraction(2, 100), 9: Fraction(49, 100)}, 3, 9),
    ],
)
def test_median_and_most(found: dict[int, Fraction], middle: int, most: int) -> None:
    assert (median(found), longest(found)) == (middle, most)
