# SPDX-License-Identifier: MIT
"""Functions in a forest against explicit tables: what they are, restricted, and compared.

Each function is drawn as a table and then built asking the facts in a different order on every
way, as trees may.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from random import Random

import pytest

from generator import forest as forest_module
from generator.forest import Difference, Forest, TooUnlike, differences, situations

SEEDS = range(60)

Row = tuple[str, ...]
Table = Mapping[Row, str]


class Drawn:
    """Facts, and functions over them as tables."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        count = self.chance.randint(1, 5)
        self.options = {
            f"f{n}": tuple("abcd"[: self.chance.randint(2, 4 if count < 5 else 3)])
            for n in range(count)
        }
        self.forest = Forest(self.options)
        self.rows = list(product(*self.options.values()))

    def table(self) -> Table:
        """A function of some of the facts, with few labels, so that there is much to share."""
        facts = list(self.options)
        seen = [
            facts.index(f) for f in self.chance.sample(facts, self.chance.randint(0, len(facts)))
        ]
        labels: dict[Row, str] = {}
        keys = [tuple(row[place] for place in seen) for row in self.rows]
        for key in keys:
            labels.setdefault(key, self.chance.choice(("one", "one", "two", "three")))
        return {row: labels[key] for row, key in zip(self.rows, keys, strict=True)}

    def built(self, table: Table) -> int:
        """The function of `table`, asking in a new order on every way."""
        return self._built(table, list(self.options), self.rows)

    def _built(self, table: Table, left: list[str], rows: Sequence[Row]) -> int:
        if not left:
            (row,) = rows
            return self.forest.leaf(table[row])
        fact = self.chance.choice(left)
        place = list(self.options).index(fact)
        others = [name for name in left if name != fact]
        children = [
            self._built(table, others, [row for row in rows if row[place] == option])
            for option in self.options[fact]
        ]
        return self.forest.node(fact, tuple(children))

    def read(self, function: int) -> Table:
        """The table of a function, by asking it for every row."""
        return {row: self._label(function, row) for row in self.rows}

    def _label(self, at: int, row: Row) -> str:
        given = dict(zip(self.options, row, strict=True))
        while at >= 0:
            fact = self.forest.fact(at)
            at = self.forest.children(at)[self.options[fact].index(given[fact])]
        return str(self.forest.label(at))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_function_says_what_its_table_says(seed: int) -> None:
    drawn = Drawn(seed)
    table = drawn.table()
    function = drawn.built(table)
    assert drawn.read(function) == table
    assert (function < 0) == (len(set(table.values())) == 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_restricting_is_setting_one_fact(seed: int) -> None:
    drawn = Drawn(seed)
    table = drawn.table()
    function = drawn.built(table)
    for place, (fact, options) in enumerate(drawn.options.items()):
        for number, option in enumerate(options):
            restricted = drawn.forest.restrict(function, fact, number)
            wanted = {row: table[(*row[:place], option, *row[place + 1 :])] for row in drawn.rows}
            assert drawn.read(restricted) == wanted
            assert fact not in drawn.forest.facts(restricted)
    assert drawn.read(function) == table, "the function itself should stay as it was"


@pytest.mark.parametrize("seed", SEEDS)
def test_differences_are_counted_exactly_and_shown_by_example(seed: int) -> None:
    drawn = Drawn(seed)
    old, new = drawn.table(), drawn.table()
    before, after = drawn.built(old), drawn.built(new)
    found = differences(drawn.forest, before, after)
    asked = drawn.forest.facts(before, after)
    assert situations(drawn.forest, before, after) == prod(len(drawn.options[f]) for f in asked)
    # Facts that neither asks are in the table, but not in the counts.
    more = prod(len(options) for fact, options in drawn.options.items() if fact not in asked)
    wanted = Counter((old[row], new[row]) for row in drawn.rows if old[row] != new[row])
    assert {(d.before, d.after): d.count * more for d in found} == dict(wanted)
    for difference in found:
        assert_example(drawn, old, new, difference)


def assert_example(drawn: Drawn, old: Table, new: Table, difference: Difference) -> None:
    """Whatever else is answered, the example leads to the two labels."""
    given = dict(difference.example)
    assert len(given) == len(difference.example), "no fact twice"
    facts = list(drawn.options)
    rows = [row for row in drawn.rows if all(row[facts.index(f)] == o for f, o in given.items())]
    assert rows
    assert {(old[row], new[row]) for row in rows} == {(difference.before, difference.after)}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_function_asked_in_another_order_is_no_difference(seed: int) -> None:
    drawn = Drawn(seed)
    table = drawn.table()
    assert differences(drawn.forest, drawn.built(table), drawn.built(table)) == []


def test_only_what_matters_is_reported() -> None:
    forest = Forest({"f": ("a", "b", "c")})
    one, two, three = (forest.leaf(label) for label in ("one", "two", "three"))
    before = forest.node("f", (one, two, three))
    after = forest.node("f", (two, three, three))
    found = differences(forest, before, after, lambda old, _: old == "two")
    assert found == [Difference("two", "three", 1, (("f", "b"),))]


def test_the_example_is_the_plainest() -> None:
    """One answer is enough, though most situations that differ need two."""
    forest = Forest({"f": ("a", "b"), "g": ("a", "b", "c")})
    same, other = forest.leaf("same"), forest.leaf("other")
    late = forest.node("g", (same, other, other))
    (found,) = differences(forest, same, forest.node("f", (late, other)))
    assert found == Difference("same", "other", 5, (("f", "b"),))


def test_equal_functions_are_one_node_and_idle_questions_are_left_out() -> None:
    forest = Forest({"f": ("a", "b"), "g": ("a", "b")})
    one, two = forest.leaf("one"), forest.leaf("two")
    assert forest.leaf("one") == one
    assert forest.node("f", (one, two)) == forest.node("f", (one, two))
    assert forest.node("g", (forest.node("f", (one, two)),) * 2) == forest.node("f", (one, two))
    assert forest.label(one) == "one"


def test_functions_too_unlike_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    forest = Forest({"f": ("a", "b"), "g": ("a", "b")})
    ends = (forest.leaf("one"), forest.leaf("two"))
    before, after = forest.node("f", ends), forest.node("g", ends)
    assert len(differences(forest, before, after)) == 2
    monkeypatch.setattr(forest_module, "MAX_PAIRS", 2)
    with pytest.raises(TooUnlike):
        differences(forest, before, after)
    assert differences(forest, before, before) == [], "equal functions need no walk"


def test_counts_are_exact_where_no_list_could_be_made() -> None:
    names = [f"f{n}" for n in range(40)]
    forest = Forest(dict.fromkeys(names, ("a", "b", "c")))
    same, other = forest.leaf("same"), forest.leaf("other")
    after = other
    for name in reversed(names):
        after = forest.node(name, (same, same, after))
    (found,) = differences(forest, same, after)
    assert (found.count, situations(forest, same, after)) == (1, 3**40)
