# SPDX-License-Identifier: MIT
"""The proofs of invariants: what they find is really there, and nothing is missed.

Each shipped invariant is broken by some one wrong target in the shipped guides; random small
libraries are compared with a list of all situations.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from generator.catalogue import catalogue, holds
from generator.diagram import Diagram, Edge, always_asked, ever_asked
from generator.folder import read_folder
from generator.guards import Is
from generator.invariants import Broken, Prover
from generator.model import Invariant, Library
from generator.parse import parse
from generator.program import flatten
from generator.rules import invariant_broken, invariant_vacuous
from generator.rules.subject import Finding, Proved
from generator.specialise import specialise
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


def test_every_shipped_invariant_holds_and_says_something(shipped: Library) -> None:
    subject = compiled(shipped)
    assert list(invariant_broken.check(subject)) == []
    assert list(invariant_vacuous.check(subject)) == []


def test_every_shipped_invariant_can_be_broken_by_one_wrong_target(shipped: Library) -> None:
    subject = compiled(shipped)
    for invariant in shipped.invariants:
        mutant = next(mutants_that_break(subject, invariant), None)
        assert mutant is not None, f"no wrong target breaks {invariant.name}"
        found = next(f for f in invariant_broken.check(mutant) if f.span == invariant.name.span)
        assert f"“{invariant.says}”" in found.message
        broken = next(Prover(mutant.library, mutant.diagram).broken(invariant))
        assert_in_words(found, broken, mutant)
        assert_leads_there(broken, mutant.diagram)


def mutants_that_break(subject: Proved, invariant: Invariant) -> Iterator[Proved]:
    """The guides with one edge into an outcome led to another, where that breaks `invariant`."""
    prover = Prover(subject.library, subject.diagram)
    chance = Random(str(invariant.name))
    outcomes = chance.sample(range(len(subject.diagram.outcomes)), len(subject.diagram.outcomes))
    for index, option in dict.fromkeys(last_steps(prover, invariant)):
        for outcome in outcomes:
            diagram = with_edge(subject.diagram, index, option, -outcome - 1)
            if any(Prover(subject.library, diagram).broken(invariant)):
                yield replace(subject, diagram=diagram)


def last_steps(prover: Prover, invariant: Invariant) -> Iterator[tuple[int, str]]:
    """Where some of those whom the invariant is about, and some others, reach their outcome."""
    diagram, when = prover.diagram, invariant.when
    pair = invariant.monotone or invariant.irrelevant
    watch = [*([when] if when is not None else []), *([Is(pair.fact, ())] if pair else [])]
    about = invariant.only is None
    sought: list[Callable[[Mapping[str, str]], bool]] = [
        lambda known: (when is None or bool(holds(when, known, diagram.facts))) is about
    ]
    if pair is not None:
        options = diagram.facts.facts[str(pair.fact)].options
        sought += [lambda known, o=o: known.get(str(pair.fact)) == o for o in options]  # type: ignore[misc]
    everywhere = dict.fromkeys(diagram.outcomes, watch)
    for wanted in sought:
        for tree, start in diagram.starts.items():
            if not invariant.trees or tree in invariant.trees:
                found = prover.situations.first([start], everywhere, lambda _, a, w=wanted: w(a))  # type: ignore[misc]
                if found is not None:
                    answers = dict(found[0])
                    turns = ([str(pair.fact)] if pair else []) + list(answers)[-1:]
                    for fact in turns:
                        if fact in answers:
                            rest = {f: o for f, o in answers.items() if f != fact}
                            yield diagram.walk(start, rest)[0], answers[fact]


def with_edge(diagram: Diagram, index: int, option: str, to: int) -> Diagram:
    """`diagram`, but `option` leads from node `index` straight to `to`."""
    node = diagram.nodes[index]
    rest = [replace(e, options=tuple(o for o in e.options if o != option)) for e in node.edges]
    edges = (*(edge for edge in rest if edge.options), Edge((option,), to))
    nodes = (*diagram.nodes[:index], replace(node, edges=edges), *diagram.nodes[index + 1 :])
    return Diagram(nodes, diagram.outcomes, diagram.starts, diagram.facts)


def assert_leads_there(broken: Broken, diagram: Diagram) -> None:
    """The example ends at the outcomes it names."""
    sides = [{broken.fact: broken.before}, {broken.fact: broken.after}] if broken.fact else [{}]
    for side, outcome in zip(sides, broken.outcomes, strict=True):
        # What the example leaves open must not matter, so the first option does as well.
        open_facts = {fact: info.options[0] for fact, info in diagram.facts.facts.items()}
        answers = {**open_facts, **dict(broken.example), **side}
        at, _ = diagram.walk(diagram.starts[broken.tree], answers)
        assert diagram.outcome(at) == outcome


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
