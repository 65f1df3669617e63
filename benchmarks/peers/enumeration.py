# SPDX-License-Identifier: MIT
"""Plain enumeration: every situation of every tree is walked, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product

from benchmarks.peers.flow import Fault, accepts_unasked, fold, named, onward, verdict
from generator.catalogue import Catalogue
from generator.guards import Guard, Is, atoms
from generator.program import Choice, Dest, Move, Program

Truth = Callable[[Mapping[str, str]], bool]
_Compiled = Mapping[int, tuple[tuple[Truth, Choice], ...]]


def prove(program: Program, facts: Catalogue) -> str:
    """The common verdict."""
    compiled = _compiled((m for s in program.steps.values() for m in s.moves.values()), facts)
    faults: set[Fault] = set()
    for start in program.starts.values():
        for situation in _situations(program, facts, start):
            _walk(program, compiled, start, situation, faults)
    return verdict(faults)


def verdict_alone(move: Move, facts: Catalogue) -> str:
    """The verdict on `move` under every combination of the facts it tests, however reached."""
    tested = list(dict.fromkeys(str(a.fact) for c in move.choices for a in atoms(c.when)))
    compiled = _compiled([move], facts)
    faults: set[Fault] = set()
    for row in product(*(facts.facts[fact].options for fact in tested)):
        _leave(move, compiled, dict(zip(tested, row, strict=True)), faults)
    return verdict(faults)


def _situations(program: Program, facts: Catalogue, start: Dest) -> Iterator[dict[str, str]]:
    asked = _asked(program, start)
    for row in product(*(facts.facts[fact].options for fact in asked)):
        yield dict(zip(asked, row, strict=True))


def _asked(program: Program, start: Dest) -> list[str]:
    seen: dict[str, None] = {}
    todo = [] if start.startswith("outcome/") else [start]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen[name] = None
            todo.extend(sorted(onward(program.steps[name])))
    return list(dict.fromkeys(f for name in seen if (f := program.steps[name].fact)))


def _compiled(moves: Iterable[Move], facts: Catalogue) -> _Compiled:
    return {
        id(move): tuple((_truth(choice.when, facts), choice) for choice in move.choices)
        for move in moves
    }


def _walk(
    program: Program,
    compiled: _Compiled,
    start: Dest,
    situation: Mapping[str, str],
    faults: set[Fault],
) -> None:
    given: dict[str, str] = {}
    at: Dest | None = start
    while at is not None and not at.startswith("outcome/"):
        step = program.steps[at]
        option = ""
        if step.fact:
            option = given[step.fact] = situation[step.fact]
        at = _leave(step.moves[option], compiled, given, faults)


def _leave(
    move: Move, compiled: _Compiled, given: Mapping[str, str], faults: set[Fault]
) -> Dest | None:
    """Where `move` leads; None after noting a fault."""
    matching = [choice for truth, choice in compiled[id(move)] if truth(given)]
    if len(matching) > 1:
        faults.add((matching[0].span, "overlap"))
        return None
    if matching:
        return matching[0].to
    if move.otherwise is None:
        faults.add((move.span, "gap"))
    return move.otherwise


def _truth(guard: Guard, facts: Catalogue) -> Truth:
    def atom(test: Is) -> Truth:
        fact, accepted, unasked = str(test.fact), named(test, facts), accepts_unasked(test)
        return lambda given: given[fact] in accepted if fact in given else unasked

    def every(parts: Iterable[Truth]) -> Truth:
        listed = list(parts)
        return lambda given: all(part(given) for part in listed)

    def some(parts: Iterable[Truth]) -> Truth:
        listed = list(parts)
        return lambda given: any(part(given) for part in listed)

    def negated(part: Truth) -> Truth:
        return lambda given: not part(given)

    return fold(guard, atom, every, some, negated)
