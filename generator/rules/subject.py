# SPDX-License-Identifier: MIT
"""What rules look at, and what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue import Catalogue
from generator.diagram import Diagram
from generator.guards import Guard
from generator.ledger import Ledger
from generator.located import Located
from generator.model import Branch, Case, Library, Question, Subtree, Target, Tree
from generator.problems import Severity, Span
from generator.rules.texts import ShownText, own_texts
from generator.specialise import Specialised
from generator.statutes.seals import Seals


@dataclass(frozen=True)
class Finding:
    """A fault found by a rule; the runner stamps the rule's code and severity on it."""

    span: Span
    message: str
    hint: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)
class Subject:
    """A parsed library with its facts flattened. References are what the first rules check.

    `today` is an ISO 8601 date, or empty where the day must not matter. `ledger` is None where
    no ids are kept, `seals` where no texts are sealed.
    """

    library: Library
    facts: Catalogue
    today: str = ""
    ledger: Ledger | None = None
    seals: Seals | None = None

    @cached_property
    def texts(self) -> tuple[ShownText, ...]:
        """Every text that editors wrote (see `generator.rules.texts`)."""
        return tuple(own_texts(self.library))


@dataclass(frozen=True)
class Compiled:
    """A library whose references are sound, compiled; the diagram may still be missing."""

    library: Library
    facts: Catalogue
    result: Specialised


@dataclass(frozen=True)
class Proved:
    """A library with its diagram, for rules about outcomes and their parts."""

    library: Library
    facts: Catalogue
    result: Specialised
    diagram: Diagram
    always: Mapping[str, frozenset[str]]
    ever: Mapping[str, frozenset[str]]


def all_trees(library: Library) -> Iterator[Tree | Subtree]:
    """Every tree and sub-tree."""
    yield from library.trees.values()
    yield from library.subtrees.values()


def targets(question: Question) -> Iterator[Target]:
    """Every target a question names."""
    for entry in question.options.values():
        yield from _entry_targets(entry)
    if question.next is not None:
        yield question.next
    yield from (case.next for case in question.cases)
    if question.otherwise is not None:
        yield question.otherwise
    yield from question.exits.values()


def _entry_targets(entry: Target | Branch) -> Iterator[Target]:
    if isinstance(entry, Target):
        yield entry
    else:
        yield from (case.next for case in entry.cases)
        if entry.otherwise is not None:
            yield entry.otherwise


def cases(question: Question) -> Iterator[Case]:
    """Every guarded transition of a question."""
    yield from question.cases
    for entry in question.options.values():
        if isinstance(entry, Branch):
            yield from entry.cases


def outcome_parts(library: Library) -> Iterator[tuple[str, str, str, Guard | None, Span]]:
    """(outcome, section, what it names or says, condition, place) of every part."""
    for name, outcome in library.outcomes.items():
        for section in PARTS:
            for part in getattr(outcome, section):
                own = next(f for f in type(part).model_fields if f != "when")
                value = getattr(part, own)
                yield str(name), section, value, part.when, value.span


PARTS = (
    "reasons", "today", "road", "sums", "evidence", "letters", "deadlines",
    "replies", "warnings", "provisions", "avoid", "changes",
)  # fmt: skip


def in_words(answers: Iterable[tuple[str, str]], facts: Catalogue) -> str:
    """Answers as a Chinese phrase: 遇到的问题＝没到账，商品类型＝会员."""
    return "，".join(
        f"{facts.facts[fact].label}＝{facts.facts[fact].option_labels[option]}"
        for fact, option in answers
    )


def taken_as_answered(library: Library) -> Iterator[Mapping[Located, Located]]:
    """What guides and the ways of the front door take as answered: fact id -> option id."""
    yield from (tree.given for tree in library.trees.values())
    yield from (way.answers for group in library.front.values() for way in group.ways)
