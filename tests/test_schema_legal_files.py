# SPDX-License-Identifier: MIT
# ruff: noqa: E501 (a mistake reads best on one line)
"""No file that the parser reads is underlined by the JSON Schemas."""

from __future__ import annotations

import random
import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.parse import parse
from tests.libraries import library
from tests.schema_editor import ROOT, VALIDATORS, complaints, kind_of

FILES = sorted(
    (path, path.relative_to(top).as_posix())
    for top in (ROOT / "decision_trees", ROOT / "tests/second_site/trees")
    for path in top.rglob("*.yaml")
)


@pytest.mark.parametrize("path,name", FILES, ids=[name for _, name in FILES])  # noqa: PT006
def test_no_shipped_file_is_underlined(path: Path, name: str) -> None:
    assert complaints(name, path.read_text(encoding="utf-8")) == []


def test_no_example_of_the_handbook_is_underlined() -> None:
    handbook = (ROOT / "docs/editing.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", handbook, re.DOTALL)
    whole = 0
    for block in blocks:
        named = re.match(r"# (\S+\.yaml)\n", block)
        first = re.match(r"(\w+):\n", block)
        path = named.group(1) if named else f"{first.group(1)}/x.yaml" if first else ""
        if path and kind_of(path) in VALIDATORS:
            assert complaints(path, block) == []
            whole += 1
    assert whole >= 15


LEGAL = {
    "an unquoted date": ("trees/demo.yaml", 'review_by: "2027-01-01"', "review_by: 2027-01-01"),
    "a number with a fraction in a text": ("trees/demo.yaml", "title: 演示", "title: 3.15"),
    "a long word for a question": ("trees/demo.yaml", "next: used", "next: question/used"),
    "no and yes without quotes": ("facts/facts.yaml", '"no": {label: 没到}', "no: {label: no}"),
    "a word that looks like a time": ("facts/facts.yaml", "{label: 没到}", "{label: 没到, hint: 12:30}"),
    "a negative band": ("facts/facts.yaml", "{label: 没到}", "{label: 没到, below: -3}"),
    "one option in a condition": ("outcomes/o.yaml", "[因为这样。]", '[{text: 因为, when: {used: "no"}}]'),
    "a member of a multi-select": ("outcomes/o.yaml", "[因为这样。]", "[{text: 因为, when: {kept.page: [yes, unasked]}}]"),
    "all, any and not": ("outcomes/o.yaml", "[因为这样。]", "[{text: 因为, when: {all: [{any: [{used: yes}]}, {not: {used: no}}]}}]"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEGAL)
def test_whatever_the_parser_reads_is_not_underlined(name: str) -> None:
    path, old, new = LEGAL[name]
    text = library()[path].decode()
    assert old in text
    text = text.replace(old, new, 1)
    assert not parse({path: text.encode()}).problems
    assert complaints(path, text) == []


def test_one_id_stands_for_a_list_in_an_invariant() -> None:
    text = dedent("""\
        invariants:
          - name: calm
            says: 一句话。
            trees: demo
            never: {verdict: [hard, open], action: call-police, at_least: good}
            monotone: {fact: used, worse: yes, better: [no, part]}
            irrelevant: {fact: used, to: verdict}
        """)
    assert not parse({"invariants.yaml": text.encode()}).problems
    assert complaints("invariants.yaml", text) == []


SCRIBBLES = (
    "3.15", "404", "-3", "no", "true", "~", "", '""', "' '", "12:30",
    "2028-02-29", "2027-02-29", "a", "a.b", "a-1", "A", "outcome/a", "question/a", "甲", "[a, b]",
    "[]", "[甲, 3.15]", "{}", "{a: b}", "{a: [b, unasked]}", "{any: [{a: b}]}", "[{when: {a: b}}]",
    "{text: 甲}", "[{text: 甲, when: {a: b}}]", "{label: 甲}", "{cases: [{when: {a: b}, next: a}]}",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=0))
def test_whatever_is_scribbled_into_a_file_is_not_underlined_if_it_parses(seed: int) -> None:
    chance = random.Random(seed)
    files = library()
    path = chance.choice(sorted(files))
    text = _scribbled(files[path].decode(), chance)
    if not parse({path: text.encode()}).problems:
        assert complaints(path, text) == []


@pytest.mark.parametrize("written", ["010", "0x1F", "1e3", "1.0"])
def test_a_text_that_yaml_takes_for_a_whole_number_wants_quotes(written: str) -> None:
    """The one known gap: a schema sees the number, our reader sees what was written."""
    bare = library()["trees/demo.yaml"].decode().replace("title: 演示", f"title: {written}")
    quoted = bare.replace(written, f'"{written}"')
    for text in (bare, quoted):
        assert not parse({"trees/demo.yaml": text.encode()}).problems
    assert complaints("trees/demo.yaml", bare) != []
    assert complaints("trees/demo.yaml", quoted) == []


def _scribbled(text: str, chance: random.Random) -> str:
    values = r"(?<=: )(?=([^\s,{}\[\]]+|\[[^\[\]{}]*\]|\{[^{}]*\}))"
    match = chance.choice(list(re.finditer(values, text)))
    return text[: match.start(1)] + chance.choice(SCRIBBLES) + text[match.end(1) :]
