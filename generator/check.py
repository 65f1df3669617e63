# SPDX-License-Identifier: MIT
"""Runs the rules in three rounds. The only maker of CheckedLibrary.

References first: while any is broken nothing can be compiled. Then the compiled program, then
the diagram. Each round reports everything it finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import rules
from generator.catalogue import Catalogue, catalogue
from generator.diagram import Diagram, always_asked, ever_asked
from generator.model import Library
from generator.parse import parse
from generator.problems import Problem, has_errors
from generator.program import flatten
from generator.rules.subject import Compiled, Proved, Subject
from generator.specialise import specialise


@dataclass(frozen=True)
class CheckedLibrary:
    """A library that is proved sound: every reference resolves, every situation has one outcome."""

    library: Library
    facts: Catalogue
    diagram: Diagram


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
    if has_errors(parsed.problems):
        return Checked(None, parsed.problems)
    subject = Subject(parsed.library, catalogue(parsed.library.facts), today)
    found = [*parsed.problems, *_run(rules.REFERENCE_RULES, subject)]
    if has_errors(found):
        return Checked(None, tuple(sorted(found)))
    return _prove(subject, found)


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
    return Checked(CheckedLibrary(subject.library, subject.facts, result.diagram), problems)


def _run(which: tuple[Any, ...], subject: object) -> Iterator[Problem]:
    for rule in which:
        for finding in rule.check(subject):
            yield Problem(
                finding.span,
                rule.CODE,
                finding.message,
                finding.hint,
                finding.related,
                finding.severity,
            )
