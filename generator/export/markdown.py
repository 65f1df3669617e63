# SPDX-License-Identifier: MIT
"""Checklist → Markdown with task lists, readable both raw and rendered.

Texts are escaped so that they read the same once rendered. Letters stand in fenced blocks, where
nothing needs escaping: whoever copies one from the raw file gets clean text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from generator.views import Checklist, ChecklistItem, ChecklistSection

# An underscore between two letters is harmless and common in addresses, so it stays.
INLINE_SPECIAL = re.compile(r"[\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_])")
ENTITY = re.compile(r"&(?=#?\w+;)")
LINE_START = re.compile(r"^([#>+=-])|^(\d+)([.)])")
BACKTICKS = re.compile(r"`+")


def export(checklist: Checklist, *, as_of: date) -> bytes:
    """The Markdown of a checklist. It holds no metadata, so `as_of` is not used."""
    del as_of
    blocks = [*_head(checklist)]
    for section in checklist.sections:
        blocks += [f"## {_escape(section.title)}", *SECTIONS[section.kind](section)]
    blocks += ["---", *_foot(checklist)]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _head(checklist: Checklist) -> Iterable[str]:
    yield f"# {_escape(checklist.title)}"
    if checklist.verdict:
        yield f"**结论：{_escape(checklist.verdict)}**"
    yield _escape(checklist.summary)


def _foot(checklist: Checklist) -> Iterable[str]:
    if checklist.checked_on:
        yield f"法条核对日期：{_escape(checklist.checked_on)}"
    if checklist.url:
        yield f"网页上的这一页：<{checklist.url}>"
    yield _escape(checklist.disclaimer)


def _ticks(section: ChecklistSection) -> list[str]:
    return ["\n".join(_task("- ", item) for item in section.items)]


def _steps(section: ChecklistSection) -> list[str]:
    return ["\n".join(_task(f"{n}. ", item) for n, item in enumerate(section.items, 1))]


def _paragraphs(section: ChecklistSection) -> list[str]:
    return [text for item in section.items for text in (_line(item), *map(_escape, item.notes))]


def _quotes(section: ChecklistSection) -> list[str]:
    blocks = []
    for item in section.items:
        head = f"**{_escape(item.text)}**{_tag(item)}"
        quoted = "\n\n".join([head, *map(_escape, item.notes)])
        blocks += [_condition(item), _prefix(quoted, "> ")]
    return blocks


def _letters(section: ChecklistSection) -> list[str]:
    blocks = []
    for item in section.items:
        head = f"**{_escape(item.text)}**{_tag(item)}" if item.text else ""
        blocks += [_condition(item), head, _fenced("\n\n".join(item.notes))]
    return blocks


SECTIONS: dict[str, Callable[[ChecklistSection], list[str]]] = {
    "tick": _ticks,
    "steps": _steps,
    "text": _paragraphs,
    "quote": _quotes,
    "letter": _letters,
}


def _task(bullet: str, item: ChecklistItem) -> str:
    """A task with its notes as a list below it, indented to the task's text."""
    indent = " " * len(bullet)
    lines = [f"{bullet}[ ] {_line(item)}", *(f"- {_escape(note)}" for note in item.notes)]
    return "\n".join(lines).replace("\n", f"\n{indent}")


def _line(item: ChecklistItem) -> str:
    """An item's text between its condition and its tag."""
    return " ".join(filter(None, (_condition(item), _escape(item.text)))) + _tag(item)


def _condition(item: ChecklistItem) -> str:
    return f"**{_escape(item.condition)}**" if item.condition else ""


def _tag(item: ChecklistItem) -> str:
    return f" 〔{_escape(item.tag)}〕" if item.tag else ""


def _escape(text: str) -> str:
    """Plain text as Markdown that renders to the same text; a line break stays one."""
    return "\\\n".join(_escape_line(line.strip()) for line in text.strip().splitlines())


def _escape_line(line: str) -> str:
    # Entities, not a backslash, for HTML: every renderer knows them, even the laxest.
    plain = ENTITY.sub("&amp;", line).replace("<", "&lt;")
    return LINE_START.sub(_escape_start, INLINE_SPECIAL.sub(r"\\\g<0>", plain))


def _escape_start(found: re.Match[str]) -> str:
    """A mark that would make a heading, a list or a quote; after a number it is the dot."""
    mark, number, dot = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{dot}"


def _prefix(text: str, prefix: str) -> str:
    return "\n".join((prefix + line).rstrip() for line in text.split("\n"))


def _fenced(text: str) -> str:
    """A fenced block; the fence is longer than any run of backticks inside."""
    longest = max(map(len, BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
