# SPDX-License-Identifier: MIT
"""Validation errors of the models as problems: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.located import Located, LocatedDict, LocatedList
from generator.problems import Problem, Span, did_you_mean

# What each kind of error says: (message, hint). Codes are never reused.
WORDS: dict[str, tuple[str, str]] = {
    "bad_id": (
        "id 的写法不对。",
        "id 用小写英文字母开头，只含小写字母、数字、- 和 _，例如 not_arrived。",
    ),
    "bad_target": (
        "去向的写法不对。",
        "写问题的 id，或者 outcome/结论id、tree/树id、exit/出口名。",
    ),
    "bad_date": ("日期的写法不对。", '写成带引号的年-月-日，例如 "2026-11-22"。'),
    "empty_text": ("这里是空的。", "写上文字；不需要就把这个键删掉。"),
    "is_instance_of": ("这里要写文字。", "如果是数字、true 或 false，用引号括起来。"),
    "greater_than_equal": ("这个数太小。", "写从 1 开始的整数。"),
    "less_than_equal": ("这个数太大。", "检查是不是多打了几位。"),
    "int_type": ("这里要写整数。", "去掉引号、小数点和单位。"),
    "bool_type": ("这里要写 true 或 false。", "去掉引号。"),
    "tuple_type": ("这里要写列表。", "每项另起一行，以 - 开头；或者写成 [甲, 乙]。"),
    "dict_type": ("这里要写“键: 值”。", "换行，缩进两格，再写键和值。"),
    "model_type": ("这里要写“键: 值”。", "换行，缩进两格，再写键和值。"),
    "model_attributes_type": ("这里要写“键: 值”。", "换行，缩进两格，再写键和值。"),
}
_CODES = {
    "extra_forbidden": "SCH002",
    "missing": "SCH003",
    "literal_error": "SCH005",
    "bad_id": "SCH006",
    "bad_target": "SCH007",
    "bad_date": "SCH008",
    "guard": "SCH009",
}


def validation_problems(
    errors: Iterable[Any], raw: Any, span: Span, shape: type[BaseModel]
) -> Iterable[Problem]:
    """What pydantic found in `raw`, each with the place it was written at."""
    # The reader has already told of empty values; what else they cause is noise.
    known = set(_empty_values(raw, span))
    for error in errors:
        place = _follow(raw, span, error["loc"])
        if _is_other_way(error, place.value):
            continue
        problem = _problem(error, place, shape)
        # Alternatives of one union complain about one place; the first is enough.
        if not known & {(problem.span, ""), (problem.span, problem.code)}:
            known.add((problem.span, problem.code))
            yield problem


def _empty_values(raw: Any, span: Span) -> Iterator[tuple[Span, str]]:
    """Where nothing stands after a key or a dash in `raw`, and the code that also tells of it.

    An empty code stands for all of them.
    """
    if raw is None:
        yield span, ""
    elif isinstance(raw, LocatedDict):
        for key, value in raw.items():
            yield from _empty_values(value, raw.value_spans[key])
            if key == "when" and value is None:
                yield raw.span, _CODES["guard"]
    elif isinstance(raw, LocatedList):
        for value, place in zip(raw, raw.value_spans, strict=True):
            yield from _empty_values(value, place)


def _is_other_way(error: Any, value: Any) -> bool:
    """Whether `error` speaks of a target where a mapping was written, or the other way round."""
    step = str(error["loc"][-1]) if error["loc"] else ""
    if isinstance(value, LocatedDict):
        return step.startswith("function-plain")
    return step == "Branch"


def _problem(error: Any, place: _Place, shape: type[BaseModel]) -> Problem:
    kind = error["type"]
    code = _CODES.get(kind, "SCH004")
    if kind == "extra_forbidden":
        return unknown_key(
            place.key or Located(str(error["loc"][-1]), place.span), place.siblings(shape)
        )
    if kind == "missing":
        return missing(place.span, str(error["loc"][-1]))
    if kind == "literal_error":
        allowed = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        written = str(error["input"])
        hint = did_you_mean(written, allowed.split(", ")) or f"可以写：{allowed}。"
        return Problem(place.span, code, f"“{written}”不是这里允许的值。", hint)
    if kind == "guard":
        hint = "条件的写法见编辑手册“条件”一节。"
        span = error["ctx"]["span"]
        return Problem(span if span.file else place.span, code, error["ctx"]["text"], hint)
    message, hint = WORDS.get(kind, ("这里的写法不对。", f"（{error['msg']}）"))
    return Problem(place.key_span() if "[key]" in error["loc"] else place.span, code, message, hint)


@dataclass(frozen=True)
class _Place:
    """Where an error path leads in the raw values."""

    span: Span
    key: Located | None
    path: tuple[str, ...]
    value: Any

    def key_span(self) -> Span:
        """Where the key stands, if the path ends at one."""
        return self.key.span if self.key is not None else self.span

    def siblings(self, shape: type[BaseModel]) -> list[str]:
        """The keys that the model allows where this one stands."""
        return _allowed(shape, self.path)


def _follow(raw: Any, span: Span, loc: tuple[Any, ...]) -> _Place:
    # Union tags and "[key]" are steps of pydantic's path, not of the file; skip them.
    key: Located | None = None
    path: list[str] = []
    for step in loc:
        if isinstance(raw, LocatedDict) and step in raw:
            key = next(k for k in raw if k == step)
            raw, span = raw[key], raw.value_spans[key]
        elif isinstance(raw, LocatedList) and isinstance(step, int) and step < len(raw):
            raw, span = raw[step], raw.value_spans[step]
            key = None
        path.append(str(step))
    return _Place(span, key, tuple(path), raw)


def _allowed(shape: Any, path: tuple[str, ...]) -> list[str]:
    """Field names (as written in YAML) of the model that `path` runs through last."""
    names = _names(shape)
    for step in path[:-1]:
        inner = _inner(shape, step)
        if inner is not None:
            shape, names = inner, _names(inner)
    return names


def _names(shape: Any) -> list[str]:
    return [info.alias or name for name, info in shape.model_fields.items()]


def _inner(shape: Any, step: str) -> Any:
    info = next((i for n, i in shape.model_fields.items() if (i.alias or n) == step), None)
    return _model_in(info.annotation) if info else None


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (found := _model_in(argument)) is not None:
            return found
    return None


def unknown_key(key: Located, known: Iterable[str]) -> Problem:
    """`key` is none of `known`."""
    names = list(known)
    hint = did_you_mean(key, names) or f"这里可以写：{'、'.join(names)}。"
    return Problem(key.span, "SCH002", f"不认识的键“{key}”。", hint)


def missing(span: Span, name: str) -> Problem:
    """The mapping at `span` lacks `name`."""
    return Problem(span, "SCH003", f"缺少“{name}”。", f"在这一段里加上 {name}: …")


def not_mapping(span: Span, name: str) -> Problem:
    """What stands under `name` is no mapping."""
    return Problem(span, "SCH004", f"“{name}”下面要写“键: 值”。", "换行，缩进两格，再写键和值。")
