# SPDX-License-Identifier: MIT
# ruff: noqa: E501 (a mistake reads best on one line)
"""The JSON Schemas say what the parser says: no legal file is underlined, mistakes are."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from textwrap import dedent
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator import model
from generator.cli import main
from generator.model.outcomes import Part
from generator.parse import FOLDERS, parse
from generator.problems import has_errors
from generator.schema import KINDS, as_bytes, schemas, words
from generator.schema.scalars import DEFINITIONS
from tests.libraries import BASE, library

ROOT = Path(__file__).parents[1]
SCHEMAS = schemas()
VALIDATORS = {kind: jsonschema.Draft7Validator(schema) for kind, schema in SCHEMAS.items()}
FILES = sorted(
    (path, path.relative_to(top).as_posix())
    for top in (ROOT / "decision_trees", ROOT / "tests/second_site/trees")
    for path in top.rglob("*.yaml")
)
MODELS = {
    cls.__name__: cls
    for name in model.__all__
    if isinstance(cls := getattr(model, name), type)
    and issubclass(cls, BaseModel)
    and cls is not model.Model
}

_NULL = re.compile(r"(null|Null|NULL|~|)\Z")
_BOOL = re.compile(r"(true|True|TRUE|false|False|FALSE)\Z")
_INT = re.compile(r"([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2, core schema, keys as written: what the YAML extension hands to its validator."""
    return _built(yaml.compose(text, Loader=yaml.SafeLoader))


