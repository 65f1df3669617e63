# SPDX-License-Identifier: MIT
"""`compare` against brute force: every situation of both versions, read naively, one by one."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

import pytest

from generator.check import CheckedLibrary, proved
from generator.compare import compare
from generator.compare.results import TreeChange
from generator.guards import Guard
from generator.model import Library
from tests.interpreter import interpret, true
from tests.random_edits import RENAMES, Draft, draft, edited

CASES = 160
Situation = dict[str, str]


class NotOffered(Exception):
    pass


class Asked(dict[str, str]):
    """Answers that note which facts were looked up, and refuse what is not offered."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        super().__init__(answers)
        self.seen: set[str] = set()

    def __getitem__(self, fact: str) -> str:
        self.seen.add(fact)
        if fact not in self:
            raise NotOffered
        return super().__getitem__(fact)


@dataclass(frozen=True)
class Seen:
    """What one version says to one situation, in the new version's names."""

    end: tuple[str, str] | None
    asked: frozenset[str]
    shown: frozenset[tuple[str, str]]


class Version:
    """One version, read through the naive interpreter."""

    def __init__(self, library: Library, tree: str, was: Mapping[str, str], old: bool) -> None:
        self.library, self.tree = library, tree
        self.now = {before: now for now, before in was.items()} if old else {}
        self.options = dict(self._options())

    def _options(self) -> Iterator[tuple[str, dict[str, str]]]:
        """By joint name of a fact: its options here, by joint name."""
        for name, fact in self.library.facts.items():
            if fact.kind == "multi":
                for member in fact.options:
                    joint = self.now.get(f"{name}.{member}", f"{name}.{member}")
                    yield joint, {"yes": "yes", "no": "no"}
            else:
                joint = self.now.get(str(name), str(name))
                yield joint, {self._option(str(name), str(o)): str(o) for o in fact.options}

    def _option(self, fact: str, option: str) -> str:
        return self.now.get(f"{fact}.{option}", f"{fact}.{option}").rpartition(".")[2]

    def own(self, joint: str) -> str:
        """This version's name of a fact."""
        return next((before for before, now in self.now.items() if now == joint), joint)

    def answers(self, situation: Situation) -> dict[str, str]:
        return {
            self.own(fact): self.options[fact][option]
            for fact, option in situation.items()
            if option in self.options.get(fact, {})
        }

    def look(self, situation: Situation) -> Seen:
        answers = Asked(self.answers(situation))
        end, shown = None, frozenset[tuple[str, str]]()
        try:
            outcome, asked = interpret(self.library, self.tree, answers)
        except NotOffered:
            pass
        else:
            verdict = str(self.library.outcomes[outcome].verdict)
            end = (self.now.get(outcome, outcome), self.now.get(verdict, verdict))
            known = {fact: dict.__getitem__(answers, fact) for fact in asked}
            shown = frozenset(self._shown(outcome, known))
        return Seen(end, frozenset(self.now.get(f, f) for f in answers.seen), shown)

    def _shown(self, outcome: str, known: Situation) -> Iterator[tuple[str, str]]:
        entry: Any = self.library.outcomes[outcome]
        named = {"evidence": "evidence", "today": "action", "provisions": "provision"}
        for section in ("reasons", "avoid", "evidence", "today", "provisions"):
            for part in getattr(entry, section):
                if self._holds(part.when, known):
                    piece = str(getattr(part, named.get(section, "text")))
                    yield section, self.now.get(piece, piece)
                    for provision in getattr(part, "provisions", ()):
                        yield "grounds", str(provision)

    def _holds(self, when: Guard | None, known: Situation) -> bool:
        return when is None or true(self.library, when, known) is True


