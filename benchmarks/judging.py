# SPDX-License-Identifier: MIT
"""Judging mutants: what notices each of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from benchmarks.mutants import Mutant
from generator import rules
from generator.catalogue import catalogue
from generator.check import CheckedLibrary
from generator.compare.asking import asking
from generator.compare.names import names
from generator.compare.results import Change
from generator.compare.routes import Pair, Side
from generator.diagram import always_asked, ever_asked
from generator.forest import Forest
from generator.labelling import Words
from generator.model import Library
from generator.problems import Severity
from generator.program import flatten
from generator.rules.subject import Compiled, Proved, Subject
from generator.specialise import specialise

_REFERENCES = (rules.dangling_target, rules.question_shape)


@dataclass(frozen=True)
class Judgement:
    """Who notices a mutant.

    `after` is None if the mutant is refused before there is anything to compare. `changes` are
    the classes of situations with another outcome, `asked` counts situations asked something
    else; the diff notices a mutant that has either.
    """

    by_check: bool
    by_scenarios: bool = False
    by_invariants: bool = False
    changes: tuple[Change, ...] = ()
    asked: int = 0
    after: CheckedLibrary | None = None

    @property
    def by_diff(self) -> bool:
        """Whether the diff reports anything."""
        return bool(self.changes or self.asked)

    @property
    def killed(self) -> bool:
        """Whether the editors' own scenarios and invariants notice."""
        return self.by_scenarios or self.by_invariants


def checked(library: Library) -> CheckedLibrary | None:
    """`library` compiled, or None if its references or its routes are unsound."""
    facts = catalogue(library.facts)
    if any(True for rule in _REFERENCES for _ in rule.check(Subject(library, facts))):
        return None
    result = specialise(flatten(library, facts), facts)
    if result.diagram is None:
        return None
    return CheckedLibrary(library, facts, result.diagram, result)


def judge(
    original: CheckedLibrary, mutant: Mutant, trees: Collection[str] | None = None
) -> Judgement:
    """Check, play the scenarios, prove the invariants, and compare with the original.

    Only `trees` are compared, if given; they share most of what they ask.
    """
    after = checked(mutant.library)
    if after is None:
        return Judgement(by_check=True)
    proved = Proved(
        after.library,
        after.facts,
        after.compiled,
        after.diagram,
        always_asked(after.diagram),
        ever_asked(after.diagram),
    )
    pairs = _pairs(original, after, trees)
    changes = tuple(change for pair in pairs for change in pair.changes())
    asked = sum(found.newly + found.dropped for pair in pairs for found in asking(pair))
    # Where every situation is told and asked the same, stories and invariants have nothing to see.
    told = bool(changes or asked)
    return Judgement(
        by_check=_refused(proved),
        by_scenarios=told and any(True for _ in rules.scenario_fails.check(proved)),
        by_invariants=told and any(True for _ in rules.invariant_broken.check(proved)),
        changes=changes,
        asked=asked,
        after=after,
    )


def _refused(proved: Proved) -> bool:
    graph = Compiled(proved.library, proved.facts, proved.result)
    found = [f for rule in rules.GRAPH_RULES for f in rule.check(graph)]
    found += rules.unreachable_outcome.check(proved)
    return any(finding.severity is Severity.ERROR for finding in found)


def _pairs(
    before: CheckedLibrary, after: CheckedLibrary, trees: Collection[str] | None
) -> list[Pair]:
    joint = names(before, after)
    return [
        Pair(
            Side(before, str(tree), joint.old),
            Side(after, str(tree), Words()),
            joint,
            Forest(joint.options),
        )
        for tree in after.library.trees
        if trees is None or tree in trees
    ]
