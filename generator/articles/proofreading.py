# SPDX-License-Identifier: MIT
"""The wording of hand-written pages, by the same rules as the texts of the trees.

Here they are all errors: nobody has to guess whether a page may be published. A line with
`<!-- 误引 -->` repeats an error on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from generator.articles.model import Article
from generator.citing.pages import Page, marked_lines, readable
from generator.located import Located
from generator.problems import Problem, Severity, Span
from generator.rules import double_negation, forbidden_promise, known_error, long_sentence
from generator.rules.texts import ShownText
from generator.rules.unexplained_jargon import CODE, jargon_in, reason

WORDING_RULES: tuple[ModuleType, ...] = (
    long_sentence, double_negation, forbidden_promise, known_error,
)  # fmt: skip
_PIECE = re.compile("[^|\ufffc\n]+")
_MARKUP = re.compile(r"\s*(?:(?:#{1,6}|[-+>:]|\d+[.)])\s+)*")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_SIGNS = re.compile("“[^”]*”|(?P<sign>[您！])")
_MENDS = {"您": "写“你”。", "！": "写句号。话说得平静，人才读得下去。"}


@dataclass(frozen=True)
class Sheet:
    """A page with what its front matter says; pages that are no articles have none."""

    page: Page
    article: Article | None = None


def wording(sheet: Sheet) -> Iterator[Problem]:
    """What is wrong with the words of a page."""
    texts = tuple(shown_texts(sheet))
    lines = frozenset(marked_lines(sheet.page.text))
    for rule in WORDING_RULES:
        for found in rule.findings(texts):
            if rule is not known_error or found.span.line not in lines:
                yield Problem(found.span, rule.CODE, found.message, found.hint)
    for shown in texts:
        yield from _signs(shown.text)


def needed_marks(page: Page) -> frozenset[int]:
    """The lines of `page` that hold a known error, so that a mark there is not idle."""
    found = known_error.findings(tuple(shown_texts(Sheet(page))))
    return frozenset(finding.span.line for finding in found)


def jargon(sheet: Sheet, explained: frozenset[str]) -> Iterator[Problem]:
    """A warning for each word that needs explaining, where the glossary does not have it."""
    told: set[str] = set()
    for shown in shown_texts(sheet) if explained else ():
        for word in sorted(jargon_in(shown.text, explained) - explained - told):
            told.add(word)
            message = f"“{word}”{reason(word)}，词汇表没有解释它。"
            hint = "在 glossary.yaml 里解释它；或者换成平常的话。"
            yield Problem(shown.text.span, CODE, message, hint, severity=Severity.WARNING)


def shown_texts(sheet: Sheet) -> Iterator[ShownText]:
    """What readers see of a page, piece by piece: a line, or a cell of a table."""
    if sheet.article is not None:
        yield ShownText(sheet.article.title)
        yield ShownText(sheet.article.description)
    text = readable(sheet.page)
    matter = _FRONT_MATTER.match(sheet.page.text)
    for found in _PIECE.finditer(text, matter.end() if matter else 0):
        start = _MARKUP.match(text, found.start(), found.end())
        begin = start.end() if start else found.start()
        piece = text[begin : found.end()].rstrip()
        if piece:
            yield ShownText(Located(piece, _span(sheet.page.file, text, begin, len(piece))))


def _span(file: str, text: str, offset: int, length: int) -> Span:
    line = text.count("\n", 0, offset) + 1
    col = offset - text.rfind("\n", 0, offset)
    return Span(file, line, col, line, col + length)


def _signs(text: Located) -> Iterator[Problem]:
    for found in _SIGNS.finditer(text):
        if sign := found["sign"]:
            span = text.span
            place = Span(span.file, span.line, span.col + found.start())
            yield Problem(place, "ART011", f"这里写了“{sign}”。", _MENDS[sign])
