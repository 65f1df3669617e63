# SPDX-License-Identifier: MIT
"""Conditions as data: a fact is one of these options; all of; any of; not.

A mapping means *all of its entries*; a value is an option or class id, or a list of them:

    when: {delivery: [used, partly_used], any: [{merchant: agent}, {not: {channel: wechat}}]}

`unasked` in place of an option means "this fact was not asked on the way here".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from generator.located import Located, LocatedDict, LocatedList
from generator.problems import Span

UNASKED = "unasked"
UNSURE = "unsure"
RESERVED = frozenset({"all", "any", "not"})


@dataclass(frozen=True)
class Is:
    """`fact` was answered with one of `values` (option or class ids, or `unasked`)."""

    fact: Located
    values: tuple[Located, ...]


@dataclass(frozen=True)
class AllOf:
    """Every one of `guards` holds; an empty one always holds."""

    guards: tuple[Guard, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one of `guards` holds."""

    guards: tuple[Guard, ...]


@dataclass(frozen=True)
class Not:
    """`guard` does not hold."""

    guard: Guard


Guard = Is | AllOf | AnyOf | Not


def atoms(guard: Guard) -> Iterator[Is]:
    """Every `Is` inside `guard`, left to right."""
    match guard:
        case Is():
            yield guard
        case Not():
            yield from atoms(guard.guard)
        case AllOf() | AnyOf():
            for part in guard.guards:
                yield from atoms(part)


class GuardFault(Exception):
    """A malformed condition, at `span`."""

    def __init__(self, span: Span, message: str) -> None:
        super().__init__(message)
        self.span = span
        self.message = message


def parse_guard(raw: Any, span: Span) -> Guard:
    """Read a `when:` value. Raises GuardFault with the place of the first fault."""
    if not isinstance(raw, LocatedDict):
        raise GuardFault(span, "条件要写成“事实: 选项”，例如 {delivery: used}。")
    if not raw:
        raise GuardFault(raw.span, "条件是空的。没有条件就不要写 when。")
    parts = [_entry(key, value, raw.value_spans[key]) for key, value in raw.items()]
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _entry(key: Located, value: Any, span: Span) -> Guard:
    if key == "not":
        return Not(parse_guard(value, span))
    if key in ("all", "any"):
        if not isinstance(value, LocatedList) or not value:
            raise GuardFault(span, f"{key} 后面要写条件的列表，每条以 - 开头。")
        parts = tuple(parse_guard(v, s) for v, s in zip(value, value.value_spans, strict=True))
        return AllOf(parts) if key == "all" else AnyOf(parts)
    return Is(key, _values(value, span))


def _values(value: Any, span: Span) -> tuple[Located, ...]:
    if isinstance(value, Located):
        return (value,)
    if isinstance(value, LocatedList) and value:
        for item, item_span in zip(value, value.value_spans, strict=True):
            if not isinstance(item, Located):
                raise GuardFault(item_span, "这里要写选项的 id。")
        return tuple(value)
    raise GuardFault(span, "这里要写一个选项的 id，或者选项 id 的列表。")


class GuardField:
    """Annotation that lets pydantic models hold a Guard read by `parse_guard`."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "object", "minProperties": 1}


def _validate(raw: Any) -> Guard:
    span = getattr(raw, "span", Span(""))
    try:
        return parse_guard(raw, span)
    except GuardFault as fault:
        context = {"span": fault.span, "text": fault.message}
        raise PydanticCustomError("guard", "{text}", context) from None
