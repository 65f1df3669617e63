# SPDX-License-Identifier: MIT
"""今天就做 is short: whoever reads it is tired."""

from __future__ import annotations

from itertools import product

import pytest

from generator.catalogue import holds
from generator.check import CheckedLibrary
from generator.guards import UNASKED, atoms
from generator.model import Outcome
from generator.situations import Situations
from tests import shipped as ours

MOST, IN_AN_EMERGENCY = 3, 4
URGENT = {"call-110", "freeze-and-report-payment"}
"""Whoever is told to do one of these today has money that may still be saved."""


@pytest.fixture(scope="module")
def shipped() -> CheckedLibrary:
    return ours.library()


def longest(shipped: CheckedLibrary, outcome: Outcome, possible: dict[str, list[str]]) -> set[str]:
    """The most actions of today that any answers show together."""
    parts = [(str(part.action), part.when) for part in outcome.today]
    facts = sorted({str(a.fact) for _, when in parts if when is not None for a in atoms(when)})
    most: set[str] = set()
    for row in product(*(possible.get(fact, [UNASKED]) for fact in facts)):
        answers = {f: option for f, option in zip(facts, row, strict=True) if option != UNASKED}
        told = {
            action
            for action, when in parts
            if when is None or holds(when, answers, shipped.facts) is True
        }
        most = max(most, told, key=len)
    return most


def test_today_is_at_most_three_things_or_four_in_an_emergency(shipped: CheckedLibrary) -> None:
    possible = Situations(shipped.diagram).possible
    found = {
        name: longest(shipped, outcome, {f: sorted(o) for f, o in possible[str(name)].items()})
        for name, outcome in shipped.library.outcomes.items()
        if str(name) in possible
    }
    assert len(found) > 100
    assert all(found.values())
    long = {
        str(name): told
        for name, told in found.items()
        if len(told) > (IN_AN_EMERGENCY if told & URGENT else MOST)
    }
    assert not long
