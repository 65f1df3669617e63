# SPDX-License-Identifier: MIT
"""Which way out of a transition the known answers match: exactly one, or a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from generator.catalogue import Catalogue, holds
from generator.guards import UNASKED, UNSURE, AllOf, AnyOf, Guard, Is, Not, atoms
from generator.liveness import Layout
from generator.problems import Span
from generator.program import Choice, Dest, Move

Env = Mapping[str, str]
"""Known facts and the option each was answered with."""

Answer = tuple[str, str]
"""The fact just asked and its option; two empty strings at a router."""


@dataclass(frozen=True)
class Decision:
    """`to` is where the move leads, by the transition at `place`; None if `fault` says why not.

    A fault of kind `unsure` still has a way out: it is reported, and the way is followed.
    """

    to: Dest | None
    place: Span
    fault: str = ""
    places: tuple[Span, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass
class _Plan:
    """What a move looks at in states of one layout, and what it decided so far."""

    look: Callable[[tuple[int, ...]], object]
    places: tuple[tuple[str, int], ...]
    given: Env
    aware: frozenset[str]
    decided: dict[object, Decision] = field(default_factory=dict)

    def env(self, known: tuple[int, ...], layout: Layout) -> dict[str, str]:
        found = {fact: layout.examples[at][known[at]] for fact, at in self.places}
        return {**{fact: option for fact, option in found.items() if option}, **self.given}


def _plan(move: Move, layout: Layout, answer: Answer) -> _Plan:
    tested = sorted({str(atom.fact) for c in move.choices for atom in atoms(c.when)})
    given = {answer[0]: answer[1]} if answer[0] in tested else {}
    places = tuple(
        (f, layout.facts.index(f)) for f in tested if f in layout.facts and f not in given
    )
    look = itemgetter(*(at for _, at in places)) if places else lambda known: ()
    return _Plan(look, places, given, _aware(move))


class Chooser:
    """Decides moves, remembering each decision by the answers that the move looks at."""

    def __init__(self, facts: Catalogue) -> None:
        self._facts = facts
        self._plans: dict[tuple[int, int, str], _Plan] = {}
        self._plain: dict[int, Decision] = {}

    def choose(
        self, move: Move, layout: Layout, known: tuple[int, ...], answer: Answer
    ) -> Decision:
        """Follow `move` from a state `known` (laid out by `layout`), once `answer` is given."""
        if not move.choices:
            if id(move) not in self._plain:
                self._plain[id(move)] = Decision(move.otherwise, move.span)
            return self._plain[id(move)]
        key = (id(move), id(layout), answer[1])
        if key not in self._plans:
            self._plans[key] = _plan(move, layout, answer)
        plan = self._plans[key]
        seen = plan.look(known)
        if seen not in plan.decided:
            plan.decided[seen] = _decide(move, plan.env(known, layout), self._facts, plan.aware)
        return plan.decided[seen]


def decide(move: Move, env: Env, facts: Catalogue) -> Decision:
    """Follow `move` when exactly the answers in `env` are known."""
    if not move.choices:
        return Decision(move.otherwise, move.span)
    return _decide(move, env, facts, _aware(move))


def _aware(move: Move) -> frozenset[str]:
    found = (atom for choice in move.choices for atom in atoms(choice.when))
    return frozenset(str(atom.fact) for atom in found if UNASKED in atom.values)


def _decide(move: Move, env: Env, facts: Catalogue, aware: frozenset[str]) -> Decision:
    truths = [holds(choice.when, env, facts, aware) for choice in move.choices]
    if None in truths:
        return _undecided(move.choices[truths.index(None)], env)
    matching = [c for c, truth in zip(move.choices, truths, strict=True) if truth]
    if len(matching) > 1:
        places = tuple(choice.span for choice in matching)
        return Decision(None, places[0], "overlap", places)
    if matching:
        return _with_unsure(matching[0].to, matching[0].span, _slipped(matching[0].when, env))
    if move.otherwise is None:
        return Decision(None, move.span, "gap")
    tested = {str(atom.fact) for choice in move.choices for atom in atoms(choice.when)}
    caught = [fact for fact, option in env.items() if option == UNSURE and fact in tested]
    return _with_unsure(move.otherwise, move.otherwise_span or move.span, caught)


def _undecided(choice: Choice, env: Env) -> Decision:
    missing = sorted({str(a.fact) for a in atoms(choice.when) if a.fact not in env})
    return Decision(None, choice.span, "unasked", (choice.span,), tuple(missing))


def _with_unsure(to: Dest, place: Span, facts: Iterable[str]) -> Decision:
    blamed = tuple(facts)
    return Decision(to, place, "unsure" if blamed else "", (place,), blamed)


def _slipped(guard: Guard, env: Env) -> list[str]:
    """Facts answered 不确定 that `guard` lets through only by a `not`."""
    positive = list(_positive(guard))
    named = {str(a.fact) for a in positive if UNSURE in a.values}
    negative = {str(a.fact) for a in atoms(guard)} - {str(a.fact) for a in positive}
    return sorted(f for f in negative - named if env.get(f) == UNSURE)


def _positive(guard: Guard) -> Iterable[Is]:
    match guard:
        case Is():
            yield guard
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _positive(part)
        case Not():
            return
