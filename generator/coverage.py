# SPDX-License-Identifier: MIT
"""Which transitions the editors' scenarios exercise, and scenarios that would exercise the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count

from generator.catalogue import Catalogue
from generator.choosing import decide
from generator.diagram import Diagram
from generator.model import Library
from generator.problems import Span
from generator.program import Move, Program
from generator.scenarios import said
from generator.specialise import Specialised

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Proposal:
    """A situation that takes transitions no scenario takes yet; no scenario has its `name`."""

    name: str
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
        answers = said(scenario, library)
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
    return {
        place
        for step in program.steps.values()
        for move in step.moves.values()
        for place in _places(move)
        # A joint stands nowhere in the file: its place is the question itself.
        if place != step.span
    }


def _places(move: Move) -> Iterator[Span]:
    yield from (choice.span for choice in move.choices)
    if move.otherwise is not None:
        yield move.otherwise_span or move.span


def _proposals(
    missing: tuple[Span, ...], library: Library, result: Specialised
) -> Iterator[Proposal]:
    assert result.diagram is not None
    open_places = set(missing)
    names = {str(scenario.name) for scenario in library.scenarios}
    for place in missing:
        if place not in open_places:
            continue
        tree, answers = _through(place, library, result)
        places, outcome = trace(result.program, result.diagram.facts, tree, answers)
        exercised = tuple(sorted(open_places.intersection(places)))
        open_places -= set(exercised)
        name = _new_name(f"{outcome[:_NAME]}-{place.line}", names)
        names.add(name)
        yield Proposal(name, tree, tuple(answers.items()), outcome, exercised)


_NAME = 40
"""So much of an outcome's id goes into a name, which is an id itself."""


def _new_name(name: str, names: set[str]) -> str:
    others = (f"{name}-{n}" for n in count(2))
    return next(new for new in chain([name], others) if new not in names)


def _through(place: Span, library: Library, result: Specialised) -> tuple[str, dict[str, str]]:
    """A tree and a way of answering it that takes the transition at `place`."""
    assert result.diagram is not None
    known = result.used_places[place]
    # The same answers may be asked by several trees.
    for tree in map(str, library.trees):
        if _fits(known, result.diagram, tree):
            answers = _completed(dict(known), tree, result.diagram)
            if place in trace(result.program, result.diagram.facts, tree, answers)[0]:
                return tree, answers
    raise AssertionError(f"nothing takes the transition at {place}")


def _completed(known: dict[str, str], tree: str, diagram: Diagram) -> dict[str, str]:
    """The answers with the shortest way on to an outcome."""
    while True:
        at, _ = diagram.walk(diagram.starts[tree], known)
        if at < 0:
            return known
        edges = diagram.nodes[at].edges
        nearest = min(edges, key=lambda edge: diagram.screens[edge.to][0] if edge.to >= 0 else 0)
        known[diagram.nodes[at].fact] = nearest.options[0]


def _fits(known: Iterable[tuple[str, str]], diagram: Diagram, tree: str) -> bool:
    answers = dict(known)
    _, used = diagram.walk(diagram.starts[tree], answers)
    return set(used) == set(answers)


def as_yaml(proposal: Proposal, catalogue: Catalogue) -> str:
    """`proposal` as an entry of a scenarios file; the editor writes the story."""
    answers = ", ".join(f"{_scalar(fact)}: {_scalar(option)}" for fact, option in proposal.answers)
    words = "，".join(
        f"{catalogue.facts[fact].label}＝{catalogue.facts[fact].option_labels[option]}"
        for fact, option in proposal.answers
    )
    story = f"（写一两句话：谁买了什么，遇到了什么。）{words}"
    return (
        f"  - name: {_scalar(proposal.name)}\n"
        f"    story: {json.dumps(story, ensure_ascii=False)}\n"
        f"    tree: {_scalar(proposal.tree)}\n"
        f"    answers: {{{answers}}}\n"
        f"    outcome: {_scalar(proposal.outcome)}\n"
    )


def _scalar(name: str) -> str:
    # YAML readers take these for booleans and for nothing at all.
    return json.dumps(name) if name in _TAKEN else name


_TAKEN = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})
