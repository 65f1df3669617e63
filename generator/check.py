# SPDX-License-Identifier: MIT
"""Runs the rules in four rounds. The only maker of CheckedLibrary.

Sizes first: what they refuse would keep the others busy for hours. Then references: while any is
broken nothing can be compiled. Then the compiled program, then the diagram. Each round reports
everything it finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator import rules
from generator.catalogue import Catalogue, catalogue
from generator.diagram import Diagram, always_asked, ever_asked
from generator.ledger import FILE as LEDGER
from generator.ledger import read_ledger
from generator.model import Library
from generator.parse import parse
from generator.problems import Problem, Severity, has_errors
from generator.program import flatten
from generator.rules.subject import Compiled, Finding, Proved, Subject
from generator.scenarios import given
from generator.specialise import Specialised, specialise
from generator.statutes.seals import FILE as SEALS
from generator.statutes.seals import read_seals


@dataclass(frozen=True)
class CheckedLibrary:
    """A library that is proved sound: every reference resolves, every situation has one outcome."""

    library: Library
    facts: Catalogue
    diagram: Diagram
    compiled: Specialised

    @cached_property
    def entries(self) -> Mapping[str, int]:
        """For each tree the node at which its page opens: past what it takes as given."""
        return {
            str(name): self.diagram.walk(self.diagram.starts[str(name)], given(tree))[0]
            for name, tree in self.library.trees.items()
        }


@dataclass(frozen=True)
class Checked:
    """`library` is None if there were errors; `problems` also holds warnings."""

    library: CheckedLibrary | None
    problems: tuple[Problem, ...]


def check(sources: Mapping[str, bytes], today: str = "") -> Checked:
    """Parse and prove `sources` (paths relative to the trees folder, to bytes).

    `today` (an ISO 8601 date, or empty) is only used to warn of review dates that have passed;
    a build gives none, so that its result does not depend on the day.
    """
    parsed = parse(sources)
    ledger = read_ledger(sources[LEDGER]) if LEDGER in sources else None
    malformed = (*parsed.problems, *(ledger.problems if ledger else ()))
    if has_errors(malformed):
        return Checked(None, tuple(sorted(malformed)))
    seals = read_seals(sources[SEALS]) if SEALS in sources else None
    subject = Subject(parsed.library, catalogue(parsed.library.facts), today, ledger, seals)
    found = list(malformed)
    for some in (rules.SIZE_RULES, rules.REFERENCE_RULES):
        found += _run(some, subject)
        if has_errors(found):
            return Checked(None, tuple(sorted(found)))
    return _prove(subject, found)


# What compiling takes for granted.
_NEEDED = (
    rules.dangling_target,
    rules.unknown_fact,
    rules.unknown_option,
    rules.unknown_piece,
    rules.unknown_provision,
    rules.unknown_subtree,
    rules.subtree_size,
    rules.wide_condition,
    rules.unbound_exit,
    rules.question_shape,
    rules.fact_shape,
)
_TOLD = ("scenarios/", "invariants.")


def proved(sources: Mapping[str, bytes]) -> Checked:
    """Like `check`, but only that every reference resolves and every situation has one outcome.

    Wording, stories, invariants and the ledger are not looked at: an older version was sound by
    the rules of its day, and comparing needs no more.
    """
    parsed = parse({path: data for path, data in sources.items() if not path.startswith(_TOLD)})
    subject = Subject(parsed.library, catalogue(parsed.library.facts))
    if has_errors(parsed.problems):
        return Checked(None, parsed.problems)
    found = list(parsed.problems)
    for some in (rules.SIZE_RULES, _NEEDED):
        found += _run(some, subject)
        if has_errors(found):
            return Checked(None, tuple(sorted(found)))
    result = specialise(flatten(subject.library, subject.facts), subject.facts)
    found += _run(rules.GRAPH_RULES, Compiled(subject.library, subject.facts, result))
    problems = tuple(sorted(found))
    if result.diagram is None:
        return Checked(None, problems)
    return Checked(CheckedLibrary(subject.library, subject.facts, result.diagram, result), problems)


def _prove(subject: Subject, found: list[Problem]) -> Checked:
    result = specialise(flatten(subject.library, subject.facts), subject.facts)
    compiled = Compiled(subject.library, subject.facts, result)
    found += _run(rules.GRAPH_RULES, compiled)
    if result.diagram is not None:
        proved = Proved(
            subject.library,
            subject.facts,
            result,
            result.diagram,
            always_asked(result.diagram),
            ever_asked(result.diagram),
        )
        found += _run(rules.DIAGRAM_RULES, proved)
    problems = tuple(sorted(found))
    if result.diagram is None or has_errors(problems):
        return Checked(None, problems)
    return Checked(CheckedLibrary(subject.library, subject.facts, result.diagram, result), problems)


# Errors of one rule; who has more does not read them, and each costs time (a name to suggest).
_MOST_ERRORS = 200


def _run(which: tuple[Any, ...], subject: object) -> Iterator[Problem]:
    for rule in which:
        yield from _stamped(rule, rule.check(subject))


def _stamped(rule: Any, findings: Iterator[Finding]) -> Iterator[Problem]:
    errors = 0
    for finding in findings:
        errors += finding.severity is Severity.ERROR
        if errors > _MOST_ERRORS:
            message = f"这一类错误超过 {_MOST_ERRORS} 个，从这里起没有再查。"
            yield Problem(finding.span, rule.CODE, message, "先改好列出来的，再查一次。")
            return
        yield Problem(
            finding.span,
            rule.CODE,
            finding.message,
            finding.hint,
            finding.related,
            finding.severity,
        )
