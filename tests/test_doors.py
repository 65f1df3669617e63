# SPDX-License-Identifier: MIT
"""Two guides never contradict each other: the proof, against comparing situations one by one."""

from __future__ import annotations

from itertools import product

import pytest

from generator.rules import doors_disagree
from generator.rules.subject import Proved
from tests.random_libraries import proved


def _contradictions(subject: Proved) -> int:
    """Situations of the facts that either guide can ask in which both claim different things."""
    diagram, library = subject.diagram, subject.library
    one, other = (diagram.starts[str(tree)] for tree in library.trees)
    asked = {diagram.nodes[i].fact for start in (one, other) for i in diagram.reachable(start)}
    facts = sorted(asked)
    found = 0
    for options in product(*(subject.facts.facts[fact].options for fact in facts)):
        answers = dict(zip(facts, options, strict=True))
        ends = [diagram.outcome(diagram.walk(start, answers)[0]) for start in (one, other)]
        verdicts = [library.outcomes[end].verdict for end in ends]
        claims = [str(v) for v in verdicts if not library.verdicts[v].neutral]
        found += len(set(claims)) == 2
    return found


@pytest.mark.parametrize("seed", range(40))
def test_a_contradiction_is_found_exactly_where_there_is_one(seed: int) -> None:
    subject = proved(seed)
    told = list(doors_disagree.check(subject))
    assert bool(told) == (_contradictions(subject) > 0)


def test_some_random_guides_contradict_each_other_and_some_do_not() -> None:
    found = {_contradictions(proved(seed)) > 0 for seed in range(40)}
    assert found == {True, False}