@dataclass
class Brute:
    """Every situation of both versions, with what each says."""

    old: Version
    new: Version
    rows: list[tuple[Situation, Seen, Seen]]
    space: dict[str, tuple[str, ...]]
    fold: int

    def changes(self) -> Counter[Any]:
        return self._folded(Counter((a.end, b.end) for _, a, b in self.rows if a.end != b.end))

    def asking(self) -> dict[str, tuple[int, int]]:
        more, less = Counter[Any](), Counter[Any]()
        for _, a, b in self.rows:
            more.update(f for f in b.asked - a.asked if a.end is not None)
            less.update(f for f in a.asked - b.asked if b.end is not None)
        return self._pairs(more, less)

    def showing(self) -> dict[Any, tuple[int, int]]:
        more, less = Counter[Any](), Counter[Any]()
        for _, a, b in self.rows:
            if a.end and b.end and a.end[0] == b.end[0]:
                more.update((b.end[0], *part) for part in b.shown - a.shown)
                less.update((b.end[0], *part) for part in a.shown - b.shown)
        return self._pairs(more, less)

    def _pairs(self, more: Counter[Any], less: Counter[Any]) -> dict[Any, tuple[int, int]]:
        more, less = self._folded(more), self._folded(less)
        return {key: (more[key], less[key]) for key in {**more, **less}}

    def _folded(self, counted: Counter[Any]) -> Counter[Any]:
        assert not any(count % self.fold for count in counted.values())
        return Counter({key: count // self.fold for key, count in counted.items()})


def brute(old: Library, new: Library, before: Draft, after: Draft) -> Brute:
    """Both versions over the product of all facts; `fold` counts what neither ever asks."""
    first = Version(old, before.tree, after.was, old=True)
    second = Version(new, after.tree, after.was, old=False)
    space = {
        fact: tuple(dict.fromkeys([*second.options.get(fact, ()), *first.options.get(fact, ())]))
        for fact in {**second.options, **first.options}
    }
    situations = (dict(zip(space, row, strict=True)) for row in product(*space.values()))
    rows = [(s, first.look(s), second.look(s)) for s in situations]
    ever = frozenset().union(*(a.asked | b.asked for _, a, b in rows))
    fold = prod(len(options) for fact, options in space.items() if fact not in ever)
    return Brute(first, second, rows, space, fold)


# ---- the comparison ----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(CASES))
def test_every_count_is_what_brute_force_finds(seed: int) -> None:
    chance = random.Random(seed)
    before = draft(chance)
    after = edited(before, chance)
    old, new = _proved(before), _proved(after)
    found = compare(old, new)
    assert [tree.tree for tree in found.trees] == [after.tree]
    assert (found.added, found.removed) == ((), ())
    expected = brute(old.library, new.library, before, after)
    _same(found.trees[0], expected)
    _examples(found.trees[0], expected)


def _proved(made: Draft) -> CheckedLibrary:
    checked = proved(made.sources())
    assert checked.library is not None, checked.problems
    return checked.library


def _same(found: TreeChange, expected: Brute) -> None:
    assert found.situations == len(expected.rows) // expected.fold
    ends = {
        (
            (c.before.outcome, c.before.verdict) if c.before else None,
            (c.after.outcome, c.after.verdict) if c.after else None,
        ): c.count
        for c in found.changes
    }
    assert ends == dict(expected.changes())
    assert found.changed == sum(expected.changes().values())
    assert {a.fact: (a.newly, a.dropped) for a in found.asking} == expected.asking()
    showing = {(s.outcome, s.section, s.part): (s.gained, s.lost) for s in found.showing}
    assert showing == expected.showing()


def _examples(found: TreeChange, expected: Brute) -> None:
    """Every example forces its class, and no situation of the class is reached by fewer answers."""
    for change in found.changes:
        ends = (
            (change.before.outcome, change.before.verdict) if change.before else None,
            (change.after.outcome, change.after.verdict) if change.after else None,
        )
        answers = dict(change.example.answers)
        matching = [row for row in expected.rows if answers.items() <= row[0].items()]
        assert matching
        assert {(a.end, b.end) for _, a, b in matching} == {ends}
        there = [len(a.asked | b.asked) for _, a, b in expected.rows if (a.end, b.end) == ends]
        assert len(answers) <= min(there)
        assert change.direction == _direction(*ends, new=expected.new.library)
        _restores(change.example.before, ends[0], expected.old)
        _restores(change.example.after, ends[1], expected.new)


def _restores(address: str, end: tuple[str, str] | None, version: Version) -> None:
    """The address leads to that outcome in that version; there is none if it offers no such way."""
    if end is None:
        assert address == ""
        return
    page, _, fragment = address.partition("#")
    assert page == f"guides/{version.tree}.html"
    answers: Situation = {}
    for pair in filter(None, fragment.split("&")):
        fact, value = pair.split("=")
        if version.library.facts[fact].kind == "multi":
            ticked = [] if value == "none" else value.split(",")
            for member in map(str, version.library.facts[fact].options):
                answers[f"{fact}.{member}"] = "yes" if member in ticked else "no"
        else:
            answers[fact] = value
    outcome, _ = interpret(version.library, version.tree, answers)
    assert version.now.get(outcome, outcome) == end[0]


def _direction(before: Any, after: Any, new: Library) -> str:
    if before is None or after is None:
        return "new" if before is None else "gone"
    if before[1] == after[1]:
        return "same"
    if after[1] in _worse(before[1], new):
        return "weaker"
    return "stronger" if before[1] in _worse(after[1], new) else "unlike"


def _worse(verdict: str, library: Library) -> set[str]:
    direct = set(map(str, library.verdicts[verdict].better_than))
    return direct.union(*(_worse(v, library) for v in direct))


def test_the_random_edits_do_change_things() -> None:
    """A test that only ever sees equal versions would prove nothing."""
    directions: Counter[str] = Counter()
    asking = showing = quiet = 0
    for seed in range(0, CASES, 3):
        chance = random.Random(seed)
        before = draft(chance)
        tree = compare(_proved(before), _proved(edited(before, chance))).trees[0]
        directions.update(change.direction for change in tree.changes)
        asking += bool(tree.asking)
        showing += bool(tree.showing)
        quiet += not (tree.changes or tree.asking or tree.showing)
    assert set(directions) == {"weaker", "stronger", "same", "unlike", "gone", "new"}
    assert min(asking, showing, quiet) > 5


def test_a_version_is_like_itself() -> None:
    one = _proved(draft(random.Random(7)))
    assert compare(one, one).empty


@pytest.mark.parametrize("seed", range(12))
def test_renaming_everything_changes_nothing(seed: int) -> None:
    chance = random.Random(seed)
    before = draft(chance)
    after = edited(before, chance, RENAMES)
    assert after.was
    assert compare(_proved(before), _proved(after)).empty
