# SPDX-License-Identifier: MIT
# ruff: noqa: F401, F811 (fixtures are imported by name)
"""`ask` against a naive reading of the YAML: the outcome, the parts, what is left."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from generator.asking import Answered, ask
from generator.asking.ahead import Ahead
from generator.asking.as_json import as_json
from generator.asking.parts import SECTIONS, set_aside, shown
from generator.check import CheckedLibrary
from generator.compile.context import context
from generator.compile.outcomes import outcome_view
from generator.diagram import census
from generator.scenarios import given
from tests.ask_libraries import TREE, shipped
from tests.interpreter import interpret, true


def _situations(checked: CheckedLibrary, count: int, seed: int) -> Iterator[dict[str, str]]:
    """Full assignments: half of them even, half near the stories, so that rare parts are met."""
    chance = random.Random(seed)
    facts = census(checked.diagram, TREE).facts
    stories = [dict(story.answers) for story in checked.library.scenarios]
    for number in range(count):
        answers = {f: chance.choice(checked.facts.facts[f].options) for f in facts}
        if number % 2:
            answers |= {str(k): str(v) for k, v in chance.choice(stories).items()}
            changed = chance.choice(sorted(answers))
            answers[changed] = chance.choice(checked.facts.facts[changed].options)
        yield answers


def test_the_outcome_and_the_answers_used_are_those_of_the_naive_reading(
    shipped: CheckedLibrary,
) -> None:
    for answers in _situations(shipped, 20, 1):
        asked = ask(shipped, TREE, answers)
        outcome, used = interpret(shipped.library, TREE, answers)
        assert isinstance(asked.result, Answered)
        assert asked.result.outcome == asked.result.view.id == outcome
        assert [fact for said in asked.known for fact, _ in said.answers] == used
        left = {fact for entry in asked.unasked for fact, _ in entry.said.answers}
        assert left == set(answers) - set(used)
        backwards = dict(reversed(answers.items()))
        assert as_json(ask(shipped, TREE, backwards)) == as_json(asked)


def test_the_parts_shown_are_those_whose_conditions_are_true(shipped: CheckedLibrary) -> None:
    compiled = context(shipped, directories=False)
    views = {str(o): outcome_view(compiled, str(o)) for o in shipped.library.outcomes}
    varied: dict[tuple[str, str, int], set[bool]] = {}
    for answers in _situations(shipped, 1500, 2):
        outcome, used = interpret(shipped.library, TREE, answers)
        known = {fact: answers[fact] for fact in used}
        whole = views[outcome]
        view = shown(whole, known, shipped.facts)
        hidden = list(set_aside(whole, known, shipped.facts))
        for section in SECTIONS:
            parts = getattr(shipped.library.outcomes[outcome], section)
            truths = [p.when is None or true(shipped.library, p.when, known) for p in parts]
            assert None not in truths
            expected = [
                replace(part, condition=None)
                for part, holds in zip(getattr(whole, section), truths, strict=True)
                if holds
            ]
            assert list(getattr(view, section)) == expected
            assert sum(h.section == section for h in hidden) == truths.count(False)
            for place, (part, holds) in enumerate(zip(parts, truths, strict=True)):
                if part.when is not None:
                    varied.setdefault((outcome, section, place), set()).add(bool(holds))
    both = [key for key, seen in varied.items() if len(seen) == 2]
    assert len(both) > 400, "the sample should meet most conditions both ways"


def test_what_is_still_possible_is_exact(shipped: CheckedLibrary) -> None:
    """Every full assignment of the open facts, one by one, against the counts."""
    chance = random.Random(3)
    checked_counts = 0
    for answers in _situations(shipped, 400, 4):
        given = {fact: answers[fact] for fact in answers if chance.random() < 0.75}
        result = ask(shipped, TREE, given).result
        if isinstance(result, Answered) or not 4 < result.situations <= 700:
            continue
        at, _ = shipped.diagram.walk(shipped.diagram.starts[TREE], given)
        ahead = Ahead(shipped.diagram, at, given)
        counts, lengths = _listed(shipped, given, ahead.facts)
        assert {p.outcome: p.situations for p in result.possible} == counts
        assert result.situations == sum(counts.values())
        assert (result.fewest, result.most) == (min(lengths), max(lengths))
        checked_counts += 1
    assert checked_counts > 15


def _listed(
    checked: CheckedLibrary, given: Mapping[str, str], facts: tuple[str, ...]
) -> tuple[dict[str, int], list[int]]:
    """Naively: the outcomes of all assignments, and the screens each of them still asks."""
    counts: dict[str, int] = {}
    lengths = []
    for row in product(*(checked.facts.facts[fact].options for fact in facts)):
        answers = {**given, **dict(zip(facts, row, strict=True))}
        outcome, used = interpret(checked.library, TREE, answers)
        counts[outcome] = counts.get(outcome, 0) + 1
        open_facts = [fact for fact in used if fact not in given]
        lengths.append(len({checked.facts.facts[f].group or f for f in open_facts}))
    return counts, lengths


def test_without_answers_ahead_the_screens_are_those_of_the_diagram(
    shipped: CheckedLibrary,
) -> None:
    for index in range(0, len(shipped.diagram.nodes)):
        assert Ahead(shipped.diagram, index, {}).screens() == shipped.diagram.screens[index]
    counted = census(shipped.diagram, TREE)
    start = Ahead(shipped.diagram, shipped.diagram.starts[TREE], {})
    assert start.by_outcome() == counted.by_outcome
    assert start.situations == counted.situations


def test_every_story_comes_out_as_told(shipped: CheckedLibrary) -> None:
    for story in list(shipped.library.scenarios)[::6]:
        tree = str(story.tree or TREE)
        asked = ask(shipped, tree, {str(k): str(v) for k, v in story.answers.items()})
        assert isinstance(asked.result, Answered)
        assert asked.result.outcome == story.outcome
        # What the guide takes as given may stay unused where a story says otherwise.
        assert all(entry.said.key in given(shipped.library.trees[tree]) for entry in asked.unasked)
        actions = {part.id for part in (*asked.result.view.today, *asked.result.view.road)}
        assert set(story.actions) <= actions
