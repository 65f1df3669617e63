# SPDX-License-Identifier: MIT
"""`lubiao diff` where several things became one: each old thing is followed, and counted.

Counts are against brute force: every situation of the old version, read naively in both.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from time import process_time
from typing import Any

import pytest

from generator.compare import compare
from generator.forest import Forest, TooUnlike, differences
from tests.diff_versions import (
    ACTIONS,
    BEFORE,
    OUTCOMES,
    TODAY,
    checked_library,
    compared,
    sources,
    texts,
)
from tests.libraries import BASE
from tests.random_edits import (
    Draft,
    _change_condition,
    _change_target,
    _change_verdict,
    _choices,
    _move_class,
    _revalue,
    _swap_questions,
    _unsay,
    draft,
    edited,
)
from tests.test_compare import Brute, Version, _examples, _same

CASES = 60
QUIET = (
    _swap_questions, _change_target, _change_verdict, _change_condition, _move_class,
)  # fmt: skip
"""Edits that give nothing a new name."""


# ---- options -----------------------------------------------------------------------------------


def _merge(made: Draft, chance: random.Random) -> dict[str, tuple[str, str]]:
    """Make one option of two; by fact the old option that went and the option it is now."""
    name = chance.choice([f for f in _choices(made) if len(_steady(made, f)) > 1])
    fact = made.facts[name]
    gone, kept = chance.sample(_steady(made, name), 2)
    if len(fact["options"]) < 3:
        fact["options"]["more"] = {"label": "新的"}
    if chance.random() < 0.3:
        # Both become a third: the first that is named keeps its place, the other stays apart.
        fact["options"]["both"] = {**fact["options"].pop(kept), "formerly": [kept, gone]}
        made.was[f"{name}.both"] = f"{name}.{kept}"
        for place in (made.questions, made.outcomes):
            _revalue(place, name, kept, "both")
        _rename_entries(made, name, kept, "both")
        kept = "both"
    else:
        fact["options"][kept]["formerly"] = [gone]
    del fact["options"][gone]
    if "classes" in fact and not any("class" in option for option in fact["options"].values()):
        fact["options"][kept]["class"] = "k"
    if "unsure" in fact["options"]:
        fact["options"]["unsure"] = fact["options"].pop("unsure")
    for place in (made.questions, made.outcomes):
        _unsay(place, name, gone)
    _rename_entries(made, name, gone, "")
    return {name: (gone, kept)}


def _steady(made: Draft, fact: str) -> list[str]:
    return [option for option in made.facts[fact]["options"] if option != "unsure"]


def _rename_entries(made: Draft, fact: str, old: str, new: str) -> None:
    for question in made.questions.values():
        target = question.get("options", {}).pop(old, None) if question["ask"] == fact else None
        if target and new:
            question["options"][new] = target


def _brute(before: Draft, after: Draft, merged: Mapping[str, tuple[str, str]]) -> Brute:
    libraries = [checked_library(each.sources()).library for each in (before, after)]
    old = Version(libraries[0], before.tree, after.was, old=True)
    new = Version(libraries[1], after.tree, after.was, old=False)
    for fact, (gone, kept) in merged.items():
        new.options[fact][gone] = kept
    space = {
        fact: tuple(dict.fromkeys([*new.options.get(fact, ()), *old.options.get(fact, ())]))
        for fact in {**new.options, **old.options}
    }
    rows: list[Any] = []
    for row in product(*space.values()):
        situation = dict(zip(space, row, strict=True))
        rows.append((situation, old.look(situation), new.look(situation)))
    ever = frozenset().union(*(a.asked | b.asked for _, a, b in rows))
    fold = prod(len(options) for fact, options in space.items() if fact not in ever)
    return Brute(old, new, rows, space, fold)


@pytest.mark.parametrize("seed", range(CASES))
def test_merged_options_are_counted_like_brute_force(seed: int) -> None:
    chance = random.Random(seed)
    before = draft(chance)
    after = edited(before, chance, chance.sample(QUIET, chance.randint(0, 2)) or [_move_class])
    merged = _merge(after, chance)
    expected = _brute(before, after, merged)
    found = compare(*(checked_library(each.sources()) for each in (before, after)))
    _same(found.trees[0], expected)
    _examples(found.trees[0], expected)


FEWER = BASE["facts/facts.yaml"].replace("              part: {label: 用了一部分}\n", "")
INTO_YES = FEWER.replace("{label: 用完了}", "{label: 用过, formerly: [part]}")
NO_PART = BEFORE.replace("part: outcome/fresh, ", "")


def test_an_option_that_went_into_another_is_a_change() -> None:
    (tree,) = compared(sources(), sources(NO_PART, facts__facts=INTO_YES)).trees
    (change,) = tree.changes
    assert (tree.situations, change.count) == (8, 1)
    assert change.before is not None
    assert change.after is not None
    assert (change.before.outcome, change.after.outcome) == ("fresh", "late")
    assert change.example.words == "到了没有＝到了，用了没有＝用了一部分"
    assert change.example.before == "guides/demo.html#arrived=yes&used=part"
    assert change.example.after == "guides/demo.html#arrived=yes&used=yes"


def test_the_texts_of_a_merged_option_are_those_of_the_one_that_stayed() -> None:
    found = texts(compared(sources(), sources(NO_PART, facts__facts=INTO_YES)))
    assert found["facts", "used", "options.yes.label"] == ("用完了", "用过")
    assert found["facts", "used", "options.part.label"] == ("用了一部分", "")


# ---- facts and trees ---------------------------------------------------------------------------

TWO = """\
    facts:
      a: {label: 甲, question: 甲？, options: {x: {label: 一}, y: {label: 二}}}
      b: {label: 乙, question: 乙？, options: {x: {label: 一}, y: {label: 二}}}
    """
ONE = """\
    facts:
      a: {label: 甲, formerly: [b], question: 甲？, options: {x: {label: 一}, y: {label: 二}}}
    """
HEAD = BEFORE[: BEFORE.index("        start:")]
ASKS_TWO = (
    HEAD
    + """\
        start: a
        questions:
          a: {ask: a, options: {x: outcome/fresh}, next: b}
          b: {ask: b, options: {x: outcome/fresh}, next: outcome/late}
        """
)
ASKS_ONE = (
    HEAD
    + """\
        start: a
        questions:
          a: {ask: a, options: {x: outcome/fresh}, next: outcome/late}
        """
)


def test_merged_facts_stay_apart() -> None:
    old = sources(ASKS_TWO, facts__facts=TWO)
    (tree,) = compared(old, sources(ASKS_ONE, facts__facts=ONE)).trees
    (change,) = tree.changes
    assert (tree.situations, change.count) == (4, 1)
    assert change.example.answers == (("a", "y"), ("b", "x"))
    assert [(a.fact, a.newly, a.dropped) for a in tree.asking] == [("b", 0, 2)]


def test_a_tree_keeps_its_own_id_and_the_merged_one_is_gone() -> None:
    other = BEFORE.replace("tree: demo", "tree: other").replace("fresh", "late")
    old = {**sources(), "trees/other.yaml": sources(other)["trees/demo.yaml"]}
    for former in ("[other]", "[other, older]"):
        new = sources(BEFORE.replace("tree: demo\n", f"tree: demo\n        formerly: {former}\n"))
        found = compared(old, new)
        assert (found.added, found.removed) == ((), ("other",))
        assert [(tree.tree, tree.changes) for tree in found.trees] == [("demo", ())]


# ---- outcomes, verdicts, pieces ----------------------------------------------------------------


def test_a_merged_outcome_is_a_change_and_the_texts_are_compared_with_the_own_old_ones() -> None:
    tree = BEFORE.replace("unsure: outcome/hard", "unsure: outcome/late")
    outcomes = OUTCOMES[: OUTCOMES.index("      hard:")]
    into_late = outcomes.replace("late:\n", "late:\n        formerly: [hard]\n")
    # Only the first, `late`, keeps its own words.
    old = sources(outcomes=OUTCOMES.replace("一句话。", "别的话。").replace("别的", "一句", 1))
    found = compared(old, sources(tree, into_late.replace("一句话。", "新的话。")))
    (change,) = found.trees[0].changes
    assert change.count == 1
    assert change.before is not None
    assert change.after is not None
    assert (change.before.outcome, change.after.outcome) == ("hard", "late")
    told = texts(found)
    assert told["outcomes", "late", "summary"] == ("一句话。", "新的话。")
    assert told["outcomes", "hard", ""] == ("不好退", "")


def test_two_that_became_a_third_are_told_apart() -> None:
    tree = BEFORE.replace("outcome/hard", "outcome/both").replace("outcome/late", "outcome/both")
    outcomes = OUTCOMES[: OUTCOMES.index("      hard:")]
    both = outcomes.replace("late:\n", "both:\n        formerly: [late, hard]\n")
    found = compared(sources(), sources(tree, both))
    (change,) = found.trees[0].changes
    assert change.before is not None
    assert change.before.outcome == "hard"
    assert change.count == 1


def test_a_merged_verdict_is_a_change() -> None:
    words = BASE["verdicts.yaml"]
    third = words.rstrip() + "\n          third: {label: 第三, meaning: 意思。, tone: open}\n"
    merged = words.replace("yes-you-can: {", "yes-you-can: {formerly: [third], ")
    old = sources(outcomes=OUTCOMES.replace("verdict: yes-you-can", "verdict: third", 1))
    (tree,) = compared(
        {**old, **_only("verdicts.yaml", sources(verdicts=third))}, sources(verdicts=merged)
    ).trees
    assert [(c.before and c.before.verdict, c.count) for c in tree.changes] == [("third", 5)]


def _only(path: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: files[path]}


def test_a_merged_piece_is_a_change() -> None:
    both = OUTCOMES.replace(TODAY, "today: [first-step, second]", 1)
    merged = BASE["actions/a.yaml"].replace("first-step: {", "first-step: {formerly: [second], ")
    found = compared(sources(outcomes=both, actions__a=ACTIONS), sources(actions__a=merged))
    (showing,) = found.trees[0].showing
    assert (showing.part, showing.words, showing.gained, showing.lost) == ("second", "第二步", 0, 5)
    assert texts(found) == {("actions", "second", ""): ("第二步", "")}


def test_a_live_id_is_never_taken_for_an_old_one() -> None:
    """`formerly` names what is still there: that stays what it is, and the other one is new."""
    after = ACTIONS.replace("第二步, ", "第二步, formerly: [first-step], ")
    found = compared(sources(), sources(actions__a=after))
    assert texts(found) == {("actions", "second", ""): ("", "第二步")}


# ---- too unlike --------------------------------------------------------------------------------


def _pairs_of(forest: Forest, order: Sequence[int]) -> int:
    """Whether some two neighbours (0 and 1, 2 and 3, …) are both yes, asked in `order`."""
    made: dict[tuple[int, frozenset[int]], int] = {}

    def ask(place: int, open_yes: frozenset[int]) -> int:
        if place == len(order):
            return forest.leaf(False)
        if (place, open_yes) not in made:
            fact = order[place]
            rest = open_yes - {fact ^ 1}
            later = {f for f in order[place + 1 :] if f ^ 1 == fact}
            yes = forest.leaf(True) if fact ^ 1 in open_yes else None
            on = ask(place + 1, rest | {fact} if later else rest) if yes is None else yes
            made[place, open_yes] = forest.node(f"f{fact}", (on, ask(place + 1, rest)))
        return made[place, open_yes]

    return ask(0, frozenset())


def test_functions_that_are_too_much_work_are_refused_in_time() -> None:
    """26 yes/no facts in two orders that are bad in different ways: few pairs, endless work."""
    forest = Forest({f"f{n}": ("yes", "no") for n in range(26)})
    bad = [*range(0, 26, 2), *range(1, 26, 2)]
    before, after = _pairs_of(forest, bad), _pairs_of(forest, bad[::-1])
    started = process_time()
    with pytest.raises(TooUnlike):
        differences(forest, before, after)
    assert process_time() - started < 30, "a few seconds, with room for a slow machine"
    # Refusing once leaves nothing half made.
    good = _pairs_of(forest, range(26))
    assert differences(forest, good, before) == []


def test_a_whole_comparison_has_a_budget_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.compare.MAX_WORK", 5)
    with pytest.raises(TooUnlike, match="demo"):
        compared(sources(), sources(NO_PART, facts__facts=INTO_YES))
