# SPDX-License-Identifier: MIT
"""Which transitions the editors' scenarios exercise, and scenarios that would exercise the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.choosing import decide
from generator.diagram import Diagram
from generator.model import Library
from generator.problems import Span
from generator.program import Move, Program
from generator.specialise import Specialised

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Proposal:
    """A situation that takes transitions no scenario takes yet."""

    tree: str
    answers: tuple[tuple[str, str], ...]
    outcome: str
    places: tuple[Span, ...]


@dataclass(frozen=True)
class Coverage:
    """How many transitions there are, which are not exercised, and scenarios for them."""

    transitions: int
    missing: tuple[Span, ...]
    proposals: tuple[Proposal, ...]


def coverage(library: Library, result: Specialised) -> Coverage:
    """Follow every scenario through `result` (of a library without errors)."""
    assert result.diagram is not None
    places = [place for place in result.used_places if place in _written(result.program)]
    taken: set[Span] = set()
    for scenario in library.scenarios:
        answers = {str(fact): str(option) for fact, option in scenario.answers.items()}
        for tree in (str(scenario.tree),) if scenario.tree else library.trees:
            taken.update(trace(result.program, result.diagram.facts, str(tree), answers)[0])
    missing = tuple(sorted(place for place in places if place not in taken))
    return Coverage(len(places), missing, tuple(_proposals(missing, library, result)))


def trace(
    program: Program, facts: Catalogue, tree: str, answers: Answers
) -> tuple[tuple[Span, ...], str]:
    """The transitions that `answers` take through `tree`, and the outcome (empty if unanswered)."""
    at, known = program.starts[tree], dict[str, str]()
    places: list[Span] = []
    while not at.startswith("outcome/"):
        step = program.steps[at]
        if step.fact and step.fact not in answers:
            return tuple(places), ""
        if step.fact:
            known[step.fact] = answers[step.fact]
        decision = decide(step.moves[known[step.fact] if step.fact else ""], known, facts)
        assert decision.to is not None
        places.append(decision.place)
        at = decision.to
    return tuple(places), at.removeprefix("outcome/")


def _written(program: Program) -> set[Span]:
    """Every transition that an editor wrote (not the joints of a multi-select)."""
    moves = (move for step in program.steps.values() for move in step.moves.values())
    return {place for move in moves for place in _places(move)}


def _places(move: Move) -> Iterator[Span]:
    yield from (choice.span for choice in move.choices)
    if move.otherwise is not None:
        yield move.otherwise_span or move.span


def _proposals(
    missing: tuple[Span, ...], library: Library, result: Specialised
) -> Iterator[Proposal]:
    assert result.diagram is not None
    open_places = set(missing)
    for place in missing:
        if place not in open_places:
            continue
        tree, answers = _complete(dict(result.used_places[place]), library, result.diagram)
        places, outcome = trace(result.program, result.diagram.facts, tree, answers)
        exercised = tuple(sorted(open_places.intersection(places)))
        open_places -= set(exercised)
        yield Proposal(tree, tuple(answers.items()), outcome, exercised)


def _complete(
    known: dict[str, str], library: Library, diagram: Diagram
) -> tuple[str, dict[str, str]]:
    """The tree that `known` was answered in, and the answers with the shortest way on."""
    tree = next(str(t) for t in library.trees if _fits(known, diagram, str(t)))
    while True:
        at, _ = diagram.walk(diagram.starts[tree], known)
        if at < 0:
            return tree, known
        edges = diagram.nodes[at].edges
        nearest = min(edges, key=lambda edge: diagram.screens[edge.to][0] if edge.to >= 0 else 0)
        known[diagram.nodes[at].fact] = nearest.options[0]


def _fits(known: dict[str, str], diagram: Diagram, tree: str) -> bool:
    _, used = diagram.walk(diagram.starts[tree], known)
    return set(used) == set(known)


def as_yaml(proposal: Proposal, catalogue: Catalogue) -> str:
    """`proposal` as an entry of a scenarios file; the editor writes the story."""
    answers = ", ".join(f"{fact}: {_scalar(option)}" for fact, option in proposal.answers)
    words = "，".join(
        f"{catalogue.facts[fact].label}＝{catalogue.facts[fact].option_labels[option]}"
        for fact, option in proposal.answers
    )
    return (
        f"  - name: {proposal.outcome}-{proposal.places[0].line}\n"
        f"    story: （写一两句话：谁买了什么，遇到了什么。）{words}\n"
        f"    tree: {proposal.tree}\n"
        f"    answers: {{{answers}}}\n"
        f"    outcome: {proposal.outcome}\n"
    )


def _scalar(option: str) -> str:
    # Other YAML readers take these for booleans.
    return json.dumps(option) if option in ("yes", "no", "on", "off", "true", "false") else option