def _built(node: Any) -> Any:
    if node is None:
        return None
    if isinstance(node, yaml.MappingNode):
        return {key.value: _built(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_built(item) for item in node.value]
    return node.value if node.style else _plain(node.value)


def _plain(text: str) -> Any:
    if _NULL.match(text):
        return None
    if _BOOL.match(text):
        return text.lower() == "true"
    if _INT.match(text):
        return int(text, 0 if text.startswith(("0o", "0x")) else 10)
    return float(text) if _FLOAT.match(text) else text


def kind_of(path: str) -> str:
    return PurePosixPath(path).parts[0].removesuffix(".yaml")


def complaints(path: str, text: str) -> list[str]:
    errors = VALIDATORS[kind_of(path)].iter_errors(as_an_editor_reads(text))
    return [
        f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors
    ]


# --- the stored files


def test_there_is_a_schema_for_everything_the_parser_reads() -> None:
    assert set(KINDS) == {*FOLDERS, "verdicts", "glossary", "misquotes", "invariants"}
    for kind, schema in SCHEMAS.items():
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema["title"], kind
        assert schema["description"], kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_stored_schemas_are_current(kind: str) -> None:
    stored = (ROOT / f"decision_trees/schemas/{kind}.json").read_bytes()
    assert stored == as_bytes(schemas()[kind]), "run: lubiao schema"


def test_the_bytes_are_readable_and_end_in_a_newline() -> None:
    data = as_bytes(SCHEMAS["facts"])
    assert data.endswith(b"}\n")
    assert data.startswith(b'{\n  "$schema"')
    assert "事实".encode() in data
    assert list(SCHEMAS["trees"]["definitions"]) == sorted(SCHEMAS["trees"]["definitions"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_leads_to_a_definition_and_every_definition_is_used(kind: str) -> None:
    schema = SCHEMAS[kind]
    named = set(re.findall(r'"#/definitions/(\w+)"', as_bytes(schema).decode()))
    assert named == set(schema["definitions"])


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_beside_a_reference_where_draft_7_would_ignore_it(kind: str) -> None:
    for part in _parts(SCHEMAS[kind]):
        assert "$ref" not in part or set(part) == {"$ref"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_object_is_closed_and_every_property_explained(kind: str) -> None:
    for part in _parts(SCHEMAS[kind]):
        if "properties" in part and "if" not in part:
            assert "additionalProperties" in part
            for name, one in part["properties"].items():
                assert re.search("[\u4e00-\u9fff]", one["description"]), name
                assert len(one.get("enum", ())) == len(one.get("enumDescriptions", ())), name


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for one in schema:
            yield from _parts(one)


# --- the words


def test_every_field_of_every_model_has_words_and_no_others_have() -> None:
    fields = {name: set(cls.model_fields) for name, cls in MODELS.items() if cls is not Part}
    assert {name: set(said) for name, said in words.FIELDS.items()} == fields


def test_every_allowed_value_has_words_and_no_others_have() -> None:
    allowed: dict[str, dict[str, set[str]]] = {}
    for name, cls in MODELS.items():
        for field, hint in get_type_hints(cls).items():
            values = {v for v in _flat(hint) if isinstance(v, str)}
            if values:
                allowed.setdefault(name, {})[field] = values
    said = {c: {f: set(v) for f, v in fields.items()} for c, fields in words.VALUES.items()}
    assert said == allowed


def _flat(hint: Any) -> Iterator[Any]:
    for argument in get_args(hint):
        yield argument
        yield from _flat(argument)


def test_words_are_short_and_calm() -> None:
    for fields in words.FIELDS.values():
        for field, said in fields.items():
            assert len(said) <= 60, field
            assert said.rstrip("”）。")[-1] not in "！!", field
            assert "您" not in said, field


# --- legal files


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


# --- mistakes

FACTS, TREE, LAW = (dedent(BASE[f"{k}.yaml"]) for k in ("facts/facts", "trees/demo", "law/demo"))
OUTCOME = library()["outcomes/o.yaml"].decode()
MISTAKES: Mapping[str, tuple[str, str, str]] = {
    "unknown key": ("trees/demo.yaml", "summary:", "sumary:"),
    "unknown key deep": ("facts/facts.yaml", "{label: 没用}", "{lable: 没用}"),
    "unknown key in a part": ("outcomes/o.yaml", "[first-step]", "[{action: first-step, wen: {used: yes}}]"),
    "another kind's key": ("facts/facts.yaml", "facts:", "fact:"),
    "a second top-level key": ("outcomes/o.yaml", "outcomes:", "version: '1'\noutcomes:"),
    "missing key": ("trees/demo.yaml", "title: 演示\n", ""),
    "missing key deep": ("law/demo.yaml", ", plain: 白话。", ""),
    "missing own field of a part": ("outcomes/o.yaml", "[order-page]", "[{when: {used: yes}}]"),
    "wrong value": ("law/demo.yaml", "in_force", "inforce"),
    "wrong kind of fact": ("facts/facts.yaml", "label: 用了没有", "label: 用了没有\n    kind: choose"),
    "wrong picture": ("facts/facts.yaml", "label: 用了没有", "label: 用了没有\n    picture: cat"),
    "number for text": ("trees/demo.yaml", "title: 演示", "title: 404"),
    "number in a list of texts": ("trees/demo.yaml", "title: 演示", "title: 演示\nsynonyms: [12315]"),
    "true for text": ("trees/demo.yaml", "title: 演示", "title: true"),
    "nothing for text": ("trees/demo.yaml", "title: 演示", "title:"),
    "nothing after a key that may be left out": ("facts/facts.yaml", "{label: 没到}", "{label: 没到, hint: }"),
    "nothing after a choice": ("facts/facts.yaml", "label: 用了没有", "label: 用了没有\n    picture:"),
    "nothing in a list": ("outcomes/o.yaml", "[first-step]", "[~]"),
    "blank text": ("trees/demo.yaml", "title: 演示", 'title: " "'),
    "text for a list": ("outcomes/o.yaml", "[因为这样。]", "因为这样。"),
    "list for text": ("trees/demo.yaml", "title: 演示", "title: [演示]"),
    "list for a mapping": ("facts/facts.yaml", '{"yes": {label: 到了}, "no": {label: 没到}}', "[yes, no]"),
    "text for a mapping": ("facts/facts.yaml", "{label: 没用}", "没用"),
    "text for a number": ("law/demo.yaml", "article: 1", 'article: "1"'),
    "fraction for a number": ("law/demo.yaml", "article: 1", "article: 1.5"),
    "article nought": ("law/demo.yaml", "article: 1", "article: 0"),
    "article too large": ("law/demo.yaml", "article: 1", "article: 10000"),
    "text for a band": ("facts/facts.yaml", "{label: 没用}", '{label: 没用, below: "3"}'),
    "text for true": ("law/demo.yaml", "article: 1", "article: 1, contested: 'true'"),
    "bad id as a key": ("outcomes/o.yaml", "  late:", "  Late:"),
    "bad id as a value": ("trees/demo.yaml", "start: arrived", "start: -arrived"),
    "id that is too long": ("trees/demo.yaml", "tree: demo", f"tree: {'a' * 61}"),
    "bad id in a list": ("outcomes/o.yaml", "provisions: [demo-1]", "provisions: [demo_]"),
    "bad option id": ("facts/facts.yaml", "unsure:", "不确定:"),
    "bad target": ("trees/demo.yaml", "next: used", "next: outcomes/late"),
    "bad target of an option": ("trees/demo.yaml", '"no": outcome/late', '"no": 没收到'),
    "bad target in a case": ("trees/demo.yaml", "next: used", "cases: [{when: {used: yes}, next: 3}]"),
    "day that is none": ("trees/demo.yaml", "2027-01-01", "2027-02-30"),
    "day the other way round": ("trees/demo.yaml", "2027-01-01", "01-01-2027"),
    "year alone": ("law/demo.yaml", '"2020-01-01"', "2020"),
    "text as a condition": ("trees/demo.yaml", "next: used", "cases: [{when: yes, next: used}]"),
    "empty condition": ("trees/demo.yaml", "next: used", "cases: [{when: {}, next: used}]"),
    "nothing after when": ("outcomes/o.yaml", "[first-step]", "[{action: first-step, when: }]"),
    "any without a list": ("trees/demo.yaml", "next: used", "cases: [{when: {any: {used: yes}}, next: used}]"),
    "all of nothing": ("trees/demo.yaml", "next: used", "cases: [{when: {all: []}, next: used}]"),
    "not of a list": ("trees/demo.yaml", "next: used", "cases: [{when: {not: [{used: yes}]}, next: used}]"),
    "condition deep inside": ("trees/demo.yaml", "next: used", "cases: [{when: {any: [{not: {used: 3}}]}, next: used}]"),
    "no option in a condition": ("trees/demo.yaml", "next: used", "cases: [{when: {used: []}, next: used}]"),
    "case without a target": ("trees/demo.yaml", "next: used", "cases: [{when: {used: yes}}]"),
    "tree and sub-tree at once": ("trees/demo.yaml", "tree: demo", "tree: demo\nsubtree: demo"),
    "nothing at all under the key": ("facts/facts.yaml", FACTS, "facts:\n"),
    "a verdict without a colour": ("verdicts.yaml", "tone: hard", "tone: red"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_underlined_and_refused_by_the_parser(name: str) -> None:
    path, old, new = MISTAKES[name]
    text = library()[path].decode()
    assert complaints(path, text) == []
    assert old in text
    broken = text.replace(old, new, 1)
    assert complaints(path, broken) != []
    assert has_errors(parse({path: broken.encode()}).problems)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abz09-_A/.中 ", max_size=8) | st.integers(55, 65).map("a".__mul__))
def test_ids_and_targets_are_what_the_models_say(word: str) -> None:
    assert bool(re.search(DEFINITIONS["Id"]["pattern"], word)) == model.is_id(word)
    target = f"outcome/{word}"
    assert bool(re.search(DEFINITIONS["Target"]["pattern"], target)) == model.is_id(word)


# --- the command and the settings


def test_the_command_writes_and_its_check_names_what_is_not_current(tmp_path: Path) -> None:
    run = CliRunner().invoke
    first = run(main, ["schema", str(tmp_path), "--check"])
    assert first.exit_code == 1
    assert first.output.count(" 不是最新的。") == len(KINDS)
    assert not (tmp_path / "schemas").exists()

    assert run(main, ["schema", str(tmp_path)]).exit_code == 0
    assert run(main, ["schema", str(tmp_path), "--check"]).exit_code == 0
    assert {path.stem for path in (tmp_path / "schemas").iterdir()} == set(KINDS)

    old = tmp_path / "schemas/facts.json"
    old.write_text("{}", encoding="utf-8")
    (tmp_path / "schemas/law.json").unlink()
    again = run(main, ["schema", str(tmp_path), "--check"])
    assert again.exit_code == 1
    assert again.output.count(" 不是最新的。") == 2
    assert f"{old.as_posix()} 不是最新的。" in again.output
    assert "lubiao schema" in again.output
    assert old.read_text(encoding="utf-8") == "{}"


def test_the_command_needs_a_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema", str(tmp_path / "none")])
    assert result.exit_code == 1
    assert "找不到文件夹" in result.output


def test_the_settings_of_the_editor_name_every_schema() -> None:
    config = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    matched = config["yaml.schemas"]
    assert set(matched) == {f"./decision_trees/schemas/{kind}.json" for kind in KINDS}
    for kind in KINDS:
        patterns = matched[f"./decision_trees/schemas/{kind}.json"]
        single = kind in ("verdicts", "glossary", "misquotes", "invariants")
        assert f"decision_trees/{kind}{'' if single else '/*'}.yaml" in patterns
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]
