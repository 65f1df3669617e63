# SPDX-License-Identifier: MIT
"""The generator's own proof; for a sound tree it also counts the situations exactly."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.diagram import census
from generator.program import Program
from generator.specialise import specialise


def prove(program: Program, facts: Catalogue, max_states: int) -> str:
    """The common verdict, or `refused` with the facts that are to blame."""
    result = specialise(program, facts, max_states=max_states)
    if result.diagram is not None:
        for tree in program.starts:
            counted = census(result.diagram, tree)
            assert sum(counted.by_outcome.values()) == counted.situations
        return "sound"
    fault = result.faults[0]
    if fault.kind == "explosion":
        return f"refused: {', '.join(fault.facts)}"
    return f"{fault.kind} {fault.span}"
