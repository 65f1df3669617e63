# SPDX-License-Identifier: MIT
"""Documents to model. Every fault of shape becomes a Problem; nothing is raised.

The folder a file lies in says what it holds. Sources are given as bytes by path, so that
parsing needs no disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError

from generator import model, source
from generator.located import Located, LocatedDict, LocatedList
from generator.problems import Problem, Span, did_you_mean

_COLLECTIONS: dict[str, type[BaseModel]] = {
    "facts": model.FactsFile,
    "outcomes": model.OutcomesFile,
    "actions": model.ActionsFile,
    "evidence": model.EvidenceFile,
    "letters": model.LettersFile,
    "deadlines": model.DeadlinesFile,
    "replies": model.RepliesFile,
    "warnings": model.WarningsFile,
    "verdicts": model.VerdictsFile,
}
FOLDERS = (*(_COLLECTIONS.keys() - {"verdicts"}), "trees", "law", "scenarios")


@dataclass(frozen=True)
class Parsed:
    """All that could be read, and all that could not."""

    library: model.Library
    problems: tuple[Problem, ...]


@dataclass
class _Gathering:
    """Entries by kind while files are read; ids must be unique within their kind."""

    entries: dict[str, dict[Located, Any]] = field(default_factory=dict)
    scenarios: list[model.Scenario] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, kind: str, key: Located, entry: Any) -> None:
        known = self.entries.setdefault(kind, {})
        if key in known:
            first = next(k for k in known if k == key)
            self.problems.append(
                Problem(
                    key.span,
                    "SCH010",
                    f"“{key}”这个 id 已经用过了。",
                    "换一个 id，或者删掉其中一个。",
                    ((first.span, "第一次用在这里"),),
                )
            )
            return
        known[key] = entry


def parse(sources: Mapping[str, bytes]) -> Parsed:
    """Read all YAML files of a trees folder.

    `sources` maps paths relative to that folder (`facts/problem.yaml`) to their bytes.
    """
    gathering = _Gathering()
    for path in sorted(sources):
        if PurePosixPath(path).suffix in (".yaml", ".yml"):
            _file(path, sources[path], gathering)
    library = model.Library(
        **{
            name: gathering.entries.get(name, {})
            for name in model.Library.__dataclass_fields__
            if name != "scenarios"
        },
        scenarios=tuple(gathering.scenarios),
    )
    return Parsed(library, tuple(sorted(gathering.problems)))


def _file(path: str, data: bytes, gathering: _Gathering) -> None:
    reader = _reader_for(path)
    if reader is None:
        folders = "、".join(f"{name}/" for name in sorted(FOLDERS))
        hint = f"放进这些文件夹之一：{folders}；或者是 verdicts.yaml。"
        gathering.problems.append(Problem(Span(path), "SCH001", "不知道这个文件是什么。", hint))
        return
    document = source.read(data, path)
    gathering.problems.extend(document.problems)
    if document.value is not None:
        reader(document.value, gathering)


def _reader_for(path: str) -> Callable[[LocatedDict, _Gathering], None] | None:
    folder = PurePosixPath(path).parts[0]
    if path == "verdicts.yaml":
        folder = "verdicts"
    elif folder == path or folder == "verdicts":
        return None
    if folder in _COLLECTIONS:
        return lambda raw, into: _collection(folder, raw, into)
    return {"trees": _tree, "law": _instrument, "scenarios": _scenarios}.get(folder)


def _collection(kind: str, raw: LocatedDict, into: _Gathering) -> None:
    # Entry by entry, so that one broken entry does not hide the others.
    body = raw.get(kind)
    entry_model = _entry_model(kind)
    for key in raw:
        if key != kind:
            into.problems.append(_unknown_key(key, [kind]))
    if kind not in raw:
        into.problems.append(_missing(raw.span, kind))
    elif not isinstance(body, LocatedDict):
        into.problems.append(_not_mapping(raw.value_spans[kind], kind))
    else:
        for key, value in body.items():
            entry = _validate(entry_model, value, body.value_spans[key], into)
            if entry is not None and _id_ok(key, into):
                into.add(kind, key, entry)


def _entry_model(kind: str) -> type[BaseModel]:
    annotation = _COLLECTIONS[kind].model_fields[kind].annotation
    entry: type[BaseModel] = annotation.__args__[1]  # type: ignore[union-attr]
    return entry


def _id_ok(key: Located, into: _Gathering) -> bool:
    try:
        model._check_id(key)
    except Exception:
        into.problems.append(Problem(key.span, "SCH006", *_WORDS["bad_id"]))
        return False
    return True


def _tree(raw: LocatedDict, into: _Gathering) -> None:
    kind = "subtrees" if "subtree" in raw else "trees"
    shape = model.Subtree if kind == "subtrees" else model.Tree
    tree = _validate(shape, raw, raw.span, into)
    if tree is not None:
        into.add(kind, tree.subtree if kind == "subtrees" else tree.tree, tree)


def _instrument(raw: LocatedDict, into: _Gathering) -> None:
    instrument = _validate(model.Instrument, raw, raw.span, into)
    if instrument is not None:
        into.add("instruments", instrument.instrument, instrument)


def _scenarios(raw: LocatedDict, into: _Gathering) -> None:
    parsed = _validate(model.ScenariosFile, raw, raw.span, into)
    if parsed is not None:
        into.scenarios.extend(parsed.scenarios)


def _validate(shape: Any, raw: Any, span: Span, into: _Gathering) -> Any:
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        into.problems.extend(_problems(error.errors(), raw, span, shape))
    return None


# ---- validation errors as problems -------------------------------------------------------------

# What each kind of error says: (message, hint). Codes are never reused.
_WORDS: dict[str, tuple[str, str]] = {
    "bad_id": (
        "id 的写法不对。",
        "id 用小写英文字母开头，只含小写字母、数字、- 和 _，例如 not_arrived。",
    ),
    "bad_target": (
        "去向的写法不对。",
        "写问题的 id，或者 outcome/结论id、tree/树id、exit/出口名。",
    ),
    "bad_date": ("日期的写法不对。", "写成带引号的年-月-日，例如 \"2026-11-22\"。"),
    "empty_text": ("这里是空的。", "写上文字；不需要就把这个键删掉。"),
    "is_instance_of": ("这里要写文字。", "如果是数字、true 或 false，用引号括起来。"),
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


def _problems(
    errors: Iterable[Any], raw: Any, span: Span, shape: type[BaseModel]
) -> Iterable[Problem]:
    seen: set[tuple[Span, str]] = set()
    for error in errors:
        problem = _problem(error, raw, span, shape)
        # Alternatives of one union complain about one place; the first is enough.
        if (problem.span, problem.code) not in seen:
            seen.add((problem.span, problem.code))
            yield problem


def _problem(error: Any, raw: Any, span: Span, shape: type[BaseModel]) -> Problem:
    kind = error["type"]
    place = _follow(raw, span, error["loc"])
    code = _CODES.get(kind, "SCH004")
    if kind == "extra_forbidden":
        return _unknown_key(place.key or Located(str(error["loc"][-1]), place.span), place.siblings(shape))
    if kind == "missing":
        return _missing(place.span, str(error["loc"][-1]))
    if kind == "literal_error":
        allowed = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
        written = str(error["input"])
        hint = did_you_mean(written, allowed.split(", ")) or f"可以写：{allowed}。"
        return Problem(place.span, code, f"“{written}”不是这里允许的值。", hint)
    if kind == "guard":
        hint = "条件的写法见编辑手册“条件”一节。"
        return Problem(error["ctx"]["span"], code, error["ctx"]["text"], hint)
    message, hint = _WORDS.get(kind, ("这里的写法不对。", f"（{error['msg']}）"))
    return Problem(place.key_span() if "[key]" in error["loc"] else place.span, code, message, hint)


@dataclass(frozen=True)
class _Place:
    """Where an error path leads in the raw values."""

    span: Span
    key: Located | None
    path: tuple[str, ...]

    def key_span(self) -> Span:
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
    return _Place(span, key, tuple(path))


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


def _unknown_key(key: Located, known: Iterable[str]) -> Problem:
    names = list(known)
    hint = did_you_mean(key, names) or f"这里可以写：{'、'.join(names)}。"
    return Problem(key.span, "SCH002", f"不认识的键“{key}”。", hint)


def _missing(span: Span, name: str) -> Problem:
    return Problem(span, "SCH003", f"缺少“{name}”。", f"在这一段里加上 {name}: …")


def _not_mapping(span: Span, name: str) -> Problem:
    return Problem(span, "SCH004", f"“{name}”下面要写“键: 值”。", "换行，缩进两格，再写键和值。")
