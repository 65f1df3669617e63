# SPDX-License-Identifier: MIT
"""`api/v1/law.json` keeps the promises of docs/api.md."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.compile.law_json import PATH, law_json
from generator.folder import read_folder
from generator.parse import parse
from generator.site import Settings, build
from tests.libraries import library

ROOT = Path(__file__).parents[1]
_NUMBER = {"type": ["integer", "null"], "minimum": 1}
_DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"}
_TEXT = {"type": "string", "pattern": r"\S"}
SCHEMA = {
    "type": "array",
    "minItems": 110,
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": [
            "id", "instrument", "article", "paragraph", "item", "text", "effective_from",
            "effective_to", "grade", "checked",
        ],
        "properties": {
            "id": {"type": "string", "pattern": "^[a-z0-9]+([_-][a-z0-9]+)*$"},
            "instrument": _TEXT,
            "article": {"type": "integer", "minimum": 1},
            "paragraph": _NUMBER,
            "item": _NUMBER,
            "lead": _TEXT,
            "text": _TEXT,
            "effective_from": _DAY,
            "effective_to": _DAY,
            "grade": {"enum": ["A", "A-", "B"]},
            "checked": {**_DAY, "type": "string"},
        },
        "dependencies": {"lead": {"properties": {"item": {"type": "integer"}}}},
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> list[dict[str, Any]]:
    data = law_json(parse(read_folder(ROOT / "decision_trees")).library)
    entries: list[dict[str, Any]] = json.loads(data)
    return entries


def test_it_is_as_described(shipped: list[dict[str, Any]]) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    errors = [e.message for e in jsonschema.Draft7Validator(SCHEMA).iter_errors(shipped)]
    assert errors == []


def test_it_holds_every_provision_once_word_for_word(shipped: list[dict[str, Any]]) -> None:
    instruments = parse(read_folder(ROOT / "decision_trees")).library.instruments.values()
    written = {str(n): str(p.text) for i in instruments for n, p in i.provisions.items()}
    assert {entry["id"]: entry["text"] for entry in shipped} == written
    assert len(shipped) == len(written)


VERSIONS = """\
provisions:
  demo-2: {article: 2, text: 第二条。, plain: 白话。, use: 用处。}
  demo-1: {article: 1, text: 新的。, plain: 白话。, use: 用处。, effective_from: "2024-06-01"}
  demo-1-old: {article: 1, text: 旧的。, plain: 白话。, use: 用处。, effective_to: "2024-06-01"}
  demo-1-2-3:
    {article: 1, paragraph: 2, item: 3, lead: 头：, text: （三）项。, plain: 白话。, use: 用处。,
     grade: A, checked_on: "2026-11-22"}
"""


def _entries(provisions: str) -> list[dict[str, Any]]:
    text = library()["law/demo.yaml"].decode().partition("provisions:")[0] + provisions
    entries: list[dict[str, Any]] = json.loads(
        law_json(parse({"law/demo.yaml": text.encode()}).library)
    )
    return entries


def test_the_order_is_that_of_the_law_then_of_the_days() -> None:
    entries = _entries(VERSIONS)
    assert [e["id"] for e in entries] == ["demo-1-old", "demo-1", "demo-1-2-3", "demo-2"]
    assert [(e["effective_from"], e["effective_to"]) for e in entries[:2]] == [
        ("2020-01-01", "2024-06-01"),
        ("2024-06-01", None),
    ]
    assert entries[2] == {
        "id": "demo-1-2-3",
        "instrument": "演示用的规定",
        "article": 1,
        "paragraph": 2,
        "item": 3,
        "lead": "头：",
        "text": "（三）项。",
        "effective_from": "2020-01-01",
        "effective_to": None,
        "grade": "A",
        "checked": "2026-11-22",
    }


def test_the_order_in_the_file_does_not_matter() -> None:
    head, *entries = VERSIONS.split("\n  demo-")
    turned = "\n  demo-".join([head, *(entry.rstrip("\n") for entry in reversed(entries))]) + "\n"
    assert turned != VERSIONS
    assert _entries(turned) == _entries(VERSIONS)


def test_the_site_holds_it() -> None:
    files = build(library(), Settings(exports=False)).files
    [entry] = json.loads(files[PATH].content)
    assert PATH == "api/v1/law.json"
    assert entry["id"] == "demo-1"


def test_the_documentation_names_every_key_and_shows_a_real_entry(
    shipped: list[dict[str, Any]],
) -> None:
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    rows = "".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`", rows)) == {key for entry in shipped for key in entry}
    example = json.loads(page.partition("```json\n")[2].partition("```")[0])
    assert example in shipped
