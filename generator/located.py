# SPDX-License-Identifier: MIT
"""YAML values that remember where they were written."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from generator.problems import Span


class Located(str):
    """A string with the span it was read from. Compares and hashes as a plain string."""

    __slots__ = ("span",)
    span: Span

    def __new__(cls, value: str, span: Span) -> Located:
        """`value` as written at `span`."""
        text = super().__new__(cls, value)
        text.span = span
        return text

    def __getnewargs__(self) -> tuple[str, Span]:  # type: ignore[override]
        return str(self), self.span

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        # Plain `str` validation would copy the text and lose the span.
        return core_schema.is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string"}


class LocatedDict(dict[Located, Any]):
    """A mapping; `value_spans` holds the place of each value, the keys hold their own."""

    span: Span
    value_spans: dict[str, Span]


class LocatedList(list[Any]):
    """A sequence; `value_spans` holds the place of each item."""

    span: Span
    value_spans: list[Span]
