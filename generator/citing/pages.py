# SPDX-License-Identifier: MIT
"""Mentions of law in pages written by hand: Markdown and templates.

What readers do not read as text (tags, code, addresses, comments) is blanked out first, letter by
letter, so that places stay. A line with `<!-- 误引 -->` mentions wrong or repealed law on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.citing.finding import unanswered
from generator.citing.shelf import Shelf
from generator.problems import Problem, Severity, Span

CODE = "CIT006"
MARK = "<!-- 误引 -->"

_MARK = re.compile(r"<!--\s*误引\s*-->|\{#-?\s*误引\s*-?#\}")
_DATE = re.compile(r"\A---\n(?:.*\n)*?date:\s*[\"']?(\d{4}-\d{2}-\d{2})")
# Stands where something stood that is no text; no mention reaches across it.
_GAP = "\ufffc"
_BLOCK_TAGS = "p|li|ul|ol|dl|dt|dd|div|h[1-6]|t[dhr]|table|section|article|header|footer|br|hr"
_NO_TEXT = (
    (re.compile(r"\{#.*?#\}|<!--.*?-->|\{%.*?%\}", re.DOTALL), " "),
    (re.compile(r"<(script|style|code|pre)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE), _GAP),
    (re.compile(r"\{\{.*?\}\}", re.DOTALL), _GAP),
    (re.compile(rf"</?(?:{_BLOCK_TAGS})\b[^<>]*>", re.IGNORECASE), _GAP),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), " "),
    (re.compile(r"&(?:nbsp|emsp|ensp|#160);"), " "),
)
_MARKDOWN = (
    (re.compile(r"^(```+|~~~+).*?^\1[^\n]*$", re.DOTALL | re.MULTILINE), _GAP),
    (re.compile(r"(`+)[^`].*?\1"), _GAP),
    *_NO_TEXT,
    (re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)|\]\[[^\[\]]*\]"), " "),
    (re.compile(r"\{:?\s*[#.][^{}\n]*\}"), " "),
    # 法释[2022]8号 keeps its brackets.
    (re.compile(r"\*|\[(?!(?:19|20)\d\d\])|(?<!\[(?:19|20)\d\d)\]|~~|=="), " "),
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Page:
    """A page as it lies on the disk: Markdown, or else a template."""

    file: str
    text: str
    is_markdown: bool = True


def page_problems(
    page: Page, shelf: Shelf, *, today: str = "", needed: Collection[int] = ()
) -> tuple[Problem, ...]:
    """Every mention on `page` that does not resolve on its date, and every idle mark.

    `needed` are lines that bear their mark for another reason.
    """
    day = _day_of(page.text) or today
    found = tuple(_unresolved(page, shelf, day))
    marked = frozenset(marked_lines(page.text))
    used = {problem.span.line for problem in found} | {*needed}
    kept = [problem for problem in found if problem.span.line not in marked]
    return tuple(sorted([*kept, *_idle(page, sorted(marked - used))]))


def readable(page: Page) -> str:
    """The text of `page`, of the same length, with everything blanked out that is no text."""
    text = page.text
    for pattern, sign in _MARKDOWN if page.is_markdown else _NO_TEXT:
        text = pattern.sub(partial(_blank, sign), text)
    return text


def _blank(sign: str, match: re.Match[str]) -> str:
    return "".join(c if c == "\n" else sign for c in match[0])


def _unresolved(page: Page, shelf: Shelf, day: str) -> Iterator[Problem]:
    text = readable(page)
    for start, block in _blocks(text):
        for found in unanswered(block, shelf, day=day):
            span = _span(page.file, text, start + found.mention.start)
            yield Problem(span, CODE, found.message, f"{found.fault.hint}{_or_mark(page)}")


def _or_mark(page: Page) -> str:
    return f"故意写错的，就在这一行末尾加上 {MARK if page.is_markdown else '{# 误引 #}'}。"


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The pieces between blank lines, each with where it starts."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _span(file: str, text: str, offset: int) -> Span:
    return Span(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _day_of(text: str) -> str:
    found = _DATE.match(text)
    return found[1] if found else ""


def marked_lines(text: str) -> Iterator[int]:
    """The lines of `text` with a mark that says: wrong on purpose."""
    for match in _MARK.finditer(text):
        yield text.count("\n", 0, match.start()) + 1


def _idle(page: Page, lines: Sequence[int]) -> Iterator[Problem]:
    for line in lines:
        message = "这一行写着“误引”，可是提到的法律都对得上。"
        hint = "删掉这个标记。"
        yield Problem(Span(page.file, line), CODE, message, hint, severity=Severity.WARNING)
