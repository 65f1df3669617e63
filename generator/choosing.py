# SPDX-License-Identifier: MIT
"""Which way out of a transition the known answers match: exactly one, or a fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue, holds
from generator.guards import UNASKED, UNSURE, atoms
from generator.problems import Span
from generator.program import Dest, Move
from generator.residue import caught, strict

Env = Mapping[str, str]
"""Known facts and the option each was answered with."""


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


def decide(move: Move, env: Env, facts: Catalogue) -> Decision:
    """Follow `move` when exactly the answers in `env` are known."""
    if not move.choices:
        return Decision(move.otherwise, move.span)
    whens = [choice.when for choice in move.choices]
    truths = [holds(when, env, facts, aware(move)) for when in whens]
    missing = [{str(a.fact) for a in atoms(when) if a.fact not in env} for when in whens]
    unsure = {
        index: frozenset(
            fact
            for fact, narrowed in strict(when, facts)
            if holds(narrowed, env, facts, aware(move)) is not True
        )
        for index, when in enumerate(whens)
    }
    unsure[-1] = frozenset(fact for fact in caught(move, facts) if env.get(fact) == UNSURE)
    return settled(move, truths, missing, unsure)


def aware(move: Move) -> frozenset[str]:
    """The facts for which some case of `move` thinks of readers who were not asked."""
    found = (atom for choice in move.choices for atom in atoms(choice.when))
    return frozenset(str(atom.fact) for atom in found if UNASKED in atom.values)


def settled(
    move: Move,
    truths: Sequence[bool | None],
    missing: Sequence[set[str] | frozenset[str]],
    unsure: Mapping[int, frozenset[str]],
) -> Decision:
    """Where `move` leads if its cases come out as `truths`.

    `missing` holds, per case, the facts that were not asked; `unsure`, per case (`otherwise`: -1),
    the facts answered 不确定 that it would let slip.
    """
    if None in truths:
        index = truths.index(None)
        place = move.choices[index].span
        return Decision(None, place, "unasked", (place,), tuple(sorted(missing[index])))
    matching = [index for index, true in enumerate(truths) if true]
    if len(matching) > 1:
        places = tuple(move.choices[index].span for index in matching)
        return Decision(None, places[0], "overlap", places)
    if matching:
        choice = move.choices[matching[0]]
        return _followed(choice.to, choice.span, unsure.get(matching[0], frozenset()))
    if move.otherwise is None:
        return Decision(None, move.span, "gap")
    place = move.otherwise_span or move.span
    return _followed(move.otherwise, place, unsure.get(-1, frozenset()))


def _followed(to: Dest, place: Span, unsure: frozenset[str]) -> Decision:
    return Decision(to, place, "unsure" if unsure else "", (place,), tuple(sorted(unsure)))
