# SPDX-License-Identifier: MIT
"""Bytes to located values: safe, bounded YAML reading. The only importer of yaml.

The reader walks parser events and never builds objects from tags, so nothing in a file can
run code or blow up memory. Scalars follow the YAML 1.2 core schema in its plainest part:
`true`, `false`, `null` and decimal integers; everything else stays text (`no`, `12:30`, `1.10`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.hidden import HIDDEN, unseen
from generator.located import Located, LocatedDict, LocatedList
from generator.problems import Problem, Span
from generator.yaml_faults import escape_offset, explain, unpaired_quote

MAX_BYTES = 2_000_000
MAX_EVENTS = 200_000
MAX_DEPTH = 40
MAX_PROBLEMS = 200
MAX_TEXT = 20_000
"""Characters of one text; the longest that was ever needed has a few hundred."""

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_KEYWORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None}
# So much of a text that is too long is looked at further.
_TOLD = 40
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """One file as read: `value` is None if nothing usable could be read."""

    file: str
    value: LocatedDict | None
    problems: tuple[Problem, ...]


def read(data: bytes, file: str) -> Document:
    """Read one YAML file. `file` is the name used in spans. Never raises on bad input."""
    if len(data) > MAX_BYTES:
        return Document(file, None, (too_many_bytes(len(data), file),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refuse(
            _byte_span(data, error.start, file),
            "YML002",
            "这里的字节不是 UTF-8 文字。",
            "用编辑器把文件另存为 UTF-8 编码（不是 GBK）。",
        )
    hidden = unseen(text, file)
    if hidden:
        return Document(file, None, hidden)
    return _Reader(file, text).read()


def too_many_bytes(size: int, file: str) -> Problem:
    """What is said of a file of `size` bytes, more than MAX_BYTES."""
    message = f"文件有 {size:,} 字节，最多 {MAX_BYTES:,} 字节。"
    return Problem(Span(file), "YML001", message, "把内容拆成几个文件。")


def _refuse(span: Span, code: str, message: str, hint: str) -> Document:
    return Document(span.file, None, (Problem(span, code, message, hint),))


def _byte_span(data: bytes, offset: int, file: str) -> Span:
    before = data[:offset]
    line_start = before.rfind(b"\n") + 1
    col = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Span(file, before.count(b"\n") + 1, col)


@dataclass
class _Reader:
    """Builds located values from events with an explicit stack, so depth cannot overflow."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> Document:
        try:
            value = self._build()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            span = self._mark(mark) if mark else Span(self.file)
            message, hint = explain(str(error.problem or error.context or ""))
            if (quote := unpaired_quote(self.text, span.line)) is not None:
                span = Span(self.file, *quote)
                message, hint = "这一行的引号没有成对。", "补上另一半引号。"
            related: tuple[tuple[Span, str], ...] = ()
            if error.context_mark and error.problem_mark:
                related = ((self._mark(error.context_mark), "从这里开始的一段"),)
            self.problems.append(Problem(span, "YML005", message, hint, related))
            value = None
        except yaml.YAMLError as error:
            message, hint = explain(str(error))
            self.problems.append(Problem(Span(self.file), "YML005", message, hint))
            value = None
        return Document(self.file, value, tuple(self.problems))

    def _mark(self, mark: Any) -> Span:
        return Span(self.file, mark.line + 1, mark.column + 1)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _problem(self, span: Span, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(span, code, message, hint))

    def _build(self) -> LocatedDict | None:
        root: list[Any] = []
        stack: list[_Open] = []
        documents = 0
        for count, event in enumerate(yaml.parse(self.text, Loader=_Loader)):
            if count > MAX_EVENTS:
                hint = "把内容拆成几个文件。"
                self._problem(self._span(event), "YML001", "文件里的条目太多。", hint)
                return None
            if len(self.problems) >= MAX_PROBLEMS:
                message = f"这个文件里的错误超过 {MAX_PROBLEMS} 个，从这里起没有再查。"
                self._problem(self._span(event), "YML017", message, "先改好列出来的，再查一次。")
                return None
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    hint = "删掉 % 开头的行和它下面的 ---。"
                    self._problem(self._span(event), "YML014", "不能用 % 开头的指令。", hint)
                if documents == 2:
                    hint = "删掉 ---，或者拆成两个文件。"
                    self._problem(
                        self._span(event), "YML006", "一个文件里只能有一份 YAML 文档。", hint
                    )
                    return None
            elif isinstance(event, yaml.AliasEvent):
                self._reject_alias(event)
                self._place(root, stack, Located("", self._span(event)), self._span(event))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._reject_marks(event)
                if len(stack) >= MAX_DEPTH:
                    message = f"嵌套超过 {MAX_DEPTH} 层。"
                    self._problem(self._span(event), "YML007", message, "检查括号和缩进。")
                    return None
                stack.append(self._open(event))
            elif isinstance(event, yaml.CollectionEndEvent):
                done = stack.pop()
                self._place(root, stack, done.value, done.value.span)
            elif isinstance(event, yaml.ScalarEvent):
                self._reject_marks(event)
                self._place(root, stack, self._scalar(event), self._span(event))
        return self._top(root)

    def _top(self, root: list[Any]) -> LocatedDict | None:
        if not root or root[0] is None:
            self._problem(Span(self.file), "YML008", "文件是空的。", "写上内容，或者删掉这个文件。")
            return None
        if not isinstance(root[0], LocatedDict):
            hint = "第一行应当像“tree: 名字”这样。"
            self._problem(Span(self.file), "YML009", "文件最外层应当是“键: 值”。", hint)
            return None
        return root[0]

    def _open(self, event: Any) -> _Open:
        value: LocatedDict | LocatedList
        if isinstance(event, yaml.MappingStartEvent):
            value = LocatedDict()
            value.value_spans = {}
        else:
            value = LocatedList()
            value.value_spans = []
        value.span = self._span(event)
        return _Open(value)

    def _place(self, root: list[Any], stack: list[_Open], value: Any, span: Span) -> None:
        if not stack:
            root.append(value)
            return
        top = stack[-1]
        if isinstance(top.value, LocatedList):
            if value is None:
                hint = "在 - 后面写上内容；不需要就删掉它。"
                self._problem(span, "YML015", "列表里有一项是空的。", hint)
            top.value.append(value)
            top.value.value_spans.append(span)
        elif top.expects_key:
            top.key, top.expects_key = self._key(value, span), False
        else:
            self._store(top.value, top.key, value, span)
            top.key, top.expects_key = None, True

    def _key(self, value: Any, span: Span) -> Located:
        if isinstance(value, Located):
            return value
        if isinstance(value, (LocatedDict, LocatedList)):
            self._problem(span, "YML010", "键不能是列表或映射。", "键只能是一个词。")
            return Located("", span)
        return Located("null" if value is None else str(value).lower(), span)

    def _store(self, target: LocatedDict, key: Located | None, value: Any, span: Span) -> None:
        assert key is not None
        if key in target:
            first = next(known for known in target if known == key)
            self.problems.append(
                Problem(
                    key.span,
                    "YML011",
                    f"“{key}”写了两次。",
                    "只留一个：YAML 里后写的会悄悄盖掉先写的。",
                    ((first.span, "第一次写在这里"),),
                )
            )
            return
        if value is None:
            hint = "在冒号后面写上内容；不需要就删掉它。"
            self._problem(key.span, "YML015", f"“{key}”后面是空的。", hint)
        target[key] = value
        target.value_spans[key] = span

    def _reject_alias(self, event: Any) -> None:
        hint = "把内容直接写出来；要共用就给它一个 id，再按 id 引用。"
        self._problem(self._span(event), "YML012", f"不能用别名 *{event.anchor}。", hint)

    def _reject_marks(self, event: Any) -> None:
        if event.anchor:
            hint = "把内容直接写出来；要共用就给它一个 id，再按 id 引用。"
            self._problem(self._span(event), "YML012", f"不能用锚点 &{event.anchor}。", hint)
        if event.tag is not None:
            hint = "删掉 ! 开头的标记；如果是文字，用引号括起来。"
            self._problem(self._span(event), "YML013", f"不能用类型标记 {event.tag}。", hint)

    def _reject_hidden(self, event: Any) -> None:
        # As itself it was refused before parsing, so here it was written as an escape.
        if (hidden := HIDDEN.search(event.value)) is None:
            return
        start = event.start_mark.index
        at = start + escape_offset(self.text[start : event.end_mark.index], hidden.group())
        line_start = self.text.rfind("\n", 0, at) + 1
        span = Span(self.file, self.text.count("\n", 0, at) + 1, at - line_start + 1)
        message = f"双引号里用反斜杠写出了看不见的字符 U+{ord(hidden.group()):04X}。"
        hint = "删掉反斜杠和它后面的那几个字；要显示反斜杠，就改用单引号。"
        self._problem(span, "YML003", message, hint)

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if event.style == '"':
            self._reject_hidden(event)
        if not event.style:
            if text == "" or text.lower() in _KEYWORDS:
                return _KEYWORDS.get(text.lower())
            if _INTEGER.match(text):
                return int(text)
        if len(text) > MAX_TEXT:
            message = f"这一段文字有 {len(text):,} 个字，最多 {MAX_TEXT:,} 个。"
            hint = "拆成几段；也看看是不是少写了引号。"
            self._problem(self._span(event), "YML016", message, hint)
            text = text[:_TOLD]  # the rest would only be repeated in further problems
        return Located(text, self._span(event))


@dataclass
class _Open:
    """A collection still being filled."""

    value: Any
    key: Located | None = None
    expects_key: bool = True
