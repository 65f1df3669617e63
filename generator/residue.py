# SPDX-License-Identifier: MIT
"""What is left of later conditions once some facts are known: when two states are as good as one.

Two states at one step that remember different answers still go on alike if every condition ahead
has the same residue under both: a conjunction with one false member is false whatever the others
are, and a condition that is settled no longer cares how. This keeps the states few where many
facts are remembered, the way a decision diagram's apply step does (Bryant 1986), and it is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from generator.catalogue import Catalogue
from generator.guards import UNSURE, AllOf, AnyOf, Guard, Is, Not, atoms
from generator.liveness import Layout, moves_of, reachable
from generator.program import Move, Program, Step

Env = Mapping[str, str]

_Condition = tuple[tuple[str, ...], Callable[[Env], object]]
"""The facts that a condition looks at, and its residue when some of them are known."""


# A condition with more tests than this is told apart by the bare answers: cheaper, and still exact.
_LARGE = 64


@dataclass
class _Pending:
    """A condition ahead of a step: where its facts stand in the step's layout, and its residues."""

    look: Callable[[tuple[int, ...]], object]
    places: tuple[tuple[str, int], ...]
    residue: Callable[[Env], object]
    known: dict[object, int] = field(default_factory=dict)

    numbers: dict[object, int] = field(default_factory=dict)

    def of(self, state: tuple[int, ...], layout: Layout) -> int:
        """A number for the residue in `state`, equal for equal residues."""
        key = self.look(state)
        number = self.known.get(key)
        if number is None:
            options = {fact: layout.examples[at][state[at]] for fact, at in self.places}
            left = self.residue({f: o for f, o in options.items() if o})
            number = self.known[key] = self.numbers.setdefault(left, len(self.numbers))
        return number


class Residues:
    """Tells states of one program apart by what they leave open."""

    def __init__(self, program: Program, facts: Catalogue) -> None:
        self._facts = facts
        self._conditions: list[_Condition] = []
        self._numbers: dict[object, int] = {}
        self._ahead = reachable(
            program, {step.id: self._mask(step) for step in program.steps.values()}
        )
        self._pending: dict[str, list[_Pending]] = {}

    def signature(self, step: str, layout: Layout, state: tuple[int, ...]) -> tuple[int, ...]:
        """Equal for two states at `step` only if every way on from them is the same."""
        if step not in self._pending:
            self._pending[step] = list(self._make(self._ahead[step], layout))
        return tuple([pending.of(state, layout) for pending in self._pending[step]])

    def _make(self, ahead: int, layout: Layout) -> Iterator[_Pending]:
        for number, (facts, left) in enumerate(self._conditions):
            if ahead >> number & 1:
                places = tuple((f, layout.facts.index(f)) for f in facts if f in layout.facts)
                if places:
                    look = itemgetter(*(at for _, at in places))
                    yield _Pending(look, places, left)

    def _mask(self, step: Step) -> int:
        mask = 0
        for key, condition in self._of(step):
            if key not in self._numbers:
                self._numbers[key] = len(self._conditions)
                self._conditions.append(condition)
            mask |= 1 << self._numbers[key]
        return mask

    def _of(self, step: Step) -> Iterator[tuple[object, _Condition]]:
        for move in moves_of(step):
            for choice in move.choices:
                yield ("when", choice.when), (_facts(choice.when), self._guard(choice.when))
            yield from self._unsure(move)
        if step.fact:
            yield ("asks", step.id), ((step.fact,), _asked(step))

    def _unsure(self, move: Move) -> Iterator[tuple[object, _Condition]]:
        """Whether 不确定 is among the answers, where it could slip through a not or a catch-all."""
        slippery = move.otherwise is not None and bool(move.choices)
        for choice in move.choices:
            if slippery or any(_negations(choice.when)):
                facts = tuple(f for f in _facts(choice.when) if self._facts.facts[f].has_unsure)
                if facts:
                    yield ("unsure", facts), (facts, _is_unsure)

    def _guard(self, guard: Guard) -> Callable[[Env], object]:
        if sum(1 for _ in atoms(guard)) > _LARGE:
            return lambda env: tuple(env.items())
        return lambda env: residue(guard, env, self._facts)


def residue(guard: Guard, env: Env, facts: Catalogue) -> object:
    """True, False, or what is still open, in a form that is equal for equal remainders."""
    match guard:
        case Is(fact, values):
            given = env.get(fact)
            if given is None:
                return str(fact), tuple(map(str, values))
            classes = facts.facts[fact].classes
            if given in values or not classes:
                return given in values
            return any(given in classes.get(value, ()) for value in values)
        case Not(inner):
            left = residue(inner, env, facts)
            return (not left) if isinstance(left, bool) else ("not", left)
        case AllOf(parts):
            return _together("all", [residue(part, env, facts) for part in parts], False)
        case AnyOf(parts):
            return _together("any", [residue(part, env, facts) for part in parts], True)


def _together(word: str, parts: list[object], settles: bool) -> object:
    if any(part is settles for part in parts):
        return settles
    left = tuple(part for part in parts if not isinstance(part, bool))
    return (word, left) if left else not settles


def _asked(step: Step) -> Callable[[Env], object]:
    numbered: dict[int, int] = {}
    ways = {o: numbered.setdefault(id(move), len(numbered)) for o, move in step.moves.items()}
    return lambda env: ways[env[step.fact]] if step.fact in env else None


def _is_unsure(env: Env) -> object:
    return UNSURE in env.values()


def _facts(guard: Guard) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(atom.fact) for atom in atoms(guard)))


def _negations(guard: Guard) -> Iterable[Not]:
    if isinstance(guard, Not):
        yield guard
    elif isinstance(guard, AllOf | AnyOf):
        for part in guard.guards:
            yield from _negations(part)
