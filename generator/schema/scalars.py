# SPDX-License-Identifier: MIT
"""Schemas of what stands at a single place: texts, ids, dates, numbers, targets, conditions.

A value that may be written in two ways (one id or a list) is *one* schema with two types, not a
choice between two schemas: an editor program can then say exactly what is wrong.
"""

from __future__ import annotations

from typing import Any

from generator import model
from generator.guards import RESERVED
from generator.model.base import Count
from generator.shape_faults import WORDS

Schema = dict[str, Any]


def _said(fault: str) -> str:
    """The words of `lubiao check` for a fault."""
    return "".join(WORDS[fault])


_ID = "[a-z][a-z0-9]*([_-][a-z0-9]+)*"
_LENGTH = "(?=.{1,60}$)"
_LONG_MONTHS = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
_SHORT_MONTHS = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
_DAY = f"^[0-9]{{4}}-({_LONG_MONTHS}|{_SHORT_MONTHS}|02-(0[1-9]|[12][0-9]))$"
_FACT = rf"^(?=.{{1,121}}$){_ID}(\.{_ID})?$"
_NOT_TEXT = _said("is_instance_of")


def _pattern(pattern: str, fault: str) -> Schema:
    return {"pattern": pattern, "patternErrorMessage": _said(fault)}


def reference(name: str) -> Schema:
    """A reference to the definition `name`."""
    return {"$ref": f"#/definitions/{name}"}


def described(description: str, schema: Schema) -> Schema:
    """`schema` with words for people; draft 7 ignores whatever stands beside a `$ref`."""
    return {"description": description, **({"allOf": [schema]} if "$ref" in schema else schema)}


LIST: Schema = {"type": "array", "errorMessage": _said("tuple_type")}
MAPPING: Schema = {"type": "object", "errorMessage": _said("dict_type")}

# An unquoted 3.15 is a number to YAML and a text to our reader; an unquoted 12315 is a number to
# both, which we refuse.
_TEXT: Schema = {
    "type": ["string", "number"],
    **_pattern(r"\S", "empty_text"),
    "errorMessage": _NOT_TEXT,
    "if": {"type": "integer"},
    "then": {"type": "string", "errorMessage": _NOT_TEXT},
}
_ID_PATTERN = _pattern(f"^{_LENGTH}{_ID}$", "bad_id")
_CONDITION: Schema = {
    "type": "object",
    "errorMessage": "条件要写成“事实: 选项”，例如 {delivery: used}。",
    "minProperties": 1,
    "properties": {
        "all": described("都要符合。同一件事要写两遍时用。", reference("Conditions")),
        "any": described("符合一条就行。", reference("Conditions")),
        "not": described("不符合才行。“不确定”要明写。", reference("Condition")),
    },
    "propertyNames": reference("FactName"),
    "additionalProperties": reference("OptionIds"),
}
assert set(_CONDITION["properties"]) == RESERVED

DEFINITIONS: dict[str, Schema] = {
    "Text": _TEXT,
    "Id": {"type": "string", **_ID_PATTERN, "errorMessage": _NOT_TEXT},
    "Ids": {
        "type": ["string", "array"],
        **_ID_PATTERN,
        "errorMessage": _said("tuple_type"),
        "items": reference("Id"),
    },
    "Day": {"type": "string", **_pattern(_DAY, "bad_date"), "errorMessage": _said("bad_date")},
    "Count": {
        "type": "integer",
        "minimum": 1,
        "maximum": 9999,
        "errorMessage": _said("int_type"),
    },
    "Whole": {"type": "integer", "errorMessage": _said("int_type")},
    "Flag": {"type": "boolean", "errorMessage": _said("bool_type")},
    "Target": {
        "type": "string",
        **_pattern(f"^((question|outcome|tree|exit)/)?{_LENGTH}{_ID}$", "bad_target"),
        "errorMessage": _said("bad_target"),
    },
    "Condition": _CONDITION,
    "Conditions": {**LIST, "minItems": 1, "items": reference("Condition")},
    "FactName": {"type": "string", **_pattern(_FACT, "bad_id")},
    "OptionIds": {
        "description": "选项或类的 id，或者列表（其中任何一个）。没问过写 unasked。",
        "type": ["string", "array"],
        **_ID_PATTERN,
        "minItems": 1,
        "items": reference("Id"),
    },
}
"""Definitions that stand for no model, by name."""

NAMES: tuple[tuple[Any, str], ...] = (
    (model.Text, "Text"),
    (model.Id, "Id"),
    (model.Ids, "Ids"),
    (model.Day, "Day"),
    (Count, "Count"),
    (model.Whole, "Whole"),
    (model.Flag, "Flag"),
    (model.Target, "Target"),
    (model.When, "Condition"),
)
"""Annotations of the models, and the definitions that they mean."""
