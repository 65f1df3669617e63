# SPDX-License-Identifier: MIT
"""Whatever a careless or hostile editor does, the answer is problems, never a traceback."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue, catalogue
from generator.check import check
from generator.diagram import census
from generator.model import Library
from generator.parse import parse
from generator.problems import has_errors
from generator.program import flatten
from generator.report import as_json, github, text
from generator.source import read
from generator.specialise import Fault, specialise
from tests.interpreter import interpret
from tests.libraries import library, outcomes

YAML_LIKE = st.text(
    alphabet=st.sampled_from(list("ab:-[]{}\"'|>&*!%@#? \n,.0é中：“")), max_size=120
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), YAML_LIKE.map(str.encode)))
def test_reading_any_bytes_never_raises(data: bytes) -> None:
    document = read(data, "x.yaml")
    assert document.value is not None or document.problems


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0))
def test_checking_damaged_libraries_never_raises(seed: int) -> None:
    chance = random.Random(seed)
    files = library()
    path = chance.choice(sorted(files))
    files[path] = _damage(files[path].decode(), chance).encode("utf-8", "replace")
    result = check(files)
    assert (result.library is None) == has_errors(result.problems)
    for shape in (text, github, as_json):
        shape(result.problems)


def _damage(original: str, chance: random.Random) -> str:
    lines = original.split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                del lines[at]
                lines = lines or [""]
            case 1:
                lines.insert(at, chance.choice(lines))
            case 2:
                lines[at] = " " * chance.randint(0, 6) + lines[at].strip()
            case 3:
                cut = chance.randint(0, len(lines[at]))
                lines[at] = lines[at][:cut] + chance.choice(
                    [":", "[", "}", '"', "&x", "~", "1", "-"]
                )
            case 4:
                words = lines[at].split(" ")
                chance.shuffle(words)
                lines[at] = " ".join(words)
            case _:
                other = chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


@settings(max_examples=120, deadline=None)
@given(st.integers(min_value=0))
def test_random_trees_mean_what_a_naive_reading_says(seed: int) -> None:
    parsed = parse(library("late", "fresh", **_random_tree(random.Random(seed))))
    assert not parsed.problems, text(parsed.problems)
    facts = catalogue(parsed.library.facts)
    result = specialise(flatten(parsed.library, facts), facts)
    if result.diagram is None:
        _really_endless(parsed.library, facts, result.faults)
        return
    counted = census(result.diagram, "demo")
    tally: dict[str, int] = {}
    options = [facts.facts[fact].options for fact in counted.facts]
    for row in product(*options):
        answers = dict(zip(counted.facts, row, strict=True))
        at, used = result.diagram.walk(result.diagram.starts["demo"], answers)
        outcome, asked = interpret(parsed.library, "demo", answers)
        assert (result.diagram.outcome(at), used) == (outcome, asked)
        tally[outcome] = tally.get(outcome, 0) + 1
    assert dict(counted.by_outcome) == tally


def _really_endless(library: Library, facts: Catalogue, faults: tuple[Fault, ...]) -> None:
    assert {fault.kind for fault in faults} == {"lap"}
    for fault in faults:
        answers = {**dict.fromkeys(facts.facts, "a"), **dict(fault.answers)}
        with pytest.raises(AssertionError, match="endless lap"):
            interpret(library, "demo", answers)


def _random_tree(chance: random.Random) -> dict[str, str]:
    count = chance.randint(2, 5)
    facts = "facts:\n" + "".join(
        f"  f{i}: {{label: 事实{i}, question: 选哪个？, options: "
        f"{{a: {{label: 甲}}, b: {{label: 乙}}, c: {{label: 丙}}}}}}\n"
        for i in range(count)
    )
    questions = "".join(_random_question(i, count, chance) for i in range(count))
    tree = (
        'tree: demo\ntitle: 演示\nsummary: 随机的树。\nreview_by: "2027-01-01"\nstart: q0\n'
        f"questions:\n{questions}"
    )
    return {"facts__facts": facts, "trees__demo": tree, "outcomes__o": outcomes("late", "fresh")}


def _random_question(index: int, count: int, chance: random.Random) -> str:
    def target() -> str:
        onward = [f"q{i}" for i in range(index + 1, count)] or ["outcome/late"]
        pool = [onward[0], onward[0], *onward, "outcome/late", "outcome/fresh"]
        if chance.random() < 0.06:
            pool.append(f"q{chance.randrange(count)}")  # perhaps a cycle
        return chance.choice(pool)

    lines = (
        f"  q{index}:\n    ask: f{chance.choice([index, index, index, chance.randrange(count)])}\n"
    )
    if index and chance.random() < 0.6:
        tested = chance.randrange(index)
        lines += (
            f"    cases:\n      - when: {{f{tested}: [{chance.choice('abc')}, unasked]}}\n"
            f"        next: {target()}\n    otherwise: {target()}\n"
        )
    else:
        lines += f"    next: {target()}\n"
    for option in "ab":
        if chance.random() < 0.4:
            prefix = "" if "options:" in lines else "    options:\n"
            lines += f"{prefix}      {option}: {target()}\n"
    return lines
