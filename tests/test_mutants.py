# SPDX-License-Identifier: MIT
"""Slips in the shipped trees do not go unnoticed."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from benchmarks.judging import Judgement, checked, judge
from benchmarks.mutants import KINDS, Mutant
from benchmarks.mutating import COUNT, ROOT, Score, score
from generator.check import CheckedLibrary
from generator.compare import compare
from generator.folder import read_folder
from generator.parse import parse
from tests.interpreter import interpret

SAMPLE = 40  # `make bench` judges more
ROWS = 25  # of every guide


@pytest.fixture(scope="module")
def clean() -> CheckedLibrary:
    library = checked(parse(read_folder(ROOT / "decision_trees")).library)
    assert library is not None
    return library


@pytest.fixture(scope="module")
def judged() -> Score:
    return score(SAMPLE)


Situation = tuple[str, dict[str, str], tuple[str, list[str]]]
"""A guide, an answer to every fact, and the outcome with what is asked on the way."""


@pytest.fixture(scope="module")
def situations(clean: CheckedLibrary) -> list[Situation]:
    """Random situations with what the naive reading of the clean trees says of them."""
    chance = random.Random(7)
    facts = clean.facts.facts
    rows = [
        (str(tree), {f: chance.choice(info.options) for f, info in facts.items()})
        for tree in clean.library.trees
        for _ in range(ROWS)
    ]
    return [(tree, row, interpret(clean.library, tree, row)) for tree, row in rows]


def test_there_are_enough_mutants_of_every_kind(judged: Score) -> None:
    kinds = Counter(mutant.kind for mutant, _ in judged.judged)
    assert len(judged.judged) == SAMPLE <= COUNT
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 5, kinds


def test_nothing_is_reported_on_the_clean_trees(clean: CheckedLibrary) -> None:
    found = judge(clean, Mutant("none", "nothing", clean.library))
    assert (found.by_check, found.killed, found.by_diff) == (False, False, False)
    assert compare(clean, clean).empty


def test_what_a_naive_reader_notices_is_reported(
    judged: Score, situations: list[Situation]
) -> None:
    noticed = 0
    for mutant, found in judged.judged:
        if found.after is None:
            continue
        if any(interpret(mutant.library, tree, row) != said for tree, row, said in situations):
            noticed += 1
            assert found.by_diff, mutant.what
    assert noticed >= 4


def test_the_examples_of_the_diff_are_real(judged: Score, clean: CheckedLibrary) -> None:
    shown = 0
    for mutant, found in judged.judged:
        for change in found.changes[:3]:
            row = _filled(dict(change.example.answers), clean)
            assert change.before is not None
            assert change.after is not None
            told = {
                (interpret(clean.library, tree, row)[0], interpret(mutant.library, tree, row)[0])
                for tree in map(str, clean.library.trees)
            }
            assert (change.before.outcome, change.after.outcome) in told, mutant.what
            shown += 1
    assert shown >= 18


def _filled(answers: dict[str, str], clean: CheckedLibrary) -> dict[str, str]:
    return {f: answers.get(f, info.options[0]) for f, info in clean.facts.facts.items()}


def test_every_mutant_is_refused_reported_or_harmless(
    judged: Score, situations: list[Situation]
) -> None:
    for mutant, found in judged.judged:
        if not (found.by_check or found.killed or found.by_diff):
            for tree, row, said in situations:
                assert interpret(mutant.library, tree, row) == said, mutant.what


def test_reordering_changes_nothing(judged: Score) -> None:
    for mutant, found in judged.judged:
        if mutant.kind == "reorder":
            assert found == Judgement(by_check=False, after=found.after), mutant.what


def test_scenarios_and_invariants_alone_kill_nearly_all(judged: Score) -> None:
    survivors = [f"{mutant.kind}: {mutant.what}" for mutant, _ in judged.survivors]
    print(f"mutation score {judged.share:.1%} of {len(judged.changing)}; survivors: {survivors}")
    assert len(judged.changing) >= 9
    assert judged.share >= 0.95, survivors
