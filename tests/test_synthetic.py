# SPDX-License-Identifier: MIT
"""The made-up trees that the benchmarks measure: same by seed, sound unless a fault was put in."""

from __future__ import annotations

import importlib
from itertools import combinations

import pytest

from benchmarks import authoring, synthetic
from benchmarks.peers import enumeration, ours
from benchmarks.synthetic import Input
from generator.catalogue import catalogue
from generator.diagram import census
from generator.parse import parse
from generator.program import flatten
from generator.specialise import specialise

SEEDS = (1, 2, 3)
STATES = 100_000


def small(seed: int, fault: str = "") -> Input:
    return synthetic.guarded(seed, questions=6, options=3, window=4, fault=fault)


def proved(given: Input) -> str:
    return ours.prove(given.program, given.facts, STATES)


def test_a_seed_gives_the_same_tree_every_time() -> None:
    assert synthetic.guarded(7, questions=40) == synthetic.guarded(7, questions=40)
    assert synthetic.exploding(7, pairs=4) == synthetic.exploding(7, pairs=4)
    assert synthetic.revision(7) == synthetic.revision(7)


def test_different_seeds_give_different_trees() -> None:
    trees = [small(seed).program for seed in SEEDS]
    assert all(one != other for one, other in combinations(trees, 2))


@pytest.mark.parametrize("seed", SEEDS)
def test_sound_trees_are_proved_and_every_question_is_reached(seed: int) -> None:
    given = small(seed)
    result = specialise(given.program, given.facts)
    assert result.faults == ()
    assert result.reached_steps == frozenset(given.program.steps)


@pytest.mark.parametrize("fault", ["gap", "overlap"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_fault_is_found_where_it_was_put(seed: int, fault: str) -> None:
    given = small(seed, fault)
    assert given.expected == f"{fault} synthetic:5:{1 if fault == 'gap' else 2}"
    assert proved(given) == given.expected


@pytest.mark.parametrize("fault", ["", "gap", "overlap"])
@pytest.mark.parametrize("seed", SEEDS)
def test_plain_enumeration_gives_the_same_verdict(seed: int, fault: str) -> None:
    given = small(seed, fault)
    assert enumeration.prove(given.program, given.facts) == given.expected


@pytest.mark.parametrize("fault", ["", "gap", "overlap"])
@pytest.mark.parametrize("peer", ["smt", "bdd"])
def test_the_symbolic_peers_give_the_same_verdict(peer: str, fault: str) -> None:
    pytest.importorskip({"smt": "z3", "bdd": "dd.cudd"}[peer])
    prove = importlib.import_module(f"benchmarks.peers.{peer}").prove
    for seed in SEEDS:
        given = small(seed, fault)
        assert prove(given.program, given.facts) == given.expected


def test_some_transitions_are_sound_only_because_of_the_way_there() -> None:
    """Asked out of context, the same transitions have faults: the proof must look at the way."""
    made = [synthetic.guarded(seed, questions=12, options=4, window=4) for seed in range(8)]
    leaning = [g for g in made if any(_faulty_alone(g, step) for step in g.program.steps)]
    assert leaning
    assert {proved(given) for given in leaning} == {synthetic.SOUND}


def _faulty_alone(given: Input, step: str) -> bool:
    move = next(iter(given.program.steps[step].moves.values()))
    return enumeration.verdict_alone(move, given.facts) != synthetic.SOUND


def test_independent_questions_are_counted_exactly() -> None:
    given = synthetic.independent(18, 10)
    result = specialise(given.program, given.facts)
    assert result.diagram is not None
    assert census(result.diagram, "t").situations == 10**18


def test_a_tree_that_explodes_is_refused_with_the_answers_to_blame() -> None:
    given = synthetic.exploding(1, pairs=5, options=3)
    verdict = ours.prove(given.program, given.facts, 200)
    assert verdict.startswith("refused: ")
    assert set(verdict.removeprefix("refused: ").split(", ")) <= set(given.facts.facts)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_revision_is_sound_and_differs(seed: int) -> None:
    before, after = synthetic.revision(seed, questions=9, options=4)
    assert before.program != after.program
    assert before.facts.facts.keys() == after.facts.facts.keys()
    assert proved(before) == proved(after) == synthetic.SOUND


def test_a_made_up_tree_can_be_written_down_and_read_again() -> None:
    for given in synthetic.revision(4, questions=9, options=4):
        library = parse(authoring.sources(given)).library
        facts = catalogue(library.facts)
        again = specialise(flatten(library, facts), facts)
        made = specialise(given.program, given.facts)
        assert again.diagram is not None
        assert made.diagram is not None
        ours, theirs = census(again.diagram, "demo"), census(made.diagram, "t")
        assert (ours.situations, ours.by_outcome) == (theirs.situations, theirs.by_outcome)
