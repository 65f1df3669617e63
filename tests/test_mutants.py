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
from generator.model import Library
from generator.parse import parse
from tests.interpreter import interpret

TREE = "full-refund"
SAMPLE = 40  # `make bench` judges more, and compares all guides


@pytest.fixture(scope="module")
def clean() -> CheckedLibrary:
    library = checked(parse(read_folder(ROOT / "decision_trees")).library)
    assert library is not None
    return library


@pytest.fixture(scope="module")
def judged() -> Score:
    return score(SAMPLE, trees=(TREE,))


@pytest.fixture(scope="module")
def situations(clean: CheckedLibrary) -> list[tuple[dict[str, str], str, list[str]]]:
    """Random situations with what the naive reading of the clean trees says of them."""
    chance = random.Random(7)
    facts = clean.facts.facts
    rows = [{f: chance.choice(info.options) for f, info in facts.items()} for _ in range(150)]
    return [(row, *interpret(clean.library, TREE, row)) for row in rows]


def test_there_are_enough_mutants_of_every_kind(judged: Score) -> None:
    kinds = Counter(mutant.kind for mutant, _ in judged.judged)
    assert len(judged.judged) == SAMPLE <= COUNT
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 2, kinds


def test_nothing_is_reported_on_the_clean_trees(clean: CheckedLibrary) -> None:
    found = judge(clean, Mutant("none", "nothing", clean.library))
    assert (found.by_check, found.killed, found.by_diff) == (False, False, False)
    assert compare(clean, clean).empty


def test_what_a_naive_reader_notices_is_reported(
    judged: Score, situations: list[tuple[dict[str, str], str, list[str]]]
) -> None:
    noticed = 0
    for mutant, found in judged.judged:
        if found.after is None:
            continue
        if any(_reads(mutant.library, row) != (end, asked) for row, end, asked in situations):
            noticed += 1
            assert found.by_diff, mutant.what
    assert noticed >= 4


def _reads(library: Library, row: dict[str, str]) -> tuple[str, list[str]]:
    return interpret(library, TREE, row)


def test_the_examples_of_the_diff_are_real(judged: Score, clean: CheckedLibrary) -> None:
    shown = 0
    for mutant, found in judged.judged:
        for change in found.changes[:3]:
            row = _filled(dict(change.example.answers), clean)
            before, _ = interpret(clean.library, TREE, row)
            after, _ = interpret(mutant.library, TREE, row)
            assert change.before is not None
            assert change.after is not None
            assert (before, after) == (change.before.outcome, change.after.outcome), mutant.what
            shown += 1
    assert shown >= 6


def _filled(answers: dict[str, str], clean: CheckedLibrary) -> dict[str, str]:
    return {f: answers.get(f, info.options[0]) for f, info in clean.facts.facts.items()}


def test_every_mutant_is_refused_reported_or_harmless(
    judged: Score, situations: list[tuple[dict[str, str], str, list[str]]]
) -> None:
    for mutant, found in judged.judged:
        if not (found.by_check or found.killed or found.by_diff):
            for row, end, asked in situations:
                assert _reads(mutant.library, row) == (end, asked), mutant.what


def test_reordering_changes_nothing(judged: Score) -> None:
    for mutant, found in judged.judged:
        if mutant.kind == "reorder":
            assert found == Judgement(by_check=False, after=found.after), mutant.what


def test_scenarios_and_invariants_alone_kill_nearly_all(judged: Score) -> None:
    survivors = [f"{mutant.kind}: {mutant.what}" for mutant, _ in judged.survivors]
    print(f"mutation score {judged.share:.1%} of {len(judged.changing)}; survivors: {survivors}")
    assert len(judged.changing) >= 7
    assert judged.share >= 0.85, survivors
