# SPDX-License-Identifier: MIT
"""Trees as one flat program: sub-trees inlined, multi-selects unrolled, transitions per option.

Only for libraries whose references are sound; see `generator.check`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.guards import Guard
from generator.model import Branch, Case, Library, Question, Subtree, Target, Tree
from generator.problems import Span

Dest = str
"""`outcome/id`, or a step: `tree.question`, `tree.use.question`, `tree.question#option`."""


@dataclass(frozen=True)
class Choice:
    """One guarded way out."""

    when: Guard
    to: Dest
    span: Span


@dataclass(frozen=True)
class Move:
    """A transition: `otherwise` alone is unconditional; with `choices`, exactly one must match.

    `span` is where the transition is written, `otherwise_span` where its `otherwise` names its
    target (the same if there are no choices).
    """

    choices: tuple[Choice, ...]
    otherwise: Dest | None
    span: Span
    otherwise_span: Span | None = None

    def destinations(self) -> Iterator[Dest]:
        """Everywhere this move may lead."""
        yield from (choice.to for choice in self.choices)
        if self.otherwise is not None:
            yield self.otherwise


@dataclass(frozen=True)
class Step:
    """A place in the program: asks `fact` (one move per option), or only routes (`fact` empty).

    A router has the single move under the empty option.
    """

    id: str
    fact: str
    moves: Mapping[str, Move]
    span: Span
    question: str


@dataclass(frozen=True)
class Program:
    """All trees together; `starts` maps tree ids to their first step."""

    steps: Mapping[str, Step]
    starts: Mapping[str, Dest]


def flatten(library: Library, facts: Catalogue) -> Program:
    """Inline every tree of `library` into one program."""
    steps: dict[str, Step] = {}
    starts: dict[str, Dest] = {}
    for tree_id, tree in library.trees.items():
        scope = _Scope(library, facts, str(tree_id), {})
        for step in scope.steps(tree):
            steps[step.id] = step
        starts[str(tree_id)] = scope.entry(tree.questions, str(tree.start))
    return Program(steps, starts)


@dataclass(frozen=True)
class _Scope:
    """Where names are looked up: the id prefix, and what the exits of a sub-tree lead to."""

    library: Library
    facts: Catalogue
    prefix: str
    exits: Mapping[str, Dest]

    def steps(self, tree: Tree | Subtree) -> Iterator[Step]:
        for name, question in tree.questions.items():
            if question.use is not None:
                yield from self._inline(str(name), question, tree)
            else:
                yield from self._question(str(name), question, tree, name.span)

    def entry(self, questions: Mapping[Any, Question], name: str) -> Dest:
        """The step that question `name` begins with."""
        question = questions[name]
        here = f"{self.prefix}.{name}"
        if question.use is not None:
            subtree = self.library.subtrees[question.use]
            return _Scope(self.library, self.facts, here, {}).entry(
                subtree.questions, str(subtree.start)
            )
        if question.ask is not None and question.ask in self.facts.groups:
            return f"{here}#{_option(self.facts.groups[question.ask][0])}"
        return here

    def _inline(self, name: str, question: Question, tree: Tree | Subtree) -> Iterator[Step]:
        assert question.use is not None
        exits = {str(k): self._dest(v, tree) for k, v in question.exits.items()}
        inner = _Scope(self.library, self.facts, f"{self.prefix}.{name}", exits)
        yield from inner.steps(self.library.subtrees[question.use])

    def _question(
        self, name: str, question: Question, tree: Tree | Subtree, span: Span
    ) -> Iterator[Step]:
        here = f"{self.prefix}.{name}"
        default = self._default(question, tree, span)
        if question.ask is None:
            assert default is not None
            yield Step(here, "", {"": default}, span, here)
        elif question.ask in self.facts.groups:
            assert default is not None
            yield from self._chain(here, self.facts.groups[question.ask], default, span)
        else:
            moves = self._moves(question, tree, default)
            yield Step(here, str(question.ask), moves, span, here)

    def _chain(self, here: str, members: tuple[str, ...], last: Move, span: Span) -> Iterator[Step]:
        ids = [f"{here}#{_option(member)}" for member in members]
        for index, member in enumerate(members):
            onward = Move((), ids[index + 1], span) if index + 1 < len(ids) else last
            options = self.facts.facts[member].options
            yield Step(ids[index], member, dict.fromkeys(options, onward), span, here)

    def _moves(
        self, question: Question, tree: Tree | Subtree, default: Move | None
    ) -> dict[str, Move]:
        fact = self.facts.facts[str(question.ask)]
        moves: dict[str, Move] = {}
        own = {k: self._entry(v, tree, k.span) for k, v in question.options.items()}
        for name in sorted(own, key=lambda n: n in fact.options):  # classes first, options win
            for option in fact.members(name):
                moves[option] = own[name]
        return {o: moves.get(o) or default for o in fact.options}  # type: ignore[misc]

    def _entry(self, entry: Target | Branch, tree: Tree | Subtree, span: Span) -> Move:
        if isinstance(entry, Target):
            return Move((), self._dest(entry, tree), entry.text.span)
        return self._branch(entry.cases, entry.otherwise, tree, span)

    def _default(self, question: Question, tree: Tree | Subtree, span: Span) -> Move | None:
        if question.next is not None:
            return Move((), self._dest(question.next, tree), question.next.text.span)
        if question.cases:
            return self._branch(question.cases, question.otherwise, tree, span)
        return None

    def _branch(
        self,
        cases: tuple[Case, ...],
        otherwise: Target | None,
        tree: Tree | Subtree,
        span: Span,
    ) -> Move:
        choices = tuple(
            Choice(case.when, self._dest(case.next, tree), case.next.text.span) for case in cases
        )
        if otherwise is None:
            return Move(choices, None, span)
        return Move(choices, self._dest(otherwise, tree), span, otherwise.text.span)

    def _dest(self, target: Target, tree: Tree | Subtree) -> Dest:
        match target.kind:
            case "outcome":
                return f"outcome/{target.name}"
            case "exit":
                return self.exits[target.name]
            case "tree":
                other = self.library.trees[target.name]
                scope = _Scope(self.library, self.facts, target.name, {})
                return scope.entry(other.questions, str(other.start))
            case _:
                return self.entry(tree.questions, target.name)


def _option(member: str) -> str:
    return member.partition(".")[2]
