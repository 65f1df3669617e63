# SPDX-License-Identifier: MIT
"""Data flow over a program: what lies ahead of each step, and what may be known there.

Sets are bit masks, so that the fixpoints over hundreds of steps stay cheap. Cycles are allowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.program import Move, Program, Step


def moves_of(step: Step) -> Iterator[Move]:
    """The different moves of a step."""
    yield from {id(move): move for move in step.moves.values()}.values()


def ahead(program: Program, own: Mapping[str, int]) -> dict[str, int]:
    """For each step the union of `own` over all steps reachable from it, itself included."""
    before: dict[str, set[str]] = {}
    for step in program.steps.values():
        for dest in _onward(step, program):
            before.setdefault(dest, set()).add(step.id)
    reach = dict(own)
    todo = list(program.steps)
    while todo:
        here = todo.pop()
        for earlier in before.get(here, ()):
            merged = reach[earlier] | reach[here]
            if merged != reach[earlier]:
                reach[earlier] = merged
                todo.append(earlier)
    return reach


def known(program: Program, bits: Mapping[str, int]) -> dict[str, int]:
    """For each step the facts (as `bits`) that may be known on arriving there."""
    found = dict.fromkeys(program.steps, 0)
    todo = list(program.steps)[::-1]
    while todo:
        step = program.steps[todo.pop()]
        after = found[step.id] | (bits[step.fact] if step.fact else 0)
        for dest in _onward(step, program):
            if found[dest] | after != found[dest]:
                found[dest] |= after
                todo.append(dest)
    return found


def _onward(step: Step, program: Program) -> set[str]:
    dests = {dest for move in moves_of(step) for dest in move.destinations()}
    return {dest for dest in dests if dest in program.steps}
