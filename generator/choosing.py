# SPDX-License-Identifier: MIT
"""Which way out of a transition the known answers match: exactly one, or a fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue import Catalogue, holds
from generator.guards import UNASKED, UNSURE, AllOf, AnyOf, Guard, Is, Not, atoms
from generator.liveness import Env
from generator.problems import Span
from generator.program import Choice, Dest, Move


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


class Chooser:
    """Decides moves, remembering each decision by the answers that the move looks at."""

    def __init__(self, facts: Catalogue) -> None:
        self._facts = facts
        self._tested: dict[int, tuple[tuple[str, ...], frozenset[str]]] = {}
        self._decided: dict[tuple[int, tuple[str | None, ...]], Decision] = {}

    def choose(self, move: Move, env: Env) -> Decision:
        """Follow `move` under the known answers `env` (fact to option)."""
        if not move.choices:
            return Decision(move.otherwise, move.span)
        tested, aware = self._look(move)
        key = (id(move), tuple(env.get(fact) for fact in tested))
        if key not in self._decided:
            seen = {fact: env[fact] for fact in tested if fact in env}
            self._decided[key] = self._decide(move, seen, aware)
        return self._decided[key]

    def _look(self, move: Move) -> tuple[tuple[str, ...], frozenset[str]]:
        if id(move) not in self._tested:
            found = [atom for choice in move.choices for atom in atoms(choice.when)]
            tested = tuple(sorted({str(atom.fact) for atom in found}))
            aware = frozenset(str(atom.fact) for atom in found if UNASKED in atom.values)
            self._tested[id(move)] = tested, aware
        return self._tested[id(move)]

    def _decide(self, move: Move, env: Env, aware: frozenset[str]) -> Decision:
        truths = [holds(choice.when, env, self._facts, aware) for choice in move.choices]
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
        caught = [fact for fact, option in env.items() if option == UNSURE]
        return _with_unsure(move.otherwise, move.span, caught)


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
