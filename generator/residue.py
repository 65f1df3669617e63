# SPDX-License-Identifier: MIT
"""What is left of the conditions ahead once some facts are known.

The *residue* of a condition under some answers is what the remaining answers still decide: a
conjunction with one false member is false whatever the others are. Two states at one step go on
alike if every condition ahead has the same residue under both, so a state is written down as
residues and nothing else (the way a decision diagram's restrict step works; Bryant 1986).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from generator.catalogue import Catalogue, holds
from generator.guards import UNSURE, AllOf, AnyOf, Guard, Is, Not, atoms
from generator.located import Located
from generator.program import Move, Step

# A condition with more tests than this is known by the bare answers: cheaper, and still exact.
_LARGE = 64


@dataclass
class Watched:
    """A condition that is followed along: its residues, numbered as they are met.

    `begin` is the residue when nothing is known, `advance` gives it after one more answer.
    """

    facts: frozenset[str]
    begin: object
    advance: Callable[[object, str, str], object]
    residues: list[object] = field(default_factory=list)
    _numbers: dict[object, int] = field(default_factory=dict)
    _after: dict[tuple[str, str], dict[int, int]] = field(default_factory=dict)

    def number(self, residue: object) -> int:
        """The number of `residue`, equal for equal ones."""
        if residue not in self._numbers:
            self._numbers[residue] = len(self.residues)
            self.residues.append(residue)
        return self._numbers[residue]

    def after(self, number: int, fact: str, option: str) -> int:
        """The number of the residue once `fact` is answered with `option` too."""
        table = self.table(fact, option)
        if number not in table:
            table[number] = self.number(self.advance(self.residues[number], fact, option))
        return table[number]

    def table(self, fact: str, option: str) -> dict[int, int]:
        """What `after` has found so far for one answer."""
        return self._after.setdefault((fact, option), {})


def of_guard(guard: Guard, catalogue: Catalogue) -> Watched:
    """Follow a condition; its residue is True, False, or the guard that is left."""
    facts = frozenset(str(atom.fact) for atom in atoms(guard))
    if sum(1 for _ in atoms(guard)) > _LARGE:
        return Watched(facts, (), _remembered)

    def advance(residue: object, fact: str, option: str) -> object:
        return residue if isinstance(residue, bool) else restrict(residue, fact, option, catalogue)  # type: ignore[arg-type]

    return Watched(facts, guard, advance)


def _remembered(residue: object, fact: str, option: str) -> object:
    return tuple(sorted({**dict(residue), fact: option}.items()))  # type: ignore[call-overload]


def truth(
    guard: Guard, residue: object, catalogue: Catalogue, aware: frozenset[str]
) -> bool | None:
    """What `guard` comes to if nothing more is asked; None if it hangs on a fact not asked."""
    if isinstance(residue, bool):
        return residue
    if isinstance(residue, tuple):
        return holds(guard, dict(residue), catalogue, aware)
    return holds(residue, {}, catalogue, aware)  # type: ignore[arg-type]


def still_open(guard: Guard, residue: object) -> frozenset[str]:
    """The facts that the residue of `guard` still hangs on."""
    if isinstance(residue, tuple):
        return frozenset(str(a.fact) for a in atoms(guard)) - {fact for fact, _ in residue}
    left = () if isinstance(residue, bool) else atoms(residue)  # type: ignore[arg-type]
    return frozenset(str(atom.fact) for atom in left)


def of_step(step: Step) -> Watched:
    """Follow whether the fact that `step` asks is known already: None, or an option like it."""
    first: dict[int, str] = {}
    ways = {option: first.setdefault(id(move), option) for option, move in step.moves.items()}
    return Watched(frozenset([step.fact]), None, lambda _, __, option: ways[option])


def of_unsure(facts: frozenset[str]) -> Watched:
    """Follow which of `facts` were answered 不确定."""

    def advance(residue: object, fact: str, option: str) -> object:
        return residue | {fact} if option == UNSURE else residue  # type: ignore[operator]

    return Watched(facts, frozenset(), advance)


def restrict(guard: Guard, fact: str, option: str, catalogue: Catalogue) -> bool | Guard:
    """`guard` once `fact` is answered with `option`: settled, or what is left of it."""
    match guard:
        case Is():
            if guard.fact != fact:
                return guard
            return bool(holds(guard, {fact: option}, catalogue))
        case Not(inner):
            left = restrict(inner, fact, option, catalogue)
            return (not left) if isinstance(left, bool) else Not(left)
        case AllOf(parts):
            return _together(AllOf, [restrict(p, fact, option, catalogue) for p in parts], False)
        case AnyOf(parts):
            return _together(AnyOf, [restrict(p, fact, option, catalogue) for p in parts], True)


def _together(
    kind: type[AllOf] | type[AnyOf], parts: list[bool | Guard], settles: bool
) -> bool | Guard:
    if any(part is settles for part in parts):
        return settles
    left = tuple(part for part in parts if not isinstance(part, bool))
    return kind(left) if left else not settles


def caught(move: Move, catalogue: Catalogue) -> frozenset[str]:
    """The facts whose 不确定 the `otherwise` of `move` would catch without naming it."""
    if move.otherwise is None:
        return frozenset()
    tested = {str(atom.fact) for choice in move.choices for atom in atoms(choice.when)}
    return frozenset(fact for fact in tested if catalogue.facts[fact].has_unsure)


def strict(guard: Guard, catalogue: Catalogue) -> Iterator[tuple[str, Guard]]:
    """Facts whose 不确定 a `not` in `guard` may let through, and `guard` as it should then be read.

    Read strictly, what is denied of a fact is denied of 不确定 too. Where `guard` holds and its
    strict reading does not, 不确定 got there only by the `not`.
    """
    for fact in dict.fromkeys(str(atom.fact) for atom in atoms(guard)):
        if catalogue.facts[fact].has_unsure:
            narrowed = _narrowed(guard, fact, denied=False)
            if narrowed != guard:
                yield fact, narrowed


def _narrowed(guard: Guard, fact: str, *, denied: bool) -> Guard:
    match guard:
        case Is(name, values):
            if not denied or name != fact or UNSURE in values:
                return guard
            return Is(name, (*values, Located(UNSURE, name.span)))
        case Not(inner):
            return Not(_narrowed(inner, fact, denied=not denied))
        case AllOf(parts) | AnyOf(parts):
            return type(guard)(tuple(_narrowed(part, fact, denied=denied) for part in parts))
