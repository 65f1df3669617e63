# SPDX-License-Identifier: MIT
"""A made-up tree written down as editors would, for what needs a whole library (JSON is YAML)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from benchmarks.synthetic import Input
from generator.catalogue import FactInfo
from generator.guards import AllOf, AnyOf, Guard, Is, Not
from generator.program import Dest, Move, Step
from tests.libraries import library

Entry = Mapping[str, Any]


def sources(given: Input) -> dict[str, bytes]:
    """The files of a library with this one tree, in which each question has one transition."""
    steps = given.program.steps
    moves = [next(iter(step.moves.values())) for step in steps.values()]
    ends = {to for move in moves for to in move.destinations() if to.startswith("outcome/")}
    files = library(*sorted(_local(end) for end in ends))
    facts = {name: _fact(info) for name, info in given.facts.facts.items()}
    questions = {
        _local(name): _question(step, move)
        for (name, step), move in zip(steps.items(), moves, strict=True)
    }
    tree = {
        "tree": "demo",
        "title": "演示",
        "summary": "一棵编出来的树。",
        "review_by": "2027-01-01",
        "start": _local(given.program.starts["t"]),
        "questions": questions,
    }
    return {
        **files,
        "facts/facts.yaml": json.dumps({"facts": facts}).encode(),
        "trees/demo.yaml": json.dumps(tree).encode(),
    }


def _fact(info: FactInfo) -> Entry:
    options = {option: {"label": f"选 {option}"} for option in info.options}
    return {"label": f"事实 {info.id}", "question": f"{info.id}？", "options": options}


def _question(step: Step, move: Move) -> Entry:
    if not move.choices:
        assert move.otherwise is not None
        return {"ask": step.fact, "next": _target(move.otherwise)}
    cases = [{"when": _when(choice.when), "next": _target(choice.to)} for choice in move.choices]
    otherwise = {"otherwise": _target(move.otherwise)} if move.otherwise else {}
    return {"ask": step.fact, "cases": cases, **otherwise}


def _when(guard: Guard) -> Entry:
    match guard:
        case Is(fact, values):
            return {str(fact): [str(value) for value in values]}
        case Not(inner):
            return {"not": _when(inner)}
        case AllOf(parts):
            return {"all": [_when(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [_when(part) for part in parts]}


def _target(dest: Dest) -> str:
    return dest if dest.startswith("outcome/") else _local(dest)


def _local(name: str) -> str:
    return name.removeprefix("outcome/").removeprefix("t.")
