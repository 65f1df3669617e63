# SPDX-License-Identifier: MIT
"""A JSON Schema for each kind of file, made from the models.

Draft 7, because every release of the YAML extension for VS Code checks it; newer drafts are
checked only since 2026, and nothing here needs them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from generator import model
from generator.located import Located
from generator.model.outcomes import Part
from generator.schema import words
from generator.schema.scalars import DEFINITIONS, LIST, MAPPING, NAMES, Schema, described, reference

DRAFT = "http://json-schema.org/draft-07/schema#"

_FILES: Mapping[str, type[BaseModel]] = {
    "facts": model.FactsFile,
    "outcomes": model.OutcomesFile,
    "actions": model.ActionsFile,
    "evidence": model.EvidenceFile,
    "letters": model.LettersFile,
    "deadlines": model.DeadlinesFile,
    "replies": model.RepliesFile,
    "warnings": model.WarningsFile,
    "sums": model.SumsFile,
    "law": model.Instrument,
    "scenarios": model.ScenariosFile,
    "verdicts": model.VerdictsFile,
    "glossary": model.GlossaryFile,
    "misquotes": model.MisquotesFile,
    "front": model.FrontFile,
    "channels": model.ChannelsFile,
    "topics": model.TopicsFile,
    "invariants": model.InvariantsFile,
}
KINDS = tuple(sorted([*_FILES, "trees"]))
"""Every kind of file: a folder below the trees folder, or a single file in it."""


def schemas() -> Mapping[str, Schema]:
    """File kind to its JSON Schema."""
    return {kind: _file(kind) for kind in KINDS}


def as_bytes(schema: Schema) -> bytes:
    """A schema as it is stored; equal schemas give equal bytes."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _file(kind: str) -> Schema:
    into = _Definitions()
    title, description = words.KINDS[kind]
    body = into.tree_file() if kind == "trees" else into.of_model(_FILES[kind])
    head = {"$schema": DRAFT, "title": title, "description": description}
    return {**head, **body, "definitions": into.by_name()}


class _Definitions:
    """Definitions gathered while one file's schema is written."""

    def __init__(self) -> None:
        self._shapes: dict[str, Schema] = {}

    def by_name(self) -> dict[str, Schema]:
        """The definitions that are used, by name."""
        return dict(sorted(self._shapes.items()))

    def tree_file(self) -> Schema:
        """A tree, or a sub-tree if it says so: the reader decides by that key, too."""
        return {
            "type": "object",
            # Only so that an empty file offers the key.
            "properties": {"subtree": dict(self._properties(model.Subtree))["subtree"]},
            "if": {"required": ["subtree"]},
            "then": self._refer(self._define(model.Subtree)),
            "else": self._refer(self._define(model.Tree)),
        }

    def of_model(self, cls: type[BaseModel]) -> Schema:
        """The schema of a model, its fields explained."""
        shape: Schema = {
            "type": "object",
            "properties": dict(self._properties(cls)),
            "additionalProperties": False,
        }
        required = [info.alias or n for n, info in cls.model_fields.items() if info.is_required()]
        if required:
            shape["required"] = required
        return shape

    def _properties(self, cls: type[BaseModel]) -> Iterator[tuple[str, Schema]]:
        hints = get_type_hints(cls, include_extras=True)
        for name, info in cls.model_fields.items():
            shape = self._shape(hints[name])
            if "enum" in shape:
                meanings = words.VALUES.get(cls.__name__, {}).get(name, {})
                shape["enumDescriptions"] = [meanings.get(value, "") for value in shape["enum"]]
            # A field without words is found by a test, which says so better than a KeyError.
            entry = described(words.FIELDS.get(cls.__name__, {}).get(name, ""), shape)
            if isinstance(info.default, (str, bool)):
                entry["default"] = info.default
            yield info.alias or name, entry

    def _shape(self, annotation: Any) -> Schema:
        """The schema of an annotation, by reference where it has a name."""
        annotation = _without_none(_unwrapped(annotation))
        if get_origin(annotation) is Literal:
            return {"enum": list(get_args(annotation))}
        if annotation == dict[Located, Located]:  # a story's answers
            return self._mapping("FactName", self._refer("Id"))
        if get_origin(annotation) is dict:
            key, value = get_args(annotation)
            return self._mapping(self._define(key), self._shape(value))
        if get_origin(annotation) is tuple:
            return {**LIST, "items": self._shape(get_args(annotation)[0])}
        return self._refer(self._define(annotation))

    def _mapping(self, key: str, value: Schema) -> Schema:
        return {**MAPPING, "propertyNames": self._refer(key), "additionalProperties": value}

    def _refer(self, name: str) -> Schema:
        if name not in self._shapes:
            self._shapes[name] = DEFINITIONS[name]
            for other in _references(DEFINITIONS[name]):
                self._refer(other)
        return reference(name)

    def _define(self, annotation: Any) -> str:
        """The name of an annotation's definition, which is made if it is new."""
        name, shape = self._named(annotation)
        self._shapes.setdefault(name, shape)
        for other in _references(shape):
            self._refer(other)
        return name

    def _named(self, annotation: Any) -> tuple[str, Schema]:
        known = next((name for one, name in NAMES if one == annotation), None)
        if known is not None:
            return known, DEFINITIONS[known]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            shape = self.of_model(annotation)
            return annotation.__name__, self._shorthand(annotation, shape)
        parts = [self._named(part) for part in get_args(annotation)]
        return "Or".join(name for name, _ in parts), _merged([shape for _, shape in parts])

    def _shorthand(self, cls: type[BaseModel], shape: Schema) -> Schema:
        if not issubclass(cls, Part):
            return shape
        # A bare string stands for the part's first own field.
        own = next(name for name in cls.model_fields if name != "when")
        return _merged([self._named(get_type_hints(cls, include_extras=True)[own])[1], shape])


def _unwrapped(annotation: Any) -> Any:
    """An annotation without what names no definition (an alias, say)."""
    if get_origin(annotation) is Annotated and all(annotation != known for known, _ in NAMES):
        return get_args(annotation)[0]
    return annotation


def _without_none(annotation: Any) -> Any:
    # A key with nothing after it is never legal, so "or None" only means "may be left out".
    if type(None) not in get_args(annotation):
        return annotation
    return reduce(or_, (part for part in get_args(annotation) if part is not type(None)))


def _merged(shapes: list[Schema]) -> Schema:
    """One schema for any of `shapes`, which differ in type: other keys concern one type each."""
    types = [t for s in shapes for t in ([s["type"]] if isinstance(s["type"], str) else s["type"])]
    merged = {key: value for shape in shapes for key, value in shape.items()}
    if "object" in types:
        merged.pop("errorMessage", None)  # would also be said of a missing key
    return {**merged, "type": types}


def _references(shape: Any) -> Iterator[str]:
    """Names of definitions that `shape` refers to."""
    if isinstance(shape, dict):
        if isinstance(shape.get("$ref"), str):
            yield shape["$ref"].rsplit("/", 1)[-1]
        for value in shape.values():
            yield from _references(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from _references(value)
