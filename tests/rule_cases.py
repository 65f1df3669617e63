# SPDX-License-Identifier: MIT
"""Reads the cases in `tests/rules/`; the format is described in its README.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.check import Checked, check
from generator.problems import Problem
from tests.libraries import library, outcomes

FOLDER = Path(__file__).parent / "rules"

_HEAD = re.compile(r"=== *(.*?) *\Z")
_EXPECTED = re.compile(r"(error|warning): ([A-Z]{3}\d{3}) @(\d+)\Z")
_COMMENT = re.compile(r" *# (?=(?:error|warning): )(.*)\Z")

Expected = tuple[str, int, int, str, str]
"""File, line, column, severity and code of one problem."""


@dataclass
class RuleCase:
    """Files to check, and what must come out."""

    name: str
    files: dict[str, str] = field(default_factory=dict)
    without: set[str] = field(default_factory=set)
    today: str = ""
    expected: list[Expected] = field(default_factory=list)
    says: list[str] = field(default_factory=list)

    def sources(self) -> dict[str, bytes]:
        """The base library with the patch applied."""
        base = {path: data for path, data in library().items() if path not in self.without}
        return {**base, **{path: text.encode() for path, text in self.files.items()}}

    def checked(self) -> Checked:
        """What the check says."""
        return check(self.sources(), self.today)


def read_case(text: str, name: str) -> RuleCase:
    """The case written in `text`. Raises ValueError for a line that means nothing."""
    case = RuleCase(name)
    for head, body in _sections(text):
        word, _, rest = head.partition(" ")
        if word == "outcomes:":
            case.files["outcomes/o.yaml"] = outcomes(*rest.split())
        elif word == "today":
            case.today = rest
        elif word == "without":
            case.without.add(rest)
        elif word == "says":
            case.says += [line for line in body if line.strip()]
        elif "." in word and not rest:
            case.files[word] = "".join(f"{line}\n" for line in _clean(word, body, case))
        else:
            raise ValueError(f"{name}: what does “=== {head}” mean?")
    return case


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    head, body = "", list[str]()
    for line in text.splitlines():
        if match := _HEAD.match(line):
            if head:
                yield head, body
            head, body = match[1], []
        else:
            body.append(line)
    if head:
        yield head, body


def _clean(path: str, body: Sequence[str], case: RuleCase) -> Iterator[str]:
    """The lines without the expectations, which go to `case`."""
    for number, line in enumerate(body, 1):
        comment = _COMMENT.search(line)
        for wish in comment[1].split(";") if comment else ():
            match = _EXPECTED.match(wish.strip())
            if match is None:
                raise ValueError(f"{case.name}: what does “{wish.strip()}” expect?")
            case.expected.append((path, number, int(match[3]), match[1], match[2]))
        yield line[: comment.start()] if comment else line


def found(problems: Iterable[Problem]) -> list[Expected]:
    """`problems` in the form of expectations, sorted."""
    return sorted(
        (p.span.file, p.span.line, p.span.col, p.severity.name.lower(), p.code) for p in problems
    )


def all_cases(folder: Path = FOLDER) -> list[RuleCase]:
    """Every case, named `CODE/file`."""
    paths = sorted(folder.glob("*/*.yaml"))
    return [
        read_case(path.read_text(encoding="utf-8"), f"{path.parent.name}/{path.stem}")
        for path in paths
    ]


def complaints(rules: Iterable[Any], cases: Iterable[RuleCase]) -> Iterator[str]:
    """What is missing so that each rule is documented, shown failing and shown passing."""
    by_code: dict[str, list[RuleCase]] = {}
    for case in cases:
        by_code.setdefault(case.name.partition("/")[0], []).append(case)
    seen: dict[str, str] = {}
    for rule in rules:
        if rule.CODE in seen:
            yield f"{rule.CODE} is the code of {seen[rule.CODE]} and of {rule.NAME}"
        seen[rule.CODE] = rule.NAME
        yield from _undocumented(rule)
        yield from _without_cases(rule, by_code.get(rule.CODE, []))
    yield from (f"{code}/ is a folder for no rule" for code in sorted(by_code.keys() - seen.keys()))


def _undocumented(rule: Any) -> Iterator[str]:
    doc = f"{rule.__doc__ or ''}\n"
    for part in ("Why", "Fails", "Passes"):
        if not re.search(rf"^## {part}\n[^\n#]*\S", doc, re.MULTILINE):
            yield f"{rule.CODE} ({rule.NAME}) has no “## {part}” with anything under it"


def _without_cases(rule: Any, cases: Sequence[RuleCase]) -> Iterator[str]:
    kinds = [case.name.partition("/")[2].partition("-")[0] for case in cases]
    for kind in ("bad", "good"):
        if kind not in kinds:
            yield f"{rule.CODE} ({rule.NAME}) has no {kind}-*.yaml"
    for case, kind in zip(cases, kinds, strict=True):
        if kind not in ("bad", "good"):
            yield f"{case.name} is neither bad-* nor good-*"
        elif kind == "good" and case.expected:
            yield f"{case.name} is good and expects problems"
        elif kind == "bad" and rule.CODE not in {code for *_, code in case.expected}:
            yield f"{case.name} does not expect {rule.CODE}"
    if "bad" in kinds and not any(case.says for case in cases):
        yield f"{rule.CODE} ({rule.NAME}) has no bad case with “=== says”"
