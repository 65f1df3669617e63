# SPDX-License-Identifier: MIT
"""The proofs of invariants: what they find is really there, and nothing is missed.

The shipped invariants are each broken by a mutant of the shipped files; random small libraries
are compared with a list of all situations.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from random import Random

import pytest

from generator.catalogue import catalogue
from generator.diagram import always_asked, ever_asked
from generator.folder import read_folder
from generator.invariants import Broken, Prover
from generator.model import Invariant, Library
from generator.parse import parse
from generator.program import flatten
from generator.rules import invariant_broken, invariant_vacuous
from generator.rules.subject import Finding, Proved
from generator.specialise import specialise
from tests.invariant_mutants import MUTANTS, Edit
from tests.naive_proofs import Listed, breaks, end, touches, two_break
from tests.random_libraries import proved

TREES = Path(__file__).parents[1] / "decision_trees"
SOURCES = read_folder(TREES)
SEEDS = range(200)

# ---- the shipped invariants ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped() -> Library:
    parsed = parse(SOURCES)
    assert parsed.problems == ()
    return parsed.library


def compiled(library: Library) -> Proved:
    facts = catalogue(library.facts)
    result = specialise(flatten(library, facts), facts)
    assert result.diagram is not None, result.faults
    asked = always_asked(result.diagram), ever_asked(result.diagram)
    return Proved(library, facts, result, result.diagram, *asked)


def mutated(library: Library, edits: tuple[Edit, ...]) -> Library:
    """`library` with the edited files read again."""
    texts = {edit.path: SOURCES[edit.path].decode() for edit in edits}
    for edit in edits:
        assert texts[edit.path].count(edit.old) == 1, edit
        texts[edit.path] = texts[edit.path].replace(edit.old, edit.new)
    again = parse({path: text.encode() for path, text in texts.items()})
    assert again.problems == ()
    kinds = [f.name for f in fields(Library) if f.name not in ("scenarios", "invariants")]
    changes = {k: {**getattr(library, k), **getattr(again.library, k)} for k in kinds}
    return replace(library, **changes)


def test_every_shipped_invariant_holds_and_says_something(shipped: Library) -> None:
    subject = compiled(shipped)
    assert list(invariant_broken.check(subject)) == []
    assert list(invariant_vacuous.check(subject)) == []


def test_every_shipped_invariant_has_a_mutant(shipped: Library) -> None:
    assert sorted(MUTANTS) == sorted(str(invariant.name) for invariant in shipped.invariants)


@pytest.mark.parametrize("name", MUTANTS)
def test_its_mutant_is_reported_with_a_situation_that_breaks_it(
    shipped: Library, name: str
) -> None:
    subject = compiled(mutated(shipped, MUTANTS[name]))
    invariant = next(i for i in subject.library.invariants if i.name == name)
    found = next(f for f in invariant_broken.check(subject) if f.span == invariant.name.span)
    assert f"“{invariant.says}”" in found.message
    broken = next(iter(Prover(subject.library, subject.diagram).broken(invariant)))
    assert_in_words(found, broken, subject)
    for others in fillings(listed(subject).options, Random(name)):
        assert really_breaks(subject.library, invariant, broken, others)


def assert_in_words(found: Finding, broken: Broken, subject: Proved) -> None:
    """The message names each answer of the example and where it leads."""
    sides = [(broken.fact, broken.before), (broken.fact, broken.after)] if broken.fact else []
    for fact, option in (*broken.example, *sides):
        info = subject.library.facts.get(fact)
        if info is not None:
            label = f"{info.label}＝{info.options[option].short or info.options[option].label}"
            assert label in found.message
    assert all(f"“{outcome}”" in found.message for outcome in broken.outcomes)


def fillings(options: Mapping[str, Collection[str]], chance: Random) -> Iterator[dict[str, str]]:
    """Answers to everything, for what an example leaves open: it must not matter."""
    for _ in range(5):
        yield {fact: chance.choice(tuple(names)) for fact, names in options.items()}


def really_breaks(
    library: Library, invariant: Invariant, broken: Broken, others: Mapping[str, str]
) -> bool:
    """Whether the naive reading agrees that the example breaks the invariant, as it says."""
    situation = {**others, **dict(broken.example)}
    if not broken.fact:
        at = end(library, broken.tree, situation)
        as_said = (at.outcome,) == broken.outcomes and list(at.answers) == list(
            dict(broken.example)
        )
        return as_said and breaks(library, invariant, at)
    before = end(library, broken.tree, {**situation, broken.fact: broken.before})
    after = end(library, broken.tree, {**situation, broken.fact: broken.after})
    as_said = (before.outcome, after.outcome) == broken.outcomes
    return as_said and two_break(library, invariant, before, after)


# ---- random libraries against a list of all situations ------------------------------------------


@pytest.fixture(scope="module")
def libraries() -> list[tuple[Proved, Listed]]:
    """The library of each seed, compiled and listed."""
    return [(subject, listed(subject)) for subject in map(proved, SEEDS)]


def listed(subject: Proved) -> Listed:
    options = {fact: info.options for fact, info in subject.facts.facts.items()}
    return Listed(subject.library, options)


def kind(invariant: Invariant) -> str:
    kinds = ("never", "always", "only", "monotone", "irrelevant")
    return next(name for name in kinds if getattr(invariant, name) is not None)


def test_an_invariant_is_broken_exactly_where_a_situation_breaks_it(
    libraries: list[tuple[Proved, Listed]],
) -> None:
    told = set()
    for seed, (subject, all_of) in enumerate(libraries):
        prover = Prover(subject.library, subject.diagram)
        for invariant in subject.library.invariants:
            reported = {broken.tree: broken for broken in prover.broken(invariant)}
            wanted = {t: all_of.breaking(invariant, t) for t in all_of.trees(invariant)}
            where = f"seed {seed}, {invariant.name}"
            assert sorted(reported) == sorted(t for t, found in wanted.items() if found), where
            told |= {(kind(invariant), bool(found)) for found in wanted.values()}
            for tree, broken in reported.items():
                for others in fillings(all_of.options, Random(seed)):
                    assert really_breaks(subject.library, invariant, broken, others), where
                if not broken.fact:
                    fewest = min(len(at.answers) for at in wanted[tree])
                    assert len(broken.example) == fewest, f"{where}: not the smallest"
    assert len(told) == 10, "each kind of invariant should be met broken and kept"


def test_an_invariant_is_vacuous_exactly_if_no_situation_is_touched(
    libraries: list[tuple[Proved, Listed]],
) -> None:
    told = set()
    for seed, (subject, all_of) in enumerate(libraries):
        prover = Prover(subject.library, subject.diagram)
        for invariant in subject.library.invariants:
            ends = [at for t in all_of.trees(invariant) for at in all_of.ends[t].values()]
            touched = any(touches(subject.library, invariant, at) for at in ends)
            empty = not (touched and all_of.compares(invariant))
            assert prover.vacuous(invariant) == empty, f"seed {seed}, {invariant.name}"
            told.add((kind(invariant), empty))
    assert len(told) == 10, "each kind of invariant should be met empty and not"
