# SPDX-License-Identifier: MIT
"""The browser and Python agree on every edge and every part table of every shipped guide.

A walk only ever follows edges, and a page only ever looks up part tables; so agreement on all of
them is agreement in all situations. The compiled diagram itself is compared with a naive reading
of the YAML.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.catalogue import holds
from generator.check import CheckedLibrary
from generator.compile import page_data
from generator.compile.conditions import Table, Tables, table
from generator.compile.context import context
from generator.components.bundle import bundle
from generator.diagram import census
from generator.guards import UNASKED, Guard, atoms
from generator.rules.subject import outcome_parts
from tests import shipped as ours
from tests.interpreter import interpret, true

TREES = Path(__file__).parents[1] / "decision_trees"


@pytest.fixture(scope="module")
def shipped() -> CheckedLibrary:
    return ours.library()


@pytest.fixture
def walker(chromium: Browser) -> Page:
    page = chromium.new_page()
    page.set_content("<!doctype html><title>walker</title>")
    page.evaluate(bundle(expose_for_tests=True).decode())
    return page


def test_every_edge_of_every_guide(shipped: CheckedLibrary, walker: Page) -> None:
    edges = 0
    compiled = context(shipped, directories=True)
    for tree in shipped.library.trees:
        text = page_data.guide_data(compiled, str(tree))
        data = json.loads(text)
        kept = shipped.diagram.reachable(shipped.diagram.starts[str(tree)])
        seen = walker.evaluate(
            """(text) => {
              const data = JSON.parse(text);
              const { readTable, walk } = globalThis.lubiaoWalk;
              const table = readTable(data);
              return data.nodes.map(([fact], node) =>
                data.facts[fact].options.map(({ id }) =>
                  walk(table, node, new Map([[fact, id]])).node));
            }""",
            text,
        )
        assert data["starts"][str(tree)] == kept.index(shipped.diagram.starts[str(tree)])
        for index, destinations in zip(kept, seen, strict=True):
            node = shipped.diagram.nodes[index]
            for option, to in zip(
                shipped.facts.facts[node.fact].options, destinations, strict=True
            ):
                expected = node.to(option)
                if expected < 0:
                    assert data["outcomes"][-to - 1][0] == shipped.diagram.outcome(expected)
                else:
                    assert kept[to] == expected
                edges += 1
    assert edges > 400


def test_every_row_of_every_part_table(shipped: CheckedLibrary, walker: Page) -> None:
    rows = 0
    compiled = context(shipped, directories=True)
    guards: dict[str, list[Guard]] = {}
    # Most conditions stand in many outcomes; what they come to is worked out once.
    known: dict[tuple[Guard, tuple[str, ...]], list[bool]] = {}
    for outcome, _, _, when, _ in outcome_parts(shipped.library):
        if when is not None:
            guards.setdefault(outcome, []).append(when)
    for outcome, conditions in guards.items():
        tables = Tables(shipped.facts)
        indexes = [tables.condition(when).table for when in conditions]  # type: ignore[union-attr]
        text = page_data.outcome_data(compiled, outcome, tables.rows)
        shown = _shown_in_browser(walker, text)
        for when, index in zip(conditions, indexes, strict=True):
            names, bits = tables.rows[index]
            if (when, names) not in known:
                rows_of = _combinations(names, shipped)
                known[when, names] = [_python(when, names, row, shipped) for row in rows_of]
            expected = known[when, names]
            assert shown[index] == expected == [bit == "1" for bit in bits]
            rows += len(expected)
    assert rows > 1000


def _shown_in_browser(walker: Page, text: str) -> list[list[bool]]:
    """For each part table of the page, what the browser shows for every combination."""
    # As text both ways: taking large values apart for the browser costs more than the test.
    shown: list[list[bool]] = json.loads(
        walker.evaluate(
            """(text) => {
          const data = JSON.parse(text);
          const { readTable, showsPart } = globalThis.lubiaoWalk;
          const table = readTable(data);
          const combinations = (facts) => facts.reduce(
            (rows, fact) => rows.flatMap((row) =>
              [...data.facts[fact].options.keys(), null].map((place) => [...row, [fact, place]])),
            [[]]);
          return JSON.stringify(data.parts.map(([facts], index) => combinations(facts).map((row) =>
            showsPart(table, index, row.filter(([, place]) => place !== null)
              .map(([fact, place]) => ({ fact, place }))))));
        }""",
            text,
        )
    )
    return shown


def _combinations(names: tuple[str, ...], shipped: CheckedLibrary) -> list[dict[str, str]]:
    values = [(*shipped.facts.facts[name].options, UNASKED) for name in names]
    return [
        {n: v for n, v in zip(names, row, strict=True) if v != UNASKED} for row in product(*values)
    ]


def _python(
    when: Guard, names: tuple[str, ...], answers: dict[str, str], shipped: CheckedLibrary
) -> bool:
    assert set(names) == {str(atom.fact) for atom in atoms(when)}
    assert holds(when, answers, shipped.facts) == true(shipped.library, when, answers)
    return bool(holds(when, answers, shipped.facts))


def test_the_diagram_is_what_the_yaml_says(shipped: CheckedLibrary) -> None:
    chance = random.Random(20261122)
    for tree in map(str, shipped.library.trees):
        met: set[str] = set()
        for answers in (*_ways(shipped, tree, chance), *_anyhow(shipped, tree, chance, 400)):
            at, used = shipped.diagram.walk(shipped.diagram.starts[tree], answers)
            expected, asked = interpret(shipped.library, tree, answers)
            assert (shipped.diagram.outcome(at), used) == (expected, asked)
            met.add(expected)
        assert met == set(census(shipped.diagram, tree).by_outcome)


def _anyhow(
    shipped: CheckedLibrary, tree: str, chance: random.Random, count: int
) -> Iterator[dict[str, str]]:
    """Full assignments."""
    facts = census(shipped.diagram, tree).facts
    for _ in range(count):
        yield {f: chance.choice(shipped.facts.facts[f].options) for f in facts}


def _ways(shipped: CheckedLibrary, tree: str, chance: random.Random) -> Iterator[dict[str, str]]:
    """Full assignments that between them take every edge of the guide once."""
    diagram, start = shipped.diagram, shipped.diagram.starts[tree]
    came: dict[int, dict[str, str]] = {start: {}}
    anyhow = _anyhow(shipped, tree, chance, 1_000_000)
    for index in diagram.reachable(start):
        node = diagram.nodes[index]
        for edge in node.edges:
            answers = {**came[index], node.fact: chance.choice(edge.options)}
            came.setdefault(edge.to, answers)
            yield {**next(anyhow), **answers}


def test_every_outcome_is_reached_and_every_situation_counted(shipped: CheckedLibrary) -> None:
    reached: set[str] = set()
    for tree in map(str, shipped.library.trees):
        counted = census(shipped.diagram, tree)
        assert sum(counted.by_outcome.values()) == counted.situations
        assert all(count > 0 for count in counted.by_outcome.values())
        reached |= set(counted.by_outcome)
    assert reached == set(map(str, shipped.library.outcomes))


def test_a_part_table_counts_not_asked_as_one_more_value(shipped: CheckedLibrary) -> None:
    guard = next(w for _, _, _, w, _ in outcome_parts(shipped.library) if w is not None)
    names, bits = table(guard, shipped.facts)
    size = 1
    for name in names:
        size *= len(shipped.facts.facts[name].options) + 1
    assert len(bits) == size
    row: Table = (names, bits)
    assert row in Tables(shipped.facts, [row]).rows
