# SPDX-License-Identifier: MIT
"""An editor with the JSON Schemas: how it reads YAML, and what it underlines."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import yaml

from generator.schema import schemas

ROOT = Path(__file__).parents[1]
SCHEMAS = schemas()
VALIDATORS = {kind: jsonschema.Draft7Validator(schema) for kind, schema in SCHEMAS.items()}
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
    """The schema that belongs to a path."""
    return PurePosixPath(path).parts[0].removesuffix(".yaml")


def complaints(path: str, text: str) -> list[str]:
    """What an editor underlines in a file at this path."""
    errors = VALIDATORS[kind_of(path)].iter_errors(as_an_editor_reads(text))
    return [
        f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors
    ]
