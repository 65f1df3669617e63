# SPDX-License-Identifier: MIT
"""The proofs of invariants: what they find is really there, and nothing is missed.

Each shipped invariant is broken by some one wrong target in the shipped guides; random small
libraries are compared with a list of all situations.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from generator.catalogue import catalogue, holds
from generator.diagram import Diagram, Edge, always_asked, ever_asked
from generator.folder import read_folder
from generator.guards import Is
from generator.invariants import Broken, Prover
from generator.located import Located
from generator.model import Invariant, Library, Outcome
from generator.model.outcomes import Part
from generator.parse import parse
from generator.program import flatten
from generator.rules import invariant_broken, invariant_vacuous
from generator.rules.subject import Finding, Proved
from generator.specialise import specialise
from tests.naive_proofs import SHOWN_BY, End, Listed, breaks, end, pairs, touches, two_break
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


def test_every_shipped_invariant_can_be_broken_by_one_slip(shipped: Library) -> None:
    subject = compiled(shipped)
    prover = Prover(subject.library, subject.diagram)
    for invariant in shipped.invariants:
        mutant, broken = broken_by_one(subject, prover, invariant)
        (found,) = invariant_broken.check(only_with(mutant, invariant))
        assert f"“{invariant.says}”" in found.message
        assert_in_words(found, broken, mutant)
        assert_leads_there(broken, mutant.diagram)


def broken_by_one(subject: Proved, prover: Prover, invariant: Invariant) -> tuple[Proved, Broken]:
    """`subject` with one edge leading elsewhere so that `invariant` no longer holds."""
    for start, answers in witnesses(prover, invariant):
        for fact, to in wrong_ends(subject, invariant, start, answers):
            rest = {f: o for f, o in answers.items() if f != fact}
            at, _ = subject.diagram.walk(start, rest)
            if at >= 0:
                mutant = replace(subject, diagram=with_edge(subject.diagram, at, answers[fact], to))
                broken = next(Prover(mutant.library, mutant.diagram).broken(invariant), None)
                if broken is not None:
                    return mutant, broken
    return shown_to_all(subject, invariant)


def shown_to_all(subject: Proved, invariant: Invariant) -> tuple[Proved, Broken]:
    """`subject` with the conditions left off that keep a part from some."""
    outcomes = {
        name: outcome.model_copy(update=dict(bare_sections(outcome, invariant)))
        for name, outcome in subject.library.outcomes.items()
    }
    mutant = replace(subject, library=replace(subject.library, outcomes=outcomes))
    broken = next(Prover(mutant.library, mutant.diagram).broken(invariant), None)
    assert broken is not None, f"no wrong target and no lost condition breaks {invariant.name}"
    return mutant, broken


def bare_sections(outcome: Outcome, invariant: Invariant) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """The parts that the invariant forbids to some, without their conditions."""
    assert invariant.never is not None
    for kind, sections in {**SHOWN_BY, "provision": ("provisions",)}.items():
        named = set(map(str, getattr(invariant.never, kind)))
        for section in sections:
            yield (
                section,
                tuple(
                    part.model_copy(update={"when": None}) if getattr(part, kind) in named else part
                    for part in getattr(outcome, section)
                ),
            )


def witnesses(prover: Prover, invariant: Invariant) -> Iterator[tuple[int, dict[str, str]]]:
    """A way of answering for those whom the invariant is about (for *only*: for all others)."""
    diagram, when = prover.diagram, invariant.when
    pair = invariant.monotone or invariant.irrelevant
    about = invariant.only is None
    options = diagram.facts.facts[str(pair.fact)].options if pair else ("",)
    for option in options:
        watch = [] if when is None else [when]
        if pair is not None:
            watch.append(Is(pair.fact, (Located(option, pair.fact.span),)))

        def wanted(_: str, known: Mapping[str, str], option: str = option) -> bool:
            met = when is None or bool(holds(when, known, diagram.facts))
            return met is about and (pair is None or known.get(str(pair.fact)) == option)

        for tree, start in diagram.starts.items():
            if not invariant.trees or tree in invariant.trees:
                found = prover.situations.first(
                    [start], dict.fromkeys(diagram.outcomes, watch), wanted
                )
                if found is not None:
                    yield start, dict(found[0])
        for chance in map(Random, range(200)):
            start = chance.choice([diagram.starts[t] for t in invariant.trees or diagram.starts])
            walked = some_end(diagram, start, {}, chance)
            if wanted(walked.outcome, walked.answers):
                yield start, walked.answers


def wrong_ends(
    subject: Proved, invariant: Invariant, start: int, answers: dict[str, str]
) -> Iterator[tuple[str, int]]:
    """(fact, place): answering `fact` may lead there, and by the naive reading it must not."""
    pair = invariant.monotone or invariant.irrelevant
    names = subject.diagram.outcomes
    for number, name in enumerate(names):
        at = End(name, answers)
        if pair is None:
            if breaks(subject.library, invariant, at):
                yield list(answers)[-1], -number - 1
            continue
        fact = str(pair.fact)
        earlier = dict(list(answers.items())[: list(answers).index(fact)])
        for before, after in pairs(subject.library, invariant, subject.facts.facts[fact].options):
            if answers[fact] in (before, after):
                other = after if answers[fact] == before else before
                for chance in map(Random, range(6)):
                    there = some_end(subject.diagram, start, {**earlier, fact: other}, chance)
                    ends = (at, there) if answers[fact] == before else (there, at)
                    if two_break(subject.library, invariant, *ends):
                        yield fact, -number - 1
                        break


def some_end(diagram: Diagram, start: int, answers: dict[str, str], chance: Random) -> End:
    """Where `answers` lead, with any answer to what they leave open."""
    at, _ = diagram.walk(start, answers)
    while at >= 0:
        fact = diagram.nodes[at].fact
        answers = {**answers, fact: chance.choice(diagram.facts.facts[fact].options)}
        at, _ = diagram.walk(start, answers)
    return End(diagram.outcome(at), answers)


def only_with(subject: Proved, invariant: Invariant) -> Proved:
    """`subject` with no other invariant."""
    return replace(subject, library=replace(subject.library, invariants=(invariant,)))


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
