# SPDX-License-Identifier: MIT
"""The stored JSON Schemas are current and closed, and have words for every field and value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
from pydantic import BaseModel

from generator import model
from generator.model.outcomes import Part
from generator.parse import FOLDERS
from generator.schema import KINDS, as_bytes, schemas, words
from tests.schema_editor import ROOT, SCHEMAS

MODELS = {
    cls.__name__: cls
    for name in model.__all__
    if isinstance(cls := getattr(model, name), type)
    and issubclass(cls, BaseModel)
    and cls is not model.Model
}


def test_there_is_a_schema_for_everything_the_parser_reads() -> None:
    single = {"verdicts", "glossary", "misquotes", "topics", "invariants", "front"}
    assert set(KINDS) == {*FOLDERS, *single}
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
