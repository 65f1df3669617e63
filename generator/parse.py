# SPDX-License-Identifier: MIT
"""Documents to model. Every fault of shape becomes a Problem; nothing is raised.

The folder a file lies in says what it holds. Sources are given as bytes by path, so that
parsing needs no disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError

from generator import model, source
from generator.located import Located, LocatedDict
from generator.problems import Problem, Span
from generator.shape_faults import WORDS, missing, not_mapping, unknown_key, validation_problems

_COLLECTIONS: dict[str, type[BaseModel]] = {
    "facts": model.FactsFile,
    "outcomes": model.OutcomesFile,
    "actions": model.ActionsFile,
    "evidence": model.EvidenceFile,
    "letters": model.LettersFile,
    "deadlines": model.DeadlinesFile,
    "replies": model.RepliesFile,
    "warnings": model.WarningsFile,
    "sums": model.SumsFile,
    "verdicts": model.VerdictsFile,
    "glossary": model.GlossaryFile,
    "misquotes": model.MisquotesFile,
    "channels": model.ChannelsFile,
    "topics": model.TopicsFile,
    "front": model.FrontFile,
}
# Of one entry; telling more takes long and helps nobody.
_MOST_FAULTS = 200
_SINGLE = {"verdicts", "glossary", "misquotes", "topics", "invariants", "front"}
FOLDERS = (*(_COLLECTIONS.keys() - _SINGLE), "trees", "law", "scenarios")


@dataclass(frozen=True)
class Parsed:
    """All that could be read, and all that could not."""

    library: model.Library
    problems: tuple[Problem, ...]


@dataclass
class _Gathering:
    """Entries by kind while files are read; ids must be unique within their kind."""

    entries: dict[str, dict[Located, Any]] = field(default_factory=dict)
    firsts: dict[tuple[str, str], Located] = field(default_factory=dict)
    scenarios: list[model.Scenario] = field(default_factory=list)
    invariants: list[model.Invariant] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, kind: str, key: Located, entry: Any) -> None:
        first = self.firsts.setdefault((kind, str(key)), key)
        if first is not key:
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
        self.entries.setdefault(kind, {})[key] = entry


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
            if name not in ("scenarios", "invariants")
        },
        scenarios=tuple(gathering.scenarios),
        invariants=tuple(gathering.invariants),
    )
    return Parsed(library, tuple(sorted(gathering.problems)))


def _file(path: str, data: bytes, gathering: _Gathering) -> None:
    reader = _reader_for(path)
    if reader is None:
        folders = "、".join(f"{name}/" for name in sorted(FOLDERS))
        single = "、".join(f"{name}.yaml" for name in sorted(_SINGLE))
        hint = f"放进这些文件夹之一：{folders}；或者是 {single}。"
        gathering.problems.append(Problem(Span(path), "SCH001", "不知道这个文件是什么。", hint))
        return
    document = source.read(data, path)
    gathering.problems.extend(document.problems)
    if document.value is not None:
        reader(document.value, gathering)


def _reader_for(path: str) -> Callable[[LocatedDict, _Gathering], None] | None:
    folder = PurePosixPath(path).parts[0]
    single = path.removesuffix(".yaml") in _SINGLE
    if single:
        folder = path.removesuffix(".yaml")
    elif folder == path or folder in _SINGLE:
        return None
    if folder in _COLLECTIONS:
        return lambda raw, into: _collection(folder, raw, into)
    readers = {
        "trees": _tree, "law": _instrument, "scenarios": _scenarios, "invariants": _invariants
    }  # fmt: skip
    return readers.get(folder)


def _collection(kind: str, raw: LocatedDict, into: _Gathering) -> None:
    # Entry by entry, so that one broken entry does not hide the others.
    values: Mapping[Any, Any] = raw
    body = values.get(kind)
    entry_model = _entry_model(kind)
    for key in raw:
        if key != kind:
            into.problems.append(unknown_key(key, [kind]))
    if kind not in raw:
        into.problems.append(missing(raw.span, kind))
    elif not isinstance(body, LocatedDict):
        into.problems.append(not_mapping(raw.value_spans[kind], kind))
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
    if model.is_id(key):
        return True
    into.problems.append(Problem(key.span, "SCH006", *WORDS["bad_id"]))
    return False


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


def _invariants(raw: LocatedDict, into: _Gathering) -> None:
    parsed = _validate(model.InvariantsFile, raw, raw.span, into)
    if parsed is not None:
        into.invariants.extend(parsed.invariants)


def _validate(shape: Any, raw: Any, span: Span, into: _Gathering) -> Any:
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        faults = list(islice(validation_problems(error.errors(), raw, span, shape), _MOST_FAULTS))
        if len(faults) == _MOST_FAULTS:
            message = f"这一段里写错的地方有 {_MOST_FAULTS} 处或者更多，后面的没有再查。"
            faults.append(Problem(span, "SCH011", message, "先改好列出来的，再查一次。"))
        into.problems.extend(faults)
    return None
